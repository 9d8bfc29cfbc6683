"""The manifest of a site, `provenance.json`: what it was made from, and what must stand on its pages.

Texts are pinned without their white space, which layout may change and which says nothing: the digests are
taken from the source's own characters, at the places that segmentation named, not from anything rendered.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import TypedDict

from hexapla.build import Built, Site
from hexapla.findings import Span
from hexapla.model import Comparison, Version
from hexapla.render import uris
from hexapla.text import without_space

__all__ = ["NAME", "SCHEMA", "Manifest", "digest", "manifest", "pinned", "write"]

NAME = "provenance.json"
SCHEMA = "hexapla-provenance/1"


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


class Manifest(TypedDict):
    """The whole file."""

    schema: str
    software: str
    settings: dict[str, str | bool]
    documents: list[DocumentEntry]
    files: dict[str, str]
    """sha256 of every file of the site, by path"""


def digest(data: str | bytes) -> str:
    """Return the SHA-256 of a text in UTF-8, or of bytes."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def pinned(text: str, spans: Iterable[Span]) -> str:
    """Return the digest of a text's characters at these places, white space left out."""
    return digest("".join(without_space(text[slice(*span)]) for span in spans))


def manifest(site: Site, files: Mapping[str, bytes], settings: dict[str, str | bool]) -> Manifest:
    """Describe a site.

    Args:
        site: what was built.
        files: the bytes of every file of the site, by posix path.
        settings: what decides the form of the pages.
    """
    return Manifest(
        schema=SCHEMA,
        software=f"hexapla {metadata.version('hexapla')}",
        settings=settings,
        documents=[document_entry(built) for built in site.documents],
        files={path: digest(files[path]) for path in sorted(files)},
    )


def document_entry(built: Built) -> DocumentEntry:
    """Describe a document."""
    document = built.document
    return DocumentEntry(
        id=document.id,
        sources=[
            SourceEntry(path=each.path, sha256=each.sha256, encoding=each.encoding)
            for each in document.sources
        ],
        versions=[version_entry(document.id, version) for version in document.versions],
        comparisons=[comparison_entry(document.id, each) for each in built.comparisons],
    )


def version_entry(document: str, version: Version) -> VersionEntry:
    """Describe a version."""
    clauses = [span for clause in version.clauses for span in clause.spans]
    aside = [span for entry in version.set_aside for span in entry.spans]
    return VersionEntry(
        siglum=version.siglum,
        source=version.source.path,
        text_sha256=digest(version.text),
        page=uris.read_uri(document, version.siglum),
        clause_spans=clauses,
        clauses_sha256=pinned(version.source.text, clauses),
        set_aside_spans=aside,
        set_aside_sha256=pinned(version.source.text, aside),
    )


def comparison_entry(document: str, comparison: Comparison) -> ComparisonEntry:
    """Describe a comparison."""
    return ComparisonEntry(
        base=comparison.base,
        target=comparison.target,
        page=uris.compare_uri(document, comparison.base, comparison.target),
        rows=len(comparison.changes),
    )


def write(site: Site, site_dir: Path, settings: dict[str, str | bool]) -> None:
    """Write the manifest of a finished site into it."""
    paths = sorted(path for path in site_dir.rglob("*") if path.is_file() and path != site_dir / NAME)
    files = {path.relative_to(site_dir).as_posix(): path.read_bytes() for path in paths}
    text = json.dumps(manifest(site, files, settings), ensure_ascii=False, indent=1)
    (site_dir / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")
