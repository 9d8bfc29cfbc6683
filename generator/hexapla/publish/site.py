"""Build a site as a whole and put it in place at once: a build that fails leaves the old site untouched."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from hexapla import collection
from hexapla.build import Offers, Site, Summary, Wishes, means
from hexapla.collection import Failure, Survey
from hexapla.errors import HexaplaError, UsageError
from hexapla.output import is_inside
from hexapla.publish.configuring import captured_warnings, configuration, foreign, hexapla_plugin
from hexapla.publish.manifest import NAME
from hexapla.publish.swap import beside, held, swap, tidy

__all__ = ["Places", "Published", "check_apart", "places", "publish"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was put in place."""

    site: Site
    site_dir: Path
    warnings: tuple[str, ...]
    """what MkDocs warned of"""


def publish(  # noqa: PLR0913 - what a command can be told
    *,
    config_file: Path | None = None,
    sources: Path | None = None,
    site_dir: Path | None = None,
    offline: bool = False,
    wishes: Wishes | None = None,
    words: str | None = None,
    choose: Callable[[Survey], Survey] | None = None,
    on_start: Callable[[int], None] | None = None,
    on_document: Callable[[Summary | Failure], None] | None = None,
) -> Published:
    """Read a collection, build it, and publish it through MkDocs.

    Args:
        config_file: a MkDocs configuration; None: `mkdocs.yml` here, else the one that the package brings.
        sources: the collection; None: as the configuration says.
        site_dir: where the site goes; None: as the configuration says.
        offline: make a site that opens from a disk and asks no network.
        wishes: how the build shall be done; None: as the configuration says.
        words: name of what breaks Han text into words; None: as the configuration says.
        choose: returns what of the collection is published; None: all.
        on_start: called with the number of documents.
        on_document: called after each document.

    Raises:
        SettingsError, SourceError, UsageError: nothing could be done; the old site is as it was.
        OSError: the disk is full or cannot be written; the same.
    """
    with captured_warnings() as warnings:
        config = configuration(config_file)
        plugin = hexapla_plugin(config)
        target = (site_dir or Path(config.site_dir)).resolve()
        folder = (sources or plugin.sources(config)).resolve()
        check_replaceable(target, keep=(folder, Path(config.docs_dir).resolve(), Path.cwd()))
        check_apart(target, (folder, Path(config.docs_dir).resolve()))
        texts = collection.survey(folder)
        texts = choose(texts) if choose else texts
        if on_start:
            on_start(len(texts.places))
        plugin.config.offline = plugin.config.offline or offline
        plugin.config.words = words or plugin.config.words
        plugin.config.sources = str(folder)  # for the offline copy, if one is offered
        check_writable(target)
        with held(target):
            tidy(target)
            try:
                asked, work = wishes or plugin.wishes(config), beside(target, "work")
                with means(asked, work, on_document) as at_hand:
                    site = plugin.site = plugin.made(texts, at_hand, config)
                    at_hand.dismiss()
                    write(config, beside(target, "new"))
                    check_still_there(texts)
                    swap(beside(target, "new"), target)
            finally:
                tidy(target)
        return Published(site=site, site_dir=target, warnings=tuple(warnings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a configuration says that things are, and what a site shall be."""

    sources: Path
    inputs: tuple[Path, ...]
    """what is read: the folder of source texts, the configuration"""
    cache: Path | None
    words: str | None
    """name of what breaks Han text into words"""
    offers: Offers


def places(config_file: Path | None = None, sources: Path | None = None) -> Places:
    """Return where the source texts and the cache are, for commands that build no site.

    Raises:
        UsageError: the configuration cannot be read.
    """
    with captured_warnings():
        config = configuration(config_file)
    plugin = hexapla_plugin(config)
    own = sources or plugin.sources(config)
    return Places(
        sources=own,
        inputs=(own, Path(config.config_file_path)),
        cache=plugin.wishes(config).cache,
        words=plugin.config.words,
        offers=plugin.offers(config),
    )


def check_still_there(texts: Survey) -> None:
    """Refuse to publish texts that were taken away while they were read.

    Raises:
        UsageError: one of them is gone.
    """
    for place in texts.places:
        if not place.path.exists():
            raise UsageError(f"{place.path} was removed during the build; the old site stands. Start again.")


def check_replaceable(target: Path, keep: Iterable[Path]) -> None:
    """Refuse to replace a folder that no site build made, or one that holds what the site is made from."""
    for own in keep:
        if is_inside(own, target):
            raise UsageError(f"{target} holds {own}; choose another folder with --site-dir.")
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target} is a file; choose a folder with --site-dir.")
    if target.is_dir() and any(target.iterdir()) and not (target / NAME).exists():
        raise UsageError(
            f"{target} is not empty and was not made by a site build; "
            "choose another folder with --site-dir, or empty it."
        )


def check_apart(target: Path, inputs: Iterable[Path]) -> None:
    """Refuse a place inside of what is read: the next build would take it for a document.

    Raises:
        UsageError: it is such a place.
    """
    for own in inputs:
        if is_inside(target, own):
            raise UsageError(f"{target} is inside {own}, which is read; choose another folder.")


def check_writable(target: Path) -> None:
    """Refuse a place beside which nothing can be written, before any work."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=target.parent):
            pass
    except OSError as error:
        raise UsageError(
            f"{target.parent} cannot be written ({error.strerror or error}); "
            "choose another folder with --site-dir."
        ) from error


def write(config: MkDocsConfig, folder: Path) -> None:
    """Let MkDocs write the site into a folder.

    Raises:
        UsageError: MkDocs could not.
    """
    try:
        folder.mkdir()
        config.site_dir = str(folder)
        config.strict = (
            False  # `--strict` is about findings, is counted by us, and never keeps the output back
        )
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (Abort, MkDocsException) as error:
        # MkDocs says “aborted” and keeps the reason for its log
        raise UsageError(f"The site could not be built: {error.__context__ or error}") from error
    except (HexaplaError, OSError):
        raise
    except Exception as error:
        raise UsageError(f"The site could not be built: {foreign(error)}") from error
    finally:
        config.plugins.on_shutdown()
