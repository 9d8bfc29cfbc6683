"""Order: the longest chain of links that run in the order of both sides, and who stands beside whom."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Around", "around", "longest"]

Ints = NDArray[np.int64]


def longest(places: Ints) -> Ints:
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
class Around:
    """For every unit of one side the nearest linked units before and after it, and their partners."""

    before: Ints
    before_partner: Ints
    after: Ints
    after_partner: Ints


def around(partner: Ints, size: int) -> Around:
    """Look around every unit; both ends of the texts count as linked."""
    linked = np.flatnonzero(partner >= 0)
    place = np.concatenate([[-1], linked, [len(partner)]])
    other = np.concatenate([[-1], partner[linked], [size]])
    every = np.arange(len(partner))
    left = np.searchsorted(place, every) - 1
    right = np.searchsorted(place, every, side="right")
    return Around(place[left], other[left], place[right], other[right])
