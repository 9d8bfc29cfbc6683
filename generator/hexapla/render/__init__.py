"""Render: values into pages, without touching a disk.

`pages` and `home` give the pages of a site as values, whose HTML is one `<div class="hx">` for the article of
whatever theme stands around it; `standalone` gives one file that needs nothing else; `assets` gives the style
and script that pages expect (`STYLES` and `SCRIPTS` name those to load, in order); `document_lines` and
`comparison_lines`, `row_lines` and `review_lines` are for a terminal.

A clause has the same name on every page, `{siglum}__{clause id}`: on reading pages it is the clause's own id,
in tables it leads to the clause's row. Rows keep the name they have in the alignment.
"""

from hexapla.render.decisions import review_lines, row_lines
from hexapla.render.packaged import SCRIPTS, STYLES, assets
from hexapla.render.plain import comparison_lines, document_lines
from hexapla.render.remarks import remarks
from hexapla.render.site_pages import guides, home, pages
from hexapla.render.standalone import standalone
from hexapla.render.views.home import Card, card
from hexapla.render.views.offering import offered
from hexapla.render.views.searching import search_label, search_page, search_words
from hexapla.render.words import words

__all__ = [
    "SCRIPTS",
    "STYLES",
    "Card",
    "assets",
    "card",
    "comparison_lines",
    "document_lines",
    "guides",
    "home",
    "offered",
    "pages",
    "remarks",
    "review_lines",
    "row_lines",
    "search_label",
    "search_page",
    "search_words",
    "standalone",
    "words",
]
