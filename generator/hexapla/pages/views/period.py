"""From when to when a version holds, as its reading page says it, with the way to the one that followed.

A page knows no day of today: it says when a version ended, and by which it was followed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hexapla.model import Certainty, PeriodReason, Version
from hexapla.pages import uris
from hexapla.pages.page_context import PageContext
from hexapla.pages.views.page_frame import NavigationLink, full_version_name, version_label
from hexapla.reading.day_spans import find_present_version, has_known_days
from hexapla.reading.labels import drop_repeated_word, strip_number
from hexapla.text import unwrap

UNTOLD = frozenset({PeriodReason.SILENT, PeriodReason.UNDATED})
"""reasons of which a page says nothing: most texts are no laws"""


@dataclass(frozen=True, slots=True)
class ShownPeriod:
    """What a page says of a period."""

    text: str
    successor: NavigationLink | None
    """the version that took its place"""
    clauses: tuple[str, ...]
    """what is said of clauses that hold from another day"""
    days: NavigationLink | None
    """the page of the document's days"""


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
        successor=find_successor(layout, version, here),
        clauses=tuple(tell_exceptions(layout, version)),
        days=link_days(layout, here),
    )


def link_days(layout: PageContext, here: str) -> NavigationLink | None:
    """Link to the page that says which text was in force on a day, if there is one."""
    if not has_known_days(layout.document):
        return None
    return NavigationLink(uris.link(here, uris.day_uri(layout.document.id)), layout.say("tab-at"))


@dataclass(frozen=True, slots=True)
class OverBanner:
    """What stands above the text of a version that is no longer in force."""

    text: str
    links: tuple[NavigationLink, ...]
    """to the version that followed, and to the last one of which nothing says that it ended"""
    start: str = ""
    """the day before which it is shown, by the reader's own clock; empty: it is shown in any case"""


def build_banner(layout: PageContext, version: Version, here: str) -> OverBanner | None:
    """Say that a version is no longer in force, with the way to the one that is; None while it may be."""
    until = version.in_force.until
    if until is None:
        return build_early_banner(layout, version, here)
    successor = find_successor(layout, version, here)
    present = find_present_version(layout.document)
    links = [successor] if successor else []
    if present and present is not version:
        uri = uris.link(here, uris.read_uri(layout.document.id, present.siglum))
        if not successor or successor.href != uri:
            links.append(NavigationLink(uri, layout.say("banner-last", version=full_version_name(present))))
    told = layout.say("banner-ended", version=full_version_name(version), until=until)
    return OverBanner(told, tuple(links))


def build_early_banner(layout: PageContext, version: Version, here: str) -> OverBanner | None:
    """Say that a version is not yet in force, for readers before its day; None where it has none."""
    start = version.in_force.start
    at = layout.document.versions.index(version)
    if start is None or not at:
        return None
    before = layout.document.versions[at - 1]
    uri = uris.link(here, uris.read_uri(layout.document.id, before.siglum))
    told = layout.say("banner-early", version=full_version_name(version), start=start)
    link = NavigationLink(uri, layout.say("banner-before", version=full_version_name(before)))
    return OverBanner(told, (link,), start)


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


def name_clauses(layout: PageContext, version: Version, ids: Iterable[str]) -> str:
    """Name clauses of a version by their numbers."""
    numbers = {clause.id: unwrap(clause.number or "") for clause in version.clauses}
    names = drop_repeated_word(filter(None, (strip_number(numbers.get(name)) for name in ids)))
    return layout.say("list-separator").join(names)


def tell_exceptions(layout: PageContext, version: Version) -> Iterator[str]:
    """Yield from when clauses hold that hold from another day."""
    for each in version.in_force.exceptions:
        clauses = name_clauses(layout, version, each.clauses)
        if clauses and each.start:
            yield layout.say("in-force-clauses", clauses=clauses, start=each.start)
        elif clauses:
            yield layout.say("in-force-clauses-unknown", clauses=clauses)
