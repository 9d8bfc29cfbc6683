"""Pages whose text runs up, down or upside down: turned, so that it runs to the right.

A landscape table in an upright document is drawn sideways, and the page says, or does not say, that it is
shown turned. Han characters that are set in columns run down, and the next column stands to the left: turned,
these are lines below each other.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hexapla.readers.pdf.page_lines import Glyph, PdfLine

Box = tuple[float, float, float, float]
"""left, bottom, right, top"""
UPSIDE_DOWN = 180
NEAR = 3.0
"""sizes of a character within which the next one stands in the same line"""


def turn_page(glyphs: Sequence[Glyph], bounds: Box, rotation: int) -> tuple[Sequence[Glyph], Box]:
    """Turn characters and the bounds of their page; most are as they should be."""
    way = find_direction(glyphs)
    if way == "left" and rotation != UPSIDE_DOWN:
        way = "right"  # letters that are written to the left, as Hebrew is
    if way == "right":
        return glyphs, bounds
    return [move_glyph(each, turn_box(glyph_box(each), way)) for each in glyphs], turn_box(bounds, way)


def find_direction(glyphs: Sequence[Glyph]) -> str:
    """Return where most characters' followers stand."""
    steps: Counter[str] = Counter()
    inked = [each for each in glyphs if not (each.generated or each.char.isspace())]
    for one, other in pairwise(inked):
        x, y = other.left - one.left, other.bottom - one.bottom
        if max(abs(x), abs(y)) < NEAR * max(one.size, other.size):
            across = "right" if x >= 0 else "left"
            steps[across if abs(x) >= abs(y) else "up" if y > 0 else "down"] += 1
    return max(("right", "left", "up", "down"), key=lambda way: steps[way])


def glyph_box(glyph: Glyph) -> Box:
    """Return a character's box."""
    return glyph.left, glyph.bottom, glyph.right, glyph.top


def move_glyph(glyph: Glyph, box: Box) -> Glyph:
    """Put a character into another box."""
    left, bottom, right, top = box
    return replace(glyph, left=left, bottom=bottom, right=right, top=top)


def turn_box(box: Box, way: str) -> Box:
    """Turn a box so that what ran that way runs to the right."""
    left, bottom, right, top = box
    if way == "up":
        return bottom, -right, top, -left
    if way == "down":
        return -top, left, -bottom, right
    return -right, -top, -left, -bottom


def order_downwards(lines: Sequence[PdfLine]) -> Sequence[PdfLine]:
    """Return lines from the top downwards, where PDFium took them from the bottom."""
    steps = Counter(
        other.middle > one.middle
        for one, other in pairwise(lines)
        if one.left < other.right and other.left < one.right and not one.is_beside(other)
    )
    return lines[::-1] if steps[True] > steps[False] else lines
