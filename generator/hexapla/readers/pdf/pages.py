"""The text layer of a PDF → lines per page, through PDFium (FPDFText)."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from hexapla.errors import Problem, SourceError
from hexapla.readers import limits
from hexapla.readers.characters import REPLACEMENT
from hexapla.readers.pdf.lines import HYPHEN, Glyph, Line, lines_of
from hexapla.readers.pdf.raised import raised
from hexapla.readers.pdf.turning import downwards, turned
from hexapla.readers.pdf.weight import check_weight
from hexapla.readers.symbols import SYMBOL_FONT, symbol

__all__ = ["Page", "pages"]

LAYOUT = frozenset({"\t", "\n", "\r", HYPHEN})
NOTHING = frozenset({0, 0xFFFE, 0xFFFF})


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page."""

    number: int
    """counted from 1"""
    height: float
    bottom: float
    lines: tuple[Line, ...]
    """as the file has them"""


def pages(path: str, data: bytes) -> Iterator[Page]:
    """Read the pages.

    Raises:
        SourceError: no PDF, protected, or beyond a limit.
    """
    check_weight(path, data)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == raw.FPDF_ERR_PASSWORD
        why = "it is protected by a password" if locked else str(error).rstrip(".")
        message = f"this is no PDF that can be read ({why}): print it to a new PDF, or save it as text"
        raise SourceError(Problem(path=path, message=message)) from error
    try:
        limits.check(path, f"{len(document):,} pages", len(document), limits.MOST_PAGES)
        drawn = written = 0
        for index in range(len(document)):
            page, things, size = read(path, document, index, (drawn, written))
            drawn, written = drawn + things, written + size
            yield page
    finally:
        document.close()


def read(
    path: str, document: pypdfium2.PdfDocument, index: int, before: tuple[int, int]
) -> tuple[Page, int, int]:
    """Read one page; also return how many things are drawn on it and how many characters it has.

    `before` says the same of the pages before.
    """
    try:
        page = document[index]
        things = raw.FPDFPage_CountObjects(page)
        limits.check(path, "things drawn on its pages", before[0] + things, limits.MOST_OBJECTS)
        layer = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        message = f"page {index + 1} of this PDF cannot be read: {error}"
        raise SourceError(Problem(path=path, message=message)) from error
    try:
        size = layer.count_chars()
        limits.check(path, "characters of text", before[1] + size, limits.LONGEST_TEXT)
        found, (_, bottom, _, top) = turned(list(glyphs(layer, size)), page.get_bbox(), page.get_rotation())
        lines = downwards(tuple(lines_of(raised(found))))
        return Page(index + 1, top - bottom, bottom, tuple(lines)), things, size
    finally:
        layer.close()
        page.close()


def known(char: str) -> str:
    """Return a character as any font has it; a control character is one that its font does not name."""
    if ord(char) in SYMBOL_FONT:
        sign = symbol(char)
        return char if sign == REPLACEMENT else sign
    return REPLACEMENT if unicodedata.category(char) == "Cc" and char not in LAYOUT else char


def glyphs(layer: pypdfium2.PdfTextPage, size: int) -> Iterator[Glyph]:
    """Yield the characters of a page; pairs of surrogates are one."""
    box = raw.FS_RECTF()
    high = 0
    for index in range(size):
        code = raw.FPDFText_GetUnicode(layer, index)
        if code in NOTHING:
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
        yield Glyph(known(chr(code)), box.left, box.bottom, box.right, box.top, size, generated)
