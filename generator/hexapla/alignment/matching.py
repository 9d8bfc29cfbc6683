"""Match the units without an equal counterpart: their candidate pairs, and the steps that link them."""

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.attachment import attach_unmatched_units
from hexapla.alignment.candidate_pairs import find_candidate_pairs
from hexapla.alignment.context import LinkContext, match_unique_headings
from hexapla.alignment.iterative_matching import (
    CandidatePool,
    link_at_same_position,
    link_mutual_best,
)
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.links import UNLINKED, PairLinks, PartialLink
from hexapla.alignment.ngrams import count_ngrams
from hexapla.alignment.position import find_same_position_pairs
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.splits import Coverage, link_splits_and_merges
from hexapla.alignment.tfidf import weight_ngrams
from hexapla.alignment.trace import Stage, TraceStep
from hexapla.alignment.unit_pairs import Ints, Pairs, merge_pairs

Floats = NDArray[np.float64]


class Matcher:
    """Matches the unlinked units of two versions.

    Positions in the evidence count the unlinked left units first, then the unlinked right ones.
    """

    def __init__(
        self,
        left: PreparedVersion,
        right: PreparedVersion,
        ties: PairLinks,
        barred: frozenset[tuple[int, int]],
        weights: LinkWeights,
    ) -> None:
        """Count and weight the n-grams of the units that are still unlinked."""
        self.ties = ties
        self.weights = weights
        self.around = LinkContext.of(left, right, weights)
        self.left, self.right = (
            np.flatnonzero(ties.to_right == UNLINKED),
            np.flatnonzero(ties.to_left == UNLINKED),
        )
        grams = count_ngrams(((left, self.left), (right, self.right)))
        every = np.arange(len(self.left) + len(self.right))
        self.evidence = weight_ngrams(grams, every, len(self.left), weights)
        self.here = np.full(left.size, -1)
        self.there = np.full(right.size, -1)
        self.here[self.left] = np.arange(len(self.left))
        self.there[self.right] = np.arange(len(self.right)) + len(self.left)
        self.barred = barred
        self.headed = match_unique_headings(left, right)
        self.near = self._allowed(find_candidate_pairs(self.evidence))
        self.shares = Coverage(self.evidence, np.concatenate([self.left, self.right]), ties.trace)

    def run(self) -> None:
        """Link strong pairs, then splits and merges, then weak pairs; then attach the unmatched units."""
        pool, weights = self._pool(self.near), self.weights
        self._record_candidate(pool)
        link_mutual_best(pool, self.ties, self.around, ((1, weights.first_round), (2, weights.second_round)))
        firm = self.ties.linked[self.here[self.ties.linked] >= 0]
        self._bind(firm)
        self._divide(1)
        link_mutual_best(pool, self.ties, self.around, ((3, weights.third_round), (4, weights.fourth_round)))
        linked = self.ties.linked[self.here[self.ties.linked] >= 0]
        self._bind(np.setdiff1d(linked, firm))
        self._divide(2)
        self._add(attach_unmatched_units(self.shares, self.near, self._standing), Stage.ATTACH)

    def complete(self) -> None:
        """Link unlinked units at the same position, in texts that are known to be related.

        This is done twice, since a new link can put two more units at the same position.
        """
        for _ in range(2):
            left, right = find_same_position_pairs(self.ties, self.weights)
            link_at_same_position(self._pool((self.here[left], self.there[right])), self.ties, self.around)

    def _pool(self, near: Pairs) -> CandidatePool:
        """Build the pool of candidates: the given pairs, and all pairs with equal, unique headings."""
        same = self.left[self.headed[self.left] >= 0]
        same = same[self.there[self.headed[same]] >= 0]
        left, right = self._allowed(merge_pairs(near, (self.here[same], self.there[self.headed[same]])))
        at_left, at_right = self._places((left, right))
        headed = self.headed[at_left] == at_right
        likeness = self.evidence.likeness(left, right) + self.weights.equal_heading * headed
        return CandidatePool(left=at_left, right=at_right, likeness=likeness)

    def _standing(self, pairs: Pairs, likeness: Floats) -> tuple[Floats, NDArray[np.bool_]]:
        """Return the context support of pairs, and whether they break the order."""
        return self.around.support(*self._places(pairs), likeness, self.ties)

    def _places(self, pairs: Pairs) -> Pairs:
        return self.left[pairs[0]], self.right[pairs[1] - len(self.left)]

    def _allowed(self, pairs: Pairs) -> Pairs:
        """Leave out the pairs that an editor keeps apart."""
        if not self.barred:
            return pairs
        places = zip(*(side.tolist() for side in self._places(pairs)), strict=True)
        good = np.array([place not in self.barred for place in places], bool)
        return pairs[0][good], pairs[1][good]

    def _bind(self, linked: Ints) -> None:
        for left, right in zip(
            self.here[linked].tolist(), self.there[self.ties.to_right[linked]].tolist(), strict=True
        ):
            self.shares.bind(left, right)

    def _divide(self, number: int) -> None:
        """Link splits and merges among the candidates and the pairs next to existing links."""
        linked = self.ties.linked
        beside = []
        for step_left, step_right in ((0, -1), (0, 1), (-1, 0), (1, 0)):
            one, other = linked + step_left, self.ties.to_right[linked] + step_right
            inside = (one >= 0) & (one < len(self.here)) & (other >= 0) & (other < len(self.there))
            left, right = self.here[one[inside]], self.there[other[inside]]
            free = (left >= 0) & (right >= 0)
            beside.append((left[free], right[free]))
        near = self._allowed(merge_pairs(self.near, *beside))
        self._add(link_splits_and_merges(self.shares, near, number), Stage.PART, number)

    def _add(self, bound: list[tuple[int, int, float]], stage: Stage, number: int = 0) -> None:
        for left, right, score in bound:
            place = int(self.left[left]), int(self.right[right - len(self.left)])
            self.ties.parts.append(PartialLink(*place, round(min(score, 1.0), 6)))
        self.ties.report(stage, number)

    def _record_candidate(self, pool: CandidatePool) -> None:
        """Record in the trace if its pair is unlinked, but not a candidate."""
        trace = self.ties.trace
        if trace is None or trace.find(pool.left, pool.right) is not None:
            return
        left, right = self.here[[trace.pair[0]]], self.there[[trace.pair[1]]]
        if left[0] >= 0 and right[0] >= 0 and trace.pair not in self.barred:
            likeness = float(self.evidence.likeness(left, right)[0])
            trace.weigh(TraceStep(stage=Stage.CANDIDATE, likeness=likeness))
