"""Files are known by their first bytes; what is locked or of another format is told with what to do."""

import pytest

from hexapla.errors import SourceError
from hexapla.readers import read_source
from hexapla.readers.registry import READERS
from readers.zipped_parts import zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


LOCKED = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="{}"><manifest:encryption-data/></manifest:file-entry>'
    "</manifest:manifest>"
)
WORD = zipped({"word/document.xml": "<w/>"})
CASES = [
    ("old Word", "a.docx", stream("WordDocument"), "Word's old format", "save it as .docx"),
    ("old Word with a theme in it", "a.docx", stream("WordDocument") + WORD, "Word's old format", ".docx"),
    ("old Word as text", "a.txt", stream("WordDocument"), "Word's old format", ".docx"),
    ("a locked Word file", "a.docx", stream("EncryptedPackage"), "password", "take the password away"),
    ("an old file of another kind", "a.pdf", OLE, "old office program", "save it as .docx"),
    ("PDF as Word", "a.docx", b"%PDF-1.7\n", "a PDF", "end in .pdf"),
    ("Word as OpenDocument", "a.odt", WORD, "a Word document", "end in .docm"),
    ("Word as text", "a.txt", WORD, "a Word document", "end in .doc"),
    ("a workbook", "a.docx", zipped({"xl/workbook.xml": ""}), "an Excel workbook", "save it as .docx"),
    ("Rich Text", "a.docx", rb"{\rtf1 x}", "Rich Text Format", "save it as .docx"),
    ("a web page as Word", "a.docx", b"<html><body>x", "a web page", "end in .html"),
    (
        "locked OpenDocument",
        "a.odt",
        zipped({"META-INF/manifest.xml": LOCKED.format("content.xml"), "content.xml": "\x01"}),
        "password",
        "take the password away",
    ),
    (
        "OpenDocument that is locked as a whole",
        "a.ott",
        zipped({"META-INF/manifest.xml": LOCKED.format("encrypted-package"), "encrypted-package": "\x01"}),
        "password",
        "take the password away",
    ),
]


@pytest.mark.parametrize(
    ("name", "data", "what", "remedy"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_what_a_file_is_and_what_to_do(name: str, data: bytes, what: str, remedy: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_source(name, data)
    assert what in caught.value.problem.message
    assert remedy in caught.value.problem.message


@pytest.mark.parametrize("suffix", [".docm", ".dotx", ".dotm", ".ott", ".xhtml"])
def test_formats_are_read_under_their_other_suffixes(suffix: str) -> None:
    assert suffix in READERS


def test_a_text_that_speaks_of_a_format_is_a_text() -> None:
    assert read_source("a.txt", b"A file that begins with %PDF- is a PDF.").text
