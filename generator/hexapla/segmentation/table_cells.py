"""Which clauses are lines of tables, and where in their texts the cells stand, as the format says."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from hexapla.findings import Span
from hexapla.model import Clause, ClauseCell, MarkupKind, Source


@dataclass(slots=True)
class StatedRow:
    """A row of a table in a source."""

    table: int
    number: int
    span: Span
    cells: list[tuple[int, int, int]] = field(default_factory=list)
    """column, start, end, in order"""


@dataclass(frozen=True, slots=True)
class StatedRows:
    """The rows of a source's tables, in order; read once, however many versions stand in the source."""

    rows: Sequence[StatedRow]
    starts: Sequence[int]
    """where each begins"""

    @classmethod
    def read(cls, source: Source) -> "StatedRows":
        """Read the rows of a source's tables with their cells."""
        rows = read_rows(source)
        return cls(rows, [row.span[0] for row in rows])


def read_rows_once(sources: Iterable[Source]) -> dict[int, StatedRows]:
    """Read the rows of sources, each once; by the identity of the source."""
    return {key: StatedRows.read(each) for key, each in {id(each): each for each in sources}.items()}


def place_cells(clauses: tuple[Clause, ...], source: Source, stated: StatedRows) -> tuple[Clause, ...]:
    """Tell of each clause that is a line of a table which cells stand in it.

    A table in which clauses begin by their numbers is the frame of a text, and none of its lines is told so.
    """
    if not stated.rows:
        return clauses
    found: dict[int, StatedRow] = {}
    frames: set[int] = set()
    for at, clause in enumerate(clauses):
        for row in find_rows(clause, stated.rows, stated.starts):
            inside = row.span[0] <= clause.spans[0][0] and is_within(clause, row)
            if inside and clause.number is None and clause.heading is None:
                found[at] = row
            else:
                frames.add(row.table)
    return tuple(
        replace(clause, cells=tuple(locate_cells(clause, found[at], source.text)))
        if at in found and found[at].table not in frames
        else clause
        for at, clause in enumerate(clauses)
    )


def read_rows(source: Source) -> list[StatedRow]:
    """Return the rows of a source's tables with their cells, in order."""
    rows: list[StatedRow] = []
    for one in source.markup:
        if one.kind is MarkupKind.ROW:
            table = int(one.value)
            number = rows[-1].number + 1 if rows and rows[-1].table == table else 1
            rows.append(StatedRow(table, number, (one.start, one.end)))
        elif one.kind is MarkupKind.CELL and rows and one.end <= rows[-1].span[1]:
            rows[-1].cells.append((int(one.value), one.start, one.end))
    return rows


def find_rows(clause: Clause, rows: Sequence[StatedRow], starts: Sequence[int]) -> Iterator[StatedRow]:
    """Yield the rows in which something of a clause stands."""
    for start, end in clause.spans:
        first = max(0, bisect_right(starts, start) - 1)
        for row in rows[first : bisect_left(starts, end)]:
            if row.span[1] > start:
                yield row


def is_within(clause: Clause, row: StatedRow) -> bool:
    """Tell whether a clause ends with a row, but for the white space and signs behind it."""
    return measure_before(clause, row.span[1]) >= len(clause.text)


def locate_cells(clause: Clause, row: StatedRow, text: str) -> Iterator[ClauseCell]:
    """Yield the cells of a row that stand in a clause, with their places in its text."""
    spelled = "".join(text[start:end] for start, end in clause.spans)
    lead = max(0, spelled.find(clause.text))
    for column, start, end in row.cells:
        places = [measure_before(clause, at) - lead for at in (start, end)]
        first, last = (min(max(at, 0), len(clause.text)) for at in places)
        while first < last and clause.text[first].isspace():
            first += 1
        while first < last and clause.text[last - 1].isspace():
            last -= 1
        if first < last:
            yield ClauseCell(row.table, row.number, column, first, last)


def measure_before(clause: Clause, at: int) -> int:
    """Return how many characters of a clause's spans stand before a place of its source."""
    return sum(min(end, at) - start for start, end in clause.spans if start < at)
