"""Raised digits: marks of notes, and powers. PDFium gives plain digits, and often a line end after them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from hexapla.readers.pdf.page_lines import Glyph
from hexapla.readers.source_builder import superscript

SMALL = 0.8
"""of the size of the characters beside it"""
LIFT = 0.12
"""of their size by which it stands higher"""
NEAR = 1.0
"""of their size, within which they stand beside it"""


def mark_superscripts(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the characters with raised digits as such, on the line in which they stand."""
    inked = [n for n, each in enumerate(glyphs) if not (each.generated or each.char.isspace())]
    lifted: set[int] = set()
    torn: set[int] = set()
    for at, end in find_digit_runs([glyphs[n] for n in inked]):
        first, last = glyphs[inked[at]], glyphs[inked[end - 1]]
        before = glyphs[inked[at - 1]] if at else None
        after = glyphs[inked[end]] if end < len(inked) else None
        joins = before is not None and is_above(first, before) and is_near(before, first)
        leads = after is not None and is_above(last, after) and is_near(last, after)
        if joins or leads:
            lifted.update(inked[at:end])
        if leads:
            torn.update(range(inked[at - 1 if joins else end - 1] + 1, inked[end]))
    return [
        replace(each, char=superscript(each.char)) if n in lifted else each
        for n, each in enumerate(glyphs)
        if not (n in torn and each.char in "\r\n")
    ]


def find_digit_runs(inked: Sequence[Glyph]) -> Iterator[tuple[int, int]]:
    """Yield where runs of digits of one size begin and end."""
    digits = [each.size if each.char in "0123456789" else None for each in inked]
    at = 0
    for size, run in groupby(digits):
        end = at + len(list(run))
        if size is not None:
            yield at, end
        at = end


def is_above(one: Glyph, other: Glyph) -> bool:
    """Tell whether a character is smaller than another and stands higher, but on its line."""
    return one.size <= SMALL * other.size and LIFT * other.size <= one.bottom - other.bottom <= other.size


def is_near(one: Glyph, other: Glyph) -> bool:
    """Tell whether a character follows another closely."""
    return abs(other.left - one.right) < NEAR * max(one.size, other.size)
