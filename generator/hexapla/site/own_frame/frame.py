"""Our page frame: what stands around the content of a page, filled in from one template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hexapla import pages
from hexapla.i18n import choose_language, load_messages
from hexapla.model import TocEntry
from hexapla.pages import uris
from hexapla.pages.templating import lang, shrink_asset
from hexapla.site.own_frame.navigation import (
    NavigationItem,
    choose_language_of,
    find_neighbours,
    show_navigation,
)
from hexapla.version import VERSION

FOLDER: Final = Path(str(resources.files(__package__)))
THEME: Final = FOLDER.parent / "theme"
"""templates that a site of MkDocs has too"""
FRAME_ASSETS: Final = uris.ASSETS
STYLE: Final = "frame.css"
SCRIPT: Final = "frame.js"
EARLY: Final = "frame-early.js"
"""loaded before the first paint: a reader who chose dark never sees light"""
MOST_TABS: Final = 7
"""items of the outermost level that find room in the header"""
SHALLOWEST, DEEPEST = 2, 3
"""levels of headings that the table of contents shows"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameSettings:
    """What is the same on all pages of a site."""

    name: str
    language: str
    """of the interface, BCP 47"""
    description: str = ""
    url: str = ""
    """of the site; empty: not known"""
    copyright: str = ""
    """markup, as the owner of the site wrote it"""
    navigation: tuple[NavigationItem, ...] = ()
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """address of a page written by hand → its name without its language, and the language"""
    styles: tuple[str, ...] = ()
    """of the owner, as addresses from the site's root"""
    scripts: tuple[tuple[str, str], ...] = ()
    """of the owner: address, type"""
    feed: str = ""
    offline: bool = False
    documents: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FramedPage:
    """A page, as far as the frame asks."""

    uri: str
    title: str
    html: str
    language: str | None = None
    """of a page written by hand, where it is another than the interface's"""
    description: str = ""
    toc: Sequence[TocEntry] = ()
    written: bool = False
    """by hand: it has the navigation beside it, and its headings"""
    hidden: frozenset[str] = frozenset()
    languages: Sequence[tuple[str, str]] = ()
    """the page in all its languages: tag, address"""


def build_frame_assets() -> dict[str, bytes]:
    """Return the style and the scripts of the frame."""
    return {
        name: shrink_asset(name, (FOLDER / "assets" / name).read_text(encoding="utf-8"))
        for name in (STYLE, SCRIPT, EARLY)
    }


def render_framed(page: FramedPage, site: FrameSettings) -> str:
    """Return the whole page."""
    here, say = page.uri, load_messages(site.language)
    beside = page.written and "navigation" not in page.hidden
    items = choose_language_of(site.navigation, site.names, page.language or site.language)
    before, after = find_neighbours(items, here) if page.written else (None, None)
    values: dict[str, Any] = {
        "site": site,
        "page": page,
        "say": say,
        "language": choose_language(site.language),
        "content": Markup(page.html),  # noqa: S704 - the page: templates of ours, or Markdown of the site's owner
        "copyright": Markup(site.copyright),  # noqa: S704 - the owner's, as in MkDocs
        "link": lambda there: there if "://" in there else uris.link(here, there),
        "tabs": show_navigation(items, here, deep=False),
        "tree": show_navigation(items, here, deep=True) if beside else (),
        "beside": beside,
        "toc": list_headings(page),
        "before": before,
        "after": after,
        "languages": name_languages(page),
        "is_sheet": '<div class="hx-sheet"' in page.html,
        "is_wide": '<div class="hx hx-wide"' in page.html,
        "canonical": site.url and site.url.rstrip("/") + "/" + page.uri.removesuffix("index.html"),
        "unpack": [
            load_messages(each)("unpack-first") for each in dict.fromkeys([site.language, "en", "zh"])
        ],
        "search_words": pages.dump_search_words(site.language),
    }
    return load_frame_environment().get_template("frame.html").render(values)


def list_headings(page: FramedPage) -> list[TocEntry]:
    """Return what the table of contents beside a page shows; of a single heading none."""
    found = [each for each in page.toc if SHALLOWEST <= each.level <= DEEPEST]
    return found if page.written and "toc" not in page.hidden and len(found) > 1 else []


def name_languages(page: FramedPage) -> list[tuple[str, str, str]]:
    """Return the page in other languages: tag, name of the language in itself, address."""
    return [
        (tag, load_messages(tag)("frame-language"), uri)
        for tag, uri in page.languages
        if choose_language(tag) == tag
    ]


def render_lost_page(site: FrameSettings) -> str:
    """Return the page for wrong addresses, which hosts serve."""
    from hexapla.site.theme_overrides import lost_page_words  # noqa: PLC0415 - asked once a site

    values = {"hexapla_lost": lost_page_words(site.language), "config": {"site_url": site.url}}
    return load_frame_environment().get_template("404.html").render(values)


@cache
def load_frame_environment() -> Environment:
    """Load the templates."""
    made = Environment(
        loader=FileSystemLoader([FOLDER / "templates", THEME]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(lang=lang, most_tabs=MOST_TABS, assets=FRAME_ASSETS, own=(STYLE, SCRIPT, EARLY))
    made.globals.update(
        styles=list(pages.STYLES), scripts=list(pages.SCRIPTS), early=pages.EARLY_SCRIPT, version=VERSION
    )
    made.globals.update(search=uris.SEARCH, home=uris.HOME)
    return made
