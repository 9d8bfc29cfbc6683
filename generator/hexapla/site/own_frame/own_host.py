"""Our own frame as the host of a site: no MkDocs, no plugin, no theme; the same addresses and content."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any, Final

from hexapla import pages, search
from hexapla.collection import CollectionSurvey
from hexapla.comparison import load_word_segmenter
from hexapla.model import Page
from hexapla.pages import uris
from hexapla.pipeline import (
    BuildContext,
    BuildOptions,
    BuiltSite,
    SiteOffers,
    build_collection,
    choose_site_language,
    find_epoch,
    write_redirects,
)
from hexapla.site import manifest
from hexapla.site.bundle import build_bundle
from hexapla.site.csp import (
    ThemeReference,
    describe_unlisted,
    find_raw_elements,
    read_inline,
    write_policy,
)
from hexapla.site.edit_address import find_edit_address, find_new_file_address
from hexapla.site.former_addresses import find_former_addresses, read_former_site, unite_files
from hexapla.site.offline_copy import OFFLINE, add_offer, has_offer
from hexapla.site.own_frame.frame import (
    FramedPage,
    FrameSettings,
    build_frame_assets,
    render_framed,
    render_lost_page,
)
from hexapla.site.own_frame.hand_written import (
    Addresses,
    HandWrittenPage,
    list_docs,
    list_languages,
    name_language,
    page_address,
    read_pages,
)
from hexapla.site.own_frame.hooks import load_hooks
from hexapla.site.own_frame.navigation import NavigationItem, derive_navigation, read_navigation
from hexapla.site.page_sections import split_sections
from hexapla.site.settings_file import (
    OWN,
    SiteSettings,
    change_options,
    read_settings,
    refuse_cache,
    settle_language,
)

LOST_PAGE: Final = "404.html"
SITEMAP: Final = "sitemap.xml"


@dataclass(slots=True, kw_only=True)
class OwnHost:
    """A configuration, and a frame that needs nothing else."""

    settings: SiteSettings
    warnings: list[str] = field(default_factory=list)
    name: str = "hexapla"

    @property
    def config_file(self) -> Path:
        """The configuration."""
        return self.settings.file

    @property
    def site_dir(self) -> Path:
        """Where the site goes."""
        return self.settings.root / self.settings.record.site_dir

    @property
    def docs_dir(self) -> Path:
        """Where pages written by hand stand."""
        return self.settings.docs_dir

    @property
    def sources(self) -> Path:
        """The folder of source texts."""
        return self.settings.root / self.settings.options.sources

    @property
    def words(self) -> str | None:
        """Name of the Chinese word segmenter."""
        return self.settings.options.words

    def change_options(
        self, sources: Path, words: str | None, published: Path | None, *, offline: bool
    ) -> None:
        """Let what a command was told go before the configuration."""
        own = self.settings.options
        self.settings = change_options(
            self.settings,
            sources=str(sources),
            words=words or own.words,
            published=str(published.resolve()) if published else own.published,
            offline=own.offline or offline,
        )

    def build_options(self) -> BuildOptions:
        """Return how the build shall be done."""
        own = self.settings.options
        cache = self.settings.root / own.cache if own.cache else None
        if cache:
            refuse_cache(cache, self.sources)
        return BuildOptions(cache=cache, workers=own.workers, warn=self.warnings.append)

    def offers(self) -> SiteOffers:
        """Return which files are to stand beside the pages."""
        record, own = self.settings.record, self.settings.options
        edit = find_edit_address(
            record.repo_url,
            record.edit_uri,
            root=self.settings.root,
            docs=self.settings.root / record.docs_dir,
            sources=self.sources,
        )
        return SiteOffers(
            formats=tuple(dict.fromkeys(own.downloads)),
            title=record.site_name,
            site_url=record.site_url or None,
            comparisons=tuple(own.comparisons),
            downloads_for=tuple(own.downloads_for),
            reuse=own.reuse,
            edit=edit,
            make=find_new_file_address(edit),
        )

    def build_pages(self, texts: CollectionSurvey, context: BuildContext) -> BuiltSite:
        """Build the pages as the configuration says."""
        if self.settings.record.theme.language is None:
            self.settings = settle_language(self.settings, choose_site_language(texts, context))
        return build_collection(
            texts,
            context,
            language=self.settings.language,
            words=self.words,
            offers=self.offers(),
        )

    def write_site(self, site: BuiltSite, folder: Path) -> None:
        """Write the site into a new folder."""
        folder.mkdir()
        SiteWriter(self, site, folder).write()


class SiteWriter:
    """Writes the files of one site."""

    def __init__(self, host: OwnHost, site: BuiltSite, folder: Path) -> None:
        """Find out where everything goes."""
        self.host, self.site, self.folder = host, site, folder
        self.settings, self.options = host.settings, host.settings.options
        self.language = self.settings.language
        self.warn: Callable[[str], None] = host.warnings.append
        self.sources, self.others = list_docs(self.settings.docs_dir)
        self.addresses = self.find_addresses()
        self.written = self.read_hand_written()
        self.frame = self.make_frame()
        place = self.settings.root / self.options.published if self.options.published else None
        self.former = find_former_addresses(read_former_site(place), site)
        self.copy = 0
        """bytes of the offline copy; 0: none is offered"""

    def find_addresses(self) -> Addresses:
        """Return where every page and file is published."""
        directory_urls = self.settings.record.use_directory_urls and not self.options.offline
        by_hand = {name: page_address(name, directory_urls=directory_urls) for name in self.sources}
        made = {kept.uri.removesuffix("html") + "md": kept.uri for kept in self.site.pages}
        taken = {uri for uri in by_hand.values() if uri not in (uris.HOME, uris.SEARCH)}
        for source, uri in by_hand.items():
            if uri in taken and uri in made.values():
                self.warn(
                    f"docs/{source} stands where a generated page belongs, which goes before it; rename it"
                )
        files = {*self.others, *(each.uri for each in self.site.files), *made.values()}
        return Addresses({**made, **by_hand}, files)

    def read_hand_written(self) -> list[HandWrittenPage]:
        """Read the pages written by hand."""
        change = load_hooks([self.settings.root / each for each in self.settings.record.hooks])
        return read_pages(self.settings.docs_dir, self.sources, self.addresses, self.warn, change)

    def make_frame(self) -> FrameSettings:
        """Return what is the same on all pages."""
        record = self.settings.record
        return FrameSettings(
            name=record.site_name,
            language=self.language,
            description=record.site_description or "",
            url=record.site_url or "",
            copyright=record.copyright or "",
            navigation=self.make_navigation(),
            names={
                page.uri: (name_language(page.source)[0], page.language or self.language)
                for page in self.written
            },
            styles=tuple(self.keep_local(record.extra_css)),
            scripts=tuple(self.list_scripts()),
            feed=self.site.feed,
            offline=self.options.offline,
            documents=len(self.site.documents),
        )

    def make_navigation(self) -> tuple[NavigationItem, ...]:
        """Return the navigation; the list of documents comes first where nobody says otherwise."""
        titles = {page.uri: page.title for page in self.written}
        given = self.settings.record.nav
        if given is not None:
            return read_navigation(given, self.addresses.pages, titles, self.warn)
        derived = derive_navigation(self.sources, self.addresses.pages, titles)
        if uris.HOME in titles:
            return derived
        home = next(
            (self.site.store.page(kept).title for kept in self.site.pages if kept.uri == uris.HOME), ""
        )
        return (NavigationItem(home, uris.HOME), *derived)

    def keep_local(self, places: Iterable[str]) -> Iterator[str]:
        """Yield addresses; offline those of the site alone."""
        return (each for each in places if not (self.options.offline and "//" in each))

    def list_scripts(self) -> Iterator[tuple[str, str]]:
        """Yield the owner's scripts with their types."""
        for each in self.settings.record.extra_javascript:
            path, kind = (
                (each, "") if isinstance(each, str) else (str(each.get("path")), str(each.get("type") or ""))
            )
            if path in self.keep_local([path]):
                yield path, kind

    def write(self) -> None:
        """Write everything; the manifest comes last and names all the rest."""
        taken = self.write_files()
        if self.options.bundle and not self.options.offline:
            self.write_offline_copy()
        for page in self.written:
            if page.uri not in taken:
                self.write_file(page.uri, self.render_written(page).encode())
        for kept in self.site.pages:
            if self.folder.joinpath(kept.uri).exists():
                continue  # the user's own first page, or search page
            made = self.site.store.page(kept)
            self.write_file(kept.uri, self.render_made(made, kept.description).encode())
        self.write_data()
        self.write_policy()
        settings: dict[str, str | bool] = {
            "language": self.language,
            "offline": self.options.offline,
            "words": str(load_word_segmenter(self.options.words) or "built-in list"),
        }
        led = {} if self.options.offline else self.former.led
        manifest.write_manifest(self.site, self.folder, settings, led)

    def write_files(self) -> set[str]:
        """Write what is no page; return the addresses of generated pages that no page by hand may take."""
        for name in self.others:
            place = self.folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.settings.docs_dir / name, place)
        for each in self.site.files:
            place = self.folder / each.uri
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.site.store.path(each.digest), place)
        for name, data in {**pages.build_site_assets(), **build_frame_assets()}.items():
            self.write_file(uris.ASSETS + name, data)
        if not self.options.offline:  # nobody has a link into a folder on a disk
            led = self.former.write(self.site, self.language)
            for former in unite_files(write_redirects(self.site, self.language), led):
                self.write_file(former.uri, former.data)
        return {kept.uri for kept in self.site.pages} - {uris.HOME, uris.SEARCH}

    def write_offline_copy(self) -> None:
        """Make the site's offline copy, which is a site of its own."""
        with tempfile.TemporaryDirectory(prefix="hexapla-") as scratch:
            out = Path(scratch) / OFFLINE
            build_bundle(
                out,
                config_file=self.settings.file if self.settings.file.exists() else None,
                sources=self.host.sources,
                theme=OWN,
                options=self.host.build_options(),
                words=self.options.words,
            )
            shutil.move(out, self.folder / OFFLINE)
        self.copy = (self.folder / OFFLINE).stat().st_size

    def write_file(self, uri: str, data: bytes) -> None:
        """Write a file and the folders above it."""
        place = self.folder / uri
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def render_written(self, page: HandWrittenPage) -> str:
        """Put the frame around a page written by hand."""
        framed = FramedPage(
            uri=page.uri,
            title=page.title,
            html=page.html,
            language=page.language,
            description=page.description,
            toc=page.toc,
            written=True,
            hidden=page.hidden,
            languages=list_languages(page, self.written, self.language),
        )
        return render_framed(framed, self.frame)

    def render_made(self, page: Page, description: str) -> str:
        """Put the frame around a page of ours."""
        html = self.former.name_clauses(page.html, page.uri)
        if self.copy and has_offer(page.uri):
            html = add_offer(html, page.uri, self.copy, self.language)
        return render_framed(
            FramedPage(uri=page.uri, title=page.title, html=html, description=description), self.frame
        )

    def write_data(self) -> None:
        """Write what the search finds in pages by hand, the sitemap, and what a copy says of itself."""
        sections = [
            section
            for page in self.written
            for section in split_sections(page.html, title=page.title, uri=page.uri)
        ]
        own = search.write_handwritten_shard(sections, language=self.language)
        self.write_file(own.uri, own.data)
        if self.options.offline:
            entries: Iterator[Any] = (json.loads(self.site.store.get(each)) for each in self.site.provenance)
            self.write_file(manifest.README, manifest.write_readme(entries))
            return
        self.write_file(LOST_PAGE, render_lost_page(self.frame).encode())
        if self.frame.url:
            self.write_file(SITEMAP, self.write_sitemap().encode())

    def write_sitemap(self) -> str:
        """Return the list of pages for search engines."""
        day = datetime.fromtimestamp(find_epoch(self.site), UTC).date().isoformat()
        every = sorted({page.uri for page in self.written} | {kept.uri for kept in self.site.pages})
        base = self.frame.url.rstrip("/") + "/"
        places = [escape(base + uris.link("", uri)) for uri in every]
        lines = [f"<url><loc>{place}</loc><lastmod>{day}</lastmod></url>" for place in places]
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        return "\n".join([head, *lines, "</urlset>", ""])

    def write_policy(self) -> None:
        """Write the policy: nothing of the frame is inline but the style of the page for wrong addresses."""
        lost = render_lost_page(self.frame).encode()
        known = frozenset(filter(None, map(read_inline, find_raw_elements(lost))))
        told = write_policy(
            self.folder, lambda _: ThemeReference(known=known, frames=()), self.options.allow_inline or ()
        )
        for _, line in describe_unlisted(told):
            self.warn(line)


def open_own_host(config_file: Path | None) -> OwnHost:
    """Read a configuration; say which plugins of it nobody calls here.

    Raises:
        UsageError: it cannot be read.
    """
    settings = read_settings(config_file)
    host = OwnHost(settings=settings)
    if settings.ignored:
        host.warnings.append(
            f"{settings.file.name}: without MkDocs no one calls {', '.join(settings.ignored)}"
        )
    return host
