"""Align all versions of a document in one table of rows, and rank the links that an editor should review."""

from collections.abc import Sequence

from hexapla.alignment.decisions import ResolvedDecisions, UnitPosition, resolve_decisions
from hexapla.alignment.items import link_items
from hexapla.alignment.level_table import build_level_alignment
from hexapla.alignment.link_weights import DEFAULT, LinkWeights
from hexapla.alignment.meaning import SentenceEncoder
from hexapla.alignment.prepared import PreparedVersion, prepare_version
from hexapla.alignment.row_table import RowCells, build_rows, find_versions_not_in_text, order_rows
from hexapla.alignment.suggestions import suggest_counterparts
from hexapla.alignment.trace import Trace
from hexapla.alignment.version_chain import ALL_PAIRS_UP_TO, align_through_rows
from hexapla.alignment.version_pair import PairAlignments, align_all_pairs, name_translations
from hexapla.cycle_collection import pause_cycle_collection
from hexapla.findings import Finding, make_finding
from hexapla.model import CHECK_FROM, Alignment, Basis, Confidence, Document, Link, Order, Row
from hexapla.plan import Decision


@pause_cycle_collection()
def align(
    document: Document,
    decisions: Sequence[Decision] = (),
    *,
    weights: LinkWeights = DEFAULT,
    trace: Trace | None = None,
    encoder: SentenceEncoder | None = None,
    all_pairs: bool | None = None,
) -> Alignment:
    """Align the units of all versions.

    Every pair of versions is linked independently; the links of all pairs are then united into rows. Of many
    versions most pairs are linked through the rows that a few pairs make (`version_chain`).

    Post-conditions:
        1. Every unit of every version stands in exactly one row.
        2. The cells of a row are in the order of `document.versions`, the units of a cell in document order.
        3. The set of rows does not depend on the order of the versions; the ids of rows do.
        4. `not_in_text` of a row names the incomplete versions whose absence is not evidence of deletion.
        5. Units of two versions that are linked by wording stand in one row, whatever a third version
           contains, unless a decision keeps them apart.
        6. Every decision is applied, or reported as a finding that says why it cannot be.

    Args:
        document: the versions, segmented.
        decisions: an editor's decisions on which clauses belong together or apart.
        weights: thresholds and weights of the alignment.
        trace: records what decides about one pair of units; None records nothing.
        encoder: a sentence model that is asked for suggestions too; links never depend on it.
        all_pairs: whether every pair is aligned by itself; None: of few versions, and for a trace.
    """
    levels = document.order is Order.LEVELS
    rulings = resolve_decisions(document, () if levels else decisions)
    sides = [prepare_version(version) for version in document.versions]
    if all_pairs is None:
        all_pairs = trace is not None or len(sides) <= ALL_PAIRS_UP_TO
    if all_pairs:
        found = align_all_pairs(sides, rulings, document.title, weights, trace)
    else:
        found = align_through_rows(sides, rulings, document.title, weights)
    if levels:
        return build_level_alignment(document, sides, found, decisions, weights, encoder)
    table = order_rows(build_rows(sides, found, rulings), len(sides))
    held = group_links_by_row(sides, table, found, rulings)
    beyond = find_versions_not_in_text(table, document.versions)
    rows = tuple(build_row(sides, cells, held[at], beyond[at], rulings) for at, cells in enumerate(table))
    findings = (*rulings.findings, *report_unrelated_pairs(sides, found), *report_weak_links(sides, rows))
    return Alignment(
        document=document,
        rows=rows,
        findings=findings,
        items=link_items(sides, table, found, weights, trace.items if trace else None),
        suggestions=suggest_counterparts(sides, table, found, weights, encoder),
        meaning=str(encoder) if encoder is not None else None,
        translations=name_translations(sides, found),
    )


