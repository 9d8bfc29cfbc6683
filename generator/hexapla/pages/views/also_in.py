"""“Stands also in”, put into reading pages when all documents are known."""

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

ROOM = regex.compile(r"<!--also ([^<>]*)-->")
"""where a clause's remark belongs; an escaped text holds no `<`, so that only ours match"""


def fill_also_in(page: Page, known: Mapping[str, AlsoIn], language: str) -> Page:
    """Say of each clause of a reading page in which other documents it stands.

    Args:
        page: a reading page that keeps room for it.
        known: by the name that a clause has on pages.
        language: of the interface.
    """
    say = load_messages(language)

    def fill(match: "regex.Match[str]") -> str:
        also = known.get(html.unescape(match[1]))
        return write_also_in(also, page.uri, say) if also else ""

    return replace(page, html=ROOM.sub(fill, page.html))


def write_also_in(also: AlsoIn, here: str, say: Messages) -> Markup:
    """Write the remark on one clause."""
    written = fill_template(
        "also-in.html",
        say=say,
        links=[link_clause(each, here) for each in also.named],
        more=say("reuse-more", count=also.more) if also.more else "",
        family=uris.link(here, uris.families_uri(also.leader, also.sheet), also.family),
        formula=also.formula,
    )
    return Markup(written)  # noqa: S704 - made by our template
