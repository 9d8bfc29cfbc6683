"""Match the units without an equal counterpart: their candidate pairs, and the steps that link them.

Main links are made in rounds. In each round the pairs are linked that are the best of both their units, with
the links of the earlier rounds as context. In a heaviest chain, two weak links in order could outweigh a
strong one that crosses them; here the strong one is linked first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from hexapla.alignment.arrays import Bools, Floats, Ints, Pairs, find_two_best, merge_pairs
from hexapla.alignment.context import (
    LinkContext,
    find_crossing_pairs,
    match_unique_headings,
    measure_gaps,
)
from hexapla.alignment.gaps import find_gap_chain
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.links import UNLINKED, PairLinks, PartialLink
from hexapla.alignment.ngrams import count_ngrams
from hexapla.alignment.position import find_same_position_pairs
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.prominence import Gaps, ProminenceContest, ProminentPair, find_prominent_pairs
from hexapla.alignment.splits import (
    Coverage,
    attach_unmatched_units,
    link_moved_sentences,
    link_splits_and_merges,
)
from hexapla.alignment.tfidf import find_candidate_pairs, weight_ngrams
from hexapla.alignment.trace import Check, Stage, TraceStep, strongest


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatePool:
    """Pairs that may be linked, sorted, with their likeness."""

    left: Ints
    right: Ints
    likeness: Floats

    def of(self, chosen: Bools | Ints) -> "CandidatePool":
        """Return a pool of the chosen pairs, given by mask or by position."""
        return CandidatePool(left=self.left[chosen], right=self.right[chosen], likeness=self.likeness[chosen])


class Matcher:
    """Matches the unlinked units of two versions.

    Positions in the evidence count the unlinked left units first, then the unlinked right ones.
    """

    def __init__(
        self,
        left: PreparedVersion,
        right: PreparedVersion,
        links: PairLinks,
        barred: frozenset[tuple[int, int]],
        weights: LinkWeights,
    ) -> None:
        """Count and weight the n-grams of the units that are still unlinked."""
        self.links = links
        self.weights = weights
        self.left, self.right = (
            np.flatnonzero(links.to_right == UNLINKED),
            np.flatnonzero(links.to_left == UNLINKED),
        )
        self.around = LinkContext.of(left, right, (self.left, self.right), weights)
        self.sides = (left, self.left), (right, self.right)
        grams = count_ngrams(self.sides)
        every = np.arange(len(self.left) + len(self.right))
        self.evidence = weight_ngrams(grams, every, len(self.left), weights)
        self.here = np.full(left.size, -1)
        self.there = np.full(right.size, -1)
        self.here[self.left] = np.arange(len(self.left))
        self.there[self.right] = np.arange(len(self.right)) + len(self.left)
        self.barred = barred
        self.headed = match_unique_headings(left, right)
        self.near = self._allowed(find_candidate_pairs(self.evidence))
        self.likeness = self.evidence.likeness(*self.near)
        self.coverage = Coverage(self.evidence, np.concatenate([self.left, self.right]), links.trace)

    def run(self) -> None:
        """Link strong pairs, then splits and merges; then attach the unmatched units."""
        pool, weights = self._pool(self.near), self.weights
        self._record_candidate(pool)
        link_mutual_best(pool, self.links, self.around, ((1, weights.first_round), (2, weights.second_round)))
        self._bind(self.links.linked[self.here[self.links.linked] >= 0])
        self._divide()
        fitting = ~self.around.roles.clash(*self._places(self.near))
        near = self.near[0][fitting], self.near[1][fitting]
        attached = attach_unmatched_units(self.coverage, near, self.likeness[fitting], self._standing)
        self._add(attached, Stage.ATTACH)

    def find_counterparts(self) -> Pairs:
        """Find the pairs of units each of which is the other's most similar one, equal texts among them."""
        left, right = self.near
        likeness = self.likeness
        best_left, _ = find_two_best(left, likeness, len(self.evidence.mass))
        best_right, _ = find_two_best(right, likeness, len(self.evidence.mass))
        here = np.arange(len(left))
        mutual = (best_left[left] == here) & (best_right[right] == here)
        mutual &= likeness >= self.weights.counterpart
        equal = self.links.linked[self.here[self.links.linked] < 0]
        return merge_pairs(self._places((left[mutual], right[mutual])), (equal, self.links.to_right[equal]))

    def complete(self) -> None:
        """Link unlinked units at the same position, in texts that are known to be related.

        Pairs that stand out are linked first. The rest is done twice, since a new link can put two more units
        at the same position.
        """
        self._add(link_moved_sentences(self.coverage), Stage.SENTENCE)
        self._link_prominent()
        for _ in range(2):
            left, right = find_same_position_pairs(self.links, self.weights)
            link_at_same_position(self._pool((self.here[left], self.there[right])), self.links, self.around)

    def _link_prominent(self) -> None:
        """Link pairs that stand out: main links of two units without partners, else parts."""
        grams = count_ngrams(self.sides, phrases=True)
        every = np.arange(len(self.left) + len(self.right))
        phrases = weight_ngrams(grams, every, len(self.left), self.weights)
        places = self._places(self.near)
        clash = self.around.roles.clash(*places)
        contest = ProminenceContest.of(phrases, self.near, self.around.fit(*places), clash)
        for _ in range(self.weights.prominent_passes):
            gaps = Gaps(find_crossing_pairs(*places, self.links), measure_gaps(places[0], self.links))
            found = find_prominent_pairs(contest, self.coverage, gaps)
            ends = np.array([pair[:2] for pair in found], np.int64).reshape(-1, 2)
            worth = np.array([pair.score for pair in found], np.float64)
            scores = self._grade(worth, self.evidence.likeness(ends[:, 0], ends[:, 1]))
            for pair, score in zip(found, scores.tolist(), strict=True):
                self._bind_prominent(pair, score)
            self.links.report(Stage.PROMINENT)
            if not found and not self._link_gaps(contest, gaps):
                break

    def _grade(self, worth: Floats, likeness: Floats) -> Floats:
        """Return the scores of links of some worth: the likeness itself where it is little, to say so."""
        scores = np.where(likeness < self.weights.little, likeness, worth)
        return np.asarray(np.round(scores, 6), np.float64)

    def _bind_prominent(self, pair: ProminentPair, score: float) -> None:
        """Link a pair that stands out: by a main link if neither unit has a partner, else as a part."""
        left, right = int(self.left[pair.left]), int(self.right[pair.right - len(self.left)])
        if self.coverage.partners[pair.left] or self.coverage.partners[pair.right]:
            self.links.parts.append(PartialLink(left, right, score))
        else:
            self.links.add(np.array([left]), np.array([right]), score)
        self.coverage.bind(pair.left, pair.right)

    def _link_gaps(self, contest: ProminenceContest, gaps: Gaps) -> bool:
        """Link what stands in order between links; tell whether there was anything."""
        places = self._places(self.near)
        free_left, free_right = find_unlinked_units(self.links)
        free = free_left[places[0]] & free_right[places[1]]
        likeness = np.where(free, self.likeness, 0.0)
        chain = find_gap_chain(contest, places, free, gaps, likeness, self.links)
        worth = np.minimum(1.0, contest.whole[chain] / 2)
        self.links.add(places[0][chain], places[1][chain], self._grade(worth, likeness[chain]))
        for left, right in zip(self.near[0][chain].tolist(), self.near[1][chain].tolist(), strict=True):
            self.coverage.bind(left, right)
        self.links.report(Stage.GAP)
        return len(chain) > 0

    def _pool(self, near: Pairs) -> CandidatePool:
        """Build the pool of candidates: the given pairs, and all pairs with equal, unique headings."""
        same = self.left[self.headed[self.left] >= 0]
        same = same[self.there[self.headed[same]] >= 0]
        left, right = self._allowed(merge_pairs(near, (self.here[same], self.there[self.headed[same]])))
        at_left, at_right = self._places((left, right))
        headed = self.headed[at_left] == at_right
        likeness = self._look_up_likeness((left, right)) + self.weights.equal_heading * headed
        return CandidatePool(left=at_left, right=at_right, likeness=likeness)

    def _look_up_likeness(self, pairs: Pairs) -> Floats:
        """Return the likeness of pairs; that of candidates is known."""
        total = len(self.evidence.mass)
        code, known = pairs[0] * total + pairs[1], self.near[0] * total + self.near[1]
        place = np.searchsorted(known, code)
        fresh = np.append(known, -1)[place] != code
        likeness = np.append(self.likeness, 0.0)[place]
        likeness[fresh] = self.evidence.likeness(pairs[0][fresh], pairs[1][fresh])
        return likeness

    def _standing(self, pairs: Pairs, likeness: Floats) -> tuple[Floats, Bools]:
        """Return the context support of pairs, and whether they break the order."""
        return self.around.support(*self._places(pairs), likeness, self.links)

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
            self.here[linked].tolist(), self.there[self.links.to_right[linked]].tolist(), strict=True
        ):
            self.coverage.bind(left, right)

    def _divide(self) -> None:
        """Link splits and merges among the candidates and the pairs next to existing links."""
        linked = self.links.linked
        beside = []
        for step_left, step_right in ((0, -1), (0, 1), (-1, 0), (1, 0)):
            one, other = linked + step_left, self.links.to_right[linked] + step_right
            inside = (one >= 0) & (one < len(self.here)) & (other >= 0) & (other < len(self.there))
            left, right = self.here[one[inside]], self.there[other[inside]]
            free = (left >= 0) & (right >= 0)
            beside.append((left[free], right[free]))
        near = self._allowed(merge_pairs(self.near, *beside))
        self._add(link_splits_and_merges(self.coverage, near), Stage.PART)

    def _add(self, bound: list[tuple[int, int, float]], stage: Stage) -> None:
        for left, right, score in bound:
            place = int(self.left[left]), int(self.right[right - len(self.left)])
            self.links.parts.append(PartialLink(*place, round(min(score, 1.0), 6)))
        self.links.report(stage)

    def _record_candidate(self, pool: CandidatePool) -> None:
        """Record in the trace if its pair is unlinked, but not a candidate."""
        trace = self.links.trace
        if trace is None or trace.find(pool.left, pool.right) is not None:
            return
        left, right = self.here[[trace.pair[0]]], self.there[[trace.pair[1]]]
        if left[0] >= 0 and right[0] >= 0 and trace.pair not in self.barred:
            likeness = float(self.evidence.likeness(left, right)[0])
            trace.weigh(TraceStep(stage=Stage.CANDIDATE, likeness=likeness))


