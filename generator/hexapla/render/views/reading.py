"""The page on which one version is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hexapla.model import Clause, Page, Role, TocEntry, Version
from hexapla.render import uris
from hexapla.render.cells import Part, parts
from hexapla.render.flow import Run, plain
from hexapla.render.layout import Layout
from hexapla.render.templating import page
from hexapla.render.views.aside import asides
from hexapla.render.views.frame import Link, frame, imprint, label
from hexapla.render.views.margin import Margin, margins
from hexapla.render.views.rows import division_title
from hexapla.units import Unit

__all__ = ["reading_page"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause on the page, or a division's heading (then without text)."""

    name: str
    level: int
    heading: str
    """empty for unnumbered text"""
    part: Part | None = None
    margins: tuple[Margin, ...] = ()
    short: str = ""
    """in the table of contents: with the clause's own heading"""
    torn: bool = False
    notes: tuple[str, ...] = ()
    """doubts about references in the text"""


def reading_page(layout: Layout, version: Version) -> Page:
    """Make the page."""
    here = uris.read_uri(layout.document.id, version.siglum)
    entries = tuple(unskipped(entries_of(layout, version, here)))
    headed = [entry for entry in entries if entry.heading]
    foot = [version.siglum, label(version), f"sha256 {imprint(version)}"]
    return page(
        "read.html",
        uri=here,
        title=layout.say("read-title", version=label(version) or version.siglum, title=layout.document.title),
        toc=tuple(TocEntry(entry.level, entry.name, entry.heading) for entry in headed),
        values={
            **frame(layout, here, "read", wide=True, foot=foot),
            **told(layout, version, here),
            "entries": entries,
            "headed": headed,
        },
    )


def told(layout: Layout, version: Version, here: str) -> dict[str, Any]:
    """Return what is said of the version as a whole."""
    document, say = layout.document, layout.say
    return {
        "versions": version_links(layout, here, version),
        "facts": facts(layout, version),
        "provenance": provenance(version),
        "file": version.source.path,
        "hash": imprint(version),
        "whole_hash": version.source.sha256,
        "own_language": layout.language_of(version.siglum),
        "neighbours": neighbours(layout, here, version),
        "numbers": uris.link(here, uris.concordance_uri(document.id), "references"),
        "asides": asides(version.set_aside, {version.source.path: version.source}, version.source.path, say),
        "cite": say(
            "cite-clause",
            title=document.title_of(version),
            place="%s",
            version=label(version) or version.siglum,
            hash=imprint(version),
        ),
    }


def version_links(layout: Layout, here: str, version: Version) -> list[Link]:
    """Return links to the other versions' pages."""
    return [
        Link(
            uris.link(here, uris.read_uri(layout.document.id, each.siglum)),
            label(each),
            current=each is version,
            siglum=each.siglum,
        )
        for each in layout.document.versions
    ]


def neighbours(layout: Layout, here: str, version: Version) -> list[tuple[str, Link]]:
    """Return links to the version before and the version after, with what a link is for (`prev`, `next`)."""
    versions = layout.document.versions
    at = versions.index(version)
    made = []
    for rel, message, other in (("prev", "previous-version", at - 1), ("next", "next-version", at + 1)):
        if 0 <= other < len(versions):
            each = versions[other]
            told = layout.say(message, version=" ".join(filter(None, (each.siglum, label(each)))))
            made.append((rel, Link(uris.link(here, uris.read_uri(layout.document.id, each.siglum)), told)))
    return made


def facts(layout: Layout, version: Version) -> str:
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


def provenance(version: Version) -> dict[str, str | None]:
    """Return where a version comes from; only an address of the web becomes a link."""
    own = version.provenance
    url = own.url or ""
    return {
        "url": own.url,
        "href": url if url.lower().startswith(("http://", "https://")) else None,
        "retrieved": own.retrieved,
        "note": own.note,
    }


def entries_of(layout: Layout, version: Version, here: str) -> Iterator[Entry]:
    """Yield a version's clauses in order."""
    siglum = version.siglum
    own = {unit.id: unit for unit in layout.units[siglum]}
    above: list[Clause] = []
    for clause in version.clauses:
        if clause.role is Role.DIVISION:
            while above and above[-1].depth >= clause.depth:
                above.pop()
            yield Entry(uris.anchor(siglum, clause.id), 2 + len(above), division_title(clause))
            above.append(clause)
        elif clause.id in own:
            yield entry(layout, version, own[clause.id], here)


def entry(layout: Layout, version: Version, unit: Unit, here: str) -> Entry:
    """Make the entry of a unit; its number stands in the margin, its heading before its text."""
    siglum, say = version.siglum, layout.say
    bare = replace(unit, clause=replace(unit.clause, number=None))
    name = uris.anchor(siglum, unit.id)
    (part,) = parts([bare], (Run("", unit.text),), (), siglum=siglum, row=name, say=say)
    part = replace(part, lines=tuple(line for line in part.lines if line.html or line.number))
    torn = layout.torn_end.get(siglum) == unit.id
    if torn:
        part = replace(part, lines=(*part.lines[:-1], replace(part.lines[-1], end=say("torn-end"))))
    return Entry(
        name=name,
        level=2 + len(unit.divisions),
        heading=plain(unit.number) if unit.number else "",
        part=part,
        margins=tuple(margins(layout, siglum, unit, here)),
        short=" ".join(filter(None, (plain(unit.number or ""), plain(unit.heading or "")))),
        torn=torn,
        notes=layout.doubts.get((siglum, layout.row_of[siglum, unit.id]), ()),
    )


def unskipped(entries: Iterator[Entry]) -> Sequence[Entry]:
    """Lower heading levels so that none is skipped and none is deeper than h6."""
    made: list[Entry] = []
    before = 1
    for each in entries:
        level = min(each.level, before + 1, 6)
        if each.heading:
            before = level
        made.append(replace(each, level=level))
    return made
