"""Clauses of which little stayed: marks between the words that chance kept would say nothing."""

from typing import Final

from hexapla.i18n import Messages
from hexapla.model import Op
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.reading import Status
from hexapla.reading.status import count_characters

ALIKE: Final = 0.35
"""share of two texts that stands in both, below which they are read as two texts"""
PIECES: Final = 4
"""kept stretches from which it takes more to read the marks than both texts"""


def measure_kept(reading: DisplayedChange) -> float:
    """Return the share of characters that both texts of a row have, 0 to 1; 1 where marks are few."""
    edits = reading.change.edits
    kept = [edit for edit in edits if edit.op is Op.EQUAL]
    if Status.REWORDED not in reading.kinds or not all(reading.units) or len(kept) < PIECES:
        return 1.0
    same, other = 2 * count_characters(kept), count_characters(e for e in edits if e.op is not Op.EQUAL)
    return same / (same + other) if same + other else 1.0


def tell_rewritten(reading: DisplayedChange, say: Messages) -> str:
    """Say of a row that most of it was rewritten, and how much was not; empty where that is not so."""
    kept = measure_kept(reading)
    return say("rewritten", percent=f"{100 * kept:.0f}%") if kept < ALIKE else ""


def choose_row_style(reading: DisplayedChange, *, lacks: bool) -> str:
    """Return the class that a row has for the style; empty: none."""
    if lacks:
        return "hx-row-lack"
    if reading.same and Status.STALE_REFERENCE not in reading.kinds:
        return "hx-row-same"
    return "hx-apart" if measure_kept(reading) < ALIKE else ""
