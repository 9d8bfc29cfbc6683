"""The table of numbers: where a clause stands in every version, and what became of references."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from hexapla.findings import Finding
from hexapla.i18n import translate_finding
from hexapla.model import Comparison, File, Page, TocEntry, Version
from hexapla.pages import uris
from hexapla.pages.page_context import REFERENCE_CODES, PageContext
from hexapla.pages.templating import render_page
from hexapla.pages.views.page_frame import (
    NavigationLink,
    abbreviate_sigla,
    build_frame_values,
    version_label,
)
from hexapla.pages.views.row_outline import OutlineHeading, OutlineRow, RowOutline, name_topic
from hexapla.reading import Status, has_break_inside
from hexapla.reading.captions import FACTS, TORN
from hexapla.reading.cited_numbers import find_present_version
from hexapla.reading.labels import strip_number

TOPIC = 14
"""characters by which a clause without a heading is told"""
SHOWN_KINDS: Final = frozenset({Status.SPLIT, Status.MERGED, Status.REGROUPED, Status.MOVED})
"""kinds that tell where a number went; that it is another number shows"""
STYLE: Final = "numbers.css"
SCRIPT: Final = "numbers.js"
TABLE: Final = "csv"
"""format of the file that holds this table"""


@dataclass(frozen=True, slots=True)
class ConcordanceCell:
    """A version's numbers in a row."""

    units: tuple[NavigationLink, ...]
    reused: tuple[str, ...] = ()
    """of each unit: in which versions its number is that of another clause; empty: in none"""
    state: str = ""
    """none or lack where there is no unit"""
    renumbered: bool = False
    """the number is another than in the version before"""
    kinds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ConcordanceRow:
    """A row of the table."""

    name: str
    topic: str
    language: str
    """of the topic"""
    href: str
    cells: tuple[ConcordanceCell, ...]
    places: str
    """the row's place in each version, for another order: `3 4 -`"""
    aliases: tuple[str, ...] = ()
    """names of its units, that each leads here whatever the row is called"""
    passages: tuple[tuple[tuple[str, str], ...], ...] = ()
    """paragraphs and items that belong together: per version that has some its siglum and their names"""


@dataclass(frozen=True, slots=True)
class ReferenceOutcome:
    """What became of a reference."""

    status: str
    """stale, dangling or updated"""
    place: NavigationLink
    text: str


def render_concordance_page(layout: PageContext, downloads: Sequence[File]) -> Page:
    """Make the page."""
    document, say = layout.document, layout.say
    here = uris.concordance_uri(document.id)
    base = layout.base or ""
    references = list(collect_references(layout, here))
    table = next((each for each in downloads if each.format == TABLE and each.base is None), None)
    toc = [TocEntry(2, "references", say("references"))] if references else []
    return render_page(
        "concordance.html",
        uri=here,
        title=say("concordance-title", title=document.title),
        toc=tuple(toc),
        values={
            **build_frame_values(layout, here, "concordance", wide=False, foot=[say("tab-concordance")]),
            "style": uris.link(here, uris.ASSETS + STYLE),
            "script": uris.link(here, uris.ASSETS + SCRIPT),
            "columns": list_columns(layout, base, here),
            "present": find_present_version(document),
            "example": write_example(layout),
            "entries": list(build_rows(layout, base, here)),
            "references": [each for each in references if each.status != "updated"],
            "followed": [each for each in references if each.status == "updated"],
            "table": table and NavigationLink(uris.link(here, table.uri), say("download-table")),
        },
    )


def list_columns(layout: PageContext, base: str, here: str) -> list[NavigationLink]:
    """Return the heads of the columns; the note of each is the date of issue."""
    return [
        NavigationLink(
            uris.link(here, uris.read_uri(layout.document.id, version.siglum)),
            version_label(version),
            siglum=version.siglum,
            current=version.siglum == base,
            note=version.issued or "",
        )
        for version in layout.document.versions
    ]


