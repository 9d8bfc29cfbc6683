"""Link clauses of which only the number is left (`languages.repealed`) by that number.

What stands in the place of their text is a set phrase that says nothing about which clause it was. So they
take no part in matching by wording. Where a clause stayed without a partner, and the other version prints its
number with such a phrase, the two are one clause that was taken out: official tables of changes print both in
one row. One line can stand for several: `§§ 36 bis 41 (weggefallen)`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hexapla.alignment.arrays import Ints
from hexapla.alignment.context import find_crossing_pairs
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.links import EXCLUDED, UNLINKED, PairLinks, PartialLink
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.trace import Stage
from hexapla.text.numerals import NumberKey, make_number_key, read_number_range
from hexapla.units import Unit


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A unit of which only the number is left."""

    at: int
    """its position in its version"""
    numbering: tuple[str, str]
    first: NumberKey
    last: NumberKey

    def stands_for(self, numbering: tuple[str, str], key: NumberKey) -> bool:
        """Tell whether this is the place of a number."""
        return numbering == self.numbering and self.first <= key <= self.last

    def meets(self, other: "Placeholder") -> bool:
        """Tell whether two stand for a number in common."""
        return self.stands_for(other.numbering, other.first) or other.stands_for(self.numbering, self.first)


def identify_numbering(unit: Unit) -> tuple[str, str]:
    """Return what numbers a unit: the clause above it, and what it is called (`art`, `sec`)."""
    above, _, own = unit.id.rpartition("__")
    return above, own.partition("_")[0]


def set_placeholders_aside(
    left: PreparedVersion, right: PreparedVersion, links: PairLinks
) -> tuple[Ints, Ints]:
    """Exclude the placeholders of both versions from matching; return their positions."""
    mine, yours = (
        np.array(
            [at for at in np.flatnonzero(partner == UNLINKED).tolist() if side.units[at].is_repealed],
            np.int64,
        )
        for side, partner in ((left, links.to_right), (right, links.to_left))
    )
    links.to_right[mine] = EXCLUDED
    links.to_left[yours] = EXCLUDED
    return mine, yours


def link_placeholders(
    sides: tuple[PreparedVersion, PreparedVersion],
    aside: tuple[Ints, Ints],
    links: PairLinks,
    barred: frozenset[tuple[int, int]],
    weights: LinkWeights,
) -> None:
    """Link placeholders with each other and with unlinked units, by number.

    Post-conditions:
        1. An unlinked unit whose number a placeholder of the other version has is linked to it, unless that
           breaks the order of the links: where a law was numbered anew, numbers tell nothing.
        2. So is a placeholder to one that stands for a number in common.
        3. Of several links of a unit the first is the main one, the others are partial.
        4. Nothing else is linked.

    Args:
        sides: the two versions.
        aside: positions of the placeholders, as `set_placeholders_aside` returned them.
        links: the links made so far; the new ones are added.
        barred: pairs that an editor keeps apart.
        weights: thresholds and weights of the alignment.
    """
    mine, yours = (
        list(list_placeholders(side, places.tolist())) for side, places in zip(sides, aside, strict=True)
    )
    busy = tuple(set(units.tolist()) for units in links.busy)
    free = [
        [at for at in np.flatnonzero(partner == UNLINKED).tolist() if at not in taken]
        for partner, taken in zip((links.to_right, links.to_left), busy, strict=True)
    ]
    pairs = [(one.at, other.at) for one in mine for other in yours if one.meets(other)]
    numbered = [(at, one.at) for one in yours for at in find_numbered_units(sides[0], free[0], one)]
    numbered += [(one.at, at) for one in mine for at in find_numbered_units(sides[1], free[1], one)]
    places = np.array(numbered, np.int64).reshape(-1, 2)
    crossing = find_crossing_pairs(places[:, 0], places[:, 1], links)
    pairs += [pair for pair, breaks in zip(numbered, crossing.tolist(), strict=True) if not breaks]
    for left, right in pairs:
        if (left, right) in barred:
            continue
        links.by_number.add((left, right))
        score = 1.0 if sides[0].keys[left] == sides[1].keys[right] else weights.repealed_score
        if links.to_right[left] < 0 and links.to_left[right] < 0:
            links.add(np.array([left]), np.array([right]), score)
        else:
            links.parts.append(PartialLink(left, right, score))
    links.report(Stage.REPEALED)


def list_placeholders(side: PreparedVersion, places: Sequence[int]) -> Iterator[Placeholder]:
    """Yield the placeholders that have a number."""
    for at in places:
        unit = side.units[at]
        ends = read_number_range(unit.number) if unit.number else None
        if ends is not None:
            yield Placeholder(at, identify_numbering(unit), *ends)


def find_numbered_units(side: PreparedVersion, places: Sequence[int], one: Placeholder) -> Iterator[int]:
    """Yield the units for which a placeholder of the other version stands."""
    for at in places:
        key = make_number_key(side.labels[at])
        if key and one.stands_for(identify_numbering(side.units[at]), key):
            yield at
