"""Headers, footers and page numbers: what stands at the edge of many pages in the same place.

A numbered line is never one. What was found is told, so that a reader can object.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation
from hexapla.languages.schemes import Level, words_of_shape
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.pdf.page_lines import PdfLine

BAND = 0.14
"""of the page's height, at its head and at its foot"""
OUTERMOST = 3
"""lines at the edge that can be headers"""
HEADER_GAP = 1.3
"""times the usual distance of lines that a header stands from the text"""
HEIGHT_TOLERANCE = 6.0
"""points by which the height of a header may differ from page to page"""
NUMBERED = compile_lazily_with_properties(
    r"\s*(?:[(（\[【]?[一二三四五六七八九十百]{1,4}[)）\]】、.．]|第\s*[一二三四五六七八九十百千零〇\d]+\s*(?:条|條|章|节|節|编|編|款|項|项)"
    r"|[(（]?\d{1,3}(?:\.\d{1,3})*[.)）、．]\s*\D|[(（][a-zA-Z]{1,4}[)）]|[①-⑳]|§|\[\d{1,4}\]|\d{1,3}:\d{1,3}\b|제\s*\d+\s*[조장절편]"
    rf"|(?i:{write_alternation(words_of_shape('word', Level.DIVISION, Level.ARTICLE))})\s+[\dIVXLC])"
)
PAGES = write_alternation(words_of("site", "pages"))
PAGE_OF = write_alternation(words_of("site", "page_of"))
PAGE_NUMBER = compile_lazily_with_properties(
    rf"[\s\-–—·~|]*(?:第\s*)?(?P<n>\d{{1,4}})(?:\s*[页頁]|\s*(?:/|{PAGE_OF})\s*\d{{1,4}})?[\s\-–—·~|]*"
    rf"|(?i:{PAGES})\s*(?P<n>\d{{1,4}})(?:\s*(?:/|{PAGE_OF})\s*\d{{1,4}})?"
    r"|第\s*(?P<n>\d{1,4})\s*[页頁][\s,，/]*共\s*\d{1,4}\s*[页頁]"
    r"|[\s\-–—]*(?P<r>[ivxlc]{1,6})[\s\-–—]*"
)
DIGITS = compile_lazily_with_properties(r"\d+")


@dataclass(frozen=True, slots=True)
class OrderedPage:
    """A page with its lines in reading order."""

    number: int
    height: float
    bottom: float
    lines: tuple[PdfLine, ...]


def find_margin_lines(sheets: Sequence[OrderedPage]) -> set[tuple[int, int]]:
    """Return the page and the line numbers of what stands at the edges of pages.

    A line is a header if its words, digits aside, stand in the same place on a third of the pages and on two
    at least; or if it is but a number that counts on with the pages.
    """
    edges = [(sheet, line) for sheet in sheets for line in find_edge_lines(sheet)]
    places = Counter(line_key(sheet, line) for sheet, line in edges)
    most = max(2, (len(sheets) + 2) // 3)
    offsets = Counter(offset for edge in edges if (offset := page_offset(*edge)) is not None)
    found = set()
    for sheet, line in edges:
        near = sum(places[each] for each in neighbouring_keys(sheet, line))
        offset = page_offset(sheet, line)
        counts = offset is not None and offsets[offset] >= 2  # noqa: PLR2004 - one page proves no counting
        if counts or (near >= most and not PAGE_NUMBER.fullmatch(line.text)):
            found.add((line.page, line.number))
    return found


def find_edge_lines(sheet: OrderedPage) -> Iterator[PdfLine]:
    """Yield the outermost lines in the bands at head and foot, none that bears a clause's number."""
    by_height = sorted(sheet.lines, key=lambda line: -line.middle)
    low, high = sheet.bottom + sheet.height * BAND, sheet.bottom + sheet.height * (1 - BAND)
    pitch = measure_pitch(by_height)
    edges = [
        *(line for line in select_separated(by_height, pitch) if line.middle >= high),
        *(line for line in select_separated(by_height[::-1], pitch) if line.middle <= low),
    ]
    for line in edges:
        if PAGE_NUMBER.fullmatch(line.text) or not NUMBERED.match(line.text):
            yield line


def measure_pitch(by_height: Sequence[PdfLine]) -> float:
    """Return the usual distance of lines; 0 where there are too few."""
    steps = [abs(one.middle - other.middle) for one, other in pairwise(by_height) if not one.is_beside(other)]
    return median(steps) if len(steps) > OUTERMOST else 0.0


def select_separated(by_height: Sequence[PdfLine], pitch: float) -> Sequence[PdfLine]:
    """Return the outermost lines that a gap parts from the text, and a page number in any case.

    Without a gap they may be the text's own, which can repeat itself from page to page.
    """
    for count, (line, after) in enumerate(pairwise(by_height[: OUTERMOST + 1]), start=1):
        if abs(line.middle - after.middle) > HEADER_GAP * pitch and not line.is_beside(after):
            return by_height[:count]
    return [line for line in by_height[:1] if PAGE_NUMBER.fullmatch(line.text)]


LineKey = tuple[str, int]


def line_key(sheet: OrderedPage, line: PdfLine) -> LineKey:
    """Return a line's words without digits, and its height."""
    return DIGITS.sub("#", line.text), round((line.middle - sheet.bottom) / HEIGHT_TOLERANCE)


def neighbouring_keys(sheet: OrderedPage, line: PdfLine) -> list[LineKey]:
    """Return the keys of lines with the same words on about the same height."""
    words, height = line_key(sheet, line)
    return [(words, height + step) for step in (-1, 0, 1)]


def is_page_number(text: str) -> bool:
    """Tell whether a line is a page number and cannot be the last word of one: it has more than digits."""
    return bool(PAGE_NUMBER.fullmatch(text)) and not text.strip().isalnum()


def page_offset(sheet: OrderedPage, line: PdfLine) -> int | None:
    """Return how far a printed page number is from the page's place in the file."""
    found = PAGE_NUMBER.fullmatch(line.text)
    return int(found["n"]) - sheet.number if found and found["n"] else None
