"""All pages of a document."""

from collections.abc import Iterable, Sequence

from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, File, Page
from hexapla.render.layout import lay_out
from hexapla.render.views.comparing import compare_page
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
    downloads: Sequence[File] = (),  # noqa: ARG001 - listed on the downloads page
    language: str = "en",
) -> tuple[Page, ...]:
    """Return a document's pages: overview, a reading page per version, a page per comparison, the synopsis.

    Args:
        alignment: the document's table.
        comparisons: pairs of its versions; only these get a page, and likeness is known of these only.
        findings: everything that a reader should know of the document.
        downloads: files that stand beside the pages; those with a format are listed.
        language: of the interface, BCP 47; English where there is no translation.
    """
    layout = lay_out(alignment, comparisons, findings, language)
    made = [overview_page(layout)]
    made += [reading_page(layout, version) for version in layout.document.versions]
    made += [compare_page(layout, each.base, each.target) for each in layout.comparisons]
    if layout.comparisons:
        made.append(synopsis_page(layout))
    return tuple(made)


def home(cards: Sequence[Card], failures: Iterable[Failed] = (), *, language: str = "en") -> Page:
    """Return the first page of a site: a `card` per document, and those that failed, with why."""
    return home_page(cards, failures, language)
