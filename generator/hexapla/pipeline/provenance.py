"""What a document was made from, and what must stand on its pages, so that it can be proved afterwards.

Texts are pinned without their white space, which layout may change and which says nothing: the digests are
taken from the source's own characters, at the places that segmentation named, not from anything rendered.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import NotRequired, TypedDict

from hexapla.amending import InstrumentSheet
from hexapla.findings import Span
from hexapla.model import Comparison, Source, Version
from hexapla.pages import uris
from hexapla.pipeline.stages import AnalysedDocument
from hexapla.text import remove_space


class SourceEntry(TypedDict):
    """A source file."""

    path: str
    sha256: str
    encoding: str
    amends: NotRequired[str]
    """path of the text of which, by this instrument, the version under its path is derived"""


class InstrumentEntry(TypedDict):
    """An amending instrument that has a page: what its first column must spell, white space left out."""

    page: str
    characters: int
    sha256: str


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
    instruments: NotRequired[list[InstrumentEntry]]


def hash_data(data: str | bytes) -> str:
    """Return the SHA-256 of a text in UTF-8, or of bytes."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def hash_spans(text: str, spans: Iterable[Span]) -> str:
    """Return the digest of a text's characters at these places, white space left out."""
    return hash_data("".join(remove_space(text[slice(*span)]) for span in spans))


def document_entry(
    built: AnalysedDocument, shown: Iterable[Comparison], sheets: Iterable[InstrumentSheet] = ()
) -> DocumentEntry:
    """Describe a document, with the comparisons and the instruments that have a page."""
    document = built.document
    entry = DocumentEntry(
        id=document.id,
        sources=[source_entry(each, built) for each in document.sources],
        versions=[version_entry(document.id, version) for version in document.versions],
        comparisons=[comparison_entry(document.id, each) for each in shown],
    )
    if own := [instrument_entry(document.id, sheet) for sheet in sheets]:
        entry["instruments"] = own
    return entry


def source_entry(source: Source, built: AnalysedDocument) -> SourceEntry:
    """Describe a source; of a derived text the instrument, which is the file."""
    entry = SourceEntry(path=source.path, sha256=source.sha256, encoding=source.encoding)
    for each in built.derived:
        if each.instrument.path == source.path:
            entry["amends"] = each.base
    return entry


def instrument_entry(document: str, sheet: InstrumentSheet) -> InstrumentEntry:
    """Describe an instrument's page."""
    words = remove_space(sheet.text)
    page = uris.instrument_uri(document, sheet.base, sheet.target)
    return InstrumentEntry(page=page, characters=len(words), sha256=hash_data(words))


def version_entry(document: str, version: Version) -> VersionEntry:
    """Describe a version."""
    clauses = [span for clause in version.clauses for span in clause.spans]
    aside = [span for entry in version.set_aside for span in entry.spans]
    return VersionEntry(
        siglum=version.siglum,
        source=version.source.path,
        text_sha256=hash_data(version.text),
        page=uris.read_uri(document, version.siglum),
        clause_spans=clauses,
        clauses_sha256=hash_spans(version.source.text, clauses),
        set_aside_spans=aside,
        set_aside_sha256=hash_spans(version.source.text, aside),
    )


def comparison_entry(document: str, comparison: Comparison) -> ComparisonEntry:
    """Describe a comparison."""
    return ComparisonEntry(
        base=comparison.base,
        target=comparison.target,
        page=uris.compare_uri(document, comparison.base, comparison.target),
        rows=len(comparison.changes),
    )


def dump_document_entry(
    built: AnalysedDocument, shown: Iterable[Comparison], sheets: Iterable[InstrumentSheet] = ()
) -> bytes:
    """Write a document's entry as it stands in the manifest: JSON on one line."""
    return json.dumps(document_entry(built, shown, sheets), ensure_ascii=False).encode()
