"""What is remembered from one search to the next, and its bytes.

All that depends on single texts, or on two, stands here in arrays: what shingles texts have, how many
documents have these, which pairs were worth measuring, how much these have in common, and which are linked.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hexapla.reuse.candidate_pairs import NO_PAIRS, CandidatePairs
from hexapla.reuse.likeness import CommonText
from hexapla.reuse.shingle_levels import ShingleLevels
from hexapla.reuse.shingles import HAN_SIZE, NOWHERE, WORDS_SIZE, Bools, Floats, Ints, Places
from hexapla.reuse.text_changes import LATER, PAIR_BITS, Digests, KnownTexts, TextChanges

HIGHEST_LEVEL = 40
"""of a shingle: two to this power are more documents than any collection has"""
MeasuredTexts = Mapping[tuple[int, int], CommonText]
"""what pairs of texts have in common"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedPairs:
    """What pairs of texts have in common."""

    codes: Ints
    """two texts; what is said of the first stands first"""
    measures: Floats
    """likeness and both shares, three numbers per pair"""
    near: Bools

    def recall(self, changes: TextChanges, stale: Bools) -> dict[tuple[int, int], CommonText]:
        """Return what holds still, by the numbers of now.

        Args:
            changes: from the texts of then to those of now.
            stale: per text of now whether what is known of it holds no more.
        """
        one, other = changes.now[self.codes >> PAIR_BITS], changes.now[self.codes & LATER]
        kept = (one >= 0) & (other >= 0)
        kept[kept] &= ~(stale[one[kept]] | stale[other[kept]])
        texts = zip(one[kept].tolist(), other[kept].tolist(), strict=True)
        measures = self.measures.reshape(-1, 3)[kept].tolist()
        return {
            pair: CommonText(measure[0], measure[1], measure[2], near)
            for pair, measure, near in zip(texts, measures, self.near[kept].tolist(), strict=True)
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedSearch:
    """All that a search measured."""

    rules: str
    """the thresholds, and how many documents there were, in powers of two"""
    texts: KnownTexts
    lengths: Places
    """characters per text"""
    sizes: Places
    """characters of a shingle per text"""
    firsts: Digests
    """per text a number that tells which texts are the first to have its common shingles"""
    shingles: ShingleLevels
    candidates: CandidatePairs
    links: RememberedPairs
    compared: RememberedPairs
    """the same of texts that are in one family though they are not linked"""

    @property
    def starts(self) -> Ints:
        """Where each text begins in all of them, and the end."""
        return np.concatenate([np.zeros(1, np.int64), np.cumsum(self.lengths, dtype=np.int64)])


def remember_pairs(measured: MeasuredTexts) -> RememberedPairs:
    """Put what pairs of texts have in common into arrays."""
    several = list(measured.items())
    codes = [one << PAIR_BITS | other for (one, other), _ in several]
    measures = [(each.likeness, each.share_a, each.share_b) for _, each in several]
    return RememberedPairs(
        codes=np.array(codes, np.int64),
        measures=np.array(measures, np.float64).reshape(-1),
        near=np.array([each.near for _, each in several], np.bool_),
    )


NO_SEARCH = RememberedSearch(
    rules="",
    texts=KnownTexts(keys=np.zeros(0, np.uint64), names=np.zeros(0, np.uint64), more=np.zeros(0, np.int32)),
    lengths=np.zeros(0, np.int32),
    sizes=np.zeros(0, np.int32),
    firsts=np.zeros(0, np.uint64),
    shingles=ShingleLevels(hashes=np.zeros(0, np.uint32), levels=np.zeros(0, np.uint8)),
    candidates=NO_PAIRS,
    links=remember_pairs({}),
    compared=remember_pairs({}),
)


def list_arrays(search: RememberedSearch) -> list[NDArray[Any]]:
    """Return all arrays of a search, always in the same order."""
    pairs = [(each.codes, each.measures, each.near) for each in (search.links, search.compared)]
    return [
        *(search.texts.keys, search.texts.names, search.texts.more),
        *(search.lengths, search.sizes, search.firsts),
        *(search.shingles.hashes, search.shingles.levels),
        *(search.candidates.codes, search.candidates.least, search.candidates.common),
        *(array for several in pairs for array in several),
    ]


def dump_search(search: RememberedSearch) -> bytes:
    """Write a search as a line of JSON and the bytes of its arrays, the lowest byte first."""
    arrays = list_arrays(search)
    head = json.dumps([search.rules, [len(each) for each in arrays]]).encode()
    parts = (each.astype(each.dtype.newbyteorder("<"), copy=False).tobytes() for each in arrays)
    return b"\n".join([head, b"".join(parts)])


def load_search(data: bytes) -> RememberedSearch:
    """Read what `dump_search` wrote.

    Raises:
        ValueError: it is something else.
    """
    head, _, body = data.partition(b"\n")
    found = json.loads(head)
    match found:
        case [str(rules), [*counts]] if all(isinstance(each, int) and each >= 0 for each in counts):
            arrays = cut_arrays(body, counts)
        case _:
            raise ValueError("the head of a remembered search is none")
    keys, names, more, lengths, sizes, firsts, hashes, levels, *pairs = arrays
    search = RememberedSearch(
        rules=rules,
        texts=KnownTexts(keys=keys, names=names, more=more),
        lengths=lengths,
        sizes=sizes,
        firsts=firsts,
        shingles=ShingleLevels(hashes=hashes, levels=levels),
        candidates=CandidatePairs(codes=pairs[0], least=pairs[1], common=pairs[2]),
        links=RememberedPairs(codes=pairs[3], measures=pairs[4], near=pairs[5]),
        compared=RememberedPairs(codes=pairs[6], measures=pairs[7], near=pairs[8]),
    )
    if not fits_together(search):
        raise ValueError("the arrays of a remembered search do not fit together")
    return search


def cut_arrays(body: bytes, counts: list[int]) -> list[NDArray[Any]]:
    """Return arrays of so many numbers each.

    Raises:
        ValueError: these are not their bytes.
    """
    kinds = [each.dtype.newbyteorder("<") for each in list_arrays(NO_SEARCH)]
    if sum(kind.itemsize * count for kind, count in zip(kinds, counts, strict=True)) != len(body):
        raise ValueError("a remembered search is cut short")
    arrays, at = [], 0
    for kind, count in zip(kinds, counts, strict=True):
        arrays.append(np.frombuffer(body, kind, count, at).astype(kind.newbyteorder("="), copy=False))
        at += kind.itemsize * count
    return arrays


def fits_together(search: RememberedSearch) -> bool:
    """Tell whether arrays speak of the same texts, so that no number leads outside of another array."""
    count, levels = len(search.texts), search.shingles.levels
    several = (search.texts.more, search.lengths, search.sizes, search.firsts)
    measured = (search.links, search.compared)
    codes = (search.candidates.codes, *(each.codes for each in measured))
    return (
        all(len(each) == count for each in several)
        and len(search.texts.keys) == 2 * count
        and bool((search.lengths > 0).all())
        and bool(np.isin(search.sizes, (HAN_SIZE, WORDS_SIZE)).all())
        and len(levels) == len(search.shingles.hashes) == search.lengths.sum(dtype=np.int64)
        and bool(((levels <= HIGHEST_LEVEL) | (levels == NOWHERE)).all())
        and len(search.candidates.least) == len(search.candidates.common) == len(search.candidates)
        and all(len(each.measures) == 3 * len(each.near) == 3 * len(each.codes) for each in measured)
        and all(are_pairs(each, count) for each in codes)
    )


def are_pairs(codes: Ints, count: int) -> bool:
    """Tell whether numbers stand for pairs of so many texts."""
    one, other = codes >> PAIR_BITS, codes & LATER
    return bool(((one >= 0) & (one < count) & (other < count) & (one != other)).all())