def link_mutual_best(
    pool: CandidatePool, links: PairLinks, around: LinkContext, rounds: Sequence[tuple[int, float]]
) -> None:
    """Add main links to `links`, round by round; parts of splits and merges stay as they are.

    Each of `rounds` is the number of a round and its least score.
    """
    free_left, free_right = find_unlinked_units(links)
    for number, threshold in rounds:
        for _ in range(around.weights.repeats):
            live = free_left[pool.left] & free_right[pool.right]
            pool = pool.of(live)
            if not len(pool.left):
                return
            taken = link_one_round(pool, links, around, threshold, number)
            links.report(Stage.ROUND, number)
            free_left[pool.left[taken]] = False
            free_right[pool.right[taken]] = False
            if not len(taken):
                break


def link_at_same_position(pool: CandidatePool, links: PairLinks, around: LinkContext) -> None:
    """Link unlinked units at the same position if each is the other's best candidate there."""
    weights = around.weights
    free_left, free_right = find_unlinked_units(links)
    pool = pool.of(free_left[pool.left] & free_right[pool.right])
    support, crossing = around.support(pool.left, pool.right, pool.likeness, links)
    score = np.round(pool.likeness + support, 6)
    mutual, margin = find_mutual_best(pool, score, links)
    if links.trace is not None:
        asked = {
            "likeness": np.full(len(score), weights.at_place),
            "margin": np.full(len(score), weights.margin),
        }
        _record(TraceStep(stage=Stage.PLACE), _Contest(pool, score, crossing, asked), links, around)
    taken = np.flatnonzero(mutual & (pool.likeness >= weights.at_place) & (margin >= weights.margin))
    links.add(pool.left[taken], pool.right[taken], np.minimum(score[taken], 1.0))
    links.report(Stage.PLACE)


