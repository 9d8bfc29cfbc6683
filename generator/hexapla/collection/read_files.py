"""Files on disk → the material of one document. All reading of files is here."""

from dataclasses import replace
from pathlib import Path

from hexapla.collection.file_names import compose_name, make_printable
from hexapla.collection.folder import (
    DECISIONS,
    SETTINGS,
    FolderListing,
    TextFile,
    has_texts,
    is_folder,
    list_folder,
)
from hexapla.collection.material import (
    CollectionSurvey,
    DocumentFiles,
    DocumentLocation,
    RawFile,
)
from hexapla.errors import Problem, UsageError
from hexapla.findings import Finding, make_finding
from hexapla.readers import READERS


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
        UsageError: as for `gather`.
    """
    folder = list_folder(path, root)
    return DocumentFiles(
        id=document,
        path=make_printable(path.as_posix()),
        prefix=prefix,
        texts=tuple(read_raw_file(text, prefix, required=True) for text in folder.texts),
        settings=read_optional_file(path, SETTINGS, prefix),
        decisions=read_optional_file(path, DECISIONS, prefix),
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
        return RawFile(path=prefix + text.name, shown=where, data=text.path.read_bytes())
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
