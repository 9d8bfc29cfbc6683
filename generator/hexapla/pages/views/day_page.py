"""The text as of a day: a document's days as a list, each with the text that was in force.

The list is whole without a script. With one, a day is asked for in a form or in the address (`#2019-05-01`),
and its line of the list is shown as the answer. The page knows no day of today; the reader's browser does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hexapla.model import Certainty, Page, TocEntry, Version
from hexapla.pages import uris
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import render_page
from hexapla.pages.views.page_frame import (
    NavigationLink,
    build_frame_values,
    full_version_name,
)
from hexapla.pages.views.period import UNTOLD, name_clauses
from hexapla.reading import count_by_status
from hexapla.reading.day_in_force import DayOutcome
from hexapla.reading.day_spans import DaySpan

STYLE, SCRIPT = "time.css", "time.js"
"""assets that only pages about time load"""


@dataclass(frozen=True, slots=True)
class ShownSpan:
    """A line of the list."""

    start: str
    """ISO 8601; empty: there is no first day"""
    until: str
    days: str
    """in words"""
    told: str
    """what held, before the links to it"""
    texts: tuple[NavigationLink, ...]
    """the version that held, or those of which one may have held"""
    sure: bool
    notes: tuple[str, ...]
    """how it is known, or why not, and which clauses did not hold yet"""
    since: NavigationLink | None
    """what has changed since, up to the last version"""
    upcoming: NavigationLink | None
    """what changes next"""


def render_day_page(layout: PageContext, spans: Sequence[DaySpan]) -> Page:
    """Make the page; `spans` are the document's, and there is one at least."""
    document, say = layout.document, layout.say
    here = uris.day_uri(document.id)
    return render_page(
        "at.html",
        uri=here,
        title=say("at-title", title=document.title),
        toc=(TocEntry(2, "days", say("at-days")),),
        values={
            **build_frame_values(layout, here, "at", wide=False, foot=[say("tab-at")]),
            **link_assets(here),
            "spans": [describe_span(layout, each, here) for each in spans],
        },
    )


def link_assets(here: str) -> dict[str, str]:
    """Return the links to the assets of pages about time."""
    return {
        "style": uris.link(here, uris.ASSETS + STYLE),
        "script": uris.link(here, uris.ASSETS + SCRIPT),
    }


def describe_span(layout: PageContext, span: DaySpan, here: str) -> ShownSpan:
    """Say what is known of some days."""
    say, answer = layout.say, span.answer
    named = (answer.version,) if answer.version else answer.candidates
    texts = named if answer.outcome is not DayOutcome.NOT_YET else ()
    return ShownSpan(
        start=span.start or "",
        until=span.until or "",
        days=tell_days(layout, span),
        told=say(f"at-{answer.outcome}", count=len(texts)),
        texts=tuple(link_text(layout, each, here) for each in texts),
        sure=answer.certainty is not Certainty.UNKNOWN,
        notes=tuple(list_notes(layout, span)),
        since=link_changes_since(layout, answer.version, here),
        upcoming=link_upcoming(layout, span, here),
    )


def tell_days(layout: PageContext, span: DaySpan) -> str:
    """Name the days of a span."""
    if span.start and span.until:
        return layout.say("at-between", start=span.start, until=span.until)
    if span.start:
        return layout.say("at-from", start=span.start)
    return layout.say("at-before", until=span.until) if span.until else layout.say("at-always")


def link_text(layout: PageContext, version: Version, here: str) -> NavigationLink:
    """Link to a version's text."""
    return NavigationLink(
        uris.link(here, uris.read_uri(layout.document.id, version.siglum)), full_version_name(version)
    )


def list_notes(layout: PageContext, span: DaySpan) -> Iterator[str]:
    """Yield how the answer is known, or why it is not, and which clauses did not hold yet."""
    say, answer = layout.say, span.answer
    if answer.version and answer.outcome in (DayOutcome.IN_FORCE, DayOutcome.EXPIRED):
        yield say(f"certainty-{answer.certainty}")
    for each in answer.candidates:
        own = each.in_force
        if own.start is None and own.reason not in UNTOLD:
            yield say("at-why", version=full_version_name(each), reason=say(f"period-{own.reason}"))
    for held in answer.not_yet:
        clauses = name_clauses(layout, answer.version, held.clauses) if answer.version else ""
        message = "at-clauses-later" if held.start else "at-clauses-unknown"
        yield say(message, clauses=clauses, start=held.start or "")


def link_changes_since(layout: PageContext, held: Version | None, here: str) -> NavigationLink | None:
    """Say how many clauses changed from a version to the last one, and link to their comparison."""
    last = layout.document.versions[-1]
    if held is None or held is last:
        return None
    readings = layout.readings.get((held.siglum, last.siglum))
    if readings is None:
        return None
    counts = count_by_status(reading.kinds for reading in readings.values())
    changed = sum(count for status, count in counts.items() if status.changed)
    document = layout.document.id
    shown = (held.siglum, last.siglum) in layout.open
    uri = uris.compare_uri(document, held.siglum, last.siglum) if shown else uris.history_uri(document)
    return NavigationLink(
        uris.link(here, uri), layout.say("at-since", count=changed, version=full_version_name(last))
    )


def link_upcoming(layout: PageContext, span: DaySpan, here: str) -> NavigationLink | None:
    """Say which version follows, and from when, with the link to what it changes."""
    answer = span.answer
    if not answer.upcoming:
        return None
    following = answer.upcoming[0]
    document = layout.document.id
    pair = (answer.version.siglum, following.siglum) if answer.version else None
    uri = (
        uris.compare_uri(document, *pair)
        if pair in layout.open
        else uris.read_uri(document, following.siglum)
    )
    told = layout.say("at-next", start=following.in_force.start or "", version=full_version_name(following))
    return NavigationLink(uris.link(here, uri), told)
