"""Attach each unmatched unit to its best candidate.

A candidate counts unless the n-grams that the two share are already explained by the partners of that
candidate.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.splits import Coverage
from hexapla.alignment.trace import Check, Stage, TraceStep
from hexapla.alignment.unit_pairs import Ints, Pairs

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
SupportFunction = Callable[[Pairs, Floats], tuple[Floats, Bools]]


def attach_unmatched_units(
    shares: Coverage, near: Pairs, standing: SupportFunction
) -> list[tuple[int, int, float]]:
    """Bind each unit without a partner to at most one unit that has partners.

    Args:
        shares: the partners of every unit; the new pairs are added to it.
        near: candidate pairs, by position in the evidence.
        standing: returns the context support of pairs and whether they break the order of the links.

    Returns:
        The new pairs with their scores: the larger of the pair's score (likeness plus support) and the share
        of the unmatched unit's mass that the other unit contains.
    """
    weights = shares.weights
    alone = np.array([not partners for partners in shares.partners], bool)
    one_alone = alone[near[0]] != alone[near[1]]
    left, right = near[0][one_alone], near[1][one_alone]
    likeness = shares.evidence.likeness(left, right)
    support, crossing = standing((left, right), likeness)
    score = np.round(likeness + support, 6)
    lonely = np.where(alone[left], left, right)
    _record(shares, (left, right), (likeness, score), crossing)
    best, margin = find_best_pairs(lonely, score)
    beside = np.array([shares.beside(int(left[at]), int(right[at])) for at in best], bool)
    least, needed = _asked(beside, crossing[best], weights)
    good = (likeness[best] >= least) & (score[best] >= needed) & (margin >= weights.margin)
    bound = []
    for at in best[good].tolist():
        one, other = int(left[at]), int(right[at])
        common, new = shares.news(one, other, other if alone[one] else one)
        if new >= weights.attach_news * common and new >= weights.attach_mass:
            contained = common / float(shares.evidence.mass[lonely[at]])
            bound.append((-float(score[at]), one, other, max(float(score[at]), contained)))
    for _, one, other, _ in sorted(bound):
        shares.bind(one, other)
    return [(one, other, worth) for _, one, other, worth in sorted(bound)]


def _asked(beside: Bools, crossing: Bools, weights: LinkWeights) -> tuple[Floats, Floats]:
    """Return the least likeness and the least score of each pair.

    Pairs that break the order need a higher score, except units beside a partner of the other.
    """
    least = np.where(beside, weights.attach_beside, weights.attach_likeness)
    return least, least + np.where(beside, 0.0, weights.crossing * crossing)


def _record(shares: Coverage, pairs: Pairs, worth: tuple[Floats, Floats], crossing: Bools) -> None:
    """Record the checks of the traced pair if one unit is unmatched; `worth` is likeness and score."""
    trace, watched, weights = shares.trace, shares.watched, shares.weights
    if trace is None or watched is None:
        return
    (left, right), (likeness, score) = pairs, worth
    for at in np.flatnonzero((left == watched[0]) & (right == watched[1])).tolist():
        lone, other = watched[::-1] if shares.partners[watched[0]] else watched
        side = left if lone == watched[0] else right
        others = score[(side == lone) & (np.arange(len(side)) != at)]
        beside = np.array([shares.beside(*watched)])
        least, needed = _asked(beside, crossing[at : at + 1], weights)
        common, new = shares.news(*watched, other)
        checks = {
            "likeness": (float(likeness[at]), float(least[0])),
            "score": (float(score[at]), float(needed[0])),
            "margin": (float(score[at] - others.max(initial=0.0)), weights.margin),
            "news": (new / max(common, 1e-9), weights.attach_news),
            "mass": (new, weights.attach_mass),
        }
        trace.weigh(
            TraceStep(
                stage=Stage.ATTACH,
                likeness=float(likeness[at]),
                score=float(score[at]),
                crossing=bool(crossing[at]),
                checks=tuple(
                    Check(name=name, value=value, least=asked) for name, (value, asked) in checks.items()
                ),
            )
        )


def find_best_pairs(unit: Ints, score: Floats) -> tuple[Ints, Floats]:
    """Find the best pair of each unit.

    Args:
        unit: per pair the unit, shape (pairs,).
        score: per pair its score, shape (pairs,).

    Returns:
        Per distinct unit, in ascending order, the position of its best pair, and the margin of that score
        over its second best (over 0 if it has one pair only).
    """
    order = np.lexsort((-score, unit))
    ranked = unit[order]
    heads = np.flatnonzero(np.concatenate([[True], ranked[1:] != ranked[:-1]])) if len(order) else order
    best = order[heads]
    following = np.minimum(heads + 1, len(order) - 1)
    rivalled = (following > heads) & (ranked[following] == ranked[heads])
    return best, score[best] - np.where(rivalled, score[order[following]], 0.0)
