"""What a site offers, and where its comparisons are."""

from collections.abc import Iterable
from dataclasses import dataclass

from hexapla.exporters import FORMATS
from hexapla.model import Document
from hexapla.pages import uris
from hexapla.pairs import DEFAULT_CHOICE, SiglumPair


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOffers:
    """Which comparisons and files a site offers, and what its feed says of it."""

    formats: tuple[str, ...] = tuple(FORMATS)
    """names of the formats in which every document can be had"""
    title: str = "hexapla"
    """of the site"""
    site_url: str | None = None
    """where the site will stand, if that is known"""
    comparisons: tuple[str, ...] = DEFAULT_CHOICE
    """which comparisons have a page, of documents that do not say so themselves"""


def comparison_pages(document: Document, published: Iterable[SiglumPair]) -> dict[SiglumPair, str]:
    """Return where the comparisons that have a page are, as links from the site's first page."""
    return {
        (base, target): uris.link(uris.HOME, uris.compare_uri(document.id, base, target))
        for base, target in published
    }
