"""The pages of a document about what stands in others: strip, clauses side by side, families as synopses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from hexapla.comparison import diff_texts
from hexapla.i18n import Messages, choose_language, load_messages
from hexapla.model import Op, Page, TocEntry
from hexapla.pages import uris
from hexapla.pages.marked_text import Run, build_edit_runs, flatten_text, merge_sides, render_runs
from hexapla.pages.templating import dump_script_words, render_page
from hexapla.pages.views.page_frame import NavigationLink, link_guides
from hexapla.reading.reuse_views import (
    ANOTHER,
    FORMULA,
    NOTHING,
    PARTNERS,
    SHEET,
    AlsoIn,
    CitedClause,
    DocumentReuseView,
    FamilyView,
    QuotedClause,
    SharedClause,
)

STYLE = "reuse.css"
"""what only pages about reuse need"""
MOST_PARTNERS = 20
"""documents whose shares are listed"""


@dataclass(frozen=True, slots=True)
class ClauseLink:
    """A clause of some document as a link."""

    href: str
    title: str
    language: str
    name: str
    date: str


@dataclass(frozen=True, slots=True)
class ShownSide:
    """A clause with its words, each paragraph with its marks."""

    at: ClauseLink
    lines: tuple[Markup, ...]


def render_reuse_pages(
    view: DocumentReuseView, tabs: Sequence[NavigationLink], *, language: str
) -> tuple[Page, ...]:
    """Make a document's page about reuse, and those of the families of which it has the first clause.

    Args:
        view: what is to be said.
        tabs: of the document's pages, as they stand on the first of these.
        language: of the interface, BCP 47.
    """
    sheets = range(1, -(-len(view.families) // SHEET) + 1)
    families = (render_families_page(view, tabs, language, sheet, len(sheets)) for sheet in sheets)
    return (render_document_page(view, tabs, language), *families)


def build_reuse_frame(
    view: DocumentReuseView, tabs: Sequence[NavigationLink], here: str, language: str
) -> dict[str, Any]:
    """Return what the templates of both pages need."""
    say = load_messages(language)
    return {
        "say": say,
        "language": choose_language(language),
        "text_language": view.language,
        "title": view.title,
        "tabs": tabs,
        "eyebrow": say("tab-reuse"),
        "wide": True,
        "script_words": dump_script_words(say),
        "home": uris.link(here, uris.HOME),
        "guides": link_guides(here, say),
        "foot": view.title,
        "style": uris.link(here, uris.ASSETS + STYLE),
        "everything": uris.link(here, uris.guide_uri("reuse")),
    }


def render_document_page(view: DocumentReuseView, tabs: Sequence[NavigationLink], language: str) -> Page:
    """Make the page with strip and clauses side by side."""
    here = uris.reuse_uri(view.document)
    frame = build_reuse_frame(view, tabs, here, language)
    say: Messages = frame["say"]
    lead = say("reuse-lead", count=view.elsewhere, all=len(view.cells))
    toc = (TocEntry(2, "strip", say("reuse-strip")), TocEntry(2, "shared", say("reuse-shared")))
    return render_page(
        "reuse.html",
        uri=here,
        title=say("reuse-of", title=flatten_text(view.title)),
        toc=toc if view.shared else (),
        description=lead,
        values={
            **frame,
            "lead": lead,
            "version": " · ".join(dict.fromkeys((view.version, view.label))),
            "cells": list(build_cells(view, say)),
            "legend": build_legend(view, here, say),
            "rows": [build_row(view, each, here, say) for each in view.shared],
            "families": uris.link(here, uris.families_uri(view.document)) if view.families else "",
        },
    )


def build_cells(view: DocumentReuseView, say: Messages) -> Iterator[tuple[int, str, str]]:
    """Yield of each clause its kind, a link to where it stands side by side, and what is told of it."""
    shown = {each.own.at.clause for each in view.shared}
    for cell in view.cells:
        name = flatten_text(cell.name)
        if cell.kind == NOTHING or cell.clause not in shown:
            yield NOTHING, "", say("reuse-cell-none", clause=name)
        else:
            told = say("reuse-cell", clause=name, title=flatten_text(cell.title))
            yield cell.kind, uris.fragment(uris.anchor(view.version, cell.clause)), told


def build_legend(view: DocumentReuseView, here: str, say: Messages) -> list[tuple[int, str, str, str]]:
    """Return the kinds of cells that a strip has: kind, link, words, share in percent."""
    kinds = {cell.kind for cell in view.cells}
    made = [
        (
            at if at <= PARTNERS else ANOTHER,
            uris.link(here, uris.reuse_uri(each.document)),
            flatten_text(each.title),
            say("percent", value=round(100 * each.share)),
        )
        for at, each in enumerate(view.partners[:MOST_PARTNERS], start=1)
    ]
    if ANOTHER in kinds and len(view.partners) <= PARTNERS:
        made.append((ANOTHER, "", say("reuse-another"), ""))
    if FORMULA in kinds:
        made.append((FORMULA, "", say("reuse-formula"), ""))
    made.append((NOTHING, "", say("reuse-nowhere"), ""))
    return made


def build_row(view: DocumentReuseView, each: SharedClause, here: str, say: Messages) -> dict[str, Any]:
    """Return a clause beside the other one."""
    own, other = mark_both(each.own, each.other, here, say)
    return {
        "name": uris.anchor(view.version, each.own.at.clause),
        "kind": each.kind,
        "own": own,
        "other": other,
        "same": each.own.text == each.other.text,
        "also": build_also(each.also, each.other.at.document, here, say) if each.also else None,
    }


def mark_both(
    own: QuotedClause, other: QuotedClause, here: str, say: Messages
) -> tuple[ShownSide, ShownSide]:
    """Mark in two clauses the words that only one of them has: nobody knows who added or left out any."""
    sides: tuple[list[Run], list[Run]] = ([], [])
    for edit in diff_texts(own.text, other.text, own.at.language):
        if edit.op is Op.EQUAL:
            for side in sides:
                side.append(Run("", edit.text))
        else:
            sides[edit.op is Op.INSERT].append(Run("only", edit.text))
    one, two = (
        ShownSide(link_clause(each.at, here), render_lines(runs, say))
        for each, runs in zip((own, other), sides, strict=True)
    )
    return one, two


def render_lines(runs: Sequence[Run], say: Messages) -> tuple[Markup, ...]:
    """Write runs as paragraphs: a line feed ends one."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        pieces = [run.text.replace("\n", " ")] if run.mark == "gap" else run.text.split("\n")
        for at, piece in enumerate(pieces):
            if at:
                lines.append([])
            lines[-1].append(Run(run.mark, piece))
    return tuple(line for line in (render_runs(filter(has_text, each), say) for each in lines) if line)


