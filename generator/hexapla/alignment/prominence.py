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
    news: Floats

    @classmethod
    def none(cls, size: int) -> "WeighedPairs":
        """Return an instance for pairs none of which was weighed."""
        return cls(np.full(size, -1), np.full(size, -1), np.zeros(size), np.zeros(size))


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
    weighed: WeighedPairs = field(init=False)
    """what came out so far"""

    def __post_init__(self) -> None:
        """Begin with nothing weighed against partners."""
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

    def weigh(self, coverage: Coverage, least: float) -> tuple[Floats, Floats]:
        """Return the prominence of each pair by sentences that it wins, and by n-grams that are news.

        A pair wins the sentences of which no partner of their unit holds as much; a unit without partners
        next to a partner of the other wins all. News are the n-grams that no partner of either unit holds.
        Without partners both are the prominence of the pair. 0 where it is linked, or could not reach
        `least`.
        """
        won = self.prominence(self.likeness)
        won[won < least] = 0.0
        news = won.copy()
        count = np.array([len(partners) for partners in coverage.partners], np.int64)
        held = count[self.left], count[self.right]
        shown = np.flatnonzero((won > 0) & ((held[0] > 0) | (held[1] > 0)))
        known = self.weighed
        fresh = shown[(known.left[shown] != held[0][shown]) | (known.right[shown] != held[1][shown])]
        self._weigh_again(fresh, won, coverage)
        known.left[fresh], known.right[fresh] = held[0][fresh], held[1][fresh]
        won[shown], news[shown] = known.won[shown], known.news[shown]
        return won, news

    def _weigh_again(self, at: Ints, whole: Floats, coverage: Coverage) -> None:
        """Weigh the pairs at some positions by what partners leave; `whole` is the prominence by all."""
        known = self.weighed
        known.won[at] = whole[at]
        ends = list(zip(self.left[at].tolist(), self.right[at].tolist(), strict=True))
        linked = np.array([right in coverage.partners[left] for left, right in ends], bool)
        known.won[at[linked]] = known.news[at[linked]] = 0.0
        at, ends = at[~linked], [pair for pair, made in zip(ends, linked.tolist(), strict=True) if not made]
        rivals = [(coverage.partners[left], coverage.partners[right]) for left, right in ends]
        fresh = soften_news(
            self.evidence, (self.left[at], self.right[at]), [[*one, *other] for one, other in rivals]
        )
        known.news[at] = self.prominence(fresh * self.fit[at], at)
        apart = [place for place, pair in enumerate(ends) if not coverage.beside(*pair)]
        at = at[apart]
        mine, yours = ([rivals[place][side] for place in apart] for side in (0, 1))
        kept = soften_won(self.evidence, (self.left[at], self.right[at]), (mine, yours))
        known.won[at] = self.prominence(kept * self.fit[at], at)


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
    asked = ask_prominence(mine & yours, gaps, weights)
    won, news = contest.weigh(coverage, float(asked.min(initial=1.0)) - weights.prominent_margin)
    best, margin = find_best_of_both((contest.left, contest.right), won, len(alone))
    score = won + np.where(mine & yours, np.minimum(margin, 1.0) * weights.prominent_margin, 0.0)
    share = (won / np.sqrt(np.maximum(contest.best, 1e-9))) ** (2 / 3)
    lone = mine | yours
    checked = {
        "prominence": (score, asked),
        "fresh": (news, np.full_like(news, weights.prominent_news)),
        "best": (share, np.where(lone, 0.0, weights.prominent_between)),
    }
    record(coverage, contest, gaps, checked)
    good = best & (score >= asked) & (news >= weights.prominent_news)
    good &= lone | (share >= weights.prominent_between)
    good &= ~contest.clash | (mine & yours)
    return [
        ProminentPair(int(contest.left[at]), int(contest.right[at]), min(1.0, float(won[at]) / 2))
        for at in np.flatnonzero(good).tolist()
    ]


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
