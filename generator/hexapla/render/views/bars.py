"""Stacked bars of changes: counts as lengths, each long enough to hold its figure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hexapla.model import Document, Order
from hexapla.reading import Status
from hexapla.render import kinds
from hexapla.render.words import Words

__all__ = ["Bar", "Segment", "bar", "state_words"]

FIGURE = 2.6
"""percent of a bar's length that a figure needs, so that it can be read on a phone"""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar, in percent of its length."""

    state: str
    figure: str
    """the count, with the sign of its state"""
    start: str
    length: str
    middle: str


@dataclass(frozen=True, slots=True)
class Bar:
    """Counts of one comparison, in the order of states."""

    href: str
    base: str
    target: str
    counts: tuple[tuple[Status, int], ...]

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The counts as stretches. A short one is lengthened until its figure fits, the others give way."""
        return tuple(stretches(self.counts))


def stretches(counts: Iterable[tuple[Status, int]]) -> Iterator[Segment]:
    """Yield the stretches of a bar from left to right."""
    own = tuple(counts)
    figures = [f"{kinds.SIGNS.get(state, '')}{count}" for state, count in own]
    floors = [FIGURE * (len(figure) + 0.5) for figure in figures]
    whole, free = sum(count for _, count in own) or 1, 100 - sum(floors)
    start = 0.0
    for (state, count), figure, floor in zip(own, figures, floors, strict=True):
        length = floor + free * count / whole
        yield Segment(state, figure, f"{start:.2f}", f"{length:.2f}", f"{start + length / 2:.2f}")
        start += length


def bar(readings: Iterable[Iterable[Status]], base: str, target: str, href: str) -> Bar:
    """Count a comparison's rows by state."""
    tally = Counter(kinds.state(each) for each in readings)
    return Bar(href, base, target, tuple((name, tally[name]) for name in kinds.STATES if tally[name]))


def state_words(say: Words, document: Document, shown: Iterable[Bar]) -> dict[str, str]:
    """Return the words of the states that occur in bars."""
    occurring = {name for each in shown for name, _ in each.counts}
    only = say("only-first"), say("only-second")
    if document.order is Order.CHRONOLOGICAL:
        only = say("kind-del"), say("kind-add")
    return {name: kinds.state_word(name, say, only) for name in kinds.STATES if name in occurring}
