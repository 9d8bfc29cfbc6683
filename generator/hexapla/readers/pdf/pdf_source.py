"""A PDF → `Source`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hexapla.errors import Problem, SourceError
from hexapla.findings import Finding, make_finding
from hexapla.model import Source, SourceLocation
from hexapla.readers.characters import REPLACEMENT
from hexapla.readers.pdf.margins import OrderedPage, find_margin_lines
from hexapla.readers.pdf.page_footnotes import separate_notes
from hexapla.readers.pdf.page_lines import PdfLine, order_lines
from hexapla.readers.pdf.paragraphs import join_all_lines, join_paragraphs
from hexapla.readers.pdf.text_layer import PdfPage, read_pages
from hexapla.readers.reading_findings import report_margins
from hexapla.readers.source_builder import SourceBuilder

UNREADABLE_SHARE = 0.2
"""share of characters without a name, from which on nothing can be read"""
MOST_NAMED = 10
"""page numbers that are listed"""


def read_pdf(path: str, data: bytes, _encoding: str | None) -> Source:
    """Read the text layer of a PDF.

    Post-conditions:
        1. A paragraph is a line of the text; its place is its page and its first line there.
        2. Headers, footers and page numbers are left out and told in a finding; no numbered line is one.
        3. Footnotes stand at the end, each as a line.
        4. Pages without text are told in a finding.

    Raises:
        SourceError: no PDF, protected, or beyond a limit.
    """
    ordered = [number_lines(page) for page in read_pages(path, data)]
    sheets = [sheet for sheet, _ in ordered]
    left_out = find_margin_lines(sheets) - separate_notes([blocks for _, blocks in ordered]).sure()
    kept = [
        [[line for line in block if (line.page, line.number) not in left_out] for block in blocks]
        for _, blocks in ordered
    ]
    noted = separate_notes(kept)
    writing = SourceBuilder(path)
    for paragraph in join_paragraphs(noted.blocks):
        writing.line(paragraph.text, SourceLocation(start=0, page=paragraph.page, line=paragraph.line))
    writing.gap()
    for paragraph in map(join_all_lines, noted.notes):
        writing.line(paragraph.text, SourceLocation(start=0, page=paragraph.page, line=paragraph.line))
    lines = (line for sheet in sheets for line in sheet.lines)
    told = (line.text for line in lines if (line.page, line.number) in left_out)
    found = (*report_margins(told), *report_empty_pages(sheets), *report_unreadable(path, sheets))
    return writing.source(data, media_type="application/pdf", encoding="utf-8", findings=found)


def number_lines(page: PdfPage) -> tuple[OrderedPage, list[list[PdfLine]]]:
    """Put the lines of a page in order and number them."""
    count = 0
    blocks = []
    for block in order_lines(page.lines):
        blocks.append([replace(line, page=page.number, number=count + n) for n, line in enumerate(block, 1)])
        count += len(block)
    lines = tuple(line for block in blocks for line in block)
    return OrderedPage(page.number, page.height, page.bottom, lines), blocks


def report_empty_pages(sheets: Sequence[OrderedPage]) -> Iterator[Finding]:
    """Tell which pages hold no text: blank ones, or pictures of text."""
    empty = [sheet.number for sheet in sheets if not sheet.lines]
    if empty:
        named = ", ".join(map(str, empty[:MOST_NAMED])) + (" …" if len(empty) > MOST_NAMED else "")
        yield make_finding("pages_without_text", count=len(empty), pages=len(sheets), numbers=named)


def report_unreadable(path: str, sheets: Sequence[OrderedPage]) -> Iterator[Finding]:
    """Tell how many characters are none, because their font does not name them.

    Raises:
        SourceError: so many that there is no text to be read.
    """
    text = "".join(line.text for sheet in sheets for line in sheet.lines)
    count = text.count(REPLACEMENT)
    if count > UNREADABLE_SHARE * len(text):
        message = (
            "its fonts do not say which letters they show: print it from its program to a new PDF, or let a "
            "program recognise the text"
        )
        raise SourceError(Problem(path=path, message=message))
    if count:
        yield make_finding("characters_replaced", count=count)
