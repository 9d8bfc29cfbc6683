"""Pairs of texts that were found too unlike, so that they are not measured again when a further text comes.

Most pairs that share a few shingles have little else in common, and to find that out is most of the work.
How many characters two texts have in common depends on these two alone, whatever else is in the collection.
"""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hexapla.reuse.shingles import Bools, Ints

Hashes = NDArray[np.uint64]
HASH_BYTES = 8
MIX = np.uint64(0x9E3779B97F4A7C15)
"""odd, so that the order of a pair counts and no bit is lost"""


def hash_texts(keys: Sequence[str]) -> Hashes:
    """Return a hash of 64 bits per text."""
    digests = (
        hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).digest() for key in keys
    )
    return np.frombuffer(b"".join(digests), "<u8").astype(np.uint64)


def hash_pairs(hashes: Hashes, earlier: Ints, later: Ints) -> Hashes:
    """Return a hash per pair of texts, the same for both orders."""
    one, other = hashes[earlier], hashes[later]
    mixed: Hashes = np.minimum(one, other) * MIX ^ np.maximum(one, other)
    return mixed


class PairMemory:
    """Remembers of pairs that they have less than so many characters in common.

    It is filled while it is used, and then knows the pairs of the last collection alone. What it knows never
    changes a result: a pair that it does not know is measured.
    """

    def __init__(self, pairs: Hashes | None = None, bounds: NDArray[np.int32] | None = None) -> None:
        """Know pairs, ascending, with their bounds; None: no pair."""
        self.pairs = np.zeros(0, np.uint64) if pairs is None else pairs
        self.bounds = np.zeros(0, np.int32) if bounds is None else bounds

    def know_less(self, pairs: Hashes, bounds: Ints) -> Bools:
        """Tell of which pairs it is known that they have less than so many characters in common."""
        known: Bools = np.zeros(len(pairs), np.bool_)
        if len(self.pairs):
            at = np.minimum(np.searchsorted(self.pairs, pairs), len(self.pairs) - 1)
            known = (self.pairs[at] == pairs) & (self.bounds[at] <= bounds)
        return known

    def replace(self, pairs: Hashes, bounds: Ints) -> None:
        """Know these pairs and no others."""
        order = np.argsort(pairs, kind="stable")
        self.pairs, self.bounds = pairs[order], bounds[order].astype(np.int32)

    def dump(self) -> bytes:
        """Write what is known: all pairs, then all bounds."""
        return self.pairs.astype("<u8").tobytes() + self.bounds.astype("<i4").tobytes()

    @classmethod
    def load(cls, data: bytes) -> "PairMemory":
        """Read what was known.

        Raises:
            ValueError: this is nothing that was written.
        """
        count, rest = divmod(len(data), HASH_BYTES + 4)
        if rest:
            raise ValueError("a memory of pairs was cut short")
        pairs = np.frombuffer(data[: count * HASH_BYTES], "<u8").astype(np.uint64)
        return cls(pairs, np.frombuffer(data[count * HASH_BYTES :], "<i4").astype(np.int32))
