"""A comparison in words on a page: the phrases of `reading.summary`, each a link to what it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from hexapla.pages import uris
from hexapla.pages.page_context import PageContext
from hexapla.reading.summary import SummaryPhrase, summarize_changes, write_phrases

NO_BREAK: Final = "\u00a0"
INSIDE: Final = re.compile(r"(?<=[^\s→]) (?=[^\s→(（])")
"""a space inside an amount or the name of a clause, not beside an arrow or a bracket"""


@dataclass(frozen=True, slots=True)
class ToldPhrase:
    """Some words of a summary."""

    text: str
    href: str = ""
    """of what they are about; empty: they are about nothing that a link could show"""


def tell_pair(
    layout: PageContext, base: str, target: str, page: str = "", *, filters: bool = True
) -> Sequence[ToldPhrase]:
    """Return what changed between two versions, in words.

    Args:
        layout: the document's.
        base: siglum.
        target: siglum.
        page: the link to their comparison; empty: it is this page.
        filters: whether that page keeps its filter in its address.
    """
    parts = summarize_changes(layout.both_ways[base, target], layout.names)
    return [
        ToldPhrase(keep_together(text, phrase), link_phrase(phrase, page, filters=filters) if phrase else "")
        for text, phrase in write_phrases(parts, layout.say_between(base, target))
    ]


def keep_together(text: str, phrase: SummaryPhrase | None) -> str:
    r"""Let no line end between a figure and its unit, or between a clause and its number.

    >>> from hexapla.reading.captions import Caption
    >>> keep_together("15 days → 30 days (Section 4)", SummaryPhrase(Caption("told-fact"), row="r1"))
    '15\xa0days → 30\xa0days (Section\xa04)'
    """
    return INSIDE.sub(NO_BREAK, text) if phrase and phrase.row else text


def link_phrase(phrase: SummaryPhrase, page: str, *, filters: bool) -> str:
    """Return the link to a phrase's row, or to the rows of its filter."""
    if phrase.row:
        return page + uris.fragment(phrase.row)
    return f"{page}#f={quote(phrase.filter, safe='')}" if phrase.filter and filters else ""


def write_plain(told: Sequence[ToldPhrase]) -> str:
    """Return the words alone."""
    return "".join(each.text for each in told).replace(NO_BREAK, " ")
