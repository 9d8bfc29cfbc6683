"""“Stands also in”, put into pages on which clauses are read or compared when all documents are known."""

import html
from collections.abc import Mapping
from dataclasses import replace

import regex
from markupsafe import Markup

from hexapla.i18n import Messages, load_messages
from hexapla.model import Page
from hexapla.pages import uris
from hexapla.pages.templating import fill_template
from hexapla.pages.views.reuse_pages import link_clause
from hexapla.reading.reuse_views import AlsoIn

ROOM = regex.compile(r"<!--also(-count)? ([^<>]*)-->")
"""where a remark on a clause belongs, or on the first of several of which there is one; an escaped text holds
no `<`, so that only ours match"""


def fill_also_in(page: Page, known: Mapping[str, AlsoIn], language: str) -> Page:
    """Say of each clause of a page in which other documents it stands.

    Args:
        page: one that keeps room for it, on which a version is read or two are compared.
        known: by the name that a clause has on pages.
        language: of the interface.
    """
    say = load_messages(language)

    def fill(match: "regex.Match[str]") -> str:
        names = html.unescape(match[2]).split()
        also = next((known[name] for name in names if name in known), None)
        return write_also_in(also, page.uri, say, short=bool(match[1])) if also else ""

    return replace(page, html=ROOM.sub(fill, page.html))


def write_also_in(also: AlsoIn, here: str, say: Messages, *, short: bool) -> Markup:
    """Write the remark on one clause; a short one counts the documents, where there is no room for names."""
    written = fill_template(
        "also-in.html",
        say=say,
        links=[link_clause(each, here) for each in also.named],
        more=say("reuse-more", count=also.more) if also.more else "",
        family=uris.link(here, uris.families_uri(also.leader, also.sheet), also.family),
        formula=also.formula,
        count=len(also.named) + also.more,
        short=short,
    )
    return Markup(written)  # noqa: S704 - made by our template
