"""Pairs of units, by position."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Pairs = tuple[Ints, Ints]


def merge_pairs(*several: Pairs) -> Pairs:
    """Merge several sets of pairs into one, sorted, each pair once."""
    left = np.concatenate([pairs[0] for pairs in several])
    right = np.concatenate([pairs[1] for pairs in several])
    total = int(right.max(initial=0)) + 1
    code = np.unique(left * total + right)
    return code // total, code % total


def none() -> Pairs:
    """Return an empty set of pairs."""
    return np.zeros(0, np.int64), np.zeros(0, np.int64)
