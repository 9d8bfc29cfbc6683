"""All pages of a document."""

from collections.abc import Iterable, Sequence

from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, File, Page
from hexapla.render.layout import lay_out
from hexapla.render.views.comparing import compare_page
from hexapla.render.views.concordance import concordance_page
from hexapla.render.views.downloads import downloads_page
from hexapla.render.views.history import history_page
from hexapla.render.views.home import Card, Failed, home_page
from hexapla.render.views.overview import overview_page
from hexapla.render.views.reading import reading_page
from hexapla.render.views.synopsis import synopsis_page

__all__ = ["home", "pages"]


def pages(
    alignment: Alignment,
    comparisons: Sequence[Comparison],
    *,
    findings: Iterable[Finding] = (),
    downloads: Sequence[File] = (),
    language: str = "en",
) -> tuple[Page, ...]:
    """Return a document's pages.

    That is the overview, a page per version and per comparison in either direction, and of several versions
    the synopsis, the history and the concordance; the downloads if there are any.

    Args:
        alignment: the document's table.
        comparisons: pairs of its versions; only these get a page, and likeness is known of these only.
        findings: everything that a reader should know of the document.
        downloads: files that stand beside the pages; those with a format are listed.
        language: of the interface, BCP 47; English where there is no translation.
    """
    offered = [each for each in downloads if each.format is not None]
    layout = lay_out(alignment, comparisons, findings, language, offers=bool(offered))
    made = [overview_page(layout)]
    made += [reading_page(layout, version) for version in layout.document.versions]
    for each in layout.comparisons:
        made += [compare_page(layout, each.base, each.target), compare_page(layout, each.target, each.base)]
    if layout.comparisons:
        made += [synopsis_page(layout), history_page(layout), concordance_page(layout, offered)]
    if offered:
        made.append(downloads_page(layout, offered))
    return tuple(made)


def home(cards: Sequence[Card], failures: Iterable[Failed] = (), *, language: str = "en") -> Page:
    """Return the first page of a site: a `card` per document, and those that failed, with why."""
    return home_page(cards, failures, language)
