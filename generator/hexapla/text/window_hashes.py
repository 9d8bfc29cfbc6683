"""Hashes of windows: the same few values in a row give the same number, wherever they stand.

N-grams of an alignment and shingles of a collection are counted by these numbers, not by their characters.
"""

import numpy as np
from numpy.typing import NDArray

PRIME, MIX = np.uint64(0x100000001B3), np.uint64(0x9E3779B97F4A7C15)
"""the prime of FNV-1a (Fowler, Noll, Vo); the golden ratio in 64 bits, which spreads what it multiplies"""


def hash_windows(
    values: NDArray[np.unsignedinteger], starts: NDArray[np.int64], size: int, bits: int
) -> NDArray[np.uint64]:
    """Hash windows of several values in a row.

    Args:
        values: of which the windows are made, shape (values,).
        starts: where each window begins, shape (windows,).
        size: values of a window.
        bits: of a hash, at most 64; the highest of those mixed are kept.

    Returns:
        a hash per window, shape (windows,).

    >>> values = np.frombuffer("abcab".encode("utf-32-le"), np.uint32)
    >>> pairs = hash_windows(values, np.arange(4), 2, 24)
    >>> bool(pairs[0] == pairs[3] != pairs[1])
    True
    """
    hashes = np.full(len(starts), size, np.uint64)
    for place in range(size):
        hashes = (hashes * PRIME ^ values[starts + place].astype(np.uint64)) * MIX
        hashes ^= hashes >> np.uint64(31)
    return hashes >> np.uint64(64 - bits)
