"""The table of rows: unite linked units of all versions into rows, and put the rows in order.

The comparison of two versions must not depend on a third. Therefore a link by wording is never dropped
because of a third version: if a version prints an article twice, in its present and its future wording, both
come into one row, and the comparison of two versions reads their own links (`comparison/pair_rows.py`). Only
guessed links (by order, by structure, or from a quotation) can be dropped: they join rows that have no
version in common, strongest first.

A row that an incomplete version lacks may lie in its missing text. A row that a cut-off version lacks lies
before or after the cut. The versions that have the row decide: it lies before the cut if, in one of them, a
later row exists that the cut-off version also has. If no version decides, the row counts as beyond the cut,
since a claim of deletion needs evidence. Fragments are treated the same way in the opposite direction.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from hexapla.alignment.arrays import Bools, Floats, Ints
from hexapla.alignment.decisions import ResolvedDecisions
from hexapla.alignment.prepared import PreparedVersion, rank_by_content
from hexapla.alignment.version_pair import PairAlignment, PairAlignments
from hexapla.model import Completeness, Version
from hexapla.sequences import longest_increasing

RowCells = dict[int, list[int]]
"""positions of the units of a row, per version that has some"""


class LinkPriority(IntEnum):
    """Which rows a link may unite, in the order in which links are processed."""

    DECLARED = 0
    """unites whatever it joins"""
    REPEATED = 1
    """between texts that a version has more than once (“Repealed.”): the pairing is guessed from their order,
    so it joins only rows that have no version in common"""
    WORDING = 2
    """between two versions of a text, also as part of a split or a merge: unites whatever it joins"""
    TRANSLATED = 3
    """between languages: as REPEATED, after links by wording"""
    QUOTED = 4
    """between unrelated texts: as REPEATED, but at most one such link per row, so that an unrelated
    text does not bring other units together"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedLinks:
    """Links between units of any two versions."""

    left: Ints
    right: Ints
    score: Floats
    strength: Ints

    @classmethod
    def of(cls, left: Ints, right: Ints, score: Floats, strength: Ints) -> "RankedLinks":
        """Sort links by priority, score and position, whatever the order in which they were found."""
        left, right = np.minimum(left, right), np.maximum(left, right)
        order = np.lexsort((right, left, -score, strength))
        return cls(left=left[order], right=right[order], score=score[order], strength=strength[order])


