"""The text layer of a PDF → lines per page, through PDFium (FPDFText).

Pages whose text runs up, down or upside down are turned, so that it runs to the right. A landscape table in
an upright document is drawn sideways, and the page says, or does not say, that it is shown turned. Han
characters that are set in columns run down, and the next column stands to the left: turned, these are lines
below each other.

Raised digits are marks of notes, and powers. PDFium gives plain digits, and often a line end after them.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

import pypdfium2
from pypdfium2 import raw

from hexapla.errors import Problem, SourceError
from hexapla.readers import limits
from hexapla.readers.characters import REPLACEMENT, SYMBOL_FONT, superscript, translate_symbol
from hexapla.readers.pdf.form_values import place_values
from hexapla.readers.pdf.page_lines import HYPHEN, Glyph, PdfLine, split_lines
from hexapla.readers.pdf.stream_limits import check_streams

LAYOUT = frozenset({"\t", "\n", "\r", HYPHEN})
NO_CHARACTER = frozenset({0, 0xFFFE, 0xFFFF})
LAST_CHARACTER = 0x10FFFF
"""of Unicode; PDFium gives the font's own code where it knows no character for it"""
Box = tuple[float, float, float, float]
"""left, bottom, right, top"""
UPSIDE_DOWN = 180
SAME_LINE = 3.0
"""sizes of a character within which the next one stands in the same line"""
SMALL = 0.8
"""of the size of the characters beside it"""
LIFT = 0.12
"""of their size by which it stands higher"""
BESIDE = 1.0
"""of their size, within which they stand beside it"""


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What stands on a page."""

    number: int
    """counted from 1"""
    height: float
    bottom: float
    lines: tuple[PdfLine, ...]
    """as the file has them"""


def read_pages(path: str, data: bytes) -> Iterator[PdfPage]:
    """Read the pages.

    Raises:
        SourceError: no PDF, protected, or beyond a limit.
    """
    check_streams(path, data)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == raw.FPDF_ERR_PASSWORD
        why = "it is protected by a password" if locked else str(error).rstrip(".")
        message = f"this is no PDF that can be read ({why}): print it to a new PDF, or save it as text"
        raise SourceError(Problem(path=path, message=message)) from error
    try:
        limits.check_size(path, f"{len(document):,} pages", len(document), limits.MOST_PAGES)
        document.init_forms()  # gives an appearance to what is filled in
        drawn = written = 0
        for index in range(len(document)):
            page, things, size = read_page(path, document, index, (drawn, written))
            drawn, written = drawn + things, written + size
            yield page
    finally:
        document.close()


def read_page(
    path: str, document: pypdfium2.PdfDocument, index: int, before: tuple[int, int]
) -> tuple[PdfPage, int, int]:
    """Read one page; also return how many things are drawn on it and how many characters it has.

    `before` says the same of the pages before.
    """
    try:
        page = document[index]
        things = raw.FPDFPage_CountObjects(page)
        limits.check_size(path, "things drawn on its pages", before[0] + things, limits.MOST_OBJECTS)
        printed = read_text_layer(path, page, index)
        filled: Sequence[Glyph] = ()
        if raw.FPDFPage_GetAnnotCount(page) and page.flatten() == raw.FLATTEN_SUCCESS:
            bounds, rotation = page.get_bbox(), page.get_rotation()
            page.close()
            page = document[index]
            filled = read_text_layer(path, page, index)[len(printed) :]
        else:
            bounds, rotation = page.get_bbox(), page.get_rotation()
        page.close()
    except pypdfium2.PdfiumError as error:
        message = f"page {index + 1} of this PDF cannot be read: {error}"
        raise SourceError(Problem(path=path, message=message)) from error
    size = len(printed) + len(filled)
    limits.check_size(path, "characters of text", before[1] + size, limits.LONGEST_TEXT)
    found, (_, bottom, _, top) = turn_page([*printed, *filled], bounds, rotation)
    lines = order_downwards(tuple(split_lines(mark_superscripts(found[: len(printed)]))))
    lines = place_values(lines, found[len(printed) :])
    return PdfPage(index + 1, top - bottom, bottom, tuple(lines)), things, size


def read_text_layer(path: str, page: pypdfium2.PdfPage, index: int) -> list[Glyph]:
    """Return the characters of a page.

    Raises:
        SourceError: more than a page can have.
    """
    layer = page.get_textpage()
    try:
        size = layer.count_chars()
        limits.check_size(path, f"characters on page {index + 1}", size, limits.LARGEST_PAGE)
        return list(read_glyphs(layer, size))
    finally:
        layer.close()


def read_glyphs(layer: pypdfium2.PdfTextPage, size: int) -> Iterator[Glyph]:
    """Yield the characters of a page; pairs of surrogates are one."""
    box = raw.FS_RECTF()
    high = 0
    for index in range(size):
        code = raw.FPDFText_GetUnicode(layer, index)
        if code in NO_CHARACTER:
            continue
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the first half of a pair
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:  # noqa: PLR2004 - the second
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        raw.FPDFText_GetLooseCharBox(layer, index, box)
        generated = raw.FPDFText_IsGenerated(layer, index) == 1
        size = raw.FPDFText_GetFontSize(layer, index)
        char = replace_unmapped(chr(code)) if code <= LAST_CHARACTER else REPLACEMENT
        if raw.FPDFText_HasUnicodeMapError(layer, index) == 1 and char not in LAYOUT:
            char = REPLACEMENT
        yield Glyph(char, box.left, box.bottom, box.right, box.top, size, generated)


def replace_unmapped(char: str) -> str:
    """Return a character as any font has it; a control character is one that its font does not name."""
    if ord(char) in SYMBOL_FONT:
        sign = translate_symbol(char)
        return char if sign == REPLACEMENT else sign
    return REPLACEMENT if unicodedata.category(char) == "Cc" and char not in LAYOUT else char


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
        if max(abs(x), abs(y)) < SAME_LINE * max(one.size, other.size):
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
    return abs(other.left - one.right) < BESIDE * max(one.size, other.size)
