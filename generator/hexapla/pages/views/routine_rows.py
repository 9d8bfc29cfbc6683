"""Rows that need not be weighed one by one: how filters find them, and why they are such."""

from hexapla.model import Routine
from hexapla.pages.change_kinds import AFFECTED, ROUTINE
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.page_context import PageContext
from hexapla.pairs import SiglumPair
from hexapla.reading.affected_reasons import is_affected
from hexapla.reading.routine import is_routine


def list_tokens(reading: DisplayedChange) -> str:
    """Return the words by which filters find a row."""
    beside = ((ROUTINE, is_routine(reading.change, reading.kinds)), (AFFECTED, is_affected(reading.change)))
    return " ".join((*reading.kinds, *(token for token, holds in beside if holds)))


def explain_routine(layout: PageContext, pair: SiglumPair, reading: DisplayedChange) -> tuple[str, ...]:
    """Say why a row is routine: by the expressions that alone explain it, else by the kinds of reasons.

    Nothing is said of another row.
    """
    if not is_routine(reading.change, reading.kinds):
        return ()
    change, say = reading.change, layout.say_between(*pair)
    own = [each for each in layout.both_ways[pair].replacements if each.id in change.replacements]
    reasons = (each for each in change.routine if not (own and each is Routine.REPLACEMENT))
    return (
        *(f" {say('arrow')} ".join(map(flatten_text, (each.delete, each.insert))) for each in own),
        *(say(f"routine-{reason}") for reason in reasons),
    )
