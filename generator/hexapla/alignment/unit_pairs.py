"""Pairs of units, by position."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["Ints", "Pairs", "merge_pairs", "none"]

Ints = NDArray[np.int64]
Pairs = tuple[Ints, Ints]


def merge_pairs(*several: Pairs) -> Pairs:
    """Several sets of pairs as one, sorted, each pair once."""
    left = np.concatenate([pairs[0] for pairs in several])
    right = np.concatenate([pairs[1] for pairs in several])
    total = int(right.max(initial=0)) + 1
    code = np.unique(left * total + right)
    return code // total, code % total


def none() -> Pairs:
    """No pair."""
    return np.zeros(0, np.int64), np.zeros(0, np.int64)
