"""The MkDocs plugin: the pages, and the site's offline copy, which is a site of its own."""

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from hexapla.errors import HexaplaError
from hexapla.pipeline import BuildOptions
from hexapla.site.bundle import build_bundle
from hexapla.site.mkdocs_config import BUILDER
from hexapla.site.mkdocs_language import interface_language
from hexapla.site.mkdocs_pages import LAST, PagesPlugin
from hexapla.site.offline_copy import OFFLINE, add_offer, has_offer


class HexaplaPlugin(PagesPlugin):  # type: ignore[no-untyped-call]  # MkDocs leaves this hook untyped
    """Feed the pages of a built site to MkDocs, and offer them in one file."""

    def __init__(self) -> None:
        """Start with no copy."""
        super().__init__()
        self._copy = 0
        """bytes of the offline copy; 0: none is offered"""

    @event_priority(LAST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages, assets and the copy."""
        files = super().on_files(files, config=config)
        if self.config.bundle and not self.config.offline and not is_served(config) and not self.inside:
            files.append(File.generated(config, OFFLINE, content=self.copy(config)))
        return files

    def copy(self, config: MkDocsConfig) -> bytes:
        """Make the site's offline copy."""
        with tempfile.TemporaryDirectory(prefix="hexapla-") as scratch:
            out = Path(scratch) / OFFLINE
            try:
                self._copy = make_offline_copy(
                    out,
                    config_file=Path(config.config_file_path),
                    sources=self.sources(config),
                    options=self.build_options(config),
                    words=self.config.words,
                )
            except (HexaplaError, OSError) as error:
                raise PluginError(f"The offline copy could not be made: {error}") from error
            return out.read_bytes()

    def ready(self, html: str, uri: str, config: MkDocsConfig) -> str:
        """Return a page with the offer of the copy, if it is to have one."""
        if not self._copy or not has_offer(uri):
            return html
        return add_offer(html, uri, self._copy, interface_language(config))


def is_served(config: MkDocsConfig) -> bool:
    """Tell whether `mkdocs serve` builds: it gives the site its own address.

    A plugin that asks with `on_startup` would be one for all configurations of a process.
    """
    return str(config.site_url or "").startswith(f"http://{config.dev_addr}/")


def make_offline_copy(
    out: Path, *, config_file: Path, sources: Path, options: BuildOptions, words: str | None
) -> int:
    """Pack the site as a bundle; return its bytes.

    Documents come from the cache, if there is one; the theme is put around every page once more.

    Raises:
        UsageError, OSError: it could not be made.
    """
    with silence_mkdocs():
        build_bundle(out, config_file=config_file, sources=sources, options=options, words=words)
    return out.stat().st_size


@contextmanager
def silence_mkdocs() -> Iterator[None]:
    """Let MkDocs not say again of the copy what it says of the site."""
    logger = logging.getLogger(BUILDER)
    handlers, logger.handlers = logger.handlers, [logging.NullHandler()]
    propagate, logger.propagate = logger.propagate, False
    try:
        yield
    finally:
        logger.handlers, logger.propagate = handlers, propagate
