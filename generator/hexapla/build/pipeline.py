"""The pipeline, readable from top to bottom.

    path → Source → Version(clauses) → Document → Alignment(rows) → Comparison(changes) → Page, File

Every step is a pure function over immutable values. One document is taken the whole way and put away before
the next is begun: what is kept of it in memory is a `Summary`, so memory does not grow with the collection.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from hexapla import export, render
from hexapla.align import align
from hexapla.build.provenance import document_bytes
from hexapla.build.shelf import KeptFile, KeptPage, Shelf
from hexapla.build.values import Built, Summary
from hexapla.collection import Collection, Failure, Loaded
from hexapla.compare import compare_all
from hexapla.model import File, Page
from hexapla.render import uris
from hexapla.segment import segment

__all__ = ["Site", "build", "build_document", "epoch"]

UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""stands for “now” where no text bears a date; 1980 is the first year that a zip archive can hold"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that is published; pages and files themselves are on the shelf."""

    shelf: Shelf
    documents: tuple[Summary, ...]
    failures: tuple[Failure, ...]
    """documents of which nothing could be made; they are listed on the home page"""
    pages: tuple[KeptPage, ...]
    files: tuple[KeptFile, ...] = ()
    """what stands beside the pages: downloads, data for the search"""


def build(
    collection: Collection,
    shelf: Shelf,
    *,
    language: str,
    on_document: Callable[[Summary], None] | None = None,
) -> Site:
    """Take a collection to the pages of its site.

    Args:
        collection: what was read from disk.
        shelf: takes pages and files as they are made.
        language: of the interface, BCP 47.
        on_document: called after each document, for a display of progress.
    """
    documents: list[Summary] = []
    pages: list[KeptPage] = []
    files: list[KeptFile] = []
    for loaded in collection.documents:
        built = build_document(loaded)
        own_files, own_pages = write_document(built, language=language)
        pages += map(shelf.put_page, own_pages)
        files += map(shelf.put_file, own_files)
        summary = summarise(built, shelf, language=language)
        documents.append(summary)
        if on_document:
            on_document(summary)
    own_files, own_pages = write_collection(documents, collection.failures, language=language)
    return Site(
        shelf=shelf,
        documents=tuple(documents),
        failures=collection.failures,
        pages=(*map(shelf.put_page, own_pages), *pages),
        files=(*map(shelf.put_file, own_files), *files),
    )


def build_document(loaded: Loaded) -> Built:
    """Take one document from its sources to its comparisons."""
    document = segment(loaded.sources, loaded.plan)
    alignment = align(document, loaded.decisions)
    comparisons = compare_all(alignment)
    return Built(document=document, alignment=alignment, comparisons=comparisons, settings=loaded.findings)


def write_document(built: Built, *, language: str) -> tuple[tuple[File, ...], tuple[Page, ...]]:
    """Take one document to its files and its pages, which offer the files."""
    alignment, comparisons, folder = built.alignment, built.comparisons, uris.folder(built.document.id)
    files = export.files(alignment, comparisons, folder=folder, settings=built.settings, language=language)
    pages = render.pages(alignment, comparisons, findings=built.findings, downloads=files, language=language)
    return files, pages


def summarise(built: Built, shelf: Shelf, *, language: str) -> Summary:
    """Keep of a document what the pages and files of the whole collection say of it."""
    document = built.document
    return Summary(
        id=document.id,
        title=document.title,
        versions=len(document.versions),
        clauses=sum(version.numbered for version in document.versions),
        rows=len(built.alignment.rows),
        findings=built.findings,
        newest=max(dates(built), default=None),
        card=render.card(document, built.comparisons, language=language),
        provenance=shelf.put(document_bytes(built)),
    )


def write_collection(
    documents: list[Summary], failures: tuple[Failure, ...], *, language: str
) -> tuple[tuple[File, ...], tuple[Page, ...]]:
    """Make the files and pages that speak of all documents at once, from what was kept of each."""
    home = render.home(
        [summary.card for summary in documents],
        failures=[(failure.id, failure.problems) for failure in failures],
        language=language,
    )
    return (), (home,)


def dates(built: Built) -> Iterator[str]:
    """Yield the dates that a document's versions bear."""
    for version in built.document.versions:
        yield from filter(None, (version.issued, version.provenance.retrieved))


def epoch(site: Site) -> int:
    """Return the time that stands for “now” in output: the newest date of any text, as seconds since 1970.

    The clock is never asked: two builds of the same texts are the same bytes.
    """
    newest = max((summary.newest for summary in site.documents if summary.newest), default="")
    return int(moment(newest).timestamp())


def moment(date: str) -> datetime:
    """Read a year, a month or a day as the first moment in it; the empty string is undated."""
    if not date:
        return UNDATED
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return datetime(year, month, day, tzinfo=UTC)