def write_example(layout: PageContext) -> str:
    """Write an old citation as it may be asked for: a number of the first version that has one."""
    for siglum in layout.document.sigla:
        for unit in layout.units[siglum]:
            if number := strip_number(unit.number):
                version = layout.document.version(siglum)
                return f"{number}@{(version.issued or '')[:4] or siglum}"
    return ""


def build_rows(layout: PageContext, base: str, here: str) -> Iterator[OutlineHeading | ConcordanceRow]:
    """Yield the rows that have a number anywhere, under the nearest division above them."""
    places = {siglum: {unit.id: at for at, unit in enumerate(own)} for siglum, own in layout.units.items()}
    waiting: OutlineHeading | None = None
    for each in RowOutline(layout, base).entries():
        if isinstance(each, OutlineHeading):
            waiting = each
            continue
        cells = [layout.cell(each.row, siglum) for siglum in layout.document.sigla]
        if not any(unit.number for cell in cells for unit in cell):
            continue
        if waiting:
            yield waiting
            waiting = None
        at = " ".join(
            str(places[siglum][cell[0].id]) if cell else "-"
            for siglum, cell in zip(layout.document.sigla, cells, strict=True)
        )
        yield build_row(layout, each, here, at)


def build_row(layout: PageContext, place: OutlineRow, here: str, places: str) -> ConcordanceRow:
    """Make a row."""
    units = layout.cell(place.row, place.leading)
    versions = layout.document.versions
    return ConcordanceRow(
        name=place.row,
        topic=name_topic(units, TOPIC),
        language=layout.language_of(place.leading),
        href=uris.link(here, uris.history_uri(layout.document.id), place.row),
        cells=tuple(
            build_cell(layout, place.row, before, version, here)
            for before, version in zip((None, *versions), versions, strict=False)
        ),
        places=places,
        aliases=tuple(
            name
            for siglum in layout.document.sigla
            for unit in layout.cell(place.row, siglum)
            if (name := uris.anchor(siglum, unit.id)) != place.row
        ),
        passages=tuple(list_passages(layout, place.row)),
    )


def list_passages(layout: PageContext, row: str) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield the paragraphs and items of a row that belong together from version to version, in order."""
    sigla = layout.document.sigla
    near: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for pair in pairwise(sigla):
        for reading in layout.in_row.get(pair, {}).get(row, ()):
            for link in reading.change.items:
                near[link.a].append(link.b)
                near[link.b].append(link.a)
    index, seen = layout.passages, set[tuple[str, str]]()
    order = {siglum: at for at, siglum in enumerate(sigla)}
    for start in sorted(near, key=lambda end: (order[end[0]], index.places[end].order)):
        if start in seen:
            continue
        group, waiting = set[tuple[str, str]](), [start]
        while waiting:
            end = waiting.pop()
            if end not in group:
                group.add(end)
                waiting += near[end]
        seen |= group
        yield tuple(
            name_passages(layout, row, siglum, group)
            for siglum in sigla
            if any(end[0] == siglum for end in group)
        )


def name_passages(layout: PageContext, row: str, siglum: str, group: set[tuple[str, str]]) -> tuple[str, str]:
    """Call the passages of a version; those of another row with their units."""
    index, say = layout.passages, layout.say
    own = sorted((end for end in group if end[0] == siglum), key=lambda end: index.places[end].order)
    here = {unit.id for unit in layout.cell(row, siglum)}
    alone = len(here) == 1
    names = (
        index.call_inside(end, say) if alone and index.places[end].unit in here else index.call(end, say)
        for end in own
    )
    return siglum, say("list-separator").join(names)


def build_cell(
    layout: PageContext, row: str, before: Version | None, version: Version, here: str
) -> ConcordanceCell:
    """Make a version's cell, told against the version before."""
    siglum, say = version.siglum, layout.say
    readings = layout.in_row.get((before.siglum, siglum), {}).get(row, ()) if before else ()
    said = tuple(dict.fromkeys(kind for reading in readings for kind in reading.kinds))
    units = layout.cell(row, siglum)
    if not units:
        lacks = siglum in layout.rows[row].not_in_text
        gone = layout.chronological and "del" in said
        kind = Status.NOT_IN_TEXT if lacks else Status.ONLY_BASE if gone else None
        return ConcordanceCell(
            (), state="lack" if lacks else "none", kinds=((kind, FACTS[kind].in_words(say)),) if kind else ()
        )
    shown = [kind for kind in said if kind in SHOWN_KINDS or (kind == "add" and layout.chronological)]
    words = tuple((kind, FACTS[kind].in_words(say)) for kind in shown)
    if any(has_break_inside(reading.change) for reading in readings) and layout.is_edge(siglum, units):
        words += ((Status.NOT_IN_TEXT, TORN.in_words(say)),)
    page_uri = uris.read_uri(layout.document.id, siglum)
    links = tuple(
        NavigationLink(uris.link(here, page_uri, uris.anchor(siglum, unit.id)), layout.names[siglum, unit.id])
        for unit in units
    )
    reused = tuple(tell_reuse(layout, siglum, unit.id) for unit in units)
    return ConcordanceCell(links, reused, renumbered="renum" in said, kinds=words)


