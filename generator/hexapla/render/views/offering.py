"""Where the site itself is offered as one file."""

from hexapla.render import uris
from hexapla.render.templating import filled
from hexapla.render.views.downloads import size
from hexapla.render.words import words

__all__ = ["offered"]

COLOPHON = '<p class="hx-colophon">'
GUIDES = '<p class="hx-end hx-guides">'
"""the last links of a document's page; on the first page they stand at the top"""


def offered(html: str, *, here: str, uri: str, octets: int, language: str) -> str:
    """Add to a page, where its content ends, the line that offers the site's offline copy.

    Args:
        html: the page's content.
        here: the page's address.
        uri: of the copy.
        octets: its size, which nobody knows before all pages are made.
        language: of the interface, BCP 47.
    """
    say = words(language)
    link = uris.link(here, uri)
    told = size(octets, say)
    line = filled("offline.html", say=say, href=link, name=uri, size=told)
    before, end, after = html.rpartition(COLOPHON if here == uris.HOME else GUIDES)
    return f"{before}{line}{end}{after}"
