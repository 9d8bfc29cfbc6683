"""What all pages of a document share: tabs, head, words for the script."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hexapla.model import Version
from hexapla.pages import uris
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import dump_script_words
from hexapla.pages.views.guide_pages import GUIDES

HASH_LENGTH = 12
"""characters of a hash that are shown; the whole one is copied"""


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """A link with what it says."""

    href: str
    text: str
    current: bool = False
    siglum: str | None = None
    note: str = ""
    """what the link leads to, where it is not quite what was asked for"""


def choose_default_pair(layout: PageContext) -> tuple[str, str] | None:
    """Return the comparison that the tab opens: the last step of a chronology, else the two most alike."""
    last_two = layout.document.sigla[-2:]
    if layout.chronological and len(last_two) > 1 and (last_two[0], last_two[1]) in layout.open:
        return last_two[0], last_two[1]
    return layout.most_alike((each.base, each.target) for each in layout.shown)


def build_tabs(layout: PageContext, here: str, current: str) -> tuple[NavigationLink, ...]:
    """Return the tabs of a document's pages: only pages that exist."""
    document, say = layout.document, layout.say
    there = {"overview": uris.overview_uri(document.id)}
    if document.versions:
        there["read"] = uris.read_uri(document.id, layout.base or document.sigla[0])
    if pair := choose_default_pair(layout):
        there["compare"] = uris.compare_uri(document.id, *pair)
        there["synopsis"] = uris.synopsis_uri(document.id)
        there["history"] = uris.history_uri(document.id)
        there["concordance"] = uris.concordance_uri(document.id)
    if layout.offers:
        there["downloads"] = uris.downloads_uri(document.id)
    return tuple(
        NavigationLink(uris.link(here, uri), say(f"tab-{name}"), current=name == current)
        for name, uri in there.items()
    )


def version_label(version: Version) -> str:
    """Return a version's short name, unless it only repeats the siglum."""
    return "" if version.label == version.siglum else version.label


def build_frame_values(
    layout: PageContext, here: str, current: str, *, wide: bool, foot: Iterable[str] = ()
) -> dict[str, Any]:
    """Return what every page's template needs."""
    document = layout.document
    return {
        "say": layout.say,
        "language": layout.language,
        "text_language": document.language,
        "title": document.title,
        "tabs": build_tabs(layout, here, current),
        "eyebrow": layout.say(f"tab-{current}"),
        "wide": wide,
        "script_words": dump_script_words(layout.say),
        "home": uris.link(here, uris.HOME),
        "guides": [
            NavigationLink(uris.link(here, uris.guide_uri(name)), layout.say(f"{name}-title"))
            for name in GUIDES
        ],
        "foot": " · ".join([document.title, *filter(None, [*foot, describe_word_segmenter(layout)])]),
        "sources": tuple(source.path for source in document.sources),
    }


def describe_word_segmenter(layout: PageContext) -> str:
    """Name the program that broke Han text into words, if one did."""
    named = {each.words for each in layout.comparisons if each.words}
    return layout.say("foot-words", words=", ".join(sorted(named))) if named else ""


def short_hash(version: Version) -> str:
    """Return a version's hash as it is shown: of the file's bytes."""
    return version.source.sha256[:HASH_LENGTH]
