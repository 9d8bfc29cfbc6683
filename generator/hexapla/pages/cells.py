"""What stands in a cell: units with their numbers and parts, each line with its marks and its name.

Between two versions a row can fall into several changes, each with its own marks. A table of all versions
shows the row as one, so the marks of its changes are put together again, unit by unit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import ClassVar, Literal, NamedTuple

from markupsafe import Markup

from hexapla.i18n import Messages
from hexapla.model import Clause
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.marked_text import (
    ABSENT_MARKS,
    EditRun,
    OriginMark,
    Run,
    RunMark,
    cut_runs,
    escape_text,
    flatten_text,
    merge_sides,
    render_runs,
    slice_runs,
    spell_runs,
)
from hexapla.pages.uris import anchor
from hexapla.units import Unit, join_cell_text

LONG = 6
"""paragraphs up to which a unit is shown whole, whatever changed in it"""
FOLDED = 2
"""paragraphs without a mark that are worth folding"""
DEEP = 2
"""levels below its unit from which an item is set further in"""


@dataclass(frozen=True, slots=True)
class CellLine:
    """A paragraph of a unit."""

    is_grid: ClassVar = False
    """told from a table by templates"""
    html: Markup
    css: str = ""
    name: str | None = None
    """the id of a part"""
    number: Markup | None = None
    """run in at the head of a unit, with its heading"""
    heading: Markup | None = None
    """of a unit whose heading is compared as the beginning of its text"""
    went: tuple[tuple[str, str], ...] = ()
    """where the paragraph stands in the other version, if elsewhere: address and text of links"""
    end: str | None = None
    """a word of ours after the last character: the text breaks off here"""
    marked: bool = False
    """something in it bears a mark"""
    called: str = ""
    """its number, if it has one"""
    opens: str = ""
    """with it a fold begins, of which this is said"""
    closes: bool = False
    """with it a fold ends"""
    table: int = 0
    """which table it is a line of, from 1; 0: none"""
    row: int = 0
    """of that table"""
    cells: Mapping[int, Markup] = field(default_factory=dict)
    """column → what stands in its cell; then `html` is empty"""
    whole: RunMark = ""
    """the mark that all words of the line bear, if they bear one"""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table, with the lines on which it stands."""

    lines: tuple[CellLine, ...]

    @property
    def last(self) -> CellLine:
        """Its last line, behind which remarks stand."""
        return self.lines[-1]

    @property
    def whole(self) -> RunMark:
        """The mark of a row that came or went with all its words."""
        marks = {line.whole for line in self.lines}
        return marks.pop() if len(marks) == 1 else ""

    def cell(self, column: int) -> tuple[Markup, ...]:
        """Return the paragraphs of a cell."""
        return tuple(line.cells[column] for line in self.lines if column in line.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in a unit, or what is shown of it at once."""

    is_grid: ClassVar = True
    rows: tuple[GridRow, ...]

    @property
    def first(self) -> CellLine:
        """Its first line."""
        return self.rows[0].lines[0]

    @property
    def last(self) -> CellLine:
        """Its last line."""
        return self.rows[-1].last

    @property
    def columns(self) -> range:
        """Its columns."""
        return range(1, 1 + max(column for row in self.rows for line in row.lines for column in line.cells))


class UnitMarks(NamedTuple):
    """A unit's heading and text with their marks."""

    heading: tuple[Run, ...]
    text: tuple[Run, ...]
    run_in: bool = False
    """they were compared as one string, because the other version divides the clause differently"""


@dataclass(frozen=True, slots=True)
class CellPart:
    """A unit in a cell."""

    lines: tuple[CellLine, ...]
    name: str | None
    unit: str
    ready: Markup | None = None
    """its HTML, where that was made once for all pages"""

    @property
    def blocks(self) -> Iterator[CellLine | Grid]:
        """Its paragraphs and tables, in order."""
        for table, group in groupby(self.lines, key=lambda line: line.table):
            own = tuple(group)
            if table:
                rows = groupby(own, key=lambda line: line.row)
                yield Grid(tuple(GridRow(tuple(lines)) for _, lines in rows))
            else:
                yield from own


def render_cell(
    units: Sequence[Unit],
    runs: tuple[Run, ...],
    headings: tuple[Run, ...],
    *,
    siglum: str | None,
    row: str,
    say: Messages,
) -> tuple[CellPart, ...]:
    """Set the units of a cell.

    Args:
        units: of one version, in its order.
        runs: their text with its marks, or headings and text where these were compared as one; if it spells
            neither it is not used, so that a page never shows another text than the source's.
        headings: their headings with marks, under the same condition.
        siglum: of the version, to name units and parts; None where they are repeated and named elsewhere.
        row: the name that the row has already.
        say: words.
    """
    return render_units(units, split_by_unit(units, runs, headings), siglum=siglum, row=row, say=say)


def split_by_unit(units: Sequence[Unit], runs: tuple[Run, ...], headings: tuple[Run, ...]) -> list[UnitMarks]:
    """Hand the marks of a cell back to their places: the heading and the text of each unit."""
    if spell_runs(runs) not in (text := join_cell_text(units), join_cell_text(units, headed=True)):
        runs = (Run("", text),)
    if spell_runs(runs) == text:
        title = "\n".join(filter(None, (unit.heading for unit in units)))
        headings = headings if spell_runs(headings) == title else (Run("", title),)
        heads = iter(slice_runs(headings, [len(unit.heading) for unit in units if unit.heading]))
        texts = slice_runs(runs, [len(unit.text) for unit in units])
        return [
            UnitMarks(next(heads) if unit.heading else (), own)
            for unit, own in zip(units, texts, strict=True)
        ]
    pieces = [[len(piece) for piece in (unit.heading, unit.text) if piece] or [0] for unit in units]
    cut = iter(slice_runs(runs, [length for own in pieces for length in own]))
    return [
        UnitMarks(
            next(cut) if unit.heading else (),
            next(cut) if unit.text or not unit.heading else (),
            run_in=True,
        )
        for unit in units
    ]


def merge_unit_marks(
    readings: Sequence[DisplayedChange],
    units: Sequence[Unit],
    shown: Literal["only", "ins"],
    missing: Literal["gap", "was"],
) -> list[UnitMarks]:
    """Return heading and text of each of a version's units with the marks of the changes that it is in.

    Args:
        readings: of a row, from the other version to this one.
        units: this version's in the row, in document order.
        shown: how words are marked that this version alone has.
        missing: what stands where the other version says more; both as for `merged`.
    """
    found: dict[str, UnitMarks] = {}
    gone: list[Run] = []
    for reading in readings:
        own = reading.units[1]
        runs = merge_sides(reading.strands, shown, missing)
        if not own:
            gone += [Run(run.mark, f"\n{run.text}") for run in runs]
            continue
        heads = merge_sides(
            (EditRun(edit.op, edit.text) for edit in reading.change.heading_edits), shown, missing
        )
        found |= zip((unit.id for unit in own), split_by_unit(own, runs, heads), strict=True)
    plain = dict(zip((unit.id for unit in units), split_by_unit(units, (), ()), strict=True))
    marks = [found.get(unit.id, plain[unit.id]) for unit in units]
    if gone and marks:
        marks[-1] = marks[-1]._replace(text=(*marks[-1].text, *gone))
    return marks


def render_units(
    units: Sequence[Unit],
    marks: Sequence[UnitMarks],
    *,
    siglum: str | None,
    row: str,
    say: Messages,
) -> tuple[CellPart, ...]:
    """Set units of which each has its heading and its text with marks; the rest as for `parts`."""
    made = []
    for unit, own_marks in zip(units, marks, strict=True):
        lines = unit_lines(unit)
        cut = slice_runs(own_marks.text, [len(line) for _, line in lines])
        set_lines = [
            (clause, render_line(clause, own, say)) for (clause, _), own in zip(lines, cut, strict=True)
        ]
        name = anchor(siglum, unit.id) if siglum else None
        made.append(
            CellPart(
                lines=tuple(
                    add_number(
                        unit, render_runs(own_marks.heading, say), set_lines, siglum, run_in=own_marks.run_in
                    )
                ),
                name=None if name == row else name,
                unit=unit.id,
            )
        )
    return tuple(made)


def render_line(clause: Clause, runs: tuple[Run, ...], say: Messages) -> CellLine:
    """Set a line with its marks; that of a table cell by cell."""
    marked = any(run.mark and not isinstance(run.mark, OriginMark) for run in runs)
    if not clause.cells:
        return CellLine(render_runs(runs, say), marked=marked)
    own = cut_runs(runs, [(cell.start, cell.end) for cell in clause.cells])
    marks = {
        "" if isinstance(run.mark, OriginMark) else run.mark
        for cell in own
        for run in cell
        if run.mark not in ABSENT_MARKS and run.text.strip()
    }
    return CellLine(
        Markup(""),
        marked=marked,
        table=clause.cells[0].table,
        row=clause.cells[0].row,
        cells={cell.column: render_runs(cut, say) for cell, cut in zip(clause.cells, own, strict=True)},
        whole=marks.pop() if len(marks) == 1 else "",
    )


def mark_passages(
    parts: Sequence[CellPart], went: Mapping[str, tuple[tuple[str, str], ...]], siglum: str
) -> tuple[CellPart, ...]:
    """Say behind paragraphs where they stand in the other version.

    Args:
        parts: of one version.
        went: what is said of a passage, by its id.
        siglum: of the version.
    """
    named = {anchor(siglum, name): said for name, said in went.items()}
    return tuple(
        replace(
            part,
            lines=tuple(
                replace(line, went=named.get(line.name or ("" if at else anchor(siglum, part.unit)), ()))
                for at, line in enumerate(part.lines)
            ),
        )
        for part in parts
    )


def fold_plain_lines(parts: Sequence[CellPart], say: Messages) -> tuple[CellPart, ...]:
    """Fold what bears no mark in units of many paragraphs; the first, with the number, always stands open."""
    return tuple(
        replace(part, lines=tuple(fold_lines(part.lines, say))) if len(part.lines) > LONG else part
        for part in parts
    )


def fold_lines(lines: Sequence[CellLine], say: Messages) -> Iterable[CellLine]:
    """Yield the lines of a unit, runs without a mark as folds."""
    yield lines[0]
    busy = {line.table for line in lines if line.table and (line is lines[0] or is_busy(line))}
    for quiet, run in groupby(lines[1:], key=lambda line: not (is_busy(line) or line.table in busy)):
        own = list(run)
        if quiet and len(own) >= FOLDED:
            ends = own[0].called, own[-1].called
            told = (
                say("fold-lines", span=say("fold-span", first=ends[0], last=ends[1]))
                if all(ends)
                else say("fold-paragraphs", count=len(own))
            )
            own[0] = replace(own[0], opens=told)
            own[-1] = replace(own[-1], closes=True)
        yield from own


def is_busy(line: CellLine) -> bool:
    """Tell whether a line must be seen: it bears a mark or a remark."""
    return bool(line.marked or line.end or line.went)


def mark_torn_end(parts: Sequence[CellPart], say: Messages) -> tuple[CellPart, ...]:
    """Say after the last character that the text breaks off there."""
    *others, last = parts
    *lines, line = last.lines
    return (*others, replace(last, lines=(*lines, replace(line, end=say("torn-end")))))


def mark_torn_start(parts: Sequence[CellPart], say: Messages) -> tuple[CellPart, ...]:
    """Say at the first line that the text begins there, its own beginning being lost."""
    first, *others = parts
    line, *lines = first.lines
    return (replace(first, lines=(replace(line, end=say("torn-start")), *lines)), *others)


def unit_lines(unit: Unit) -> list[tuple[Clause, str]]:
    """Return a unit's lines, each with the clause it comes from; a unit without text has one, empty."""
    lines = zip((unit.clause, *unit.parts), unit.lines, strict=True)
    return [(clause, text) for clause, text in lines if text] or [(unit.clause, "")]


def add_number(
    unit: Unit, heading: Markup, lines: list[tuple[Clause, CellLine]], siglum: str | None, *, run_in: bool
) -> Iterable[CellLine]:
    """Run the number in at the head of the unit's own text, or on a line of its own if it has none."""
    number = escape_text(flatten_text(unit.number)) if unit.number else Markup("")
    if heading and not run_in:
        apart = Markup("<span>{}</span>").format(heading)  # who cites takes the number alone
        number += Markup(" ") + apart if number else apart
    title = heading if run_in else Markup("")
    if lines[0][0] is unit.clause:
        yield replace(lines[0][1], marked=False, number=number or None, heading=title or None)
        lines = lines[1:]
    else:
        yield CellLine(Markup(""), number=number or None, heading=title or None)
    for clause, line in lines:
        depth = clause.depth - unit.clause.depth
        css = "" if clause.number is None else "hx-item hx-deep" if depth >= DEEP else "hx-item"
        name = anchor(siglum, clause.id) if siglum else None
        yield replace(line, css=css, name=name, called=flatten_text(clause.number or ""))
