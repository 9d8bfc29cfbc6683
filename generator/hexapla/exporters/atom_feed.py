"""An Atom feed of changes (RFC 4287): an entry for each version of a dated document and the one before it.

Dates are the texts' own. Addresses of pages are relative where the site's address is not known, which the
standard allows; ids never are, and depend on nothing that another version could change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from hexapla.archive import first_day
from hexapla.exporters.xml_writer import XML_DECLARATION, escape, write_element
from hexapla.model import Comparison, File, is_order_known
from hexapla.pairs import sort_dated_sigla
from hexapla.reading import Status, main_status, statuses_by_change
from hexapla.reading.captions import Wording
from hexapla.reading.labels import Labels, label_document
from hexapla.reading.summary import tell_comparison
from hexapla.text import unwrap

URI: Final = "changes.atom"
ATOM_NAMESPACE: Final = "http://www.w3.org/2005/Atom"
UUID_NAMESPACE: Final = uuid5(NAMESPACE_URL, "urn:hexapla:feed")
"""ids are UUIDs of version 5: the same words give the same id, on every machine and in every year"""
SEPARATE_FEED: Final = "\nchanges"
"""added to the name of a feed that is no file of the site: it is another feed"""
MOST_ENTRIES: Final = 100
"""entries in a feed; a reader keeps what it has seen"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A comparison of a version with the one before it."""

    document: str
    """id"""
    title: str
    base: str
    """label"""
    target: str
    since: str
    """date of the base"""
    date: str
    """date of the target: a year, a month or a day"""
    changed: int
    """rows"""
    formal: int
    """rows that differ in form only"""
    outside: int
    """titles, notes and signatures that differ"""
    rows: int
    uri: str
    """of the comparison's page in the site, percent-encoded"""
    told: str = ""
    """what changed, in words"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedNotice:
    """Anything else that a feed can tell."""

    document: str
    """id"""
    title: str
    mark: str
    """tells it from other notices of the document; the same mark gives the same id"""
    date: str
    """a year, a month or a day"""
    summary: str
    uri: str
    """of a page in the site, percent-encoded"""


def build_feed_entries(
    comparisons: Iterable[Comparison], uri: dict[tuple[str, str], str], wording: Wording | None = None
) -> Iterator[FeedEntry]:
    """Yield the entries of a document: neighbours among its dated versions.

    Args:
        comparisons: of one document.
        uri: (base, target) → where the comparison's page is.
        wording: in which it is told what changed; None: it is not told.
    """
    names: Labels | None = None
    for comparison in comparisons:
        document = comparison.document
        pair = {comparison.base, comparison.target}
        follow = next((both for both in pairwise(sort_dated_sigla(document)) if set(both) == pair), None)
        if follow is None:
            continue
        base, target = map(document.version, follow)
        if not is_order_known(base.date, target.date):
            continue  # of one day, or a year and one of its months: nothing says that one is new
        if wording and names is None:
            names = label_document(document, wording.say("unnumbered"))
        found = [main_status(of) for of in statuses_by_change(comparison).values()]
        yield FeedEntry(
            document=document.id,
            title=unwrap(document.title),
            base=unwrap(base.label),
            target=unwrap(target.label),
            since=base.date,
            date=target.date,
            changed=sum(each.changed for each in found),
            formal=found.count(Status.FORM_ONLY),
            outside=len(comparison.set_aside_changes),
            rows=len(found),
            uri=uri[comparison.base, comparison.target],
            told=tell_comparison(
                comparison if follow[0] == comparison.base else comparison.reversed(),
                wording,
                names,
            )
            if wording
            else "",
        )


def write_feed(
    found: Iterable[FeedEntry | FeedNotice],
    wording: Wording,
    *,
    title: str,
    site_url: str | None = None,
    uri: str | None = URI,
) -> File:
    """Write the feed of a site, the newest entries first.

    Args:
        found: entries of all documents.
        wording: for sentences.
        title: of the site.
        site_url: where the site stands, if that is known.
        uri: of the feed in the site; None: it is not part of it.
    """
    newest = sorted(found, key=lambda each: (each.date, each.document), reverse=True)[:MOST_ENTRIES]
    root = site_url.rstrip("/") + "/" if site_url else ""
    own = f"urn:uuid:{uuid5(UUID_NAMESPACE, (site_url or title) + ('' if uri else SEPARATE_FEED))}"
    here = {"rel": "self", "type": "application/atom+xml", "href": root + (uri or "")}
    updated = format_rfc3339(max((each.date for each in newest), default=""))
    content = [
        write_element("title", None, escape(f"{title} · {wording.say('export-feed')}")),
        write_element("id", None, own),
        write_element("updated", None, updated),
        *([write_element("link", here)] if uri else []),
        write_element("link", {"rel": "alternate", "type": "text/html", "href": root + "index.html"}),
        write_element("author", None, write_element("name", None, escape(title) or "hexapla")),
        write_element("generator", None, "hexapla"),
        *(write_entry(build_notice(each, wording), root) for each in newest),
    ]
    data = (
        XML_DECLARATION
        + write_element("feed", {"xmlns": ATOM_NAMESPACE, "xml:lang": wording.language}, *content)
        + "\n"
    )
    return File(uri=uri or URI, data=data.encode(), format="atom")


def build_notice(each: FeedEntry | FeedNotice, wording: Wording) -> FeedNotice:
    """Put a comparison into words."""
    if isinstance(each, FeedNotice):
        return each
    say, names = wording.say, {"base": each.base, "target": each.target}
    return FeedNotice(
        document=each.document,
        title=say("export-feed-entry", title=each.title, **names),
        mark=feed_mark(each.since, each.date),
        date=each.date,
        summary=say("sentence-gap").join(
            [
                say(
                    "export-feed-summary",
                    **names,
                    changed=each.changed,
                    form=each.formal,
                    outside=each.outside,
                    rows=each.rows,
                ),
                *filter(None, [each.told]),
            ]
        ),
        uri=each.uri,
    )


def feed_mark(since: str, date: str) -> str:
    """Return what tells a comparison from others of its document: the dates of the two versions."""
    return f"{since}\n{date}"


def write_entry(each: FeedNotice, root: str) -> str:
    """Write an entry."""
    return write_element(
        "entry",
        None,
        write_element("title", None, escape(each.title)),
        write_element(
            "id", None, f"urn:uuid:{uuid5(UUID_NAMESPACE, chr(10).join((each.document, each.mark)))}"
        ),
        write_element("updated", None, format_rfc3339(each.date)),
        write_element("link", {"rel": "alternate", "type": "text/html", "href": root + each.uri}),
        write_element("summary", None, escape(each.summary)),
    )


def format_rfc3339(date: str) -> str:
    """Return the first moment of a year, a month or a day, as RFC 3339 writes it.

    A feed without entries must be dated all the same.
    """
    return f"{first_day(date)}T00:00:00Z"
