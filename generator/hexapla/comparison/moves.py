"""What moved: rows off the longest common order of two versions.

Between two orders of the same rows there is no single truth about which moved; the reader's is that the
bulk of the text stayed. So the heaviest chain of rows that rise in both versions stands still, weight being
length of text, and all other rows moved.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["RowPosition", "find_moved_rows", "group_moved_rows"]


class RowPosition(NamedTuple):
    """Where a row stands in both versions, and its weight."""

    row: str
    base: int
    """ordinal of its first unit in the base"""
    target: int
    weight: int
    """characters on both sides"""


def find_heaviest_chain(places: Sequence[RowPosition]) -> set[str]:
    """Return the rows of the heaviest chain; `places` rise in the base.

    O(n log n), by a Fenwick tree of maxima.
    Among chains of equal weight the one that is found first from the left is taken.
    """
    rank = {target: index for index, target in enumerate(sorted({place.target for place in places}), 1)}
    size = len(rank)
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    before: list[int] = []
    top = (0, -1)
    for index, place in enumerate(places):
        at = rank[place.target] - 1
        reached = (0, -1)
        while at:
            if best[at][0] > reached[0]:
                reached = best[at]
            at -= at & -at
        before.append(reached[1])
        weight = reached[0] + place.weight
        at = rank[place.target]
        while at <= size:
            if weight > best[at][0]:
                best[at] = (weight, index)
            at += at & -at
        if weight > top[0]:
            top = (weight, index)
    chain: set[str] = set()
    index = top[1]
    while index >= 0:
        chain.add(places[index].row)
        index = before[index]
    return chain


def find_moved_rows(places: Sequence[RowPosition]) -> set[str]:
    """Return the rows that moved between base and target."""
    ordered = sorted(places, key=lambda place: (place.base, place.target))
    return {place.row for place in ordered} - find_heaviest_chain(ordered)


def group_moved_rows(places: Sequence[RowPosition], rows: set[str]) -> dict[str, str]:
    """Map a moved row to the first row of the run it moved with: neighbours in the base and in the target."""
    leaders: dict[str, str] = {}
    ordered = sorted(places, key=lambda place: (place.base, place.target))
    rank = {place.row: index for index, place in enumerate(sorted(places, key=lambda place: place.target))}
    for left, right in pairwise(ordered):
        if left.row in rows and right.row in rows and rank[right.row] == rank[left.row] + 1:
            leaders[right.row] = leaders.get(left.row, left.row)
    return leaders
