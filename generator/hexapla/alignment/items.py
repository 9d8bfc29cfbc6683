"""Link the paragraphs and items of two versions: inside rows, and across rows where a part went elsewhere.

Rows come first and are not questioned. Where a row has the same text on both sides its passages are linked
one by one. Where it differs, and between units that have no row in common, passages are matched by what they
say (`item_matching`). A row of units without parts tells all by itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import NamedTuple

import numpy as np

from hexapla.alignment.item_matching import Candidates, ItemMatcher, PassageTree
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.ngrams import count_ngrams
from hexapla.alignment.prepared import PreparedVersion, prepare_units
from hexapla.alignment.row_table import RowCells
from hexapla.alignment.tfidf import TfIdfSimilarity, find_candidate_pairs, weight_ngrams
from hexapla.alignment.trace import ItemTrace
from hexapla.alignment.version_pair import PairAlignments
from hexapla.languages.clause_roles import SANCTIONS, find_roles
from hexapla.model import Basis, Link
from hexapla.text import number_label
from hexapla.units import SENTENCE_ENDS, UnitPassage, list_passage_clauses, list_passages

Place = tuple[int, int]
"""a passage: positions of its unit, and of itself in the unit"""
Found = dict[tuple[Place, Place], tuple[Basis, float]]
"""links of two versions"""


class VersionPassages:
    """The passages of a version's units, read when they are asked for."""

    def __init__(self, side: PreparedVersion) -> None:
        """Read nothing yet."""
        self.side = side
        self._read: dict[int, tuple[UnitPassage, ...]] = {}
        self._ids: dict[int, tuple[str, ...]] = {}

    def of(self, unit: int) -> tuple[UnitPassage, ...]:
        """Return the passages of a unit, by its position."""
        if unit not in self._read:
            self._read[unit] = list_passages(self.side.units[unit])
        return self._read[unit]

    def ids(self, unit: int) -> tuple[str, ...]:
        """Return the ids of a unit's passages."""
        if unit not in self._ids:
            self._ids[unit] = tuple(clause.id for clause in list_passage_clauses(self.side.units[unit]))
        return self._ids[unit]

    def are_several(self, units: Sequence[int]) -> bool:
        """Tell whether one of the units has several passages."""
        return any(self.side.units[unit].parts and len(self.ids(unit)) > 1 for unit in units)

    def places(self, units: Sequence[int]) -> list[Place]:
        """Return the passages of units."""
        return [(unit, at) for unit in units for at in range(len(self.ids(unit)))]

    def lines(self, units: Sequence[int]) -> list[tuple[str, ...]]:
        """Return the lines of units."""
        return [self.side.units[unit].lines for unit in units]

    def end(self, place: Place) -> tuple[str, str]:
        """Return a passage by siglum and id."""
        return self.side.version.siglum, self.ids(place[0])[place[1]]


Ends = tuple[VersionPassages, VersionPassages]


class OpenRow(NamedTuple):
    """Units of both versions in a row, whose passages are to be matched; one side can be empty."""

    left: Sequence[int]
    right: Sequence[int]


def link_items(
    sides: Sequence[PreparedVersion],
    table: Sequence[RowCells],
    found: PairAlignments,
    weights: LinkWeights,
    trace: ItemTrace | None = None,
) -> tuple[Link, ...]:
    """Link the passages of every two versions; a unit's own first paragraph goes by the unit's id.

    `trace` records what decides about two of them.

    Post-conditions:
        1. Links name passages (`units.list_passages`). Rows of units without parts have none.
        2. A passage that is linked to one of its row is linked to none of another row.
        3. Links of two versions do not depend on their order, and on other versions by the rows alone.
    """
    own = [VersionPassages(side) for side in sides]
    out: list[Link] = []
    for one, other in combinations(range(len(sides)), 2):
        turned = (one, other) not in found
        key = (other, one) if turned else (one, other)
        seen = trace if trace is not None and trace.is_about(*key) else None
        links = link_passages((own[key[0]], own[key[1]]), key, table, found, weights, seen)
        straight = {pair[::-1] if turned else pair: how for pair, how in links.items()}
        out += [
            Link(a=own[one].end(here), b=own[other].end(there), basis=basis, score=score)
            for (here, there), (basis, score) in sorted(straight.items())
        ]
    return tuple(out)


