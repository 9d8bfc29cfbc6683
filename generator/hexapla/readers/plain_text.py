"""Files that are their text: nothing but an encoding stands between bytes and characters."""

from dataclasses import replace

from hexapla.model import Source
from hexapla.readers.encodings import decode_file
from hexapla.readers.markdown.evidence import is_markdown
from hexapla.readers.reading_findings import report_encoding
from hexapla.readers.source_builder import build_source


def read_plain_text(path: str, data: bytes, encoding: str | None) -> Source:
    """Read plain text; what plainly is Markdown is read as such. See `read_source`."""
    source = decode_source(path, data, encoding, "text/plain")
    return read_markdown(path, data, encoding) if is_markdown(source.text) else source


def read_markdown(path: str, data: bytes, encoding: str | None) -> Source:
    """Read Markdown; its parser is loaded with the first such text."""
    from hexapla.readers.markdown import markdown_source  # noqa: PLC0415 - whoever reads none does not wait for it

    return markdown_source.read_markdown(path, data, encoding)


def decode_source(path: str, data: bytes, encoding: str | None, media_type: str) -> Source:
    """Decode a file; doubt about its encoding is reported."""
    decoded = decode_file(path, data, encoding)
    made = build_source(path, data, decoded.text, encoding=decoded.encoding, media_type=media_type)
    return replace(made, findings=(*report_encoding(path, decoded), *made.findings))
