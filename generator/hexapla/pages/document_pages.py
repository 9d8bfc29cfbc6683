"""All pages of a document."""

from collections.abc import Iterable, Sequence

from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, File, Page
from hexapla.pages.page_context import build_page_context
from hexapla.pages.views.comparison_page import render_comparison_page
from hexapla.pages.views.concordance_page import render_concordance_page
from hexapla.pages.views.downloads_page import render_downloads_page
from hexapla.pages.views.guide_pages import render_guide_pages
from hexapla.pages.views.history_page import render_history_page
from hexapla.pages.views.home_page import DocumentCard, FailedDocument, render_home_page
from hexapla.pages.views.overview_page import render_overview_page
from hexapla.pages.views.reading_page import render_reading_page
from hexapla.pages.views.synopsis_page import render_synopsis_page
from hexapla.pairs import SiglumPair


def render_document(
    alignment: Alignment,
    comparisons: Sequence[Comparison],
    *,
    published: frozenset[SiglumPair] | None = None,
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
    layout = build_page_context(
        alignment, comparisons, findings, language, offers=bool(offered), published=published
    )
    made = [render_overview_page(layout)]
    made += [render_reading_page(layout, version) for version in layout.document.versions]
    for each in layout.shown:
        made += [
            render_comparison_page(layout, each.base, each.target),
            render_comparison_page(layout, each.target, each.base),
        ]
    if layout.comparisons:
        made += [
            render_synopsis_page(layout),
            render_history_page(layout),
            render_concordance_page(layout, offered),
        ]
    if offered:
        made.append(render_downloads_page(layout, offered))
    return tuple(made)


def render_home(
    cards: Sequence[DocumentCard],
    failures: Iterable[FailedDocument] = (),
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
    return render_home_page(cards, failures, files, language)


def render_guides(*, language: str = "en") -> tuple[Page, ...]:
    """Return the pages about the site itself, which every other page links: how to read, how it works."""
    return render_guide_pages(language=language)
