"""What all pages of a document share: tabs, head, words for the script."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hexapla.model import Version
from hexapla.render import uris
from hexapla.render.layout import Layout
from hexapla.render.templating import script_words
from hexapla.render.views.guide import GUIDES

__all__ = ["HASH", "Link", "default_pair", "frame", "imprint", "label", "tabs"]

HASH = 12
"""characters of a hash that are shown; the whole one is copied"""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with what it says."""

    href: str
    text: str
    current: bool = False
    siglum: str | None = None
    note: str = ""
    """what the link leads to, where it is not quite what was asked for"""


def default_pair(layout: Layout) -> tuple[str, str] | None:
    """Return the comparison that the tab opens: the last step of a chronology, else the two most alike."""
    last_two = layout.document.sigla[-2:]
    if layout.chronological and len(last_two) > 1 and (last_two[0], last_two[1]) in layout.open:
        return last_two[0], last_two[1]
    return layout.most_alike((each.base, each.target) for each in layout.shown)


def tabs(layout: Layout, here: str, current: str) -> tuple[Link, ...]:
    """Return the tabs of a document's pages: only pages that exist."""
    document, say = layout.document, layout.say
    there = {"overview": uris.overview_uri(document.id)}
    if document.versions:
        there["read"] = uris.read_uri(document.id, layout.base or document.sigla[0])
    if pair := default_pair(layout):
        there["compare"] = uris.compare_uri(document.id, *pair)
        there["synopsis"] = uris.synopsis_uri(document.id)
        there["history"] = uris.history_uri(document.id)
        there["concordance"] = uris.concordance_uri(document.id)
    if layout.offers:
        there["downloads"] = uris.downloads_uri(document.id)
    return tuple(
        Link(uris.link(here, uri), say(f"tab-{name}"), current=name == current) for name, uri in there.items()
    )


def label(version: Version) -> str:
    """Return a version's short name, unless it only repeats the siglum."""
    return "" if version.label == version.siglum else version.label


def frame(layout: Layout, here: str, current: str, *, wide: bool, foot: Iterable[str] = ()) -> dict[str, Any]:
    """Return what every page's template needs."""
    document = layout.document
    return {
        "say": layout.say,
        "language": layout.language,
        "text_language": document.language,
        "title": document.title,
        "tabs": tabs(layout, here, current),
        "eyebrow": layout.say(f"tab-{current}"),
        "wide": wide,
        "script_words": script_words(layout.say),
        "home": uris.link(here, uris.HOME),
        "guides": [
            Link(uris.link(here, uris.guide_uri(name)), layout.say(f"{name}-title")) for name in GUIDES
        ],
        "foot": " · ".join([document.title, *filter(None, [*foot, broken_by(layout)])]),
        "sources": tuple(source.path for source in document.sources),
    }


def broken_by(layout: Layout) -> str:
    """Name the program that broke Han text into words, if one did."""
    named = {each.words for each in layout.comparisons if each.words}
    return layout.say("foot-words", words=", ".join(sorted(named))) if named else ""


def imprint(version: Version) -> str:
    """Return a version's hash as it is shown: of the file's bytes."""
    return version.source.sha256[:HASH]
