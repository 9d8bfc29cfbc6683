"""From links of pairs to rows over all versions: what the links of a pair bind stands in one row.

What is said of two versions must not depend on a third. So a link between two texts of one language is
never given up because a third version has a place for both ends: a version that prints an article twice, as
it is and as it will be, brings both into one row, and what two versions make of the row is read from their
own links (`compare/strands.py`). Only links that are guesses, by order, by structure or from a quotation,
yield: they join rows that have no version in common, strongest first.

A unit is one number here: its place when all versions are counted on. (Tuples would cost more time to keep
than to unite.)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.unit_pairs import Ints

__all__ = ["LinkPriority", "RankedLinks", "unite_linked_units"]


class LinkPriority(IntEnum):
    """What a link may do to rows, in the order in which links are heard."""

    DECLARED = 0
    """unites whatever it joins"""
    REPEATED = 1
    """between texts that a version has more than once (“Repealed.”): which belongs to which is guessed from
    their order, so it joins rows that have no version in common"""
    WORDING = 2
    """between two versions of a text, also as part of a split or a merge: unites whatever it joins"""
    TRANSLATED = 3
    """between languages: as REPEATED; structure yields to wording"""
    QUOTED = 4
    """between unrelated texts: as REPEATED, but a row takes one: no stranger brings others together"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedLinks:
    """Links between units of any two versions."""

    left: Ints
    right: Ints
    score: NDArray[np.float64]
    strength: Ints

    @classmethod
    def of(cls, left: Ints, right: Ints, score: NDArray[np.float64], strength: Ints) -> "RankedLinks":
        """Put links in the order in which they are heard, whatever the order in which they were found."""
        left, right = np.minimum(left, right), np.maximum(left, right)
        order = np.lexsort((right, left, -score, strength))
        return cls(left=left[order], right=right[order], score=score[order], strength=strength[order])


class DisjointSets:
    """Disjoint sets of units, each knowing which versions it holds."""

    def __init__(self, version: list[int], apart: Mapping[int, frozenset[int]]) -> None:
        self.parent = list(range(len(version)))
        self.size = [1] * len(version)
        self.versions = [1 << at for at in version]
        """per set, one bit per version"""
        self.quoting = bytearray(len(version))
        self.apart = apart

    def root(self, unit: int) -> int:
        parent = self.parent
        while parent[unit] != unit:
            parent[unit] = parent[parent[unit]]
            unit = parent[unit]
        return unit

    def allows(self, left: int, right: int, strength: int) -> bool:
        if self.apart and self._kept_apart({left, right}):
            return False
        if strength in (LinkPriority.DECLARED, LinkPriority.WORDING):
            return True
        if self.versions[left] & self.versions[right]:
            return False
        return strength != LinkPriority.QUOTED or not (self.quoting[left] or self.quoting[right])

    def join(self, left: int, right: int, strength: int) -> None:
        if self.size[left] < self.size[right]:
            left, right = right, left
        self.parent[right] = left
        self.size[left] += self.size[right]
        self.versions[left] |= self.versions[right]
        self.quoting[left] |= self.quoting[right] | (strength == LinkPriority.QUOTED)

    def _kept_apart(self, roots: set[int]) -> bool:
        """Decisions are few, so that all of them can be looked at."""
        return any(
            {self.root(unit), self.root(other)} == roots
            for unit, others in self.apart.items()
            for other in others
        )


def unite_linked_units(version: Ints, bonds: RankedLinks, apart: Mapping[int, frozenset[int]]) -> Ints:
    """Unite units into rows; return for every unit one unit that stands for its row.

    Post-conditions:
        1. Every unit stands in exactly one row.
        2. The rows do not depend on the order in which links were found.
        3. Units that wording or an editor links stand in one row, unless they are to be kept apart.
        4. No row holds two units that are to be kept apart.

    Args:
        version: per unit its version.
        bonds: links, in the order in which they are heard.
        apart: units that must not stand in one row, whatever binds them.
    """
    sets = DisjointSets(version.tolist(), apart)
    for left, right, strength in zip(
        bonds.left.tolist(), bonds.right.tolist(), bonds.strength.tolist(), strict=True
    ):
        one, other = sets.root(left), sets.root(right)
        if one != other and sets.allows(one, other, strength):
            sets.join(one, other, strength)
    return np.array([sets.root(unit) for unit in range(len(version))], np.int64)
