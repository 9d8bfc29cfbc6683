"""Files on disk → the material of one document. All reading of files is here."""

from dataclasses import replace
from pathlib import Path

from hexapla.collection.folder import (
    DECISIONS,
    SETTINGS,
    Folder,
    Text,
    holds_texts,
    is_folder,
    look,
)
from hexapla.collection.naming import composed, shown
from hexapla.collection.values import Material, Place, Raw, Survey
from hexapla.errors import Problem, UsageError
from hexapla.findings import Finding, finding
from hexapla.readers import READERS

__all__ = ["gather", "gather_files", "gather_folder"]


def gather(place: Place, survey: Survey) -> Material:
    """Read all files of a document of a collection.

    Raises:
        UsageError: a file that was there a moment ago is gone; a site made of the rest would lack it.
    """
    if is_folder(place.path):
        prefix = f"{composed(place.path.name)}/"
        material = gather_folder(place.id, place.path, root=survey.root, prefix=prefix)
    else:
        material = gather_files(place.id, [Text(composed(place.path.name), place.path)], required=True)
    dated = (replace(raw, committed=survey.committed.get(raw.path)) for raw in material.texts)
    return replace(material, texts=tuple(dated))


def gather_folder(document: str, path: Path, *, root: Path, prefix: str, required: bool = True) -> Material:
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
    folder = look(path, root)
    return Material(
        id=document,
        path=shown(path.as_posix()),
        prefix=prefix,
        texts=tuple(raw(text, prefix, required=True) for text in folder.texts),
        settings=optional(path, SETTINGS, prefix),
        decisions=optional(path, DECISIONS, prefix),
        problems=(*folder.problems, *(() if folder.texts else (no_text(path, folder),))),
        findings=tuple(left_out(folder, prefix)),
        folder=True,
        required=required,
    )


def gather_files(document: str, texts: list[Text], *, required: bool) -> Material:
    """Read files as the versions of one document."""
    return Material(
        id=document,
        path=shown(texts[0].path.as_posix()),
        texts=tuple(raw(text, "", required=required) for text in texts),
        required=required,
    )


def optional(folder: Path, name: str, prefix: str) -> Raw | None:
    """Read a settings file if there is one."""
    try:
        return raw(Text(name, folder / name), prefix, required=True)
    except UsageError:
        return None


def raw(text: Text, prefix: str, *, required: bool) -> Raw:
    """Read one file; that it cannot be read is a problem of the document.

    Raises:
        UsageError: it is required, since it was there a moment ago, and gone.
    """
    where = shown(text.path.as_posix())
    try:
        return Raw(path=prefix + text.name, shown=where, data=text.path.read_bytes())
    except FileNotFoundError as error:
        if required:
            message = f"{where} was removed while the texts were read; nothing was written. Start again."
            raise UsageError(message) from error
        message = "there is no such file"
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"this file cannot be read: {reason}"
    return Raw(path=prefix + text.name, shown=where, problem=Problem(path=where, message=message))


def no_text(path: Path, folder: Folder) -> Problem:
    """State that a folder is no document, and what may have been meant."""
    if any(map(holds_texts, folder.folders)):
        message = "the texts lie deeper: put all versions of a document into one folder of the collection"
    else:
        message = f"no text in this folder: give each version a file in it ({', '.join(READERS)})"
    return Problem(path=shown(path.as_posix()), message=message)


def left_out(folder: Folder, prefix: str) -> list[Finding]:
    """Say what a reader may miss, so that nothing is left out in silence."""
    deeper = [
        (f"{shown(each.name)}/", "texts in folders below a document’s are not read")
        for each in folder.folders
        if holds_texts(each)
    ]
    return [
        finding("file_ignored", file=prefix + name, reason=reason)
        for name, reason in (*folder.ignored, *deeper)
    ]
