"""What the pipeline makes: everything of one document for a moment, and little of every document for good."""

from dataclasses import dataclass
from typing import TypedDict

from hexapla import exporters, pages, search
from hexapla.findings import Finding, Span
from hexapla.model import Alignment, Comparison, Document, collect_findings


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedDocument:
    """A document with all that is known of it."""

    document: Document
    alignment: Alignment
    comparisons: tuple[Comparison, ...]
    """every pair of versions, the earlier siglum as base"""
    settings: tuple[Finding, ...] = ()
    """findings about its settings"""
    choice: tuple[str, ...] | None = None
    """which comparisons shall have a page, in the words of `pairs`; None: the site says"""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: of settings, document, versions, alignment, comparisons and changes."""
        return collect_findings(self.settings, self.alignment, self.comparisons)


class SourceEntry(TypedDict):
    """A source file."""

    path: str
    sha256: str
    encoding: str


class VersionEntry(TypedDict):
    """A version: where it stands in its source, and the digests of what its page must show."""

    siglum: str
    source: str
    text_sha256: str
    page: str
    clause_spans: list[Span]
    clauses_sha256: str
    """of the clauses' characters in document order, white space left out"""
    set_aside_spans: list[Span]
    set_aside_sha256: str
    """the same of what was set aside"""


class ComparisonEntry(TypedDict):
    """A comparison: its page and how many rows it must have."""

    base: str
    target: str
    page: str
    rows: int


class DocumentEntry(TypedDict):
    """A document."""

    id: str
    sources: list[SourceEntry]
    versions: list[VersionEntry]
    comparisons: list[ComparisonEntry]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """What is kept of a document when it has been put away: what others than its own pages say of it."""

    id: str
    title: str
    versions: int
    clauses: int
    """numbered, of all versions"""
    rows: int
    findings: tuple[Finding, ...]
    newest: str | None
    """the newest date of a version, ISO 8601"""
    card: pages.DocumentCard
    """for the first page"""
    listings: tuple[search.ShardListing, ...] = ()
    """for the search's catalogue"""
    news: tuple[exporters.FeedEntry, ...] = ()
    """for the feed"""
