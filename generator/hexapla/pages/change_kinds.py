"""What a row is in pictures and sums: states with their looks, filters with their counts, bars of counts.

Whether and how a row changed, and what that is called, says `hexapla.reading`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hexapla.i18n import Messages
from hexapla.model import Document, Order
from hexapla.reading import Status, counted_statuses, main_status
from hexapla.reading.captions import EITHER, FACTS, Caption, make_one_sided_captions

STATES: Final = tuple(map(Status, "same renum punct trans ref word split move del add lack".split()))
"""what a row is in a picture and in a bar, where it can be one thing only; the style gives each its look"""
SIGNS: Final = {"renum": "#", "punct": "≈", "ref": "→", "split": "÷", "move": "↕", "del": "−", "add": "+"}
"""what stands before a figure in a bar, so that no state is known by its colour alone"""
LOOKS: Final[dict[str, str]] = {
    Status.FORM_ONLY: "renum",
    Status.STALE_REFERENCE: "word",
    Status.SPLIT: "word",
}
"""states that look like another in pictures; bars tell them apart by sign, a broken line or a shape helps"""
SUMS: Final[Mapping[Status, Caption]] = {
    Status.RENUMBERED: Caption("filter-number"),
    Status.FORM_ONLY: Caption("filter-punct"),
    Status.MOVED: Caption("sum-move"),
    Status.SPLIT: Caption("sum-split"),
}
"""words of states that say that nothing weightier holds; the other kinds are called as beside a row"""
DRAWN: Final[Mapping[Status, Caption]] = {
    Status.MOVED: FACTS[Status.MOVED],
    Status.SPLIT: Caption("filter-split-join-regroup"),
}
"""words of looks that do not say that nothing weightier holds"""
REGROUPINGS: Final = frozenset({Status.SPLIT, Status.MERGED, Status.REGROUPED})
"""one state: clauses were parted anew, and their words stayed"""
FILTERS: Final = ("word", "trans", "add", "del", "move", "split join regroup", "renum", "lack")
"""kinds by which a table can be filtered, beside those that add up; several in one entry are one filter"""
ROUTINE: Final = "routine"
"""filter, and token of a row: what differs in its words follows from something that is told elsewhere"""
AFFECTED: Final = "affected"
"""filter, and token of a row: its words stay, and what it leans on changed"""
BESIDE: Final = frozenset({ROUTINE, AFFECTED})
"""tokens of rows beside the kinds of what became of them"""
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


def summary_status(of: Iterable[Status]) -> Status:
    """Return the one thing that a row is in a picture and in a sum: split, merged and regrouped are one."""
    own = main_status(of)
    return Status.SPLIT if own in REGROUPINGS else own


def drawn_status(of: Iterable[Status]) -> Status:
    """Return what a row looks like where its place is drawn: what moved is seen as that, reworded or not."""
    there = frozenset(of)
    return Status.MOVED if Status.MOVED in there else summary_status(there)


def style_names(own: str) -> str:
    """Return the names of styles that give a state its look."""
    return " ".join(f"hx-s-{name}" for name in (own, LOOKS.get(own)) if name)


def drawn_caption(own: Status, alone: Mapping[Status, Caption]) -> Caption:
    """Return what to call a look in a drawing; `alone` as for `state_caption`."""
    return DRAWN.get(own) or state_caption(own, alone)


def state_caption(own: Status, alone: Mapping[Status, Caption]) -> Caption:
    """Return what to call a state; `alone`: rows that only base, and that only target has."""
    return alone.get(own) or SUMS.get(own) or FACTS[own]


def count_filters(rows: Iterable[Iterable[Status]]) -> dict[str, int]:
    """Count rows by filter.

    First what adds up to `all`: `changed`, `punct` (nothing but the form differs), `number` (nothing but the
    number) and `same`; what is left is missing or a translation. Then each kind; a row may be of several.
    `all` and `changed` always, others where there are any; `renum` only where it finds more than `number`.
    """
    tally: Counter[str] = Counter()
    for of in rows:
        own, names = main_status(of), counted_statuses(of)
        tally["all"] += 1
        tally["changed"] += own.changed
        tally["punct"] += own is Status.FORM_ONLY
        tally["number"] += own is Status.RENUMBERED
        tally["same"] += own is Status.UNCHANGED
        tally.update(name for name in FILTERS if names.intersection(name.split()))
    if tally["renum"] == tally["number"]:
        del tally["renum"]
    first = ("all", "changed", "punct", "number", "same")
    return {name: tally[name] for name in (*first, *FILTERS) if tally[name] or name in ("all", "changed")}


def build_bar(readings: Iterable[Iterable[Status]], base: str, target: str, href: str) -> ChangeBar:
    """Count a comparison's rows by state."""
    tally = Counter(summary_status(each) for each in readings)
    return ChangeBar(href, base, target, tuple((name, tally[name]) for name in STATES if tally[name]))


def compute_segments(counts: Iterable[tuple[Status, int]]) -> Iterator[BarSegment]:
    """Yield the stretches of a bar from left to right."""
    own = tuple(counts)
    figures = [f"{SIGNS.get(state, '')}{count}" for state, count in own]
    floors = [FIGURE_WIDTH * (len(figure) + 0.5) for figure in figures]
    whole, free = sum(count for _, count in own) or 1, 100 - sum(floors)
    start = 0.0
    for (state, count), figure, floor in zip(own, figures, floors, strict=True):
        length = floor + free * count / whole
        yield BarSegment(state, figure, f"{start:.2f}", f"{length:.2f}", f"{start + length / 2:.2f}")
        start += length


def state_words(say: Messages, document: Document, shown: Iterable[ChangeBar]) -> dict[str, str]:
    """Return the words of the states that occur in bars."""
    occurring = {name for each in shown for name, _ in each.counts}
    alone = make_one_sided_captions("", "", ordered=True) if document.order is Order.CHRONOLOGICAL else EITHER
    return {name: state_caption(name, alone).in_words(say) for name in STATES if name in occurring}