def link_passages(
    ends: Ends,
    key: tuple[int, int],
    table: Sequence[RowCells],
    found: PairAlignments,
    weights: LinkWeights,
    trace: ItemTrace | None = None,
) -> Found:
    """Link the passages of two versions, given by their positions in `key`."""
    pairing = found[key]
    links: Found = {}
    both, alone = [], []
    for cells in table:
        row = OpenRow(cells.get(key[0], ()), cells.get(key[1], ()))
        if not row.left or not row.right:
            alone.append(row)
        elif (ends[0].are_several(row.left) or ends[1].are_several(row.right)) and not link_equal_rows(
            ends, row, links, translated=pairing.translated
        ):
            both.append(row)
    if pairing.translated:
        return links
    lone = alone if pairing.related else []
    here, there = ([unit for row in lone for unit in row[side]] for side in (0, 1))
    parted = (ends[0].are_several(here) or ends[1].are_several(there)) and bool(here and there)
    if both or parted:
        links |= match_passages(
            ends, [*both, *(row for row in lone if any(row))], weights, related=pairing.related, trace=trace
        )
    return links


def link_equal_rows(ends: Ends, row: OpenRow, links: Found, *, translated: bool) -> bool:
    """Link the passages of a row one by one if both sides say the same, or translate it in the same form."""
    left, right = (side.places(units) for side, units in zip(ends, row, strict=True))
    same = len(row.left) == len(row.right) == 1 and ends[0].lines(row.left) == ends[1].lines(row.right)
    if same and len(left) == len(right):
        links |= dict.fromkeys(zip(left, right, strict=True), (Basis.IDENTICAL, 1.0))
        return True
    if translated and [*forms(ends[0], left)] == [*forms(ends[1], right)]:
        links |= dict.fromkeys(zip(left, right, strict=True), (Basis.STRUCTURE, 0.5))
    return translated


def forms(side: VersionPassages, places: Sequence[Place]) -> Iterator[tuple[str, int | None]]:
    """Yield the number of each passage, and what leads it in."""
    for unit, at in places:
        passage = side.of(unit)[at]
        yield number_label(passage.unit.number) if at else "", passage.parent


def link_equal_passages(ends: Ends, row: OpenRow, links: Found) -> None:
    """Link what a row says in the same words equally often on both sides, in order; not what has items."""
    texts: dict[str, tuple[list[Place], list[Place]]] = defaultdict(lambda: ([], []))
    for which, (side, units) in enumerate(zip(ends, row, strict=True)):
        for unit in units:
            for at, passage in enumerate(side.of(unit)):
                if not passage.unit.parts and passage.unit.text:
                    texts[passage.unit.text][which].append((unit, at))
    for mine, yours in texts.values():
        if len(mine) == len(yours):
            links |= dict.fromkeys(zip(mine, yours, strict=True), (Basis.IDENTICAL, 1.0))


