"""The site's offline copy, made while the site is built, and offered on its pages."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hexapla import render
from hexapla.build import Wishes
from hexapla.publish.bundle import bundle
from hexapla.render import uris

__all__ = ["OFFLINE", "copy", "offers_copy", "with_offer"]

OFFLINE = "offline.zip"


def copy(out: Path, *, config_file: Path, sources: Path, wishes: Wishes, words: str | None) -> int:
    """Pack the site as a bundle; return its bytes.

    Documents come from the cache, if there is one; the theme is put around every page once more.

    Raises:
        UsageError, OSError: it could not be made.
    """
    with quiet():
        bundle(out, config_file=config_file, sources=sources, wishes=wishes, words=words)
    return out.stat().st_size


@contextmanager
def quiet() -> Iterator[None]:
    """Let MkDocs not say again of the copy what it says of the site."""
    logger = logging.getLogger("mkdocs")
    handlers, logger.handlers = logger.handlers, [logging.NullHandler()]
    propagate, logger.propagate = logger.propagate, False
    try:
        yield
    finally:
        logger.handlers, logger.propagate = handlers, propagate


def offers_copy(uri: str) -> bool:
    """Tell whether a page offers the copy: the site's first one and every list of downloads."""
    return uri == uris.HOME or uri.endswith("/downloads.html")


def with_offer(html: str, uri: str, size: int, language: str) -> str:
    """Return a page that offers the copy."""
    return render.offered(html, here=uri, uri=OFFLINE, octets=size, language=language)
