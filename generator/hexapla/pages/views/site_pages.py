"""The pages of the site that belong to no document: its first page, the pages about it, the search page."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from hexapla.collection.file_names import natural_key
from hexapla.errors import Problem
from hexapla.i18n import Messages, choose_language, load_messages
from hexapla.model import Comparison, Document, File, Order, Page, TocEntry
from hexapla.pages import uris
from hexapla.pages.change_kinds import ChangeBar, build_bar, state_words
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.templating import dump_script_words, render_page
from hexapla.pages.views.page_frame import GUIDES, NavigationLink, link_guides, version_label
from hexapla.pairs import select_summarised_pairs
from hexapla.reading import FORMAL_FLAGS, SEARCHED, Status, statuses_by_change
from hexapla.reading.captions import SIGNALS

LATEST: Final = 4
"""steps of a chronology that a card shows"""
SHELVED: Final = 8
"""documents from which the first page has a filter"""
DENSE: Final = 20
"""documents from which each is a line, without its versions and bars"""
NAMED: Final = 8
"""versions up to which a card names each; of more, the newest"""
FEED: Final = "atom"
"""format of a feed"""
SECTIONS: Final = {
    "how-to-read": ("columns", "marks", "kinds", "flags", "lack", "pages", "tools", "sure"),
    "how-it-works": ("steps", "limits", "claims", "proof"),
}
KINDS: Final = tuple(map(Status, "same word add del move renum split join regroup lack trans ref".split()))
"""what a row can be, in the order in which the guide explains it"""
FLAGS: Final = (*map(str, SIGNALS), *(f"only-{flag}" for flag in FORMAL_FLAGS))
KEYS: Final = ("n", "p", "v", "/", "?")
STEPS: Final = ("read", "segment", "align", "compare", "publish")
LIMITS: Final = ("meaning", "rewording", "small", "twins", "numbers", "noise", "parts")
CLAIMS: Final = ("valid", "weight", "copying", "silence", "judgement", "advice")
WORDS = (
    *("all", "so-far", "none", "searching", "found", "part", "lost", "more", "filters", "as-same", "script"),
    *("punct", "document", "version", "place", "kind", "place-any", "place-add", "place-del", "place-diff"),
    *("in-add", "in-del", "in-diff", "by-number", "pages", "unnumbered", "course", "times", "clauses"),
    *("shared", "shared-any", "shared-only", "shared-also"),
)
"""names of the messages that the search shows"""
COUNTED = frozenset(["all", "so-far", "found", "part", "lost", "more"])
"""those of them that count something"""
FailedDocument = tuple[str, Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """What the first page says of a document; small, so that not all documents need be at hand at once."""

    name: str
    title: str
    href: str
    language: str
    facts: str
    newest: str
    """date of its newest text, ISO 8601; empty: undated"""
    versions: tuple[NavigationLink, ...]
    more: str
    """how many older versions are not named; empty: none"""
    bars: tuple[ChangeBar, ...]
    states: dict[str, str]
    group: str = ""
    """heading under which it stands; empty: none"""
    arrow: str = "→"
    """between two versions: of parallel texts none is older"""

    @property
    def changed(self) -> int:
        """How many clauses changed in the newest step that it shows."""
        return sum(count for state, count in self.bars[-1].counts if state.changed) if self.bars else 0


def render_home(
    cards: Sequence[DocumentCard],
    failures: Iterable[FailedDocument] = (),
    *,
    files: Sequence[File] = (),
    language: str = "en",
    reuse: bool = False,
    days: bool = False,
) -> Page:
    """Make the first page of the site: the newest text first, then by title, undated ones last.

    Groups stand in the order of their names, and after them what is in none.

    Args:
        cards: one for each document, in any order.
        failures: documents of which nothing could be made, with the reasons.
        files: files about the whole site; a feed among them is linked.
        language: of the interface, BCP 47.
        reuse: there is a page about clauses that stand in several documents.
        days: of some document it is known which text was in force on a day.
    """
    say = load_messages(language)
    ordered = sorted(sorted(cards, key=lambda each: each.title), key=lambda each: each.newest, reverse=True)
    feed = next((each for each in files if each.format == FEED), None)
    values: dict[str, Any] = {
        "say": say,
        "language": choose_language(language),
        "groups": group_cards(ordered, say),
        "count": len(ordered),
        "shelved": len(ordered) >= SHELVED,
        "dense": len(ordered) >= DENSE,
        "feed": feed and uris.link(uris.HOME, feed.uri),
        "guides": link_guides(uris.HOME, say),
        "reuse": uris.link(uris.HOME, uris.guide_uri("reuse")) if reuse else "",
        "days": uris.link(uris.HOME, uris.AT) if days else "",
        "failed": [
            (flatten_text(name), [str(problem) for problem in problems]) for name, problems in failures
        ],
        "script_words": dump_script_words(say),
        "foot": say("home-title"),
    }
    toc = tuple(entry for group in values["groups"] for entry in group.contents)
    return render_page("home.html", uri=uris.HOME, title=say("home-title"), toc=toc, values=values)


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Documents under one heading of the first page."""

    name: str
    """of its place on the page; empty: without a heading"""
    heading: str
    cards: tuple[DocumentCard, ...]

    @property
    def level(self) -> int:
        """Of the headings of its documents."""
        return 3 if self.name else 2

    @property
    def contents(self) -> Iterator[TocEntry]:
        """Its entries in the table of contents."""
        if self.name:
            yield TocEntry(2, self.name, self.heading)
        for card in self.cards:
            yield TocEntry(self.level, card.name, card.title)


