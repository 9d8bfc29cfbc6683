"""Build a site as a whole and put it in place at once: a build that fails leaves the old site untouched."""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from hexapla import collection
from hexapla.build import Means, Shelf, Site, Summary, build
from hexapla.collection import Failure
from hexapla.errors import UsageError
from hexapla.publish.manifest import NAME
from hexapla.publish.plugin import HexaplaPlugin, language

__all__ = ["Published", "publish"]

DEFAULT = "mkdocs.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was put in place."""

    site: Site
    site_dir: Path
    warnings: tuple[str, ...]
    """what MkDocs warned of"""


def publish(
    *,
    config_file: Path | None = None,
    sources: Path | None = None,
    site_dir: Path | None = None,
    offline: bool = False,
    on_start: Callable[[int], None] | None = None,
    on_document: Callable[[Summary | Failure], None] | None = None,
) -> Published:
    """Read a collection, build it, and publish it through MkDocs.

    Args:
        config_file: a MkDocs configuration; None: `mkdocs.yml` here, else the one that the package brings.
        sources: the collection; None: as the configuration says.
        site_dir: where the site goes; None: as the configuration says.
        offline: make a site that opens from a disk and asks no network.
        on_start: called with the number of documents.
        on_document: called after each document.

    Raises:
        SettingsError, SourceError, UsageError: nothing could be done; nothing was changed on disk.
    """
    with tempfile.TemporaryDirectory(prefix="hexapla-") as scratch, captured_warnings() as warnings:
        config = configuration(config_file, Path(scratch))
        plugin = hexapla_plugin(config)
        target = (site_dir or Path(config.site_dir)).resolve()
        folder = (sources or plugin.sources(config)).resolve()
        check_replaceable(target, keep=(folder, Path(config.docs_dir).resolve(), Path.cwd()))
        texts = collection.survey(folder)
        if on_start:
            on_start(len(texts.places))
        means = Means(shelf=Shelf(Path(scratch) / "shelf"), on_document=on_document)
        plugin.site = build(texts, means, language=language(config))
        plugin.config.offline = plugin.config.offline or offline
        put_in_place(config, target)
        return Published(site=plugin.site, site_dir=target, warnings=tuple(warnings))


def configuration(config_file: Path | None, scratch: Path) -> MkDocsConfig:
    """Load a MkDocs configuration; with none at hand, the packaged one, which needs no docs folder."""
    try:
        if config_file is None and not Path(DEFAULT).exists():
            (scratch / "docs").mkdir()
            packaged = resources.files("hexapla.publish").joinpath("default.yml").read_bytes()
            own = scratch / DEFAULT
            own.write_bytes(packaged)
            config = load_config(str(own), site_dir=str(Path("site").resolve()))
            plugin = hexapla_plugin(config)
            plugin.config.sources = str(Path(plugin.config.sources).resolve())
            return config
        return load_config(str(config_file or DEFAULT))
    except (Abort, MkDocsException) as error:
        raise UsageError(f"{config_file or DEFAULT}: {error}") from error


def hexapla_plugin(config: MkDocsConfig) -> HexaplaPlugin:
    """Return our plugin of a configuration, which must name it."""
    plugin = config.plugins.get("hexapla")
    if not isinstance(plugin, HexaplaPlugin):
        raise UsageError(
            f"{config.config_file_path}: the plugin hexapla is missing; add `- hexapla` below `plugins:`."
        )
    return plugin


def check_replaceable(target: Path, keep: Iterable[Path]) -> None:
    """Refuse to replace a folder that no site build made, or one that holds what the site is made from."""
    for own in keep:
        if own == target or own.is_relative_to(target):
            raise UsageError(f"{target} holds {own}; choose another folder with --site-dir.")
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target} is a file; choose a folder with --site-dir.")
    if target.is_dir() and any(target.iterdir()) and not (target / NAME).exists():
        raise UsageError(
            f"{target} is not empty and was not made by a site build; "
            "choose another folder with --site-dir, or empty it."
        )


def put_in_place(config: MkDocsConfig, target: Path) -> None:
    """Build beside the target and exchange the two when all went well."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        config.site_dir = str(fresh)
        config.strict = (
            False  # `--strict` is about findings, is counted by us, and never keeps the output back
        )
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        fresh.chmod(0o777 & ~current_umask())
        old = fresh.with_name(fresh.name + "-old")
        if target.exists():
            target.rename(old)
        fresh.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    except (Abort, MkDocsException) as error:
        # MkDocs says “aborted” and keeps the reason for its log
        raise UsageError(f"The site could not be built: {error.__context__ or error}") from error
    finally:
        config.plugins.on_shutdown()
        shutil.rmtree(fresh, ignore_errors=True)


def current_umask() -> int:
    """Read the process's umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


class Collector(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, into: list[str]) -> None:
        """Keep warnings and worse."""
        super().__init__(logging.WARNING)
        self.into = into

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.into.append(record.getMessage())


@contextmanager
def captured_warnings() -> Iterator[list[str]]:
    """Collect what MkDocs warns of instead of letting it write between our lines."""
    collected: list[str] = []
    logger, handler = logging.getLogger("mkdocs"), Collector(collected)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield collected
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
