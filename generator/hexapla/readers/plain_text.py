"""Files that are their text: nothing but an encoding stands between bytes and characters."""

from dataclasses import replace

from hexapla.model import Source
from hexapla.readers.encodings import decode_file
from hexapla.readers.markdown.evidence import is_markdown
from hexapla.readers.reading_findings import report_encoding
from hexapla.readers.source_builder import SourceBuilder, are_mostly_columns, build_source, write_lines
from hexapla.readers.text_tables import read_text_tables


def read_plain_text(path: str, data: bytes, encoding: str | None) -> Source:
    """Read plain text; what plainly is Markdown is read as such. See `read_source`."""
    source = decode_source(path, data, encoding, "text/plain")
    if table := read_columns(source, data):
        return table
    return read_markdown(path, data, encoding) if is_markdown(source.text) else source


def read_markdown(path: str, data: bytes, encoding: str | None) -> Source:
    """Read Markdown; its parser is loaded with the first such text."""
    from hexapla.readers.markdown.markdown_source import read_markup  # noqa: PLC0415 - only who reads it waits

    source = decode_source(path, data, encoding, "text/markdown")
    return read_columns(source, data) or read_markup(source)


def read_columns(source: Source, data: bytes) -> Source | None:
    """Write the columns of a table of old and new wording one after another; None for a text without one."""
    lines = read_text_tables(source.text)
    if lines is None or not are_mostly_columns(lines):
        return None
    writing = SourceBuilder(source.path, paragraphs=False)
    write_lines(writing, lines)
    return writing.source(
        data, media_type=source.media_type, encoding=source.encoding, findings=source.findings
    )


def decode_source(path: str, data: bytes, encoding: str | None, media_type: str) -> Source:
    """Decode a file; doubt about its encoding is reported."""
    decoded = decode_file(path, data, encoding)
    made = build_source(path, data, decoded.text, encoding=decoded.encoding, media_type=media_type)
    return replace(made, findings=(*report_encoding(path, decoded), *made.findings))
