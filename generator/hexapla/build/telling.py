"""What changed: Markdown for the summary of a review, JSON, an Atom feed."""

import json
from collections.abc import Iterator, Sequence

import regex

from hexapla.build.changing import ChangedDocument, ChangedVersion, Event, total
from hexapla.build.wording import Offers, wording
from hexapla.export import Notice, feed, mark, unwrapped
from hexapla.reading import Status
from hexapla.render import uris

__all__ = ["as_atom", "as_json", "as_markdown", "headline"]

ACTIVE = regex.compile(r"[\\`*_{}\[\]<>()#+!|~&@:/.-]")
CONTROL = regex.compile(r"[\p{C}\p{Zl}\p{Zp}]")


def headline(documents: Sequence[ChangedDocument]) -> str:
    """Say everything in one line: “2 documents, 1 new version: 14 reworded, 3 moved, 1 removed”."""
    if not documents:
        return "No text changed."
    told = [count(len(documents), "document")]
    versions = [version for document in documents for version in document.versions]
    for event in (Event.NEW, Event.EDITED, Event.RENAMED, Event.REMOVED):
        number = sum(version.event is event for version in versions)
        told += [count(number, f"{event} version")] if number else []
    gone = sum(document.event is Event.REMOVED for document in documents)
    failed = sum(document.event is Event.FAILED for document in documents)
    told += [f"{gone} removed as a whole"] if gone else []
    told += [f"{failed} that cannot be read"] if failed else []
    outside = sum(version.outside for version in versions)
    summed = listed(total(documents), outside)
    return ", ".join(told) + (f": {summed}" if total(documents) or outside else "")


def count(number: int, what: str) -> str:
    """Write a number with its noun."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def listed(counts: Sequence[tuple[Status, int]], outside: int) -> str:
    """Write counts: of clauses, and of titles, notes and signatures, which belong to none."""
    told = [f"{number} {fact.word}" for fact, number in counts] or ["no clause differs"]
    return ", ".join([*told, f"{outside} outside the clauses"] if outside else told)


def key(fact: Status) -> str:
    """Return how data name a fact."""
    return {Status.ONLY_TARGET: "added", Status.ONLY_BASE: "removed"}.get(fact, fact.name.lower())


def as_markdown(documents: Sequence[ChangedDocument]) -> str:
    """Write a summary whose names, whatever they hold, are text: no link, no image, nobody mentioned."""
    lines = [f"**{headline(documents)}**", ""]
    for document in documents:
        lines.append(f"- {plain(document.title)} ({document.event})")
        lines += [f"    - {version_line(version)}" for version in document.versions]
        lines += [f"    - {plain(problem)}" for problem in document.problems]
    return "\n".join(lines).rstrip() + "\n"


def version_line(version: ChangedVersion) -> str:
    """Say what changed in a version."""
    if version.event is Event.RENAMED:
        return (
            f"renamed: {plain(version.label)} ({plain(version.path)}), before: {plain(version.against or '')}"
        )
    against = "its earlier text" if version.event is Event.EDITED else plain(version.against or "")
    told = f": {listed(version.counts, version.outside)}, compared with {against}" if version.against else ""
    return f"{version.event}: {plain(version.label)} ({plain(version.path)}){told}"


def plain(text: str) -> str:
    """Write a text so that Markdown shows it as it is, on one line."""
    spaced = CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    return ACTIVE.sub(lambda match: f"&#{ord(match[0])};", spaced)


def as_json(documents: Sequence[ChangedDocument]) -> str:
    """Write everything as data."""
    record = {
        "schema": "hexapla-changes/1",
        "summary": headline(documents),
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "event": document.event,
                "problems": document.problems,
                "versions": [
                    {
                        "event": version.event,
                        "label": version.label,
                        "path": version.path,
                        "against": version.against,
                        "counts": {key(fact): number for fact, number in version.counts},
                        "outside_clauses": version.outside,
                    }
                    for version in document.versions
                ],
            }
            for document in documents
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def as_atom(documents: Sequence[ChangedDocument], *, day: str, offers: Offers) -> str:
    """Write a feed with an entry for each version that is new, edited or gone, and each document that is.

    Args:
        documents: what changed.
        day: date of what bears none: an edit, a removal.
        offers: names the site and its address.

    Post-conditions:
        1. A new version whose date is known has the id of its entry in the feed of the site.
    """
    notices = (notice for document in documents for notice in notices_of(document, day))
    made = feed(notices, wording("en"), title=offers.title, site_url=offers.site_url, uri=None)
    return made.data.decode()


def notices_of(document: ChangedDocument, day: str) -> Iterator[Notice]:
    """Yield what a feed tells of a document."""
    title = unwrapped(document.title)
    for version in document.versions:
        new = version.event is Event.NEW
        dated = new and version.date and version.since and version.date != version.since
        own = f"{version.event}\n{version.path}\n{version.sha256}"
        yield Notice(
            document=document.id,
            title=f"{title}: {version.event}, {unwrapped(version.label)}",
            mark=mark(version.since, version.date) if dated else own,
            date=(version.date if new else "") or day,
            summary=told(version),
            uri=uris.link(uris.HOME, version.uri),
        )
    if not document.versions:
        yield Notice(
            document=document.id,
            title=f"{title}: {document.event}",
            mark=f"{document.event}\n{day}",
            date=day,
            summary="; ".join(document.problems) or f"{document.event} as a whole",
            uri=uris.HOME,
        )


def told(version: ChangedVersion) -> str:
    """Say what changed in a version, as text."""
    if not version.against:
        return version.event
    if version.event is Event.RENAMED:
        return f"renamed, before: {unwrapped(version.against)}"
    against = "its earlier text" if version.event is Event.EDITED else unwrapped(version.against)
    return f"{listed(version.counts, version.outside)}, compared with {against}"
