"""Build a site as a whole and put it in place at once: a build that fails leaves the old site untouched."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from hexapla import collection
from hexapla.collection import CollectionSurvey, DocumentFailure
from hexapla.errors import UsageError
from hexapla.output import is_inside, name_place
from hexapla.pipeline import (
    BuildOptions,
    BuiltSite,
    DocumentSummary,
    SiteOffers,
    open_build_context,
)
from hexapla.site.atomic_replace import (
    lock_folder,
    recover_folder,
    replace_folder,
    sibling_path,
)
from hexapla.site.host import SiteHost, open_host
from hexapla.site.hosting_limits import SiteSize, measure_site
from hexapla.site.manifest import NAME
from hexapla.site.moved_addresses import read_published_entries, report_moved_sigla


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSite:
    """What was put in place."""

    site: BuiltSite
    site_dir: Path
    host: str
    """what put the theme around the pages"""
    warnings: tuple[str, ...]
    """what it warned of"""
    size: SiteSize
    moved: tuple[str, ...] = ()
    """of which versions the addresses are not those of the site that was replaced"""


def publish_site(  # noqa: PLR0913 - what a command can be told
    *,
    config_file: Path | None = None,
    sources: Path | None = None,
    site_dir: Path | None = None,
    theme: str | None = None,
    offline: bool = False,
    options: BuildOptions | None = None,
    words: str | None = None,
    published: Path | None = None,
    choose: Callable[[CollectionSurvey], CollectionSurvey] | None = None,
    on_start: Callable[[int], None] | None = None,
    on_document: Callable[[DocumentSummary | DocumentFailure], None] | None = None,
) -> PublishedSite:
    """Read a collection, build it, and publish it through MkDocs or in our own frame.

    Args:
        config_file: a configuration; None: `mkdocs.yml` here, else the one that the package brings.
        sources: the collection; None: as the configuration says.
        site_dir: where the site goes; None: as the configuration says.
        theme: `own`: our own frame; None: as the configuration says.
        offline: make a site that opens from a disk and asks no network.
        options: how the build shall be done; None: as the configuration says.
        words: name of the Chinese word segmenter; None: as the configuration says.
        published: a site that was published, or its manifest, whose addresses are to lead on; None: as the
            configuration says.
        choose: returns what of the collection is published; None: all.
        on_start: called with the number of documents.
        on_document: called after each document.

    Raises:
        SettingsError, SourceError, UsageError: nothing could be done; the old site is as it was.
        OSError: the disk is full or cannot be written; the same.
    """
    with open_host(config_file, theme) as host:
        target = (site_dir or host.site_dir).resolve()
        folder = (sources or host.sources).resolve()
        check_target(target, (folder, host.docs_dir.resolve()))
        every = collection.survey_collection(folder)
        texts = choose(every) if choose else every
        if on_start:
            on_start(len(texts.places))
        host.change_options(folder, words, published, offline=offline)
        site, moved = replace_site(host, texts, target, options, on_document)
        return PublishedSite(
            site=site,
            site_dir=target,
            host=host.name,
            warnings=tuple(host.warnings),
            size=measure_site(target),
            moved=moved,
        )


def replace_site(
    host: SiteHost,
    texts: CollectionSurvey,
    target: Path,
    options: BuildOptions | None,
    on_document: Callable[[DocumentSummary | DocumentFailure], None] | None,
) -> tuple[BuiltSite, tuple[str, ...]]:
    """Build a site and put it in the place of the old one; say which versions bear other sigla than there."""
    check_writable(target)
    with build_beside(host, texts, target, options, on_document) as (site, fresh):
        host.write_site(site, fresh)
        moved = find_moved_sigla(site, target)
    return site, moved


@contextmanager
def build_beside(
    host: SiteHost,
    texts: CollectionSurvey,
    target: Path,
    options: BuildOptions | None,
    on_document: Callable[[DocumentSummary | DocumentFailure], None] | None = None,
) -> Iterator[tuple[BuiltSite, Path]]:
    """Build the pages of a collection; what the block writes with them takes the place of a folder.

    Yields:
        The pages, and the folder beside the target that the block is to write. If the block or what follows
        fails, the target is as it was.
    """
    with lock_folder(target):
        recover_folder(target)
        try:
            asked, work = options or host.build_options(), sibling_path(target, "work")
            with name_place(target), open_build_context(asked, work, on_document) as context:
                site = host.build_pages(texts, context)
                context.close_workers()
                fresh = sibling_path(target, "new")
                yield site, fresh
                check_texts_exist(texts)
                replace_folder(fresh, target)
        finally:
            recover_folder(target)


def find_moved_sigla(site: BuiltSite, target: Path) -> tuple[str, ...]:
    """Say which versions bear other sigla than in the site that will be replaced."""
    now = (json.loads(site.store.get(each)) for each in site.provenance)
    return tuple(report_moved_sigla(read_published_entries(target), now))


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """Where a configuration says that things are, and what a site shall be."""

    sources: Path
    inputs: tuple[Path, ...]
    """what is read: the folder of source texts, the configuration"""
    cache: Path | None
    words: str | None
    """name of the Chinese word segmenter"""
    offers: SiteOffers


def read_site_config(
    config_file: Path | None = None, sources: Path | None = None, theme: str | None = None
) -> SiteConfig:
    """Return where the source texts and the cache are, for commands that build no site.

    Raises:
        UsageError: the configuration cannot be read.
    """
    with open_host(config_file, theme) as host:
        own = sources or host.sources
        return SiteConfig(
            sources=own,
            inputs=(own, host.config_file),
            cache=host.build_options().cache,
            words=host.words,
            offers=host.offers(),
        )


def check_texts_exist(texts: CollectionSurvey) -> None:
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


def check_outside_inputs(target: Path, inputs: Iterable[Path]) -> None:
    """Refuse a place inside of what is read: the next build would take it for a document.

    Raises:
        UsageError: it is such a place.
    """
    for own in inputs:
        if is_inside(target, own):
            raise UsageError(f"{target} is inside {own}, which is read; choose another folder.")


def check_target(target: Path, read: tuple[Path, ...]) -> None:
    """Refuse a place that holds what is read, or lies inside of it.

    Raises:
        UsageError: it is such a place.
    """
    check_replaceable(target, keep=(*read, Path.cwd()))
    check_outside_inputs(target, read)


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
