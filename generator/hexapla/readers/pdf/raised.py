"""Raised digits: marks of notes, and powers. PDFium gives plain digits, and often a line end after them."""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.readers.pdf.lines import Glyph
from hexapla.readers.writing import superscript

__all__ = ["raised"]

SMALL = 0.8
"""of the size of the characters beside it"""
LIFT = 0.12
"""of their size by which it stands higher"""
NEAR = 1.0
"""of their size, within which they stand beside it"""


def raised(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the characters with raised digits as such, on the line in which they stand."""
    inked = [n for n, each in enumerate(glyphs) if not (each.generated or each.char.isspace())]
    lifted: set[int] = set()
    torn: set[int] = set()
    at = 0
    while at < len(inked):
        end = at
        while end < len(inked) and glyphs[inked[end]].char in "0123456789":
            if end > at and glyphs[inked[end]].size != glyphs[inked[at]].size:
                break
            end += 1
        if end > at:
            run = [glyphs[n] for n in inked[at:end]]
            before = glyphs[inked[at - 1]] if at else None
            after = glyphs[inked[end]] if end < len(inked) else None
            joins = before is not None and is_above(run[0], before) and is_near(before, run[0])
            leads = after is not None and is_above(run[-1], after) and is_near(run[-1], after)
            if joins or leads:
                lifted.update(inked[at:end])
            if joins and leads:
                torn.update(range(inked[at - 1] + 1, inked[end]))
            elif leads:
                torn.update(range(inked[end - 1] + 1, inked[end]))
        at = max(end, at + 1)
    return [
        replace(each, char=superscript(each.char)) if n in lifted else each
        for n, each in enumerate(glyphs)
        if not (n in torn and each.char in "\r\n")
    ]


def is_above(one: Glyph, other: Glyph) -> bool:
    """Tell whether a character is smaller than another and stands higher, but on its line."""
    return one.size <= SMALL * other.size and LIFT * other.size <= one.bottom - other.bottom <= other.size


def is_near(one: Glyph, other: Glyph) -> bool:
    """Tell whether a character follows another closely."""
    return abs(other.left - one.right) < NEAR * max(one.size, other.size)
