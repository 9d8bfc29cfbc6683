"""The links of a pair of versions while they grow."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.trace import Stage, Trace
from hexapla.alignment.unit_pairs import Ints, Pairs
from hexapla.sequences import longest_increasing

__all__ = ["EXCLUDED", "UNLINKED", "PairLinks", "PartialLink"]

UNLINKED, EXCLUDED = -1, -2
"""instead of a partner: none yet; none wanted"""


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
    """per unit of the left side its main partner, or FREE or TAKEN"""
    to_left: Ints
    score: NDArray[np.float64]
    """of the main link of each left unit"""
    parts: list[PartialLink] = field(default_factory=list)
    trace: Trace | None = None
    """what is to be told of the links of two units"""

    @classmethod
    def empty(cls, left: int, right: int, trace: Trace | None = None) -> "PairLinks":
        """No link yet."""
        to_right, to_left = (np.full(size, UNLINKED, np.int64) for size in (left, right))
        return cls(to_right, to_left, np.zeros(left), trace=trace)

    @property
    def linked(self) -> Ints:
        """Left units that have a main partner."""
        return np.flatnonzero(self.to_right >= 0)

    @property
    def chain(self) -> Ints:
        """Linked left units of the longest chain that runs in the order of both sides."""
        linked = self.linked
        return linked[np.array(longest_increasing(self.to_right[linked].tolist()), np.int64)]

    @property
    def busy(self) -> Pairs:
        """Units that are parts of splits or merges."""
        left = np.array([tie.left for tie in self.parts], np.int64)
        right = np.array([tie.right for tie in self.parts], np.int64)
        return left, right

    def tie(self, left: Ints, right: Ints, score: NDArray[np.float64] | float) -> None:
        """Make main links."""
        self.to_right[left] = right
        self.to_left[right] = left
        self.score[left] = score

    def report(self, stage: Stage, number: int = 0) -> None:
        """Tell the trace, if there is one, which links its two units have after a step."""
        if self.trace is None:
            return
        left, right = self.trace.pair
        links = {
            (tie.left, tie.right): tie.score for tie in self.parts if tie.left == left or tie.right == right
        }
        if self.to_right[left] >= 0:
            links[left, int(self.to_right[left])] = float(self.score[left])
        if self.to_left[right] >= 0:
            partner = int(self.to_left[right])
            links[partner, right] = float(self.score[partner])
        self.trace.look(links, stage, number)
