"""A folder of source texts → a collection; files → one document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from hexapla.collection.folder import DECISIONS, SETTINGS, Folder, Text, holds_texts, is_folder, look, mode
from hexapla.collection.naming import composed, document_id, natural, shown
from hexapla.collection.reading import read_folder, sources
from hexapla.collection.values import Collection, Failure, Loaded
from hexapla.errors import Problem, SettingsError, SourceError, UsageError
from hexapla.findings import finding
from hexapla.plan import Plan
from hexapla.readers import READERS
from hexapla.text import without_space

__all__ = ["from_files", "load", "paths"]

FORMATS = ", ".join(READERS)


def load(root: Path) -> Collection:
    """Read a collection: a folder in it is a document, each text in that a version; so is a single text.

    Post-conditions:
        1. Every text below `root` is a source of a document, or in `failures`, or named in `ignored` or in
           a finding of its document.
        2. A document that fails leaves the others as they are.
        3. Ids differ, whatever the case of letters.
        4. The order is that of names, numbers as numbers, whatever the file system says.

    Raises:
        UsageError: there is no such folder, or no text in it.
    """
    if not is_folder(root):
        what = "is no folder" if mode(root) else "does not exist"
        raise UsageError(f"{shown(root.as_posix())} {what}: name the folder that holds the source texts")
    inside = look(root, root)
    documents: list[Loaded] = []
    failures = [failure(Path(each.path), (each,)) for each in inside.problems]
    taken: dict[str, str] = {}
    for path in places(inside):
        try:
            documents.append(one(path, root, taken))
        except (SettingsError, SourceError) as error:
            failures.append(failure(path, error.problems))
    if not documents and not failures:
        raise UsageError(
            f"{shown(root.as_posix())} holds no text ({FORMATS}): give each document a folder in it, and "
            "each version a file in that folder"
        )
    failures.sort(key=lambda each: natural(each.path))
    return Collection(
        documents=tuple(documents), failures=tuple(failures), ignored=tuple(ignored(root, inside))
    )


def from_files(files: Sequence[Path]) -> Loaded:
    """Read one document from files, as versions in the order given, or from a document's folder.

    Raises:
        UsageError: no file, or a folder among files.
        SettingsError: as `document.yml` or `alignment.yml` in the folder has it.
        SourceError: with all files that cannot be read.
    """
    if not files:
        raise UsageError("no file was named: name the versions of a document, or a document's folder")
    for path in filter(is_folder, files):
        if len(files) > 1:
            raise UsageError(f"{shown(path.as_posix())} is a folder: name one folder, or files only")
        prefix = "" if path == Path() else f"{composed(path.as_posix())}/"
        return read_folder(document_id(path.resolve().name), path, root=path, prefix=prefix)
    texts = [Text(composed(path.as_posix()), path) for path in files]
    name = files[0].stem if len(files) == 1 else files[0].resolve().parent.name or files[0].stem
    document = document_id(name)
    return Loaded(
        id=document,
        path=shown(files[0].as_posix()),
        plan=Plan(id=document),
        sources=sources(texts, prefix="", encodings={}),
    )


def paths(root: Path) -> tuple[Path, ...]:
    """List every file that a collection depends on, whether it can be read or not, in natural order.

    For what watches a collection, and for caches. A folder that does not exist depends on nothing.
    """
    if not is_folder(root):
        return ()
    inside = look(root, root)
    found = [text.path for text in inside.texts]
    for folder in inside.folders:
        found += [text.path for text in look(folder, root).texts]
        found += [path for name in (SETTINGS, DECISIONS) if mode(path := folder / name)]
    return tuple(sorted(found, key=lambda path: natural(path.as_posix())))


def places(inside: Folder) -> list[Path]:
    """Return what is a document in a collection: its texts, and the folders that hold something for us."""
    folders = [path for path in inside.folders if is_document(path)]
    return sorted([*(text.path for text in inside.texts), *folders], key=lambda path: natural(path.name))


def is_document(folder: Path) -> bool:
    """Tell whether a folder is meant as a document."""
    return holds_texts(folder) or mode(folder / SETTINGS) != 0


def one(path: Path, root: Path, taken: dict[str, str]) -> Loaded:
    """Read one document of a collection under an id that no other has."""
    document, where = id_of(path), shown(path.as_posix())
    first = taken.setdefault(document.casefold(), where)
    if first != where:
        message = f"its id “{document}” is taken by {first}: rename one of the two"
        raise SettingsError((Problem(path=where, message=message),))
    if is_folder(path):
        loaded = read_folder(document, path, root=root, prefix=f"{composed(path.name)}/")
    else:
        texts = [Text(composed(path.name), path)]
        read = sources(texts, prefix="", encodings={})
        loaded = Loaded(id=document, path=where, plan=Plan(id=document), sources=read)
    return with_empty_reported(loaded)


def with_empty_reported(loaded: Loaded) -> Loaded:
    """Add an error for every source without text: in a collection somebody meant to put one there."""
    empty = [source.path for source in loaded.sources if not without_space(source.text)]
    found = [
        finding("source_failed", message=f"{path} holds no text; write it, or remove the file")
        for path in empty
    ]
    return replace(loaded, findings=(*loaded.findings, *found))


def id_of(path: Path) -> str:
    """Return the id of a document at a path."""
    return document_id(path.name if is_folder(path) else path.stem)


def failure(path: Path, problems: tuple[Problem, ...]) -> Failure:
    """Make a failure of a document at a path."""
    return Failure(id=id_of(path), path=shown(path.as_posix()), problems=problems)


def ignored(root: Path, inside: Folder) -> Iterator[Problem]:
    """Say what lies in a collection and is no document, so that nothing is left out in silence."""
    for name, reason in inside.ignored:
        yield Problem(path=shown((root / name).as_posix()), message=f"left out: {reason}")
    for folder in inside.folders:
        if not is_document(folder):
            yield Problem(path=shown(folder.as_posix()), message="left out: no text in this folder")
    for name in (SETTINGS, DECISIONS):
        if mode(root / name):
            message = "left out: settings are read in a document's own folder only"
            yield Problem(path=shown((root / name).as_posix()), message=message)
