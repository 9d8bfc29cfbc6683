"""Two versions: anchors, weighed links, and whether they are versions of one text at all."""

from dataclasses import dataclass

from hexapla.align.anchors import anchor
from hexapla.align.folding import Side
from hexapla.align.relation import Kinship, kinship
from hexapla.align.reuse import reuse
from hexapla.align.ties import FREE, TAKEN, Tie, Ties
from hexapla.align.weighing import Weighing
from hexapla.model import Basis

__all__ = ["PairLink", "Pairing", "pair"]

QUOTED = 0.6
"""score from which a link between unrelated texts is kept, as reuse of a text"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLink:
    """Two units of two versions that belong together."""

    left: int
    right: int
    score: float
    basis: Basis
    main: bool
    """the one link of both units; others are parts of splits and merges"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The links of two versions."""

    links: tuple[PairLink, ...]
    related: bool
    """False: the texts have too little in common; only what is quoted word by word is linked"""


def pair(
    left: Side,
    right: Side,
    *,
    settled: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
    barred: frozenset[tuple[int, int]] = frozenset(),
) -> Pairing:
    """Link the units of two versions.

    Args:
        left: one version.
        right: the other.
        settled: units of either side about whose partners an editor has decided; left alone.
        barred: pairs that an editor keeps apart.
    """
    ties = Ties.empty(left.size, right.size)
    ties.to_right[sorted(settled[0])] = TAKEN
    ties.to_left[sorted(settled[1])] = TAKEN
    anchor(left, right, ties)
    for at, other in barred:
        if ties.to_right[at] == other:
            ties.to_right[at] = ties.to_left[other] = FREE
    if (ties.to_right == FREE).any() and (ties.to_left == FREE).any():
        Weighing(left, right, ties, barred).run()
    kin = kinship(left, right, ties)
    if kin is Kinship.UNRELATED:
        _forget(ties)
    elif kin is Kinship.LOOSE:
        ties.parts.extend(reuse(left, right, ties, barred))
    return Pairing(links=_links(left, right, ties), related=kin is not Kinship.UNRELATED)


def _forget(ties: Ties) -> None:
    linked = ties.linked
    doubtful = linked[ties.score[linked] < QUOTED]
    ties.to_left[ties.to_right[doubtful]] = FREE
    ties.to_right[doubtful] = FREE
    ties.parts.clear()


def _links(left: Side, right: Side, ties: Ties) -> tuple[PairLink, ...]:
    linked = ties.linked
    places = zip(linked.tolist(), ties.to_right[linked].tolist(), ties.score[linked].tolist(), strict=True)
    main = [
        PairLink(left=at, right=other, score=score, basis=_basis(left, right, at, other), main=True)
        for at, other, score in places
    ]
    return (*main, *(_part(tie) for tie in ties.parts))


def _part(tie: Tie) -> PairLink:
    return PairLink(left=tie.left, right=tie.right, score=tie.score, basis=Basis.CONTAINMENT, main=False)


def _basis(left: Side, right: Side, at: int, other: int) -> Basis:
    return Basis.IDENTICAL if left.keys[at] == right.keys[other] else Basis.WORDING