def find_unlinked_units(links: PairLinks) -> tuple[Bools, Bools]:
    """Return per left and per right unit whether it has neither a main link nor a partial one."""
    free_left, free_right = links.to_right == UNLINKED, links.to_left == UNLINKED
    busy_left, busy_right = links.busy
    free_left[busy_left] = False
    free_right[busy_right] = False
    return free_left, free_right


def link_one_round(
    pool: CandidatePool, links: PairLinks, around: LinkContext, threshold: float, number: int
) -> Ints:
    """Link the pairs that are the best of both their units and reach the threshold and margin.

    Args:
        pool: candidate pairs of unlinked units.
        links: the links made so far; the new ones are added.
        around: context evidence.
        threshold: least score of a pair that keeps the order.
        number: which round, from 1; from the second on the margin is larger, and waived for firm pairs.

    Returns:
        Positions in the pool of the pairs that were linked.
    """
    weights = around.weights
    support, crossing = around.support(pool.left, pool.right, pool.likeness, links)
    score = np.round(pool.likeness + support, 6)
    need = needed(threshold, crossing, weights)
    late = number > 1
    asked = np.where(
        late & (pool.likeness >= weights.firm), 0.0, weights.margin * (weights.late_margin if late else 1)
    )
    if links.trace is not None:
        contest = _Contest(pool, score, crossing, {"score": need, "margin": asked})
        _record(TraceStep(stage=Stage.ROUND, number=number), contest, links, around)
    mutual, margin = find_mutual_best(pool, score, links)
    taken = np.flatnonzero(mutual & (score >= need) & (margin >= asked))
    links.add(pool.left[taken], pool.right[taken], np.minimum(score[taken], 1.0))
    return taken


