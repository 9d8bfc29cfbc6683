"""Render: values into pages, without touching a disk.

`pages` and `home` give the pages of a site as values, whose HTML is one `<div class="hx">` for the article of
whatever theme stands around it; `standalone` gives one file that needs nothing else; `assets` gives the style
and script that pages expect (`STYLES` and `SCRIPTS` name those to load, in order); `document_lines` and
`comparison_lines`, `row_lines`, `review_lines` and `explanation_lines` are for a terminal; `describe_changes`
says of each row in a few words what became of it.

A clause has the same name on every page, `{siglum}__{clause id}`: on reading pages it is the clause's own id,
in tables it leads to the clause's row. Rows keep the name they have in the alignment.
"""

from hexapla.pages.alignment_listing import review_lines, row_lines
from hexapla.pages.document_pages import render_document, render_guides, render_home
from hexapla.pages.explanation_text import explanation_lines
from hexapla.pages.published_assets import SCRIPTS, STYLES, build_assets
from hexapla.pages.single_file import render_single_file
from hexapla.pages.terminal_text import comparison_lines, describe_changes, document_lines
from hexapla.pages.views.home_page import DocumentCard, build_card
from hexapla.pages.views.offline_notice import add_offline_notice
from hexapla.pages.views.search_page import (
    dump_search_words,
    render_search_page,
    search_label,
)

__all__ = [
    "SCRIPTS",
    "STYLES",
    "DocumentCard",
    "add_offline_notice",
    "build_assets",
    "build_card",
    "comparison_lines",
    "describe_changes",
    "document_lines",
    "dump_search_words",
    "explanation_lines",
    "render_document",
    "render_guides",
    "render_home",
    "render_search_page",
    "render_single_file",
    "review_lines",
    "row_lines",
    "search_label",
]
