"""The links of a pair of versions while they are being made."""

from dataclasses import dataclass, field

import numpy as np

from hexapla.alignment.arrays import Floats, Ints, Pairs
from hexapla.alignment.trace import Stage, Trace
from hexapla.sequences import longest_increasing

UNLINKED, EXCLUDED = -1, -2
"""values in place of a partner: not linked yet; excluded from linking by a decision"""


@dataclass(frozen=True, slots=True, order=True)
class PartialLink:
    """A link beside the main one of its units: a part of a split or a merge."""

    left: int
    right: int
    score: float


@dataclass(slots=True)
class PairLinks:
    """Main links, one to one, and the parts of splits and merges beside them."""

    to_right: Ints
    """per unit of the left side its main partner, or UNLINKED or EXCLUDED"""
    to_left: Ints
    score: Floats
    """per unit of the left side the score of its main link; meaningless if there is none"""
    parts: list[PartialLink] = field(default_factory=list)
    by_number: set[tuple[int, int]] = field(default_factory=set)
    """links, main or partial, of clauses of which only the number is left"""
    trace: Trace | None = None
    """records the links of one pair of units, if it is asked for"""
    _chain: tuple[Ints, Ints] | None = None
    """main partners when the chain was last asked for, and the chain"""

    @classmethod
    def empty(cls, left: int, right: int, trace: Trace | None = None) -> "PairLinks":
        """Return an instance without links for versions of so many units."""
        to_right, to_left = (np.full(size, UNLINKED, np.int64) for size in (left, right))
        return cls(to_right, to_left, np.zeros(left), trace=trace)

    @property
    def linked(self) -> Ints:
        """Left units that have a main partner."""
        return np.flatnonzero(self.to_right >= 0)

    @property
    def chain(self) -> Ints:
        """Left units of the longest chain of main links that is in order on both sides."""
        if self._chain is None or not np.array_equal(self._chain[0], self.to_right):
            linked = self.linked
            chain = linked[np.array(longest_increasing(self.to_right[linked].tolist()), np.int64)]
            self._chain = self.to_right.copy(), chain
        return self._chain[1]

    @property
    def busy(self) -> Pairs:
        """Left and right units of the partial links; a unit can occur more than once."""
        left = np.array([part.left for part in self.parts], np.int64)
        right = np.array([part.right for part in self.parts], np.int64)
        return left, right

    def add(self, left: Ints, right: Ints, score: Floats | float) -> None:
        """Add main links between units, pair by pair."""
        self.to_right[left] = right
        self.to_left[right] = left
        self.score[left] = score

    def report(self, stage: Stage, number: int = 0) -> None:
        """Record in the trace, if there is one, which links its two units have after a step."""
        if self.trace is None:
            return
        left, right = self.trace.pair
        links = {
            (part.left, part.right): part.score
            for part in self.parts
            if part.left == left or part.right == right
        }
        if self.to_right[left] >= 0:
            links[left, int(self.to_right[left])] = float(self.score[left])
        if self.to_left[right] >= 0:
            partner = int(self.to_left[right])
            links[partner, right] = float(self.score[partner])
        self.trace.look(links, stage, number)
