"""Unite linked units into rows over all versions.

The comparison of two versions must not depend on a third. Therefore a link by wording is never dropped
because of a third version: if a version prints an article twice, in its present and its future wording, both
come into one row, and the comparison of two versions reads their own links (`comparison/components.py`). Only
guessed links (by order, by structure, or from a quotation) can be dropped: they join rows that have no
version in common, strongest first.

A unit is identified by one number: its position when the units of all versions are numbered on. Numbers are
faster than tuples here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.unit_pairs import Ints


class LinkPriority(IntEnum):
    """Which rows a link may unite, in the order in which links are processed."""

    DECLARED = 0
    """unites whatever it joins"""
    REPEATED = 1
    """between texts that a version has more than once (“Repealed.”): the pairing is guessed from their order,
    so it joins only rows that have no version in common"""
    WORDING = 2
    """between two versions of a text, also as part of a split or a merge: unites whatever it joins"""
    TRANSLATED = 3
    """between languages: as REPEATED, after links by wording"""
    QUOTED = 4
    """between unrelated texts: as REPEATED, but at most one such link per row, so that an unrelated
    text does not bring other units together"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedLinks:
    """Links between units of any two versions."""

    left: Ints
    right: Ints
    score: NDArray[np.float64]
    strength: Ints

    @classmethod
    def of(cls, left: Ints, right: Ints, score: NDArray[np.float64], strength: Ints) -> "RankedLinks":
        """Sort links by priority, score and position, whatever the order in which they were found."""
        left, right = np.minimum(left, right), np.maximum(left, right)
        order = np.lexsort((right, left, -score, strength))
        return cls(left=left[order], right=right[order], score=score[order], strength=strength[order])


class DisjointSets:
    """Disjoint sets of units (union-find) that record which versions each set contains."""

    def __init__(self, version: list[int], apart: Mapping[int, frozenset[int]]) -> None:
        """Put every unit into a set of its own.

        Args:
            version: per unit its version.
            apart: per unit the units that must not be in its set.
        """
        self.parent = list(range(len(version)))
        self.size = [1] * len(version)
        self.versions = [1 << at for at in version]
        """per set, one bit per version"""
        self.quoting = bytearray(len(version))
        self.apart = apart

    def root(self, unit: int) -> int:
        """Return the unit that represents the set of a unit; shortens the path to it."""
        parent = self.parent
        while parent[unit] != unit:
            parent[unit] = parent[parent[unit]]
            unit = parent[unit]
        return unit

    def allows(self, left: int, right: int, strength: int) -> bool:
        """Tell whether a link of the given priority may unite the sets of two roots."""
        if self.apart and self._kept_apart({left, right}):
            return False
        if strength in (LinkPriority.DECLARED, LinkPriority.WORDING):
            return True
        if self.versions[left] & self.versions[right]:
            return False
        return strength != LinkPriority.QUOTED or not (self.quoting[left] or self.quoting[right])

    def join(self, left: int, right: int, strength: int) -> None:
        """Unite the sets of two roots; a quotation marks the united set."""
        if self.size[left] < self.size[right]:
            left, right = right, left
        self.parent[right] = left
        self.size[left] += self.size[right]
        self.versions[left] |= self.versions[right]
        self.quoting[left] |= self.quoting[right] | (strength == LinkPriority.QUOTED)

    def _kept_apart(self, roots: set[int]) -> bool:
        """Tell whether a decision keeps two sets apart; tries all decisions, since they are few."""
        return any(
            {self.root(unit), self.root(other)} == roots
            for unit, others in self.apart.items()
            for other in others
        )


def unite_linked_units(version: Ints, bonds: RankedLinks, apart: Mapping[int, frozenset[int]]) -> Ints:
    """Unite units into rows; return per unit the unit that represents its row, shape (units,).

    Post-conditions:
        1. Every unit stands in exactly one row.
        2. The rows do not depend on the order in which links were found.
        3. Units linked by wording or by an editor are in one row, unless a decision keeps them apart.
        4. No row contains two units that a decision keeps apart.

    Args:
        version: per unit its version.
        bonds: links, in the order in which they are processed.
        apart: per unit the units that must not be in its row, whatever links them.
    """
    sets = DisjointSets(version.tolist(), apart)
    for left, right, strength in zip(
        bonds.left.tolist(), bonds.right.tolist(), bonds.strength.tolist(), strict=True
    ):
        one, other = sets.root(left), sets.root(right)
        if one != other and sets.allows(one, other, strength):
            sets.join(one, other, strength)
    return np.array([sets.root(unit) for unit in range(len(version))], np.int64)
