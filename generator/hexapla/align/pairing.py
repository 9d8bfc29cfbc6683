"""Two versions: from anchors over rounds to splits, merges and weak links."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hexapla.align.anchors import anchor
from hexapla.align.candidates import candidates
from hexapla.align.evidence import Evidence, weigh
from hexapla.align.folding import Side
from hexapla.align.grams import Grams, count
from hexapla.align.linking import FIRM_ROUNDS, WEAK_ROUNDS, Pool, link
from hexapla.align.support import equal_headings, surroundings
from hexapla.align.ties import Ties
from hexapla.model import Basis

__all__ = ["PairLink", "pair"]

Ints = NDArray[np.int64]
HEADING = 0.30
"""an equal heading that is unique on both sides"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLink:
    """Two units of two versions that belong together."""

    left: int
    right: int
    score: float
    basis: Basis
    main: bool
    """the one link of both units; others are parts of splits and merges"""


def pair(left: Side, right: Side) -> tuple[PairLink, ...]:
    """Link the units of two versions."""
    ties = anchor(left, right)
    mine, yours = np.flatnonzero(ties.to_right < 0), np.flatnonzero(ties.to_left < 0)
    if len(mine) and len(yours):
        grams = count(((left, mine), (right, yours)))
        _weighed(left, right, ties, (mine, yours), grams)
    return _links(left, right, ties)


def _weighed(left: Side, right: Side, ties: Ties, open_units: tuple[Ints, Ints], grams: Grams) -> None:
    mine, yours = open_units
    evidence = weigh(grams, np.arange(len(mine) + len(yours)), len(mine))
    pool = _pool(left, right, evidence, open_units)
    around = surroundings(left, right)
    none = np.zeros(0, np.int64)
    link(pool, ties, around, FIRM_ROUNDS, (none, none))
    link(pool, ties, around, WEAK_ROUNDS, (none, none))


def _pool(left: Side, right: Side, evidence: Evidence, open_units: tuple[Ints, Ints]) -> Pool:
    mine, yours = open_units
    first, second = candidates(evidence)
    headed = equal_headings(left, right)
    place_left, place_right = np.full(left.size, -1), np.full(right.size, -1)
    place_left[mine], place_right[yours] = np.arange(len(mine)), np.arange(len(yours))
    same = mine[headed[mine] >= 0]
    same = same[place_right[headed[same]] >= 0]
    total = len(mine) + len(yours)
    code = np.concatenate(
        [first * total + second, place_left[same] * total + place_right[headed[same]] + len(mine)]
    )
    first, second = np.divmod(np.unique(code), total)
    likeness = evidence.likeness(first, second)
    at_left, at_right = mine[first], yours[second - len(mine)]
    return Pool(left=at_left, right=at_right, likeness=likeness + HEADING * (headed[at_left] == at_right))


def _links(left: Side, right: Side, ties: Ties) -> tuple[PairLink, ...]:
    main = [
        PairLink(
            left=at, right=other, score=float(ties.score[at]), basis=_basis(left, right, at, other), main=True
        )
        for at, other in zip(ties.linked.tolist(), ties.to_right[ties.linked].tolist(), strict=True)
    ]
    parts = [
        PairLink(left=tie.left, right=tie.right, score=tie.score, basis=Basis.CONTAINMENT, main=False)
        for tie in ties.parts
    ]
    return (*main, *parts)


def _basis(left: Side, right: Side, at: int, other: int) -> Basis:
    if left.keys[at] == right.keys[other]:
        return Basis.IDENTICAL
    return Basis.WORDING
