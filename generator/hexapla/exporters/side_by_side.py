"""The table that people hand in: a row a clause, a column a version, divisions between.

Word tables and sheets are made from the same rows.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hexapla.exporters.interface_text import InterfaceText
from hexapla.exporters.printed_lines import deletion_brackets, division_line
from hexapla.exporters.printed_rows import (
    PrintedLines,
    PrintedRow,
    PrintedRun,
    build_printed_rows,
    build_unmarked_runs,
    select_side,
    split_sides,
)
from hexapla.model import (
    Alignment,
    Clause,
    Comparison,
    Document,
    Op,
    Order,
    Relation,
    Role,
    SetAsideChange,
    Version,
)
from hexapla.paratexts import PARATEXT_KINDS
from hexapla.text import joined, unwrap
from hexapla.units import Unit, build_units

__all__ = [
    "DivisionHeadings",
    "SideBySideTable",
    "TableCell",
    "TableLine",
    "build_pair_table",
    "build_synopsis",
    "explain_marks",
    "name_paratext",
    "paratext_runs",
]


SENTENCE_ENDS = (".", "。")
ABOVE_CLAUSES = frozenset({"title", "note"})
"""what differs outside the clauses and stands before them"""
BELOW_CLAUSES = frozenset(PARATEXT_KINDS) - ABOVE_CLAUSES


@dataclass(frozen=True, slots=True)
class TableCell:
    """What stands in a column."""

    lines: PrintedLines = ()
    void: str = ""
    """what is said where the version has nothing"""


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row."""

    cells: tuple[TableCell, ...]
    name: str | None = None
    """of the alignment's row; empty outside the clauses; None for divisions"""
    notes: tuple[str, ...] = ()

    @property
    def division(self) -> bool:
        """Only headings stand here."""
        return self.name is None


@dataclass(frozen=True, slots=True)
class SideBySideTable:
    """A table to print."""

    title: str
    columns: tuple[Version, ...]
    lines: Iterator[TableLine] = field(repr=False)


def explain_marks(wording: InterfaceText, document: Document) -> str:
    """Say what the marks mean."""
    opening, closing = deletion_brackets(document.language)
    return wording.say(f"export-legend-{document.order.value}", opening=opening, closing=closing)


def build_pair_table(alignment: Alignment, comparison: Comparison, wording: InterfaceText) -> SideBySideTable:
    """Lay two versions side by side, in the order of the alignment."""
    document = alignment.document
    columns = (document.version(comparison.base), document.version(comparison.target))
    return SideBySideTable(
        table_title(alignment, wording), columns, build_pair_lines(alignment, comparison, columns, wording)
    )


def table_title(alignment: Alignment, wording: InterfaceText) -> str:
    """Name the table."""
    kind = wording.say(f"export-table-{alignment.document.order.value}")
    return wording.say("export-table", title=alignment.document.title, kind=kind)


def build_pair_lines(
    alignment: Alignment, comparison: Comparison, columns: Sequence[Version], wording: InterfaceText
) -> Iterator[TableLine]:
    """Yield the rows of two versions."""
    heads = DivisionHeadings(columns)
    yield from build_paratext_lines(comparison, wording, ABOVE_CLAUSES)
    for passage in build_printed_rows(alignment, comparison):
        own = [[unit.id for unit in cell] for cell in (passage.base, passage.target)]
        yield from build_heading_lines(heads.before(own))
        lack = passage.change.relation is Relation.NOT_IN_TEXT
        void = wording.say("kind-lack") if lack else "—"
        cells = tuple(TableCell(own, "" if own else void) for own in split_sides(passage))
        yield TableLine(cells, passage.change.row, wording.tell(comparison, passage.change))
    yield from build_heading_lines(heads.last)
    yield from build_paratext_lines(comparison, wording, BELOW_CLAUSES)


def build_paratext_lines(
    comparison: Comparison, wording: InterfaceText, kinds: frozenset[str]
) -> Iterator[TableLine]:
    """Yield what differs outside the clauses, of some kinds; what it is stands among the notes."""
    for change in comparison.set_aside_changes:
        if change.kind in kinds:
            sides = (change.base_spans, Op.DELETE), (change.target_spans, Op.INSERT)
            found = (
                TableCell(select_side(paratext_runs(change), op)) if spans else TableCell(void="—")
                for spans, op in sides
            )
            yield TableLine(tuple(found), "", (name_paratext(change, wording),))


def paratext_runs(change: SetAsideChange) -> tuple[PrintedRun, ...]:
    """Return the words of both sides with their marks."""
    return tuple(PrintedRun(edit.op, edit.text) for edit in change.edits)


def name_paratext(change: SetAsideChange, wording: InterfaceText) -> str:
    """Say what a difference outside the clauses is in: title, footnote ²."""
    return joined(wording.say("aside-kind", kind=change.kind), change.mark)


