"""Stacked bars of changes: counts as lengths, each long enough to hold its figure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hexapla.i18n import Messages
from hexapla.model import Document, Order
from hexapla.pages import change_kinds
from hexapla.reading import Status
from hexapla.reading.captions import EITHER, make_one_sided_captions

FIGURE_WIDTH = 2.6
"""percent of a bar's length that a figure needs, so that it can be read on a phone"""


@dataclass(frozen=True, slots=True)
class BarSegment:
    """A stretch of a bar, in percent of its length."""

    state: str
    figure: str
    """the count, with the sign of its state"""
    start: str
    length: str
    middle: str


@dataclass(frozen=True, slots=True)
class ChangeBar:
    """Counts of one comparison, in the order of states."""

    href: str
    base: str
    target: str
    counts: tuple[tuple[Status, int], ...]

    @property
    def segments(self) -> tuple[BarSegment, ...]:
        """The counts as stretches. A short one is lengthened until its figure fits, the others give way."""
        return tuple(compute_segments(self.counts))


def compute_segments(counts: Iterable[tuple[Status, int]]) -> Iterator[BarSegment]:
    """Yield the stretches of a bar from left to right."""
    own = tuple(counts)
    figures = [f"{change_kinds.SIGNS.get(state, '')}{count}" for state, count in own]
    floors = [FIGURE_WIDTH * (len(figure) + 0.5) for figure in figures]
    whole, free = sum(count for _, count in own) or 1, 100 - sum(floors)
    start = 0.0
    for (state, count), figure, floor in zip(own, figures, floors, strict=True):
        length = floor + free * count / whole
        yield BarSegment(state, figure, f"{start:.2f}", f"{length:.2f}", f"{start + length / 2:.2f}")
        start += length


def build_bar(readings: Iterable[Iterable[Status]], base: str, target: str, href: str) -> ChangeBar:
    """Count a comparison's rows by state."""
    tally = Counter(change_kinds.summary_status(each) for each in readings)
    return ChangeBar(
        href, base, target, tuple((name, tally[name]) for name in change_kinds.STATES if tally[name])
    )


def state_words(say: Messages, document: Document, shown: Iterable[ChangeBar]) -> dict[str, str]:
    """Return the words of the states that occur in bars."""
    occurring = {name for each in shown for name, _ in each.counts}
    alone = make_one_sided_captions("", "", ordered=True) if document.order is Order.CHRONOLOGICAL else EITHER
    return {
        name: change_kinds.state_caption(name, alone).in_words(say)
        for name in change_kinds.STATES
        if name in occurring
    }