def needed(threshold: float, crossing: Bools, weights: LinkWeights) -> Floats:
    """Return the least score of each pair in a round; it is higher for pairs that break the order."""
    return np.where(crossing, threshold + weights.crossing, threshold)


def find_mutual_best(pool: CandidatePool, score: Floats, links: PairLinks) -> tuple[Bools, Floats]:
    """Return per pair whether it is the best of both its units, and its margin over their second best."""
    best_left, next_left = find_two_best(pool.left, score, len(links.to_right))
    best_right, next_right = find_two_best(pool.right, score, len(links.to_left))
    here = np.arange(len(score))
    mutual = (best_left[pool.left] == here) & (best_right[pool.right] == here)
    return mutual, score - np.maximum(next_left[pool.left], next_right[pool.right])


class _Contest(NamedTuple):
    """What is compared in a round: pairs, scores, whether they break the order, and thresholds by name."""

    pool: CandidatePool
    score: Floats
    crossing: Bools
    asked: Mapping[str, Floats]


def _record(step: TraceStep, contest: _Contest, links: PairLinks, around: LinkContext) -> None:
    """Record the scores and rivals of the traced pair, before the round makes its links."""
    trace, pool, score = links.trace, contest.pool, contest.score
    at = None if trace is None else trace.find(pool.left, pool.right)
    if trace is None or at is None:
        return
    one = slice(at, at + 1)
    terms = around.terms(pool.left[one], pool.right[one], pool.likeness[one], links)
    rivals = trace.rivals(pool.left, pool.right, pool.likeness, score)
    values = {
        "likeness": float(pool.likeness[at]),
        "score": float(score[at]),
        "margin": float(score[at]) - strongest(rivals),
    }
    trace.weigh(
        replace(
            step,
            likeness=values["likeness"],
            support=tuple((name, float(term[0])) for name, term in terms.items()),
            score=values["score"],
            crossing=bool(contest.crossing[at]),
            checks=tuple(
                Check(name=name, value=values[name], least=float(least[at]))
                for name, least in contest.asked.items()
            ),
            rivals=rivals,
        )
    )