def group_links_by_row(
    sides: Sequence[PreparedVersion],
    table: Sequence[RowCells],
    found: PairAlignments,
    rulings: ResolvedDecisions,
) -> list[list[Link]]:
    """Return per row its links: first the declared ones, then those of each pair of versions.

    A link whose two units ended up in different rows is left out.
    """
    row = [[0] * side.size for side in sides]
    for at, cells in enumerate(table):
        for version, members in cells.items():
            for unit in members:
                row[version][unit] = at
    held: list[list[Link]] = [[] for _ in table]
    for one, other in rulings.declared():
        if one[0] != other[0]:
            held[row[one[0]][one[1]]].append(build_link(sides, one, other, Basis.DECLARED, 1.0))
    for (left, right), pairing in sorted(found.items(), key=lambda item: sorted(item[0])):
        columns = (pairing.left.tolist(), pairing.right.tolist(), pairing.basis, pairing.score.tolist())
        for one, other, basis, score in zip(*columns, strict=True):
            if row[left][one] == row[right][other]:
                held[row[left][one]].append(build_link(sides, (left, one), (right, other), basis, score))
    return held


def build_link(
    sides: Sequence[PreparedVersion], one: UnitPosition, other: UnitPosition, basis: Basis, score: float
) -> Link:
    """Build the link of two units; its first end is the one of the earlier version."""
    if other < one:
        one, other = other, one
    a = (sides[one[0]].version.siglum, sides[one[0]].ids[one[1]])
    b = (sides[other[0]].version.siglum, sides[other[0]].ids[other[1]])
    return Link(a=a, b=b, basis=basis, score=score)


def build_row(
    sides: Sequence[PreparedVersion],
    cells: RowCells,
    links: Sequence[Link],
    beyond: Sequence[int],
    rulings: ResolvedDecisions,
) -> Row:
    """Build the row of the given cells; its id names the first unit of its first version.

    Args:
        sides: all versions, prepared.
        cells: positions of the row's units, per version that has some.
        links: links between units of the row.
        beyond: positions of the incomplete versions whose absence from the row is not evidence of deletion.
        rulings: an editor's decisions; the reasons of those that name a unit of the row go into the row.
    """
    first = min(cells)
    nodes = (
        [(version, unit) for version, members in cells.items() for unit in members] if rulings.rulings else []
    )
    return Row(
        id=f"{sides[first].version.siglum}__{sides[first].ids[cells[first][0]]}",
        cells=tuple([tuple([side.ids[unit] for unit in cells.get(at, ())]) for at, side in enumerate(sides)]),
        links=tuple(links),
        not_in_text=tuple([sides[at].version.siglum for at in beyond]),
        decision=rulings.reasons(nodes) if nodes else None,
    )


def report_unrelated_pairs(sides: Sequence[PreparedVersion], found: PairAlignments) -> tuple[Finding, ...]:
    """Return one `unrelated` finding per pair of versions that have too little text in common."""
    sigla = [side.version.siglum for side in sides]
    named = [f"{side.version.siglum} ({side.version.label})" for side in sides]
    return tuple(
        make_finding(
            "unrelated",
            pair=(sigla[min(pairing)], sigla[max(pairing)]),
            a=named[min(pairing)],
            b=named[max(pairing)],
        )
        for pairing in sorted(found, key=sorted)
        if not found[pairing].related
    )


def report_weak_links(sides: Sequence[PreparedVersion], rows: Sequence[Row]) -> tuple[Finding, ...]:
    """Return one `weak_link` finding per link of weak confidence."""
    doubtful = [(row, link) for row in rows for link in row.links if link.confidence is Confidence.WEAK]
    named = {end for _, link in doubtful for end in (link.a, link.b)}
    shown = {
        end: f"{end[0]} {unit.told}"
        for side in sides
        for unit in (side.units if doubtful else ())
        if (end := (side.version.siglum, unit.id)) in named
    }
    return tuple(
        make_finding(
            "weak_link",
            row=row.id,
            pair=(link.a[0], link.b[0]),
            a=shown[link.a],
            b=shown[link.b],
            score=f"{link.score:.2f}",
        )
        for row, link in doubtful
    )


def rank_doubtful_links(alignment: Alignment) -> tuple[Link, ...]:
    """Rank the links that an editor should look at.

    Links whose score is nearest to `CHECK_FROM` come first, since a review is most likely to change them; of
    equally near ones, links in rows of many versions come first, since one decision settles several links.
    """
    versions = {row.id: sum(map(bool, row.cells)) for row in alignment.rows}
    doubtful = [
        (abs(link.score - CHECK_FROM), -versions[row.id], link.a, link.b, link)
        for row in alignment.rows
        for link in row.links
        if link.confidence is not Confidence.STRONG
    ]
    return tuple(entry[-1] for entry in sorted(doubtful, key=lambda entry: entry[:-1]))
