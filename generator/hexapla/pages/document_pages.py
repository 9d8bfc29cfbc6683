"""A document as pages of a site, and as one file that needs nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

import regex
from markupsafe import Markup

from hexapla.amending import InstrumentSheet
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, File, Page
from hexapla.pages import uris
from hexapla.pages.page_context import PageContext, build_page_context
from hexapla.pages.templating import (
    CITE_SCRIPT,
    DEEPEST_HEADING,
    EARLY_SCRIPT,
    SCRIPTS,
    STYLES,
    build_assets,
    dump_script_words,
    fill_template,
)
from hexapla.pages.views.comparison_page import build_comparison_values, render_comparison_page
from hexapla.pages.views.concordance_page import render_concordance_page
from hexapla.pages.views.day_page import render_day_page
from hexapla.pages.views.downloads_page import render_downloads_page
from hexapla.pages.views.history_page import render_history_page
from hexapla.pages.views.instrument_page import render_instrument_page
from hexapla.pages.views.level_pages import render_level_pages
from hexapla.pages.views.overview_page import build_overview_values, render_overview_page
from hexapla.pages.views.page_frame import NavigationLink, build_tabs
from hexapla.pages.views.reading_page import render_reading_page
from hexapla.pages.views.synopsis_page import STYLE as SYNOPSIS_STYLE
from hexapla.pages.views.synopsis_page import build_synopsis_values, render_synopsis_page
from hexapla.pairs import SiglumPair
from hexapla.reading.day_spans import list_day_spans

SINGLE_FILE_STYLE = "standalone.css"
NAMES = regex.compile(r'\s(?:id="|(?:xlink:)?href="#)')
HEADINGS = regex.compile(r"(</?h)([2-6])(?=[ >])")
CLOSING = regex.compile(r"</")
SYNOPSIS_FROM = 3
"""versions from which a table of all says more than the comparison of two"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFeatures:
    """What a document's pages do besides."""

    fold: bool = True
    """routine changes fold to a line"""
    reuse: bool = False
    """they keep room for what is known of other documents, and a tab for the page about it"""
    edit: str = ""
    """address where an editor's decisions are edited, or their file is made; empty: not known"""
    edit_new: bool = False
    """the file is not there yet, and made at that address"""


USUAL_FEATURES = PageFeatures()


def render_document(
    alignment: Alignment,
    comparisons: Sequence[Comparison],
    *,
    published: frozenset[SiglumPair] | None = None,
    findings: Iterable[Finding] = (),
    downloads: Sequence[File] = (),
    features: PageFeatures = USUAL_FEATURES,
    sheets: Sequence[InstrumentSheet] = (),
    language: str = "en",
) -> tuple[Page, ...]:
    """Return a document's pages.

    That is the overview, a page per version and per pair of versions, and of several versions the synopsis,
    the history and the concordance; the page of its days and the downloads if there are any. Texts of
    different ranks have, in place of comparisons, a page led by each of them and one of matrices.

    Args:
        alignment: the document's table.
        comparisons: pairs of its versions; likeness is known of these only.
        published: which of them get a page; None: all.
        findings: everything that a reader should know of the document.
        sheets: amending instruments between two versions that are compared.
        downloads: files that stand beside the pages; those with a format are listed.
        features: what the pages do besides.
        language: of the interface, BCP 47; English where there is no translation.
    """
    offered = [each for each in downloads if each.format is not None]
    layout = build_page_context(
        alignment, comparisons, findings, language, offers=bool(offered), published=published
    )
    instruments = tuple((each.base, each.target) for each in sheets)
    layout = replace(layout, instruments=instruments, **asdict(features))
    made = [render_overview_page(layout)]
    if spans := list_day_spans(layout.document):
        made.append(render_day_page(layout, spans))
    made += [render_reading_page(layout, version) for version in layout.document.versions]
    made += [render_comparison_page(layout, each.base, each.target) for each in layout.shown]
    if layout.document.ranked:
        made += render_level_pages(layout)
    if layout.comparisons:
        made += [
            render_synopsis_page(layout),
            render_history_page(layout),
            render_concordance_page(layout, offered),
        ]
    made += render_sheets(layout, comparisons, sheets)
    if offered:
        made.append(render_downloads_page(layout, offered))
    return tuple(made)