class PassagePool:
    """The passages of open rows that are not linked yet, of both sides, with their n-grams."""

    def __init__(
        self,
        ends: Ends,
        rows: Sequence[OpenRow],
        linked: tuple[AbstractSet[Place], AbstractSet[Place]],
        weights: LinkWeights,
    ) -> None:
        """Read all that are not among the linked ones of either side."""
        self.ends, self.rows, self.linked, self.weights = ends, rows, linked, weights
        self.places: list[Place] = []
        self.parents: list[int | None] = []
        self.members: list[tuple[range, range]] = [(range(0), range(0)) for _ in rows]
        """of each row its passages of either side, by position"""
        self.leaves: set[int] = set()
        """passages without items"""
        self.whole: list[bool] = []
        """whether a passage is all of its unit"""
        self.row: list[int] = []
        prepared = [self._read(side) for side in (0, 1)]
        self.size = prepared[0].size
        self.keys = (*prepared[0].keys, *prepared[1].keys)
        every = [np.arange(side.size) for side in prepared]
        grams = count_ngrams(tuple(zip(prepared, every, strict=True)), phrases=True)
        self.evidence: TfIdfSimilarity = weight_ngrams(grams, np.arange(len(self.places)), self.size, weights)

    def _read(self, which: int) -> PreparedVersion:
        side = self.ends[which]
        units = []
        for number, row in enumerate(self.rows):
            begin = len(self.places)
            for unit in row[which]:
                passages = side.of(unit)
                here: dict[int | None, int | None] = {None: None}
                for at, passage in enumerate(passages):
                    if (unit, at) in self.linked[which]:
                        continue
                    here[at] = len(self.places)
                    if not passage.unit.parts:
                        self.leaves.add(len(self.places))
                    units.append(passage.unit)
                    self.places.append((unit, at))
                    self.parents.append(here[passage.parent])
                    self.whole.append(len(passages) == 1)
                    self.row.append(number)
            mine = range(begin, len(self.places))
            self.members[number] = (
                (mine, self.members[number][1]) if not which else (self.members[number][0], mine)
            )
        return prepare_units(side.side.version, tuple(units), side.side.language)

    def passage(self, at: int) -> UnitPassage:
        """Return the passage at a position."""
        unit, place = self.places[at]
        return self.ends[at >= self.size].of(unit)[place]

    def is_sanction(self, at: int) -> bool:
        """Tell whether a passage, read with what leads it in, says what follows upon a breach."""
        texts, above = [self.passage(at).unit.text], self.parents[at]
        while above is not None:
            texts.append(self.passage(above).unit.clause.text)
            above = self.parents[above]
        return not SANCTIONS.isdisjoint(find_roles("\n".join(reversed(texts))))

    def is_title(self, at: int) -> bool:
        """Tell whether a passage is a heading that stands as text above the paragraphs of its unit."""
        first = not self.places[at][1] and not self.whole[at] and at in self.leaves
        return first and self.passage(at).unit.text[-1:] not in SENTENCE_ENDS

    def equal_pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the equal passages of each row that stand on both sides equally often, in order."""
        for left, right in self.members:
            found: dict[bytes, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
            for which, members in enumerate((left, right)):
                for at in members:
                    found[self.keys[at]][which].append(at)
            for key, (mine, yours) in found.items():
                if key and len(mine) == len(yours):
                    yield from zip(mine, yours, strict=True)

    def candidates(self, taken: set[int]) -> Candidates:
        """Return the pairs to be matched: all of a row, and across rows those that share rare n-grams.

        Two units without parts that stand in different rows are no pair: the rows have told them apart.
        """
        near = {
            (mine, yours)
            for mine, yours in zip(
                *(end.tolist() for end in find_candidate_pairs(self.evidence)), strict=True
            )
            if not (self.whole[mine] and self.whole[yours] and self.row[mine] != self.row[yours])
        }
        for left, right in self.members:
            mine, yours = ([at for at in side if at not in taken] for side in (left, right))
            if len(mine) * len(yours) <= self.weights.most_item_pairs:
                near |= {(here, there) for here in mine for there in yours}
        pairs = sorted(pair for pair in near if not taken.intersection(pair))
        at = np.array(pairs, np.int64).reshape(-1, 2)
        row = np.array(self.row, np.int64)
        return Candidates(at[:, 0], at[:, 1], row[at[:, 0]] == row[at[:, 1]])


def match_passages(
    ends: Ends,
    rows: Sequence[OpenRow],
    weights: LinkWeights,
    *,
    related: bool,
    trace: ItemTrace | None = None,
) -> Found:
    """Match the passages of open rows; across rows only if the versions are versions of one text."""
    links: Found = {}
    for row in rows:
        link_equal_passages(ends, row, links)
    pool = PassagePool(ends, rows, ({pair[0] for pair in links}, {pair[1] for pair in links}), weights)
    tree = PassageTree.of(pool.parents, frozenset(pool.leaves))
    matcher = ItemMatcher(pool.evidence, tree, weights, [[] for _ in pool.places], pool, trace=trace)
    if trace is not None:
        trace.begin(pool.places, pool.size)
    taken: set[int] = set()
    for mine, yours in pool.equal_pairs():
        matcher.bind(mine, yours)
        taken |= {mine, yours}
        links[pool.places[mine], pool.places[yours]] = (Basis.IDENTICAL, 1.0)
    near = pool.candidates(taken)
    for pair in matcher.run(near if related else near.of(near.inside)):
        equal = pool.keys[pair.left] == pool.keys[pair.right]
        basis = Basis.IDENTICAL if equal else Basis.WORDING if pair.main else Basis.CONTAINMENT
        links[pool.places[pair.left], pool.places[pair.right]] = (
            basis,
            1.0 if equal else round(pair.score, 6),
        )
    return links
