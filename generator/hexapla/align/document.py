"""All versions of a document as one table of rows: the stage's main function."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from hexapla.align.decisions import Rulings, rule
from hexapla.align.folding import Side, fold
from hexapla.align.pairing import Pairing, pair
from hexapla.align.rows import Bond, Cells, Node, Strength, unite
from hexapla.align.sequence import ordered
from hexapla.align.silence import silent
from hexapla.findings import Finding, finding
from hexapla.model import Alignment, Basis, Confidence, Document, Link, Row
from hexapla.plan import Decision

__all__ = ["align"]

Pairings = dict[tuple[int, int], Pairing]


def align(document: Document, decisions: Sequence[Decision] = ()) -> Alignment:
    """Align the units of all versions.

    Every pair of versions is linked on its own; the links are united into rows, strongest first.

    Post-conditions:
        1. Every unit of every version stands in exactly one row.
        2. Cells stand in the order of sigla, units in a cell in document order.
        3. The set of rows does not depend on the order of the versions; a row's id follows sigla.
        4. A version that is not whole is named in `not_in_text` of the rows where its silence proves nothing.
        5. Every decision holds, or is reported as a finding that says why it fits nothing.

    Args:
        document: the versions, segmented.
        decisions: an editor's word on what belongs together.
    """
    rulings = rule(document, decisions)
    sides = [fold(version) for version in document.versions]
    pairings = _pairings(sides, rulings)
    table = ordered(_united(sides, pairings, rulings), len(sides))
    held = _links_by_row(table, _links(sides, pairings, rulings))
    beyond = silent(table, document.versions)
    rows = tuple(_row(sides, cells, held[at], beyond[at], rulings) for at, cells in enumerate(table))
    findings = (*rulings.findings, *_unrelated(sides, pairings), *_weak(sides, rows))
    return Alignment(document=document, rows=rows, findings=findings)


def _pairings(sides: Sequence[Side], rulings: Rulings) -> Pairings:
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


def _places(sides: Sequence[Side]) -> list[int]:
    """Per version its place in an order that contents alone decide; equal ones are interchangeable."""
    digests = [hashlib.sha256(b"\x1e".join(side.keys)).digest() for side in sides]
    order = sorted(range(len(sides)), key=digests.__getitem__)
    return [order.index(at) for at in range(len(sides))]


def _united(sides: Sequence[Side], pairings: Pairings, rulings: Rulings) -> list[Cells]:
    """Rows of units; versions are counted in an order of their contents, so that ties fall the same way."""
    place = _places(sides)
    order = sorted(range(len(sides)), key=place.__getitem__)

    def moved(node: Node) -> Node:
        return place[node[0]], node[1]

    bonds = [
        Bond(left=moved(one), right=moved(other), score=1.0, strength=Strength.DECLARED)
        for one, other in rulings.declared()
    ]
    for (left, right), pairing in pairings.items():
        for link in pairing.links:
            strength = Strength.MAIN if link.main else Strength.PART
            if not pairing.related:
                strength = Strength.QUOTED
            ends = moved((left, link.left)), moved((right, link.right))
            bonds.append(Bond(left=ends[0], right=ends[1], score=link.score, strength=strength))
    apart = {moved(node): frozenset(map(moved, others)) for node, others in rulings.apart.items()}
    united = unite([sides[version].size for version in order], bonds, apart)
    return [{order[at]: cells[at] for at in sorted(cells, key=order.__getitem__)} for cells in united]


def _links(sides: Sequence[Side], pairings: Pairings, rulings: Rulings) -> list[tuple[Node, Node, Link]]:
    out = []
    for one, other in rulings.declared():
        if one[0] != other[0]:
            out.append((one, other, _link(sides, one, other, Basis.DECLARED, 1.0)))
    for (left, right), pairing in sorted(pairings.items()):
        for link in pairing.links:
            one, other = sorted([(left, link.left), (right, link.right)])
            out.append((one, other, _link(sides, one, other, link.basis, link.score)))
    return sorted(out, key=lambda item: item[:2])


def _link(sides: Sequence[Side], one: Node, other: Node, basis: Basis, score: float) -> Link:
    a, b = ((sides[at].version.siglum, sides[at].units[unit].id) for at, unit in (one, other))
    return Link(a=a, b=b, basis=basis, score=score)


def _links_by_row(
    table: Sequence[Cells], links: Sequence[tuple[Node, Node, Link]]
) -> defaultdict[int, list[Link]]:
    """Links whose ends stand in one row; others lost against stronger ones."""
    where = {node: at for at, cells in enumerate(table) for node in _nodes(cells)}
    held: defaultdict[int, list[Link]] = defaultdict(list)
    for one, other, link in links:
        if where[one] == where[other]:
            held[where[one]].append(link)
    return held


def _row(
    sides: Sequence[Side], cells: Cells, links: Sequence[Link], beyond: Sequence[int], rulings: Rulings
) -> Row:
    first = min(cells)
    return Row(
        id=f"{sides[first].version.siglum}__{sides[first].units[cells[first][0]].id}",
        cells=tuple(
            tuple(side.units[unit].id for unit in cells.get(at, ())) for at, side in enumerate(sides)
        ),
        links=tuple(links),
        not_in_text=tuple(sides[at].version.siglum for at in beyond),
        decision=rulings.reasons(_nodes(cells)) if rulings.rulings else None,
    )


def _nodes(cells: Cells) -> list[Node]:
    return [(version, unit) for version, members in cells.items() for unit in members]


def _unrelated(sides: Sequence[Side], pairings: Pairings) -> tuple[Finding, ...]:
    named = [f"{side.version.siglum} ({side.version.label})" for side in sides]
    return tuple(
        finding("unrelated", a=named[min(pairing)], b=named[max(pairing)])
        for pairing in sorted(pairings, key=sorted)
        if not pairings[pairing].related
    )


def _weak(sides: Sequence[Side], rows: Sequence[Row]) -> tuple[Finding, ...]:
    shown = {
        (side.version.siglum, unit.id): f"{side.version.siglum} {unit.number or unit.id}"
        for side in sides
        for unit in side.units
    }
    return tuple(
        finding("weak_link", row=row.id, a=shown[link.a], b=shown[link.b], score=f"{link.score:.2f}")
        for row in rows
        for link in row.links
        if link.confidence is Confidence.WEAK
    )
