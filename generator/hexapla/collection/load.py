"""A folder of source texts → a collection; files → one document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from hexapla.collection.file_names import (
    compose_name,
    document_id,
    make_printable,
    natural_key,
    shorten_paths,
)
from hexapla.collection.folder import (
    SETTINGS,
    SETTINGS_FILES,
    FolderListing,
    TextFile,
    file_mode,
    has_texts,
    is_folder,
    list_folder,
    read_document_files,
    read_folder_files,
    read_listed_files,
)
from hexapla.collection.material import (
    CollectedDocument,
    Collection,
    CollectionSurvey,
    DocumentFailure,
    DocumentLocation,
)
from hexapla.collection.prepare import load_document, require_bytes
from hexapla.collection.tracked_texts import split_text
from hexapla.errors import Problem, SettingsError, SourceError, UsageError
from hexapla.git import explain_lost_dates, read_commit_dates
from hexapla.readers import FOREIGN_SUFFIXES, READERS, WORD, explain_foreign, file_suffix

FORMATS = ", ".join(READERS)


def survey_collection(root: Path) -> CollectionSurvey:
    """Look at a collection: a folder in it is a document, each text in that a version; so is a single text.

    Post-conditions:
        1. Every text below `root` belongs to a place, or is in `failures`, or named in `ignored`.
        2. Ids differ, whatever the case of letters.
        3. The order is that of names, numbers as numbers, whatever the file system says.

    Raises:
        UsageError: there is no such folder, or no text in it.
    """
    if not is_folder(root):
        what = "is no folder" if file_mode(root) else "does not exist"
        raise UsageError(
            f"{make_printable(root.as_posix())} {what}: name the folder that holds the source texts"
        )
    inside = drop_foreign_files(list_folder(root, root))
    found: dict[str, DocumentLocation] = {}
    failures = [build_failure(Path(each.path), (each,)) for each in inside.problems]
    for path in find_documents(inside):
        place = DocumentLocation(path_id(path), path)
        first = found.setdefault(place.id.casefold(), place)
        if first is not place:
            failures.append(build_failure(path, (build_repeated_id_problem(place, first),)))
    if not found and not failures:
        raise UsageError(
            f"{make_printable(root.as_posix())} holds no text ({FORMATS}): "
            "give each document a folder in it, and each version a file in that folder"
        )
    return CollectionSurvey(
        root=root,
        places=tuple(found.values()),
        failures=tuple(failures),
        ignored=(*report_ignored(root, inside), *report_lost_dates(root)),
        committed=find_commit_dates(root),
    )


def report_lost_dates(root: Path) -> Iterator[Problem]:
    """Say why texts without a date of their own have none from git either."""
    if (message := explain_lost_dates(root)) is not None:
        yield Problem(path=make_printable(root.as_posix()), message=message)


def find_commit_dates(root: Path) -> dict[str, str]:
    """Return when a commit last touched each file, by its path below the root in composed form."""
    dates: dict[str, str] = {}
    for path, date in read_commit_dates(root).items():
        dates.setdefault(compose_name(path), date)
    return dates


def load_collection(root: Path) -> Collection:
    """Read a whole collection into memory, for work on small ones.

    A document that fails leaves the others as they are.

    Raises:
        UsageError: there is no such folder, or no text in it.
    """
    seen = survey_collection(root)
    documents: list[CollectedDocument] = []
    failures = list(seen.failures)
    for place in seen.places:
        try:
            documents.append(load_document(read_document_files(place, seen)))
        except (SettingsError, SourceError) as error:
            failures.append(build_failure(place.path, error.problems))
    return Collection(documents=tuple(documents), failures=sort_failures(failures), ignored=seen.ignored)


def sort_failures(failures: Iterable[DocumentFailure]) -> tuple[DocumentFailure, ...]:
    """Put failures in natural order of their paths."""
    return tuple(sorted(failures, key=lambda each: natural_key(each.path)))


def load_files(files: Sequence[Path]) -> CollectedDocument:
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
            raise UsageError(f"{make_printable(path.as_posix())} is a folder: name one folder, or files only")
        name = path.resolve().name
        document, prefix = document_id(name), f"{compose_name(name)}/" if name else ""
        return load_document(read_folder_files(document, path, root=path, prefix=prefix, required=False))
    texts = [TextFile(name, path) for name, path in zip(shorten_paths(files), files, strict=True)]
    name = files[0].stem if len(files) == 1 else files[0].resolve().parent.name or files[0].stem
    return load_document(read_listed_files(document_id(name), texts, required=False))


def load_tracked_versions(file: Path, *, by_author: bool = False) -> CollectedDocument | None:
    """Read a Word document with tracked changes as versions: before them, after all, or after each author's.

    Returns None for a file that has none.

    Raises:
        SourceError: it cannot be read.
    """
    name = compose_name(file.name)
    if file_suffix(name) not in WORD:
        return None
    material = read_listed_files(document_id(file.stem), [TextFile(name, file)], required=False)
    raw = require_bytes(material.texts[0])
    texts = tuple(split_text(raw, by_author=by_author)) if raw else ()
    return load_document(replace(material, texts=texts)) if len(texts) > 1 else None


def drop_foreign_files(inside: FolderListing) -> FolderListing:
    """Leave out other programs' data that lie among the texts, each with the reason."""
    reasons = {text.name: reason for text in inside.texts if (reason := explain_foreign_text(text))}
    texts = tuple(text for text in inside.texts if text.name not in reasons)
    return replace(inside, texts=texts, ignored=(*inside.ignored, *reasons.items()))


