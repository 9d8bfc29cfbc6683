"""Build rows of units over all versions from the links of every pair of versions."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.decisions import ResolvedDecisions
from hexapla.alignment.link_weights import DEFAULT, LinkWeights
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.row_order import RowCells
from hexapla.alignment.row_union import LinkPriority, RankedLinks, unite_linked_units
from hexapla.alignment.trace import Trace
from hexapla.alignment.unit_pairs import Ints
from hexapla.alignment.version_pair import PairAlignment, align_pair

PairAlignments = dict[tuple[int, int], PairAlignment]
"""the links of each pair of versions, by their positions (left, right)"""


def align_all_pairs(
    sides: Sequence[PreparedVersion],
    rulings: ResolvedDecisions,
    weights: LinkWeights = DEFAULT,
    trace: Trace | None = None,
) -> PairAlignments:
    """Align every pair of versions; which is left depends on their contents, not on their order."""
    place = rank_by_content(sides)
    out = {}
    for pairing in combinations(range(len(sides)), 2):
        left, right = sorted(pairing, key=place.__getitem__)
        out[left, right] = align_pair(
            sides[left],
            sides[right],
            settled=rulings.settled(left, right),
            barred=rulings.barred(left, right),
            weights=weights,
            trace=trace if trace is not None and trace.begin(left, right) else None,
        )
    return out


def build_rows(
    sides: Sequence[PreparedVersion], found: PairAlignments, rulings: ResolvedDecisions
) -> list[RowCells]:
    """Unite units into rows.

    Versions are ordered by content, so that ties are broken the same way whatever the order in which they
    were given.
    """
    order = sorted(range(len(sides)), key=rank_by_content(sides).__getitem__)
    sizes = np.array([sides[at].size for at in order], np.int64)
    begin = np.zeros(len(sides), np.int64)
    begin[order] = np.cumsum(sizes) - sizes
    version = np.repeat(np.array(order, np.int64), sizes)
    apart = {
        int(begin[at] + unit): frozenset(int(begin[at_] + other) for at_, other in others)
        for (at, unit), others in rulings.apart.items()
    }
    roots = unite_linked_units(version, collect_ranked_links(sides, found, rulings, begin), apart)
    cells: dict[int, RowCells] = {}
    unit = (np.arange(len(version)) - begin[version]).tolist()
    for at in np.argsort(version, kind="stable").tolist():
        cells.setdefault(int(roots[at]), {}).setdefault(int(version[at]), []).append(unit[at])
    return list(cells.values())


def rank_by_content(sides: Sequence[PreparedVersion]) -> list[int]:
    """Return per version its rank in an order that depends on the contents only (SHA-256 of the keys)."""
    digests = [hashlib.sha256(b"\x1e".join(side.keys)).digest() for side in sides]
    order = sorted(range(len(sides)), key=digests.__getitem__)
    return [order.index(at) for at in range(len(sides))]


def collect_ranked_links(
    sides: Sequence[PreparedVersion], found: PairAlignments, rulings: ResolvedDecisions, begin: Ints
) -> RankedLinks:
    """Collect the declared links and the links of all pairs of versions, ranked by priority.

    Args:
        sides: all versions, prepared.
        found: the links of every pair of versions.
        rulings: an editor's decisions.
        begin: per version the number of its first unit when all units are numbered on, shape (versions,).
    """
    repeated = [mark_repeated_units(side) for side in sides]
    declared = np.array(
        [(begin[one[0]] + one[1], begin[other[0]] + other[1]) for one, other in rulings.declared()], np.int64
    ).reshape(-1, 2)
    left, right = [declared[:, 0]], [declared[:, 1]]
    score = [np.ones(len(declared))]
    strength = [np.full(len(declared), LinkPriority.DECLARED)]
    for (one, other), pairing in found.items():
        left.append(begin[one] + pairing.left)
        right.append(begin[other] + pairing.right)
        score.append(pairing.score)
        guessed = repeated[one][pairing.left] | repeated[other][pairing.right]
        strength.append(assign_priorities(pairing, guessed))
    return RankedLinks.of(*(np.concatenate(parts) for parts in (left, right, score, strength)))


def mark_repeated_units(side: PreparedVersion) -> NDArray[np.bool_]:
    """Return per unit whether its version has another unit with the same key."""
    often = Counter(side.keys)
    return np.array([often[each] > 1 for each in side.keys], np.bool_)


def assign_priorities(pairing: PairAlignment, guessed: NDArray[np.bool_]) -> Ints:
    """Return the priority (`LinkPriority`) of each link of a pair of versions.

    Args:
        pairing: the links of the pair.
        guessed: per link whether one of its units repeats in its version.
    """
    if not pairing.related:
        return np.full(len(pairing.left), LinkPriority.QUOTED)
    if pairing.translated:
        return np.full(len(pairing.left), LinkPriority.TRANSLATED)
    return np.where(pairing.main & guessed, LinkPriority.REPEATED, LinkPriority.WORDING)
