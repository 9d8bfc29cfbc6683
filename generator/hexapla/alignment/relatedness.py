"""Whether two texts are versions of one text at all.

Measured: revisions of laws and licences, however far apart, share .33 of the smaller one's text and more in
linked units, weighed by score; unrelated laws of one legislator .05 and less, mostly by their boilerplate.
"""

from enum import Enum

import numpy as np

from hexapla.alignment.links import EXCLUDED, PairLinks
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.trace import Check, Outcome, Stage, Step
from hexapla.alignment.weights import Weights

__all__ = ["Relatedness", "assess_relatedness", "measure_common_share"]


class Relatedness(Enum):
    """How two texts stand to each other."""

    RELATED = "related"
    """versions of one text: what finds no partner is new or gone"""
    LOOSE = "loose"
    """one took from the other, or both from a third: a shared phrase is worth noting"""
    UNRELATED = "unrelated"
    """what links them is chance or boilerplate"""


def assess_relatedness(
    left: PreparedVersion, right: PreparedVersion, ties: PairLinks, weights: Weights
) -> Relatedness:
    """Judge by what two texts have in common."""
    share = measure_common_share(left, right, ties)
    if ties.trace is not None:
        check = Check(name="common", value=share, least=weights.related)
        ties.trace.weigh(Step(stage=Stage.RELATION, outcome=Outcome.CHECKED, checks=(check,)))
    if share >= weights.related:
        return Relatedness.RELATED
    return Relatedness.LOOSE if share >= weights.loose else Relatedness.UNRELATED


def measure_common_share(left: PreparedVersion, right: PreparedVersion, ties: PairLinks) -> float:
    """Share of the smaller text that stands in linked units, weighed by the links' scores.

    What an editor has settled counts in full; a text without characters is related to every other.
    """
    mine, yours = (np.array([len(key) for key in side.keys], np.float64) for side in (left, right))
    linked = ties.linked
    common = float((np.minimum(mine[linked], yours[ties.to_right[linked]]) * ties.score[linked]).sum())
    common += float(min(mine[ties.to_right == EXCLUDED].sum(), yours[ties.to_left == EXCLUDED].sum()))
    smaller = float(min(mine.sum(), yours.sum()))
    return common / smaller if smaller else 1.0
