"""Files that are their text: nothing but an encoding stands between bytes and characters."""

from hexapla.model import Source
from hexapla.readers.characters import source
from hexapla.readers.encoding import decode

__all__ = ["markdown", "plain"]


def plain(path: str, data: bytes, encoding: str | None) -> Source:
    """Read plain text; see `read`."""
    text, found = decode(path, data, encoding)
    return source(path, data, text, encoding=found, media_type="text/plain")


def markdown(path: str, data: bytes, encoding: str | None) -> Source:
    """Read Markdown, marks and all: offsets into the text are offsets into the file.

    Segmentation reads the marks; to render them here and map offsets back would gain nothing.
    """
    text, found = decode(path, data, encoding)
    return source(path, data, text, encoding=found, media_type="text/markdown")
