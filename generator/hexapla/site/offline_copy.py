"""The offer of a site's offline copy, on the pages that make it."""

from hexapla import pages
from hexapla.pages import uris

OFFLINE = "offline.zip"


def has_offer(uri: str) -> bool:
    """Tell whether a page offers the copy: the site's first one and every list of downloads."""
    return uri == uris.HOME or uri.endswith("/downloads.html")


def add_offer(html: str, uri: str, size: int, language: str) -> str:
    """Return a page that offers the copy."""
    return pages.add_offline_notice(html, here=uri, uri=OFFLINE, octets=size, language=language)
