"""The first page of a site: a card per document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from hexapla.errors import Problem
from hexapla.model import Comparison, Document, File, Order, Page, TocEntry
from hexapla.reading import facts_by_change
from hexapla.render import uris
from hexapla.render.flow import plain
from hexapla.render.templating import page, script_words
from hexapla.render.views.bars import Bar, bar, state_words
from hexapla.render.views.frame import Link, label
from hexapla.render.views.guide import GUIDES
from hexapla.render.views.overview import chosen
from hexapla.render.words import Words, words

__all__ = ["Card", "Failed", "card", "home_page"]

LATEST: Final = 4
"""steps of a chronology that a card shows"""
NAMED: Final = 8
"""versions up to which a card names each; of more, the newest"""
FEED: Final = "atom"
"""format of a feed"""
Failed = tuple[str, Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class Card:
    """What the first page says of a document; small, so that not all documents need be at hand at once."""

    name: str
    title: str
    href: str
    language: str
    facts: str
    newest: str
    """date of its newest text, ISO 8601; empty: undated"""
    versions: tuple[Link, ...]
    more: str
    """how many older versions are not named; empty: none"""
    bars: tuple[Bar, ...]
    states: dict[str, str]


def home_page(cards: Sequence[Card], failed: Iterable[Failed], files: Iterable[File], language: str) -> Page:
    """Make the page: the newest text first, then by title; undated documents after the dated."""
    say = words(language)
    ordered = sorted(sorted(cards, key=lambda each: each.title), key=lambda each: each.newest, reverse=True)
    feed = next((each for each in files if each.format == FEED), None)
    values: dict[str, Any] = {
        "say": say,
        "language": "zh" if language.lower().startswith("zh") else "en",
        "cards": ordered,
        "feed": feed and uris.link(uris.HOME, feed.uri),
        "guides": [Link(uris.link(uris.HOME, uris.guide_uri(name)), say(f"{name}-title")) for name in GUIDES],
        "failed": [(plain(name), [str(problem) for problem in problems]) for name, problems in failed],
        "script_words": script_words(say),
        "foot": say("home-title"),
    }
    toc = tuple(TocEntry(2, each.name, each.title) for each in ordered)
    return page("home.html", uri=uris.HOME, title=say("home-title"), toc=toc, values=values)


def card(document: Document, comparisons: Sequence[Comparison], *, language: str = "en") -> Card:
    """Make a document's card, in the language of the interface."""
    chronological = document.order is Order.CHRONOLOGICAL
    say = words(language, parallel=not chronological)
    named = document.versions if len(document.versions) <= NAMED else document.versions[-NAMED:]
    facts = [say("count-versions", count=len(document.versions)), *dates(document, say)]
    shown = tuple(
        bar(
            facts_by_change(each).values(),
            each.base,
            each.target,
            uris.link(uris.HOME, uris.compare_uri(document.id, each.base, each.target)),
        )
        for each in chosen(comparisons, document)[-LATEST if chronological else None :]
    )
    if shown and chronological:
        last = shown[-1]
        changed = sum(count for state, count in last.counts if state.changed)
        facts.append(say("card-last", base=last.base, target=last.target, count=changed))
    return Card(
        name=f"document-{document.id}",
        title=plain(document.title),
        href=uris.link(uris.HOME, uris.overview_uri(document.id)),
        language=document.language,
        facts=" · ".join(facts),
        newest=max((version.date for version in document.versions), default=""),
        versions=tuple(
            Link(
                uris.link(uris.HOME, uris.read_uri(document.id, version.siglum)),
                label(version),
                siglum=version.siglum,
            )
            for version in named
        ),
        more=say("card-more", count=unnamed) if (unnamed := len(document.versions) - len(named)) else "",
        bars=shown,
        states=state_words(say, document, shown),
    )


def dates(document: Document, say: Words) -> Iterator[str]:
    """Say when its texts were issued, and what another date is that decides the place among the cards."""
    issued = sorted(version.issued for version in document.versions if version.issued)
    if issued:
        yield issued[0] if issued[0] == issued[-1] else f"{issued[0]} – {issued[-1]}"
    newest = max(document.versions, key=lambda version: version.date, default=None)
    if newest is not None and newest.date and not newest.issued:
        message = "card-retrieved" if newest.provenance.retrieved else "card-edited"
        yield say(message, date=newest.date)
