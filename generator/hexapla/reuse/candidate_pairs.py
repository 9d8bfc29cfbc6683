"""Pairs of texts that may share words, with what is known of how many characters they have in common.

To count these is most of the work of a search, and they depend on the words of two texts alone. So they are
remembered, and counted for pairs that are new.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hexapla.reuse.candidates import Pairs
from hexapla.reuse.held_texts import HeldText
from hexapla.reuse.likeness import count_common_characters
from hexapla.reuse.shingles import Bools, Ints
from hexapla.reuse.text_changes import LATER, PAIR_BITS, TextChanges

Counts = NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatePairs:
    """Pairs of texts that are worth measuring."""

    codes: Ints
    """the earlier text and the later, ascending; as `encode_pairs` makes them"""
    least: Counts
    """how many characters they must have in common to be worth a closer look"""
    common: Counts
    """how many they have; where they were found to be too few, how many they do not reach, below 0; 0 where
    nobody counted"""

    def __len__(self) -> int:
        return len(self.codes)

    def choose(self, chosen: Bools) -> "CandidatePairs":
        """Return some of the pairs."""
        return CandidatePairs(codes=self.codes[chosen], least=self.least[chosen], common=self.common[chosen])

    def renumber(self, changes: TextChanges) -> "CandidatePairs":
        """Return the pairs of which there are both texts, by their numbers of now."""
        codes, kept, _ = changes.renumber(self.codes)
        order = np.argsort(codes, kind="stable")
        return CandidatePairs(
            codes=codes[order], least=self.least[kept][order], common=self.common[kept][order]
        )

    def merge(self, other: "CandidatePairs") -> "CandidatePairs":
        """Return these pairs and others; none may be in both."""
        codes = np.concatenate([self.codes, other.codes])
        order = np.argsort(codes, kind="stable")
        return CandidatePairs(
            codes=codes[order],
            least=np.concatenate([self.least, other.least])[order],
            common=np.concatenate([self.common, other.common])[order],
        )

    def touch(self, texts: Bools) -> Bools:
        """Tell of each pair whether either of its texts is one of some."""
        touched: Bools = texts[self.codes >> PAIR_BITS] | texts[self.codes & LATER]
        return touched

    def recall(self, known: "CandidatePairs") -> "CandidatePairs":
        """Fill in what is known of the same pairs."""
        if not len(known):
            return self
        place = np.minimum(np.searchsorted(known.codes, self.codes), len(known) - 1)
        common = np.where(known.codes[place] == self.codes, known.common[place], 0)
        return CandidatePairs(codes=self.codes, least=self.least, common=common.astype(np.int32))


NO_PAIRS = CandidatePairs(
    codes=np.zeros(0, np.int64), least=np.zeros(0, np.int32), common=np.zeros(0, np.int32)
)


def encode_pairs(pairs: Pairs) -> Ints:
    """Return a number for each pair of texts, ascending as they do."""
    codes: Ints = pairs[0].astype(np.int64) << PAIR_BITS | pairs[1].astype(np.int64)
    return codes


def count_pairs(texts: Sequence[HeldText], pairs: CandidatePairs) -> CandidatePairs:
    """Count what texts have in common where nobody knows whether it is enough."""
    common = pairs.common.copy()
    unknown = np.flatnonzero((common == 0) | ((common < 0) & (pairs.least < -common)))
    rows = (each[unknown].tolist() for each in (pairs.codes, pairs.least))
    for at, code, least in zip(unknown.tolist(), *rows, strict=True):
        one, other = texts[code >> PAIR_BITS].key, texts[code & LATER].key
        common[at] = count_common_characters(one, other, least) or -least
    return CandidatePairs(codes=pairs.codes, least=pairs.least, common=common)
