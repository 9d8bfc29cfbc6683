"""Stretches in which no mark is looked for, and how they are blotted out of the view."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hexapla.findings import Span
from hexapla.segment.folding import BLOCKED, HIDDEN

__all__ = ["Hole", "blotted", "outside", "within", "without"]


@dataclass(frozen=True, slots=True)
class Hole:
    """A stretch of the source that belongs to no clause."""

    start: int
    end: int
    kind: str
    """as `SetAside.kind`"""


def blotted(view: str, spans: Iterable[Span], sign: str) -> str:
    """Return the view with the spans, which are in order and apart, overwritten by a sign, its length kept."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [view[at:start], sign * (end - start)]
        at = end
    return "".join([*pieces, view[at:]])


def without(view: str, holes: Sequence[Hole], quotes: Sequence[Span]) -> str:
    """Return the view in which holes are unseen, and quotations hold no mark but stay text."""
    seen = blotted(view, ((hole.start, hole.end) for hole in holes), HIDDEN)
    return blotted(seen, quotes, BLOCKED)


def outside(start: int, end: int, holes: Sequence[Hole]) -> tuple[Span, ...]:
    """Return what is left of a stretch without the holes, which are in order and apart."""
    left, at = [], start
    for hole in holes:
        if hole.end <= at or hole.start >= end:
            continue
        if hole.start > at:
            left.append((at, hole.start))
        at = max(at, hole.end)
    if at < end:
        left.append((at, end))
    return tuple(left)


def within(start: int, end: int, holes: Iterable[Hole]) -> list[Hole]:
    """Return the holes that lie in a stretch."""
    return [hole for hole in holes if start <= hole.start and hole.end <= end]
