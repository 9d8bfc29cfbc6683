"""The table that people hand in: a row a clause, a column a version, divisions between.

Word tables and sheets are made from the same rows.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hexapla.export.lines import brackets, division_line, unwrapped
from hexapla.export.passages import Passage, Piece, Side, lines, passages, sides, unmarked
from hexapla.export.wording import Wording
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
from hexapla.paratexts import KINDS
from hexapla.text import joined
from hexapla.units import Unit, units

__all__ = ["Cell", "Divisions", "Line", "Table", "called", "legend", "pair", "pieces_of", "synopsis"]


SENTENCE_ENDS = (".", "。")
ABOVE = frozenset({"title", "note"})
"""what differs outside the clauses and stands before them"""
BELOW = frozenset(KINDS) - ABOVE


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a column."""

    lines: Side = ()
    void: str = ""
    """what is said where the version has nothing"""


@dataclass(frozen=True, slots=True)
class Line:
    """A row."""

    cells: tuple[Cell, ...]
    name: str | None = None
    """of the alignment's row; empty outside the clauses; None for divisions"""
    notes: tuple[str, ...] = ()

    @property
    def division(self) -> bool:
        """Only headings stand here."""
        return self.name is None


@dataclass(frozen=True, slots=True)
class Table:
    """A table to print."""

    title: str
    columns: tuple[Version, ...]
    lines: Iterator[Line] = field(repr=False)


def legend(wording: Wording, document: Document) -> str:
    """Say what the marks mean."""
    opening, closing = brackets(document.language)
    return wording.say(f"export-legend-{document.order.value}", opening=opening, closing=closing)


def pair(alignment: Alignment, comparison: Comparison, wording: Wording) -> Table:
    """Lay two versions side by side, in the order of the alignment."""
    document = alignment.document
    columns = (document.version(comparison.base), document.version(comparison.target))
    return Table(title(alignment, wording), columns, pair_lines(alignment, comparison, columns, wording))


def title(alignment: Alignment, wording: Wording) -> str:
    """Name the table."""
    kind = wording.say(f"export-table-{alignment.document.order.value}")
    return wording.say("export-table", title=alignment.document.title, kind=kind)


def pair_lines(
    alignment: Alignment, comparison: Comparison, columns: Sequence[Version], wording: Wording
) -> Iterator[Line]:
    """Yield the rows of two versions."""
    heads = Divisions(columns)
    yield from outside(comparison, wording, ABOVE)
    for passage in passages(alignment, comparison):
        own = [[unit.id for unit in cell] for cell in (passage.base, passage.target)]
        yield from headings(heads.before(own))
        lack = passage.change.relation is Relation.NOT_IN_TEXT
        void = wording.say("kind-lack") if lack else "—"
        cells = tuple(Cell(own, "" if own else void) for own in sides(passage))
        yield Line(cells, passage.change.row, wording.tell(comparison, passage.change))
    yield from headings(heads.last)
    yield from outside(comparison, wording, BELOW)


def outside(comparison: Comparison, wording: Wording, kinds: frozenset[str]) -> Iterator[Line]:
    """Yield what differs outside the clauses, of some kinds; what it is stands among the notes."""
    for change in comparison.set_aside_changes:
        if change.kind in kinds:
            sides = (change.base_spans, Op.DELETE), (change.target_spans, Op.INSERT)
            found = (Cell(lines(pieces_of(change), op)) if spans else Cell(void="—") for spans, op in sides)
            yield Line(tuple(found), "", (called(change, wording),))


def pieces_of(change: SetAsideChange) -> tuple[Piece, ...]:
    """Return the words of both sides with their marks."""
    return tuple(Piece(edit.op, edit.text) for edit in change.edits)


def called(change: SetAsideChange, wording: Wording) -> str:
    """Say what a difference outside the clauses is in: title, footnote ²."""
    return joined(wording.say("aside-kind", kind=change.kind), change.mark)


