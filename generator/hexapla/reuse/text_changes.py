"""Which texts of a collection an earlier search knew, and which numbers they bear now."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from hexapla.reuse.held_texts import HeldText
from hexapla.reuse.shingles import Bools, Ints, Places

KEY_BYTES, NAME_BYTES = 16, 8
"""of the digest of a text, and of a document's id"""
PAIR_BITS = 32
"""of a pair's code how many its later text takes"""
LATER = (1 << PAIR_BITS) - 1
"""these bits"""

Digests = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTexts:
    """The texts of a collection, told apart by digests."""

    keys: Digests
    """of their words, two numbers per text"""
    names: Digests
    """of the id of the first document that holds it, per text"""
    more: Places
    """how many further documents hold it, per text"""

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChanges:
    """How the texts of a collection are those of an earlier search."""

    before: Ints
    """per text of now its number then, or -1"""
    now: Ints
    """per text of then its number now, or -1"""
    altered: Bools
    """per text of now whether it is new or other documents hold it"""
    gone: Bools
    """per text of then whether it is no more what it was"""

    def renumber(self, codes: Ints) -> tuple[Ints, Bools, Bools]:
        """Give pairs of then the numbers of now.

        Returns:
            The codes of those of which there are both texts, the earlier of now first; per pair whether there
            are both; and per code whether its texts changed places.
        """
        one, other = self.now[codes >> PAIR_BITS], self.now[codes & LATER]
        kept = (one >= 0) & (other >= 0)
        one, other = one[kept], other[kept]
        return np.minimum(one, other) << PAIR_BITS | np.maximum(one, other), kept, one > other


def identify_texts(texts: Sequence[HeldText], documents: Sequence[str]) -> KnownTexts:
    """Digest texts, and the ids of the documents that they number."""
    digest = b"".join(
        blake2b(each.key.encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).digest() for each in texts
    )
    names = b"".join(
        blake2b(each.encode("utf-8", "surrogatepass"), digest_size=NAME_BYTES).digest() for each in documents
    )
    document = np.array([each.document for each in texts], np.int64)
    return KnownTexts(
        keys=np.frombuffer(digest, np.uint64),
        names=np.frombuffer(names, np.uint64)[document],
        more=np.array([len(each.holders) - 1 for each in texts], np.int32),
    )


def compare_texts(then: KnownTexts, now: KnownTexts) -> TextChanges:
    """Say which texts there were already."""
    number_of = {key: number for number, key in enumerate(list_keys(then))}
    before = np.array([number_of.get(key, -1) for key in list_keys(now)], np.int64)
    known = np.flatnonzero(before >= 0)
    numbers = np.full(len(then), -1, np.int64)
    numbers[before[known]] = known
    altered = np.ones(len(now), np.bool_)
    old = before[known]
    altered[known] = (then.names[old] != now.names[known]) | (then.more[old] != now.more[known])
    gone = np.ones(len(then), np.bool_)
    gone[old] = altered[known]
    return TextChanges(before=before, now=numbers, altered=altered, gone=gone)


def list_keys(texts: KnownTexts) -> list[bytes]:
    """Return the digest of each text."""
    joined = texts.keys.tobytes()
    return [joined[at : at + KEY_BYTES] for at in range(0, len(joined), KEY_BYTES)]
