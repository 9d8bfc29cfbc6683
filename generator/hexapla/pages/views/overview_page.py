"""The first page of a document: what it is, how its versions differ, what to be careful about."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from hexapla.findings import Finding, Severity
from hexapla.i18n import translate_finding
from hexapla.model import Completeness, Page, TocEntry, Version
from hexapla.pages import uris
from hexapla.pages.change_kinds import ChangeBar, build_bar, state_words
from hexapla.pages.page_context import REFERENCE_CODES, PageContext
from hexapla.pages.templating import render_page
from hexapla.pages.views.drafts import list_drafts
from hexapla.pages.views.in_words import tell_pair, write_plain
from hexapla.pages.views.outside_clauses import collect_set_aside
from hexapla.pages.views.page_frame import (
    NavigationLink,
    build_frame_values,
    describe_unpublished,
    full_version_name,
    short_hash,
    version_label,
)
from hexapla.pages.views.period import link_days
from hexapla.pages.views.similarity_tree import SEVERAL, draw_similarity_tree
from hexapla.pages.views.topics import build_topics
from hexapla.pairs import select_summarised_pairs
from hexapla.reading.shared_clauses import count_shared_clauses

ComparisonLinker = Callable[[str, str], str]
ASIDE = frozenset({"set_aside", "set_aside_differs", "set_aside_only"})
"""findings about text that was set aside"""
SHOWN = 10
"""findings up to which notes are not folded away"""


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding in words."""

    text: str
    severe: bool
    place: tuple[str, str] | None
    """href and text of the link to what is meant"""
    version: str | None
    where: str = ""
    """the place in the file: page, paragraph, line"""


def render_overview_page(layout: PageContext) -> Page:
    """Make the page."""
    document, say = layout.document, layout.say
    here = uris.overview_uri(document.id)
    values = build_overview_values(
        layout, here, lambda base, target: uris.link(here, uris.compare_uri(document.id, base, target))
    )
    values["drafts"] = list_drafts(layout, here)
    values["lead"] = [*values["lead"], *tell_shared_clauses(layout)]
    sections = [
        ("versions", "versions"),
        ("drafts", "drafts"),
        ("instruments", "instruments"),
        ("changes", "changes"),
        ("likeness", "likeness"),
        ("tree", "tree"),
        ("topics", "topics"),
        ("findings", "findings"),
    ]
    there = {name for name in values if values[name]} | ({"findings"} if values["notes"] else set())
    last = [told for bar, told in values["told"][-1:] if layout.chronological]
    toc = tuple(TocEntry(2, name, say(word)) for name, word in sections if name in there)
    return render_page(
        "overview.html",
        uri=here,
        title=document.title,
        toc=toc,
        description=say("sentence-gap").join([*values["lead"], *map(write_plain, last)]),
        values={**build_frame_values(layout, here, "overview", wide=False), **values},
    )


def build_overview_values(layout: PageContext, here: str, compare: ComparisonLinker) -> dict[str, Any]:
    """Return what the page is made of.

    Args:
        layout: the document's.
        here: address from which places are linked.
        compare: makes the link to the comparison of two versions.
    """
    document, say = layout.document, layout.say
    changes, told = build_bars(layout, compare), list_findings(layout, here)
    return {
        "lead": summarize_document(layout),
        "versions": [build_version_row(layout, version, here) for version in document.versions],
        "days": link_days(layout, here),
        "more_than_units": any(
            version.numbered != layout.numbered(version.siglum) for version in document.versions
        ),
        "changes": changes,
        "told": [(bar, tell_pair(layout, bar.base, bar.target, bar.href)) for bar in changes],
        "instruments": list_instruments(layout, here),
        "states": state_words(say, document, changes),
        "likeness": build_similarity_matrix(layout, compare),
        "unpublished": describe_unpublished(layout),
        "tree": draw_similarity_tree(layout),
        "topics": build_topics(layout, here),
        "meaning": layout.alignment.meaning,
        "findings": [one for one in told if one.severe or len(told) <= SHOWN],
        "notes": [one for one in told if not one.severe and len(told) > SHOWN],
        "asides": collect_set_aside(
            document.set_aside, {source.path: source for source in document.sources}, None, say
        ),
        "text_language": document.language,
    }


def list_instruments(layout: PageContext, here: str) -> list[NavigationLink]:
    """Return links to the amending instruments."""
    document = layout.document
    return [
        NavigationLink(
            uris.link(here, uris.instrument_uri(document.id, *pair)),
            layout.say("instrument-title", base=names[0], target=names[1]),
        )
        for pair in layout.instruments
        for names in [[full_version_name(document.version(siglum)) for siglum in pair]]
    ]


def summarize_document(layout: PageContext) -> list[str]:
    """Say in a few sentences what this document is."""
    say, document = layout.say, layout.document
    found = len(document.versions)
    if layout.document.ranked:
        links = sum(link.b is not None for link in layout.alignment.level_links)
        sentences = [say("lead-levels", count=found), say("levels-lead", count=links)]
    else:
        sentences = [say("lead-versions", count=found)]
    if document.promised is not None and document.promised > found:
        sentences.append(say("finding-promised_version_missing", promised=document.promised, found=found))
    if len(document.versions) >= SEVERAL and layout.closest and layout.likeness[layout.closest] > 0:
        base, target = layout.closest
        sentences.append(say("lead-closest", base=base, target=target))
    for version in document.versions:
        own = layout.units[version.siglum]
        if version.completeness is not Completeness.WHOLE and own:
            edge = own[-1:] if version.completeness is Completeness.CUT_OFF else own[:1]
            told = layout.called(version.siglum, edge)
            sentences.append(say(f"lead-{version.completeness}", version=version.siglum, number=told))
    return sentences


