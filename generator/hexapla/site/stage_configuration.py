"""What a staged project holds beside our pages: the owner's pages, their navigation, and a configuration."""

import json
import posixpath
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, Final

from hexapla import pages
from hexapla.pages import uris
from hexapla.pipeline import BuiltSite
from hexapla.search import PageSection
from hexapla.site.own_frame.hand_written import (
    Addresses,
    HandWrittenPage,
    list_docs,
    page_address,
    read_front_matter,
    read_pages,
    read_text,
)
from hexapla.site.own_frame.hooks import load_hooks
from hexapla.site.own_frame.navigation import NavigationItem, derive_navigation
from hexapla.site.page_sections import split_sections
from hexapla.site.settings_file import MKDOCS, PROPERDOCS, SiteSettings

MKDOCS_BUILDER: Final = "mkdocs"
ZENSICAL: Final = "zensical"
BUILDERS: Final = {MKDOCS_BUILDER: MKDOCS, "properdocs": PROPERDOCS, ZENSICAL: MKDOCS}
"""builder → what its configuration is called; Zensical reads that of MkDocs"""
OVERRIDES: Final = "overrides"
SEARCH_BOX: Final = f"{OVERRIDES}/partials/search.html"
SEARCH_SOURCE: Final = "search.md"
BOX: Final = """\
<div class="hx-find">
<a class="md-header__button md-icon" href="{{{{ '{page}' | url }}}}" aria-label="{label}">\
{{% include ".icons/material/magnify.svg" %}}</a>
<form role="search" action="{{{{ '{page}' | url }}}}" data-search="{words}">\
<input type="search" name="q" aria-label="{label}" placeholder="{label}" autocomplete="off" \
autocapitalize="off" spellcheck="false" maxlength="500"><kbd aria-hidden="true">/</kbd>\
<div id="hx-found" role="listbox" aria-label="{label}" hidden></div></form>
</div>
"""
"""our search box as a template of Zensical; only what is the same on all pages is filled in here"""


class HandWrittenDocs:
    """The owner's pages, as they are given to another builder."""

    def __init__(self, settings: SiteSettings, site: BuiltSite) -> None:
        """Find them; one that stands where a page of ours belongs stays out."""
        self.settings = settings
        made = {kept.uri.removesuffix("html") + "md": kept.uri for kept in site.pages}
        ours = {source for source, uri in made.items() if uri not in (uris.HOME, uris.SEARCH)}
        found, self.others = list_docs(settings.docs_dir)
        self.sources = [name for name in found if name not in ours]
        self.change = load_hooks([settings.root / each for each in settings.record.hooks])
        by_hand = {name: page_address(name, directory_urls=False) for name in self.sources}
        files = {*self.others, *(each.uri for each in site.files), *made.values()}
        self.addresses = Addresses({**made, **by_hand}, files)

    def read_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file by its path; hooks, which other builders may not know, have changed the pages."""
        for name in self.others:
            yield name, (self.settings.docs_dir / name).read_bytes()
        for name in self.sources:
            text = read_text(self.settings.docs_dir / name)
            head, body = read_front_matter(text, name)
            changed = self.change(body, name, str(head.get("title") or ""))
            yield name, (text.removesuffix(body) + changed).encode()

    def read(self) -> list[HandWrittenPage]:
        """Read the pages; what leads nowhere is told by the other builder."""
        return read_pages(self.settings.docs_dir, self.sources, self.addresses, lambda _: None, self.change)

    def sections(self) -> Iterator[PageSection]:
        """Yield what the search finds in them."""
        for page in self.read():
            yield from split_sections(page.html, title=page.title, uri=page.uri)

    def navigation(self, *, with_search: bool) -> list[Any]:
        """Return the navigation as a configuration holds it, the first page in it, the search if asked."""
        given = self.settings.record.nav
        if given is None:
            titles = {page.uri: page.title for page in self.read()}
            source_of = {uri: source for source, uri in self.addresses.pages.items()}
            given = list_items(derive_navigation(self.sources, self.addresses.pages, titles), source_of)
        told = json.dumps(given, ensure_ascii=False)
        own: list[Any] = [] if "index.md" in told else [{self.settings.record.site_name: "index.md"}]
        last = {pages.search_label(self.settings.language): SEARCH_SOURCE}
        return [*own, *given, *([last] if with_search and f'"{SEARCH_SOURCE}"' not in told else [])]


def list_items(items: Sequence[NavigationItem], source_of: dict[str, str]) -> list[Any]:
    """Write a navigation as a configuration holds it."""
    return [
        {item.title: list_items(item.items, source_of) if item.items else source_of[item.uri or ""]}
        for item in items
    ]


def write_configuration(
    settings: SiteSettings, written: HandWrittenDocs, builder: str
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a configuration; JSON is YAML.

    Where our search box cannot stand in the header, a tab leads to the search.
    """
    record, language = settings.record, settings.language
    theme: dict[str, Any] = {"name": "material", "language": language, "font": False}
    theme["features"] = ["navigation.tabs"]
    if record.theme.palette:
        theme["palette"] = record.theme.palette
    made: dict[str, Any] = {
        "site_name": record.site_name,
        "site_url": record.site_url,
        "site_description": record.site_description,
        "copyright": record.copyright,
        "use_directory_urls": False,
        "theme": theme,
        "nav": written.navigation(with_search=builder != ZENSICAL),
        "plugins": [],
        "markdown_extensions": record.markdown_extensions,
        "extra_css": [*(ASSET + each for each in pages.STYLES), *record.extra_css],
        "extra_javascript": [
            *({"path": ASSET + each, "defer": True} for each in pages.SCRIPTS),
            *record.extra_javascript,
        ],
    }
    if builder == ZENSICAL:
        # the look that our pages are made for; its own validation takes the state of a filter for an anchor
        theme.update(variant="classic", custom_dir=OVERRIDES)
        made.update(plugins=["search"], validation={"links": {"anchors": "ignore"}})
        label = escape(pages.search_label(language))
        box = BOX.format(page=uris.SEARCH, label=label, words=escape(pages.dump_search_words(language)))
        yield SEARCH_BOX, box.encode()
    told = {key: value for key, value in made.items() if value is not None}
    yield BUILDERS[builder], (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


ASSET: Final = posixpath.join(uris.ASSETS, "")
