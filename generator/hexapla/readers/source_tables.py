"""Tables of a structured document: cells → lines that say in which row and column their words stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hexapla.readers.source_builder import LineCell, SourceLine

FEWEST_COLUMNS = 2
"""with text, of a table; one with fewer is a frame around a text"""


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell of a table."""

    lines: tuple[SourceLine, ...]

    @property
    def written(self) -> tuple[SourceLine, ...]:
        """Its lines without the empty ones."""
        return tuple(line for line in self.lines if line.text.strip())


def write_table(rows: Sequence[Sequence[SourceCell]]) -> Iterator[SourceLine]:
    """Write a table row by row; each line says which cells stand on it.

    A table that holds another, or text in one column alone, is a frame: what it frames keeps what it is.
    """
    columns = {n for row in rows for n, cell in enumerate(row) if cell.written}
    framed = any(line.row for row in rows for cell in row for line in cell.lines)
    if framed or len(columns) < FEWEST_COLUMNS:
        yield from (line for row in rows for line in write_row(row))
        return
    begun = False
    for number, row in enumerate(rows, 1):
        for line in write_row(row):
            yield replace(line, row=number, begins_table=not begun)
            begun = True


def write_row(cells: Sequence[SourceCell]) -> list[SourceLine]:
    """Write a row: cells with one paragraph each on one line, separated by tabs.

    A cell of several paragraphs, or with a table in it, stands on lines of its own: pressed into one line its
    numbers would stand in mid-sentence. Empty cells at the end leave no tabs; a row without text is no line.
    """
    out: list[SourceLine] = []
    pending: list[tuple[int, SourceLine | None]] = []
    for column, cell in enumerate(cells, 1):
        written = cell.written
        if len(written) > 1:
            out += join_cells(pending)
            own = (replace(line, cells=(LineCell(column, 0, len(line.text)),)) for line in written)
            out += [line if line.row else made for line, made in zip(written, own, strict=True)]
            pending.clear()
        else:
            pending.append((column, written[0] if written else None))
    return out + join_cells(pending)


def join_cells(cells: Sequence[tuple[int, SourceLine | None]]) -> list[SourceLine]:
    """Return cells of one paragraph each as one line; none if they are empty."""
    last = max((n for n, (_, line) in enumerate(cells) if line is not None), default=-1)
    text, places = "", []
    for n, (column, line) in enumerate(cells[: last + 1]):
        text += "\t" if n else ""
        if line is not None:
            own = line.text.replace("\n", " ")
            places.append(LineCell(column, len(text), len(text) + len(own)))
            text += own
    first = next((line for _, line in cells if line is not None), None)
    if first is None:
        return []
    return [SourceLine(text, first.paragraph, first.line, first.part, cells=tuple(places))]
