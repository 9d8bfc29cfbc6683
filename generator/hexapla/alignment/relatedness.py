"""Decide whether two texts are versions of one text.

Measured as the share of the smaller text in linked units, weighted by score: revisions of laws and licences,
however far apart, reach .33 and more; unrelated laws of one legislator .05 and less, mostly boilerplate.
"""

from enum import Enum

import numpy as np

from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.links import EXCLUDED, PairLinks
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.trace import Check, LinkOutcome, Stage, TraceStep


class Relatedness(Enum):
    """How two texts are related."""

    RELATED = "related"
    """versions of one text: an unmatched unit was added or deleted"""
    LOOSE = "loose"
    """one borrows from the other, or both from a third: shared phrases are linked"""
    UNRELATED = "unrelated"
    """similarities are due to chance or boilerplate"""


def assess_relatedness(
    left: PreparedVersion, right: PreparedVersion, ties: PairLinks, weights: LinkWeights
) -> Relatedness:
    """Classify two versions by the share of text that they have in common."""
    share = measure_common_share(left, right, ties)
    if ties.trace is not None:
        check = Check(name="common", value=share, least=weights.related)
        ties.trace.weigh(TraceStep(stage=Stage.RELATION, outcome=LinkOutcome.CHECKED, checks=(check,)))
    if share >= weights.related:
        return Relatedness.RELATED
    return Relatedness.LOOSE if share >= weights.loose else Relatedness.UNRELATED


def measure_common_share(left: PreparedVersion, right: PreparedVersion, ties: PairLinks) -> float:
    """Return the share of the smaller text in linked units, weighted by the scores of the links.

    Units that an editor has linked count in full; if one text is empty, the share is 1.
    """
    mine, yours = (np.array([len(key) for key in side.keys], np.float64) for side in (left, right))
    linked = ties.linked
    common = float((np.minimum(mine[linked], yours[ties.to_right[linked]]) * ties.score[linked]).sum())
    common += float(min(mine[ties.to_right == EXCLUDED].sum(), yours[ties.to_left == EXCLUDED].sum()))
    smaller = float(min(mine.sum(), yours.sum()))
    return common / smaller if smaller else 1.0
