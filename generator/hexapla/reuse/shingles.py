"""Shingles: the short runs of characters by which passages that share words find each other.

A passage is all the runs of `HAN_SIZE` characters in it, of `WORDS_SIZE` letters where words are written with
spaces between; about as many of either survive when a part of the characters is replaced. A run that many
documents have is set phrase and says little. What a run weighs is the logarithm of how few documents have it:
most where one or two do (who copied it has it too), nothing where nearly all do. A character weighs the mean
of the runs that cover it.

The logarithm is cut to whole numbers, so that a further document changes what few runs weigh, and what was
measured of all others stays as it is. All sums are of whole numbers: they are the same in any order.

After Broder, *On the resemblance and containment of documents* (1997), but no run is left to chance: all are
kept, sorted once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hexapla.reuse.document_passages import join_codes, lacks_spaces
from hexapla.reuse.held_texts import HeldText
from hexapla.text.window_hashes import hash_all_windows

HAN_SIZE, WORDS_SIZE = 4, 9
"""characters of a shingle. Of a passage in which four of ten characters are replaced one shingle in eight
survives; with five it were one in thirteen, too few in a short clause"""
COMMON_MULTIPLE = 36
"""of both sizes: a shingle's weight times this is spread evenly over its characters"""
HASH_BITS = 32
"""of a sorted entry its hash; the others are its place. Of ten million shingles one in a thousand shares its
hash with another, which no measurement of likeness believes"""
PLACE_MASK = np.uint64((1 << (64 - HASH_BITS)) - 1)
MOST_LEVEL = 4
"""level of a shingle, that 33 documents have, above which it is common"""
AT_A_TIME = 1 << 20
"""entries that are worked on at a time; bounds the memory"""
NOWHERE = 255
"""level where no shingle begins"""

Ints = NDArray[np.int64]
Places = NDArray[np.int32]
Levels = NDArray[np.uint8]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShingleIndex:
    """The shingles of a collection.

    The last three arrays have an entry per shingle and passage, of the shingles that several passages have:
    either of rare or of common ones.
    """

    lengths: Ints
    """characters per text"""
    documents: Places
    """per text the number of its first document, ascending"""
    sizes: Ints
    """characters of a shingle per text; `HAN_SIZE` where it is written without spaces"""
    starts: Ints
    """per text where it begins in all texts put together, and the end"""
    top: int
    """level of a shingle that all documents have"""
    level_at: Levels
    """per character the level of the shingle that begins there, or `NOWHERE`"""
    mass: Ints
    """what the characters before a place weigh, shape (characters + 1,), in units of `unit`"""
    owner: Places
    """the text that has it, ascending in a group"""
    group: Places
    """which shingle it is, ascending"""
    level: Levels
    """how many documents have it, as `find_levels` says"""

    @property
    def unit(self) -> int:
        """What a character weighs that nobody else has."""
        return COMMON_MULTIPLE * self.top

    def mass_of(self, text: int, start: int, end: int) -> float:
        """Return what a stretch of a text weighs; a character that nobody else has weighs 1."""
        first = self.starts[text]
        return int(self.mass[first + end] - self.mass[first + start]) / self.unit


def choose_sizes(texts: Sequence[HeldText]) -> Ints:
    """Return per text how many characters its shingles have."""
    return np.array([HAN_SIZE if lacks_spaces(each.key) else WORDS_SIZE for each in texts], np.int64)


def index_shingles(
    texts: Sequence[HeldText], sizes: Ints, *, times: int = 1, shorter: Levels | None = None
) -> ShingleIndex:
    """Index the rare shingles of the texts.

    Args:
        texts: in their order.
        sizes: as `choose_sizes` returns them.
        times: how many times as long a shingle shall be; of longer ones the common are indexed, which find
            what has common words only, and are not asked what a stretch weighs.
        shorter: of longer ones `level_at` of the index of shorter ones: a shingle of which a part is rare is
            rare, and left out.
    """
    keys = [each.key for each in texts]
    lengths = np.array([len(key) for key in keys], np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)])
    documents = np.array([each.document for each in texts], np.int32)
    more = np.array([len(each.holders) - 1 for each in texts], np.int32)
    top = max(1, len({holder.document for each in texts for holder in each.holders}) - 1).bit_length()
    spot, head = sort_shingles(join_codes(keys), starts, sizes, times, shorter)
    group = np.cumsum(head, dtype=np.int32)
    group -= 1
    owner = np.repeat(np.arange(len(keys), dtype=np.int32), lengths)[spot]
    fresh = head
    fresh[1:] |= owner[1:] != owner[:-1]
    level = find_levels(count_documents(group[fresh], owner[fresh], documents, more))
    level_at = np.full(int(starts[-1]), NOWHERE, np.uint8)
    for piece in cut_pieces(len(spot)):
        level_at[spot[piece]] = level[group[piece]]
    del spot
    fresh &= (np.bincount(group[fresh]) > 1)[group]
    fresh &= ((level <= MOST_LEVEL) == (times == 1))[group]
    group, owner = group[fresh], owner[fresh]
    return ShingleIndex(
        lengths=lengths,
        documents=documents,
        sizes=sizes,
        starts=starts,
        top=top,
        level_at=level_at,
        mass=weigh_characters(level_at, starts, sizes, top) if times == 1 else np.zeros(0, np.int64),
        owner=owner,
        group=group,
        level=level[group],
    )


