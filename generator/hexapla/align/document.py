"""All versions of a document as one table of rows: the stage's main function."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from hexapla.align.folding import Side, fold
from hexapla.align.pairing import PairLink, pair
from hexapla.align.rows import Bond, unite
from hexapla.align.sequence import ordered
from hexapla.align.silence import silent
from hexapla.findings import Finding, finding
from hexapla.model import Alignment, Confidence, Document, Link, Row
from hexapla.plan import Decision

__all__ = ["align"]

Node = tuple[int, int]


def align(document: Document, decisions: Sequence[Decision] = ()) -> Alignment:
    """Align the units of all versions.

    Every pair of versions is linked on its own; the links are united into rows, strongest first.

    Post-conditions:
        1. Every unit of every version stands in exactly one row.
        2. Cells stand in the order of sigla, units in a cell in document order.
        3. The set of rows does not depend on the order of the versions; a row's id follows sigla.
        4. A version that is not whole is named in `not_in_text` of the rows where its silence proves nothing.

    Args:
        document: the versions, segmented.
        decisions: an editor's word on what belongs together.
    """
    del decisions
    sides = [fold(version) for version in document.versions]
    found = _pairs(sides)
    table = ordered(_rows(sides, found), len(sides))
    links = _links(sides, found)
    where = {node: at for at, row in enumerate(table) for node in _nodes(row)}
    held: defaultdict[int, list[Link]] = defaultdict(list)
    for (left, right), link in links:
        if where[left] == where[right]:
            held[where[left]].append(link)
    beyond = silent(table, document.versions)
    rows = tuple(_row(sides, cells, tuple(held[at]), beyond[at]) for at, cells in enumerate(table))
    return Alignment(document=document, rows=rows, findings=_findings(rows))


def _pairs(sides: Sequence[Side]) -> dict[tuple[int, int], tuple[PairLink, ...]]:
    """Link every pair of versions, always read in the same direction, whatever their order."""
    rank = _ranks(sides)
    out = {}
    for pairing in combinations(range(len(sides)), 2):
        left, right = sorted(pairing, key=rank.__getitem__)
        out[left, right] = pair(sides[left], sides[right])
    return out


def _ranks(sides: Sequence[Side]) -> list[tuple[str, int]]:
    """An order of versions that their content alone decides; equal ones are interchangeable."""
    return [(hashlib.sha256(b"\x1e".join(side.keys)).hexdigest(), at) for at, side in enumerate(sides)]


def _rows(
    sides: Sequence[Side], found: dict[tuple[int, int], tuple[PairLink, ...]]
) -> list[dict[int, list[int]]]:
    rank = _ranks(sides)
    order = sorted(range(len(sides)), key=rank.__getitem__)
    place = {version: at for at, version in enumerate(order)}
    bonds = [
        Bond(
            left=(place[left], link.left), right=(place[right], link.right), score=link.score, main=link.main
        )
        for (left, right), links in found.items()
        for link in links
    ]
    united = unite([sides[version].size for version in order], bonds)
    return [{order[at]: row[at] for at in sorted(row, key=order.__getitem__)} for row in united]


def _links(
    sides: Sequence[Side], found: dict[tuple[int, int], tuple[PairLink, ...]]
) -> list[tuple[tuple[Node, Node], Link]]:
    out = []
    for (left, right), links in sorted(found.items()):
        for link in links:
            ends = sorted([(left, link.left), (right, link.right)])
            a, b = ((sides[at].version.siglum, sides[at].units[unit].id) for at, unit in ends)
            out.append(((ends[0], ends[1]), Link(a=a, b=b, basis=link.basis, score=link.score)))
    return sorted(out, key=lambda item: item[0])


def _row(
    sides: Sequence[Side], cells: dict[int, list[int]], links: tuple[Link, ...], beyond: Sequence[int]
) -> Row:
    first = min(cells)
    return Row(
        id=f"{sides[first].version.siglum}__{sides[first].units[cells[first][0]].id}",
        cells=tuple(
            tuple(side.units[unit].id for unit in cells.get(at, ())) for at, side in enumerate(sides)
        ),
        links=links,
        not_in_text=tuple(sides[at].version.siglum for at in beyond),
    )


def _findings(rows: Sequence[Row]) -> tuple[Finding, ...]:
    return tuple(
        finding("weak_link", row=row.id, a="/".join(link.a), b="/".join(link.b), score=f"{link.score:.2f}")
        for row in rows
        for link in row.links
        if link.confidence is Confidence.WEAK
    )


def _nodes(row: dict[int, list[int]]) -> list[Node]:
    return [(version, unit) for version, members in row.items() for unit in members]
