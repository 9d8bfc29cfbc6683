"""Order: the longest chain of links that run in the order of both sides, and who stands beside whom."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["LinkedNeighbours", "find_heaviest_chain", "find_linked_neighbours", "find_longest_chain"]

Ints = NDArray[np.int64]


def find_longest_chain(places: Ints) -> Ints:
    """Positions of a longest strictly increasing run of `places` (Schensted's patience piles)."""
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for position, place in enumerate(places.tolist()):
        pile = bisect_left(tops, place)
        before.append(at[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        at[pile : pile + 1] = [position]
    chain = []
    position = at[-1] if at else -1
    while position >= 0:
        chain.append(position)
        position = before[position]
    return np.array(chain[::-1], np.int64)


@dataclass(frozen=True, slots=True)
class LinkedNeighbours:
    """For every unit of one side the nearest linked units before and after it, and their partners."""

    before: Ints
    before_partner: Ints
    after: Ints
    after_partner: Ints


def find_linked_neighbours(partner: Ints, size: int) -> LinkedNeighbours:
    """Look around every unit; both ends of the texts count as linked."""
    linked = np.flatnonzero(partner >= 0)
    place = np.concatenate([[-1], linked, [len(partner)]])
    other = np.concatenate([[-1], partner[linked], [size]])
    every = np.arange(len(partner))
    left = np.searchsorted(place, every) - 1
    right = np.searchsorted(place, every, side="right")
    return LinkedNeighbours(place[left], other[left], place[right], other[right])


def find_heaviest_chain(left: Ints, right: Ints, weight: NDArray[np.float64]) -> Ints:
    """Positions of the pairs of a heaviest chain that runs strictly upwards on both sides.

    Pairs come sorted by left, then right. The best chain that ends before each right place is kept in a
    Fenwick tree, so that the time is near linear in the number of pairs.
    """
    size = int(right.max(initial=-1)) + 2
    best, end = [0.0] * size, [-1] * size
    before, total = [-1] * len(left), [0.0] * len(left)
    rows = np.split(np.arange(len(left)), np.flatnonzero(np.diff(left)) + 1)
    for row in rows:
        for position in row.tolist():
            place, top, tail = int(right[position]), 0.0, -1
            while place > 0:
                if best[place] > top:
                    top, tail = best[place], end[place]
                place &= place - 1
            before[position], total[position] = tail, top + float(weight[position])
        for position in row.tolist():
            place = int(right[position]) + 1
            while place < size:
                if total[position] > best[place]:
                    best[place], end[place] = total[position], position
                place += place & -place
    chain = []
    position = max(range(len(left)), key=total.__getitem__, default=-1)
    while position >= 0:
        chain.append(position)
        position = before[position]
    return np.array(chain[::-1], np.int64)
