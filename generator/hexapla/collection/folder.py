"""What lies on the disk → the material of one document. All reading of source texts is here."""

import stat
from dataclasses import dataclass, replace
from pathlib import Path

import regex

from hexapla.collection.file_names import compose_name, make_printable, natural_key
from hexapla.collection.material import (
    CollectionSurvey,
    DocumentFiles,
    DocumentLocation,
    RawFile,
)
from hexapla.collection.old_formats import convert_old_format, is_old_format
from hexapla.errors import Problem, SourceError, UsageError
from hexapla.findings import Finding, make_finding
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers import READERS, file_suffix

SETTINGS = "document.yml"
DECISIONS = "alignment.yml"
NOTES = "notes.yml"
MAPPING = "mapping.yml"
SETTINGS_FILES = (SETTINGS, DECISIONS, NOTES, MAPPING)
"""what a document's folder may hold besides its texts"""
IGNORED_NAMES = compile_lazily_with_properties(r"(?i)\.|~\$|readme(?!\p{L})|.*(?:~|\.yml)$", regex.S)


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that a reader can read."""

    name: str
    """in NFC; what document.yml and sources say"""
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderListing:
    """A folder, looked at but not into its files."""

    texts: tuple[TextFile, ...]
    """in natural order"""
    folders: tuple[Path, ...]
    ignored: tuple[tuple[str, str], ...]
    """name and reason, of files that someone might miss"""
    problems: tuple[Problem, ...]


def find_source(folder: Path, name: str) -> Path | None:
    """Find a file by the name that sources bear, which may be composed otherwise than on the disk."""
    if (folder / name).is_file():
        return folder / name
    for part in name.split("/"):
        inside = sorted(folder.iterdir()) if folder.is_dir() else []
        found = [path for path in inside if compose_name(path.name) == part]
        if not found:
            return None
        folder = found[0]
    return folder


def read_document_files(place: DocumentLocation, survey: CollectionSurvey) -> DocumentFiles:
    """Read all files of a document of a collection.

    Raises:
        UsageError: a file that was there a moment ago is gone; a site made of the rest would lack it.
    """
    if is_folder(place.path):
        prefix = f"{compose_name(place.path.name)}/"
        material = read_folder_files(place.id, place.path, root=survey.root, prefix=prefix)
    else:
        material = read_listed_files(
            place.id, [TextFile(compose_name(place.path.name), place.path)], required=True
        )
    dated = (replace(raw, committed=survey.committed.get(raw.path)) for raw in material.texts)
    return replace(material, texts=tuple(dated))


def read_folder_files(
    document: str, path: Path, *, root: Path, prefix: str, required: bool = True
) -> DocumentFiles:
    """Read all files of a document that is a folder.

    Args:
        document: the id it shall have.
        path: the folder.
        root: what symbolic links must not leave.
        prefix: what stands before a text's name in its source's path.
        required: whether a text without a word in it is an error.

    Raises:
        UsageError: as for `read_document_files`.
    """
    folder = list_folder(path, root)
    return DocumentFiles(
        id=document,
        path=make_printable(path.as_posix()),
        prefix=prefix,
        texts=tuple(read_raw_file(text, prefix, required=True) for text in folder.texts),
        settings=read_optional_file(path, SETTINGS, prefix),
        decisions=read_optional_file(path, DECISIONS, prefix),
        notes=read_optional_file(path, NOTES, prefix),
        mapping=read_optional_file(path, MAPPING, prefix),
        problems=(*folder.problems, *(() if folder.texts else (build_no_text_problem(path, folder),))),
        findings=tuple(report_left_out(folder, prefix)),
        folder=True,
        required=required,
    )


def read_listed_files(document: str, texts: list[TextFile], *, required: bool) -> DocumentFiles:
    """Read files as the versions of one document."""
    return DocumentFiles(
        id=document,
        path=make_printable(texts[0].path.as_posix()),
        texts=tuple(read_raw_file(text, "", required=required) for text in texts),
        required=required,
    )


def read_optional_file(folder: Path, name: str, prefix: str) -> RawFile | None:
    """Read a settings file if there is one."""
    try:
        return read_raw_file(TextFile(name, folder / name), prefix, required=True)
    except UsageError:
        return None


def read_raw_file(text: TextFile, prefix: str, *, required: bool) -> RawFile:
    """Read one file; that it cannot be read is a problem of the document.

    Raises:
        UsageError: it is required, since it was there a moment ago, and gone.
    """
    where = make_printable(text.path.as_posix())
    try:
        if is_old_format(text.name):
            data = convert_old_format(text.path, where)
            return RawFile(path=f"{prefix}{text.name}.docx", shown=where, data=data)
        return RawFile(path=prefix + text.name, shown=where, data=text.path.read_bytes())
    except SourceError as error:
        return RawFile(path=prefix + text.name, shown=where, problem=error.problem)
    except FileNotFoundError as error:
        if required:
            message = f"{where} was removed while the texts were read; nothing was written. Start again."
            raise UsageError(message) from error
        message = "there is no such file"
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"this file cannot be read: {reason}"
    return RawFile(path=prefix + text.name, shown=where, problem=Problem(path=where, message=message))


def build_no_text_problem(path: Path, folder: FolderListing) -> Problem:
    """State that a folder is no document, and what may have been meant."""
    if any(map(has_texts, folder.folders)):
        message = "the texts lie deeper: put all versions of a document into one folder of the collection"
    else:
        message = f"no text in this folder: give each version a file in it ({', '.join(READERS)})"
    return Problem(path=make_printable(path.as_posix()), message=message)


def report_left_out(folder: FolderListing, prefix: str) -> list[Finding]:
    """Say what a reader may miss, so that nothing is left out in silence."""
    deeper = [
        (f"{make_printable(each.name)}/", "texts in folders below a document’s are not read")
        for each in folder.folders
        if has_texts(each)
    ]
    return [
        make_finding("file_ignored", file=prefix + name, reason=reason)
        for name, reason in (*folder.ignored, *deeper)
    ]


def is_ignored(name: str) -> bool:
    """Tell whether a file is none of ours: hidden, a README, settings, an editor's backup or lock file."""
    return bool(IGNORED_NAMES.match(name))


