"""What changed: Markdown for the summary of a review, JSON, an Atom feed."""

import json
from collections.abc import Iterator, Sequence

from hexapla.exporters import FeedNotice, feed_mark, write_feed
from hexapla.pages import uris
from hexapla.pipeline.changes import (
    ChangedDocument,
    ChangedVersion,
    ChangeEvent,
    add_counts,
)
from hexapla.pipeline.document_product import SiteOffers
from hexapla.reading import Status
from hexapla.reading.captions import COUNTS, Wording
from hexapla.text import unwrap
from hexapla.text.markdown import escape_markdown_words

SAY = Wording("en").say
"""reports for reviews, and data, are in English"""


def write_headline(documents: Sequence[ChangedDocument]) -> str:
    """Say everything in one line: “2 documents, 1 new version: 14 reworded, 3 moved, 1 removed”."""
    if not documents:
        return "No text changed."
    told = [format_count(len(documents), "document")]
    versions = [version for document in documents for version in document.versions]
    for event in (ChangeEvent.NEW, ChangeEvent.EDITED, ChangeEvent.RENAMED, ChangeEvent.REMOVED):
        number = sum(version.event is event for version in versions)
        told += [format_count(number, f"{event} version")] if number else []
    gone = sum(document.event is ChangeEvent.REMOVED for document in documents)
    failed = sum(document.event is ChangeEvent.FAILED for document in documents)
    renamed = sum(document.event is ChangeEvent.RENAMED for document in documents)
    told += [f"{renamed} renamed as a whole"] if renamed else []
    told += [f"{gone} removed as a whole"] if gone else []
    told += [f"{failed} that cannot be read"] if failed else []
    outside = sum(version.outside for version in versions)
    affected = sum(version.affected for version in versions)
    summed = format_counts(add_counts(documents), outside, affected)
    return ", ".join(told) + (f": {summed}" if add_counts(documents) or outside else "")


def format_count(number: int, what: str) -> str:
    """Write a number with its noun."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def format_counts(counts: Sequence[tuple[Status, int]], outside: int, affected: int = 0) -> str:
    """Write counts: of clauses, and of titles, notes and signatures, which belong to none.

    Clauses that are unchanged, but affected by what changed, are told behind those that differ.
    """
    told = [f"{number} {COUNTS[fact].in_words(SAY)}" for fact, number in counts] or ["no clause differs"]
    told += [f"{affected} unchanged but affected"] if affected else []
    return ", ".join([*told, f"{outside} outside the clauses"] if outside else told)


def status_key(fact: Status) -> str:
    """Return how data name a fact."""
    return {Status.ONLY_TARGET: "added", Status.ONLY_BASE: "removed"}.get(fact, fact.data_name)


def format_markdown(documents: Sequence[ChangedDocument]) -> str:
    """Write a summary whose names, whatever they hold, are text: no link, no image, nobody mentioned."""
    lines = [f"**{write_headline(documents)}**", ""]
    for document in documents:
        before = f", before: {escape_markdown_words(document.formerly)}" if document.formerly else ""
        lines.append(f"- {escape_markdown_words(document.title)} ({document.event}{before})")
        for version in document.versions:
            lines.append(f"    - {write_version_line(version)}")
            lines += [f"        - {escape_markdown_words(version.told)}"] if version.told else []
        lines += [f"    - {escape_markdown_words(problem)}" for problem in document.problems]
    return "\n".join(lines).rstrip() + "\n"


def write_version_line(version: ChangedVersion) -> str:
    """Say what changed in a version."""
    if version.event is ChangeEvent.RENAMED:
        label, path, before = map(escape_markdown_words, (version.label, version.path, version.against or ""))
        return f"renamed: {label} ({path}), before: {before}"
    against = (
        "its earlier text"
        if version.event is ChangeEvent.EDITED
        else escape_markdown_words(version.against or "")
    )
    told = (
        f": {format_counts(version.counts, version.outside, version.affected)}, compared with {against}"
        if version.against
        else ""
    )
    label, path = map(escape_markdown_words, (version.label, version.path))
    return f"{version.event}: {label} ({path}){told}"


def format_json(documents: Sequence[ChangedDocument]) -> str:
    """Write everything as data."""
    record = {
        "schema": "hexapla-changes/1",
        "summary": write_headline(documents),
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "event": document.event,
                "formerly": document.formerly,
                "problems": document.problems,
                "versions": [
                    {
                        "event": version.event,
                        "label": version.label,
                        "path": version.path,
                        "against": version.against,
                        "counts": {status_key(fact): number for fact, number in version.counts},
                        "outside_clauses": version.outside,
                        "affected": version.affected,
                        "in_words": version.told,
                    }
                    for version in document.versions
                ],
            }
            for document in documents
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def format_atom(documents: Sequence[ChangedDocument], *, day: str, offers: SiteOffers) -> str:
    """Write a feed with an entry for each version that is new, edited or gone, and each document that is.

    Args:
        documents: what changed.
        day: date of what bears none: an edit, a removal.
        offers: names the site and its address.

    Post-conditions:
        1. A new version whose date is known has the id of its entry in the feed of the site.
    """
    notices = (notice for document in documents for notice in build_notices(document, day))
    made = write_feed(notices, Wording("en"), title=offers.title, site_url=offers.site_url, uri=None)
    return made.data.decode()


def build_notices(document: ChangedDocument, day: str) -> Iterator[FeedNotice]:
    """Yield what a feed tells of a document."""
    title = unwrap(document.title)
    for version in document.versions:
        new = version.event is ChangeEvent.NEW
        dated = new and version.date and version.since and version.date != version.since
        own = f"{version.event}\n{version.path}\n{version.sha256}"
        yield FeedNotice(
            document=document.id,
            title=f"{title}: {version.event}, {unwrap(version.label)}",
            mark=feed_mark(version.since, version.date) if dated else own,
            date=(version.date if new else "") or day,
            summary=describe_version(version),
            uri=uris.link(uris.HOME, version.uri),
        )
    if not document.versions:
        yield FeedNotice(
            document=document.id,
            title=f"{title}: {document.event}",
            mark=f"{document.event}\n{day}",
            date=day,
            summary=describe_whole(document),
            uri=uris.HOME,
        )


def describe_whole(document: ChangedDocument) -> str:
    """Say what happened to a document of which no version is told, as text."""
    if document.formerly:
        return f"renamed, before: {unwrap(document.formerly)}"
    return "; ".join(document.problems) or f"{document.event} as a whole"


def describe_version(version: ChangedVersion) -> str:
    """Say what changed in a version, as text."""
    if not version.against:
        return version.event
    if version.event is ChangeEvent.RENAMED:
        return f"renamed, before: {unwrap(version.against)}"
    against = "its earlier text" if version.event is ChangeEvent.EDITED else unwrap(version.against)
    counted = f"{format_counts(version.counts, version.outside, version.affected)}, compared with {against}"
    return f"{counted}. {version.told}" if version.told else counted
