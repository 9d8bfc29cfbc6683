"""All pages of a document."""

from collections.abc import Iterable, Sequence

from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, File, Page
from hexapla.pairs import Pair
from hexapla.render.layout import lay_out
from hexapla.render.views.comparing import compare_page
from hexapla.render.views.concordance import concordance_page
from hexapla.render.views.downloads import downloads_page
from hexapla.render.views.guide import guide_pages
from hexapla.render.views.history import history_page
from hexapla.render.views.home import Card, Failed, home_page
from hexapla.render.views.overview import overview_page
from hexapla.render.views.reading import reading_page
from hexapla.render.views.synopsis import synopsis_page

__all__ = ["guides", "home", "pages"]


def pages(
    alignment: Alignment,
    comparisons: Sequence[Comparison],
    *,
    published: frozenset[Pair] | None = None,
    findings: Iterable[Finding] = (),
    downloads: Sequence[File] = (),
    language: str = "en",
) -> tuple[Page, ...]:
    """Return a document's pages.

    That is the overview, a page per version and per comparison in either direction, and of several versions
    the synopsis, the history and the concordance; the downloads if there are any.

    Args:
        alignment: the document's table.
        comparisons: pairs of its versions; likeness is known of these only.
        published: which of them get a page, in either direction; None: all.
        findings: everything that a reader should know of the document.
        downloads: files that stand beside the pages; those with a format are listed.
        language: of the interface, BCP 47; English where there is no translation.
    """
    offered = [each for each in downloads if each.format is not None]
    layout = lay_out(alignment, comparisons, findings, language, offers=bool(offered), published=published)
    made = [overview_page(layout)]
    made += [reading_page(layout, version) for version in layout.document.versions]
    for each in layout.shown:
        made += [compare_page(layout, each.base, each.target), compare_page(layout, each.target, each.base)]
    if layout.comparisons:
        made += [synopsis_page(layout), history_page(layout), concordance_page(layout, offered)]
    if offered:
        made.append(downloads_page(layout, offered))
    return tuple(made)


def home(
    cards: Sequence[Card],
    failures: Iterable[Failed] = (),
    *,
    files: Sequence[File] = (),
    language: str = "en",
) -> Page:
    """Return the first page of a site.

    Args:
        cards: a `card` per document, in any order; the newest text stands first on the page, then by title.
        failures: documents of which nothing could be made, with why.
        files: that speak of the whole site; a feed among them is linked.
        language: of the interface, BCP 47.
    """
    return home_page(cards, failures, files, language)


def guides(*, language: str = "en") -> tuple[Page, ...]:
    """Return the pages about the site itself, which every other page links: how to read, how it works."""
    return guide_pages(language=language)
