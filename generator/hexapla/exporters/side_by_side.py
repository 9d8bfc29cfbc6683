"""The table that people hand in: a row a clause, a column a version, divisions between.

Word tables and sheets are made from the same rows.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hexapla.model import (
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
from hexapla.paratexts import HEADING, PARATEXT_KINDS
from hexapla.reading.captions import FACTS, Wording, name_paratext
from hexapla.reading.printed import choose_brackets, write_division_line
from hexapla.reading.printed_rows import (
    Piece,
    PrintedDocument,
    PrintedRow,
    Side,
    print_unit,
    split_lines,
)
from hexapla.reading.status import Status
from hexapla.text import unwrap
from hexapla.units import Unit, build_units

SENTENCE_ENDS = (".", "。")
ABOVE_CLAUSES = frozenset({"title", "note", HEADING})
"""what differs outside the clauses and stands before them"""
BELOW_CLAUSES = frozenset(PARATEXT_KINDS) - ABOVE_CLAUSES


@dataclass(frozen=True, slots=True)
class TableCell:
    """What stands in a column."""

    lines: Side = ()
    void: str = ""
    """what is said where the version has nothing"""


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row."""

    cells: tuple[TableCell, ...]
    name: str | None = None
    """of the alignment's row; empty outside the clauses; None for divisions"""
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """what people say of the clauses"""
    depth: int = 0
    """of divisions, that of the outermost"""

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
    remarked: bool = False
    """whether people say anything of any clause"""


def explain_marks(wording: Wording, document: Document) -> str:
    """Say what the marks mean."""
    opening, closing = choose_brackets(document.language)
    return wording.say(f"export-legend-{document.order.value}", opening=opening, closing=closing)


def build_pair_table(printed: PrintedDocument, comparison: Comparison, wording: Wording) -> SideBySideTable:
    """Lay two versions side by side, in the order of the alignment."""
    document = printed.document
    columns = (document.version(comparison.base), document.version(comparison.target))
    lines = build_pair_lines(printed, comparison, columns, wording)
    return SideBySideTable(table_title(document, wording), columns, lines, bool(printed.annotations))


def table_title(document: Document, wording: Wording) -> str:
    """Name the table."""
    kind = wording.say(f"export-table-{document.order.value}")
    return wording.say("export-table", title=document.title, kind=kind)


def build_pair_lines(
    printed: PrintedDocument, comparison: Comparison, columns: Sequence[Version], wording: Wording
) -> Iterator[TableLine]:
    """Yield the rows of two versions."""
    heads = DivisionHeadings(columns)
    yield from build_paratext_lines(comparison, wording, ABOVE_CLAUSES)
    for row in printed.rows(comparison):
        own = [[unit.id for unit in cell] for cell in (row.base, row.target)]
        yield from build_heading_lines(heads.before(own))
        void = void_word(row, wording)
        cells = tuple(TableCell(own, "" if own else void) for own in row.sides)
        remarks = () if row.change.further else printed.remarks(row.change.row, wording)
        yield TableLine(cells, row.change.row, wording.tell(comparison, row.change), remarks)
    yield from build_heading_lines(heads.last)
    yield from build_paratext_lines(comparison, wording, BELOW_CLAUSES)


def void_word(row: PrintedRow, wording: Wording) -> str:
    """Return what stands where a version has nothing of a row."""
    return lack_word(wording, lacks=row.change.relation is Relation.NOT_IN_TEXT)


def lack_word(wording: Wording, *, lacks: bool) -> str:
    """Return what stands where a version has nothing: a dash, or a word where its text is incomplete."""
    return FACTS[Status.NOT_IN_TEXT].in_words(wording.say) if lacks else "—"


def build_paratext_lines(
    comparison: Comparison, wording: Wording, kinds: frozenset[str]
) -> Iterator[TableLine]:
    """Yield what differs outside the clauses, of some kinds; what it is stands among the notes."""
    for change in comparison.set_aside_changes:
        if change.kind in kinds:
            sides = (change.base_spans, Op.DELETE), (change.target_spans, Op.INSERT)
            found = (
                TableCell(split_lines(paratext_runs(change), op)) if spans else TableCell(void="—")
                for spans, op in sides
            )
            yield TableLine(tuple(found), "", (name_paratext(change, wording.say),))


