"""Units still alone join their best counterpart, partnered or not, if what they share is news to it."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.splits import LEAST_MASS, Coverage
from hexapla.alignment.unit_pairs import Ints, Pairs

__all__ = ["attach_unmatched_units"]

Floats = NDArray[np.float64]
SupportFunction = Callable[[Pairs, Floats], tuple[Floats, NDArray[np.bool_]]]

LEAST = 0.25
"""likeness needed"""
LEAST_BESIDE_PARTNER = 0.15
"""the same beside a partner of the other: splits and merges mostly stay together"""
CROSSING = 0.10
"""more is asked of a link that breaks the order"""
MARGIN = 0.04
LEAST_UNEXPLAINED = 0.4
"""share of what both have in common that the other's partners must not explain"""


def attach_unmatched_units(
    shares: Coverage, near: Pairs, standing: SupportFunction
) -> list[tuple[int, int, float]]:
    """Bind lone units to one unit each; the score is the larger of likeness and containment."""
    alone = np.array([not partners for partners in shares.partners], bool)
    one_alone = alone[near[0]] != alone[near[1]]
    left, right = near[0][one_alone], near[1][one_alone]
    likeness = shares.evidence.likeness(left, right)
    support, crossing = standing((left, right), likeness)
    score = np.round(likeness + support, 6)
    lonely = np.where(alone[left], left, right)
    best, margin = find_best_pairs(lonely, score)
    beside = np.array([shares.beside(int(left[at]), int(right[at])) for at in best], bool)
    least = np.where(beside, LEAST_BESIDE_PARTNER, LEAST + CROSSING * crossing[best])
    good = (
        (likeness[best] >= np.where(beside, LEAST_BESIDE_PARTNER, LEAST))
        & (score[best] >= least)
        & (margin >= MARGIN)
    )
    bound = []
    for at in best[good].tolist():
        one, other = int(left[at]), int(right[at])
        common, new = shares.news(one, other, other if alone[one] else one)
        if new >= LEAST_UNEXPLAINED * common and new >= 2 * LEAST_MASS:
            contained = common / float(shares.evidence.mass[lonely[at]])
            bound.append((-float(score[at]), one, other, max(float(score[at]), contained)))
    for _, one, other, _ in sorted(bound):
        shares.bind(one, other)
    return [(one, other, worth) for _, one, other, worth in sorted(bound)]


def find_best_pairs(unit: Ints, score: Floats) -> tuple[Ints, Floats]:
    """Position of each unit's best pair, and by how much it beats the second."""
    order = np.lexsort((-score, unit))
    ranked = unit[order]
    heads = np.flatnonzero(np.concatenate([[True], ranked[1:] != ranked[:-1]])) if len(order) else order
    best = order[heads]
    following = np.minimum(heads + 1, len(order) - 1)
    rivalled = (following > heads) & (ranked[following] == ranked[heads])
    return best, score[best] - np.where(rivalled, score[order[following]], 0.0)
