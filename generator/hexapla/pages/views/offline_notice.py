"""Where the site itself is offered as one file."""

from hexapla.i18n import load_messages
from hexapla.pages import uris
from hexapla.pages.templating import fill_template
from hexapla.pages.views.downloads_page import format_size

COLOPHON = '<p class="hx-colophon">'
GUIDES = '<p class="hx-end hx-guides">'
"""the last links of a document's page; on the first page they stand at the top"""


def add_offline_notice(html: str, *, here: str, uri: str, octets: int, language: str) -> str:
    """Add to a page, where its content ends, the line that offers the site's offline copy.

    Args:
        html: the page's content.
        here: the page's address.
        uri: of the copy.
        octets: its size, which nobody knows before all pages are made.
        language: of the interface, BCP 47.
    """
    say = load_messages(language)
    link = uris.link(here, uri)
    told = format_size(octets, say)
    line = fill_template("offline.html", say=say, href=link, name=uri, size=told)
    before, end, after = html.rpartition(COLOPHON if here == uris.HOME else GUIDES)
    return f"{before}{line}{end}{after}"
