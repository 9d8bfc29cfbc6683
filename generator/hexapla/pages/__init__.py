"""Values into pages, without touching a disk.

`render_document`, `render_home`, `render_guides` and `render_search_page` give the pages of a site as values,
whose HTML is one `<div class="hx">` for the article of whatever theme stands around it; `render_single_file`
gives one file that needs nothing else; `build_site_assets` gives the styles and scripts that pages expect
(`STYLES` and `SCRIPTS` name those to load, in order); `document_lines`, `comparison_lines`, `row_lines`,
`review_lines` and `explanation_lines` are for a terminal; `describe_changes` says of each row in a few words
what became of it.

A clause has the same name on every page, `{siglum}__{clause id}`: on reading pages it is the clause's own id,
in tables it leads to the clause's row. Rows keep the name they have in the alignment.
"""

from typing import TYPE_CHECKING

from hexapla.lazy_names import load_names_lazily

if TYPE_CHECKING:
    from hexapla.pages.day_text import day_lines
    from hexapla.pages.document_pages import (
        PageFeatures,
        build_reuse_tabs,
        render_document,
        render_single_file,
    )
    from hexapla.pages.explanation_text import explanation_lines
    from hexapla.pages.instrument_file import AppliedSheet, ToldDoubt, render_instrument_file
    from hexapla.pages.redirects import write_redirect
    from hexapla.pages.templating import EARLY_SCRIPT, SCRIPTS, STYLES, build_assets, build_site_assets
    from hexapla.pages.terminal_text import (
        comparison_lines,
        count_noun,
        describe_changes,
        document_lines,
        review_lines,
        row_lines,
    )
    from hexapla.pages.views.also_in import fill_also_in
    from hexapla.pages.views.downloads_page import add_offline_notice
    from hexapla.pages.views.lead_pages import render_day_index, render_resolve_index
    from hexapla.pages.views.page_frame import NavigationLink
    from hexapla.pages.views.reuse_overview import (
        ModelTextView,
        quote_model_text,
        render_model_text,
        render_reuse_overview,
    )
    from hexapla.pages.views.reuse_pages import render_reuse_pages
    from hexapla.pages.views.review_page import ReviewPages, ReviewState, build_review_style
    from hexapla.pages.views.site_pages import (
        DocumentCard,
        build_card,
        dump_search_words,
        name_for_search,
        render_guides,
        render_home,
        render_search_page,
        search_label,
    )
else:  # to a type checker this would make a name of anything
    __getattr__ = load_names_lazily(
        __name__,
        {
            "day_text": ("day_lines",),
            "document_pages": ("PageFeatures", "build_reuse_tabs", "render_document", "render_single_file"),
            "explanation_text": ("explanation_lines",),
            "instrument_file": ("AppliedSheet", "ToldDoubt", "render_instrument_file"),
            "redirects": ("write_redirect",),
            "templating": ("EARLY_SCRIPT", "SCRIPTS", "STYLES", "build_assets", "build_site_assets"),
            "terminal_text": (
                "comparison_lines",
                "count_noun",
                "describe_changes",
                "document_lines",
                "review_lines",
                "row_lines",
            ),
            "views.also_in": ("fill_also_in",),
            "views.downloads_page": ("add_offline_notice",),
            "views.lead_pages": ("render_day_index", "render_resolve_index"),
            "views.page_frame": ("NavigationLink",),
            "views.reuse_overview": (
                "ModelTextView",
                "quote_model_text",
                "render_model_text",
                "render_reuse_overview",
            ),
            "views.reuse_pages": ("render_reuse_pages",),
            "views.review_page": ("ReviewPages", "ReviewState", "build_review_style"),
            "views.site_pages": (
                "DocumentCard",
                "build_card",
                "dump_search_words",
                "name_for_search",
                "render_guides",
                "render_home",
                "render_search_page",
                "search_label",
            ),
        },
    )

__all__ = [
    "EARLY_SCRIPT",
    "SCRIPTS",
    "STYLES",
    "AppliedSheet",
    "DocumentCard",
    "ModelTextView",
    "NavigationLink",
    "PageFeatures",
    "ReviewPages",
    "ReviewState",
    "ToldDoubt",
    "add_offline_notice",
    "build_assets",
    "build_card",
    "build_reuse_tabs",
    "build_review_style",
    "build_site_assets",
    "comparison_lines",
    "count_noun",
    "day_lines",
    "describe_changes",
    "document_lines",
    "dump_search_words",
    "explanation_lines",
    "fill_also_in",
    "name_for_search",
    "quote_model_text",
    "render_day_index",
    "render_document",
    "render_guides",
    "render_home",
    "render_instrument_file",
    "render_model_text",
    "render_resolve_index",
    "render_reuse_overview",
    "render_reuse_pages",
    "render_search_page",
    "render_single_file",
    "review_lines",
    "row_lines",
    "search_label",
    "write_redirect",
]
