"""Printed lines in reading order: characters with their boxes → lines → columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

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
BINS = 200
"""vertical strips into which a text area is cut to look for a gutter"""
FEWEST = 4
"""lines that a column has"""
FULL = 0.55
"""of a column's width that its lines take up in the middle; those of a table's cells take less"""
NARROWEST = 8
"""times the size of the font: list numbers before hanging paragraphs are no column"""
INNER = (0.2, 0.8)
"""where a gutter may be, as a share of the width"""
DEEPEST = 3
"""columns within columns"""


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
    last: Glyph | None = None
    spaced = False
    for glyph in glyphs:
        inked = not glyph.generated and glyph.char != " "
        if glyph.char in "\r\n" or (last and inked and not spaced and is_apart(last, glyph)):
            yield from build_line(run)
            run, last, spaced = [], None, False
        if glyph.char in "\r\n":
            continue
        run.append(glyph)
        if inked:
            last, spaced = glyph, False
        elif not glyph.generated:
            spaced = True
    yield from build_line(run)


def is_apart(last: Glyph, glyph: Glyph) -> bool:
    """Tell whether a character stands far to the right of the last one before it that leaves ink."""
    height = max(last.top - last.bottom, glyph.top - glyph.bottom)
    return glyph.left - last.right > GAP * height


def build_line(run: Sequence[Glyph]) -> Iterator[PdfLine]:
    """Make a line of characters, none if they are blank."""
    kept = [each for index, each in enumerate(run) if not is_spacing(run, index)]
    first = next((index for index, each in enumerate(kept) if each.char != " "), len(kept))
    kept = kept[first:]
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


def order_lines(lines: Sequence[PdfLine], depth: int = 0) -> list[list[PdfLine]]:
    """Return blocks of lines in reading order.

    Without columns the order is that of the file, which is nearly always right. Columns are read one after
    another between lines that stand across them. That two columns are no table is seen by their lines, which
    fill them.
    """
    gutter = find_gutter(lines) if depth < DEEPEST else None
    if gutter is None:
        return [join_pieces(lines)] if lines else []
    blocks: list[list[PdfLine]] = []
    sides: tuple[list[PdfLine], list[PdfLine]] = ([], [])

    def flush() -> None:
        for side in sides:
            blocks.extend(order_lines(tuple(side), depth + 1))
            side.clear()

    for line in sorted(lines, key=lambda line: -line.middle):
        if line.left < gutter < line.right:
            flush()
            blocks.append([line])
        else:
            sides[line.left >= gutter].append(line)
    flush()
    return blocks


def find_gutter(lines: Sequence[PdfLine]) -> float | None:
    """Return where an empty strip parts two columns; None if there is none."""
    if len(lines) < 2 * FEWEST:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = (right - left) / BINS
    if width <= 0:
        return None
    covered = [0] * (BINS + 1)
    for line in lines:
        covered[int((line.left - left) / width)] += 1
        covered[min(BINS, int((line.right - left) / width) + 1)] -= 1
    total, crossed = 0, []
    for change in covered[:BINS]:
        total += change
        crossed.append(total)
    few = max(2, len(lines) // 12)
    inner = range(int(BINS * INNER[0]), int(BINS * INNER[1]))
    best = min(inner, key=lambda each: (crossed[each], abs(each - BINS // 2)))
    if crossed[best] > few:
        return None
    first = last = best
    while last + 1 < BINS and crossed[last + 1] == crossed[best]:
        last += 1
    while first > 0 and crossed[first - 1] == crossed[best]:
        first -= 1
    gutter = left + width * (first + last + 1) / 2
    before = [line for line in lines if line.right <= gutter]
    sides = before, [line for line in lines if line.left >= gutter]
    return gutter if all(map(is_column, sides)) and is_beside(*sides) else None


def is_column(side: Sequence[PdfLine]) -> bool:
    """Tell whether lines fill the strip in which they stand."""
    if len(side) < FEWEST:
        return False
    width = max(line.right for line in side) - min(line.left for line in side)
    if width < NARROWEST * median(line.size for line in side):
        return False
    return median(line.right - line.left for line in side) >= FULL * width


def is_beside(one: Sequence[PdfLine], other: Sequence[PdfLine]) -> bool:
    """Tell whether two columns stand beside each other, and not one above the other."""
    top = min(max(line.top for line in side) for side in (one, other))
    bottom = max(min(line.bottom for line in side) for side in (one, other))
    return sum(bottom <= line.middle <= top for line in (*one, *other)) * 2 >= len(one)


def join_pieces(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Join pieces that stand beside each other and follow each other, with a tab between."""
    out: list[PdfLine] = []
    for line in lines:
        last = out[-1] if out else None
        if last is None or not line.is_beside(last) or line.left < last.right - last.height:
            out.append(line)
            continue
        gap = "" if line.left - last.right < last.height * 0.2 else "\t"
        out[-1] = replace(
            last,
            text=last.text + gap + line.text,
            right=max(line.right, last.right),
            top=max(line.top, last.top),
            bottom=min(line.bottom, last.bottom),
        )
    return out
