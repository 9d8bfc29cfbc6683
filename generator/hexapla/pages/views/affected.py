"""Clauses whose words stay while what they lean on changes: what is said of them, and the way there."""

from collections.abc import Iterator

from hexapla.i18n import Messages
from hexapla.model import Affected, AffectedReason, Flag
from hexapla.pages import uris
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.page_context import DisplayedChange
from hexapla.pages.views.page_frame import NavigationLink

TOLD = 4
"""so many reasons of a row are told"""


def list_reasons(reading: DisplayedChange) -> list[Affected]:
    """Return what changed on which a clause leans, but for what its stale references say already."""
    change = reading.change
    told = Flag.REFERENCE_STALE in change.flags
    return [each for each in change.affected if not (told and each.reason is AffectedReason.CITED_REUSED)]


def is_affected(reading: DisplayedChange) -> bool:
    """Tell whether a page says that what a clause leans on changed."""
    return bool(list_reasons(reading))


def explain_affected(reading: DisplayedChange, say: Messages) -> Iterator[NavigationLink]:
    """Yield what changed on which a clause leans, each a link to its row on the same page."""
    for each in list_reasons(reading)[:TOLD]:
        words = say(f"affected-{each.reason}", words=flatten_text(each.words))
        yield NavigationLink(uris.fragment(each.change), words)
