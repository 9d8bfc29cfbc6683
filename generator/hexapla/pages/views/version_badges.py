"""The marks beside a clause: in which other versions it stands the same, differs, is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from hexapla.model import Relation
from hexapla.pages import uris
from hexapla.pages.page_context import PageContext
from hexapla.units import Unit, join_cell_text

STATES: Final = ("same", "diff", "none", "lack")
RANGE: Final = 4
"""neighbouring versions from which only the first and the last are named"""


@dataclass(frozen=True, slots=True)
class VersionBadge:
    """How other versions stand to a clause."""

    state: str
    word: str
    sigla: tuple[str, ...]
    """or ranges of them"""
    href: str


def build_badges(layout: PageContext, siglum: str, unit: Unit, here: str) -> Iterator[VersionBadge]:
    """Yield in which other versions a unit stands the same, differs, is missing, or cannot be known."""
    row = layout.row_of[siglum, unit.id]
    found: dict[str, list[str]] = {}
    for other in layout.document.sigla:
        if other != siglum:
            found.setdefault(classify_version(layout, siglum, unit, other), []).append(other)
    href = uris.link(here, uris.synopsis_uri(layout.document.id), row)
    for name in STATES:
        if name in found:
            yield VersionBadge(
                name, layout.say(f"margin-{name}"), abbreviate_sigla(found[name], layout.document.sigla), href
            )


def classify_version(layout: PageContext, siglum: str, unit: Unit, other: str) -> str:
    """Say how another version stands to a unit of this one."""
    if (siglum, other) not in layout.readings:
        row = layout.row_of[siglum, unit.id]
        units = layout.cell(row, other)
        if not units:
            return "lack" if other in layout.rows[row].not_in_text else "none"
        return "same" if join_cell_text(units) == join_cell_text(layout.cell(row, siglum)) else "diff"
    change = layout.change_of[siglum, other][siglum, unit.id]
    reading = layout.readings[siglum, other][change]
    if not reading.units[1]:
        return "lack" if reading.change.relation is Relation.NOT_IN_TEXT else "none"
    return "same" if reading.same or reading.kinds == ("lack",) else "diff"


def abbreviate_sigla(some: Sequence[str], order: Sequence[str]) -> tuple[str, ...]:
    """Name versions, neighbours in long runs by the first and the last of them."""
    made: list[str] = []
    places = [order.index(siglum) for siglum in some]
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        own = [order[place] for _, place in run]
        made += [f"{own[0]}\N{EN DASH}{own[-1]}"] if len(own) >= RANGE else own
    return tuple(made)
