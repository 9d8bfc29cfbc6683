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

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from hexapla.reuse.document_passages import Codes
from hexapla.reuse.held_texts import HeldText
from hexapla.text.window_hashes import hash_all_windows, hash_windows, mix_in

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

Hashes = NDArray[np.uint32]
Ints = NDArray[np.int64]
Places = NDArray[np.int32]
Levels = NDArray[np.uint8]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLayout:
    """The texts of a collection, put one after another."""

    lengths: Ints
    """characters per text"""
    documents: Places
    """per text the number of its first document, ascending"""
    more: Places
    """per text how many further documents hold it"""
    sizes: Ints
    """characters of a shingle per text; `HAN_SIZE` where it is written without spaces"""
    starts: Ints
    """per text where it begins, and the end"""

    def find_owners(self, spots: Places) -> Places:
        """Return the text in which each place lies."""
        owners: Places = np.repeat(np.arange(len(self.lengths), dtype=np.int32), self.lengths)[spots]
        return owners


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedShingles:
    """Shingles, each of its occurrences an entry; the same shingle is a group."""

    spot: Places
    """where it begins, ascending in a group"""
    group: Places
    """ascending, from 0"""
    owner: Places
    """the text that has it"""
    fresh: Bools
    """it is the first of its group in its text"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShingleIndex:
    """What the shingles of a collection weigh, and which texts have them.

    The arrays of entries have one per shingle and passage, of the shingles that several passages have: either
    of rare or of common ones.
    """

    layout: TextLayout
    """of the texts"""
    top: int
    """level of a shingle that all documents have"""
    level_at: Levels
    """per character the level of the shingle that begins there, or `NOWHERE`"""
    owner: Places
    """per entry the text that has it, ascending in a group"""
    group: Places
    """per entry which shingle it is, ascending"""
    level: Levels
    """per entry how many documents have it, as `find_levels` says"""
    masses: dict[int, "array[int]"] = field(default_factory=dict)
    """what the characters before each place of a text weigh, of the texts that were asked for"""

    @property
    def unit(self) -> int:
        """What a character weighs that nobody else has."""
        return COMMON_MULTIPLE * self.top

    def sum_masses(self, text: int) -> "array[int]":
        """Return what the characters of a text before each place weigh, in parts of `unit`."""
        masses = self.masses.get(text)
        if masses is None:
            levels = self.level_at[self.layout.starts[text] : self.layout.starts[text + 1]]
            found = weigh_characters(levels, int(self.layout.sizes[text]), self.top)
            masses = self.masses[text] = array("q", found.tobytes())
        return masses


def lay_out(texts: Sequence[HeldText], sizes: Ints) -> TextLayout:
    """Put texts one after another.

    Args:
        texts: in their order.
        sizes: characters of a shingle, per text.
    """
    lengths = np.array([len(each.key) for each in texts], np.int64)
    return TextLayout(
        lengths=lengths,
        documents=np.array([each.document for each in texts], np.int32),
        more=np.array([len(each.holders) - 1 for each in texts], np.int32),
        sizes=sizes,
        starts=np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]),
    )


def cut_pieces(length: int) -> Iterator[slice]:
    """Yield slices of at most `AT_A_TIME` entries."""
    yield from (slice(at, min(at + AT_A_TIME, length)) for at in range(0, length, AT_A_TIME))


def hash_shingles(codes: Codes, layout: TextLayout) -> tuple[Hashes, Bools]:
    """Return per character the hash of the shingle that begins there, and whether one does."""
    hashes, begins = np.zeros(len(codes), np.uint32), np.zeros(len(codes), np.bool_)
    for size in np.unique(layout.sizes).tolist():
        within = find_beginnings(layout.starts, layout.sizes == size, size)
        begins |= within
        for piece in cut_pieces(len(codes)):
            short = hash_all_windows(codes[piece.start : piece.stop + size - 1], size, 64)
            mixed = hash_all_windows(short, 1, HASH_BITS)
            chosen = within[piece][: len(mixed)]
            hashes[piece][: len(mixed)][chosen] = mixed[chosen]
    return hashes, begins


def sort_shingles(hashes: Hashes, places: Places, layout: TextLayout) -> SortedShingles:
    """Bring the occurrences of each shingle together.

    Args:
        hashes: of shingles.
        places: where each of them begins, ascending.
        layout: of the texts.
    """
    entries = hashes.astype(np.uint64)
    entries <<= np.uint64(HASH_BITS)
    entries |= places.astype(np.uint64)
    entries.sort()
    spot = np.empty(len(entries), np.int32)
    head = np.ones(len(entries), np.bool_)
    for piece in cut_pieces(len(entries)):
        spot[piece] = entries[piece] & PLACE_MASK
        before = slice(max(0, piece.start - 1), piece.stop)
        head[before][1:] = np.diff(entries[before] >> np.uint64(HASH_BITS)) != 0
    del entries
    group = np.cumsum(head, dtype=np.int32)
    group -= 1
    owner = layout.find_owners(spot)
    head[1:] |= owner[1:] != owner[:-1]
    return SortedShingles(spot=spot, group=group, owner=owner, fresh=head)


def count_levels(found: SortedShingles, layout: TextLayout) -> Levels:
    """Return the level of each group."""
    frequency = count_documents(
        found.group[found.fresh], found.owner[found.fresh], layout.documents, layout.more
    )
    return find_levels(frequency)


def choose_shared(found: SortedShingles, level: Levels, *, rare: bool) -> tuple[Places, Places, Levels]:
    """Return text, group and level of the entries of shingles that several texts have.

    Args:
        found: shingles.
        level: of each group.
        rare: those of rare shingles are wanted; else those of common ones.
    """
    kept = found.fresh & (np.bincount(found.group[found.fresh], minlength=len(level)) > 1)[found.group]
    kept &= ((level <= MOST_LEVEL) == rare)[found.group]
    owner, group = found.owner[kept], found.group[kept]
    return owner, group, level[group]


def index_longer(codes: Codes, layout: TextLayout, top: int, level_at: Levels, times: int) -> ShingleIndex:
    """Index the shingles that are several times as long, and of which all parts are common.

    They find what has common words only, and are not asked what a stretch weighs.

    Args:
        codes: code points of all texts.
        layout: of the texts.
        top: level of a shingle that all documents have.
        level_at: per character the level of the shorter shingle that begins there, or `NOWHERE`.
        times: how many times as long they shall be.
    """
    hashes, places = [], []
    for size in np.unique(layout.sizes).tolist():
        within = find_beginnings(layout.starts, layout.sizes == size, size * times)
        leave_common(within, level_at, range(0, min(size * times, len(within)), size))
        place = np.flatnonzero(within)
        mixed = np.full(len(place), times, np.uint64)
        for ahead in range(0, size * times, size):
            mix_in(mixed, hash_windows(codes, place + ahead, size, 64))
        hashes.append((mixed >> np.uint64(64 - HASH_BITS)).astype(np.uint32))
        places.append(place.astype(np.int32))
    found = sort_shingles(
        np.concatenate([*hashes, np.zeros(0, np.uint32)]),
        np.concatenate([*places, np.zeros(0, np.int32)]),
        layout,
    )
    owner, group, level = choose_shared(found, count_levels(found, layout), rare=False)
    return ShingleIndex(layout=layout, top=top, level_at=level_at, owner=owner, group=group, level=level)


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


def weigh_characters(levels: Levels, size: int, top: int) -> Ints:
    """Sum what the characters of a text before each place weigh.

    A character weighs the mean of the shingles that cover it, each shingle spread evenly over its characters.

    Args:
        levels: per character the level of the shingle that begins there, or `NOWHERE`.
        size: characters of a shingle.
        top: level of a shingle that weighs nothing.

    Returns:
        shape (characters + 1,), in parts of `ShingleIndex.unit`.
    """
    mass = np.zeros(len(levels) + 1, np.int64)
    weight = np.maximum(top - levels.astype(np.int64), 0) * (COMMON_MULTIPLE // size)
    weight[levels == NOWHERE] = 0
    mass[1:] += weight
    mass[1 + size :] -= weight[: max(0, len(weight) - size)]
    np.cumsum(mass, out=mass)
    np.cumsum(mass, out=mass)
    return mass
