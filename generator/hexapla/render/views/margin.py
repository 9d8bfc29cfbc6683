"""The marks beside a clause: in which other versions it stands the same, differs, is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from hexapla.model import Relation
from hexapla.render import uris
from hexapla.render.layout import Layout
from hexapla.units import Unit, cell_text

__all__ = ["Margin", "margins", "ranges"]

STATES: Final = ("same", "diff", "none", "lack")
RANGE: Final = 4
"""neighbouring versions from which only the first and the last are named"""


@dataclass(frozen=True, slots=True)
class Margin:
    """How other versions stand to a clause."""

    state: str
    word: str
    sigla: tuple[str, ...]
    """or ranges of them"""
    href: str


def margins(layout: Layout, siglum: str, unit: Unit, here: str) -> Iterator[Margin]:
    """Yield in which other versions a unit stands the same, differs, is missing, or cannot be known."""
    row = layout.row_of[siglum, unit.id]
    found: dict[str, list[str]] = {}
    for other in layout.document.sigla:
        if other != siglum:
            found.setdefault(state(layout, siglum, unit, other), []).append(other)
    href = uris.link(here, uris.synopsis_uri(layout.document.id), row)
    for name in STATES:
        if name in found:
            yield Margin(name, layout.say(f"margin-{name}"), ranges(found[name], layout.document.sigla), href)


def state(layout: Layout, siglum: str, unit: Unit, other: str) -> str:
    """Say how another version stands to a unit of this one."""
    if (siglum, other) not in layout.readings:
        row = layout.row_of[siglum, unit.id]
        units = layout.cell(row, other)
        if not units:
            return "lack" if other in layout.rows[row].not_in_text else "none"
        return "same" if cell_text(units) == cell_text(layout.cell(row, siglum)) else "diff"
    change = layout.change_of[siglum, other][siglum, unit.id]
    reading = layout.readings[siglum, other][change]
    if not reading.units[1]:
        return "lack" if reading.change.relation is Relation.NOT_IN_TEXT else "none"
    return "same" if reading.same or reading.kinds == ("lack",) else "diff"


def ranges(some: Sequence[str], order: Sequence[str]) -> tuple[str, ...]:
    """Name versions, neighbours in long runs by the first and the last of them."""
    made: list[str] = []
    places = [order.index(siglum) for siglum in some]
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        own = [order[place] for _, place in run]
        made += [f"{own[0]}\N{EN DASH}{own[-1]}"] if len(own) >= RANGE else own
    return tuple(made)
