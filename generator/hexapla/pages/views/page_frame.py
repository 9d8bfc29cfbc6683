"""What the pages of a document share: tabs, head, foot, names of versions, words on pairs without a page."""

import json
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from pathlib import PurePosixPath
from typing import Any, Final

from hexapla.i18n import Messages
from hexapla.model import Version
from hexapla.pages import uris
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import dump_script_words

GUIDES: Final = ("how-to-read", "how-it-works")
"""names of the pages about the site itself; every page of a document links them"""
HASH_LENGTH = 12
"""characters of a hash that are shown; the whole one is copied"""
DESK: Final = (
    *("why", "alone", "apart", "together", "belongs", "likest", "others", "reason", "said"),
    *("collected", "copy", "download", "undo", "declared", "identical", "number", "wording", "containment"),
    *("structure", "strong", "check", "weak"),
)
"""messages of the editor's desk: its controls, and why a link was made and how far it holds"""
QUOTED: Final = ("replaced", "added", "removed")
"""messages that quote a change"""
RANGE: Final = 4
"""neighbouring versions from which only the first and the last are named"""


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """A link with what it says."""

    href: str
    text: str
    current: bool = False
    siglum: str | None = None
    note: str = ""
    """what the link leads to, where it is not quite what was asked for"""


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
        "guides": link_guides(here, layout.say),
        "foot": " · ".join([document.title, *filter(None, [*foot, describe_word_segmenter(layout)])]),
        "sources": tuple(source.path for source in document.sources),
    }


def build_tabs(layout: PageContext, here: str, current: str) -> tuple[NavigationLink, ...]:
    """Return the tabs of a document's pages: only pages that exist."""
    document, say = layout.document, layout.say
    there = {"overview": uris.overview_uri(document.id)}
    if document.versions:
        there["read"] = uris.read_uri(document.id, layout.base or document.sigla[0])
    if layout.document.ranked:
        there["levels"] = uris.levels_uri(document.id, document.sigla[0])
    if pair := choose_default_pair(layout):
        there["compare"] = uris.compare_uri(document.id, *pair)
        there["synopsis"] = uris.synopsis_uri(document.id)
        there["history"] = uris.history_uri(document.id)
        there["concordance"] = uris.concordance_uri(document.id)
    if layout.reuse:
        there["reuse"] = uris.reuse_uri(document.id)
    if layout.offers:
        there["downloads"] = uris.downloads_uri(document.id)
    return tuple(
        NavigationLink(uris.link(here, uri), say(f"tab-{name}"), current=name == current)
        for name, uri in there.items()
    )


def choose_default_pair(layout: PageContext) -> tuple[str, str] | None:
    """Return the comparison that the tab opens: the last step of a chronology, else the two most alike."""
    last_two = layout.document.sigla[-2:]
    if layout.chronological and len(last_two) > 1 and (last_two[0], last_two[1]) in layout.open:
        return last_two[0], last_two[1]
    return layout.most_alike((each.base, each.target) for each in layout.shown)


def link_guides(here: str, say: Messages) -> list[NavigationLink]:
    """Return links to the pages about the site itself."""
    return [NavigationLink(uris.link(here, uris.guide_uri(name)), say(f"{name}-title")) for name in GUIDES]


def describe_word_segmenter(layout: PageContext) -> str:
    """Name the program that broke Han text into words, if one did."""
    named = {each.words for each in layout.comparisons if each.words}
    return layout.say("foot-words", words=", ".join(sorted(named))) if named else ""


def version_label(version: Version) -> str:
    """Return a version's short name, unless it only repeats the siglum."""
    return "" if version.label == version.siglum else version.label


def name_version_shortly(layout: PageContext, version: Version) -> str:
    """Name a version by its year or its date, if that tells the versions apart, else by its short name."""
    dates = [each.issued or "" for each in layout.document.versions]
    if version.issued and layout.chronological and dates.count(version.issued) == 1:
        year = version.issued[:4]
        return version.issued if [each[:4] for each in dates].count(year) > 1 else year
    return version_label(version)


def full_version_name(version: Version) -> str:
    """Return a version's siglum with its short name."""
    return " · ".join(filter(None, (version.siglum, version_label(version))))


def short_hash(version: Version) -> str:
    """Return a version's hash as it is shown: of the file's bytes."""
    return version.source.sha256[:HASH_LENGTH]


def describe_works(layout: PageContext, versions: Iterable[Version], say: Messages | None = None) -> str:
    """Return what a script needs to cite clauses of some versions, as JSON: works, and how a change is told.

    A work is a version: its title, short name, date and hash, and the language of its text.

    Args:
        layout: the document's.
        versions: those that the page shows, in its order.
        say: the words of the comparison, if the page shows one.
    """
    works = [
        {
            "siglum": version.siglum,
            "title": layout.document.title_of(version),
            "label": version_label(version) or version.siglum,
            "issued": version.issued or "",
            "sha256": version.source.sha256,
            "language": layout.language_of(version.siglum),
            "who": full_version_name(version),
        }
        for version in versions
    ]
    compared, say = say is not None, say or layout.say
    values = {"old": "%a", "new": "%b", "base": works[0]["label"], "target": works[-1]["label"]}
    quoted: dict[str, object] = {name: say(f"quote-{name}", **values) for name in QUOTED}
    if compared:
        desk = {name: say(f"desk-{name}", count="%n", number="%x") for name in DESK}
        desk["link"] = say("desk-link", pair="%p", basis="%b", score="%s", confidence="%c")
        edit = say("desk-edit-new" if layout.edit_new else "desk-edit")
        quoted["desk"] = desk | ({"edit": edit, "place": layout.edit} if layout.edit else {})
    return json.dumps({"works": works, **quoted}, ensure_ascii=False, separators=(",", ":"))


def abbreviate_sigla(some: Sequence[str], order: Sequence[str]) -> tuple[str, ...]:
    """Name versions, neighbours in long runs by the first and the last of them."""
    made: list[str] = []
    places = [order.index(siglum) for siglum in some]
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        own = [order[place] for _, place in run]
        made += [f"{own[0]}\N{EN DASH}{own[-1]}"] if len(own) >= RANGE else own
    return tuple(made)


def describe_unpublished(layout: PageContext, siglum: str | None = None) -> dict[str, str] | None:
    """Say how many comparisons have a page, and which command writes another; None: they all have one.

    Args:
        layout: the document's.
        siglum: a version that the command's example shall be about, if it lacks a page.
    """
    if layout.document.ranked:
        return None  # texts of different ranks are not compared
    lacking = [pair for pair in combinations(layout.document.sigla, 2) if pair not in layout.open]
    if not lacking:
        return None
    own = next((pair for pair in lacking if siglum in pair), lacking[0])
    all_pairs = len(lacking) + len(layout.shown)
    told = layout.say("compare-some", shown=len(layout.shown), all=all_pairs)
    return {"told": told, "command": comparison_command(layout, *own)}


def comparison_command(layout: PageContext, base: str, target: str) -> str:
    """Return the command that writes a comparison; of a compilation it takes the whole file."""
    paths = dict.fromkeys(layout.document.version(siglum).source.path for siglum in (base, target))
    name = f"{base}-{target}" if len(paths) > 1 else PurePosixPath(next(iter(paths))).stem
    return shlex.join(["hexapla", "compare", *paths, "-o", f"{name}.html"])