def explain_foreign_text(text: TextFile) -> str | None:
    """Return why a file is no text; one that cannot be read is a problem of its document."""
    if file_suffix(text.name) not in FOREIGN_SUFFIXES:
        return None
    try:
        return explain_foreign(text.name, text.path.read_bytes())
    except OSError:
        return None


def list_paths(root: Path) -> tuple[Path, ...]:
    """List every file that a collection depends on, whether it can be read or not, in natural order.

    For what watches a collection, and for caches. A folder that does not exist depends on nothing.
    """
    if not is_folder(root):
        return ()
    inside = list_folder(root, root)
    found = [text.path for text in inside.texts]
    for folder in inside.folders:
        found += [text.path for text in list_folder(folder, root).texts]
        found += [path for name in SETTINGS_FILES if file_mode(path := folder / name)]
    return tuple(sorted(found, key=lambda path: natural_key(path.as_posix())))


def find_documents(inside: FolderListing) -> list[Path]:
    """Return what is a document in a collection: its texts, and the folders that hold something for us."""
    folders = [path for path in inside.folders if is_document(path)]
    return sorted([*(text.path for text in inside.texts), *folders], key=lambda path: natural_key(path.name))


def is_document(folder: Path) -> bool:
    """Tell whether a folder is meant as a document."""
    return has_texts(folder) or file_mode(folder / SETTINGS) != 0


def build_repeated_id_problem(place: DocumentLocation, first: DocumentLocation) -> Problem:
    """State that an id is taken."""
    taken = make_printable(first.path.as_posix())
    return Problem(
        path=make_printable(place.path.as_posix()),
        message=f"its id “{place.id}” is taken by {taken}: rename one of the two",
    )


def path_id(path: Path) -> str:
    """Return the id of a document at a path."""
    return document_id(path.name if is_folder(path) else path.stem)


def build_failure(path: Path, problems: tuple[Problem, ...]) -> DocumentFailure:
    """Make a failure of a document at a path."""
    return DocumentFailure(id=path_id(path), path=make_printable(path.as_posix()), problems=problems)


def report_ignored(root: Path, inside: FolderListing) -> Iterator[Problem]:
    """Say what lies in a collection and is no document, so that nothing is left out in silence."""
    for name, reason in inside.ignored:
        yield Problem(path=make_printable((root / name).as_posix()), message=f"left out: {reason}")
    for folder in inside.folders:
        if not is_document(folder):
            yield Problem(path=make_printable(folder.as_posix()), message="left out: no text in this folder")
    for name in SETTINGS_FILES:
        if file_mode(root / name):
            message = "left out: settings are read in a document's own folder only"
            yield Problem(path=make_printable((root / name).as_posix()), message=message)
