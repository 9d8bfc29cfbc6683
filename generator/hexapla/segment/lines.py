"""Lines and paragraphs of the folded view: what a line break means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hexapla.findings import Span
from hexapla.segment.folding import HIDDEN

__all__ = ["Line", "lines", "paragraphs", "wrap_width"]

LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
BLANK = " \n" + HIDDEN
ENDED = re.compile(r"[。.!?;:…][\"'”’」』)\]】]*$")
WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]")
FEW = 6
"""a text of fewer lines shows no width"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its line feed."""

    start: int
    end: int
    text: str
    """without outer blanks"""


def lines(view: str, start: int, end: int) -> Iterator[Line]:
    """Yield the lines of a stretch."""
    for found in LINE.finditer(view, start, end):
        yield Line(found.start(), found.end(), found[0].strip(BLANK))


def width(text: str) -> int:
    """Return how wide a line looks: wide characters count as two."""
    return len(text) if text.isascii() else len(text) + len(WIDE.findall(text))


def wrap_width(view: str, start: int, end: int) -> int:
    """Return the width at which lines were broken without regard to paragraphs; 0 if they were not."""
    texts = [line.text for line in lines(view, start, end) if line.text]
    if len(texts) < FEW:
        return 0
    widths = sorted(map(width, texts))
    most = widths[len(widths) * 9 // 10]
    full = [text for text in texts if width(text) >= most * 0.8]
    broken = sum(not ENDED.search(text) for text in full)
    return most if len(full) * 4 >= len(texts) and broken * 2 >= len(full) and most <= 140 else 0  # noqa: PLR2004


def paragraphs(view: str, start: int, end: int, wrapped: int) -> list[Span]:
    """Cut a stretch into paragraphs that tile it.

    A blank line ends a paragraph, and so does a line break after the end of a sentence; in a text whose lines
    were broken at a width (`wrapped`), only after a line that is shorter than that.
    """
    if view.find("\n", start, end) < 0:
        return [(start, end)]
    cuts = [start]
    last: Line | None = None
    gap = False
    for line in lines(view, start, end):
        if not line.text:
            gap = gap or (last is not None and HIDDEN not in view[line.start : line.end])
            continue
        if last is not None and (gap or ends_paragraph(last, line, view, wrapped)):
            cuts.append(line.start)
        last, gap = line, False
    return list(pairwise([*cuts, end]))


def ends_paragraph(last: Line, line: Line, view: str, wrapped: int) -> bool:
    """Tell whether a new paragraph begins with `line`."""
    if view.startswith(("  ", HIDDEN + "  "), line.start) and not view.startswith("  ", last.start):
        return bool(ENDED.search(last.text)) or not last.text.isascii()
    if not ENDED.search(last.text):
        return False
    return not wrapped or width(last.text) < wrapped * 0.9 or last.text[-1] in ":;"
