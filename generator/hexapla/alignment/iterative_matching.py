"""Easiest first: in rounds, link the pairs that are best for both sides, then look again.

Each round sees the links of the one before as context. A maximal chain would sum weights, and two weak
links in order would beat a strong one that crosses them; here the strong one comes first.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.context import LinkContext
from hexapla.alignment.links import UNLINKED, PairLinks

__all__ = ["FIRM", "FIRM_ROUNDS", "WEAK_ROUNDS", "CandidatePool", "link_at_same_position", "link_mutual_best"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

FIRM_ROUNDS = (0.48, 0.30)
WEAK_ROUNDS = (0.24, 0.20)
"""for what is left once splits and merges have explained what they can"""
LEAST_AT_SAME_POSITION = 0.10
"""likeness that is enough for two units alone at the same place; chance seldom reaches half of it"""
REPEATS = 3
FIRM = 0.45
"""likeness that needs no margin: strong rivals are then the parts of a split"""
MARGIN = 0.04
MARGIN_FROM = 0.38
"""rounds below ask twice the margin, but none of firm pairs"""
CROSSING = 0.10
CROSSING_LEAST = 0.28
"""more is asked of a link that breaks the order, and never less than this"""
CROSSING_BELOW = 0.5
"""nothing more is asked where the round itself asks this much"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatePool:
    """Pairs that may be linked, sorted, with their likeness."""

    left: Ints
    right: Ints
    likeness: Floats

    def of(self, chosen: NDArray[np.bool_] | Ints) -> "CandidatePool":
        """Some of the pairs."""
        return CandidatePool(left=self.left[chosen], right=self.right[chosen], likeness=self.likeness[chosen])


def link_mutual_best(
    pool: CandidatePool, ties: PairLinks, around: LinkContext, rounds: tuple[float, ...]
) -> None:
    """Add main links to `ties`, round by round; parts of splits and merges stay as they are."""
    free_left, free_right = find_unlinked_units(ties)
    for threshold in rounds:
        for _ in range(REPEATS):
            live = free_left[pool.left] & free_right[pool.right]
            pool = pool.of(live)
            if not len(pool.left):
                return
            taken = link_one_round(pool, ties, around, threshold)
            free_left[pool.left[taken]] = False
            free_right[pool.right[taken]] = False
            if not len(taken):
                break


def link_at_same_position(pool: CandidatePool, ties: PairLinks, around: LinkContext) -> None:
    """Link what stands alone at the same place, if both are the other's best there."""
    free_left, free_right = find_unlinked_units(ties)
    pool = pool.of(free_left[pool.left] & free_right[pool.right])
    support, _ = around.support(pool.left, pool.right, pool.likeness, ties)
    score = np.round(pool.likeness + support, 6)
    mutual, margin = find_mutual_best(pool, score, ties)
    taken = np.flatnonzero(mutual & (pool.likeness >= LEAST_AT_SAME_POSITION) & (margin >= MARGIN))
    ties.tie(pool.left[taken], pool.right[taken], np.minimum(score[taken], 1.0))


def find_unlinked_units(ties: PairLinks) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    free_left, free_right = ties.to_right == UNLINKED, ties.to_left == UNLINKED
    busy_left, busy_right = ties.busy
    free_left[busy_left] = False
    free_right[busy_right] = False
    return free_left, free_right


def link_one_round(pool: CandidatePool, ties: PairLinks, around: LinkContext, threshold: float) -> Ints:
    support, crossing = around.support(pool.left, pool.right, pool.likeness, ties)
    score = np.round(pool.likeness + support, 6)
    need = np.full(len(score), threshold)
    if threshold < CROSSING_BELOW:
        need[crossing] = max(threshold + CROSSING, CROSSING_LEAST)
    late = threshold < MARGIN_FROM
    asked = np.where(late & (pool.likeness >= FIRM), 0.0, MARGIN * (2 if late else 1))
    mutual, margin = find_mutual_best(pool, score, ties)
    taken = np.flatnonzero(mutual & (score >= need) & (margin >= asked))
    ties.tie(pool.left[taken], pool.right[taken], np.minimum(score[taken], 1.0))
    return taken


def find_mutual_best(pool: CandidatePool, score: Floats, ties: PairLinks) -> tuple[NDArray[np.bool_], Floats]:
    """Per pair whether it is the best of both its units, and by how much it beats their other pairs."""
    best_left, next_left = find_two_best(pool.left, score, len(ties.to_right))
    best_right, next_right = find_two_best(pool.right, score, len(ties.to_left))
    here = np.arange(len(score))
    mutual = (best_left[pool.left] == here) & (best_right[pool.right] == here)
    return mutual, score - np.maximum(next_left[pool.left], next_right[pool.right])


def find_two_best(unit: Ints, score: Floats, size: int) -> tuple[Ints, Floats]:
    """Per unit the position of its best pair (the first of equals), and the score of its second best."""
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
