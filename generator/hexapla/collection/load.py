"""A folder of source texts → a collection; files → one document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from hexapla.collection.commits import commit_dates
from hexapla.collection.folder import DECISIONS, SETTINGS, Folder, Text, holds_texts, is_folder, look, mode
from hexapla.collection.gathering import gather, gather_files, gather_folder
from hexapla.collection.naming import brief, composed, document_id, natural, shown
from hexapla.collection.reading import read_material
from hexapla.collection.values import Collection, Failure, Loaded, Place, Survey
from hexapla.errors import Problem, SettingsError, SourceError, UsageError
from hexapla.readers import FOREIGN_SUFFIXES, READERS, foreign, suffix

__all__ = ["failure", "failures_in_order", "from_files", "load", "paths", "survey"]

FORMATS = ", ".join(READERS)


def survey(root: Path) -> Survey:
    """Look at a collection: a folder in it is a document, each text in that a version; so is a single text.

    Post-conditions:
        1. Every text below `root` belongs to a place, or is in `failures`, or named in `ignored`.
        2. Ids differ, whatever the case of letters.
        3. The order is that of names, numbers as numbers, whatever the file system says.

    Raises:
        UsageError: there is no such folder, or no text in it.
    """
    if not is_folder(root):
        what = "is no folder" if mode(root) else "does not exist"
        raise UsageError(f"{shown(root.as_posix())} {what}: name the folder that holds the source texts")
    inside = without_foreign(look(root, root))
    found: dict[str, Place] = {}
    failures = [failure(Path(each.path), (each,)) for each in inside.problems]
    for path in places(inside):
        place = Place(id_of(path), path)
        first = found.setdefault(place.id.casefold(), place)
        if first is not place:
            failures.append(failure(path, (repeated(place, first),)))
    if not found and not failures:
        raise UsageError(
            f"{shown(root.as_posix())} holds no text ({FORMATS}): give each document a folder in it, and "
            "each version a file in that folder"
        )
    return Survey(
        root=root,
        places=tuple(found.values()),
        failures=tuple(failures),
        ignored=tuple(ignored(root, inside)),
        committed=commit_dates(root),
    )


def load(root: Path) -> Collection:
    """Read a whole collection into memory, for work on small ones.

    A document that fails leaves the others as they are.

    Raises:
        UsageError: there is no such folder, or no text in it.
    """
    seen = survey(root)
    documents: list[Loaded] = []
    failures = list(seen.failures)
    for place in seen.places:
        try:
            documents.append(read_material(gather(place, seen)))
        except (SettingsError, SourceError) as error:
            failures.append(failure(place.path, error.problems))
    return Collection(documents=tuple(documents), failures=failures_in_order(failures), ignored=seen.ignored)


def failures_in_order(failures: Iterable[Failure]) -> tuple[Failure, ...]:
    """Put failures in natural order of their paths."""
    return tuple(sorted(failures, key=lambda each: natural(each.path)))


def from_files(files: Sequence[Path]) -> Loaded:
    """Read one document from files, as versions in the order given, or from a document's folder.

    Post-conditions:
        1. A source's path says nothing of where the files lie: a folder's name and a file's, as in a
           collection, or a file's name, with folders before it only where several files have the same.

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
        name = path.resolve().name
        document, prefix = document_id(name), f"{composed(name)}/" if name else ""
        return read_material(gather_folder(document, path, root=path, prefix=prefix, required=False))
    texts = [Text(name, path) for name, path in zip(brief(files), files, strict=True)]
    name = files[0].stem if len(files) == 1 else files[0].resolve().parent.name or files[0].stem
    return read_material(gather_files(document_id(name), texts, required=False))


def without_foreign(inside: Folder) -> Folder:
    """Leave out other programs' data that lie among the texts, each with the reason."""
    reasons = {text.name: reason for text in inside.texts if (reason := foreign_reason(text))}
    texts = tuple(text for text in inside.texts if text.name not in reasons)
    return replace(inside, texts=texts, ignored=(*inside.ignored, *reasons.items()))


def foreign_reason(text: Text) -> str | None:
    """Return why a file is no text; one that cannot be read is a problem of its document."""
    if suffix(text.name) not in FOREIGN_SUFFIXES:
        return None
    try:
        return foreign(text.name, text.path.read_bytes())
    except OSError:
        return None


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


def repeated(place: Place, first: Place) -> Problem:
    """State that an id is taken."""
    taken = shown(first.path.as_posix())
    return Problem(
        path=shown(place.path.as_posix()),
        message=f"its id “{place.id}” is taken by {taken}: rename one of the two",
    )


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
