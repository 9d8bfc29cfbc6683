"""Hand finished pages to MkDocs, which puts its theme around them.

Ready HTML is injected where MkDocs would have rendered Markdown: parsing 30 KB of HTML as Markdown takes six
to ten times as long as everything else. Generated pages stay out of the navigation (a tree of thousands is
written into every page) and have tabs and index pages of their own.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from hexapla import collection, pages, search
from hexapla.collection import CollectionSurvey
from hexapla.comparison import load_word_segmenter
from hexapla.errors import HexaplaError
from hexapla.model import File as ModelFile
from hexapla.pages import uris
from hexapla.pages.compiled_templates import keep_theme_templates
from hexapla.pipeline import (
    BlobStore,
    BuildContext,
    BuildOptions,
    BuiltSite,
    SiteOffers,
    StoredPage,
    build_collection,
    choose_site_language,
    find_epoch,
    open_build_context,
    write_redirects,
)
from hexapla.site import former_addresses, manifest
from hexapla.site.csp import describe_unlisted, write_policy
from hexapla.site.edit_address import find_edit_address, find_new_file_address
from hexapla.site.framed_pages import TEMPLATE, add_frames, can_frame_pages, mark_ready
from hexapla.site.logged_findings import log_findings
from hexapla.site.manifest import README, write_readme
from hexapla.site.mkdocs_language import interface_language, states_language
from hexapla.site.page_sections import split_sections
from hexapla.site.page_values import PageAnchors, build_skip_target, build_toc
from hexapla.site.plugin_options import PluginSettings, add_option_errors
from hexapla.site.search_box import add_search_box, is_box_ours
from hexapla.site.settings_file import refuse_cache
from hexapla.site.theme_overrides import (
    add_early_script,
    add_feed_link,
    add_lost_page,
    add_overrides,
    add_unpack_note,
    mark_container,
    size_icons,
)
from hexapla.site.theme_reference import build_theme_reference

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

ASSETS = uris.ASSETS
EPOCH = "SOURCE_DATE_EPOCH"
LAST = -1000.0
"""priority of what must see all that other plugins write; theirs end at -100"""
SERVED_ONLY = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""files that only a web server has use for"""
log = get_plugin_logger("hexapla")