def list_folder(folder: Path, root: Path) -> FolderListing:
    """List a folder.

    Args:
        folder: the folder.
        root: what symbolic links must not leave.

    Post-conditions:
        1. Every entry is a text, a folder, left alone, ignored with a reason, or a problem.
        2. The order of the file system does not show.
    """
    texts: dict[str, TextFile] = {}
    folders: list[Path] = []
    ignored: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for path in list_entries(folder, problems):
        name = compose_name(path.name)
        if message := explain_misplaced(path, root, name):
            problems.append(Problem(path=make_printable(path.as_posix()), message=message))
        elif is_ignored(name):
            continue
        elif is_folder(path):
            folders.append(path)
        elif not stat.S_ISREG(file_mode(path)):
            ignored.append((name, "it is no file that can be read"))
        elif file_suffix(name) not in READERS:
            ignored.append((name, f"there is no reader for it, only for {', '.join(READERS)}"))
        elif name in texts:
            message = "another file here has the same name in Unicode’s composed form; rename one"
            problems.append(Problem(path=make_printable(path.as_posix()), message=message))
        else:
            texts[name] = TextFile(name, path)
    return FolderListing(
        texts=tuple(texts.values()), folders=tuple(folders), ignored=tuple(ignored), problems=tuple(problems)
    )


def file_mode(path: Path) -> int:
    """Return what the file system says of a path; 0 where it says nothing, for whatever reason.

    `Path.is_dir` raises where a name is too long or a folder must not be entered.
    """
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder, as far as can be seen."""
    return stat.S_ISDIR(file_mode(path))


def list_entries(folder: Path, problems: list[Problem]) -> list[Path]:
    """List a folder in natural order; one that cannot be listed is a problem."""
    try:
        return sorted(folder.iterdir(), key=lambda path: natural_key(path.name))
    except OSError as error:
        message = f"this folder cannot be read: {error.strerror}"
        problems.append(Problem(path=make_printable(folder.as_posix()), message=message))
        return []


def explain_misplaced(path: Path, root: Path, name: str) -> str | None:
    """Say what is wrong with an entry as such."""
    meant = name.casefold().replace(".yaml", ".yml")
    if meant in SETTINGS_FILES and name != meant:
        return f"this file is not read under this name: rename it to {meant}"
    if path.is_symlink() and not name.startswith("."):
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):
            return "this symbolic link leads nowhere: remove it"
        if not target.is_relative_to(root.resolve()):
            return "this symbolic link leads out of the folder: copy the text to this place"
    return None


def has_texts(folder: Path) -> bool:
    """Tell whether texts lie in a folder or below it; symbolic links to folders are not followed.

    A folder that cannot be listed may hold some: who reads it is told why it cannot be read.
    """
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return True
    return any(
        has_texts(path) if is_folder(path) and not path.is_symlink() else file_suffix(path.name) in READERS
        for path in entries
        if not is_ignored(path.name)
    )
