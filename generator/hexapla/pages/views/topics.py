"""Suggestions on pages: “perhaps also” where a version lacks a row, and the table of topics.

A topic holds clauses of texts by different hands that may speak of the same matter. It is made of suggestions
alone, never counted among links, and always said to be a guess.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hexapla.model import Suggestion
from hexapla.pages import uris
from hexapla.pages.page_context import PageContext
from hexapla.text import shorten
from hexapla.units import Unit

End = tuple[str, str]
"""siglum and id of a unit"""
Pointer = tuple[str, str]
"""href and text of a link"""
OPENING = 24
"""characters of a clause without heading by which a topic is told"""


@dataclass(frozen=True, slots=True)
class TopicCell:
    """What a version says of a topic: places with their first words; empty if nothing is suggested."""

    siglum: str
    language: str
    clauses: tuple[tuple[str, str, str], ...]
    """href, number and first words of each clause"""


def point_perhaps(
    layout: PageContext, units: Iterable[tuple[str, Unit]], siglum: str, row_of: Callable[[End], str]
) -> tuple[Pointer, ...]:
    """Return links to the clauses of a version that may speak of the same matter as units of others.

    Args:
        layout: the document's.
        units: sigla and units of a row in which the version has no part.
        siglum: the version.
        row_of: returns the name of the row of a unit on the page.
    """
    ends = [end for other, unit in units for end in layout.suggested.get((other, unit.id), ())]
    found = dict.fromkeys(end for end in ends if end[0] == siglum)
    return tuple((uris.fragment(row_of(end)), layout.names[end]) for end in found)


def group_topics(suggestions: Iterable[Suggestion], row_of: Callable[[End], str]) -> list[list[str]]:
    """Group rows that may speak of the same matter: joined by suggestions, the surest first.

    A suggestion that would bring two clauses of one version together is left out, unless one row has both.
    """
    groups: dict[str, list[End]] = {}
    of: dict[str, str] = {}
    for each in sorted(suggestions, key=lambda one: (-one.score, one.a, one.b)):
        one, other = (of.setdefault(row_of(end), row_of(end)) for end in (each.a, each.b))
        for name, end in ((one, each.a), (other, each.b)):
            if end not in groups.setdefault(name, []):
                groups[name].append(end)
        mine, yours = ({end[0] for end in groups[name]} for name in (one, other))
        if one != other and not mine & yours:
            groups[one] += groups.pop(other)
            of.update({row: one for row, name in of.items() if name == other})
    return [[row for row, name in of.items() if name == group] for group in groups]


def build_topics(layout: PageContext, here: str) -> list[list[TopicCell]]:
    """Return the table of topics, a line a topic, in the order of the first version that each has.

    Empty unless the versions stand side by side: of successive texts a suggestion is about one clause.
    """
    document = layout.document
    if layout.chronological or layout.document.ranked or not layout.alignment.suggestions:
        return []
    place = {(siglum, unit.id): at for siglum, own in layout.units.items() for at, unit in enumerate(own)}
    made = []
    for group in group_topics(layout.alignment.suggestions, layout.row_of.__getitem__):
        cells = [build_topic_cell(layout, group, siglum, here) for siglum in document.sigla]
        own = [
            (at, siglum, unit.id)
            for at, siglum in enumerate(document.sigla)
            for row in group
            for unit in layout.cell(row, siglum)
        ]
        if sum(bool(cell.clauses) for cell in cells) > 1:
            first = min((at, place[siglum, unit]) for at, siglum, unit in own)
            made.append((first, cells))
    return [cells for _, cells in sorted(made, key=lambda one: one[0])]


def build_topic_cell(layout: PageContext, group: Iterable[str], siglum: str, here: str) -> TopicCell:
    """Return what a version says of a topic."""
    there = uris.synopsis_uri(layout.document.id)
    clauses = [
        (uris.link(here, there, row), layout.names[siglum, unit.id], open_unit(unit))
        for row in group
        for unit in layout.cell(row, siglum)
    ]
    return TopicCell(siglum, layout.language_of(siglum), tuple(clauses))


def open_unit(unit: Unit) -> str:
    """Return the heading of a unit, or the words it begins with."""
    return shorten(" ".join((unit.heading or unit.text).split()), OPENING)