def group_cards(cards: Sequence[DocumentCard], say: Messages) -> tuple[CardGroup, ...]:
    """Put cards into their groups; within one they keep their order."""
    names = sorted({card.group for card in cards}, key=lambda name: (not name, natural_key(name)))
    if names in ([], [""]):
        return (CardGroup("", "", tuple(cards)),) if cards else ()
    return tuple(
        CardGroup(
            f"group-{at}", name or say("home-ungrouped"), tuple(card for card in cards if card.group == name)
        )
        for at, name in enumerate(names, 1)
    )


def build_card(
    document: Document, comparisons: Sequence[Comparison], *, group: str = "", language: str = "en"
) -> DocumentCard:
    """Make a document's card, in the language of the interface, for a group that has a name or none."""
    chronological = document.order is Order.CHRONOLOGICAL
    say = load_messages(language, parallel=not chronological)
    named = document.versions if len(document.versions) <= NAMED else document.versions[-NAMED:]
    facts = [say("count-versions", count=len(document.versions)), *describe_dates(document, say)]
    shown = build_bars(document, comparisons)
    if shown and chronological:
        last = shown[-1]
        changed = sum(count for state, count in last.counts if state.changed)
        facts.append(say("card-last", base=last.base, target=last.target, count=changed))
    return DocumentCard(
        name=f"document-{document.id}",
        title=flatten_text(document.title),
        href=uris.link(uris.HOME, uris.overview_uri(document.id)),
        language=document.language,
        facts=" · ".join(facts),
        newest=max((version.date for version in document.versions), default=""),
        versions=tuple(
            NavigationLink(
                uris.link(uris.HOME, uris.read_uri(document.id, version.siglum)),
                version_label(version),
                siglum=version.siglum,
            )
            for version in named
        ),
        more=say("card-more", count=unnamed) if (unnamed := len(document.versions) - len(named)) else "",
        bars=shown,
        states=state_words(say, document, shown),
        group=flatten_text(group),
        arrow=say("arrow"),
    )


def build_bars(document: Document, comparisons: Sequence[Comparison]) -> tuple[ChangeBar, ...]:
    """Make the bars of a card: of a chronology those of its last steps."""
    chronological = document.order is Order.CHRONOLOGICAL
    return tuple(
        build_bar(
            statuses_by_change(each).values(),
            each.base,
            each.target,
            uris.link(uris.HOME, uris.compare_uri(document.id, each.base, each.target)),
        )
        for each in select_summarised_pairs(document, comparisons)[-LATEST if chronological else None :]
    )


def name_for_search(document: str, card: DocumentCard) -> tuple[str, str, str, str]:
    """Return by what the search finds a document: its folder, title and language; labels, group, dates."""
    labels = " ".join(version.text for version in card.versions if version.text)
    told = (labels, card.group, card.facts)
    return (
        uris.folder(document),
        card.title,
        card.language,
        " · ".join(filter(None, told)),
    )


def describe_dates(document: Document, say: Messages) -> Iterator[str]:
    """Say when its texts were issued, and what another date is that decides the place among the cards."""
    issued = sorted(version.issued for version in document.versions if version.issued)
    if issued:
        yield issued[0] if issued[0] == issued[-1] else f"{issued[0]} – {issued[-1]}"
    newest = max(document.versions, key=lambda version: version.date, default=None)
    if newest is not None and newest.date and not newest.issued:
        message = "card-retrieved" if newest.provenance.retrieved else "card-edited"
        yield say(message, date=newest.date)


def render_guides(*, language: str = "en") -> tuple[Page, ...]:
    """Make the pages about the site itself: how to read a comparison, and how it is made."""
    say = load_messages(language)
    made = []
    for name in GUIDES:
        here = uris.guide_uri(name)
        values: dict[str, Any] = {
            "say": say,
            "language": choose_language(language),
            "script_words": dump_script_words(say),
            "foot": say(f"{name}-title"),
            "home": uris.link(here, uris.HOME),
            "others": [
                (uris.link(here, uris.guide_uri(one)), say(f"{one}-title")) for one in GUIDES if one != name
            ],
            "name": name,
            "kinds": KINDS,
            "flags": FLAGS,
            "keys": KEYS,
            "steps": STEPS,
            "limits": LIMITS,
            "claims": CLAIMS,
        }
        toc = tuple(TocEntry(2, section, say(f"{name}-{section}")) for section in SECTIONS[name])
        made.append(render_page(f"{name}.html", uri=here, title=say(f"{name}-title"), toc=toc, values=values))
    return tuple(made)


def render_search_page(*, language: str = "en") -> Page:
    """Make the search page: a form and room for what the script finds; without script, links to texts."""
    say = load_messages(language)
    values: dict[str, Any] = {
        "say": say,
        "language": choose_language(language),
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
    for name in sorted(COUNTED):
        one = say(f"search-{name}", count=1, passages="%m")
        if one != found[name].replace("%n", "1"):
            found[f"{name}-one"] = one
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
