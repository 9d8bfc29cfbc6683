"""Two versions as one sequence: what stands in both once, what moved at both its places.

The base read from top to bottom is the sequence without what only the target has, and the other way round.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hexapla.comparison.moves import RowPosition, find_moved_rows
from hexapla.exporters.printed_lines import division_line
from hexapla.exporters.printed_rows import PrintedRow
from hexapla.model import Clause, Role, Version
from hexapla.text import key

__all__ = ["PairStep", "order_pair"]


@dataclass(frozen=True, slots=True)
class PairStep:
    """What stands at a place: a row, units of a row in one version, or a division."""

    passage: PrintedRow | None = None
    """the row; None: a division"""
    base: tuple[Clause, ...] = ()
    """the base's units or division; none: this is told of the target only"""
    target: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnRun:
    """A run of neighbouring units of one row, or a division."""

    clauses: tuple[Clause, ...]
    row: str | None


def order_pair(passages: Sequence[PrintedRow], base: Version, target: Version) -> Iterator[PairStep]:
    """Put the rows of a comparison in an order that both versions can be read in.

    A row stands once where its units are neighbours in both versions and it did not move; else its units are
    deleted at their places in the base and inserted at their places in the target.

    Post-conditions:
        1. The steps' base clauses, a row counting as its units, are the base's divisions and units in order.
        2. The same for the target.
    """
    rows = {passage.change.id: passage for passage in passages}
    one = split_column(base, {unit.id: row for row, each in rows.items() for unit in each.base})
    other = split_column(target, {unit.id: row for row, each in rows.items() for unit in each.target})
    here = there = 0
    for left, right in [*match_runs(one, other, rows), (len(one), len(other))]:
        yield from fill_gap(one[here:left], other[there:right], rows)
        if left < len(one) and right < len(other):
            yield PairStep(rows.get(one[left].row or ""), one[left].clauses, other[right].clauses)
        here, there = left + 1, right + 1


def split_column(version: Version, row_of: Mapping[str, str]) -> list[ColumnRun]:
    """Read a version as divisions and runs of units."""
    out: list[ColumnRun] = []
    for clause in version.clauses:
        row = row_of.get(clause.id)
        if row is None and clause.role is not Role.DIVISION:
            continue
        if row is not None and out and out[-1].row == row:
            out[-1] = ColumnRun((*out[-1].clauses, clause), row)
        else:
            out.append(ColumnRun((clause,), row))
    return out


def match_runs(
    one: Sequence[ColumnRun], other: Sequence[ColumnRun], rows: Mapping[str, PrintedRow]
) -> list[tuple[int, int]]:
    """Return which elements stand in both, rising on both sides."""
    right = index_runs(other)
    places = []
    for row, ats in index_runs(one).items():
        known = rows.get(row)
        if known and known.change.moved:
            continue
        for left, there in zip(ats, right.get(row, ()), strict=False):
            alone = known is None or (len(ats) == 1 and len(right[row]) == 1)
            if alone:
                weight = 1 + sum(len(clause.text) for clause in one[left].clauses)
                places.append(RowPosition(str(left), left, there, weight))
    off = find_moved_rows(places)
    return sorted((place.base, place.target) for place in places if place.row not in off)


def index_runs(column: Sequence[ColumnRun]) -> dict[str, list[int]]:
    """Return where rows, and divisions by their wording, stand in a column."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, element in enumerate(column):
        found[element.row or " " + key(division_line(element.clauses[0]))].append(at)
    return found


def fill_gap(
    one: Sequence[ColumnRun], other: Sequence[ColumnRun], rows: Mapping[str, PrintedRow]
) -> Iterator[PairStep]:
    """Yield what stands between two places that both have; divisions left on both sides are one reworded."""
    pairs = list(
        zip(
            [at for at, element in enumerate(one) if element.row is None],
            [at for at, element in enumerate(other) if element.row is None],
            strict=False,
        )
    )
    here = there = 0
    for left, right in [*pairs, (len(one), len(other))]:
        for element in one[here:left]:
            yield PairStep(rows.get(element.row or ""), element.clauses)
        for element in other[there:right]:
            yield PairStep(rows.get(element.row or ""), (), element.clauses)
        if left < len(one) and right < len(other):
            yield PairStep(None, one[left].clauses, other[right].clauses)
        here, there = left + 1, right + 1
