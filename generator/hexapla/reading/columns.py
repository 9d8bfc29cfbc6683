"""Two versions as one order: side by side, or as one sequence, each version whole and in its own order.

Rows whose units stand in the same order in both versions, and divisions that belong together, are what the
two orders have in common. Whatever is moved, or split over places apart, stands at each of its places.

Side by side a row stands where the target has it, with the other side's words repeated; at its other places
stands a stub, in its column's order, that points there. In a sequence its units stand at each place alone.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hexapla.model import Clause, Role, Version
from hexapla.sequences import heaviest_increasing
from hexapla.text import make_key
from hexapla.units import Unit

STAYS = 1_000_000
"""weight of a row that did not move: no number of moved rows may push it out of its place"""


@dataclass(frozen=True, slots=True)
class DivisionSlot:
    """A division's heading, in one column or in both."""

    base: Clause | None
    target: Clause | None


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row at its place; what stands elsewhere in a column's order is repeated here."""

    row: str
    base_here: frozenset[str]
    """ids of the base's units that stand here; the row's others are repetitions"""
    target_here: frozenset[str]


@dataclass(frozen=True, slots=True)
class DisplacedUnits:
    """Units at their place in one column, whose row has its main place elsewhere."""

    row: str
    side: Literal["base", "target"]
    here: frozenset[str]


Slot = DivisionSlot | PlacedRow | DisplacedUnits


MainPlaces = dict[str | None, int]
"""where in a column each of its rows has most of its text"""


@dataclass(frozen=True, slots=True)
class ColumnStep:
    """What stands at a place of a sequence: a row, units of a row in one version, or a division."""

    row: str | None
    """None: a division"""
    base: tuple[Clause, ...] = ()
    """the base's units or division; none: this is of the target only"""
    target: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnElement:
    """What stands in one column: a division, or neighbouring units of one row."""

    row: str | None
    """None: a division"""
    clauses: tuple[Clause, ...]
    weight: int = 0
    """characters, and one a unit"""

    @property
    def division(self) -> Clause | None:
        """The division; None: units stand here."""
        return self.clauses[0] if self.row is None else None

    @property
    def units(self) -> frozenset[str]:
        """Ids of the units that stand here."""
        return frozenset(clause.id for clause in self.clauses)


def read_column(
    version: Version, row_of: Mapping[tuple[str, str], str], own: Sequence[Unit]
) -> list[ColumnElement]:
    """Read a version as a column.

    Args:
        version: the version.
        row_of: siglum and id of a unit → row.
        own: the version's units.
    """
    by_id = {unit.id: unit for unit in own}
    column: list[ColumnElement] = []
    for clause in version.clauses:
        if clause.id in by_id:
            row, size = row_of[version.siglum, clause.id], len(by_id[clause.id].text) + 1
            if column and column[-1].row == row:
                last = column.pop()
                column.append(ColumnElement(row, (*last.clauses, clause), last.weight + size))
            else:
                column.append(ColumnElement(row, (clause,), size))
        elif clause.role is Role.DIVISION:
            column.append(ColumnElement(None, (clause,)))
    return column


def walk_columns(
    pairs: Iterable[tuple[int, int, int]], base: Sequence[ColumnElement], target: Sequence[ColumnElement]
) -> Iterator[tuple[slice, slice, tuple[ColumnElement, ColumnElement] | None]]:
    """Yield the stretches of two columns before each place in common, with that place; at the end None.

    Args:
        pairs: places that belong together, with a weight; those of the heaviest chain are in common.
        base: the one column.
        target: the other.
    """
    ordered = sorted(pairs)
    here = there = 0
    for left, right, _ in (ordered[at] for at in heaviest_increasing(ordered)):
        yield slice(here, left), slice(there, right), (base[left], target[right])
        here, there = left + 1, right + 1
    yield slice(here, len(base)), slice(there, len(target)), None


def arrange_columns(
    versions: tuple[Version, Version],
    units: tuple[Sequence[Unit], Sequence[Unit]],
    row_of: Mapping[tuple[str, str], str],
    moved: Iterable[str],
    beyond: Container[str | None] = (),
) -> Iterator[Slot]:
    """Arrange two versions side by side.

    Between rows of both, what only the base has stands before what only the target has; the other way round
    where rows are `beyond` the target's end, or before the base's beginning.

    Post-conditions:
        1. Every unit and every division of each version stands in exactly one slot as its own, in its
           version's order; every row of the two has exactly one main place.
        2. Rows that did not move stand once, as far as their order is the same in both.
    """
    base, target = (read_column(v, row_of, own) for v, own in zip(versions, units, strict=True))
    main_base, main_target = find_main_places(base), find_main_places(target)
    weights = dict.fromkeys(moved, 1)
    pairs = [
        (at, main_target[row], weights.get(row or "", STAYS))
        for row, at in main_base.items()
        if row in main_target
    ]
    pairs += [(one, other, 1) for one, other in pair_divisions(base, target).items()]
    for here, there, together in walk_columns(pairs, base, target):
        left = list(make_unpaired_slots("base", base[here], here.start, main_base, main_target))
        right = list(make_unpaired_slots("target", target[there], there.start, main_target, {}))
        late = any(each.row in beyond for each in (*base[here], *target[there]))
        yield from (*right, *left) if late else (*left, *right)
        if together:
            yield make_two_sided_slot(*together)


