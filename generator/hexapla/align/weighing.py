"""Units without an equal partner: what the candidates are, and the steps that link them."""

import numpy as np
from numpy.typing import NDArray

from hexapla.align.candidates import candidates
from hexapla.align.evidence import weigh
from hexapla.align.folding import Side
from hexapla.align.grams import count
from hexapla.align.leaning import lean
from hexapla.align.linking import FIRM_ROUNDS, WEAK_ROUNDS, Pool, fill, link
from hexapla.align.pairs import Ints, Pairs, joined
from hexapla.align.places import same_place
from hexapla.align.shares import Shares, share_out
from hexapla.align.support import Surroundings, equal_headings
from hexapla.align.ties import FREE, Tie, Ties

__all__ = ["Weighing"]

Floats = NDArray[np.float64]
HEADING = 0.30
"""an equal heading that is unique on both sides"""


class Weighing:
    """The free units of two versions on one scale; positions here count the right side on after the left."""

    def __init__(self, left: Side, right: Side, ties: Ties, barred: frozenset[tuple[int, int]]) -> None:
        """Weigh the n-grams of the units that are still free."""
        self.ties = ties
        self.around = Surroundings.of(left, right)
        self.left, self.right = np.flatnonzero(ties.to_right == FREE), np.flatnonzero(ties.to_left == FREE)
        grams = count(((left, self.left), (right, self.right)))
        self.evidence = weigh(grams, np.arange(len(self.left) + len(self.right)), len(self.left))
        self.here = np.full(left.size, -1)
        self.there = np.full(right.size, -1)
        self.here[self.left] = np.arange(len(self.left))
        self.there[self.right] = np.arange(len(self.right)) + len(self.left)
        self.barred = barred
        self.headed = equal_headings(left, right)
        self.near = self._allowed(candidates(self.evidence))
        self.shares = Shares(self.evidence, np.concatenate([self.left, self.right]))

    def run(self) -> None:
        """Link the firm first, then parts of splits and merges, then the weak, then who is still alone."""
        pool = self._pool(self.near)
        link(pool, self.ties, self.around, FIRM_ROUNDS)
        firm = self.ties.linked[self.here[self.ties.linked] >= 0]
        self._bind(firm)
        self._divide()
        link(pool, self.ties, self.around, WEAK_ROUNDS)
        linked = self.ties.linked[self.here[self.ties.linked] >= 0]
        self._bind(np.setdiff1d(linked, firm))
        self._divide()
        self._add(lean(self.shares, self.near, self._standing))

    def complete(self) -> None:
        """Link what stands alone at the same place, in texts that are known to be related.

        Twice, since a link may make two more units stand at one place.
        """
        for _ in range(2):
            left, right = same_place(self.ties)
            fill(self._pool((self.here[left], self.there[right])), self.ties, self.around)

    def _pool(self, near: Pairs) -> Pool:
        """Pairs to be weighed: the given ones, and those with equal headings whatever their text."""
        same = self.left[self.headed[self.left] >= 0]
        same = same[self.there[self.headed[same]] >= 0]
        left, right = self._allowed(joined(near, (self.here[same], self.there[self.headed[same]])))
        at_left, at_right = self._places((left, right))
        likeness = self.evidence.likeness(left, right) + HEADING * (self.headed[at_left] == at_right)
        return Pool(left=at_left, right=at_right, likeness=likeness)

    def _standing(self, pairs: Pairs, likeness: Floats) -> tuple[Floats, NDArray[np.bool_]]:
        """Support of pairs, and whether they break the order."""
        return self.around.support(*self._places(pairs), likeness, self.ties)

    def _places(self, pairs: Pairs) -> Pairs:
        return self.left[pairs[0]], self.right[pairs[1] - len(self.left)]

    def _allowed(self, pairs: Pairs) -> Pairs:
        """Leave out the pairs that an editor keeps apart."""
        if not self.barred:
            return pairs
        places = zip(*(side.tolist() for side in self._places(pairs)), strict=True)
        good = np.array([place not in self.barred for place in places], bool)
        return pairs[0][good], pairs[1][good]

    def _bind(self, linked: Ints) -> None:
        for left, right in zip(
            self.here[linked].tolist(), self.there[self.ties.to_right[linked]].tolist(), strict=True
        ):
            self.shares.bind(left, right)

    def _divide(self) -> None:
        """Find the parts of splits and merges among the candidates and beside the links."""
        linked = self.ties.linked
        beside = []
        for step_left, step_right in ((0, -1), (0, 1), (-1, 0), (1, 0)):
            one, other = linked + step_left, self.ties.to_right[linked] + step_right
            inside = (one >= 0) & (one < len(self.here)) & (other >= 0) & (other < len(self.there))
            left, right = self.here[one[inside]], self.there[other[inside]]
            free = (left >= 0) & (right >= 0)
            beside.append((left[free], right[free]))
        self._add(share_out(self.shares, self._allowed(joined(self.near, *beside))))

    def _add(self, bound: list[tuple[int, int, float]]) -> None:
        for left, right, score in bound:
            place = int(self.left[left]), int(self.right[right - len(self.left)])
            self.ties.parts.append(Tie(*place, round(min(score, 1.0), 6)))
