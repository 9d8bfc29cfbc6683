"""Footnotes of a page: small lines at its foot, or at that of a column, led to by raised numbers above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

import regex

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.characters import superscript
from hexapla.readers.pdf.page_lines import PdfLine

SMALL = 0.94
"""of the usual size of a text's characters"""
LEADING = 1.7
"""sizes of the type from line to line; what stands farther below is a footer"""
MARK = compile_lazily_with_properties(r"\s*([⁰¹²³⁴-⁹]+|\d{1,3})[\s\u3000]*(?=[^\s\d.,:)])")

PageBlocks = Sequence[Sequence[PdfLine]]


@dataclass(slots=True)
class SeparatedNotes:
    """A text's blocks without its notes, and the lines of each note."""

    blocks: list[list[PdfLine]] = field(default_factory=list)
    notes: list[list[PdfLine]] = field(default_factory=list)

    def sure(self) -> set[tuple[int, int]]:
        """Return the lines that cannot be a page's footer: they stand close below the number of a note."""
        return {line_key(line) for note in self.notes for line in note if line.page == note[0].page}


def separate_notes(pages: Sequence[PageBlocks]) -> SeparatedNotes:
    """Take the notes of pages out of their blocks.

    A note begins with a number that stands raised among the page's other lines, and goes on with small lines,
    on the next page's foot too. Without raised numbers in the text there are no notes.
    """
    sizes = [line.size for blocks in pages for block in blocks for line in block]
    small = SMALL * median(sizes) if sizes else 0.0
    noted = SeparatedNotes()
    for blocks in pages:
        feet = {(line.page, line.number) for block in blocks for line in find_foot_lines(block, small)}
        body = "\n".join(line.text for block in blocks for line in block if line_key(line) not in feet)
        goes_on = bool(noted.notes)
        for block in blocks:
            kept = []
            for line in block:
                begins = line_key(line) in feet and match_note_start(line, body)
                if begins:
                    noted.notes.append([begins])
                    goes_on = True
                elif line_key(line) in feet and goes_on and is_next(noted.notes[-1][-1], line):
                    noted.notes[-1].append(line)
                else:
                    kept.append(line)
            noted.blocks.append(kept)
    return noted


def is_next(last: PdfLine, line: PdfLine) -> bool:
    """Tell whether a line goes on where another ends: close below it, or on another page or column."""
    return (
        line.page != last.page or line.middle > last.middle or last.middle - line.middle < LEADING * line.size
    )


def line_key(line: PdfLine) -> tuple[int, int]:
    """Return a line's page and number."""
    return line.page, line.number


def find_foot_lines(block: Sequence[PdfLine], small: float) -> Iterator[PdfLine]:
    """Yield the small lines at the end of a block, last first."""
    for line in reversed(block):
        if line.size > small:
            return
        yield line


def match_note_start(line: PdfLine, body: str) -> PdfLine | None:
    """Return a line that begins a note of this page, its number raised; None if it begins none."""
    mark = MARK.match(line.text)
    shown = superscript(mark[1]) if mark else ""
    if mark is None or not regex.search(rf"(?<=\S){shown}(?![⁰¹²³⁴-⁹])", body):
        return None
    return replace(line, text=f"{shown} {line.text[mark.end() :]}")