def merge_columns(
    versions: tuple[Version, Version],
    units: tuple[Sequence[Unit], Sequence[Unit]],
    row_of: Mapping[tuple[str, str], str],
    moved: Container[str | None],
) -> Iterator[ColumnStep]:
    """Put two versions in one order that both can be read in; arguments as for `arranged`.

    A row stands once where its units are neighbours in both versions and it did not move; else its units
    stand at their places in the base and at their places in the target.

    Post-conditions:
        1. The steps' base clauses are the base's divisions and units, in its order.
        2. The same for the target.
    """
    base, target = (read_column(v, row_of, own) for v, own in zip(versions, units, strict=True))
    places_base, places_target = index_rows(base), index_rows(target)
    pairs = [
        (at[0], places_target[row][0], base[at[0]].weight)
        for row, at in places_base.items()
        if row not in moved and len(at) == 1 and len(places_target.get(row, ())) == 1
    ]
    pairs += [(one, other, 1) for one, other in pair_divisions(base, target).items()]
    for here, there, together in walk_columns(pairs, base, target):
        yield from (ColumnStep(each.row, each.clauses) for each in base[here])
        yield from (ColumnStep(each.row, (), each.clauses) for each in target[there])
        if together:
            yield ColumnStep(together[0].row, together[0].clauses, together[1].clauses)


def index_rows(column: Sequence[ColumnElement]) -> dict[str, list[int]]:
    """Return where in a column each row stands."""
    found: dict[str, list[int]] = {}
    for at, element in enumerate(column):
        if element.row is not None:
            found.setdefault(element.row, []).append(at)
    return found


def make_unpaired_slots(
    side: Literal["base", "target"],
    column: Sequence[ColumnElement],
    start: int,
    main_places: MainPlaces,
    elsewhere: MainPlaces,
) -> Iterator[Slot]:
    """Make the slots of what stands in one column only, from a place in it.

    A row is at its main place where most of its text stands in this column, unless it has one in the other.
    """
    for at, element in enumerate(column, start):
        at_main_place = main_places.get(element.row) == at and element.row not in elsewhere
        yield make_one_sided_slot(element, side, at_main_place=at_main_place)


def find_main_places(column: Sequence[ColumnElement]) -> MainPlaces:
    """Return for each row where in a column most of its text stands; the first place of equals."""
    best: MainPlaces = {}
    for at, element in enumerate(column):
        row = element.row
        if row is not None and (row not in best or column[best[row]].weight < element.weight):
            best[row] = at
    return best


def make_one_sided_slot(
    element: ColumnElement, side: Literal["base", "target"], *, at_main_place: bool
) -> Slot:
    """Make the slot of what stands in one column only."""
    if element.division is not None:
        own = element.division
        return DivisionSlot(own, None) if side == "base" else DivisionSlot(None, own)
    row, here = element.row or "", element.units
    if not at_main_place:
        return DisplacedUnits(row, side, here)
    return PlacedRow(row, here if side == "base" else frozenset(), here if side == "target" else frozenset())


def make_two_sided_slot(one: ColumnElement, other: ColumnElement) -> Slot:
    """Make the slot of what stands in both columns."""
    if one.division is not None or other.division is not None:
        return DivisionSlot(one.division, other.division)
    return PlacedRow(one.row or "", one.units, other.units)


def pair_divisions(base: Sequence[ColumnElement], target: Sequence[ColumnElement]) -> dict[int, int]:
    """Say which divisions of two columns belong together: those that share most text, or the same heading.

    What two divisions share is the text of the rows that stand in both, down to the next division. Where
    number, heading and first row are the same they belong together, wherever most of the text went.
    """
    shared: dict[tuple[int, int], int] = {}
    where = {element.row: above for above, element in iterate_under_divisions(target)}
    for above, element in iterate_under_divisions(base):
        other = where.get(element.row)
        if above is not None and other is not None:
            shared[above, other] = shared.get((above, other), 0) + element.weight
    headings = {
        division_key(element): at for at, element in reversed(list(enumerate(target))) if element.division
    }
    for at, element in enumerate(base):
        if element.division and division_key(element) in headings:
            same = (at, headings[division_key(element)])
            shared[same] = shared.get(same, 0) + 1
    begins, begins_there = map_openings(base), map_openings(target)
    unmistakable = {pair for pair in shared if begins.get(pair[0], ()) == begins_there.get(pair[1])}
    found: dict[int, int] = {}
    taken: set[int] = set()
    for one, other in sorted(shared, key=lambda pair: (pair not in unmistakable, -shared[pair], pair)):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def map_openings(column: Sequence[ColumnElement]) -> dict[int, tuple[str, str, str | None]]:
    """Return of each division with units of its own, by its place: number, heading, first row."""
    return {
        at: (make_key(element.division.number or ""), division_key(element), following.row)
        for (at, element), following in zip(enumerate(column), column[1:], strict=False)
        if element.division is not None and following.row is not None
    }


def iterate_under_divisions(column: Sequence[ColumnElement]) -> Iterator[tuple[int | None, ColumnElement]]:
    """Yield every element that is no division with the place of the division it stands under."""
    above: int | None = None
    for at, element in enumerate(column):
        if element.division is not None:
            above = at
        else:
            yield above, element


def division_key(element: ColumnElement) -> str:
    """Return a division's heading, folded; its number if it has no heading."""
    division = element.division
    return make_key((division.heading or division.number or "") if division else "")
