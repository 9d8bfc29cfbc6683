"""The page on which one version is read, with marks that say in which other versions a clause stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from hexapla.i18n import translate_finding
from hexapla.model import Clause, Page, Relation, Role, TocEntry, Version
from hexapla.pages import uris
from hexapla.pages.cells import CellPart, mark_torn_end, render_cell
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import close_level_gaps, render_page
from hexapla.pages.views.day_page import link_assets
from hexapla.pages.views.display_rows import division_title
from hexapla.pages.views.outside_clauses import collect_set_aside
from hexapla.pages.views.page_frame import (
    NavigationLink,
    abbreviate_sigla,
    build_frame_values,
    describe_works,
    short_hash,
    version_label,
)
from hexapla.pages.views.period import build_banner, describe_period
from hexapla.pages.views.word_origins import list_origin_keys, run_origins, tell_unit_age
from hexapla.units import Unit, join_cell_text

STATES: Final = ("same", "diff", "none", "lack")


@dataclass(frozen=True, slots=True)
class VersionBadge:
    """How other versions stand to a clause."""

    state: str
    word: str
    sigla: tuple[str, ...]
    """or ranges of them"""
    href: str


@dataclass(frozen=True, slots=True)
class ReadingEntry:
    """A clause on the page, or a division's heading (then without text)."""

    name: str
    level: int
    heading: str
    """empty for unnumbered text"""
    part: CellPart | None = None
    margins: tuple[VersionBadge, ...] = ()
    short: str = ""
    """in the table of contents: with the clause's own heading"""
    torn: bool = False
    notes: tuple[str, ...] = ()
    """doubts about references in the text"""
    age: str = ""
    """since when its words stand"""


def render_reading_page(layout: PageContext, version: Version) -> Page:
    """Make the page."""
    here = uris.read_uri(layout.document.id, version.siglum)
    entries = tuple(lower_headings(build_entries(layout, version, here)))
    headed = [entry for entry in entries if entry.heading]
    foot = [version.siglum, version_label(version), f"sha256 {short_hash(version)}"]
    return render_page(
        "read.html",
        uri=here,
        title=layout.say(
            "read-title", version=version_label(version) or version.siglum, title=layout.document.title
        ),
        toc=tuple(TocEntry(entry.level, entry.name, entry.heading) for entry in headed),
        values={
            **build_frame_values(layout, here, "read", wide=True, foot=foot),
            **build_version_values(layout, version, here),
            "entries": entries,
            "reuse": layout.reuse,
            "headed": headed,
        },
    )


def build_version_values(layout: PageContext, version: Version, here: str) -> dict[str, Any]:
    """Return what is said of the version as a whole."""
    document, say = layout.document, layout.say
    return {
        "versions": version_links(layout, here, version),
        "facts": summarize_version(layout, version),
        "provenance": describe_provenance(version),
        "period": describe_period(layout, version, here),
        "banner": build_banner(layout, version, here),
        "origins": list_origin_keys(layout, version, here),
        "history": uris.link(here, uris.history_uri(document.id)),
        **link_assets(here),
        "derived": describe_derivation(layout, version, here),
        "file": version.source.path,
        "hash": short_hash(version),
        "whole_hash": version.source.sha256,
        "own_language": layout.language_of(version.siglum),
        "neighbours": link_neighbours(layout, here, version),
        "numbers": uris.link(here, uris.concordance_uri(document.id), "references"),
        "asides": collect_set_aside(
            version.set_aside, {version.source.path: version.source}, version.source.path, say
        ),
        "works": describe_works(layout, [version]),
        "cite": say(
            "cite-clause",
            title=document.title_of(version),
            place="%s",
            version=version_label(version) or version.siglum,
            hash=short_hash(version),
        ),
    }


def version_links(layout: PageContext, here: str, version: Version) -> list[NavigationLink]:
    """Return links to the other versions' pages."""
    return [
        NavigationLink(
            uris.link(here, uris.read_uri(layout.document.id, each.siglum)),
            version_label(each),
            current=each is version,
            siglum=each.siglum,
        )
        for each in layout.document.versions
    ]


def link_neighbours(layout: PageContext, here: str, version: Version) -> list[tuple[str, NavigationLink]]:
    """Return links to the version before and the version after, with what a link is for (`prev`, `next`)."""
    versions = layout.document.versions
    at = versions.index(version)
    made = []
    for rel, message, other in (("prev", "previous-version", at - 1), ("next", "next-version", at + 1)):
        if 0 <= other < len(versions):
            each = versions[other]
            told = layout.say(message, version=" ".join(filter(None, (each.siglum, version_label(each)))))
            made.append(
                (rel, NavigationLink(uris.link(here, uris.read_uri(layout.document.id, each.siglum)), told))
            )
    return made


