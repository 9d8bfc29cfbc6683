"""Runs that stand in tables of either version → tables with tracked rows and cells.

A row that one version alone has is tracked as a row; its words are tracked as well, for programs that know no
tracked rows. What a stream says of the ends of lines in a table is not written: rows end by themselves.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hexapla.exporters.word.tracked_changes import (
    CellBoundary,
    FootnoteReference,
    RowBoundary,
    StreamItem,
    TableBoundary,
    TrackedRun,
)
from hexapla.model import Op
from hexapla.sequences import heaviest_increasing

RowName = tuple[int, int] | None
"""table and row of one version; None: it has no such row"""


@dataclass(slots=True)
class GatheredRow:
    """A row that is being gathered."""

    names: tuple[RowName, RowName]
    items: list[tuple[tuple[int, int], StreamItem]] = field(default_factory=list)
    """columns of base and target, 0 where the item is in no cell of theirs, and the item"""

    @property
    def op(self) -> Op:
        """How the row is tracked."""
        return Op.EQUAL if all(self.names) else Op.DELETE if self.names[0] else Op.INSERT

    def tell_column(self, column: tuple[int, int]) -> Op | None:
        """Return how a cell is tracked, by its columns in base and target; None where the row has none."""
        if self.op is not Op.EQUAL:
            return Op.EQUAL if column[self.op is Op.INSERT] else None
        return Op.EQUAL if all(column) else Op.DELETE if column[0] else Op.INSERT


def arrange_tables(stream: Iterable[StreamItem]) -> list[StreamItem]:
    """Return a stream in which what stands in tables is set as tables."""
    items = list(stream)
    pairs = pair_rows(items)
    out: list[StreamItem] = []
    rows: list[GatheredRow] = []
    ends: list[TrackedRun] = []
    for item in items:
        names = name_row(item, pairs)
        if names is not None:
            if not rows or rows[-1].names != names:
                rows.append(GatheredRow(names))
            rows[-1].items.append((find_columns(item), item))
            ends.clear()
        elif not rows:
            out.append(item)
        elif isinstance(item, FootnoteReference) and not ends:
            rows[-1].items.append((rows[-1].items[-1][0], item))
        elif isinstance(item, TrackedRun) and item.text == "\n":
            ends.append(item)
        elif not isinstance(item, TrackedRun) or item.text:
            out += [*close_table(rows, ends, out), item]
            rows, ends = [], []
    return [*out, *close_table(rows, ends, out)] if rows else out


def pair_rows(items: Iterable[StreamItem]) -> dict[tuple[int, RowName], RowName]:
    """Return which row of one version is which of the other: those with something in common."""
    found: dict[tuple[int, RowName], RowName] = {}
    for item in items:
        if isinstance(item, TrackedRun) and item.op is Op.EQUAL and all(item.cells):
            base, target = (cell[:2] for cell in item.cells if cell)
            if (0, base) not in found and (1, target) not in found:
                found[0, base], found[1, target] = target, base
    return found


def name_row(item: StreamItem, pairs: dict[tuple[int, RowName], RowName]) -> tuple[RowName, RowName] | None:
    """Return the row in which an item stands, by its names in both versions; None outside tables."""
    if not isinstance(item, TrackedRun) or not any(item.cells):
        return None
    base, target = (cell[:2] if cell else None for cell in item.cells)
    if base is not None:
        return base, pairs.get((0, base))
    return pairs.get((1, target)), target


def find_columns(item: StreamItem) -> tuple[int, int]:
    """Return the columns in which an item stands, in base and target."""
    cells = item.cells if isinstance(item, TrackedRun) else (None, None)
    base, target = (cell.column if cell else 0 for cell in cells)
    return base, target


def close_table(
    rows: Sequence[GatheredRow], ends: Sequence[TrackedRun], before: list[StreamItem]
) -> Iterator[StreamItem]:
    """Yield a table, and what follows of the ends of lines behind it but for that of its last row.

    Where the whole table is of one version, the end of the paragraph before it is of both.
    """
    ops = {row.op for row in rows}
    last = before[-1] if before else None
    if len(ops) == 1 and isinstance(last, TrackedRun) and last.text == "\n" and last.op in ops:
        before[-1] = last._replace(op=Op.EQUAL) if any(end.op is Op.EQUAL for end in ends) else last
    columns = order_columns(rows)
    yield TableBoundary(len(columns), opens=True)
    for row in rows:
        yield RowBoundary(row.op, opens=True)
        for column in columns:
            if op := row.tell_column(column):
                yield CellBoundary(op, opens=True)
                yield from fill_cell(row, column)
                yield CellBoundary(op, opens=False)
        yield RowBoundary(row.op, opens=False)
    yield TableBoundary(len(columns), opens=False)
    seen = Counter[Op]()
    for end in ends:
        sides = (Op.DELETE, Op.INSERT) if end.op is Op.EQUAL else (end.op,)
        if any(seen[side] for side in sides):
            yield end
        seen.update(sides)


def fill_cell(row: GatheredRow, column: tuple[int, int]) -> Iterator[StreamItem]:
    """Yield what stands in a cell, by its columns in base and target."""
    for (base, target), item in row.items:
        if (base and base == column[0]) or (target and target == column[1]):
            yield item


def order_columns(rows: Sequence[GatheredRow]) -> list[tuple[int, int]]:
    """Return the columns of both versions as one order, 0 where a version has none such."""
    shared = Counter[tuple[int, int]]()
    own: tuple[set[int], set[int]] = set(), set()
    for row in rows:
        for columns, item in row.items:
            if isinstance(item, TrackedRun):
                for side, column in zip(own, columns, strict=True):
                    side.update([column] if column else [])
                shared[columns] += item.op is Op.EQUAL and all(columns)
    if max(own[0], default=0) == max(own[1], default=0) or not all(own):
        return [(column, column) for column in range(1, 1 + max(own[0] | own[1]))]
    pairs = sorted((base, -target, count) for (base, target), count in shared.items() if count)
    chain = [(base, -target) for base, target, _ in pairs]
    kept = heaviest_increasing(
        [(base, target, float(one[2])) for (base, target), one in zip(chain, pairs, strict=True)]
    )
    out: list[tuple[int, int]] = []
    here = there = 1
    for base, target in [*(chain[at] for at in kept), (max(own[0]) + 1, max(own[1]) + 1)]:
        out += [(column, 0) for column in range(here, base)]
        out += [(0, column) for column in range(there, target)]
        out.append((base, target))
        here, there = base + 1, target + 1
    return out[:-1]
