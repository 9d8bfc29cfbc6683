"""Printed lines: characters with their boxes, from a page's text layer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hexapla.text import is_wide

HYPHEN = "\x02"
"""what PDFium gives for a hyphen at the end of a line"""
GAP = 1.8
"""line heights of empty space after which a new column may begin"""
NARROW = 0.6
"""line heights: a space that PDFium saw between Han and Latin is mere spacing if it is narrower"""
SAME_HEIGHT = 0.5
CLOSING = frozenset("，。、；：！？）》〉」』】〕”’,.;:!?)]")
"""never begins a line, so that what stands before it goes along"""
OPENING = frozenset("（《〈「『【〔“‘([")
"""never ends a line"""
SUPERSCRIPT_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
TYPOGRAPHIC = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "\N{SOFT HYPHEN}": HYPHEN,
    "\N{NO-BREAK SPACE}": " ",
}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page; lengths in points, from the lower left corner."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    """of the font as the file states it: the boxes' heights depend on the letters in them"""
    generated: bool
    """PDFium inferred it from the layout"""


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A run of characters on one height, without wide gaps."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    """of the font of its first character that is not raised"""
    first_word: float
    """width of its first word: what must fit at the end of the line before if that is not full"""
    page: int = 0
    number: int = 0
    """on its page, counted from 1 in reading order"""

    @property
    def height(self) -> float:
        """Of its characters' boxes."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Of its height."""
        return (self.top + self.bottom) / 2

    def is_beside(self, other: "PdfLine") -> bool:
        """Tell whether two lines stand on one height."""
        return abs(self.middle - other.middle) < SAME_HEIGHT * max(self.height, other.height)


def split_lines(glyphs: Sequence[Glyph]) -> Iterator[PdfLine]:
    """Cut characters into lines, at PDFium's line breaks and at wide gaps."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if glyph.char in "\r\n" or (run and is_apart(run, glyph)):
            yield from build_line(run)
            run = []
        if glyph.char not in "\r\n":
            run.append(glyph)
    yield from build_line(run)


def is_apart(run: Sequence[Glyph], glyph: Glyph) -> bool:
    """Tell whether a character stands far from the last one, or on another height."""
    if glyph.generated or glyph.char == " ":
        return False
    last = next((each for each in reversed(run) if not each.generated and each.char != " "), None)
    if last is None:
        return False
    height = max(last.top - last.bottom, glyph.top - glyph.bottom)
    spaces = sum(each.char == " " and not each.generated for each in run[run.index(last) :]) if run else 0
    return glyph.left - last.right > GAP * height and not spaces


def build_line(run: Sequence[Glyph]) -> Iterator[PdfLine]:
    """Make a line of characters, none if they are blank."""
    kept = [each for index, each in enumerate(run) if not is_spacing(run, index)]
    while kept and kept[0].char == " ":
        kept.pop(0)
    while kept and kept[-1].char == " ":
        kept.pop()
    inked = [each for each in kept if each.char != " "]
    if not inked:
        return
    text = "".join(TYPOGRAPHIC.get(each.char, each.char) for each in kept)
    yield PdfLine(
        text=text,
        left=min(each.left for each in inked),
        bottom=min(each.bottom for each in inked),
        right=max(each.right for each in inked),
        top=max(each.top for each in inked),
        size=next((each for each in inked if each.char not in SUPERSCRIPT_DIGITS), inked[0]).size,
        first_word=measure_first_word(kept),
    )


def is_spacing(run: Sequence[Glyph], index: int) -> bool:
    """Tell whether a space is none: PDFium sees one where Han and Latin are set a little apart."""
    glyph = run[index]
    if not glyph.generated or glyph.char != " " or not 0 < index < len(run) - 1:
        return False
    before, after = run[index - 1], run[index + 1]
    if not (is_wide(before.char) or is_wide(after.char)):
        return False
    return after.left - before.right < NARROW * max(before.top - before.bottom, after.top - after.bottom)


def measure_first_word(kept: Sequence[Glyph]) -> float:
    """Return the width of what cannot be parted from a line's beginning; of Han one character."""
    last = kept[0]
    for each in kept[1:]:
        joins = each.char in CLOSING or last.char in OPENING
        if each.char == " " or ((is_wide(last.char) or is_wide(each.char)) and not joins):
            break
        last = each
    return last.right - kept[0].left
