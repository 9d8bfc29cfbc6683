"""Clauses whose words stay while what they lean on changes: what is said of them, and the way there."""

from collections.abc import Iterator
from typing import Final

from hexapla.i18n import Messages
from hexapla.pages import uris
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.page_context import DisplayedChange
from hexapla.pages.views.page_frame import NavigationLink

AFFECTED: Final = "affected"
"""filter, and token of a row"""
TOLD = 4
"""so many reasons of a row are told"""


def is_affected(reading: DisplayedChange) -> bool:
    """Tell whether what a clause leans on changed."""
    return bool(reading.change.affected)


def explain_affected(reading: DisplayedChange, say: Messages) -> Iterator[NavigationLink]:
    """Yield what changed on which a clause leans, each a link to its row on the same page."""
    for each in reading.change.affected[:TOLD]:
        words = say(f"affected-{each.reason}", words=flatten_text(each.words))
        yield NavigationLink(uris.fragment(each.change), words)
