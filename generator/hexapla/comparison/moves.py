"""What moved: rows off the longest common order of two versions.

Between two orders of the same rows there is no single truth about which moved; the reader's is that the
bulk of the text stayed. So the heaviest chain of rows that rise in both versions stands still, weight being
length of text, and all other rows moved.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from hexapla.sequences import heaviest_increasing


class RowPosition(NamedTuple):
    """Where a row stands in both versions, and its weight."""

    row: str
    base: int
    """ordinal of its first unit in the base"""
    target: int
    weight: int
    """characters on both sides; above 0"""


def find_moved_rows(places: Sequence[RowPosition]) -> set[str]:
    """Return the rows that moved between base and target."""
    ordered = sorted(places, key=lambda place: (place.base, place.target))
    chain = heaviest_increasing([(place.base, place.target, place.weight) for place in ordered])
    return {place.row for place in ordered} - {ordered[at].row for at in chain}


def group_moved_rows(places: Sequence[RowPosition], rows: set[str]) -> dict[str, str]:
    """Map a moved row to the first row of the run it moved with: neighbours in the base and in the target."""
    leaders: dict[str, str] = {}
    ordered = sorted(places, key=lambda place: (place.base, place.target))
    rank = {place.row: index for index, place in enumerate(sorted(places, key=lambda place: place.target))}
    for left, right in pairwise(ordered):
        if left.row in rows and right.row in rows and rank[right.row] == rank[left.row] + 1:
            leaders[right.row] = leaders.get(left.row, left.row)
    return leaders
