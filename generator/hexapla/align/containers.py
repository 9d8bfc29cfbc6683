"""Headings whose text moved to the clauses below them, or came up from there.

`8. Termination` with a text became `8. Termination` without one and `8.1.` to `8.4.` with it. The text leads
to `8.1.`; the heading belongs to the same unit, and no wording can tell.
"""

from collections.abc import Sequence

from hexapla.align.folding import Side
from hexapla.align.ties import FREE, Tie, Ties

__all__ = ["contain"]

SCORE = 0.5
"""wording is not asked: the same heading above linked clauses"""


def contain(left: Side, right: Side, ties: Ties) -> list[Tie]:
    """Link lone headings to the unit that begins with the same words and is linked to a clause below them."""
    found = [Tie(at, other, SCORE) for at, other in _held(left, right, ties.to_right.tolist(), _parts(ties))]
    back = _held(right, left, ties.to_left.tolist(), [(other, at) for at, other in _parts(ties)])
    return found + [Tie(at, other, SCORE) for other, at in back]


def _parts(ties: Ties) -> list[tuple[int, int]]:
    return [(tie.left, tie.right) for tie in ties.parts]


def _held(
    side: Side, other: Side, partner: Sequence[int], parts: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    busy = {at for at, _ in parts}
    beside: dict[int, list[int]] = {}
    for at, there in (*enumerate(partner), *parts):
        if there >= 0:
            beside.setdefault(at, []).append(there)
    out = []
    for at, unit in enumerate(side.units[:-1]):
        if partner[at] != FREE or at in busy or unit.text or not unit.heading:
            continue
        under = (there for below in _below(side, at) for there in beside.get(below, ()))
        held = next((there for there in under if other.keys[there].startswith(side.keys[at])), None)
        if held is not None:
            out.append((at, held))
    return out


def _below(side: Side, at: int) -> range:
    """Units under a heading that is a unit itself."""
    depth = side.units[at].clause.depth
    end = at + 1
    while end < side.size and side.units[end].clause.depth > depth:
        end += 1
    return range(at + 1, end)