def summarize_version(layout: PageContext, version: Version) -> str:
    """Say what this version is, in one line."""
    say = layout.say
    own = [version.title] if version.title not in ("", version.label, layout.document.title) else []
    if version.issued:
        own.append(version.issued)
    own.append(layout.counted(version.siglum))
    own.append(say("count-characters", count=len("".join(version.text.split()))))
    if str(version.completeness) != "whole":
        own.append(say(f"completeness-{version.completeness}"))
    return " · ".join(own)


def describe_derivation(layout: PageContext, version: Version, here: str) -> NavigationLink | None:
    """Say that a version was derived from another and an instrument; None: a file holds it."""
    own = version.siglum
    told = [each for each in layout.findings if each.code == "version_derived" and each.version == own]
    pair = next((pair for pair in layout.instruments if pair[1] == own), None)
    href = uris.link(here, uris.instrument_uri(layout.document.id, *pair)) if pair else ""
    return NavigationLink(href, translate_finding(layout.say, told[0])) if told else None


def describe_provenance(version: Version) -> dict[str, str | None]:
    """Return where a version comes from; only an address of the web becomes a link."""
    own = version.provenance
    url = own.url or ""
    return {
        "url": own.url,
        "href": url if url.lower().startswith(("http://", "https://")) else None,
        "retrieved": own.retrieved,
        "note": own.note,
    }


def build_entries(layout: PageContext, version: Version, here: str) -> Iterator[ReadingEntry]:
    """Yield a version's clauses in order."""
    siglum = version.siglum
    own = {unit.id: unit for unit in layout.units[siglum]}
    above: list[Clause] = []
    for clause in version.clauses:
        if clause.role is Role.DIVISION:
            while above and above[-1].depth >= clause.depth:
                above.pop()
            yield ReadingEntry(uris.anchor(siglum, clause.id), 2 + len(above), division_title(clause))
            above.append(clause)
        elif clause.id in own:
            yield build_entry(layout, version, own[clause.id], here)


def build_entry(layout: PageContext, version: Version, unit: Unit, here: str) -> ReadingEntry:
    """Make the entry of a unit; its number stands in the margin, its heading before its text."""
    siglum, say = version.siglum, layout.say
    bare = replace(unit, clause=replace(unit.clause, number=None))
    name = uris.anchor(siglum, unit.id)
    runs = run_origins(layout, version, unit)
    (part,) = render_cell([bare], runs, (), siglum=siglum, row=name, say=say)
    part = replace(part, lines=tuple(line for line in part.lines if line.html or line.number or line.cells))
    torn = layout.torn_end.get(siglum) == unit.id
    if torn:
        (part,) = mark_torn_end([part], say)
    return ReadingEntry(
        name=name,
        level=2 + len(unit.divisions),
        heading=flatten_text(unit.number) if unit.number else "",
        part=part,
        margins=tuple(build_badges(layout, siglum, unit, here)),
        short=" ".join(filter(None, (flatten_text(unit.number or ""), flatten_text(unit.heading or "")))),
        torn=torn,
        notes=layout.doubts.get((siglum, layout.row_of[siglum, unit.id]), ()),
        age=tell_unit_age(layout, siglum, unit) if version is not layout.document.versions[0] else "",
    )


def lower_headings(entries: Iterable[ReadingEntry]) -> Iterator[ReadingEntry]:
    """Yield entries with heading levels of which none is skipped; unnumbered text has no heading."""
    made = list(entries)
    levels = close_level_gaps(each.level for each in made if each.heading)
    yield from (replace(each, level=next(levels)) if each.heading else each for each in made)


def build_badges(layout: PageContext, siglum: str, unit: Unit, here: str) -> Iterator[VersionBadge]:
    """Yield in which other versions a unit stands the same, differs, is missing, or cannot be known.

    Texts of different ranks are no versions of each other, and have none.
    """
    if layout.document.ranked:
        return
    row = layout.row_of[siglum, unit.id]
    found: dict[str, list[str]] = {}
    for other in layout.document.sigla:
        if other != siglum:
            found.setdefault(classify_version(layout, siglum, unit, other), []).append(other)
    href = uris.link(here, uris.synopsis_uri(layout.document.id), row)
    for name in STATES:
        if name in found:
            yield VersionBadge(
                name, layout.say(f"margin-{name}"), abbreviate_sigla(found[name], layout.document.sigla), href
            )


def classify_version(layout: PageContext, siglum: str, unit: Unit, other: str) -> str:
    """Say how another version stands to a unit of this one."""
    if (siglum, other) not in layout.readings:
        row = layout.row_of[siglum, unit.id]
        units = layout.cell(row, other)
        if not units:
            return "lack" if other in layout.rows[row].not_in_text else "none"
        return "same" if join_cell_text(units) == join_cell_text(layout.cell(row, siglum)) else "diff"
    change = layout.change_of[siglum, other][siglum, unit.id]
    reading = layout.readings[siglum, other][change]
    if not reading.units[1]:
        return "lack" if reading.change.relation is Relation.NOT_IN_TEXT else "none"
    return "same" if reading.same or reading.kinds == ("lack",) else "diff"
