"""Clauses whose words stay while what they lean on changes: what is said of them, and the way there."""

from collections.abc import Iterator

from hexapla.i18n import Messages
from hexapla.pages import uris
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.views.page_frame import NavigationLink
from hexapla.reading.affected_reasons import list_reasons

TOLD = 4
"""so many reasons of a row are told"""


def explain_affected(reading: DisplayedChange, say: Messages) -> Iterator[NavigationLink]:
    """Yield what changed on which a clause leans, each a link to its row on the same page."""
    for each in list_reasons(reading.change)[:TOLD]:
        words = say(f"affected-{each.reason}", words=flatten_text(each.words))
        yield NavigationLink(uris.fragment(each.change), words)
