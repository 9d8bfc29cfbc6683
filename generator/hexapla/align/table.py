"""Rows of units over all versions, from the links of every pair."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from hexapla.align.decisions import Rulings
from hexapla.align.folding import Side
from hexapla.align.pairing import Pairing, pair
from hexapla.align.pairs import Ints
from hexapla.align.rows import Bonds, Strength, unite
from hexapla.align.sequence import Cells

__all__ = ["Pairings", "pairings", "united"]

Pairings = dict[tuple[int, int], Pairing]
"""by the places of two versions, in the direction in which they were read"""


def pairings(sides: Sequence[Side], rulings: Rulings) -> Pairings:
    """Link every pair of versions, always read in the same direction, whatever their order."""
    place = _places(sides)
    out = {}
    for pairing in combinations(range(len(sides)), 2):
        left, right = sorted(pairing, key=place.__getitem__)
        out[left, right] = pair(
            sides[left],
            sides[right],
            settled=rulings.settled(left, right),
            barred=rulings.barred(left, right),
        )
    return out


def united(sides: Sequence[Side], found: Pairings, rulings: Rulings) -> list[Cells]:
    """Unite units into rows.

    Versions are counted in an order of their contents, so that ties fall the same way whatever the order in
    which they were given.
    """
    order = sorted(range(len(sides)), key=_places(sides).__getitem__)
    sizes = np.array([sides[at].size for at in order], np.int64)
    begin = np.zeros(len(sides), np.int64)
    begin[order] = np.cumsum(sizes) - sizes
    version = np.repeat(np.array(order, np.int64), sizes)
    apart = {
        int(begin[at] + unit): frozenset(int(begin[at_] + other) for at_, other in others)
        for (at, unit), others in rulings.apart.items()
    }
    roots = unite(version, _bonds(sides, found, rulings, begin), apart)
    cells: dict[int, Cells] = {}
    unit = (np.arange(len(version)) - begin[version]).tolist()
    for at in np.argsort(version, kind="stable").tolist():
        cells.setdefault(int(roots[at]), {}).setdefault(int(version[at]), []).append(unit[at])
    return list(cells.values())


def _places(sides: Sequence[Side]) -> list[int]:
    """Per version its place in an order that contents alone decide; equal ones are interchangeable."""
    digests = [hashlib.sha256(b"\x1e".join(side.keys)).digest() for side in sides]
    order = sorted(range(len(sides)), key=digests.__getitem__)
    return [order.index(at) for at in range(len(sides))]


def _bonds(sides: Sequence[Side], found: Pairings, rulings: Rulings, begin: Ints) -> Bonds:
    repeated = [_repeated(side) for side in sides]
    declared = np.array(
        [(begin[one[0]] + one[1], begin[other[0]] + other[1]) for one, other in rulings.declared()], np.int64
    ).reshape(-1, 2)
    left, right = [declared[:, 0]], [declared[:, 1]]
    score = [np.ones(len(declared))]
    strength = [np.full(len(declared), Strength.DECLARED)]
    for (one, other), pairing in found.items():
        left.append(begin[one] + pairing.left)
        right.append(begin[other] + pairing.right)
        score.append(pairing.score)
        guessed = repeated[one][pairing.left] | repeated[other][pairing.right]
        strength.append(_strength(pairing, guessed))
    return Bonds.of(*(np.concatenate(parts) for parts in (left, right, score, strength)))


def _repeated(side: Side) -> NDArray[np.bool_]:
    """Tell of each unit whether its version has another that says the same."""
    often = Counter(side.keys)
    return np.array([often[each] > 1 for each in side.keys], np.bool_)


def _strength(pairing: Pairing, guessed: NDArray[np.bool_]) -> Ints:
    """Say what each link of a pair may do to rows."""
    if not pairing.related:
        return np.full(len(pairing.left), Strength.QUOTED)
    if pairing.translated:
        return np.full(len(pairing.left), Strength.TRANSLATED)
    return np.where(pairing.main & guessed, Strength.REPEATED, Strength.WORDING)
