"""Splits and merges: what a unit holds of another beyond what their partners already explain.

Counted by sentence. A sentence that finds itself in another unit speaks for a link only as far as that
unit's own partners do not explain its being there, and as its own unit has not found it elsewhere. So a
paragraph that moved into another article is seen although both articles have partners of their own.
"""

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.tfidf import TfIdfSimilarity
from hexapla.alignment.unit_pairs import Ints, Pairs

__all__ = ["Coverage", "link_splits_and_merges"]

Floats = NDArray[np.float64]

LEAST_SHARE_UNLINKED = 0.50
"""share of a unit without partner that must be found in the other"""
LEAST_SHARE_LINKED = 0.30
"""the same where it has one"""
BESIDE_PARTNER_FACTOR = 0.6
"""the shares asked for are this much smaller beside a partner: splits and merges mostly stay together"""
SENTENCE_FOUND = 0.3
"""a sentence is found where this share of its mass is"""
LEAST_MASS = 25.0
"""idf mass (about five rare n-grams) that a part must hold"""


class Coverage:
    """The partners of every unit of the evidence, and what they explain."""

    def __init__(self, evidence: TfIdfSimilarity, place: Ints) -> None:
        """Begin without partners.

        Args:
            evidence: of both sides.
            place: per unit of the evidence its position in its version.
        """
        self.evidence = evidence
        self.place = place.tolist()
        self.partners: list[list[int]] = [[] for _ in self.place]
        self._marked = np.zeros(len(evidence.idf), bool)
        self._explained = np.zeros(len(evidence.idf), bool)

    def bind(self, left: int, right: int) -> None:
        """Make two units partners."""
        self.partners[left].append(right)
        self.partners[right].append(left)

    def gain(self, left: int, right: int) -> float:
        """Larger share of one of two units that the other explains anew; 0 if too little."""
        if not self.partners[left] and not self.partners[right]:
            return 0.0
        beside = self.beside(left, right)
        scale = BESIDE_PARTNER_FACTOR if beside else 1.0
        shares = []
        enough = False
        for unit, other in ((left, right), (right, left)):
            share, mass = self._cover(unit, other)
            shares.append(share)
            asked = (LEAST_SHARE_LINKED if self.partners[unit] else LEAST_SHARE_UNLINKED) * scale
            enough |= share >= asked and mass >= LEAST_MASS
        if not enough and beside:
            return self._whole(left, right)
        return max(shares) if enough else 0.0

    def news(self, left: int, right: int, partnered: int) -> tuple[float, float]:
        """Idf mass that two units share, and as much of it as the partners of one of them do not hold."""
        common = np.intersect1d(self._grams(left), self._grams(right), assume_unique=True)
        for partner in self.partners[partnered]:
            self._marked[self._grams(partner)] = True
        weight = self.evidence.idf[common]
        new = float(weight[~self._marked[common]].sum())
        for partner in self.partners[partnered]:
            self._marked[self._grams(partner)] = False
        return float(weight.sum()), new

    def unexplained(self) -> Floats:
        """Per unit the share of its mass that its partners do not hold (may fall below 0)."""
        pairs = [(unit, other) for unit, others in enumerate(self.partners) for other in others]
        at = np.array(pairs, np.int64).reshape(-1, 2)
        held = self.evidence.shared(at[:, 0], at[:, 1])
        total = np.bincount(at[:, 0], held, len(self.partners))
        return 1 - total / np.maximum(self.evidence.mass, 1e-9)

    def beside(self, left: int, right: int) -> bool:
        """Tell whether one of two units has no partner and stands beside one of the other's."""
        return self._beside(left, right) or self._beside(right, left)

    def _beside(self, unit: int, other: int) -> bool:
        """Tell whether `unit` has no partner and stands beside one of `other`."""
        return not self.partners[unit] and any(
            abs(self.place[it] - self.place[unit]) == 1 for it in self.partners[other]
        )

    def _cover(self, unit: int, other: int) -> tuple[float, float]:
        """Share and mass of `unit` that `other` explains anew, by sentence."""
        first, last = self.evidence.first[unit], self.evidence.first[unit + 1]
        table = self.evidence.sentences
        begin, end = table.indptr[first], table.indptr[last]
        if begin == end:
            return 0.0, 0.0
        grams = table.indices[begin:end]
        sentences = last - first
        sentence = np.repeat(np.arange(sentences), np.diff(table.indptr[first : last + 1]))
        self._marked[self._grams(other)] = True
        for partner in self.partners[other]:
            self._marked[self._grams(partner)] = False
        for partner in self.partners[unit]:
            self._explained[self._grams(partner)] = True
        weight = self.evidence.idf[grams]
        total = np.bincount(sentence, weight, sentences)
        found = np.bincount(sentence, weight * self._marked[grams], sentences)
        known = np.bincount(sentence, weight * self._explained[grams], sentences)
        self._marked[self._grams(other)] = False
        for partner in self.partners[unit]:
            self._explained[self._grams(partner)] = False
        mass = float(np.maximum(0, found - known)[found >= SENTENCE_FOUND * total].sum())
        return mass / float(total.sum()), mass

    def _whole(self, left: int, right: int) -> float:
        """Share of the lone one of two units in sentences that the other has, and its partners have less.

        What twins have in common is no news in n-grams; sentence against sentence it is told whose they are.
        """
        lone, other = (right, left) if self.partners[left] else (left, right)
        likeness, common = self._sentences(lone, other)
        rivals = np.zeros(likeness.shape[1])
        for partner in self.partners[other]:
            rivals = np.maximum(rivals, self._sentences(partner, other)[0].max(axis=0, initial=0.0))
        if not likeness.size:
            return 0.0
        best = likeness.argmax(axis=1)
        every = np.arange(len(best))
        won = (likeness[every, best] >= SENTENCE_FOUND) & (likeness[every, best] > rivals[best])
        mass = float(common[every, best][won].sum())
        share = mass / max(float(self.evidence.mass[lone]), 1e-9)
        return share if share >= LEAST_SHARE_UNLINKED and mass >= LEAST_MASS else 0.0

    def _sentences(self, unit: int, other: int) -> tuple[Floats, Floats]:
        """Likeness (Dice) and common mass of every sentence of one unit with every one of another."""
        table, mass = self.evidence.sentences, self.evidence.sentence_mass
        (first, last), (begin, end) = (self.evidence.first[at : at + 2].tolist() for at in (unit, other))
        grams = table.indices[table.indptr[first] : table.indptr[last]]
        weight = self.evidence.idf[grams]
        sentence = np.repeat(np.arange(last - first), np.diff(table.indptr[first : last + 1]))
        common = np.zeros((last - first, end - begin))
        for at in range(begin, end):
            held = table.indices[table.indptr[at] : table.indptr[at + 1]]
            self._marked[held] = True
            common[:, at - begin] = np.bincount(sentence, weight * self._marked[grams], last - first)
            self._marked[held] = False
        return 2 * common / np.maximum(mass[first:last, None] + mass[None, begin:end], 1e-9), common

    def _grams(self, unit: int) -> NDArray[np.int32]:
        table = self.evidence.present
        grams: NDArray[np.int32] = table.indices[table.indptr[unit] : table.indptr[unit + 1]]
        return grams


