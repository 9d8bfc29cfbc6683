"""A web page → `Source`."""

import codecs
from collections.abc import Iterator

import regex
from selectolax.lexbor import LexborHTMLParser

from hexapla.errors import SourceError
from hexapla.findings import Finding
from hexapla.model import Source
from hexapla.readers import limits
from hexapla.readers.encodings import decode_file, is_encoding
from hexapla.readers.reading_findings import report_encoding, report_unseen
from hexapla.readers.source_builder import SourceBuilder, SourceLine, write_lines
from hexapla.readers.web.html_blocks import HtmlBlocks
from hexapla.readers.web.html_tree import check_depth
from hexapla.readers.web.page_styles import read_page_styles
from hexapla.readers.xml_parser import declared_encoding

META = regex.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9._:-]{1,40})")
HEAD = 4096
"""bytes in which a page says its encoding"""
BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BROWSER_ENCODINGS = dict.fromkeys(("utf-16", "utf-16le", "utf-16be"), "utf-8") | {"x-sjis": "cp932"}
"""a page that can be read as far as its own word is no UTF-16"""


def read_html(path: str, data: bytes, encoding: str | None) -> Source:
    """Read a web page as a browser shows it, without what is hidden and without scripts.

    Menus and the like stay: segmentation sets them aside, so that they can be looked at.

    Post-conditions:
        1. A block is a line; a paragraph or heading has an empty line around it, a row of a table is a line,
           cells separated by tabs; items of `<ol>` have their numbers.
        2. Nothing outside the file was looked at.

    Raises:
        SourceError: the bytes are no text, or the page is beyond a limit.
    """
    limits.check_size(path, f"{len(data):,} bytes of HTML", len(data), limits.LARGEST_MARKUP)
    text, found, doubts = decode_page(path, data, encoding)
    writing = SourceBuilder(path)
    lines, told = read_page_lines(path, text)
    write_lines(writing, lines)
    return writing.source(data, media_type="text/html", encoding=found, findings=(*doubts, *told))


def decode_page(path: str, data: bytes, encoding: str | None) -> tuple[str, str, tuple[Finding, ...]]:
    """Decode a page: as the editor says, else its byte order mark, its own word, or its bytes.

    A page that is not in the encoding that it names is read as its bytes have it, and that is reported.
    """
    said = None if data.startswith(BYTE_ORDER_MARKS) else find_declared_encoding(data)
    try:
        decoded = decode_file(path, data, encoding or said)
    except SourceError:
        if encoding is not None or said is None:
            raise
        decoded = decode_file(path, data, None)._replace(other=said, sure=False)
    return decoded.text, decoded.encoding, tuple(report_encoding(path, decoded))


def find_declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page names, in `<meta>` or as XML."""
    match = META.search(data[:HEAD])
    name = match[1].decode("ascii").lower() if match else declared_encoding(data)
    name = BROWSER_ENCODINGS.get(name, name) if name else None
    return name if name and is_encoding(name) else None


def read_page_lines(path: str, text: str) -> tuple[list[SourceLine], tuple[Finding, ...]]:
    """Read the characters of a page as lines.

    Raises:
        SourceError: the page is too deep.
    """
    check_depth(path, text)
    parsed = LexborHTMLParser(text)
    root = parsed.body
    if root is None:
        return [], ()
    page = HtmlBlocks(styles=read_page_styles(parsed))
    page.read(root)
    return list(drop_repeated_blanks(page.lines)), tuple(report_unseen(page))


def drop_repeated_blanks(lines: list[SourceLine]) -> Iterator[SourceLine]:
    """Leave out empty lines that follow empty ones, and those at the beginning."""
    last = ""
    for line in lines:
        if line.text or last:
            yield line
        last = line.text
