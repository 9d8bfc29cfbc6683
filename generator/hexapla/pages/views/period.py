"""From when to when a version holds, as its reading page says it, with the way to the one that followed.

A page knows no day of today: it says when a version ended, and by which it was followed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hexapla.model import Certainty, PeriodReason, Version
from hexapla.pages import uris
from hexapla.pages.page_context import PageContext
from hexapla.pages.views.page_frame import NavigationLink, version_label
from hexapla.reading.labels import drop_repeated_word
from hexapla.text import unwrap

UNTOLD = frozenset({PeriodReason.SILENT, PeriodReason.UNDATED})
"""reasons of which a page says nothing: most texts are no laws"""


@dataclass(frozen=True, slots=True)
class ShownPeriod:
    """What a page says of a period."""

    text: str
    ended: bool
    """whether the version has an end"""
    successor: NavigationLink | None
    """the version that took its place"""
    clauses: tuple[str, ...]
    """what is said of clauses that hold from another day"""


def describe_period(layout: PageContext, version: Version, here: str) -> ShownPeriod | None:
    """Say from when to when a version holds; None where nothing tells anything."""
    own, say = version.in_force, layout.say
    if own.start is None and own.reason in UNTOLD:
        return None
    if own.start is None:
        text = say("in-force-unknown", reason=say(f"period-{own.reason}"))
    elif own.until:
        text = say("in-force-until", start=own.start, until=own.until)
    elif own.certainty is Certainty.UNKNOWN:
        text = say("in-force-open", start=own.start)
    else:
        text = say("in-force-from", start=own.start)
    return ShownPeriod(
        text,
        ended=own.until is not None,
        successor=find_successor(layout, version, here),
        clauses=tuple(tell_exceptions(layout, version)),
    )


def find_successor(layout: PageContext, version: Version, here: str) -> NavigationLink | None:
    """Link to the version that holds from the day on which this one ended."""
    until = version.in_force.until
    later = layout.document.versions[layout.document.versions.index(version) + 1 :]
    following = next((each for each in later if until and each.in_force.start == until), None)
    if following is None:
        return None
    name = " ".join(filter(None, (following.siglum, version_label(following))))
    return NavigationLink(
        uris.link(here, uris.read_uri(layout.document.id, following.siglum)),
        layout.say("in-force-then", version=name),
    )


def tell_exceptions(layout: PageContext, version: Version) -> Iterator[str]:
    """Yield from when clauses hold that hold from another day."""
    numbers = {clause.id: unwrap(clause.number or "") for clause in version.clauses}
    for each in version.in_force.exceptions:
        names = drop_repeated_word(filter(None, (numbers.get(name, "") for name in each.clauses)))
        clauses = layout.say("list-separator").join(names)
        if clauses and each.start:
            yield layout.say("in-force-clauses", clauses=clauses, start=each.start)
        elif clauses:
            yield layout.say("in-force-clauses-unknown", clauses=clauses)
