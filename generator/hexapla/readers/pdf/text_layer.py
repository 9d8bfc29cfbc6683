"""The text layer of a PDF → lines per page, through PDFium (FPDFText)."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from hexapla.errors import Problem, SourceError
from hexapla.readers import limits
from hexapla.readers.characters import REPLACEMENT
from hexapla.readers.pdf.page_lines import HYPHEN, Glyph, PdfLine, split_lines
from hexapla.readers.pdf.rotation import order_downwards, turn_page
from hexapla.readers.pdf.stream_limits import check_streams
from hexapla.readers.pdf.superscripts import mark_superscripts
from hexapla.readers.symbol_fonts import SYMBOL_FONT, translate_symbol

LAYOUT = frozenset({"\t", "\n", "\r", HYPHEN})
NO_CHARACTER = frozenset({0, 0xFFFE, 0xFFFF})


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
        layer = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        message = f"page {index + 1} of this PDF cannot be read: {error}"
        raise SourceError(Problem(path=path, message=message)) from error
    try:
        size = layer.count_chars()
        limits.check_size(path, "characters of text", before[1] + size, limits.LONGEST_TEXT)
        found, (_, bottom, _, top) = turn_page(
            list(read_glyphs(layer, size)), page.get_bbox(), page.get_rotation()
        )
        lines = order_downwards(tuple(split_lines(mark_superscripts(found))))
        return PdfPage(index + 1, top - bottom, bottom, tuple(lines)), things, size
    finally:
        layer.close()
        page.close()


def replace_unmapped(char: str) -> str:
    """Return a character as any font has it; a control character is one that its font does not name."""
    if ord(char) in SYMBOL_FONT:
        sign = translate_symbol(char)
        return char if sign == REPLACEMENT else sign
    return REPLACEMENT if unicodedata.category(char) == "Cc" and char not in LAYOUT else char


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
        yield Glyph(replace_unmapped(chr(code)), box.left, box.bottom, box.right, box.top, size, generated)
