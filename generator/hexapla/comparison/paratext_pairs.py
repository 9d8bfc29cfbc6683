"""Which paratexts of two versions belong together: by their words, else by likeness, else by their place.

A note that another note was put before has another mark and is still the same note, so words go before marks.
All of it is linear in the texts: a paratext without an equal is held against the few that stand where it
stands, and against those with its mark.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from hexapla.paratexts import FOOTNOTE, PARATEXT_KINDS, Paratext
from hexapla.text import FULL_WIDTH, make_key, remove_space

ParatextPair = tuple[Paratext | None, Paratext | None]
"""base and target; None: this version has nothing that belongs to the other"""
MIN_SIMILARITY: Final = 0.4
"""share of pairs of characters in common from which two paratexts are one that was edited"""
NEAR: Final = 8
"""places, counted among those without an equal, up to which another paratext is looked at"""


class ParatextCandidate:
    """A paratext without an equal, at its place among those of its kind."""

    def __init__(self, own: Paratext, place: int) -> None:
        """Keep both."""
        self.own = own
        self.place = place

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of neighbouring characters of its folded words."""
        folded = make_key(self.own.text)
        return frozenset(map("".join, pairwise(folded))) or frozenset([folded])


def fold_form(text: str) -> str:
    """Fold what is form alone, white space and full or half width; signs, letters and case stay."""
    return remove_space(text.translate(FULL_WIDTH))


def match_paratexts(base: Sequence[Paratext], target: Sequence[Paratext]) -> list[ParatextPair]:
    """Pair the paratexts of two versions.

    Post-conditions:
        1. Every paratext stands in exactly one couple; both of a couple are of one kind.
        2. Couples stand by kind, then in the order of the target; what only the base has follows what stands
           before it in the base.
    """
    found: list[ParatextPair] = []
    for kind in PARATEXT_KINDS:
        left, right = ([each for each in side if each.kind == kind] for side in (base, target))
        links = link_paratexts(left, right, by_order=kind != FOOTNOTE)
        found += order_pairs(left, right, links)
    return found


def link_paratexts(left: Sequence[Paratext], right: Sequence[Paratext], *, by_order: bool) -> dict[int, int]:
    """Return which belongs to which, as indices of both sides.

    Args:
        left: paratexts of a kind, of the base.
        right: those of the target.
        by_order: pair what is left in its order, as the lines of a title; notes are paired by their marks.
    """
    links = dict(match_equal(left, right))
    taken = set(links.values())
    one = [ParatextCandidate(each, place) for place, each in enumerate(left) if place not in links]
    other = [ParatextCandidate(each, place) for place, each in enumerate(right) if place not in taken]
    links.update(match_similar(one, other))
    taken = set(links.values())
    one = [each for each in one if each.place not in links]
    other = [each for each in other if each.place not in taken]
    if by_order:
        links.update((a.place, b.place) for a, b in zip(one, other, strict=False))
    else:
        marks = {each.own.mark: each.place for each in reversed(other)}
        for each in one:
            there = marks.pop(each.own.mark, None)
            if there is not None:
                links[each.place] = there
    return links


def match_equal(left: Iterable[Paratext], right: Iterable[Paratext]) -> Iterator[tuple[int, int]]:
    """Yield what says the same, in order where it is said several times."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(right):
        places[fold_form(each.text)].append(place)
    waiting = {words: iter(found) for words, found in places.items()}
    for place, each in enumerate(left):
        there = next(waiting.get(fold_form(each.text), iter(())), None)
        if there is not None:
            yield place, there


def match_similar(one: Sequence[ParatextCandidate], other: Sequence[ParatextCandidate]) -> dict[int, int]:
    """Return the pairs that are alike, the most alike first; of equals the same mark, then the nearest."""
    marks: dict[str | None, list[int]] = defaultdict(list)
    for at, each in enumerate(other):
        marks[each.own.mark].append(at)
    found = []
    for at, each in enumerate(one):
        near = set(range(max(0, at - NEAR), min(len(other), at + NEAR + 1)))
        if each.own.mark:
            near.update(marks[each.own.mark][:NEAR])
        for there in near:
            likeness = dice_coefficient(each.pairs, other[there].pairs)
            if likeness >= MIN_SIMILARITY:
                differs = each.own.mark != other[there].own.mark
                found.append((-likeness, differs, abs(at - there), each.place, other[there].place))
    links: dict[int, int] = {}
    taken: set[int] = set()
    for *_, here, there in sorted(found):
        if here not in links and there not in taken:
            links[here] = there
            taken.add(there)
    return links


def dice_coefficient(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of what two sets have in common (Dice's coefficient)."""
    return 2 * len(one & other) / (len(one) + len(other))


def order_pairs(
    left: Sequence[Paratext], right: Sequence[Paratext], links: dict[int, int]
) -> Iterator[ParatextPair]:
    """Yield couples as `paired` orders them."""
    after: dict[int, list[ParatextPair]] = defaultdict(list)
    last = -1
    for place, each in enumerate(left):
        if place in links:
            last = links[place]
        else:
            after[last].append((each, None))
    back = {there: place for place, there in links.items()}
    yield from after[-1]
    for place, each in enumerate(right):
        yield left[back[place]] if place in back else None, each
        yield from after[place]