def build_reuse_tabs(
    alignment: Alignment, shown: Sequence[Comparison], language: str, *, offers: bool
) -> tuple[NavigationLink, ...]:
    """Return the tabs of a document as they stand on its page about reuse.

    Args:
        alignment: the document's table.
        shown: comparisons that have a page.
        language: of the interface, BCP 47.
        offers: whether there is a page of downloads.
    """
    layout = replace(
        build_page_context(alignment, shown, (), language, offers=offers),
        reuse=True,
    )
    return build_tabs(layout, uris.reuse_uri(alignment.document.id), "reuse")


def render_sheets(
    layout: PageContext, comparisons: Sequence[Comparison], sheets: Sequence[InstrumentSheet]
) -> Iterator[Page]:
    """Make the pages of amending instruments."""
    by_pair = {(each.base, each.target): each for each in comparisons}
    for sheet in sheets:
        yield render_instrument_page(layout, by_pair[sheet.base, sheet.target], sheet)


def render_single_file(
    alignment: Alignment,
    comparisons: Sequence[Comparison],
    *,
    findings: Iterable[Finding] = (),
    language: str | None = None,
) -> str:
    """Return a whole HTML document with the facts, every comparison given, and the synopsis.

    It asks nothing of the network or the disk, and reads without script. Names of rows (`#A__art_12`) lead to
    the first comparison; in each further one they carry its pair in front (`#A-C.A__art_12`). It begins with
    what changed; what is to be known of files and findings comes after the texts.

    Args:
        alignment: the document's table.
        comparisons: pairs of its versions.
        findings: everything that a reader should know of the document.
        language: of the interface, BCP 47. Default: Chinese for Chinese texts.
    """
    written = alignment.document.language
    layout = build_page_context(alignment, comparisons, findings, language or written)
    files = build_assets()
    sections = []
    for at, each in enumerate(comparisons):
        values = build_comparison_values(layout, each.base, each.target)
        html = fill_template("part-compare.html", v=values, language=written, say=values["say"])
        prefix = f"{each.base}-{each.target}." if at else ""
        sections.append((f"compare-{each.base}-{each.target}", values, nest_section(html, prefix)))
    synopsis, styles = None, [*STYLES, SINGLE_FILE_STYLE]
    if len(alignment.document.versions) >= SYNOPSIS_FROM and comparisons:
        values = build_synopsis_values(layout)
        html = fill_template("part-synopsis.html", v=values, language=written, say=layout.say)
        synopsis = nest_section(html, "synopsis.")
        styles.append(SYNOPSIS_STYLE)
    return fill_template(
        "standalone.html",
        say=layout.say,
        language=layout.language,
        title=alignment.document.title,
        script_words=dump_script_words(layout.say),
        foot=alignment.document.title,
        style=inline_asset("\n".join(files[name].decode() for name in styles)),
        early=inline_asset(files[EARLY_SCRIPT].decode()),
        script=inline_asset("\n".join(files[name].decode() for name in (SCRIPTS[0], CITE_SCRIPT))),
        facts=build_overview_values(layout, "", link_section),
        sections=sections,
        synopsis=synopsis,
        text_language=written,
    )


def link_section(base: str, target: str) -> str:
    """Return the link to a comparison in the same file."""
    return uris.fragment(f"compare-{base}-{target}")


def nest_section(html: str, prefix: str) -> Markup:
    """Make a page's content fit to stand below a heading: names with a prefix, headings a level lower.

    Escaped text holds neither a straight quote nor `<`, so what matches is markup of our templates.
    """
    named = NAMES.sub(lambda match: match[0] + prefix, html)
    lower = HEADINGS.sub(lambda match: match[1] + str(min(int(match[2]) + 1, DEEPEST_HEADING)), named)
    return Markup(lower)  # noqa: S704 - made by our templates


def inline_asset(source: str) -> Markup:
    """Make our own style or script fit to stand in an element: nothing in it may close the element."""
    if CLOSING.search(source):
        raise AssertionError("a packaged asset holds `</`, which would end the element it is put into")
    return Markup(source)  # noqa: S704 - our own file, checked above
