"""Context evidence for a link: neighbours, cross-references, headings and numbers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hexapla.alignment.arrays import Bools, Floats, Ints
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.links import UNLINKED, PairLinks
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.roles import RoleComparison
from hexapla.alignment.sparse_tables import Counts, is_small, make_table_of_cells
from hexapla.text import make_key
from hexapla.units import Unit

FEW_UNITS = 500
"""units of a text below which its table of citations is a small one"""


def match_unique_headings(left: PreparedVersion, right: PreparedVersion) -> Ints:
    """Return per left unit the right unit with the same heading, if it is unique on both sides; else -1."""
    out = np.full(left.size, -1, np.int64)
    mine, yours = Counter(left.headings), Counter(right.headings)
    place = {heading: at for at, heading in enumerate(right.headings)}
    for at, heading in enumerate(left.headings):
        if heading and mine[heading] == 1 and yours[heading] == 1:
            out[at] = place[heading]
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkContext:
    """The context evidence of a pair of versions that does not depend on its links."""

    weights: LinkWeights
    same_number: tuple[Ints, Ints]
    """per unit a code of its id; units with equal ids have equal numbers"""
    cites: tuple[Counts, Counts]
    """unit x unit of the same side: 1 where the unit of the row cites that of the column"""
    divisions: tuple[Ints, Ints]
    """per unit a code of the headings above it; equal codes mean equal headings, 0 means none"""
    roles: RoleComparison

    @classmethod
    def of(
        cls, left: PreparedVersion, right: PreparedVersion, open_: tuple[Ints, Ints], weights: LinkWeights
    ) -> "LinkContext":
        """Collect the context evidence of two versions; `open_` are the positions of unlinked units."""
        codes: dict[str, int] = {}
        mine, yours = (
            np.array([codes.setdefault(name, len(codes)) for name in side.ids], np.int64)
            for side in (left, right)
        )
        titles: dict[str, int] = {"": 0}
        small = max(left.size, right.size) < FEW_UNITS
        above, over = (number_division_titles(side.units, titles) for side in (left, right))
        return cls(
            weights=weights,
            same_number=(mine, yours),
            cites=(build_citation_matrix(left, small=small), build_citation_matrix(right, small=small)),
            divisions=(above, over),
            roles=RoleComparison.of(left.units, right.units, open_),
        )

    def support(self, left: Ints, right: Ints, likeness: Floats, links: PairLinks) -> tuple[Floats, Bools]:
        """Return per pair the sum of its context scores, and whether it breaks the order of the links."""
        total, *further = self.terms(left, right, likeness, links).values()
        for term in further:
            total = total + term
        return total, find_crossing_pairs(left, right, links)

    def terms(self, left: Ints, right: Ints, likeness: Floats, links: PairLinks) -> dict[str, Floats]:
        """Return per pair its context scores, by kind of evidence, named as the fields of `Weights`."""
        weights = self.weights
        return {
            "neighbours": weights.neighbours * score_neighbours(left, right, links),
            "division": weights.division * self._division(left, right, links),
            "references": weights.references * self._references(left, right, likeness, links),
            "same_number": weights.same_number * (self.same_number[0][left] == self.same_number[1][right]),
            "roles": weights.role_support * self.roles.share(left, right)
            - weights.role_against * self.roles.clash(left, right),
        }

    def fit(self, left: Ints, right: Ints) -> Floats:
        """Return by how much what the units of each pair are for raises or lowers their likeness."""
        shared = 1 + self.weights.role_shared * self.roles.share(left, right)
        fit: Floats = shared * (1 - self.weights.role_clash * self.roles.clash(left, right))
        return fit

    def _division(self, left: Ints, right: Ints, links: PairLinks) -> Floats:
        """Score each pair by the headings above it, 0 to 1.

        1 under equal headings; else the share of the units under the left heading that are linked to units
        under the right one; 0 if a unit has no heading above it.
        """
        mine, yours = self.divisions
        linked = links.linked
        width = int(max(mine.max(initial=0), yours.max(initial=0))) + 1
        known, often = np.unique(mine[linked] * width + yours[links.to_right[linked]], return_counts=True)
        whole = np.bincount(mine[linked], minlength=width)
        asked = mine[left] * width + yours[right]
        place = np.searchsorted(known, asked)
        common = np.where(np.append(known, -1)[place] == asked, np.append(often, 0)[place], 0)
        share = np.where(mine[left] == yours[right], 1.0, common / (whole[mine[left]] + 1))
        return np.where((mine[left] > 0) & (yours[right] > 0), share, 0.0)

    def _references(self, left: Ints, right: Ints, likeness: Floats, links: PairLinks) -> Floats:
        mine, yours = self.cites
        out = np.zeros(len(left))
        if not mine.nnz or not yours.nnz:
            return out
        linked = links.linked
        shape = mine.shape[0], yours.shape[0]
        across = make_table_of_cells(linked, links.to_right[linked], shape, small=is_small(mine))
        led = (mine @ across).tocsr()
        targets = np.diff(led.indptr)
        both_refer = (targets[left] > 0) & (np.diff(yours.indptr)[right] > 0)
        asked = np.flatnonzero(both_refer & (likeness > self.weights.references_from))
        if len(asked):
            both = led[left[asked]].multiply(yours[right[asked]]).tocsr()
            met = np.diff(both.indptr)
            elsewhere = self.weights.references_elsewhere
            out[asked] = np.where(met > 0, met / targets[left[asked]], elsewhere)
        return out


def number_division_titles(units: Sequence[Unit], titles: dict[str, int]) -> Ints:
    """Return per unit the number of the headings above it, and give numbers to those that have none yet.

    The units of a division have one tuple of divisions in common, which is read once.
    """
    known: dict[int, int] = {}
    for unit in units:
        if id(unit.divisions) not in known:
            known[id(unit.divisions)] = titles.setdefault(join_division_titles(unit), len(titles))
    return np.array([known[id(unit.divisions)] for unit in units], np.int64)


def join_division_titles(unit: Unit) -> str:
    """Join the keys of the headings of the divisions above a unit, outermost first, with slashes."""
    return "/".join(make_key(above.heading or above.text or above.number or "") for above in unit.divisions)


@dataclass(frozen=True, slots=True)
class Around:
    """Per unit of one side the nearest linked units before and after it, and their partners."""

    before: Ints
    before_partner: Ints
    after: Ints
    after_partner: Ints


def look_around(partner: Ints, size: int) -> Around:
    """Find the nearest linked units of every unit; the ends of both texts count as linked to each other.

    Args:
        partner: per unit its partner on the other side, negative if none, shape (units,).
        size: number of units of the other side.
    """
    linked = np.flatnonzero(partner >= 0)
    place = np.concatenate([[-1], linked, [len(partner)]])
    other = np.concatenate([[-1], partner[linked], [size]])
    every = np.arange(len(partner))
    left = np.searchsorted(place, every) - 1
    right = np.searchsorted(place, every, side="right")
    return Around(place[left], other[left], place[right], other[right])


def find_crossing_pairs(left: Ints, right: Ints, links: PairLinks) -> Bools:
    """Return per pair whether it breaks the order of the longest chain of main links."""
    chain = links.chain
    partner = np.full(len(links.to_right), -1, np.int64)
    partner[chain] = links.to_right[chain]
    near = look_around(partner, len(links.to_left))
    inside: Bools = (near.before_partner[left] < right) & (right < near.after_partner[left])
    return ~inside


def measure_gaps(left: Ints, links: PairLinks) -> Floats:
    """Return per pair how many pairs of unlinked units lie between the links around its left unit.

    1 at least; it tells nothing of pairs that break the order.
    """
    chain = links.chain
    partner = np.full(len(links.to_right), -1, np.int64)
    partner[chain] = links.to_right[chain]
    near = look_around(partner, len(links.to_left))
    count = 1.0
    for ends, partners in (
        ((near.before[left], near.after[left]), links.to_right),
        ((near.before_partner[left], near.after_partner[left]), links.to_left),
    ):
        free = np.concatenate([[0], np.cumsum(partners == UNLINKED)])
        count = count * np.maximum(1, free[ends[1]] - free[ends[0] + 1])
    cells: Floats = np.asarray(count, np.float64)
    return cells


def score_neighbours(left: Ints, right: Ints, links: PairLinks) -> Floats:
    """Score each pair by its nearest links before and after, 0 to 1.

    1 if both neighbours are linked to both neighbours of the other unit; less the farther the links are.
    """
    near = look_around(links.to_right, len(links.to_left))
    out = np.zeros(len(left))
    for mine, yours in (
        (left - near.before[left], right - near.before_partner[left]),
        (near.after[left] - left, near.after_partner[left] - right),
    ):
        in_step = (mine > 0) & (yours > 0)
        out += np.where(in_step, 0.5 / np.maximum(1, np.maximum(mine, yours)), 0.0)
    return out


def build_citation_matrix(side: PreparedVersion, *, small: bool) -> Counts:
    """Build the matrix of cross-references within a version.

    Returns:
        unit x unit, 1 where the unit of the row cites that of the column; references of a unit to itself are
        left out.
    """
    places = map_labels_to_units(side.labels)
    pairs = {
        (at, places[target])
        for at, targets in enumerate(side.references)
        for target in targets
        if target in places and places[target] != at
    }
    at = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    return make_table_of_cells(at[:, 0], at[:, 1], (side.size, side.size), small=small)


def map_labels_to_units(labels: Sequence[str]) -> dict[str, int]:
    """Return the position of each label; of repeated labels the first."""
    return {label: at for at, label in reversed(list(enumerate(labels))) if label}