class PagesPlugin(BasePlugin[PluginSettings]):  # type: ignore[no-untyped-call]  # MkDocs leaves this hook untyped
    """Feed the pages of a built site to MkDocs, as its plugin."""

    site: BuiltSite | None = None
    """the site to publish; None: built from the settings (`mkdocs build`, `mkdocs serve`)"""

    def __init__(self) -> None:
        """Start with no pages."""
        self._pages: dict[str, StoredPage] = {}
        self._sections: list[search.PageSection] = []
        self._epoch_before: str | None = None
        self._own = ExitStack()
        """what a site that was built here lies in, until it is published"""
        self._made_here = False
        self._builds = 0
        """builds under way: a plugin for languages builds once more inside of each"""
        self._env: Environment | None = None
        self._frame: dict[str, str] = {}
        """names the template of generated pages, where the theme need not be asked for each"""
        self._former = former_addresses.FormerAddresses()

    def load_config(
        self, options: dict[str, object], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options; one that is not known is an error."""
        found = super().load_config(options, config_file_path)
        return add_option_errors(self.config, options, found)

    @property
    def inside(self) -> bool:
        """Whether this is a build inside of another one: what is ours is there already."""
        return self._builds > 1

    @property
    def store(self) -> BlobStore:
        """Where the site's pages are."""
        if self.site is None:
            raise PluginError("There is no site yet.")
        return self.site.store

    def sources(self, config: MkDocsConfig) -> Path:
        """Return the folder of source texts."""
        return Path(config.config_file_path).parent / self.config.sources

    def build_options(self, config: MkDocsConfig) -> BuildOptions:
        """Return how the build shall be done.

        Raises:
            UsageError: the cache would lie among the texts.
        """
        cache = Path(config.config_file_path).parent / self.config.cache if self.config.cache else None
        if cache:
            refuse_cache(cache, self.sources(config))
        return BuildOptions(cache=cache, workers=self.config.workers, warn=log.info)

    def offers(self, config: MkDocsConfig) -> SiteOffers:
        """Return which files are to stand beside the pages."""
        edit = find_edit_address(
            config.repo_url,
            config.edit_uri,
            root=Path(config.config_file_path).parent,
            docs=Path(config.docs_dir),
            sources=self.sources(config),
        )
        return SiteOffers(
            formats=tuple(dict.fromkeys(self.config.downloads)),
            title=config.site_name,
            site_url=config.site_url or None,
            comparisons=tuple(self.config.comparisons),
            downloads_for=tuple(self.config.downloads_for),
            reuse=self.config.reuse,
            edit=edit,
            make=find_new_file_address(edit),
        )

    def build_pages(self, texts: CollectionSurvey, context: BuildContext, config: MkDocsConfig) -> BuiltSite:
        """Build the pages as the settings say."""
        if not states_language(config):
            config.theme["language"] = choose_site_language(texts, context)
        return build_collection(
            texts,
            context,
            language=interface_language(config),
            words=self.config.words,
            offers=self.offers(config),
        )

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add our style and script after the theme's; offline, silence what would ask the network."""
        if any(ASSETS + name in config.extra_css for name in pages.STYLES):
            return config  # built once more
        add_overrides(config)
        config.extra_css[:0] = [ASSETS + name for name in pages.STYLES]
        for name in reversed(pages.SCRIPTS):
            script = config_options.ExtraScriptValue(ASSETS + name)
            script.defer = True  # after the theme's bundle, whose `document$` the script subscribes to
            config.extra_javascript.insert(0, script)
        if self.config.offline:
            config.use_directory_urls = False
            config.theme["font"] = False
            config.repo_url = None  # the theme asks the repository's host for its stars
            config.extra.pop("analytics", None)
            config.extra.setdefault("homepage", uris.HOME)  # the theme's “.” is a folder on a disk
            config.extra_css[:] = [each for each in config.extra_css if "//" not in str(each)]
            config.extra_javascript[:] = [each for each in config.extra_javascript if "//" not in str(each)]
            config.theme["features"] = [
                name for name in config.theme.get("features", []) if "instant" not in name
            ]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the pages unless they were given. MkDocs has not emptied the site's folder yet."""
        self._builds += 1
        if self.inside:
            return
        if self.site is None:
            try:
                scratch = self._own.enter_context(tempfile.TemporaryDirectory(prefix="hexapla-"))
                opened = open_build_context(self.build_options(config), Path(scratch))
                context = self._own.enter_context(opened)
                texts = collection.survey_collection(self.sources(config))
                self.site = self.build_pages(texts, context, config)
                self._made_here = True
                context.close_workers()
            except (HexaplaError, OSError) as error:
                raise PluginError(str(error)) from error
            log_findings(self.site, log)
        self._epoch_before = os.environ.get(EPOCH)
        # The only date in MkDocs' output is the sitemap's; it must not be the clock's.
        os.environ.setdefault(EPOCH, str(find_epoch(self.site)))

    @event_priority(LAST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages and assets as generated files, once, after plugins that drop what they do not know."""
        if self.inside:
            return files
        taken = {file.dest_uri for file in files.documentation_pages()}
        for page in self.site.pages if self.site else ():
            file = File.generated(
                config, page.uri.removesuffix("html") + "md", content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
            file.dest_uri = page.uri  # whatever `use_directory_urls` says: links between our pages are final
            file.abs_src_path = self.find_origin(page, config)
            vars(file)[
                "alternates"
            ] = {}  # mkdocs-static-i18n asks all pages for their like in other languages
            if file.src_uri in files.src_uris or page.uri in taken:
                if page.uri in (uris.HOME, uris.SEARCH):
                    continue  # the user's own page stays
                raise PluginError(f"docs/{file.src_uri} stands where a generated page belongs; rename it.")
            self._pages[file.src_uri] = page
            files.append(file)
        for each in self.site.files if self.site else ():
            path = str(self.store.path(each.digest))
            files.append(File.generated(config, each.uri, abs_src_path=path))
        for former in self.redirects(config):
            files.append(File.generated(config, former.uri, content=former.data))
        for name, data in pages.build_site_assets().items():
            path = str(self.store.path(self.store.put(data)))
            files.append(File.generated(config, ASSETS + name, abs_src_path=path))
        return files

    def on_nav(self, nav: "Navigation", *, config: MkDocsConfig, files: Files) -> "Navigation":
        """Tell MkDocs that the generated pages hold no Markdown, but for those that the user navigates to."""
        mark_ready(files, self._pages.keys() - {page.file.src_uri for page in nav.pages}, config)
        self._frame = {"template": TEMPLATE} if can_frame_pages(config) else {}
        return nav

    def redirects(self, config: MkDocsConfig) -> Iterator[ModelFile]:
        """Yield what leads on from former addresses; nobody has a link into a folder on a disk."""
        if self.site and not self.config.offline:
            own, language = self.config.published, interface_language(config)
            place = Path(config.config_file_path).parent / own if own else None
            self._former = former_addresses.find_former_addresses(
                former_addresses.read_former_site(place), self.site
            )
            yield from former_addresses.unite_files(
                write_redirects(self.site, language), self._former.write(self.site, language)
            )

    def find_origin(self, page: StoredPage, config: MkDocsConfig) -> str:
        """Return a file that stands for a page on the disk: the text that it shows, else the configuration.

        Plugins for languages, dates and feeds take it for granted that there is one, and ask git about it.
        """
        path = collection.find_source(self.sources(config), page.source) if page.source else None
        return str((path or Path(config.config_file_path)).resolve())

    def on_env(self, env: "Environment", *, config: MkDocsConfig, **_: object) -> "Environment":
        """Put our box into the header, words into the page for wrong addresses; compile nothing twice."""
        keep_theme_templates(env)
        add_frames(env)
        add_lost_page(env, interface_language(config))
        if is_box_ours(config, wanted=self.config.search_box, offline=self.config.offline):
            add_search_box(config, env, interface_language(config))
        self._env = env
        return env

    def on_page_markdown(self, markdown: str, *, page: "MkDocsPage", **_: object) -> str:
        """Give a generated page its title; leave sidebars and the theme's search out."""
        if kept := self._pages.get(page.file.src_uri):
            title = escape(kept.title)  # the theme takes titles for markup
            page.meta = {
                "title": title,
                "description": escape(kept.description) or title,
                "hide": ["navigation", "toc"],
                "search": {"exclude": True},
                **self._frame,
            }
        return markdown

    def on_page_content(self, html: str, *, page: "MkDocsPage", **_: object) -> str:
        """Name the anchors that links may lead to; the page itself follows when it is written."""
        if kept := self._pages.get(page.file.src_uri):
            page.present_anchor_ids = PageAnchors(self.store, kept)  # type: ignore[assignment]  # MkDocs only asks `in`
        else:
            self._sections += split_sections(html, title=str(page.title), uri=page.file.dest_uri)
        return html

    @event_priority(100)  # before plugins that look at the page's content
    def on_page_context(
        self,
        context: "TemplateContext",
        *,
        page: "MkDocsPage",
        config: MkDocsConfig,
        nav: "Navigation",
    ) -> "TemplateContext":
        """Put the ready HTML in place of the rendered Markdown, for as long as the theme is put around it.

        MkDocs renders all pages before it writes the first, so that putting it in place earlier would hold a
        whole site in memory.
        """
        if kept := self._pages.get(page.file.src_uri):
            own = self.store.page(kept)
            html = self._former.name_clauses(own.html, kept.uri)
            page.content = self.ready(html, kept.uri, config)
            hides = config.theme.name == "material" and not any(each is page for each in nav.pages)
            page.toc = build_skip_target(own.toc) if hides else build_toc(own.toc)
        return context

    def ready(self, html: str, uri: str, config: MkDocsConfig) -> str:  # noqa: ARG002 - what depends on the site
        """Return a page's HTML as it is published; the page itself knows nothing of the site around it."""
        return html

    @event_priority(100)  # before plugins that write the page in another form
    def on_post_page(self, output: str, *, page: "MkDocsPage", config: MkDocsConfig, **_: object) -> str:
        """Let go of a page that has been rendered; name the feed in its head, and say how wide it is."""
        kept = self._pages.get(page.file.src_uri)
        output = size_icons(output)
        if self.config.offline:
            output = add_unpack_note(output, interface_language(config))
        if kept is None or self.site is None:
            return output
        page.content = ""
        page.toc = build_toc(())
        output = add_early_script(mark_container(output), kept.uri, ASSETS + pages.EARLY_SCRIPT)
        return add_feed_link(output, kept.uri, self.site.feed, interface_language(config))

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the manifest; leave the environment as it was found. What is built inside is not all yet."""
        self._builds -= 1
        if self._builds > 0:
            return
        if self.site:
            settings: dict[str, str | bool] = {
                "language": interface_language(config),
                "offline": self.config.offline,
                "words": str(load_word_segmenter(self.config.words) or "built-in list"),
            }
            own = search.write_handwritten_shard(self._sections, language=interface_language(config))
            place = Path(config.site_dir) / own.uri
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(own.data)
            self.allow(config)
            if self.config.offline:
                for name in SERVED_ONLY:
                    (Path(config.site_dir) / name).unlink(missing_ok=True)
                entries = (json.loads(self.store.get(each)) for each in self.site.provenance)
                (Path(config.site_dir) / README).write_bytes(write_readme(entries))
            manifest.write_manifest(self.site, Path(config.site_dir), settings, self._former.led)
        self.restore()

    def allow(self, config: MkDocsConfig) -> None:
        """Write the policy, and name what it does not allow."""
        if self._env is None:
            return
        read_theme = partial(build_theme_reference, config, self._env)
        told = write_policy(Path(config.site_dir), read_theme, self.config.allow_inline or ())
        for level, line in describe_unlisted(told):
            log.log(level, "%s", line)

    def on_build_error(self, **_: object) -> None:
        """Leave the environment as it was found."""
        self.restore()

    def restore(self) -> None:
        """Undo the setting of SOURCE_DATE_EPOCH; remove what was put away for this build alone."""
        self._builds = 0
        self._own.close()
        if self._made_here:
            self._made_here, self.site = False, None
        if self._epoch_before is None:
            os.environ.pop(EPOCH, None)

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, **_: object
    ) -> "LiveReloadServer":
        """Rebuild when a source text changes."""
        server.watch(str(self.sources(config)))
        return server
