"""The pipeline, readable from top to bottom.

    path → Source → Version(clauses) → Document → Alignment(rows) → Comparison(changes) → Page, File

Every step is a pure function over immutable values; reading the disk happened before, writing comes after.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from hexapla import export, render
from hexapla.align import align
from hexapla.collection import Collection, Failure, Loaded
from hexapla.compare import compare_all
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, Document, File, Page
from hexapla.render import uris
from hexapla.segment import segment

__all__ = ["Built", "Site", "build", "build_document", "epoch"]

UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""stands for “now” where no text bears a date; 1980 is the first year that a zip archive can hold"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A document with all that is known of it."""

    document: Document
    alignment: Alignment
    comparisons: tuple[Comparison, ...]
    """every pair of versions, the earlier siglum as base"""
    settings: tuple[Finding, ...] = ()
    """findings about its settings"""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: of the settings, the document, its versions, the alignment and the changes."""
        return (
            *self.settings,
            *self.document.findings,
            *(finding for version in self.document.versions for finding in version.findings),
            *self.alignment.findings,
            *(
                finding
                for comparison in self.comparisons
                for change in comparison.changes
                for finding in change.findings
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that is published."""

    documents: tuple[Built, ...]
    failures: tuple[Failure, ...]
    """documents of which nothing could be made; they are listed on the home page"""
    pages: tuple[Page, ...]
    files: tuple[File, ...] = ()
    """what stands beside the pages: downloads, data for the search"""


def build_document(loaded: Loaded) -> Built:
    """Take one document from its sources to its comparisons."""
    document = segment(loaded.sources, loaded.plan)
    alignment = align(document, loaded.decisions)
    comparisons = compare_all(alignment)
    return Built(document=document, alignment=alignment, comparisons=comparisons, settings=loaded.findings)


def build(
    collection: Collection, *, language: str, on_document: Callable[[Built], None] | None = None
) -> Site:
    """Take a collection to the pages of its site.

    Args:
        collection: what was read from disk.
        language: of the interface, BCP 47.
        on_document: called after each document, for a display of progress.
    """
    documents: list[Built] = []
    pages: list[Page] = []
    files: list[File] = []
    for loaded in collection.documents:
        built = build_document(loaded)
        own_files, own_pages = write_document(built, language=language)
        documents.append(built)
        files += own_files
        pages += own_pages
        if on_document:
            on_document(built)
    home = render.home(
        [render.card(built.document, built.comparisons, language=language) for built in documents],
        failures=[(failure.id, failure.problems) for failure in collection.failures],
        language=language,
    )
    return Site(
        documents=tuple(documents),
        failures=collection.failures,
        pages=(home, *pages),
        files=tuple(files),
    )


def write_document(built: Built, *, language: str) -> tuple[tuple[File, ...], tuple[Page, ...]]:
    """Take one document to its files and its pages, which offer the files."""
    alignment, comparisons, folder = built.alignment, built.comparisons, uris.folder(built.document.id)
    files = export.files(alignment, comparisons, folder=folder, settings=built.settings, language=language)
    pages = render.pages(alignment, comparisons, findings=built.findings, downloads=files, language=language)
    return files, pages


def epoch(site: Site) -> int:
    """Return the time that stands for “now” in output: the newest date of any text, as seconds since 1970.

    The clock is never asked: two builds of the same texts are the same bytes.
    """
    dates = [
        date
        for built in site.documents
        for version in built.document.versions
        for date in (version.issued, version.provenance.retrieved)
        if date
    ]
    newest = max(dates, default="")
    return int(moment(newest).timestamp())


def moment(date: str) -> datetime:
    """Read a year, a month or a day as the first moment in it; the empty string is undated."""
    if not date:
        return UNDATED
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return datetime(year, month, day, tzinfo=UTC)
