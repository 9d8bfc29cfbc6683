"""Files that are their text: nothing but an encoding stands between bytes and characters."""

from dataclasses import replace

from hexapla.model import Source
from hexapla.readers.characters import source
from hexapla.readers.encoding import decode
from hexapla.readers.reports import encodings

__all__ = ["markdown", "plain"]


def plain(path: str, data: bytes, encoding: str | None) -> Source:
    """Read plain text; see `read`."""
    return read(path, data, encoding, "text/plain")


def markdown(path: str, data: bytes, encoding: str | None) -> Source:
    """Read Markdown, marks and all: offsets into the text are offsets into the file.

    Segmentation reads the marks; to render them here and map offsets back would gain nothing.
    """
    return read(path, data, encoding, "text/markdown")


def read(path: str, data: bytes, encoding: str | None, media_type: str) -> Source:
    """Decode a file; doubt about its encoding is reported."""
    decoded = decode(path, data, encoding)
    made = source(path, data, decoded.text, encoding=decoded.encoding, media_type=media_type)
    return replace(made, findings=(*encodings(path, decoded), *made.findings))
