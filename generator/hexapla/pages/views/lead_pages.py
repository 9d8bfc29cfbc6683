"""Pages whose address says what is asked for, and which lead on to the document that answers.

`at.html#DOCUMENT@DAY` leads to the text of a day, `resolve.html#DOCUMENT/VERSION/NUMBER` to what an old
citation means. Without script each lists the documents that can answer.
"""

from collections.abc import Iterable
from typing import Final

from hexapla.i18n import choose_language, load_messages
from hexapla.model import Page
from hexapla.pages import uris
from hexapla.pages.templating import dump_script_words, render_page
from hexapla.pages.views.day_page import link_assets
from hexapla.pages.views.page_frame import link_guides

DAY_ASKED: Final = "@2019-05-01"
NUMBER_ASKED: Final = "/A/5"
"""what stands behind the document in an example of an address"""
NamedDocument = tuple[str, str, str]
"""id, title and language"""


def render_day_index(documents: Iterable[NamedDocument], *, language: str) -> Page:
    """Make the page from which a document and a day lead on.

    Args:
        documents: those that have a page of their days.
        language: of the interface, BCP 47.
    """
    answers = [(each, uris.day_uri(each[0])) for each in documents]
    return render_lead_page(uris.AT, "at", answers, DAY_ASKED, language)


def render_resolve_index(documents: Iterable[NamedDocument], *, language: str) -> Page:
    """Make the page from which a document, a version and a number lead on.

    Args:
        documents: those that have a page of numbers.
        language: of the interface, BCP 47.
    """
    answers = [(each, uris.concordance_uri(each[0])) for each in documents]
    return render_lead_page(uris.RESOLVE_PAGE, "resolve", answers, NUMBER_ASKED, language)


def render_lead_page(
    here: str, kind: str, answers: Iterable[tuple[NamedDocument, str]], asked: str, language: str
) -> Page:
    """Make a page that leads on.

    Args:
        here: its address.
        kind: `at` or `resolve`: what its messages begin with.
        answers: documents, each with the address of the page that answers.
        asked: what stands behind the document in the example.
        language: of the interface, BCP 47.
    """
    say = load_messages(language)
    listed = sorted(answers, key=lambda each: (each[0][1], each[0][0]))
    title = say("at-index-title" if kind == "at" else "resolve-title")
    return render_page(
        "lead.html",
        uri=here,
        title=title,
        toc=(),
        values={
            "say": say,
            "kind": kind,
            "language": choose_language(language),
            "script_words": dump_script_words(say),
            "home": uris.link(here, uris.HOME),
            "guides": link_guides(here, say),
            "title": title,
            "example": f"{here}#{listed[0][0][0]}{asked}" if listed else "",
            "documents": [(*document, uris.link(here, there)) for document, there in listed],
            **link_assets(here),
        },
    )
