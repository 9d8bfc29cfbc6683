"""The page about reuse in the whole collection, and the texts that groups of documents have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hexapla.i18n import Messages, choose_language, load_messages
from hexapla.model import File, Page, TocEntry
from hexapla.pages import uris
from hexapla.pages.marked_text import Run, flatten_text
from hexapla.pages.templating import dump_script_words, render_page
from hexapla.pages.views.page_frame import link_guides
from hexapla.pages.views.reuse_pages import STYLE, link_clause, render_lines
from hexapla.pages.views.reuse_pictures import (
    LEVELS,
    Shares,
    draw_matrix,
    draw_network,
    find_level,
    list_edges,
)
from hexapla.reading.reuse_views import QuotedClause, number_sheets
from hexapla.reuse import CollectionReuse, DocumentReuse, ModelText, address_of, order_by_kinship

TABLE_MOST = 20
"""documents up to which the matrix is a table with figures"""
MOST_LISTED = 200
"""documents that are listed and drawn; of more those that share most"""
MOST_FORMULAE, MOST_PAIRS, MOST_NAMED = 20, 60, 3
"""formulae and pairs that are listed, and documents that are named beside each"""
SECTIONS = ("lines", "table", "matrix", "network", "models", "formulae")
"""of the page, in order"""
COMMAND = "hexapla reuse"
"""lists all that a page does not"""
MODEL_FILE = "reuse/model-text-{}.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTextView:
    """A text that a group of documents has in common, with all its words."""

    text: ModelText
    titles: tuple[tuple[str, str], ...]
    """id and title of each document of the group"""
    language: str
    clauses: tuple[QuotedClause, ...]
    """a wording per clause"""


def quote_model_text(
    text: ModelText,
    titles: Mapping[str, str],
    quotes: Mapping[tuple[str, str, str], QuotedClause],
) -> ModelTextView:
    """Give a common text its words; a clause whose words are not known is left out."""
    known = [clause for clause in text.clauses if address_of(clause.wording) in quotes]
    words = tuple(quotes[address_of(clause.wording)] for clause in known)
    return ModelTextView(
        text=ModelText(documents=text.documents, clauses=tuple(known)),
        titles=tuple((name, titles[name]) for name in text.documents),
        language=words[0].at.language if words else "und",
        clauses=words,
    )


def render_reuse_overview(
    found: CollectionReuse,
    quotes: Mapping[tuple[str, str, str], QuotedClause],
    models: Sequence[ModelTextView],
    *,
    language: str,
) -> Page:
    """Make the page: who shares how much with whom, as a list, a matrix and a network.

    Args:
        found: in the collection.
        quotes: clauses with their words, by document, version and clause.
        models: texts that groups of documents have in common; each has a page of its own.
        language: of the interface, BCP 47.
    """
    here, say = uris.guide_uri("reuse"), load_messages(language)
    sharing = sorted(
        (each for each in found.documents if each.shares),
        key=lambda each: (-round(each.shares[0].share, 9), each.document),
    )
    lead = say("reuse-all-lead", count=len(sharing), all=len(found.documents))
    values = {
        **build_site_frame(here, say, language),
        **build_pictures(found, sharing, here, say),
        "lead": lead,
        "command": COMMAND,
        "models": [
            (uris.link(here, uris.model_text_uri(at)), describe_model(each, say))
            for at, each in enumerate(models, start=1)
        ],
        "formulae": list_formulae(found, quotes, here, say),
    }
    sections = [name for name in SECTIONS if values[name]]
    return render_page(
        "reuse-all.html",
        uri=here,
        title=say("reuse-all-title"),
        toc=tuple(TocEntry(2, name, say(f"reuse-{name}")) for name in sections),
        description=lead,
        values=values,
    )


def build_pictures(
    found: CollectionReuse, sharing: Sequence[DocumentReuse], here: str, say: Messages
) -> dict[str, Any]:
    """Return who shares how much with whom, as a list, a matrix and a network.

    Args:
        found: in the collection.
        sharing: documents that share anything, those that share most first.
        here: address from which documents are linked.
        say: the words of the interface.
    """
    listed = {each.document: each for each in sharing[:MOST_LISTED]}
    order = order_by_kinship(tuple(listed.values()))
    titles = {each.document: each.title for each in found.documents}
    shares: Shares = {
        (each.document, share.document): share.share for each in listed.values() for share in each.shares
    }
    left = len(sharing) - len(listed)
    return {
        "lines": [build_line(listed[name], at, titles, here, say) for at, name in enumerate(order, start=1)],
        "left": say("reuse-left-out", count=left, command=COMMAND) if left else "",
        "table": build_table(order, titles, shares, here) if len(order) <= TABLE_MOST else [],
        "matrix": draw_matrix(order, titles, shares, here) if len(order) > TABLE_MOST else None,
        "network": draw_network(order, titles, shares, here),
        "pairs": list_pairs(order, titles, shares, say),
        "levels": [say("reuse-from", percent=round(100 * level)) for level in LEVELS],
    }


def build_site_frame(here: str, say: Messages, language: str) -> dict[str, Any]:
    """Return what the templates of pages about the collection need."""
    return {
        "say": say,
        "language": choose_language(language),
        "script_words": dump_script_words(say),
        "home": uris.link(here, uris.HOME),
        "guides": link_guides(here, say),
        "style": uris.link(here, uris.ASSETS + STYLE),
        "foot": say("reuse-all-title"),
    }


def build_line(
    each: DocumentReuse, at: int, titles: Mapping[str, str], here: str, say: Messages
) -> dict[str, Any]:
    """Return a document of the list, with those it shares most with."""
    return {
        "place": at,
        "href": uris.link(here, uris.reuse_uri(each.document)),
        "title": flatten_text(each.title),
        "shares": [
            (say("percent", value=round(100 * share.share)), flatten_text(titles.get(share.document, "")))
            for share in each.shares[:MOST_NAMED]
        ],
    }


def build_table(
    order: Sequence[str], titles: Mapping[str, str], shares: Shares, here: str
) -> list[dict[str, Any]]:
    """Return the matrix as a table: a line a document, what of it stands in each other one."""
    return [
        {
            "place": at,
            "href": uris.link(here, uris.reuse_uri(one)),
            "title": flatten_text(titles[one]),
            "cells": [
                None
                if one == other
                else (
                    find_level(shares.get((one, other), 0.0), LEVELS),
                    round(100 * shares.get((one, other), 0.0)),
                )
                for other in order
            ],
        }
        for at, one in enumerate(order, start=1)
    ]


def list_pairs(order: Sequence[str], titles: Mapping[str, str], shares: Shares, say: Messages) -> list[str]:
    """Say of the pairs that a network joins how much of each stands in the other, in their order."""
    return [
        say(
            "reuse-pair",
            one=flatten_text(titles[one]),
            other=flatten_text(titles[other]),
            there=round(100 * shares.get((one, other), 0.0)),
            back=round(100 * shares.get((other, one), 0.0)),
        )
        for _, one, other in list_edges(order, shares)[:MOST_PAIRS]
    ]


def list_formulae(
    found: CollectionReuse, quotes: Mapping[tuple[str, str, str], QuotedClause], here: str, say: Messages
) -> list[tuple[str, str, str]]:
    """Return the formulae that most documents have: link, words, how many have it."""
    sheets = number_sheets(found)
    formulae = sorted(
        (family for family in found.families if family.formula),
        key=lambda family: (-len(family.documents), family.id),
    )
    return [
        (
            uris.link(here, uris.families_uri(family.members[0].document, sheets[family.id]), family.id),
            flatten_text(quoted.text),
            say("reuse-formula-of", count=len(family.documents)),
        )
        for family in formulae[:MOST_FORMULAE]
        if (quoted := quotes.get(address_of(family.members[0])))
    ]


def describe_model(view: ModelTextView, say: Messages) -> str:
    """Say what a common text is, in a line."""
    return say("reuse-model", documents=len(view.titles), clauses=len(view.clauses))


def render_model_text(view: ModelTextView, at: int, *, language: str) -> tuple[Page, File]:
    """Make the page of a common text, and the file with which others can be compared.

    Args:
        view: the text with its words.
        at: its number, from 1.
        language: of the interface, BCP 47.
    """
    here, say = uris.model_text_uri(at), load_messages(language)
    title = say("reuse-model-title", number=at)
    file = File(uri=MODEL_FILE.format(at), data=write_model_file(view, title).encode("utf-8", "replace"))
    values = {
        **build_site_frame(here, say, language),
        "title": title,
        "lead": describe_model(view, say),
        "own_language": view.language,
        "everything": uris.link(here, uris.guide_uri("reuse")),
        "documents": [
            (uris.link(here, uris.reuse_uri(name)), flatten_text(own)) for name, own in view.titles
        ],
        "file": uris.link(here, file.uri),
        "clauses": [
            {
                "name": f"clause-{number}",
                "number": number,
                "lines": render_lines([Run("", quoted.text)], say),
                "wording": link_clause(quoted.at, here),
                "told": say("reuse-held", count=len(clause.holders), all=len(view.titles)),
            }
            for number, (clause, quoted) in enumerate(
                zip(view.text.clauses, view.clauses, strict=True), start=1
            )
        ],
    }
    return render_page("model-text.html", uri=here, title=title, toc=(), values=values), file


def write_model_file(view: ModelTextView, title: str) -> str:
    """Write a common text as a source text: a heading, then its clauses, numbered anew."""
    clauses = (f"{at}. {quoted.text}" for at, quoted in enumerate(view.clauses, start=1))
    return "\n\n".join((title, *clauses)) + "\n"
