"""Types of the arrays that alignment computes with, and sets of pairs of units as two arrays."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Pairs = tuple[Ints, Ints]
"""positions of the left and of the right unit of each pair"""
NONE: Ints = np.zeros(0, np.int64)
"""no position"""


def merge_pairs(*several: Pairs) -> Pairs:
    """Merge several sets of pairs into one, sorted, each pair once."""
    left = np.concatenate([pairs[0] for pairs in several])
    right = np.concatenate([pairs[1] for pairs in several])
    total = int(right.max(initial=0)) + 1
    code = np.unique(left * total + right)
    return code // total, code % total
