"""Files that are their text: nothing but an encoding stands between bytes and characters."""

from dataclasses import replace

from hexapla.model import Source
from hexapla.readers.encodings import decode_file
from hexapla.readers.reading_findings import report_encoding
from hexapla.readers.source_builder import build_source


def read_plain_text(path: str, data: bytes, encoding: str | None) -> Source:
    """Read plain text; see `read_source`."""
    return decode_source(path, data, encoding, "text/plain")


def read_markdown(path: str, data: bytes, encoding: str | None) -> Source:
    """Read Markdown, marks and all: offsets into the text are offsets into the file.

    Segmentation reads the marks; to render them here and map offsets back would gain nothing.
    """
    return decode_source(path, data, encoding, "text/markdown")


def decode_source(path: str, data: bytes, encoding: str | None, media_type: str) -> Source:
    """Decode a file; doubt about its encoding is reported."""
    decoded = decode_file(path, data, encoding)
    made = build_source(path, data, decoded.text, encoding=decoded.encoding, media_type=media_type)
    return replace(made, findings=(*report_encoding(path, decoded), *made.findings))
