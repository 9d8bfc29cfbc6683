"""Where the site itself is offered as one file."""

from hexapla.render import uris
from hexapla.render.templating import filled
from hexapla.render.views.downloads import size
from hexapla.render.words import words

__all__ = ["offered"]

END = '<p class="hx-colophon">'


def offered(html: str, *, here: str, uri: str, octets: int, language: str) -> str:
    """Add to a page, before its colophon, the line that offers the site's offline copy.

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
    before, end, after = html.rpartition(END)
    return f"{before}{line}{end}{after}"