class Divisions:
    """Puts each version's divisions before the first of its units that stands under them."""

    def __init__(self, columns: Sequence[Version]) -> None:
        """Find which divisions stand before which unit; those before none come last."""
        self.waiting: list[dict[str, list[Clause]]] = []
        self.last: list[list[Clause]] = []
        for version in columns:
            own = {unit.id for unit in units(version)}
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


def headings(found: Sequence[Sequence[Clause]]) -> Iterator[Line]:
    """Yield a row of divisions, if there are any."""
    if any(found):
        yield Line(
            tuple(
                Cell(tuple((Piece(Op.EQUAL, division_line(clause), head=True),) for clause in clauses))
                for clauses in found
            )
        )


def synopsis(alignment: Alignment, comparisons: Sequence[Comparison], wording: Wording) -> Table:
    """Lay all versions side by side.

    In a chronology each version is marked against the one before, of parallel texts against the first.
    """
    document = alignment.document
    return Table(
        title(alignment, wording), document.versions, synopsis_lines(alignment, comparisons, wording)
    )


def synopsis_lines(
    alignment: Alignment, comparisons: Sequence[Comparison], wording: Wording
) -> Iterator[Line]:
    """Yield the rows of all versions."""
    document = alignment.document
    readings = marked_against(alignment, comparisons)
    heads = Divisions(document.versions)
    own = [{unit.id: unit for unit in units(version)} for version in document.versions]
    for row in alignment.rows:
        yield from headings(heads.before(row.cells))
        cells: list[Cell] = []
        notes: list[str] = []
        for version, names, by_id in zip(document.versions, row.cells, own, strict=True):
            comparison, told = readings.get(version.siglum, (None, dict[str, Sequence[Passage]]()))
            marked = told.get(row.id, ())
            if not names:
                lack = version.siglum in row.not_in_text
                cells.append(Cell((), wording.say("kind-lack") if lack else "—"))
            else:
                cells.append(Cell(marked_side(marked, [by_id[name] for name in names])))
            if marked and comparison:
                said = list(
                    dict.fromkeys(word for one in marked for word in wording.tell(comparison, one.change))
                )
                notes += [
                    wording.say("export-note", version=unwrapped(version.label), note=note)
                    for note in gathered(said, wording)
                ]
        yield Line(tuple(cells), row.id, tuple(notes))
    yield from headings(heads.last)


def gathered(said: Sequence[str], wording: Wording) -> list[str]:
    """Put short remarks into one; sentences stay apart."""
    short = [each for each in said if not each.endswith(SENTENCE_ENDS)]
    whole = [each for each in said if each.endswith(SENTENCE_ENDS)]
    return [wording.say("list-separator").join(short), *whole] if short else whole


def marked_against(
    alignment: Alignment, comparisons: Sequence[Comparison]
) -> dict[str, tuple[Comparison, Mapping[str, Sequence[Passage]]]]:
    """Return for every version but the first the comparison that marks it, and its rows."""
    sigla = alignment.document.sigla
    by_pair = {(one.base, one.target): one for one in comparisons}
    chronological = alignment.document.order is Order.CHRONOLOGICAL
    found: dict[str, tuple[Comparison, Mapping[str, Sequence[Passage]]]] = {}
    for at, siglum in enumerate(sigla[1:]):
        comparison = by_pair.get((sigla[at] if chronological else sigla[0], siglum))
        if comparison:
            rows: dict[str, list[Passage]] = defaultdict(list)
            for passage in passages(alignment, comparison):
                rows[passage.change.row].append(passage)
            found[siglum] = comparison, rows
    return found


def marked_side(marked: Sequence[Passage], own: Sequence[Unit]) -> Side:
    """Return a version's units with the marks of the changes that its row falls into.

    Changes whose units do not follow each other mark nothing: a cell is read in its version's order.
    """
    spelled = sorted((one for one in marked if one.target), key=lambda one: own.index(one.target[0]))
    if [unit for one in spelled for unit in one.target] != list(own):
        return plain(own)
    return tuple(line for one in spelled for line in sides(one)[1])


def plain(own: Sequence[Unit]) -> Side:
    """Return units without marks."""
    return tuple(line for unit in own for line in lines(unmarked(unit), Op.INSERT))
