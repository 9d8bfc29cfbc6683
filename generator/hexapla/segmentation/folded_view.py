"""The view of a text in which marks are looked for: how it is made, masked, and read in lines and paragraphs.

One character of the view stands for each of the source's, so offsets agree. Width, look of brackets and
invisible characters are folded here once, so that no pattern has to know the four ways in which a full stop
is printed. The clause's text is always cut from the source, never from the view.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from hexapla.findings import Span
from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.model import UNSEEN, MarkupKind, Source
from hexapla.text import HIDDEN, fold_print

BLOCKED = "\x1e"
"""stands for what can hold no mark: the inside of a fenced block"""
NOT_LINE_END = compile_lazily(r"[^\n]")
BLANK = " \n" + HIDDEN
ENDS = frozenset("。.!?;:…")
CLOSERS = "\"'”’」』)]】"
CITING = (*words_of("citing", "numbered"), *words_of("citing", "before"))
ABBREVIATIONS = (*words_of("words", "shortened"), *(word for word in CITING if word.endswith(".")))
SHORTENED = compile_lazily(rf"(?:^|[\s(])(?:{write_alternation(ABBREVIATIONS)})$", re.IGNORECASE)
"""an abbreviation that a name or a number follows"""
LONGEST_ABBREVIATION = max(map(len, ABBREVIATIONS)) + 1
"""characters of one with the sign before it"""
BULLET = compile_lazily(r"(?:[-–—•●▪◆*·]|——)[ \x1f]{0,4}\S")
WIDEST = 140
"""columns of the widest page"""
FEWEST_LINES = 6
"""a text of fewer lines shows no width"""


@dataclass(frozen=True, slots=True)
class ExcludedSpan:
    """A stretch of the source that belongs to no clause."""

    start: int
    end: int
    kind: str
    """as `SetAside.kind`"""
    noted: bool = False
    """a note about a clause, as the format of the source says"""


class ExcludedSpans:
    """Holes in order and apart, with a way to what lies between them that does not look at all of them."""

    def __init__(self, holes: Iterable[ExcludedSpan]) -> None:
        """Sort the holes; empty ones are left out."""
        self.all = tuple(sorted((one for one in holes if one.start < one.end), key=lambda one: one.start))
        self.ends = [hole.end for hole in self.all]

    def outside(self, start: int, end: int) -> tuple[Span, ...]:
        """Return what is left of a stretch without the holes."""
        left, at = [], start
        for n in range(bisect_right(self.ends, start), len(self.all)):
            hole = self.all[n]
            if hole.start >= end:
                break
            if hole.start > at:
                left.append((at, hole.start))
            at = max(at, hole.end)
        if at < end:
            left.append((at, end))
        return tuple(left)

    def covers(self, at: int) -> bool:
        """Tell whether a character lies in a hole."""
        n = bisect_right(self.ends, at)
        return n < len(self.all) and self.all[n].start <= at


def unite_layers(*layers: Sequence[ExcludedSpan]) -> ExcludedSpans:
    """Unite holes; where they overlap, those of an earlier layer go before."""
    holes = ExcludedSpans(())
    for layer in layers:
        left = [
            replace(hole, start=start, end=end)
            for hole in layer
            for start, end in holes.outside(hole.start, hole.end)
        ]
        holes = ExcludedSpans([*holes.all, *left])
    return holes


class TextLine(NamedTuple):
    """A line with its line feed."""

    start: int
    end: int
    text: str
    """without outer blanks"""


def build_folded_view(source: Source) -> str:
    """Return the folded text of a source, its format's signs hidden and what holds no marks blocked."""
    view = fold_print(source.text)
    hidden = [(one.start, one.end) for one in source.markup if one.kind in UNSEEN]
    return mask_lines(mask_lines(view, hidden, HIDDEN), select_verbatim(source), BLOCKED)


def select_verbatim(source: Source) -> list[Span]:
    """Return what holds no marks of clauses, unless that is most of the text: then it is the text itself."""
    spans = [(one.start, one.end) for one in source.markup if one.kind is MarkupKind.VERBATIM]
    return spans if sum(end - start for start, end in spans) * 2 < len(source.text) else []


def mask_lines(view: str, spans: Iterable[Span], sign: str) -> str:
    """Return the view with a sign over the spans, which are in order; line ends stay."""
    pieces, at = [], 0
    for start, end in spans:
        begin = max(at, start)
        pieces += [view[at:begin], NOT_LINE_END.sub(sign, view[begin:end])]
        at = max(begin, end)
    return "".join([*pieces, view[at:]])


def mask_spans(view: str, spans: Iterable[Span], sign: str) -> str:
    """Return the view, its length kept, with a sign over the spans, which are in order and apart."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [view[at:start], sign * (end - start)]
        at = end
    return "".join([*pieces, view[at:]])


def mask_excluded(view: str, holes: Sequence[ExcludedSpan], quotes: Sequence[Span]) -> str:
    """Return the view in which holes are unseen, and quotations hold no mark but stay text."""
    seen = mask_spans(view, ((hole.start, hole.end) for hole in holes), HIDDEN)
    return mask_spans(seen, quotes, BLOCKED)


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
    last = text[-1:] if text[-1:] not in CLOSERS else text.rstrip(CLOSERS)[-1:]
    return last in ENDS and not (last == "." == text[-1] and is_shortened(text))


def is_shortened(text: str) -> bool:
    """Tell whether a text ends with an abbreviation."""
    return SHORTENED.search(text, max(0, len(text) - LONGEST_ABBREVIATION)) is not None


def detect_wrap_width(view: str, start: int, end: int) -> int:
    """Return the width at which lines were broken without regard to paragraphs; 0 if they were not."""
    texts = [line.text for line in split_lines(view, start, end) if line.text]
    if len(texts) < FEWEST_LINES:
        return 0
    widths = list(map(measure_width, texts))
    most = sorted(widths)[len(widths) * 9 // 10]
    full = [text for text, width in zip(texts, widths, strict=True) if width >= most * 0.8]
    broken = sum(not is_ended(text) for text in full)
    return most if len(full) * 4 >= len(texts) and broken * 2 >= len(full) and most <= WIDEST else 0
