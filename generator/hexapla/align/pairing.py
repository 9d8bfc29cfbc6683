"""Two versions: from anchors over rounds to splits, merges and weak links."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hexapla.align.anchors import anchor
from hexapla.align.candidates import candidates
from hexapla.align.evidence import Evidence, weigh
from hexapla.align.folding import Side
from hexapla.align.grams import Grams, count
from hexapla.align.linking import FIRM_ROUNDS, WEAK_ROUNDS, Pool, link
from hexapla.align.shares import LEAST_MASS, Shares, share_out
from hexapla.align.support import Surroundings, equal_headings, surroundings
from hexapla.align.ties import Tie, Ties
from hexapla.model import Basis

__all__ = ["PairLink", "pair"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
HEADING = 0.30
"""an equal heading that is unique on both sides"""
LEAN = 0.25
"""likeness that lets a unit without partner join one that has some"""
LEAN_CROSSING = 0.10
LEAN_MARGIN = 0.04
NEWS = 0.4
"""share of what both have in common that the other's partners must not explain"""


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
        _Weighed(left, right, ties, mine, yours, grams).run()
    return _links(left, right, ties)


class _Weighed:
    """The units without equal partner, by position in their versions and in the evidence."""

    def __init__(self, left: Side, right: Side, ties: Ties, mine: Ints, yours: Ints, grams: Grams) -> None:
        self.ties, self.mine, self.yours = ties, mine, yours
        self.evidence = weigh(grams, np.arange(len(mine) + len(yours)), len(mine))
        self.around = surroundings(left, right)
        self.headed = equal_headings(left, right)
        self.at_left = np.full(left.size, -1)
        self.at_right = np.full(right.size, -1)
        self.at_left[mine] = np.arange(len(mine))
        self.at_right[yours] = np.arange(len(yours)) + len(mine)
        self.near = candidates(self.evidence)
        self.shares = Shares(self.evidence, np.concatenate([mine, yours]))

    def run(self) -> None:
        pool = self.pool()
        none = np.zeros(0, np.int64)
        link(pool, self.ties, self.around, FIRM_ROUNDS, (none, none))
        firm = self.ties.linked
        self.bind(firm[self.at_left[firm] >= 0])
        self.divide()
        busy = (
            np.array([tie.left for tie in self.ties.parts], np.int64),
            np.array([tie.right for tie in self.ties.parts], np.int64),
        )
        link(pool, self.ties, self.around, WEAK_ROUNDS, busy)
        fresh = np.setdiff1d(self.ties.linked, firm)
        self.bind(fresh)
        self.divide()
        self.lean()

    def pool(self) -> Pool:
        """Candidates by n-grams, and those with equal headings whatever their text."""
        same = self.mine[self.headed[self.mine] >= 0]
        same = same[self.at_right[self.headed[same]] >= 0]
        left, right = _joined(self.near, (self.at_left[same], self.at_right[self.headed[same]]))
        at_left, at_right = self.mine[left], self.yours[right - len(self.mine)]
        likeness = self.evidence.likeness(left, right) + HEADING * (self.headed[at_left] == at_right)
        return Pool(left=at_left, right=at_right, likeness=likeness)

    def bind(self, linked: Ints) -> None:
        for left, right in zip(self.at_left[linked], self.at_right[self.ties.to_right[linked]], strict=True):
            self.shares.bind(int(left), int(right))

    def divide(self) -> None:
        """Find the parts of splits and merges among the candidates and beside the links."""
        linked = self.ties.linked
        left, right = [], []
        for step_left, step_right in ((0, -1), (0, 1), (-1, 0), (1, 0)):
            one, other = linked + step_left, self.ties.to_right[linked] + step_right
            inside = (one >= 0) & (one < len(self.at_left)) & (other >= 0) & (other < len(self.at_right))
            left.append(self.at_left[one[inside]])
            right.append(self.at_right[other[inside]])
        beside = np.concatenate(left), np.concatenate(right)
        open_pairs = (beside[0] >= 0) & (beside[1] >= 0)
        pairs = _joined(self.near, (beside[0][open_pairs], beside[1][open_pairs]))
        self.add(share_out(self.shares, *pairs))

    def add(self, bound: Sequence[tuple[int, int, float]]) -> None:
        for left, right, score in bound:
            self.ties.parts.append(
                Tie(int(self.mine[left]), int(self.yours[right - len(self.mine)]), round(min(score, 1.0), 6))
            )

    def lean(self) -> None:
        """Let units that are still alone join their best counterpart, if what they share is news there."""
        alone = np.array([not partners for partners in self.shares.partners])
        left, right = self.near
        chosen = alone[left] != alone[right]
        left, right = left[chosen], right[chosen]
        if not len(left):
            return
        likeness = self.evidence.likeness(left, right)
        at_left, at_right = self.mine[left], self.yours[right - len(self.mine)]
        support, crossing = self.around.support(at_left, at_right, likeness, self.ties)
        score = np.round(likeness + support, 6)
        lonely = np.where(alone[left], left, right)
        order = np.lexsort((-score, lonely))
        jobs = []
        for position, at in enumerate(order.tolist()):
            unit = lonely[at]
            if position and lonely[order[position - 1]] == unit:
                continue
            rival = order[position + 1] if position + 1 < len(order) else at
            second = score[rival] if rival != at and lonely[rival] == unit else 0.0
            if (
                likeness[at] < LEAN
                or score[at] < LEAN + LEAN_CROSSING * crossing[at]
                or score[at] - second < LEAN_MARGIN
            ):
                continue
            other = int(right[at] if unit == left[at] else left[at])
            common, new = self.shares.news(int(left[at]), int(right[at]), other)
            if new >= NEWS * common and new >= 2 * LEAST_MASS:
                jobs.append((-score[at], int(left[at]), int(right[at])))
        for worth, one, other in sorted(jobs):
            self.shares.bind(one, other)
            self.add([(one, other, -worth)])


def _joined(*pairs: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Several sets of pairs as one, sorted, each pair once."""
    left = np.concatenate([pair[0] for pair in pairs])
    right = np.concatenate([pair[1] for pair in pairs])
    total = int(right.max(initial=0)) + 1
    code = np.unique(left * total + right)
    return code // total, code % total


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
