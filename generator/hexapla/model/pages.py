"""What is published: pages and the files beside them, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading of a page."""

    level: int
    anchor: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as a value; who writes it to disk is elsewhere."""

    uri: str
    """posix path in the site, ending in `.html`; letters of any script"""
    title: str
    language: str
    html: str
    """the content of the page's article: one `<div class="hx">`; links are relative to `uri`"""
    toc: tuple[TocEntry, ...]
    anchors: frozenset[str]
    """every id that a link may point at"""
    sources: tuple[str, ...] = ()
    """paths of the source texts the page was made from"""
    description: str = ""
    """what the page holds, in a sentence or two, for lists of pages; empty: its title says it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that stands in the site beside its pages: something to download, or data for a script."""

    uri: str
    """posix path in the site"""
    data: bytes
    format: str | None = None
    """name of a download's format; None: not offered for download"""
    base: str | None = None
    """siglum, of a file about one comparison or about one version"""
    target: str | None = None
    """siglum, of a file about one comparison"""
    pairs_left_out: int = 0
    """of a file about the whole document that tells comparisons: how many pairs of versions it leaves out"""