def has_text(run: Run) -> bool:
    """Tell whether there is anything to write."""
    return bool(run.text)


def link_clause(at: CitedClause, here: str) -> ClauseLink:
    """Link to a clause where it is read."""
    return ClauseLink(
        href=uris.link(here, uris.read_uri(at.document, at.version), uris.anchor(at.version, at.clause)),
        title=flatten_text(at.title),
        language=at.language,
        name=flatten_text(at.name),
        date=at.date,
    )


def build_also(also: AlsoIn, apart: str, here: str, say: Messages) -> dict[str, Any]:
    """Return where else a clause stands, but for one document, and the link to all wordings."""
    return {
        "links": [link_clause(each, here) for each in also.named if each.document != apart],
        "more": say("reuse-more", count=also.more) if also.more else "",
        "family": uris.link(here, uris.families_uri(also.leader, also.sheet), also.family),
    }


def render_families_page(
    view: DocumentReuseView, tabs: Sequence[NavigationLink], language: str, sheet: int, sheets: int
) -> Page:
    """Make a page of families of which the document has the first clause; the first of `sheets` is 1."""
    here = uris.families_uri(view.document, sheet)
    frame = build_reuse_frame(view, tabs, here, language)
    say: Messages = frame["say"]
    return render_page(
        "families.html",
        uri=here,
        title=say("reuse-families-of", title=flatten_text(view.title)),
        toc=(),
        values={
            **frame,
            "lead": say("reuse-families-lead", count=len(view.families)),
            "back": uris.link(here, uris.reuse_uri(view.document)),
            "families": [
                build_family(each, here, say) for each in view.families[(sheet - 1) * SHEET : sheet * SHEET]
            ],
            "sheets": [
                NavigationLink(
                    uris.link(here, uris.families_uri(view.document, each)), str(each), current=each == sheet
                )
                for each in range(1, sheets + 1)
                if sheets > 1
            ],
        },
    )


def build_family(family: FamilyView, here: str, say: Messages) -> dict[str, Any]:
    """Return a family: the first wording whole, the others with what differs from it."""
    first = family.wordings[0].quoted if family.wordings else None
    order = "" if family.ordered else say("reuse-unordered")
    kind = say("reuse-formula-of" if family.formula else "reuse-family-of", count=family.documents)
    return {
        "name": family.id,
        "head": flatten_text(first.at.name) if first else "",
        "told": say("sentence-gap").join(filter(None, (kind, order))),
        "wordings": [
            {
                "percent": "" if first is each.quoted else say("reuse-alike", value=int(100 * each.likeness)),
                "language": each.quoted.at.language,
                "lines": mark_wording(first, each.quoted, say),
                "holders": [link_clause(holder, here) for holder in each.holders],
            }
            for each in family.wordings
            if first
        ],
        "more": say("reuse-more-clauses", count=family.more) if family.more else "",
    }


def mark_wording(first: QuotedClause, each: QuotedClause, say: Messages) -> tuple[Markup, ...]:
    """Mark in a wording what the first has not; where it only lacks words of the first stands a gap."""
    if first is each:
        return render_lines([Run("", each.text)], say)
    strands = build_edit_runs(diff_texts(first.text, each.text, each.at.language), None)
    runs = merge_sides(strands, "only", "gap")
    beside = [{run.mark for run in runs[max(0, at - 1) : at + 2]} for at in range(len(runs))]
    shown = [run for run, marks in zip(runs, beside, strict=True) if run.mark != "gap" or "only" not in marks]
    return render_lines(shown, say)