def cut_pieces(length: int) -> Iterator[slice]:
    """Yield slices of at most `AT_A_TIME` entries."""
    yield from (slice(at, min(at + AT_A_TIME, length)) for at in range(0, length, AT_A_TIME))


def sort_shingles(
    codes: NDArray[np.uint32], starts: Ints, sizes: Ints, times: int, shorter: Levels | None
) -> tuple[Places, Bools]:
    """Sort all shingles that lie within one text.

    Args:
        codes: code points of all texts.
        starts: where each text begins, and the end.
        sizes: characters of a shingle, per text.
        times: how many times as long a shingle shall be.
        shorter: levels of those of which all parts must be common; None: all are wanted.

    Returns:
        Per shingle the place of its first character, sorted by shingle and then by place; and whether it is
        the first of its kind.
    """
    found: list[NDArray[np.uint64]] = []
    for size in np.unique(sizes).tolist():
        within = find_beginnings(starts, sizes == size, size * times)
        if shorter is not None:
            leave_common(within, shorter, range(0, min(size * times, len(within)), size))
        for piece in cut_pieces(len(codes)):
            place = np.flatnonzero(within[piece])
            short = hash_all_windows(codes[piece.start : piece.stop + size * times], size, 64)
            hashes = hash_all_windows(short, times, HASH_BITS, step=size)[place] << np.uint64(HASH_BITS)
            found.append(hashes | (place + piece.start).astype(np.uint64))
    entries = np.concatenate(found) if found else np.zeros(0, np.uint64)
    del found
    entries.sort()
    spot = np.empty(len(entries), np.int32)
    head = np.ones(len(entries), np.bool_)
    for piece in cut_pieces(len(entries)):
        spot[piece] = entries[piece] & PLACE_MASK
        before = slice(max(0, piece.start - 1), piece.stop)
        head[before][1:] = np.diff(entries[before] >> np.uint64(HASH_BITS)) != 0
    return spot, head


def find_beginnings(starts: Ints, chosen: Bools, size: int) -> Bools:
    """Tell of each character whether a window begins there that lies within one of the chosen texts.

    Args:
        starts: where each text begins, and the end.
        chosen: per text.
        size: characters of a window.
    """
    within = np.repeat(chosen, np.diff(starts))
    for back in range(1, size):
        late = starts[1:] - back
        within[late[late >= starts[:-1]]] = False
    return within


def leave_common(within: Bools, shorter: Levels, parts: range) -> None:
    """Leave only places where the shingles that begin so many characters ahead are all common."""
    common = (shorter > MOST_LEVEL) & (shorter != NOWHERE)
    for ahead in parts:
        within[: len(within) - ahead] &= common[ahead:]


def count_documents(group: Places, owner: Places, documents: Places, more: Places) -> Places:
    """Return per group how many documents have its shingle.

    Args:
        group: per entry, ascending.
        owner: per entry its text, ascending in a group, each once.
        documents: per text the number of its first document, ascending.
        more: per text how many further documents hold it; each counts.
    """
    if not len(group):
        return np.zeros(0, np.int32)
    of, begins = documents[owner], np.ones(len(group), np.bool_)
    begins[1:] = group[1:] != group[:-1]
    counted = more[owner]
    counted += 1
    counted[1:] -= (of[1:] == of[:-1]) & ~begins[1:]
    return np.add.reduceat(counted, np.flatnonzero(begins)).astype(np.int32)


def find_levels(frequency: Places) -> Levels:
    """Return the whole binary logarithm of how many other documents have shingles.

    Args:
        frequency: documents that have it, from 1.

    >>> find_levels(np.array([1, 2, 3, 4, 5, 9, 100], np.int32)).tolist()
    [0, 0, 1, 1, 2, 3, 6]
    """
    _, exponent = np.frexp(np.maximum(frequency - 1, 1).astype(np.float64))
    return (exponent - 1).astype(np.uint8)


def weigh_characters(level_at: Levels, starts: Ints, sizes: Ints, top: int) -> Ints:
    """Sum what the characters before each place weigh.

    A character weighs the mean of the shingles that cover it, each shingle spread evenly over its characters.

    Args:
        level_at: per character the level of the shingle that begins there, or `NOWHERE`.
        starts: where each text begins, and the end.
        sizes: characters of a shingle, per text.
        top: level of a shingle that weighs nothing.
    """
    mass = np.zeros(len(level_at) + 1, np.int64)
    lengths = np.diff(starts)
    for size in np.unique(sizes).tolist():
        chosen = np.flatnonzero((level_at != NOWHERE) & np.repeat(sizes == size, lengths))
        for piece in cut_pieces(len(chosen)):
            spot = chosen[piece]
            weight = np.maximum(top - level_at[spot].astype(np.int64), 0) * (COMMON_MULTIPLE // size)
            mass[spot + 1] += weight
            after = spot + 1 + size
            inside = after <= len(level_at)
            mass[after[inside]] -= weight[inside]
    np.cumsum(mass, out=mass)
    np.cumsum(mass, out=mass)
    return mass
