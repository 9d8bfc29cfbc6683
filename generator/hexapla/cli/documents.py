"""Which files commands without a project read: paths, a document of a collection by its id, stdin as `-`."""

import atexit
import io
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from hexapla import collection
from hexapla.collection import CollectedDocument
from hexapla.errors import UsageError

STDIN: Final = Path("-")
BEGINNINGS: Final = (
    (b"%PDF-", ".pdf"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
    (b"<?xml", ".xml"),
)
"""how files of a format begin, in lower case; what begins otherwise is plain text"""
PACKED: Final = {"word/document.xml": ".docx", "content.xml": ".odt", "META-INF/container.xml": ".epub"}
"""what the zip files of a format hold"""
ZIP: Final = b"PK\x03\x04"


def locate_files(files: Sequence[Path]) -> list[Path]:
    """Return what is to be read: each path as it is, each id of a document as its folder or file.

    A path that exists goes before an id. What is neither stays, so that its reader says what is wrong.

    Raises:
        UsageError: stdin is named twice, or is a terminal.
    """
    if sum(path == STDIN for path in files) > 1:
        raise UsageError("“-” is stdin, which can be read once only; name files for the others.")
    return [read_stdin() if path == STDIN else locate_file(path) for path in files]


def ask_meaning(loaded: CollectedDocument, name: str | None) -> CollectedDocument:
    """Return a document that asks the named sentence model for suggestions; None: as its settings say."""
    return loaded if name is None else replace(loaded, plan=replace(loaded.plan, meaning=name))


def locate_file(path: Path) -> Path:
    """Return a path, or where the document of that id lies in the collection around us."""
    if path.exists() or path.is_absolute():
        return path
    for folder in find_texts_around(Path.cwd() / path.name):
        if folder.is_dir():
            try:
                survey = collection.survey_collection(folder)
                return collection.locate_document(survey, path.as_posix()).path
            except UsageError:
                return path
    return path


def find_texts_around(out: Path | None) -> tuple[Path, ...]:
    """Return where source texts may lie in the projects around an output; nowhere around stdout."""
    if out is None:
        return ()
    from hexapla.site import find_source_folders  # noqa: PLC0415 - MkDocs is loaded where a file is written

    return find_source_folders(out)


def read_stdin() -> Path:
    """Put what stdin holds into a file, which is there until the command ends.

    Raises:
        UsageError: nobody would write it.
    """
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("“-” is stdin, and there it is a terminal; send a text through a pipe.")
    data = sys.stdin.buffer.read()
    scratch = tempfile.TemporaryDirectory(prefix="hexapla-")
    atexit.register(scratch.cleanup)
    place = Path(scratch.name, "stdin", f"stdin{guess_suffix(data)}")  # names that every run gives alike
    place.parent.mkdir()
    place.write_bytes(data)
    return place


def guess_suffix(data: bytes) -> str:
    """Return the suffix under which bytes without a name are read.

    >>> guess_suffix(b"%PDF-1.7"), guess_suffix("第一条".encode())
    ('.pdf', '.txt')
    """
    if data.startswith(ZIP):
        try:
            names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
        except (zipfile.BadZipFile, OSError, ValueError):
            names = set()
        return next((suffix for name, suffix in PACKED.items() if name in names), ".txt")
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:32].lower()
    return next((suffix for beginning, suffix in BEGINNINGS if head.startswith(beginning)), ".txt")