def build_rows(
    sides: Sequence[PreparedVersion], found: PairAlignments, rulings: ResolvedDecisions
) -> list[RowCells]:
    """Unite units into rows.

    Here a unit is identified by one number, its position when the units of all versions are numbered on:
    numbers are faster than tuples. Versions are ordered by content, so that ties are broken the same way
    whatever the order in which they were given.
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
    ranked = np.argsort(version, kind="stable")
    unit = np.arange(len(version)) - begin[version]
    columns = (each[ranked].tolist() for each in (roots, version, unit))
    for root, column, at in zip(*columns, strict=True):
        cells.setdefault(root, {}).setdefault(column, []).append(at)
    return list(cells.values())


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


def mark_repeated_units(side: PreparedVersion) -> Bools:
    """Return per unit whether its version has another unit with the same key."""
    often = Counter(side.keys)
    return np.array([often[each] > 1 for each in side.keys], np.bool_)


def assign_priorities(pairing: PairAlignment, guessed: Bools) -> Ints:
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


def unite_linked_units(version: Ints, bonds: RankedLinks, apart: Mapping[int, frozenset[int]]) -> Ints:
    """Unite units into rows; return per unit the unit that represents its row, shape (units,).

    Post-conditions:
        1. Every unit stands in exactly one row.
        2. The rows do not depend on the order in which links were found.
        3. Units linked by wording or by an editor are in one row, unless a decision keeps them apart.
        4. No row contains two units that a decision keeps apart.

    Args:
        version: per unit its version.
        bonds: links, in the order in which they are processed.
        apart: per unit the units that must not be in its row, whatever links them.
    """
    sets = DisjointSets(version.tolist(), apart)
    for left, right, strength in zip(
        bonds.left.tolist(), bonds.right.tolist(), bonds.strength.tolist(), strict=True
    ):
        one, other = sets.root(left), sets.root(right)
        if one != other and sets.allows(one, other, strength):
            sets.join(one, other, strength)
    return np.array([sets.root(unit) for unit in range(len(version))], np.int64)


class DisjointSets:
    """Disjoint sets of units (union-find) that record which versions each set contains."""

    def __init__(self, version: list[int], apart: Mapping[int, frozenset[int]]) -> None:
        """Put every unit into a set of its own.

        Args:
            version: per unit its version.
            apart: per unit the units that must not be in its set.
        """
        self.parent = list(range(len(version)))
        self.size = [1] * len(version)
        self.versions = [1 << at for at in version]
        """per set, one bit per version"""
        self.quoting = bytearray(len(version))
        self.apart = apart

    def root(self, unit: int) -> int:
        """Return the unit that represents the set of a unit; shortens the path to it."""
        parent = self.parent
        while parent[unit] != unit:
            parent[unit] = parent[parent[unit]]
            unit = parent[unit]
        return unit

    def allows(self, left: int, right: int, strength: int) -> bool:
        """Tell whether a link of the given priority may unite the sets of two roots."""
        if self.apart and self._kept_apart({left, right}):
            return False
        if strength in (LinkPriority.DECLARED, LinkPriority.WORDING):
            return True
        if self.versions[left] & self.versions[right]:
            return False
        return strength != LinkPriority.QUOTED or not (self.quoting[left] or self.quoting[right])

    def join(self, left: int, right: int, strength: int) -> None:
        """Unite the sets of two roots; a quotation marks the united set."""
        if self.size[left] < self.size[right]:
            left, right = right, left
        self.parent[right] = left
        self.size[left] += self.size[right]
        self.versions[left] |= self.versions[right]
        self.quoting[left] |= self.quoting[right] | (strength == LinkPriority.QUOTED)

    def _kept_apart(self, roots: set[int]) -> bool:
        """Tell whether a decision keeps two sets apart; tries all decisions, since they are few."""
        return any(
            {self.root(unit), self.root(other)} == roots
            for unit, others in self.apart.items()
            for other in others
        )


def order_rows(rows: Sequence[RowCells], versions: int) -> list[RowCells]:
    """Put rows in order, version by version.

    Post-conditions:
        1. The first version's column is in its own order (a row is placed by its first unit).
        2. Of each further version, as many of the rows already placed as possible are in its own order; the
           others count as moved. A new row follows the row that precedes it in that version.
    """
    order: list[int] = []
    for version in range(versions):
        column = sorted((row[version][0], at) for at, row in enumerate(rows) if version in row)
        order = insert_column(order, [at for _, at in column])
    return [rows[at] for at in order]


def insert_column(order: list[int], column: list[int]) -> list[int]:
    """Merge the rows of a further version into the order of rows.

    Args:
        order: positions of the rows placed so far, in order.
        column: positions of the rows of the further version, in its own order.

    Returns:
        The new order. Each new row follows the nearest row before it in `column` that is already in order.
    """
    place = {at: position for position, at in enumerate(order)}
    known = [at for at in column if at in place]
    in_order = {known[position] for position in longest_increasing([place[at] for at in known])}
    following: dict[int, list[int]] = {}
    last = -1 if in_order or not order else order[-1]  # rows that share no version with others go to the end
    for at in column:
        if at in in_order:
            last = at
        elif at not in place:
            following.setdefault(last, []).append(at)
    out = following.get(-1, [])
    for at in order:
        out.append(at)
        out.extend(following.get(at, ()))
    return out


def find_versions_not_in_text(rows: Sequence[RowCells], versions: Sequence[Version]) -> list[list[int]]:
    """Return per row the incomplete versions whose absence from it is not evidence of deletion."""
    out: list[list[int]] = [[] for _ in rows]
    for at, version in enumerate(versions):
        if version.completeness is Completeness.WHOLE:
            continue
        for row in find_rows_beyond_cut(
            rows, at, len(versions), ends=version.completeness is Completeness.CUT_OFF
        ):
            out[row].append(at)
    return out


def find_rows_beyond_cut(rows: Sequence[RowCells], cut: int, versions: int, *, ends: bool) -> list[int]:
    """Find the rows that lie, or may lie, in the missing text of an incomplete version.

    Args:
        rows: all rows, as positions of units per version.
        cut: position of the incomplete version.
        versions: number of versions.
        ends: True if the end of the version is missing, False if its beginning is.
    """
    lacking = {row for row, cells in enumerate(rows) if cut not in cells}
    near: set[int] = set()
    far: set[int] = set()
    for witness in range(versions):
        if witness == cut:
            continue
        column = sorted((cells[witness][0], row) for row, cells in enumerate(rows) if witness in cells)
        sequence = [row for _, row in column]
        common = [place for place, row in enumerate(sequence) if row not in lacking]
        if not common:
            continue
        order = longest_increasing([rows[sequence[place]][cut][0] for place in common])
        edge = common[order[-1]] if ends else common[order[0]]
        before, after = set(sequence[:edge]), set(sequence[edge + 1 :])
        near |= before if ends else after
        far |= after if ends else before
    return sorted(row for row in lacking if row not in near or row in far)
