"""Link units in the gaps between links, by the heaviest chain of pairs that keep the order.

Two pairs between the same two links may each have a rival, and still be the only way in which all of them
keep their order. So no lead over rivals is asked here: of all pairs of units without partners that reach
what is asked in their gap, those are linked that together exceed it most without crossing.
"""

import numpy as np

from hexapla.alignment.arrays import Bools, Floats, Ints, Pairs
from hexapla.alignment.links import PairLinks
from hexapla.alignment.prominence import Gaps, ProminenceContest, ask_prominence, measure_pair
from hexapla.alignment.trace import Check, Stage, TraceStep
from hexapla.sequences import heaviest_increasing


def find_gap_chain(
    contest: ProminenceContest, places: Pairs, free: Bools, gaps: Gaps, likeness: Floats, links: PairLinks
) -> Ints:
    """Return the positions of the pairs of the heaviest chain in order, among those that reach what is asked.

    Args:
        contest: all candidate pairs.
        places: positions of their units in either version, shapes (pairs,).
        free: whether neither unit of a pair has a partner, same shape.
        gaps: where the units of each pair stand.
        likeness: of each pair, by whole units, same shape.
        links: the links made so far; its trace records what was asked of its pair.
    """
    weights = contest.evidence.weights
    prominence = contest.whole
    asked = ask_prominence(free, gaps, weights)
    gain = np.round(prominence - asked, 6)
    fits = free & ~gaps.crossing & ~contest.clash
    least = np.full(len(likeness), weights.at_place)
    checked = {"prominence": (prominence, asked), "likeness": (likeness, least)}
    here = None if links.trace is None else links.trace.find(*places)
    if links.trace is not None and here is not None and fits[here]:
        links.trace.weigh(
            TraceStep(
                stage=Stage.GAP,
                measures=measure_pair(contest, gaps, here),
                checks=tuple(
                    Check(name=name, value=float(value[here]), least=float(asks[here]))
                    for name, (value, asks) in checked.items()
                ),
            )
        )
    left, right = places
    at = np.flatnonzero(fits & (gain > 0) & (likeness >= weights.at_place))
    at = at[np.lexsort((-right[at], left[at]))]
    pairs = zip(left[at].tolist(), right[at].tolist(), gain[at].tolist(), strict=True)
    chain: Ints = at[np.array(heaviest_increasing(list(pairs)), np.int64)]
    return chain
