"""Texts of different ranks as rows: what answers each clause of one of them, and how much is answered.

Any level may lead; a link that was written the other way is read backwards.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hexapla.levels import LevelIndex
from hexapla.model import Alignment, LevelLink, LevelRelation, Suggestion
from hexapla.units import build_units

Place = tuple[str, str]
"""(siglum, clause id)"""
CONVERSE: Mapping[LevelRelation, LevelRelation] = {
    LevelRelation.SUBSET: LevelRelation.SUPERSET,
    LevelRelation.SUPERSET: LevelRelation.SUBSET,
}
"""what a relation is when it is read from its second end; others are the same, or have a word of their own"""
SUPPORTED = "supported"
"""`supports`, read from its second end"""


class Answered(StrEnum):
    """Whether a clause is answered in another level."""

    LINKED = "linked"
    ABSENT = "absent"
    """somebody said that it has no counterpart"""
    OPEN = "open"
    """nobody said anything"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReading:
    """A link as it is read from the level that leads."""

    link: LevelLink
    near: Place
    """the clause of the leading level"""
    far: Place | None
    relation: str
    """name of the relation, read from near to far"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelCell:
    """What stands beside a unit in one other level."""

    siglum: str
    links: tuple[LinkReading, ...]
    absent: tuple[LevelLink, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def coverage(self) -> Answered:
        """Whether the unit is answered here."""
        if any(each.relation != LevelRelation.NONE for each in self.links):
            return Answered.LINKED
        return Answered.ABSENT if self.absent else Answered.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRow:
    """A unit of the leading level."""

    unit: str
    counted: bool
    """it bears a number, or no unit of the text does"""
    cells: tuple[LevelCell, ...]
    """one per other level, in the order of ranks"""


def read_backwards(relation: LevelRelation) -> str:
    """Return the name of a relation, read from its second end.

    >>> read_backwards(LevelRelation.SUBSET), read_backwards(LevelRelation.SUPPORTS)
    ('superset', 'supported')
    """
    return SUPPORTED if relation is LevelRelation.SUPPORTS else CONVERSE.get(relation, relation).value


def list_level_rows(alignment: Alignment, lead: str) -> tuple[LevelRow, ...]:
    """Return a row for every unit of a level, in its order.

    Post-conditions:
        1. Every link of which an end is in the level stands in the row of that end's unit.
    """
    document = alignment.document
    units = build_units(document.version(lead))
    unit_of = LevelIndex(document.version(lead)).unit_of
    held: dict[str, list[LinkReading]] = {}
    absent: dict[str, list[LevelLink]] = {}
    for link in alignment.level_links:
        if link.b is None and link.a[0] == lead:
            absent.setdefault(unit_of[link.a[1]], []).append(link)
        for each in read_link(link, lead):
            held.setdefault(unit_of[each.near[1]], []).append(each)
    suggested: dict[Place, list[Suggestion]] = {}
    for suggestion in alignment.suggestions:
        for end in (suggestion.a, suggestion.b):
            suggested.setdefault(end, []).append(suggestion)
    numbered = any(unit.number for unit in units)
    others = [siglum for siglum in document.sigla if siglum != lead]
    return tuple(
        LevelRow(
            unit=unit.id,
            counted=bool(unit.number) or not numbered,
            cells=tuple(
                LevelCell(
                    siglum=other,
                    links=tuple(x for x in held.get(unit.id, ()) if x.far and x.far[0] == other),
                    absent=tuple(x for x in absent.get(unit.id, ()) if x.level in (other, None)),
                    suggestions=tuple(
                        x for x in suggested.get((lead, unit.id), ()) if other in (x.a[0], x.b[0])
                    ),
                )
                for other in others
            ),
        )
        for unit in units
    )


def read_link(link: LevelLink, lead: str) -> Iterable[LinkReading]:
    """Yield a link as it is read from a level, if an end of it is there."""
    if link.b and link.a[0] == lead:
        yield LinkReading(link=link, near=link.a, far=link.b, relation=link.relation.value)
    elif link.b and link.b[0] == lead:
        yield LinkReading(link=link, near=link.b, far=link.a, relation=read_backwards(link.relation))


def count_coverage(rows: Iterable[LevelRow]) -> dict[str, dict[Answered, int]]:
    """Count per other level how many of the units are answered there."""
    counted: dict[str, dict[Answered, int]] = {}
    for row in rows:
        for cell in row.cells:
            own = counted.setdefault(cell.siglum, dict.fromkeys(Answered, 0))
            own[cell.coverage] += row.counted
    return counted


def list_open_clauses(alignment: Alignment, lead: str, other: str) -> list[str]:
    """Return the units of a level of which nobody said whether they have a counterpart in another."""
    return [
        row.unit
        for row in list_level_rows(alignment, lead)
        for cell in row.cells
        if cell.siglum == other and row.counted and cell.coverage is Answered.OPEN
    ]
