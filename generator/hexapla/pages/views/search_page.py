"""The search page: a form, and room for what the script finds."""

import json
from typing import Any

from hexapla.i18n import Messages, load_messages
from hexapla.model import Page
from hexapla.pages import uris
from hexapla.pages.templating import dump_script_words, render_page
from hexapla.reading import SEARCHED

WORDS = (
    *("all", "so-far", "none", "searching", "found", "part", "lost", "more", "filters", "as-same", "script"),
    *("punct", "document", "version", "place", "kind", "place-any", "place-add", "place-del", "place-diff"),
    *("in-add", "in-del", "in-diff", "by-number", "pages", "unnumbered"),
)
"""what may have happened to a clause; which bit says so stands in the catalogue"""
COUNTED = frozenset(["all", "so-far", "found", "part", "lost", "more"])


def render_search_page(*, language: str = "en") -> Page:
    """Make the page. Without script it says so and leads to the texts."""
    say = load_messages(language)
    values: dict[str, Any] = {
        "say": say,
        "language": "zh" if language.lower().startswith("zh") else "en",
        "script_words": dump_script_words(say),
        "search_words": dump_search_words(language),
        "home": uris.link(uris.SEARCH, uris.HOME),
        "here": uris.link(uris.SEARCH, uris.SEARCH),
    }
    return render_page("search.html", uri=uris.SEARCH, title=say("search-title"), toc=(), values=values)


def dump_search_words(language: str) -> str:
    """Return the words that the search shows, as JSON."""
    say = load_messages(language)
    found = {name: search_word(say, name) for name in WORDS}
    found |= {f"kind-{kind}": say(f"search-kind-{kind}") for kind in SEARCHED}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def search_label(language: str) -> str:
    """Return what the search box in the header is called."""
    return load_messages(language)("search-box")


def search_word(say: Messages, name: str) -> str:
    """Say a word, with signs where the script puts numbers."""
    if name == "found":
        return say("search-found", count="%n", passages="%m")
    return say(f"search-{name}", count="%n") if name in COUNTED else say(f"search-{name}")