def tell_shared_clauses(layout: PageContext) -> list[str]:
    """Say in a sentence how many clauses of the parts of a compilation stand in which other part."""
    say = layout.say
    told = [
        say("shared-count", version=each.version, count=each.shared, all=each.clauses, other=each.other)
        if each.other
        else say("shared-nothing", version=each.version)
        for each in count_shared_clauses(layout.document)
    ]
    return [say("shared-sentence", counts=say("shared-separator").join(told))] if told else []


def build_version_row(layout: PageContext, version: Version, here: str) -> dict[str, Any]:
    """Return a version's line in the table."""
    return {
        "siglum": version.siglum,
        "label": version.label,
        "title": distinct_title(layout, version),
        "href": uris.link(here, uris.read_uri(layout.document.id, version.siglum)),
        "issued": version.issued or layout.say("undated"),
        "numbered": version.numbered,
        "units": layout.numbered(version.siglum),
        "characters": len("".join(version.text.split())),
        "whole": version.completeness is Completeness.WHOLE,
        "completeness": layout.say(f"completeness-{version.completeness}"),
        "file": version.source.path,
        "hash": short_hash(version),
        "whole_hash": version.source.sha256,
    }


def distinct_title(layout: PageContext, version: Version) -> str:
    """Return a version's title unless its label, the document or all the other versions say as much."""
    every = {each.title for each in layout.document.versions}
    silent = version.title in ("", version.label, layout.document.title) or len(every) == 1
    return "" if silent else version.title


def build_bars(layout: PageContext, compare: ComparisonLinker) -> list[ChangeBar]:
    """Return a bar a comparison: the steps of a chronology, every pair of parallel versions."""
    made = []
    for each in select_summarised_pairs(layout.document, layout.shown):
        rows = layout.readings[each.base, each.target].values()
        href = compare(each.base, each.target)
        made.append(build_bar((reading.kinds for reading in rows), each.base, each.target, href))
    return made


def build_similarity_matrix(layout: PageContext, compare: ComparisonLinker) -> list[dict[str, Any]]:
    """Return how alike the versions are, a line a version; empty where there are fewer than three."""
    document = layout.document
    if len(document.versions) < SEVERAL or not layout.pairs:
        return []
    return [
        {
            "siglum": version.siglum,
            "label": version_label(version),
            "cells": [build_matrix_cell(layout, compare, version.siglum, other) for other in document.sigla],
        }
        for version in document.versions
    ]


def build_matrix_cell(
    layout: PageContext, compare: ComparisonLinker, one: str, other: str
) -> dict[str, Any] | None:
    """Return a cell of the matrix; None on the diagonal and where there is no comparison."""
    pair = next((pair for pair in ((one, other), (other, one)) if pair in layout.pairs), None)
    if pair is None:
        return None
    percent = int(100 * layout.likeness[pair])
    return {
        "href": compare(*pair) if pair in layout.open else None,
        "percent": percent,
        "told": layout.say("likeness-cell", one=one, other=other, percent=percent),
    }


# ---------------------------------------------------------------- findings


def list_findings(layout: PageContext, here: str) -> list[ListedFinding]:
    """Return all findings in words, each once, the gravest first."""
    told: dict[tuple[object, ...], ListedFinding] = {}
    for finding in sorted(layout.findings, key=lambda each: -each.severity.rank):
        one = ListedFinding(
            text=translate_finding(layout.say, replace_unit_ids(layout, finding)),
            severe=finding.severity is not Severity.NOTE,
            place=link_finding(layout, finding, here),
            version=finding.version,
            where=locate_in_file(layout, finding),
        )
        key = (finding.code, finding.row) if finding.code in REFERENCE_CODES else (one.text, one.place)
        told.setdefault((*key, one.version), one)
    return list(told.values())


def locate_in_file(layout: PageContext, finding: Finding) -> str:
    """Say where a finding's place is in a file of pages or paragraphs; empty where only offsets are known."""
    if finding.version is None or finding.version not in layout.document.sigla or not finding.spans:
        return ""
    source = layout.document.version(finding.version).source
    start = finding.spans[0][0]
    return layout.place(finding.version, start) if source.place(start) else ""


def replace_unit_ids(layout: PageContext, finding: Finding) -> Finding:
    """Put the name of a unit in place of its id, where a finding's value is one (`A/art_12`)."""
    values = []
    for key, value in finding.values:
        siglum, _, unit = value.partition("/")
        name = layout.names.get((siglum, unit))
        values.append((key, value if name is None else f"{siglum} {name}"))
    return replace(finding, values=tuple(values))


def link_finding(layout: PageContext, finding: Finding, here: str) -> tuple[str, str] | None:
    """Return a link to what a finding is about: a row, a clause, or the text that was set aside."""
    document, say = layout.document, layout.say
    if finding.row in layout.rows and layout.pairs:
        return uris.link(here, uris.synopsis_uri(document.id), finding.row), say("see-row")
    if finding.version not in document.sigla:
        return (uris.fragment("set-aside"), say("see-aside")) if finding.code == "set_aside" else None
    version = document.version(finding.version)
    page_uri = uris.read_uri(document.id, version.siglum)
    if finding.code in ASIDE:
        return uris.link(here, page_uri, "set-aside"), say("see-aside")
    clause = find_clause_at(version, finding)
    name = uris.anchor(version.siglum, clause) if clause else None
    return uris.link(here, page_uri, name), say(
        "see-clause" if clause else "see-version", version=version.siglum
    )


def find_clause_at(version: Version, finding: Finding) -> str | None:
    """Return the clause in which a finding's first span begins."""
    if not finding.spans:
        return None
    start = finding.spans[0][0]
    for clause in version.clauses:
        if any(first <= start < last for first, last in clause.spans):
            return clause.id
    return None
