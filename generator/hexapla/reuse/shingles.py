"""Shingles: the short runs of characters by which passages that share words find each other.

A passage is all the runs of `HAN_SIZE` characters in it, of `WORDS_SIZE` letters where words are written with
spaces between; about as many of either survive when a part of the characters is replaced. A run that many
documents have is set phrase and says little. What a run weighs is the logarithm of how few documents have it:
1 where one or two do (who copied it has it too), 0 where nearly all do. A character weighs the mean of the
runs that cover it.

After Broder, *On the resemblance and containment of documents* (1997), but no run is left to chance: all are
kept, sorted once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hexapla.reuse.document_passages import join_codes, lacks_spaces
from hexapla.reuse.held_texts import HeldText
from hexapla.text.window_hashes import hash_windows

HAN_SIZE, WORDS_SIZE = 4, 9
"""characters of a shingle. Of a passage in which four of ten characters are replaced one shingle in eight
survives; with five it were one in thirteen, too few in a short clause"""
HASH_BITS = 32
"""of a sorted entry its hash; the others are its place. Of ten million shingles one in a thousand shares its
hash with another, which no measurement of likeness believes"""

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShingleIndex:
    """All shingles of a collection; the last three arrays have an entry per shingle and passage."""

    lengths: Ints
    """characters per text"""
    documents: NDArray[np.int32]
    """per text the number of its first document, ascending"""
    mass: Floats
    """what the characters before a place weigh, shape (characters + 1,)"""
    starts: Ints
    """per text where it begins in `mass`, and the end"""
    total: int
    """documents of the collection"""
    owner: NDArray[np.int32]
    """the text that has it, ascending in a group"""
    group: NDArray[np.int32]
    """which shingle it is, ascending"""
    frequency: NDArray[np.int32]
    """how many documents have it"""

    def mass_of(self, text: int, start: int, end: int) -> float:
        """Return what a stretch of a text weighs."""
        first = self.starts[text]
        return float(self.mass[first + end] - self.mass[first + start])


def index_shingles(texts: Sequence[HeldText], *, times: int = 1) -> ShingleIndex:
    """Index all shingles of the texts.

    Args:
        texts: in their order.
        times: how many times as long a shingle shall be; longer ones find what has common words only.
    """
    keys = [each.key for each in texts]
    lengths = np.array([len(key) for key in keys], np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    sizes = np.array([HAN_SIZE if lacks_spaces(key) else WORDS_SIZE for key in keys], np.int64) * times
    documents = np.array([each.document for each in texts], np.int32)
    more = np.array([len(each.holders) - 1 for each in texts], np.int32)
    total = len({holder.document for each in texts for holder in each.holders})
    place, hashes = hash_shingles(join_codes(keys), starts, sizes)
    entries = (hashes << np.uint64(HASH_BITS)) | place.astype(np.uint64)
    del hashes, place
    entries.sort()
    spot = (entries & np.uint64(0xFFFFFFFF)).astype(np.int64)
    head = np.diff((entries >> np.uint64(HASH_BITS)).astype(np.int64), prepend=-1) != 0
    del entries
    group = np.cumsum(head, dtype=np.int32) - np.int32(1)
    owner = np.repeat(np.arange(len(keys), dtype=np.int32), lengths)[spot]
    frequency = count_documents(group, owner, documents, more)[group]
    mass = weigh_characters(int(starts[-1]), spot, weigh_shingles(frequency, total), sizes[owner])
    fresh = head | (np.diff(owner, prepend=-1) != 0)
    return ShingleIndex(
        lengths=lengths,
        documents=documents,
        mass=mass,
        starts=starts,
        total=total,
        owner=owner[fresh],
        group=group[fresh],
        frequency=frequency[fresh],
    )


def hash_shingles(codes: NDArray[np.uint32], starts: Ints, sizes: Ints) -> tuple[Ints, NDArray[np.uint64]]:
    """Hash all shingles that lie within one text.

    Args:
        codes: code points of all texts.
        starts: where each text begins, and the end.
        sizes: characters of a shingle, per text.

    Returns:
        Per shingle the place of its first character, and its hash of `HASH_BITS` bits.
    """
    found: list[tuple[Ints, NDArray[np.uint64]]] = []
    for size in np.unique(sizes).tolist():
        lasting = np.clip(np.diff(starts) - size + 1, 0, None) * (sizes == size)
        within = np.repeat(starts[:-1] - np.cumsum(lasting) + lasting, lasting)
        at = np.arange(len(within)) + within
        found.append((at, hash_windows(codes, at, size, HASH_BITS)))
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.uint64)
    return np.concatenate([at for at, _ in found]), np.concatenate([hashed for _, hashed in found])


def count_documents(
    group: NDArray[np.int32], owner: NDArray[np.int32], documents: NDArray[np.int32], more: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Return per group how many documents have its shingle.

    Args:
        group: per entry, ascending.
        owner: per entry its text, ascending in a group.
        documents: per text the number of its first document, ascending.
        more: per text how many further documents hold it; each counts.
    """
    of = documents[owner]
    begins = np.diff(group, prepend=-1) != 0
    fresh_document = begins | (np.diff(of, prepend=-1) != 0)
    fresh_text = begins | (np.diff(owner, prepend=-1) != 0)
    heads = np.flatnonzero(begins)
    if not len(heads):
        return np.zeros(0, np.int32)
    return np.add.reduceat(fresh_document + more[owner] * fresh_text, heads).astype(np.int32)


def weigh_shingles(frequency: NDArray[np.int32], total: int) -> Floats:
    """Return what shingles weigh, 0 to 1.

    Args:
        frequency: documents that have it.
        total: documents of the collection.

    >>> weigh_shingles(np.array([1, 2, 11, 101], np.int32), 100).round(2).tolist()
    [1.0, 1.0, 0.5, 0.0]
    """
    others = np.maximum(frequency - 1, 1)
    weight: Floats = np.clip(np.log(max(total, 2) / others) / np.log(max(total, 2)), 0.0, 1.0)
    return weight


def weigh_characters(length: int, spot: Ints, weight: Floats, size: Ints) -> Floats:
    """Sum what the characters before each place weigh.

    A character weighs the mean of the shingles that cover it, each shingle spread evenly over its characters.

    Args:
        length: characters of all texts.
        spot: where each shingle begins.
        weight: of each shingle.
        size: characters of each shingle.
    """
    share = weight / size
    step = np.bincount(spot, share, minlength=length + 1)
    step -= np.bincount(np.minimum(spot + size, length), share, minlength=length + 1)
    return np.concatenate([[0.0], np.cumsum(np.cumsum(step[:-1]))])
