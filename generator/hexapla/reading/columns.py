"""Two versions as one order: side by side, or as one sequence, each version whole and in its own order.

Rows whose units stand in the same order in both versions, and divisions that belong together, are what the
two orders have in common. Whatever is moved, or split over places apart, stands at each of its places.

Side by side a row is at home where the target has it, with the other side's words repeated; at its other
places stands a stub, in its column's order, that points home. In a sequence its units stand at each place
alone.
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
class Division:
    """A division's heading, in one column or in both."""

    base: Clause | None
    target: Clause | None


@dataclass(frozen=True, slots=True)
class Home:
    """A row at its place; what stands elsewhere in a column's order is repeated here."""

    row: str
    base_here: frozenset[str]
    """ids of the base's units that stand here; the row's others are repetitions"""
    target_here: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stub:
    """Units at their place in one column, whose row is at home elsewhere."""

    row: str
    side: Literal["base", "target"]
    here: frozenset[str]


Slot = Division | Home | Stub


Homes = dict[str | None, int]
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
class Element:
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


def elements(version: Version, row_of: Mapping[tuple[str, str], str], own: Sequence[Unit]) -> list[Element]:
    """Read a version as a column.

    Args:
        version: the version.
        row_of: siglum and id of a unit → row.
        own: the version's units.
    """
    by_id = {unit.id: unit for unit in own}
    column: list[Element] = []
    for clause in version.clauses:
        if clause.id in by_id:
            row, size = row_of[version.siglum, clause.id], len(by_id[clause.id].text) + 1
            if column and column[-1].row == row:
                last = column.pop()
                column.append(Element(row, (*last.clauses, clause), last.weight + size))
            else:
                column.append(Element(row, (clause,), size))
        elif clause.role is Role.DIVISION:
            column.append(Element(None, (clause,)))
    return column


def walk(
    pairs: Iterable[tuple[int, int, int]], base: Sequence[Element], target: Sequence[Element]
) -> Iterator[tuple[slice, slice, tuple[Element, Element] | None]]:
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


def arranged(
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
           version's order; every row of the two has exactly one home.
        2. Rows that did not move stand once, as far as their order is the same in both.
    """
    base, target = (elements(v, row_of, own) for v, own in zip(versions, units, strict=True))
    homes_base, homes_target = principal(base), principal(target)
    weights = dict.fromkeys(moved, 1)
    pairs = [
        (at, homes_target[row], weights.get(row or "", STAYS))
        for row, at in homes_base.items()
        if row in homes_target
    ]
    pairs += [(one, other, 1) for one, other in paired(base, target).items()]
    for here, there, together in walk(pairs, base, target):
        left = list(gap("base", base[here], here.start, homes_base, homes_target))
        right = list(gap("target", target[there], there.start, homes_target, {}))
        late = any(each.row in beyond for each in (*base[here], *target[there]))
        yield from (*right, *left) if late else (*left, *right)
        if together:
            yield both(*together)


def sequence(
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
    base, target = (elements(v, row_of, own) for v, own in zip(versions, units, strict=True))
    places_base, places_target = places(base), places(target)
    pairs = [
        (at[0], places_target[row][0], base[at[0]].weight)
        for row, at in places_base.items()
        if row not in moved and len(at) == 1 and len(places_target.get(row, ())) == 1
    ]
    pairs += [(one, other, 1) for one, other in paired(base, target).items()]
    for here, there, together in walk(pairs, base, target):
        yield from (ColumnStep(each.row, each.clauses) for each in base[here])
        yield from (ColumnStep(each.row, (), each.clauses) for each in target[there])
        if together:
            yield ColumnStep(together[0].row, together[0].clauses, together[1].clauses)


def places(column: Sequence[Element]) -> dict[str, list[int]]:
    """Return where in a column each row stands."""
    found: dict[str, list[int]] = {}
    for at, element in enumerate(column):
        if element.row is not None:
            found.setdefault(element.row, []).append(at)
    return found


def gap(
    side: Literal["base", "target"], column: Sequence[Element], start: int, homes: Homes, elsewhere: Homes
) -> Iterator[Slot]:
    """Make the slots of what stands in one column only, from a place in it.

    A row is at home at its main place in this column, unless it has a home in the other one.
    """
    for at, element in enumerate(column, start):
        at_home = homes.get(element.row) == at and element.row not in elsewhere
        yield alone(element, side, at_home=at_home)


def principal(column: Sequence[Element]) -> Homes:
    """Return for each row where in a column most of its text stands; the first place of equals."""
    best: Homes = {}
    for at, element in enumerate(column):
        row = element.row
        if row is not None and (row not in best or column[best[row]].weight < element.weight):
            best[row] = at
    return best


def alone(element: Element, side: Literal["base", "target"], *, at_home: bool) -> Slot:
    """Make the slot of what stands in one column only."""
    if element.division is not None:
        own = element.division
        return Division(own, None) if side == "base" else Division(None, own)
    row, here = element.row or "", element.units
    if not at_home:
        return Stub(row, side, here)
    return Home(row, here if side == "base" else frozenset(), here if side == "target" else frozenset())


def both(one: Element, other: Element) -> Slot:
    """Make the slot of what stands in both columns."""
    if one.division is not None or other.division is not None:
        return Division(one.division, other.division)
    return Home(one.row or "", one.units, other.units)


def paired(base: Sequence[Element], target: Sequence[Element]) -> dict[int, int]:
    """Say which divisions of two columns belong together: those that share most text, or the same heading.

    What two divisions share is the text of the rows that stand in both, down to the next division.
    """
    shared: dict[tuple[int, int], int] = {}
    where = {element.row: above for above, element in under(target)}
    for above, element in under(base):
        other = where.get(element.row)
        if above is not None and other is not None:
            shared[above, other] = shared.get((above, other), 0) + element.weight
    headings = {name(element): at for at, element in reversed(list(enumerate(target))) if element.division}
    for at, element in enumerate(base):
        if element.division and name(element) in headings:
            same = (at, headings[name(element)])
            shared[same] = shared.get(same, 0) + 1
    found: dict[int, int] = {}
    taken: set[int] = set()
    for one, other in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def under(column: Sequence[Element]) -> Iterator[tuple[int | None, Element]]:
    """Yield every element that is no division with the place of the division it stands under."""
    above: int | None = None
    for at, element in enumerate(column):
        if element.division is not None:
            above = at
        else:
            yield above, element


def name(element: Element) -> str:
    """Return a division's heading, folded; its number if it has no heading."""
    division = element.division
    return make_key((division.heading or division.number or "") if division else "")
