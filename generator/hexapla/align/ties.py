"""The links of a pair of versions while they grow."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

__all__ = ["Tie", "Ties"]

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """A link beside the main one of its units: a part of a split or a merge."""

    left: int
    right: int
    score: float


@dataclass(slots=True)
class Ties:
    """Main links, one to one, and the parts of splits and merges beside them."""

    to_right: Ints
    """per unit of the left side its main partner, or -1"""
    to_left: Ints
    score: NDArray[np.float64]
    """of the main link of each left unit"""
    parts: list[Tie] = field(default_factory=list)

    @classmethod
    def empty(cls, left: int, right: int) -> "Ties":
        """No link yet."""
        return cls(np.full(left, -1, np.int64), np.full(right, -1, np.int64), np.zeros(left))

    @property
    def linked(self) -> Ints:
        """Left units that have a main partner."""
        return np.flatnonzero(self.to_right >= 0)

    def tie(self, left: Ints, right: Ints, score: NDArray[np.float64] | float) -> None:
        """Make main links."""
        self.to_right[left] = right
        self.to_left[right] = left
        self.score[left] = score
