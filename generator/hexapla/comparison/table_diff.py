"""Compare texts in which tables stand: table with table, row with row, cell with cell.

As plain text a row that comes in reads as words that come into the row after it. So tables are taken out of
the text, their rows are paired by what their cells say, and words are compared inside of a cell only.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from hexapla.comparison.diff import DiffOptions, diff_texts
from hexapla.comparison.table_rows import TextRow, pair_columns, pair_rows
from hexapla.model import Edit, Op
from hexapla.sequences import heaviest_increasing
from hexapla.units import Unit, UnitLine, join_cell_text, list_cell_lines


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table in a text."""

    rows: tuple[TextRow, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.rows[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.rows[-1].end


def diff_units(base: Sequence[Unit], target: Sequence[Unit], how: DiffOptions) -> tuple[Edit, ...]:
    """Mark the units of a row against each other, as `diff_texts` does, and tables in them cell by cell.

    Post-conditions are those of `diff_texts`, for the texts of the units joined by line feeds.
    """
    old, new = join_cell_text(base), join_cell_text(target)
    tables = find_tables(base, old), find_tables(target, new)
    if old == new or not all(tables):
        return diff_texts(old, new, *how)
    if (len(old), old) > (len(new), new):  # as texts are, so that either direction tells the same
        found = diff_text_with_tables(new, old, tables[::-1], how)
        return merge_edits(edit.reversed() for edit in found)
    return merge_edits(diff_text_with_tables(old, new, tables, how))


def find_tables(units: Sequence[Unit], text: str, *, headed: bool = False) -> list[TextTable]:
    """Return the tables in the text of some units, in order; `headed` as for `join_cell_text`."""
    found = []
    lines = list_cell_lines(units, headed=headed)
    for table, group in groupby(
        lines, key=lambda line: line.clause.cells[0].table if line.clause.cells else 0
    ):
        if table:
            rows = (tuple(own) for _, own in groupby(group, key=lambda line: line.clause.cells[0].row))
            found.append(TextTable(tuple(read_row(row, text) for row in rows)))
    return found


def read_row(lines: Sequence[UnitLine], text: str) -> TextRow:
    """Return a row that stands on some lines; a cell of several paragraphs stands on several."""
    cells: dict[int, tuple[int, int]] = {}
    for clause, _, at in lines:
        for cell in clause.cells:
            start = cells.get(cell.column, (at + cell.start, 0))[0]
            cells[cell.column] = (start, at + cell.end)
    first, last = lines[0], lines[-1]
    texts = {column: text[start:end] for column, (start, end) in cells.items()}
    name = (first.clause.cells[0].table, first.clause.cells[0].row)
    return TextRow(first.start, last.start + len(last.text), cells, texts, name)


def diff_text_with_tables(
    old: str, new: str, tables: Sequence[Sequence[TextTable]], how: DiffOptions
) -> Iterator[Edit]:
    """Yield the edits of two texts; a table without a counterpart is text like any other."""
    here = there = 0
    for at, to in pair_tables(*tables):
        one, other = tables[0][at], tables[1][to]
        yield from diff_texts(old[here : one.start], new[there : other.start], *how)
        yield from TableDiff(old, new, how).edits(one, other)
        here, there = one.end, other.end
    yield from diff_texts(old[here:], new[there:], *how)


def pair_tables(base: Sequence[TextTable], target: Sequence[TextTable]) -> list[tuple[int, int]]:
    """Return which table is which: all in order where there are as many, else by the cells they share."""
    if len(base) == len(target):
        return [(at, at) for at in range(len(base))]
    said = [
        [{text for row in one.rows for text in row.texts.values()} for one in side] for side in (base, target)
    ]
    pairs = [
        (at, to, float(shared))
        for at, one in enumerate(said[0])
        for to, other in reversed(tuple(enumerate(said[1])))
        if (shared := len(one & other))
    ]
    return [pairs[at][:2] for at in heaviest_increasing(pairs)]


@dataclass(frozen=True, slots=True)
class TableDiff:
    """Two texts whose tables are compared."""

    old: str
    new: str
    how: DiffOptions

    def edits(self, base: TextTable, target: TextTable) -> Iterator[Edit]:
        """Yield the edits of two tables, row by row."""
        columns = pair_columns(base.rows, target.rows)
        here, there = base.start, target.start
        for at, to in pair_rows(base.rows, target.rows, columns):
            one, other = base.rows[at], target.rows[to]
            yield from self.exchange(here, one.start, there, other.start)
            yield from self.row_edits(one, other, columns)
            here, there = one.end, other.end
        yield from self.exchange(here, base.end, there, target.end)

    def exchange(self, here: int, one: int, there: int, other: int) -> Iterator[Edit]:
        """Yield rows that one version alone has, and the line ends between rows of both."""
        old, new = self.old[here:one], self.new[there:other]
        lead = "\n" if old.startswith("\n") and new.startswith("\n") else ""
        old, new = old[len(lead) :], new[len(lead) :]
        yield Edit(Op.EQUAL, lead)
        yield Edit(Op.DELETE, old)
        yield Edit(Op.INSERT, new)

    def row_edits(self, base: TextRow, target: TextRow, columns: dict[int, int]) -> Iterator[Edit]:
        """Yield the edits of a row, cell by cell."""
        here, there = base.start, target.start
        both = [
            (base.cells[left], target.cells[right])
            for left, right in columns.items()
            if left in base.cells and right in target.cells
        ]
        for (one, one_end), (other, other_end) in both:
            yield from self.between(here, one, there, other)
            yield from diff_texts(self.old[one:one_end], self.new[other:other_end], *self.how)
            here, there = one_end, other_end
        yield from self.between(here, base.end, there, target.end)

    def between(self, here: int, one: int, there: int, other: int) -> Iterator[Edit]:
        """Yield what stands between cells of both versions: their signs, and cells that one alone has."""
        old, new = self.old[here:one], self.new[there:other]
        if old == new:
            yield Edit(Op.EQUAL, old)
            return
        head = count_common_signs(old, new)
        tail = count_common_signs(old[head:][::-1], new[head:][::-1])
        yield Edit(Op.EQUAL, old[:head])
        yield Edit(Op.DELETE, old[head : len(old) - tail])
        yield Edit(Op.INSERT, new[head : len(new) - tail])
        yield Edit(Op.EQUAL, old[len(old) - tail :])


def count_common_signs(one: str, other: str) -> int:
    """Return how many signs two stretches between cells have in common where they begin."""
    pairs = zip(one, other, strict=False)
    same = (left == right and not left.isalnum() for left, right in pairs)
    return next((at for at, kept in enumerate(same) if not kept), min(len(one), len(other)))


def merge_edits(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Join neighbours of a kind; between two common stretches a deletion stands before its insertion."""
    out: list[Edit] = []
    for equal, run in groupby(edits, key=lambda edit: edit.op is Op.EQUAL):
        own = list(run)
        for op in (Op.EQUAL,) if equal else (Op.DELETE, Op.INSERT):
            text = "".join(edit.text for edit in own if edit.op is op)
            out += [Edit(op, text)] if text else []
    return tuple(out)
