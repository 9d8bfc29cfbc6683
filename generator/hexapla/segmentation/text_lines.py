"""Lines and paragraphs of the folded view: what a line break means."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from hexapla.findings import Span
from hexapla.segmentation.folded_view import HIDDEN

BLANK = " \n" + HIDDEN
ENDS = frozenset("。.!?;:…")
CLOSERS = "\"'”’」』)]】"
SHORTENED = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|nos?|nr|abs|art|vol|col|gen|hon|sra?)\.$", re.IGNORECASE
)
"""an abbreviation that a name or a number follows"""
BULLET = re.compile(r"(?:[-–—•●▪◆*·]|——)[ \x1f]{0,4}\S")
WIDEST = 140
"""columns of the widest page"""
FEW = 6
"""a text of fewer lines shows no width"""


class TextLine(NamedTuple):
    """A line with its line feed."""

    start: int
    end: int
    text: str
    """without outer blanks"""


@lru_cache(maxsize=2)
def split_lines(view: str, start: int, end: int) -> tuple[TextLine, ...]:
    """Return the lines of a stretch; the last ones are kept, since many rules look at the same text."""
    return tuple(iterate_lines(view, start, end))


def iterate_lines(view: str, start: int, end: int) -> Iterator[TextLine]:
    """Yield the lines of a stretch."""
    at = start
    for text in view[start:end].split("\n"):
        stop = min(at + len(text) + 1, end)
        if stop > at:
            yield TextLine(at, stop, text.strip(BLANK))
        at = stop


def measure_width(text: str) -> int:
    """Return about how wide a line looks: a wide character takes three bytes in UTF-8 and two columns."""
    return len(text) if text.isascii() else (len(text.encode()) + len(text)) // 2


def is_ended(text: str) -> bool:
    """Tell whether a line ends like a sentence, closing quotes and brackets aside; `Ms.` ends none."""
    return text.rstrip(CLOSERS)[-1:] in ENDS and not (text.endswith(".") and SHORTENED.search(text))


def detect_wrap_width(view: str, start: int, end: int) -> int:
    """Return the width at which lines were broken without regard to paragraphs; 0 if they were not."""
    texts = [line.text for line in split_lines(view, start, end) if line.text]
    if len(texts) < FEW:
        return 0
    widths = sorted(map(measure_width, texts))
    most = widths[len(widths) * 9 // 10]
    full = [text for text in texts if measure_width(text) >= most * 0.8]
    broken = sum(not is_ended(text) for text in full)
    return most if len(full) * 4 >= len(texts) and broken * 2 >= len(full) and most <= WIDEST else 0


def split_paragraphs(view: str, start: int, end: int, wrapped: int) -> list[Span]:
    """Cut a stretch into paragraphs that tile it.

    A blank line ends a paragraph, and so does a line break after the end of a sentence; in a text whose lines
    were broken at a width (`wrapped`), only after a line that is shorter than that.
    """
    first = view.find("\n", start, end)
    if first < 0 or not view[first:end].strip(BLANK):
        return [(start, end)]
    cuts = [start]
    last: TextLine | None = None
    gap = False
    for line in iterate_lines(view, start, end):
        if not line.text:
            gap = gap or (last is not None and HIDDEN not in view[line.start : line.end])
            continue
        torn = gap and last is not None and HIDDEN in view[last.end : line.start] and not is_ended(last.text)
        if last is not None and not torn and (gap or is_paragraph_break(last, line, view, wrapped)):
            cuts.append(line.start)
        last, gap = line, False
    return list(pairwise([*cuts, end]))


def is_paragraph_break(last: TextLine, line: TextLine, view: str, wrapped: int) -> bool:
    """Tell whether a new paragraph begins with `line`; a bullet belongs to the words that lead on to it."""
    if BULLET.match(line.text) and last.text[-1] in ":;,":
        return False
    if view.startswith(("  ", HIDDEN + "  "), line.start) and not view.startswith("  ", last.start):
        return is_ended(last.text) or not last.text.isascii()
    if not is_ended(last.text):
        return False
    return not wrapped or measure_width(last.text) < wrapped * 0.9 or last.text[-1] in ":;"
