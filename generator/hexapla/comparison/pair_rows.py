"""The rows of an alignment between two versions: each with the units that the links of the two bind."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from hexapla.comparison.components import find_components
from hexapla.comparison.version_contents import ComparedVersion
from hexapla.model import Alignment, Completeness, Row


class PairRow(NamedTuple):
    """A row between two versions: the whole, or one of the strands into which their links part it."""

    row: Row
    """its cells of the two versions hold the units that belong together here"""
    further: str | None = None
    """name of a strand that is not the row's first"""

    @property
    def id(self) -> str:
        """What this is called in the comparison."""
        return self.further or self.row.id


def build_pair_rows(alignment: Alignment, base: ComparedVersion, target: ComparedVersion) -> list[PairRow]:
    """Return the rows that either version has, in the table's order; the same whichever is the base.

    Post-conditions:
        1. Every unit of both versions is in exactly one.
        2. Ids are unique: the row's, and of further strands the name of their first unit.
        3. What a version lacks beyond its break is `not_in_text`, also of the strands of a row that it has.
    """
    first, second = sorted((base, target), key=lambda one: one.column)
    found = [
        strand
        for row in alignment.rows
        if row.cells[first.column] or row.cells[second.column]
        for strand in split_row(row, first, second)
    ]
    both = {row.id for row in alignment.rows if row.cells[first.column] and row.cells[second.column]}
    for here, there in ((first, second), (second, first)):
        if there.version.completeness is not Completeness.WHOLE:
            found = mark_not_in_text(found, here, there, both)
    return found


def split_row(row: Row, first: ComparedVersion, second: ComparedVersion) -> Iterator[PairRow]:
    """Yield the strands of a row, each as a row of its own."""
    own = find_components(
        row,
        (first.version.siglum, row.cells[first.column]),
        (second.version.siglum, row.cells[second.column]),
    )
    if len(own) == 1:
        yield PairRow(row)
        return
    for at, (left, right) in enumerate(own):
        cells = list(row.cells)
        cells[first.column], cells[second.column] = left, right
        name = f"{first.version.siglum}__{left[0]}" if left else f"{second.version.siglum}__{right[0]}"
        yield PairRow(replace(row, cells=tuple(cells)), name if at else None)


def mark_not_in_text(
    rows: Sequence[PairRow], here: ComparedVersion, there: ComparedVersion, both: Container[str]
) -> list[PairRow]:
    """Say of strands which a broken version lacks beyond its break that its silence proves nothing.

    The alignment says so of rows that the version lacks; here it is said of strands of rows that `both` have.
    A strand stands before the break if something after it, in the version that has it, has its counterpart in
    the broken one.
    """
    ends = there.version.completeness is Completeness.CUT_OFF
    known = [
        here.position[name]
        for each in rows
        if each.row.cells[there.column]
        for name in each.row.cells[here.column]
    ]
    edge = (max if ends else min)(known, default=-1)
    out = []
    for each in rows:
        row, own = each.row, [here.position[name] for name in each.row.cells[here.column]]
        alone = row.id in both and bool(own) and not row.cells[there.column]
        if alone and (min(own) > edge if ends else max(own) < edge):
            row = replace(row, not_in_text=(*row.not_in_text, there.version.siglum))
        out.append(each._replace(row=row))
    return out
