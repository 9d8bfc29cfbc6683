"""The site's offline copy, made while the site is built, and offered on its pages."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hexapla import pages
from hexapla.pages import uris
from hexapla.pipeline import BuildOptions
from hexapla.site.bundle import build_bundle

OFFLINE = "offline.zip"


def make_offline_copy(
    out: Path, *, config_file: Path, sources: Path, wishes: BuildOptions, words: str | None
) -> int:
    """Pack the site as a bundle; return its bytes.

    Documents come from the cache, if there is one; the theme is put around every page once more.

    Raises:
        UsageError, OSError: it could not be made.
    """
    with silence_mkdocs():
        build_bundle(out, config_file=config_file, sources=sources, wishes=wishes, words=words)
    return out.stat().st_size


@contextmanager
def silence_mkdocs() -> Iterator[None]:
    """Let MkDocs not say again of the copy what it says of the site."""
    logger = logging.getLogger("mkdocs")
    handlers, logger.handlers = logger.handlers, [logging.NullHandler()]
    propagate, logger.propagate = logger.propagate, False
    try:
        yield
    finally:
        logger.handlers, logger.propagate = handlers, propagate


def has_offer(uri: str) -> bool:
    """Tell whether a page offers the copy: the site's first one and every list of downloads."""
    return uri == uris.HOME or uri.endswith("/downloads.html")


def add_offer(html: str, uri: str, size: int, language: str) -> str:
    """Return a page that offers the copy."""
    return pages.add_offline_notice(html, here=uri, uri=OFFLINE, octets=size, language=language)