def paratext_runs(change: SetAsideChange) -> tuple[Piece, ...]:
    """Return the words of both sides with their marks."""
    return tuple(Piece(edit.op, edit.text) for edit in change.edits)


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
                    tuple((Piece(Op.EQUAL, write_division_line(clause), head=True),) for clause in clauses)
                )
                for clauses in found
            ),
            depth=min(clause.depth for clauses in found for clause in clauses),
        )


def build_synopsis(
    printed: PrintedDocument, comparisons: Sequence[Comparison], wording: Wording
) -> SideBySideTable:
    """Lay all versions side by side.

    In a chronology each version is marked against the one before, of parallel texts against the first.
    """
    document = printed.document
    lines = build_synopsis_lines(printed, comparisons, wording)
    title = table_title(document, wording)
    return SideBySideTable(title, document.versions, lines, bool(printed.annotations))


def build_synopsis_lines(
    printed: PrintedDocument, comparisons: Sequence[Comparison], wording: Wording
) -> Iterator[TableLine]:
    """Yield the rows of all versions."""
    document = printed.document
    readings = choose_marking_comparisons(printed, comparisons)
    heads = DivisionHeadings(document.versions)
    own = [printed.units[version.siglum] for version in document.versions]
    for row in printed.alignment.rows:
        yield from build_heading_lines(heads.before(row.cells))
        cells: list[TableCell] = []
        notes: list[str] = []
        for version, names, by_id in zip(document.versions, row.cells, own, strict=True):
            comparison, told = readings.get(version.siglum, (None, dict[str, Sequence[PrintedRow]]()))
            marked = told.get(row.id, ())
            if not names:
                lacks = version.siglum in row.not_in_text
                cells.append(TableCell((), lack_word(wording, lacks=lacks)))
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
        yield TableLine(tuple(cells), row.id, tuple(notes), printed.remarks(row.id, wording))
    yield from build_heading_lines(heads.last)


def join_remarks(said: Sequence[str], wording: Wording) -> list[str]:
    """Put short remarks into one; sentences stay apart."""
    short = [each for each in said if not each.endswith(SENTENCE_ENDS)]
    whole = [each for each in said if each.endswith(SENTENCE_ENDS)]
    return [wording.say("list-separator").join(short), *whole] if short else whole


def choose_marking_comparisons(
    printed: PrintedDocument, comparisons: Sequence[Comparison]
) -> dict[str, tuple[Comparison, Mapping[str, Sequence[PrintedRow]]]]:
    """Return for every version but the first the comparison that marks it, and its rows."""
    sigla = printed.document.sigla
    by_pair = {(one.base, one.target): one for one in comparisons}
    chronological = printed.document.order is Order.CHRONOLOGICAL
    found: dict[str, tuple[Comparison, Mapping[str, Sequence[PrintedRow]]]] = {}
    for at, siglum in enumerate(sigla[1:]):
        comparison = by_pair.get((sigla[at] if chronological else sigla[0], siglum))
        if comparison:
            rows: dict[str, list[PrintedRow]] = defaultdict(list)
            for row in printed.rows(comparison):
                rows[row.change.row].append(row)
            found[siglum] = comparison, rows
    return found


def mark_units(marked: Sequence[PrintedRow], own: Sequence[Unit]) -> Side:
    """Return a version's units with the marks of the changes that its row falls into.

    Changes whose units do not follow each other mark nothing: a cell is read in its version's order.
    """
    spelled = sorted((one for one in marked if one.target), key=lambda one: own.index(one.target[0]))
    if [unit for one in spelled for unit in one.target] != list(own):
        return build_unmarked_lines(own)
    return tuple(line for one in spelled for line in one.sides[1])


def build_unmarked_lines(own: Sequence[Unit]) -> Side:
    """Return units without marks."""
    return tuple(line for unit in own for line in split_lines(print_unit(unit), Op.INSERT))
