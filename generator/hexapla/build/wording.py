"""What files take from pages: words, and where comparisons are."""

from collections.abc import Iterable
from dataclasses import dataclass

from hexapla import render
from hexapla.export import FORMATS, Wording
from hexapla.model import Document
from hexapla.pairs import USUAL, Pair
from hexapla.render import uris

__all__ = ["Offers", "comparison_pages", "wording"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """Which comparisons and files a site offers, and what its feed says of it."""

    formats: tuple[str, ...] = tuple(FORMATS)
    """names of the formats in which every document can be had"""
    title: str = "hexapla"
    """of the site"""
    site_url: str | None = None
    """where the site will stand, if that is known"""
    comparisons: tuple[str, ...] = USUAL
    """which comparisons have a page, of documents that do not say so themselves"""


def wording(language: str) -> Wording:
    """Return the words of the interface in a language, for files."""
    return Wording(
        language,
        render.words(language),
        render.remarks(language),
        render.words(language, parallel=True),
    )


def comparison_pages(document: Document, published: Iterable[Pair]) -> dict[Pair, str]:
    """Return where the comparisons that have a page are, as links from the site's first page."""
    return {
        (base, target): uris.link(uris.HOME, uris.compare_uri(document.id, base, target))
        for base, target in published
    }
