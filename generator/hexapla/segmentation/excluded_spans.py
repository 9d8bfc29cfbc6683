"""Stretches in which no mark is looked for, and how they are blotted out of the view."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hexapla.findings import Span
from hexapla.segmentation.folded_view import BLOCKED, HIDDEN

SIGNS = re.compile(r"[#*_\\]+")
HIDDEN_RUN = re.compile(re.escape(HIDDEN) + "+")


@dataclass(frozen=True, slots=True)
class ExcludedSpan:
    """A stretch of the source that belongs to no clause."""

    start: int
    end: int
    kind: str
    """as `SetAside.kind`"""


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


def find_markup_signs(text: str, view: str) -> tuple[ExcludedSpan, ...]:
    """Return the signs of a markup language, which the view of a text that has one hides."""
    return tuple(
        ExcludedSpan(*hidden.span(), "markup")
        for run in SIGNS.finditer(text)
        for hidden in HIDDEN_RUN.finditer(view, *run.span())
    )


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
