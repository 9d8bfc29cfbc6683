"""A PDF → `Source`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hexapla.errors import Problem, SourceError
from hexapla.findings import Finding, finding
from hexapla.model import Place, Source
from hexapla.readers.characters import REPLACEMENT
from hexapla.readers.pdf.columns import in_order
from hexapla.readers.pdf.joining import paragraphs, unbroken
from hexapla.readers.pdf.lines import Line
from hexapla.readers.pdf.margins import Sheet, margin_lines
from hexapla.readers.pdf.notes import notes_apart
from hexapla.readers.pdf.pages import Page, pages
from hexapla.readers.reports import margins
from hexapla.readers.writing import Writing

__all__ = ["pdf"]

UNREADABLE = 0.2
"""share of characters without a name, from which on nothing can be read"""
NAMED = 10
"""page numbers that are listed"""


def pdf(path: str, data: bytes, _encoding: str | None) -> Source:
    """Read the text layer of a PDF.

    Post-conditions:
        1. A paragraph is a line of the text; its place is its page and its first line there.
        2. Headers, footers and page numbers are left out and told in a finding; no numbered line is one.
        3. Footnotes stand at the end, each as a line.
        4. Pages without text are told in a finding.

    Raises:
        SourceError: no PDF, protected, or beyond a limit.
    """
    ordered = [numbered(page) for page in pages(path, data)]
    sheets = [sheet for sheet, _ in ordered]
    left_out = margin_lines(sheets) - notes_apart([blocks for _, blocks in ordered]).sure()
    kept = [
        [[line for line in block if (line.page, line.number) not in left_out] for block in blocks]
        for _, blocks in ordered
    ]
    noted = notes_apart(kept)
    writing = Writing(path)
    for paragraph in paragraphs(noted.blocks):
        writing.line(paragraph.text, Place(start=0, page=paragraph.page, line=paragraph.line))
    writing.gap()
    for paragraph in map(unbroken, noted.notes):
        writing.line(paragraph.text, Place(start=0, page=paragraph.page, line=paragraph.line))
    lines = (line for sheet in sheets for line in sheet.lines)
    told = {line.text: None for line in lines if (line.page, line.number) in left_out}
    found = (*margins(list(told)), *without_text(sheets), *unreadable(path, sheets))
    return writing.source(data, media_type="application/pdf", encoding="utf-8", findings=found)


def numbered(page: Page) -> tuple[Sheet, list[list[Line]]]:
    """Put the lines of a page in order and number them."""
    count = 0
    blocks = []
    for block in in_order(page.lines):
        blocks.append([replace(line, page=page.number, number=count + n) for n, line in enumerate(block, 1)])
        count += len(block)
    lines = tuple(line for block in blocks for line in block)
    return Sheet(page.number, page.height, page.bottom, lines), blocks


def without_text(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Tell which pages hold no text: blank ones, or pictures of text."""
    empty = [sheet.number for sheet in sheets if not sheet.lines]
    if empty:
        named = ", ".join(map(str, empty[:NAMED])) + (" …" if len(empty) > NAMED else "")
        yield finding("pages_without_text", count=len(empty), pages=len(sheets), numbers=named)


def unreadable(path: str, sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Tell how many characters are none, because their font does not name them.

    Raises:
        SourceError: so many that there is no text to be read.
    """
    text = "".join(line.text for sheet in sheets for line in sheet.lines)
    count = text.count(REPLACEMENT)
    if count > UNREADABLE * len(text):
        message = (
            "its fonts do not say which letters they show: print it from its program to a new PDF, or let a "
            "program recognise the text"
        )
        raise SourceError(Problem(path=path, message=message))
    if count:
        yield finding("characters_replaced", count=count)