def link_splits_and_merges(shares: Coverage, near: Pairs) -> list[tuple[int, int, float]]:
    """Bind the pairs in which one unit explains enough of the other anew, the largest share first."""
    gains = [
        (-gain, mine, yours)
        for mine, yours in zip(
            *(side.tolist() for side in filter_promising_pairs(shares, *near)), strict=True
        )
        if yours not in shares.partners[mine] and (gain := shares.gain(mine, yours))
    ]
    bound = []
    for _, mine, yours in sorted(gains):
        gain = shares.gain(mine, yours)
        if gain:
            shares.bind(mine, yours)
            bound.append((mine, yours, gain))
    return bound


def filter_promising_pairs(shares: Coverage, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """Leave out pairs that share too little for their thresholds; cheaper than counting by sentence."""
    held = shares.evidence.shared(left, right)
    rest = shares.unexplained()
    lone = np.array([not partners for partners in shares.partners], bool)
    scale = np.where(lone[left] | lone[right], BESIDE_PARTNER_FACTOR, 1.0)
    worth = np.zeros(len(left), bool)
    for unit in (left, right):
        asked = np.where(lone[unit], LEAST_SHARE_UNLINKED, LEAST_SHARE_LINKED) * scale
        worth |= np.minimum(held / np.maximum(shares.evidence.mass[unit], 1e-9), rest[unit]) >= asked
    worth &= (held >= LEAST_MASS) & ~(lone[left] & lone[right])
    return left[worth], right[worth]
