"""Link pairs that stand out among all pairs of their two units, however little their wording agrees.

In a law that was written anew the likeness of clauses that belong together is often as low as that of
clauses that do not; but it is the highest that either has. Prominence is the likeness of a pair as a share of
the best likeness of its two units, times its square root. It asks for texts that are known to be versions of
one: between unrelated texts some pair always stands out.

Evidence counts once. What the partners of a unit hold is no evidence for a further link of it: two halves of
a split hold different n-grams of the whole, and so do not compete.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from hexapla.alignment.arrays import Bools, Floats, Ints, Pairs, find_two_best
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.rival_evidence import soften_news, soften_won
from hexapla.alignment.splits import Coverage
from hexapla.alignment.tfidf import TfIdfSimilarity, apply_in_batches
from hexapla.alignment.trace import Check, Stage, TraceStep

ROUNDING = 1e-3
"""sums in single precision differ by less"""


class ProminentPair(NamedTuple):
    """A new link, by position in the evidence."""

    left: int
    right: int
    score: float
    """half its prominence, at most 1: so that the usual levels of confidence hold"""


class Gaps(NamedTuple):
    """Where the units of each pair stand among the links made so far; arrays of shape (pairs,)."""

    crossing: Bools
    """whether the pair breaks the order of the links"""
    cells: Floats
    """how many pairs of unlinked units lie between the same two links; 1 and more"""


class WeighedPairs(NamedTuple):
    """What came out when pairs were weighed against partners: these only grow; arrays of shape (pairs,)."""

    left: Ints
    """how many partners the left unit had then; -1: never weighed"""
    right: Ints
    won: Floats

    @classmethod
    def none(cls, size: int) -> "WeighedPairs":
        """Return an instance for pairs none of which was weighed."""
        return cls(np.full(size, -1), np.full(size, -1), np.zeros(size))


@dataclass(slots=True)
class ProminenceContest:
    """Candidate pairs with what does not change while links are made."""

    evidence: TfIdfSimilarity
    left: Ints
    right: Ints
    fit: Floats
    """factor of the likeness of each pair, by what else is known of it, shape (pairs,)"""
    likeness: Floats
    """cosine, less strictly divided by the lengths of the units, shape (pairs,)"""
    clash: Bools
    """whether the units of each pair differ in what they are for; such a pair is no part of a split"""
    best: Floats
    """mean of the best likeness of either unit, shape (pairs,)"""
    whole: Floats = field(init=False)
    """prominence of each pair by all that it shares, shape (pairs,)"""
    weighed: WeighedPairs = field(init=False)
    """what came out so far"""

    def __post_init__(self) -> None:
        """Begin with nothing weighed against partners."""
        self.whole = self.prominence(self.likeness)
        self.weighed = WeighedPairs.none(len(self.left))

    @classmethod
    def of(cls, evidence: TfIdfSimilarity, pairs: Pairs, fit: Floats, clash: Bools) -> "ProminenceContest":
        """Weigh all candidate pairs.

        Args:
            evidence: weighted n-grams of the units.
            pairs: candidate pairs, by position in the evidence.
            fit: by how much the likeness of each is raised or lowered, by what else is known, shape (pairs,).
            clash: whether its units differ in what they are for, same shape.
        """
        left, right = pairs
        likeness = apply_in_batches(left, right, evidence.softened) * fit
        top = np.zeros(len(evidence.mass))
        np.maximum.at(top, left, likeness)
        np.maximum.at(top, right, likeness)
        return cls(evidence, left, right, fit, likeness, clash, (top[left] + top[right]) / 2)

    def prominence(self, likeness: Floats, at: Ints | slice = slice(None)) -> Floats:
        """Return the prominence of each pair, or those at some positions, if its likeness were as given."""
        value: Floats = np.round(likeness / np.maximum(self.best[at], 1e-9) * np.sqrt(likeness), 6)
        return value

    def win(self, at: Ints, coverage: Coverage) -> Floats:
        """Return the prominence of the pairs at some positions by the sentences that they win; 0 if linked.

        A pair wins the sentences of which no partner of their unit holds as much; a unit without partners
        next to a partner of the other wins all. What came out is kept until either unit has a new partner.
        """
        known = self.weighed
        held = tuple(
            np.array([len(coverage.partners[unit]) for unit in ends[at].tolist()], np.int64)
            for ends in (self.left, self.right)
        )
        fresh = (known.left[at] != held[0]) | (known.right[at] != held[1])
        known.left[at], known.right[at] = held
        at, asked = at[fresh], at
        known.won[at] = self.whole[at]
        linked = self.are_linked(at, coverage)
        known.won[at[linked]] = 0.0
        apart = [place for place in at[~linked].tolist() if not coverage.beside(*self._ends(place))]
        at = np.array(apart, np.int64)
        kept = soften_won(self.evidence, (self.left[at], self.right[at]), self._rivals(at, coverage))
        known.won[at] = self.prominence(kept * self.fit[at], at)
        return known.won[asked]

    def count_news(self, at: Ints, coverage: Coverage) -> Floats:
        """Return the prominence of the pairs at some positions by the n-grams that no partner holds."""
        rivals = [[*one, *other] for one, other in zip(*self._rivals(at, coverage), strict=True)]
        fresh = soften_news(self.evidence, (self.left[at], self.right[at]), rivals)
        return np.where(self.are_linked(at, coverage), 0.0, self.prominence(fresh * self.fit[at], at))

    def are_linked(self, at: Ints, coverage: Coverage) -> Bools:
        """Return per position whether the units of its pair are partners."""
        ends = zip(self.left[at].tolist(), self.right[at].tolist(), strict=True)
        return np.array([right in coverage.partners[left] for left, right in ends], bool)

    def _rivals(self, at: Ints, coverage: Coverage) -> tuple[list[list[int]], list[list[int]]]:
        """Return per position the partners of its left unit, and those of its right one."""
        mine, yours = (
            [coverage.partners[unit] for unit in ends[at].tolist()] for ends in (self.left, self.right)
        )
        return mine, yours

    def _ends(self, at: int) -> tuple[int, int]:
        return int(self.left[at]), int(self.right[at])


def find_prominent_pairs(contest: ProminenceContest, coverage: Coverage, gaps: Gaps) -> list[ProminentPair]:
    """Find the pairs that stand out and are the most prominent of both their units.

    Args:
        contest: all candidate pairs.
        coverage: the partners of every unit.
        gaps: where the units of each pair stand.
    """
    weights = coverage.weights
    alone = np.array([not partners for partners in coverage.partners], bool)
    mine, yours = alone[contest.left], alone[contest.right]
    both = mine & yours
    asked = ask_prominence(both, gaps, weights)
    found = Standing(contest, coverage, asked, both, np.where(mine | yours, 0.0, weights.prominent_between))
    won = weigh_against_partners(found)
    best, margin = find_best_of_both((contest.left, contest.right), won, len(alone))
    score = won + np.where(both, np.minimum(margin, 1.0) * weights.prominent_margin, 0.0)
    share = found.share(won)
    good = best & (score >= asked) & (share >= found.least_share) & (~contest.clash | both)
    news = won.copy()
    told = np.flatnonzero((good | find_watched(contest, coverage)) & ~both & (won > 0))
    news[told] = contest.count_news(told, coverage)
    checked = {
        "prominence": (score, asked),
        "fresh": (news, np.full_like(news, weights.prominent_news)),
        "best": (share, found.least_share),
    }
    record(coverage, contest, gaps, checked)
    good &= news >= weights.prominent_news
    return [
        ProminentPair(int(contest.left[at]), int(contest.right[at]), min(1.0, float(won[at]) / 2))
        for at in np.flatnonzero(good).tolist()
    ]


class Standing(NamedTuple):
    """Pairs while those are sought that stand out; arrays of shape (pairs,)."""

    contest: ProminenceContest
    coverage: Coverage
    asked: Floats
    """least prominence"""
    both: Bools
    """whether neither unit has a partner"""
    least_share: Floats
    """of the best likeness of either unit"""

    def share(self, won: Floats) -> Floats:
        """Return the share of the best likeness that goes with a prominence."""
        value: Floats = (won / np.sqrt(np.maximum(self.contest.best, 1e-9))) ** (2 / 3)
        return value


def weigh_against_partners(found: Standing) -> Floats:
    """Return the prominence of each pair by what it wins, as far as it can matter; else 0.

    By all that it shares no pair is less prominent than by what it wins. Of pairs with partners only those
    are weighed that could still stand out, and then those that could be better than one that does. Of units
    without partners all are: there the lead over the second best counts.
    """
    contest, coverage, weights = found.contest, found.coverage, found.coverage.weights
    won = contest.whole.copy()
    won[won < float(found.asked.min(initial=1.0)) - weights.prominent_margin] = 0.0
    partnered = np.flatnonzero((won > 0) & ~found.both)
    bound = won[partnered] + ROUNDING
    watched = find_watched(contest, coverage)
    good = found.share(won) + ROUNDING >= found.least_share
    good &= won + ROUNDING >= found.asked - np.where(found.both, weights.prominent_margin, 0.0)
    good &= found.both | ~contest.clash
    good |= watched
    won[partnered] = 0.0
    first = good[partnered]
    won[partnered[first]] = contest.win(partnered[first], coverage)
    good &= found.both | (won >= found.asked)
    floor = np.full(len(coverage.partners), np.inf)
    for ends in (contest.left, contest.right):
        np.minimum.at(floor, ends[good], np.where(found.both[good], 0.0, won[good]))
    left, right = contest.left[partnered], contest.right[partnered]
    rest = partnered[~first & (bound >= np.minimum(floor[left], floor[right]))]
    won[rest] = contest.win(rest, coverage)
    return won


def find_watched(contest: ProminenceContest, coverage: Coverage) -> Bools:
    """Return per pair whether it is the one that is traced."""
    left, right = coverage.watched or (-1, -1)
    watched: Bools = (contest.left == left) & (contest.right == right)
    return watched


def ask_prominence(alone: Bools, gaps: Gaps, weights: LinkWeights) -> Floats:
    """Return the least prominence of each pair; `alone` says whether neither unit has a partner.

    Among more pairs chance finds a more prominent one: in a narrow gap between links less is asked.
    """
    narrow = weights.prominent_gap + weights.prominent_cells * np.log(gaps.cells)
    asked = np.where(
        gaps.crossing, weights.prominent + weights.prominent_crossing, np.minimum(weights.prominent, narrow)
    )
    return np.where(alone, asked, weights.prominent_part)


def find_best_of_both(pairs: Pairs, score: Floats, size: int) -> tuple[Bools, Floats]:
    """Return per pair whether it has the best score of both its units, and its lead over the second."""
    left, right = pairs
    here = np.arange(len(score))
    best_left, next_left = find_two_best(left, score, size)
    best_right, next_right = find_two_best(right, score, size)
    best: Bools = (best_left[left] == here) & (best_right[right] == here)
    return best, score - np.maximum(next_left[left], next_right[right])


def record(
    coverage: Coverage,
    contest: ProminenceContest,
    gaps: Gaps,
    checked: Mapping[str, tuple[Floats, Floats]],
) -> None:
    """Record the values of the traced pair, what went into them, and what is asked of it."""
    trace, watched = coverage.trace, coverage.watched
    if trace is None or watched is None:
        return
    for at in np.flatnonzero((contest.left == watched[0]) & (contest.right == watched[1])).tolist():
        checks = tuple(
            Check(name=name, value=float(value[at]), least=float(least[at]))
            for name, (value, least) in checked.items()
        )
        measures = measure_pair(contest, gaps, at)
        crossing = bool(gaps.crossing[at])
        trace.weigh(TraceStep(stage=Stage.PROMINENT, crossing=crossing, measures=measures, checks=checks))


def measure_pair(contest: ProminenceContest, gaps: Gaps, at: int) -> tuple[tuple[str, float], ...]:
    """Return what went into the prominence of a pair, and into what is asked of it, by name."""
    gap = () if gaps.crossing[at] else (("gap", float(gaps.cells[at])),)
    return (("role_factor", float(contest.fit[at])), *gap)
