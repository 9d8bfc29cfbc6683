"""What a file is by its first bytes, where its name says otherwise, and which files are locked.

A file in Word's old format may hold a zip, so that it passes for an empty document; one with a password is an
OLE file, whatever its name. The signatures are those of the formats' specifications ([MS-CFB] 2.2,
[MS-OFFCRYPTO]
2.3.4.1, PDF 32000 7.5.2, RTF 1.9.1, APPNOTE.TXT 4.3).
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from hexapla.errors import Problem, SourceError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
PDF = b"%PDF-"
RTF = b"{\\rtf"
HEAD = 1 << 16
"""bytes at either end of a zip in which the names of its files are looked for"""
WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
OPEN_DOCUMENT = frozenset({".odt", ".ott"})
EPUB = frozenset({".epub"})
ZIPPED = WORD | OPEN_DOCUMENT | EPUB
NATIVE = ZIPPED | {".pdf"}
OLE_STREAMS = (
    ("WordDocument", "a document in Word's old format (.doc)"),
    ("Workbook", "an Excel workbook in the old format (.xls)"),
    ("PowerPoint Document", "a presentation in the old format (.ppt)"),
)
"""names of streams and what holds them"""
ZIP_CONTENTS: tuple[tuple[bytes, str, frozenset[str]], ...] = (
    (b"word/document", "a Word document", WORD),
    (b"application/epub+zip", "an electronic book", EPUB),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text", OPEN_DOCUMENT),
    (b"application/vnd.oasis.opendocument.", "an OpenDocument file that is no text", frozenset()),
    (b"xl/workbook", "an Excel workbook", frozenset()),
    (b"ppt/presentation", "a presentation", frozenset()),
)
"""what stands in a zip, what it is then, and the suffixes under which it is read"""


def check_signature(path: str, data: bytes) -> None:
    r"""Hold a file's first bytes against its name; what neither tells apart is left to the reader.

    Args:
        path: of the file; its suffix says what it should be.
        data: its bytes.

    Raises:
        SourceError: it is of another format than its name says, or locked by a password; says what to do.

    >>> check_signature("a.docx", b"PK\x03\x04 word/document.xml")
    >>> check_signature("a.docx", b"%PDF-1.7 ...")
    Traceback (most recent call last):
    hexapla.errors.SourceError: a.docx: this is a PDF, though its name ends in .docx: let its name end in .pdf
    """
    suffix = PurePosixPath(path).suffix.lower()
    for message in find_contradictions(suffix, data):
        raise SourceError(Problem(path=path, message=message))


def find_contradictions(suffix: str, data: bytes) -> Iterator[str]:
    """Yield why a file is not what its name says, and what to do."""
    if data.startswith(OLE):
        yield explain_ole(suffix, data)
    elif data.startswith(PDF) and suffix != ".pdf":
        yield tell_renamed("a PDF", suffix, ".pdf")
    elif data.startswith(ZIP) and (found := find_zip_contents(data)) and suffix not in found[1]:
        what, own = found
        yield tell_renamed(what, suffix, min(own)) if own else tell_saved(what, suffix)
    elif data.startswith(RTF):
        yield tell_saved("a document in Rich Text Format (.rtf)", suffix)
    elif suffix in NATIVE and data[:HEAD].lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        yield tell_renamed("a web page", suffix, ".html")


def explain_ole(suffix: str, data: bytes) -> str:
    """Return what an OLE file is; its streams' names stand in it as UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return (
            "this document is protected by a password: open it with the password in Word or LibreOffice, "
            "take the password away, and save it again"
        )
    found = (what for name, what in OLE_STREAMS if name.encode("utf-16-le") in data)
    return tell_saved(next(found, "a file of an old office program (OLE)"), suffix)


def find_zip_contents(data: bytes) -> tuple[str, frozenset[str]] | None:
    """Return what a zip holds, by the names of its files: they stand in its directory, at its end."""
    ends = data[:HEAD] + data[-HEAD:]
    return next(((what, own) for sign, what, own in ZIP_CONTENTS if sign in ends), None)


def tell_renamed(what: str, suffix: str, own: str) -> str:
    """Say that a file bears another format's name."""
    return f"this is {what}, though its name ends in {suffix}: let its name end in {own}"


def tell_saved(what: str, suffix: str) -> str:
    """Say that a file is of a format that is not read."""
    remedy = "open it in Word or LibreOffice and save it as .docx"
    return f"this is {what}, though its name ends in {suffix}: {remedy}"
