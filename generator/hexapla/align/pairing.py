"""Two versions: anchors, weighed links, and whether they are versions of one text at all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hexapla.align.anchors import anchor, settle_repeats
from hexapla.align.containers import contain
from hexapla.align.folding import Side
from hexapla.align.pairs import Ints
from hexapla.align.relation import Kinship, kinship
from hexapla.align.reuse import reuse
from hexapla.align.ties import FREE, TAKEN, Ties
from hexapla.align.translation import foreign, translate
from hexapla.align.weighing import Weighing
from hexapla.model import CHECK_FROM, Basis

__all__ = ["Pairing", "pair"]

QUOTED = 0.6
"""score from which a link between unrelated texts is kept, as reuse of a text"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The links of two versions: units of one, of the other, and per link why."""

    left: Ints
    right: Ints
    score: NDArray[np.float64]
    basis: tuple[Basis, ...]
    main: NDArray[np.bool_]
    """the one link of both units; others are parts of splits and merges"""
    translated: bool
    """the versions are in different languages; structure made the links"""
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
    if foreign(left, right):
        related = translate(left, right, ties, barred)
        return _paired(left, right, ties, related=related, translated=True)
    weighing = Weighing(left, right, ties, barred)
    weighing.run()
    if not barred:  # where an editor has taken a repeated clause apart, order says nothing
        settle_repeats(left, right, ties)
    kin = kinship(left, right, ties)
    if kin is Kinship.RELATED:
        weighing.complete()
        ties.parts.extend(contain(left, right, ties))
    elif kin is Kinship.LOOSE:
        _forget(ties, CHECK_FROM)
        ties.parts.extend(reuse(left, right, ties, barred))
    else:
        _forget(ties, QUOTED)
    return _paired(left, right, ties, related=kin is not Kinship.UNRELATED)


def _forget(ties: Ties, least: float) -> None:
    """Drop links with smaller scores."""
    linked = ties.linked
    doubtful = linked[ties.score[linked] < least]
    ties.to_left[ties.to_right[doubtful]] = FREE
    ties.to_right[doubtful] = FREE
    ties.parts[:] = [tie for tie in ties.parts if tie.score >= least]


def _paired(left: Side, right: Side, ties: Ties, *, related: bool, translated: bool = False) -> Pairing:
    linked, parts = ties.linked, sorted(ties.parts)
    partner = ties.to_right[linked]
    basis = [
        _basis(left, right, at, other, translated=translated)
        for at, other in zip(linked.tolist(), partner.tolist(), strict=True)
    ]
    return Pairing(
        left=np.concatenate([linked, np.array([tie.left for tie in parts], np.int64)]),
        right=np.concatenate([partner, np.array([tie.right for tie in parts], np.int64)]),
        score=np.concatenate([ties.score[linked], [tie.score for tie in parts]]),
        basis=(*basis, *[Basis.CONTAINMENT] * len(parts)),
        main=np.arange(len(linked) + len(parts)) < len(linked),
        translated=translated,
        related=related,
    )


def _basis(left: Side, right: Side, at: int, other: int, *, translated: bool) -> Basis:
    if left.keys[at] == right.keys[other]:
        return Basis.IDENTICAL
    if not translated:
        return Basis.WORDING
    return Basis.NUMBER if left.labels[at] and left.labels[at] == right.labels[other] else Basis.STRUCTURE
