"""Types of the arrays that alignment computes with; pairs of units as two arrays, and the best of a unit."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Pairs = tuple[Ints, Ints]
"""positions of the left and of the right unit of each pair"""
NONE: Ints = np.zeros(0, np.int64)
"""no position"""


def sort_distinct(values: Ints) -> Ints:
    """Return the distinct values, ascending: as `np.unique`, which loads all of masked arrays.

    >>> sort_distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    found = np.sort(values)
    fresh = np.ones(len(found), bool)
    np.not_equal(found[1:], found[:-1], out=fresh[1:])
    distinct: Ints = found[fresh]
    return distinct


def merge_pairs(*several: Pairs) -> Pairs:
    """Merge several sets of pairs into one, sorted, each pair once."""
    left = np.concatenate([pairs[0] for pairs in several])
    right = np.concatenate([pairs[1] for pairs in several])
    total = int(right.max(initial=0)) + 1
    code = sort_distinct(left * total + right)
    return code // total, code % total


def find_two_best(unit: Ints, score: Floats, size: int) -> tuple[Ints, Floats]:
    """Find the two best pairs of each unit.

    Args:
        unit: per pair its unit, shape (pairs,).
        score: per pair its score, shape (pairs,).
        size: number of units.

    Returns:
        Two arrays of shape (size,): the position of the best pair (the first of equals; -1 if none), and the
        score of the second best (0 if none).
    """
    best, second = np.full(size, -1, np.int64), np.zeros(size)
    order = np.lexsort((-score, unit))
    ranked = unit[order]
    heads = np.flatnonzero(np.diff(ranked, prepend=-1))
    best[ranked[heads]] = order[heads]
    follow = heads + 1
    follow = follow[(follow < len(ranked))]
    follow = follow[ranked[follow] == ranked[follow - 1]]
    second[ranked[follow]] = score[order[follow]]
    return best, second
