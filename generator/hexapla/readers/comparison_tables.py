"""Tables of old and new wording: 條文對照表, 新旧対照表, 신구조문대비표, Synopse.

Their columns are versions. Down a column one version is read; a column of notes is about the clauses beside
it. The words by which columns are headed stand in the language files.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from hexapla.languages import words_of
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.source_builder import Column, SourceLine
from hexapla.readers.source_tables import SourceCell
from hexapla.text import fold_case, simplify

ROWS_ABOVE = 3
"""rows in which the heads of the columns are looked for: a title may stand above them"""
LONGEST_HEAD = 40
SPACES = compile_lazily_with_properties(r"\s+")
OUTER = "「」『』【】()（）〔〕[]<>〈〉《》.:：。、,"
REMARK = compile_lazily_with_properties(r"[(（〔\[【<〈][^()（）〔〕\[\]【】<>〈〉]{0,30}[)）〕\]】>〉]")
SHORTEST_PART = 2
"""characters of words that may stand at the end of a longer head, behind a law's name"""
BLANK_LINE = compile_lazily_with_properties(r"[\s\p{Pd}\p{Po}]*")


class ColumnRole(StrEnum):
    """What a column of such a table holds."""

    OLD = "old"
    NEW = "new"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class TableColumns:
    """The columns of a table of old and new wording."""

    roles: tuple[ColumnRole | None, ...]
    labels: tuple[str, ...]

    def of(self, *roles: ColumnRole) -> list[int]:
        """Return the columns with a role, those of the first role first."""
        return [n for role in roles for n, own in enumerate(self.roles) if own is role]


@cache
def column_words() -> dict[str, ColumnRole]:
    """Return the words by which columns are headed."""
    return {fold_head(word): role for role in ColumnRole for word in words_of("comparison_table", role.value)}


@cache
def cell_words(name: str) -> frozenset[str]:
    """Return the words that stand in the place of a text: that there is none, that it is the same."""
    return frozenset(fold_head(word) for word in words_of("comparison_table", name))


def fold_head(text: str) -> str:
    """Return the words of a head as they are looked up."""
    return simplify(SPACES.sub("", fold_case(text)).strip(OUTER))


@lru_cache(maxsize=4096)
def read_role(text: str) -> ColumnRole | None:
    """Return what a column holds by its head; None for any other.

    A law's name may stand before the words (港口條例修正條文), a remark in brackets behind them.
    """
    if not 0 < len(text) <= LONGEST_HEAD:
        return None
    words = column_words()
    for head in (fold_head(text), fold_head(REMARK.sub("", text))):
        if head in words:
            return words[head]
        ends = (head[at:] for at in range(1, len(head) - SHORTEST_PART + 1))
        found = next((words[end] for end in ends if end in words and not end.isascii()), None)
        if found is not None:
            return found
    return None


def find_columns(cells: Sequence[str]) -> TableColumns | None:
    """Return the columns that the heads name; None unless there is an old wording and a new one."""
    roles = tuple(read_role(cell.strip()) for cell in cells)
    if ColumnRole.OLD not in roles or ColumnRole.NEW not in roles:
        return None
    return TableColumns(roles, tuple(" ".join(cell.split()) for cell in cells))


def read_comparison_table(rows: Sequence[Sequence[SourceCell]]) -> list[SourceLine] | None:
    """Return the lines of a table of old and new wording, each with its column; None for another table.

    A row's note follows the clause that it is about: in the new wording, or in the old one where a clause was
    taken out.
    """
    for at, row in enumerate(rows[:ROWS_ABOVE]):
        columns = find_columns([read_cell(cell) for cell in row])
        if columns is not None:
            above = [line for other in rows[:at] for cell in other for line in cell.written]
            below = [
                line
                for other in rows[at + 1 :]
                if find_columns([read_cell(cell) for cell in other])
                is None  # a head is repeated on each page
                for line in read_row(other, columns)
            ]
            return [*above, *below] if below else None
    return None


def read_cell(cell: SourceCell) -> str:
    """Return the text of a cell as one line."""
    return " ".join(line.text.strip() for line in cell.written)


def read_row(row: Sequence[SourceCell], columns: TableColumns) -> Iterator[SourceLine]:
    """Yield the lines of a row, the old wording's first."""
    cells = [row[n] if n < len(row) else SourceCell(()) for n in range(len(columns.roles))]
    versions = columns.of(ColumnRole.OLD, ColumnRole.NEW)
    texts, remarks = read_texts(cells, versions)
    others = [n for n, role in enumerate(columns.roles) if role in (ColumnRole.NOTES, None)]
    notes = [*remarks, *(line for n in others for line in cells[n].written)]
    noted = next((n for n in reversed(versions) if texts[n]), versions[-1])
    for order, n in enumerate(versions):
        for line in texts[n]:
            yield replace(line, column=Column(order, columns.labels[n]))
        for line in notes if n == noted else ():
            yield replace(line, column=Column(order, columns.labels[n]), note=True)


def read_texts(
    cells: Sequence[SourceCell], versions: Sequence[int]
) -> tuple[dict[int, tuple[SourceLine, ...]], list[SourceLine]]:
    """Return the wordings of a row by their columns, and what only says that there is none.

    A cell that says that nothing changes has the wording beside it.
    """
    texts = {n: cells[n].written for n in versions}
    remarks: list[SourceLine] = []
    for n in versions:
        said = fold_head(read_cell(cells[n]))
        if said in cell_words("same"):
            texts[n] = next((cells[m].written for m in versions if m != n and cells[m].written), texts[n])
        elif said in cell_words("absent") or not BLANK_LINE.sub("", said):
            remarks += texts[n] if said else ()
            texts[n] = ()
    return texts, remarks