def tell_reuse(layout: PageContext, siglum: str, unit: str) -> str:
    """Say in which versions a unit's number is that of another clause; empty: in none."""
    cited = layout.cited_numbers.get((siglum, unit))
    others = {other for other, _ in cited.others} if cited else set()
    sigla = layout.document.sigla
    named = abbreviate_sigla([each for each in sigla if each in others], sigla)
    return layout.say("list-separator").join(named)


# ---------------------------------------------------------------- references


def collect_references(layout: PageContext, here: str) -> Iterator[ReferenceOutcome]:
    """Yield what became of references, the gravest first, each once.

    Several comparisons may say the same of a version; linked is the last of them that has a page, the one
    with its nearest neighbour.
    """
    order = {row.id: at for at, row in enumerate(layout.alignment.rows)}
    found: dict[tuple[str, str | None, str | None, str], tuple[Comparison, Finding]] = {}
    for comparison in layout.comparisons:
        for one in select_reference_findings(comparison):
            printed = dict(one.values).get("reference", "")
            name = one.code, one.version, one.row, printed
            if name not in found or (comparison.base, comparison.target) in layout.open:
                found[name] = (comparison, one)
    ranked = sorted(
        found.values(),
        key=lambda pair: (
            REFERENCE_CODES.index(pair[1].code),
            order.get(pair[1].row or "", -1),
            pair[1].version or "",
        ),
    )
    for comparison, one in ranked:
        yield describe_reference(layout, comparison, one, here)


def select_reference_findings(comparison: Comparison) -> Iterable[Finding]:
    """Return a comparison's findings about references."""
    return (
        one
        for change in comparison.changes
        for one in change.findings
        if one.code in REFERENCE_CODES and one.row is not None
    )


def describe_reference(
    layout: PageContext, comparison: Comparison, one: Finding, here: str
) -> ReferenceOutcome:
    """Tell a finding, with a link to the row in the comparison that shows it, or in the synopsis."""
    siglum, row_id = one.version or comparison.target, one.row or ""
    units = layout.cell(row_id, siglum)
    name = layout.say("heading-of", version=siglum, number=layout.called(siglum, units))
    pair = comparison.base, comparison.target
    document = layout.document.id
    there = uris.compare_uri(document, *pair) if pair in layout.open else uris.synopsis_uri(document)
    status = one.code.removeprefix("reference_")
    return ReferenceOutcome(
        status, NavigationLink(uris.link(here, there, row_id), name), translate_finding(layout.say, one)
    )
