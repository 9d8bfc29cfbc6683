"""What puts a frame around finished pages: MkDocs with a theme, ProperDocs, or our own frame.

A host knows the configuration and writes a site; what is built, and how it is put in place, is the same
for all.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol

from hexapla.collection import CollectionSurvey
from hexapla.errors import UsageError
from hexapla.pipeline import BuildContext, BuildOptions, BuiltSite, SiteOffers
from hexapla.site.settings_file import OWN, find_settings_file, read_theme_name

PROPERDOCS: Final = "properdocs"
BUILDERS: Final = ("mkdocs", PROPERDOCS)
"""packages that can be the host of a plugin of MkDocs"""


class SiteHost(Protocol):
    """A host with a configuration."""

    @property
    def name(self) -> str:
        """By which its warnings are known."""

    @property
    def warnings(self) -> list[str]:
        """What it warned of so far."""

    @property
    def config_file(self) -> Path:
        """The configuration."""

    @property
    def site_dir(self) -> Path:
        """Where the site goes."""

    @property
    def docs_dir(self) -> Path:
        """Where pages written by hand stand."""

    @property
    def sources(self) -> Path:
        """The folder of source texts."""

    @property
    def words(self) -> str | None:
        """Name of the Chinese word segmenter."""

    def change_options(
        self, sources: Path, words: str | None, published: Path | None, *, offline: bool
    ) -> None:
        """Let what a command was told go before the configuration."""

    def build_options(self) -> BuildOptions:
        """Return how the build shall be done.

        Raises:
            UsageError: the cache would lie among the texts.
        """

    def offers(self) -> SiteOffers:
        """Return which files are to stand beside the pages."""

    def build_pages(self, texts: CollectionSurvey, context: BuildContext) -> BuiltSite:
        """Build the pages as the configuration says."""

    def write_site(self, site: BuiltSite, folder: Path) -> None:
        """Write the site into a new folder.

        Raises:
            UsageError: it could not be written.
        """


@contextmanager
def open_host(config_file: Path | None, theme: str | None = None) -> Iterator[SiteHost]:
    """Load the host of a configuration: ours where the theme is `own`, or where there is no MkDocs.

    Args:
        config_file: None: the one of the folder we are in, else the one that the package brings.
        theme: `own`: our frame, whatever the configuration says.

    Raises:
        UsageError: the configuration cannot be read, or the theme is not known.
    """
    if theme not in (None, OWN):
        raise UsageError(f"--theme {theme} is not known; write --theme {OWN}, or name a theme in mkdocs.yml.")
    own, file = theme or read_theme_name(config_file), find_settings_file(config_file)
    installed = any(map(find_spec, BUILDERS))
    if own == OWN or (not installed and file is None):
        from hexapla.site.own_frame.own_host import open_own_host  # noqa: PLC0415 - each host is loaded where it is used

        yield open_own_host(config_file)
        return
    if not installed:
        raise UsageError(f"MkDocs is not installed: pip install hexapla, or build without it: --theme {OWN}")
    choose_builder(file)
    from hexapla.site.mkdocs_host import open_mkdocs_host  # noqa: PLC0415 - as above

    with open_mkdocs_host(file) as host:
        yield host


def choose_builder(file: Path | None) -> None:
    """Let ProperDocs stand for MkDocs, whose continuation it is, where its file is there or MkDocs is not.

    A process has one of the two: ProperDocs answers to both names from then on.
    """
    wanted = (file is not None and file.stem == PROPERDOCS) or find_spec("mkdocs") is None
    if wanted and PROPERDOCS in filter(find_spec, BUILDERS) and "mkdocs.config" not in sys.modules:
        import_module(f"{PROPERDOCS}.replacement")
