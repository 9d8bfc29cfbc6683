"""The first page of a site: a card per document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from hexapla.errors import Problem
from hexapla.i18n import Messages, load_messages
from hexapla.model import Comparison, Document, File, Order, Page, TocEntry
from hexapla.pages import uris
from hexapla.pages.inline_html import flatten_text
from hexapla.pages.templating import dump_script_words, render_page
from hexapla.pages.views.change_bars import ChangeBar, build_bar, state_words
from hexapla.pages.views.guide_pages import GUIDES
from hexapla.pages.views.page_frame import NavigationLink, version_label
from hexapla.pairs import select_summarised_pairs
from hexapla.reading import statuses_by_change

LATEST: Final = 4
"""steps of a chronology that a card shows"""
NAMED: Final = 8
"""versions up to which a card names each; of more, the newest"""
FEED: Final = "atom"
"""format of a feed"""
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


def render_home_page(
    cards: Sequence[DocumentCard], failed: Iterable[FailedDocument], files: Iterable[File], language: str
) -> Page:
    """Make the page: the newest text first, then by title; undated documents after the dated."""
    say = load_messages(language)
    ordered = sorted(sorted(cards, key=lambda each: each.title), key=lambda each: each.newest, reverse=True)
    feed = next((each for each in files if each.format == FEED), None)
    values: dict[str, Any] = {
        "say": say,
        "language": "zh" if language.lower().startswith("zh") else "en",
        "cards": ordered,
        "feed": feed and uris.link(uris.HOME, feed.uri),
        "guides": [
            NavigationLink(uris.link(uris.HOME, uris.guide_uri(name)), say(f"{name}-title"))
            for name in GUIDES
        ],
        "failed": [(flatten_text(name), [str(problem) for problem in problems]) for name, problems in failed],
        "script_words": dump_script_words(say),
        "foot": say("home-title"),
    }
    toc = tuple(TocEntry(2, each.name, each.title) for each in ordered)
    return render_page("home.html", uri=uris.HOME, title=say("home-title"), toc=toc, values=values)


def build_card(
    document: Document, comparisons: Sequence[Comparison], *, language: str = "en"
) -> DocumentCard:
    """Make a document's card, in the language of the interface."""
    chronological = document.order is Order.CHRONOLOGICAL
    say = load_messages(language, parallel=not chronological)
    named = document.versions if len(document.versions) <= NAMED else document.versions[-NAMED:]
    facts = [say("count-versions", count=len(document.versions)), *describe_dates(document, say)]
    shown = tuple(
        build_bar(
            statuses_by_change(each).values(),
            each.base,
            each.target,
            uris.link(uris.HOME, uris.compare_uri(document.id, each.base, each.target)),
        )
        for each in select_summarised_pairs(document, comparisons)[-LATEST if chronological else None :]
    )
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
