"""Iterative matching: in each round, link the pairs that are the best of both their units.

Each round uses the links of the earlier ones as context. In a heaviest chain, two weak links in order could
outweigh a strong one that crosses them; here the strong one is linked first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.context import LinkContext
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.links import UNLINKED, PairLinks
from hexapla.alignment.trace import Check, Stage, TraceStep, strongest

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatePool:
    """Pairs that may be linked, sorted, with their likeness."""

    left: Ints
    right: Ints
    likeness: Floats

    def of(self, chosen: NDArray[np.bool_] | Ints) -> "CandidatePool":
        """Return a pool of the chosen pairs, given by mask or by position."""
        return CandidatePool(left=self.left[chosen], right=self.right[chosen], likeness=self.likeness[chosen])


def link_mutual_best(
    pool: CandidatePool, ties: PairLinks, around: LinkContext, rounds: Sequence[tuple[int, float]]
) -> None:
    """Add main links to `ties`, round by round; parts of splits and merges stay as they are.

    Each of `rounds` is the number of a round and its least score.
    """
    free_left, free_right = find_unlinked_units(ties)
    for number, threshold in rounds:
        for _ in range(around.weights.repeats):
            live = free_left[pool.left] & free_right[pool.right]
            pool = pool.of(live)
            if not len(pool.left):
                return
            taken = link_one_round(pool, ties, around, threshold, number)
            ties.report(Stage.ROUND, number)
            free_left[pool.left[taken]] = False
            free_right[pool.right[taken]] = False
            if not len(taken):
                break


def link_at_same_position(pool: CandidatePool, ties: PairLinks, around: LinkContext) -> None:
    """Link unlinked units at the same position if each is the other's best candidate there."""
    weights = around.weights
    free_left, free_right = find_unlinked_units(ties)
    pool = pool.of(free_left[pool.left] & free_right[pool.right])
    support, crossing = around.support(pool.left, pool.right, pool.likeness, ties)
    score = np.round(pool.likeness + support, 6)
    mutual, margin = find_mutual_best(pool, score, ties)
    if ties.trace is not None:
        asked = {
            "likeness": np.full(len(score), weights.at_place),
            "margin": np.full(len(score), weights.margin),
        }
        _record(TraceStep(stage=Stage.PLACE), _Contest(pool, score, crossing, asked), ties, around)
    taken = np.flatnonzero(mutual & (pool.likeness >= weights.at_place) & (margin >= weights.margin))
    ties.tie(pool.left[taken], pool.right[taken], np.minimum(score[taken], 1.0))
    ties.report(Stage.PLACE)


def find_unlinked_units(ties: PairLinks) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return per left and per right unit whether it has neither a main link nor a partial one."""
    free_left, free_right = ties.to_right == UNLINKED, ties.to_left == UNLINKED
    busy_left, busy_right = ties.busy
    free_left[busy_left] = False
    free_right[busy_right] = False
    return free_left, free_right


def link_one_round(
    pool: CandidatePool, ties: PairLinks, around: LinkContext, threshold: float, number: int
) -> Ints:
    """Link the pairs that are the best of both their units and reach the threshold and margin.

    Args:
        pool: candidate pairs of unlinked units.
        ties: the links made so far; the new ones are added.
        around: context evidence.
        threshold: least score of a pair that keeps the order.
        number: which round, from 1; from the second on the margin is larger, and waived for firm pairs.

    Returns:
        Positions in the pool of the pairs that were linked.
    """
    weights = around.weights
    support, crossing = around.support(pool.left, pool.right, pool.likeness, ties)
    score = np.round(pool.likeness + support, 6)
    need = needed(threshold, crossing, weights)
    late = number > 1
    asked = np.where(
        late & (pool.likeness >= weights.firm), 0.0, weights.margin * (weights.late_margin if late else 1)
    )
    if ties.trace is not None:
        contest = _Contest(pool, score, crossing, {"score": need, "margin": asked})
        _record(TraceStep(stage=Stage.ROUND, number=number), contest, ties, around)
    mutual, margin = find_mutual_best(pool, score, ties)
    taken = np.flatnonzero(mutual & (score >= need) & (margin >= asked))
    ties.tie(pool.left[taken], pool.right[taken], np.minimum(score[taken], 1.0))
    return taken


def needed(threshold: float, crossing: NDArray[np.bool_], weights: LinkWeights) -> Floats:
    """Return the least score of each pair in a round; it is higher for pairs that break the order."""
    return np.where(crossing, threshold + weights.crossing, threshold)


def find_mutual_best(pool: CandidatePool, score: Floats, ties: PairLinks) -> tuple[NDArray[np.bool_], Floats]:
    """Return per pair whether it is the best of both its units, and its margin over their second best."""
    best_left, next_left = find_two_best(pool.left, score, len(ties.to_right))
    best_right, next_right = find_two_best(pool.right, score, len(ties.to_left))
    here = np.arange(len(score))
    mutual = (best_left[pool.left] == here) & (best_right[pool.right] == here)
    return mutual, score - np.maximum(next_left[pool.left], next_right[pool.right])


class _Contest(NamedTuple):
    """What is compared in a round: pairs, scores, whether they break the order, and thresholds by name."""

    pool: CandidatePool
    score: Floats
    crossing: NDArray[np.bool_]
    asked: Mapping[str, Floats]


def _record(step: TraceStep, contest: _Contest, ties: PairLinks, around: LinkContext) -> None:
    """Record the scores and rivals of the traced pair, before the round makes its links."""
    trace, pool, score = ties.trace, contest.pool, contest.score
    at = None if trace is None else trace.find(pool.left, pool.right)
    if trace is None or at is None:
        return
    one = slice(at, at + 1)
    terms = around.terms(pool.left[one], pool.right[one], pool.likeness[one], ties)
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


def find_two_best(unit: Ints, score: Floats, size: int) -> tuple[Ints, Floats]:
    """Find the two best pairs of each unit.

    Args:
        unit: per pair its unit, shape (pairs,).
        score: per pair its score, shape (pairs,).
        size: number of units.

    Returns:
        Two arrays of shape (size,): the position of the best pair (the first of equals; -1 if none), and the
        score of the second best (0 if none).
    """
    best, second = np.full(size, -1, np.int64), np.zeros(size)
    order = np.lexsort((-score, unit))
    ranked = unit[order]
    heads = np.flatnonzero(np.diff(ranked, prepend=-1))
    best[ranked[heads]] = order[heads]
    follow = heads + 1
    follow = follow[(follow < len(ranked))]
    follow = follow[ranked[follow] == ranked[follow - 1]]
    second[ranked[follow]] = score[order[follow]]
    return best, second