class DivisionHeadings:
    """Puts each version's divisions before the first of its units that stands under them."""

    def __init__(self, columns: Sequence[Version]) -> None:
        """Find which divisions stand before which unit; those before none come last."""
        self.waiting: list[dict[str, list[Clause]]] = []
        self.last: list[list[Clause]] = []
        for version in columns:
            own = {unit.id for unit in build_units(version)}
            before: dict[str, list[Clause]] = {}
            open_: list[Clause] = []
            for clause in version.clauses:
                if clause.role is Role.DIVISION:
                    open_.append(clause)
                elif clause.id in own and open_:
                    before[clause.id], open_ = open_, []
            self.waiting.append(before)
            self.last.append(open_)

    def before(self, cells: Sequence[Sequence[str]]) -> list[list[Clause]]:
        """Return for each version the divisions that begin with its units here."""
        return [
            [clause for unit in cell for clause in waiting.get(unit, ())]
            for cell, waiting in zip(cells, self.waiting, strict=True)
        ]


def build_heading_lines(found: Sequence[Sequence[Clause]]) -> Iterator[TableLine]:
    """Yield a row of divisions, if there are any."""
    if any(found):
        yield TableLine(
            tuple(
                TableCell(
                    tuple((PrintedRun(Op.EQUAL, division_line(clause), head=True),) for clause in clauses)
                )
                for clauses in found
            )
        )


def build_synopsis(
    alignment: Alignment, comparisons: Sequence[Comparison], wording: InterfaceText
) -> SideBySideTable:
    """Lay all versions side by side.

    In a chronology each version is marked against the one before, of parallel texts against the first.
    """
    document = alignment.document
    return SideBySideTable(
        table_title(alignment, wording),
        document.versions,
        build_synopsis_lines(alignment, comparisons, wording),
    )


def build_synopsis_lines(
    alignment: Alignment, comparisons: Sequence[Comparison], wording: InterfaceText
) -> Iterator[TableLine]:
    """Yield the rows of all versions."""
    document = alignment.document
    readings = choose_marking_comparisons(alignment, comparisons)
    heads = DivisionHeadings(document.versions)
    own = [{unit.id: unit for unit in build_units(version)} for version in document.versions]
    for row in alignment.rows:
        yield from build_heading_lines(heads.before(row.cells))
        cells: list[TableCell] = []
        notes: list[str] = []
        for version, names, by_id in zip(document.versions, row.cells, own, strict=True):
            comparison, told = readings.get(version.siglum, (None, dict[str, Sequence[PrintedRow]]()))
            marked = told.get(row.id, ())
            if not names:
                lack = version.siglum in row.not_in_text
                cells.append(TableCell((), wording.say("kind-lack") if lack else "—"))
            else:
                cells.append(TableCell(mark_units(marked, [by_id[name] for name in names])))
            if marked and comparison:
                said = list(
                    dict.fromkeys(word for one in marked for word in wording.tell(comparison, one.change))
                )
                notes += [
                    wording.say("export-note", version=unwrap(version.label), note=note)
                    for note in join_remarks(said, wording)
                ]
        yield TableLine(tuple(cells), row.id, tuple(notes))
    yield from build_heading_lines(heads.last)


def join_remarks(said: Sequence[str], wording: InterfaceText) -> list[str]:
    """Put short remarks into one; sentences stay apart."""
    short = [each for each in said if not each.endswith(SENTENCE_ENDS)]
    whole = [each for each in said if each.endswith(SENTENCE_ENDS)]
    return [wording.say("list-separator").join(short), *whole] if short else whole


def choose_marking_comparisons(
    alignment: Alignment, comparisons: Sequence[Comparison]
) -> dict[str, tuple[Comparison, Mapping[str, Sequence[PrintedRow]]]]:
    """Return for every version but the first the comparison that marks it, and its rows."""
    sigla = alignment.document.sigla
    by_pair = {(one.base, one.target): one for one in comparisons}
    chronological = alignment.document.order is Order.CHRONOLOGICAL
    found: dict[str, tuple[Comparison, Mapping[str, Sequence[PrintedRow]]]] = {}
    for at, siglum in enumerate(sigla[1:]):
        comparison = by_pair.get((sigla[at] if chronological else sigla[0], siglum))
        if comparison:
            rows: dict[str, list[PrintedRow]] = defaultdict(list)
            for passage in build_printed_rows(alignment, comparison):
                rows[passage.change.row].append(passage)
            found[siglum] = comparison, rows
    return found


def mark_units(marked: Sequence[PrintedRow], own: Sequence[Unit]) -> PrintedLines:
    """Return a version's units with the marks of the changes that its row falls into.

    Changes whose units do not follow each other mark nothing: a cell is read in its version's order.
    """
    spelled = sorted((one for one in marked if one.target), key=lambda one: own.index(one.target[0]))
    if [unit for one in spelled for unit in one.target] != list(own):
        return build_unmarked_lines(own)
    return tuple(line for one in spelled for line in split_sides(one)[1])


def build_unmarked_lines(own: Sequence[Unit]) -> PrintedLines:
    """Return units without marks."""
    return tuple(line for unit in own for line in select_side(build_unmarked_runs(unit), Op.INSERT))
