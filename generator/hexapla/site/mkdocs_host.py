"""MkDocs as the host of a site."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from hexapla.collection import CollectionSurvey
from hexapla.errors import HexaplaError, UsageError
from hexapla.pipeline import BuildContext, BuildOptions, BuiltSite, SiteOffers
from hexapla.site.mkdocs_config import (
    BUILDER,
    capture_warnings,
    describe_foreign_error,
    find_plugin,
    load_configuration,
)
from hexapla.site.mkdocs_pages import PagesPlugin


@dataclass(slots=True, kw_only=True)
class MkDocsHost:
    """A configuration of MkDocs with our plugin in it."""

    config: MkDocsConfig
    plugin: PagesPlugin
    warnings: list[str]
    name: str = BUILDER

    @property
    def config_file(self) -> Path:
        """The configuration."""
        return Path(self.config.config_file_path)

    @property
    def site_dir(self) -> Path:
        """Where the site goes."""
        return Path(self.config.site_dir)

    @property
    def docs_dir(self) -> Path:
        """Where pages written by hand stand."""
        return Path(self.config.docs_dir)

    @property
    def sources(self) -> Path:
        """The folder of source texts."""
        return self.plugin.sources(self.config)

    @property
    def words(self) -> str | None:
        """Name of the Chinese word segmenter."""
        return self.plugin.config.words

    def change_options(
        self, sources: Path, words: str | None, published: Path | None, *, offline: bool
    ) -> None:
        """Let what a command was told go before the configuration."""
        self.plugin.config.offline = self.plugin.config.offline or offline
        self.plugin.config.words = words or self.plugin.config.words
        if published:
            self.plugin.config.published = str(published.resolve())
        self.plugin.config.sources = str(sources)  # for the offline copy, if one is offered

    def build_options(self) -> BuildOptions:
        """Return how the build shall be done."""
        return self.plugin.build_options(self.config)

    def offers(self) -> SiteOffers:
        """Return which files are to stand beside the pages."""
        return self.plugin.offers(self.config)

    def build_pages(self, texts: CollectionSurvey, context: BuildContext) -> BuiltSite:
        """Build the pages as the configuration says."""
        return self.plugin.build_pages(texts, context, self.config)

    def write_site(self, site: BuiltSite, folder: Path) -> None:
        """Let MkDocs write the site into a folder.

        Raises:
            UsageError: MkDocs could not.
        """
        self.plugin.site = site
        config = self.config
        try:
            folder.mkdir()
            config.site_dir = str(folder)
            # `--strict` is about findings, is counted by us, and never keeps the output back
            config.strict = False
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
        except (Abort, MkDocsException) as error:
            # MkDocs says “aborted” and keeps the reason for its log
            raise UsageError(f"The site could not be built: {error.__context__ or error}") from error
        except (HexaplaError, OSError):
            raise
        except Exception as error:
            raise UsageError(f"The site could not be built: {describe_foreign_error(error)}") from error
        finally:
            config.plugins.on_shutdown()


@contextmanager
def open_mkdocs_host(config_file: Path | None) -> Iterator[MkDocsHost]:
    """Load a configuration of MkDocs; what MkDocs warns of until the end is kept.

    Raises:
        UsageError: it cannot be loaded.
    """
    with capture_warnings() as warnings:
        config = load_configuration(config_file)
        yield MkDocsHost(config=config, plugin=find_plugin(config), warnings=warnings)
