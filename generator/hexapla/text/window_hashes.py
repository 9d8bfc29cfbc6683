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
        mix_in(hashes, values[starts + place])
    return hashes >> np.uint64(64 - bits)


def hash_all_windows(
    values: NDArray[np.unsignedinteger], size: int, bits: int, step: int = 1
) -> NDArray[np.uint64]:
    """Hash the windows that begin at each place, many times as fast as those that begin at given places.

    Args:
        values: of which the windows are made, shape (values,).
        size: values of a window.
        bits: of a hash, at most 64; the highest of those mixed are kept.
        step: places from one value of a window to the next.

    Returns:
        a hash per place at which a window begins that ends among the values, shape (windows,).

    >>> values = np.frombuffer("abcab".encode("utf-32-le"), np.uint32)
    >>> bool((hash_all_windows(values, 2, 24) == hash_windows(values, np.arange(4), 2, 24)).all())
    True
    """
    count = max(0, len(values) - (size - 1) * step)
    hashes = np.full(count, size, np.uint64)
    for place in range(0, size * step, step):
        mix_in(hashes, values[place : place + count])
    hashes >>= np.uint64(64 - bits)
    return hashes


def mix_in(hashes: NDArray[np.uint64], values: NDArray[np.unsignedinteger]) -> None:
    """Let hashes take in a value each."""
    hashes *= PRIME
    hashes ^= values
    hashes *= MIX
    hashes ^= hashes >> np.uint64(31)
