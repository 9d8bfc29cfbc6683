"""The rows of a comparison table in one of the forms that offices ask for, whatever file they go into."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from hexapla.errors import UsageError
from hexapla.exporters.side_by_side import SideBySideTable, TableCell, build_pair_table, build_synopsis
from hexapla.exporters.table_profile import ColumnKind, ProfileColumn, Rows, TableProfile, TextMark
from hexapla.exporters.xml_writer import replace_unwritable
from hexapla.model import AnnotationKind, Change, Comparison, Op, Version
from hexapla.reading import Status, main_status, row_statuses
from hexapla.reading.annotation_lines import describe_annotations
from hexapla.reading.captions import Wording, make_fact_caption, make_one_sided_captions
from hexapla.reading.printed_rows import Piece, PrintedDocument
from hexapla.reading.routine import is_routine
from hexapla.text import unwrap

MarkedRun = tuple[str, tuple[TextMark, ...], bool]
"""text, how it is marked, and whether it is a number or a heading"""
MarkedCell = tuple[tuple[MarkedRun, ...], ...]
"""the lines of a cell"""
LEFT_OUT: Final = frozenset({Status.UNCHANGED, Status.RENUMBERED})
"""what a row may be that is left out as unchanged"""
KIND_OF: Final = {
    Status.ONLY_TARGET: "added",
    Status.ONLY_BASE: "removed",
    Status.REWORDED: "reworded",
}
"""which word of a profile says what became of a row; else `other`"""
BRACKETS: Final = ("[", "]")


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column as it is printed."""

    column: ProfileColumn
    head: str
    version: int | None
    """which version of the table, from 0; None: it holds no text of one"""

    @property
    def share(self) -> int:
        """Its part of the width."""
        return self.column.share


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A row."""

    cells: tuple[MarkedCell, ...]
    division: bool = False


@dataclass(frozen=True, slots=True)
class ProfileTable:
    """A table."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[ProfileRow, ...]
    above: tuple[str, ...]
    """sentences above it"""
    below: tuple[str, ...]


def lay_out(
    printed: PrintedDocument,
    comparison: Comparison | None,
    wording: Wording,
    profile: TableProfile,
    marking: Sequence[Comparison] = (),
) -> ProfileTable:
    """Lay a table out; `marking` are the comparisons by which a table of all versions is marked.

    Raises:
        UsageError: the profile is about two versions, and it is not said which.
    """
    return ProfileWriter(printed, comparison, wording, profile, marking).table()


class ProfileWriter:
    """Lays one table out."""

    def __init__(
        self,
        printed: PrintedDocument,
        comparison: Comparison | None,
        wording: Wording,
        profile: TableProfile,
        marking: Sequence[Comparison],
    ) -> None:
        """Take what is to be printed, and the form."""
        self.marking = marking or ([comparison] if comparison else [])
        self.printed, self.comparison, self.wording, self.profile = printed, comparison, wording, profile
        kinds = {column.kind for column in profile.columns}
        self.paired = not kinds.isdisjoint({ColumnKind.BASE, ColumnKind.TARGET})
        if self.paired and comparison is None:
            raise UsageError(
                f"The table profile {profile.name} is about two versions: name them with --base and --target."
            )
        self.omitted = False

    def table(self) -> ProfileTable:
        """Make the table."""
        plain = self.side_by_side()
        columns = tuple(self.columns(plain.columns))
        rows = tuple(self.rows(plain, columns))
        profile = self.profile
        above = [profile.lead, *self.list_replacements()]
        return ProfileTable(
            title=profile.title.replace("{title}", self.printed.document.title),
            columns=columns,
            rows=rows,
            above=tuple(filter(None, above)),
            below=(profile.omitted,) if self.omitted and profile.omitted else (),
        )

    def side_by_side(self) -> SideBySideTable:
        """Return the rows of the pair, or of all versions."""
        if self.comparison is not None and self.paired:
            return build_pair_table(self.printed, self.comparison, self.wording)
        return build_synopsis(self.printed, self.marking, self.wording)

    def columns(self, versions: Sequence[Version]) -> Iterator[TableColumn]:
        """Yield the columns; that of all versions is one each."""
        for column in self.profile.columns:
            shown: Iterable[int | None] = (None,)
            if column.kind is ColumnKind.VERSIONS:
                shown = range(len(versions))
            elif column.kind in {ColumnKind.BASE, ColumnKind.TARGET}:
                shown = (0 if column.kind is ColumnKind.BASE else 1,)
            for at in shown:
                label = unwrap(versions[at].label) if at is not None else ""
                head = column.head or self.wording.say(f"profile-{column.kind}")
                yield TableColumn(column, head.replace("{label}", label), at)

    def rows(self, plain: SideBySideTable, columns: Sequence[TableColumn]) -> Iterator[ProfileRow]:
        """Yield the rows that are shown; a division only above a row that is."""
        changes = self.changes_by_row()
        waiting: list[tuple[int, ProfileRow]] = []
        passed = 0  # of the divisions that wait, those with a clause that was left out
        number = 0
        for line in plain.lines:
            if line.division:
                cells = tuple(self.version_cell(column, line.cells, None) for column in columns)
                waiting = [each for at, each in enumerate(waiting) if at >= passed or each[0] < line.depth]
                passed = min(passed, len(waiting))
                waiting.append((line.depth, ProfileRow(cells, division=True)))
                continue
            own = changes.get(line.name or "", ())
            if line.name and self.is_left_out(own):
                passed = len(waiting)
                continue
            number += 1
            yield from (row for _, row in waiting)
            waiting, passed = [], 0
            yield ProfileRow(
                tuple(
                    self.cell(column, line.cells, own, str(number), line.notes, line.name or "")
                    for column in columns
                )
            )

    def changes_by_row(self) -> dict[str, tuple[Change, ...]]:
        """Return the changes of each row."""
        found: dict[str, tuple[Change, ...]] = {}
        for change in self.comparison.changes if self.comparison else ():
            found[change.row] = (*found.get(change.row, ()), change)
        return found

    def is_left_out(self, changes: Sequence[Change]) -> bool:
        """Tell whether a row is left out, and remember that one was for nothing in it having changed."""
        if not self.comparison or not changes:
            return False
        translation = self.comparison.translation
        kinds = {main_status(row_statuses(change, translation=translation)) for change in changes}
        if self.profile.unchanged is Rows.OMIT and kinds <= LEFT_OUT:
            self.omitted = True
            return True
        if self.profile.routine is not Rows.LIST or changes[0].row in self.printed.annotations:
            return False  # what somebody has something to say about is shown
        return all(
            change.replacements and is_routine(change, row_statuses(change, translation=translation))
            for change in changes
        )

    def list_replacements(self) -> list[str]:
        """Say which expressions are exchanged throughout, where the rows that only differ so are left out."""
        if self.profile.routine is not Rows.LIST or not self.comparison:
            return []
        used = {number for change in self.comparison.changes for number in change.replacements}
        return [
            self.profile.listed.replace("{old}", unwrap(each.delete)).replace("{new}", unwrap(each.insert))
            for each in self.comparison.replacements
            if each.id in used
        ]

    def cell(
        self,
        column: TableColumn,
        cells: Sequence[TableCell],
        changes: Sequence[Change],
        number: str,
        notes: Sequence[str],
        row: str,
    ) -> MarkedCell:
        """Make a cell."""
        kind = column.column.kind
        if column.version is not None:
            return self.version_cell(column, cells, changes)
        if kind is ColumnKind.NUMBER:
            return plain_cell([number])
        if kind is ColumnKind.CHANGE:
            return plain_cell(
                list(dict.fromkeys(map(self.name_change, changes)))
                if changes
                else self.name_paratext_change(cells, notes)
            )
        if kind is ColumnKind.NOTES:
            return plain_cell(notes)
        return plain_cell(self.say_annotations(row, reasons=kind is ColumnKind.REASONS))

    def say_annotations(self, row: str, *, reasons: bool) -> list[str]:
        """Return what people say of a row; only a review says what it is, or a reason among other remarks."""
        own = self.printed.annotations.get(row, ())
        if reasons:
            return [each.text for each in own if each.kind is AnnotationKind.REASON]
        lines = zip(own, describe_annotations(own, self.wording.say), strict=True)
        return [
            (replace(line, kind="") if each.kind is AnnotationKind.COMMENT else line).as_text(
                self.wording.say
            )
            for each, line in lines
        ]

    def name_change(self, change: Change) -> str:
        """Say what became of a row, in a word."""
        translation = bool(self.comparison and self.comparison.translation)
        status = main_status(row_statuses(change, translation=translation))
        known = self.profile.kinds.get(KIND_OF.get(status, "other"))
        if known is not None:
            return known
        alone = make_one_sided_captions("", "", ordered=True)
        return make_fact_caption(status, change, alone).in_words(self.wording.say)

    def name_paratext_change(self, cells: Sequence[TableCell], notes: Sequence[str]) -> list[str]:
        """Say what became of a title or note that stands outside the clauses; else what it is."""
        old, new = (bool(cell.lines) for cell in cells)
        known = self.profile.kinds.get("reworded" if old and new else "removed" if old else "added")
        return list(notes) if known is None else [known]

    def version_cell(
        self, column: TableColumn, cells: Sequence[TableCell], changes: Sequence[Change] | None
    ) -> MarkedCell:
        """Make a cell of a version's text; of a row of divisions `changes` is None."""
        if column.version is None:
            return ()
        own = cells[column.version]
        if own.lines:
            return tuple(
                tuple(self.mark(column.column, piece) for piece in line if piece.text) for line in own.lines
            )
        if changes is None or not self.paired:
            return plain_cell([own.void] if changes is not None and own.void else [])
        silent = any(main_status(row_statuses(change)) is Status.NOT_IN_TEXT for change in changes)
        said = own.void if silent else self.profile.added if column.version == 0 else self.profile.removed
        return plain_cell([said] if said else [])

    def mark(self, column: ProfileColumn, piece: Piece) -> MarkedRun:
        """Mark a run as the profile has it."""
        marks: tuple[TextMark, ...] = ()
        if not piece.unknown:
            marks = {Op.INSERT: column.insert, Op.DELETE: column.delete}.get(piece.op, ())
        text = replace_unwritable(piece.text)
        if TextMark.BRACKETS in marks:
            text = f"{BRACKETS[0]}{text}{BRACKETS[1]}"
        return text, marks, piece.head


def plain_cell(lines: Iterable[str]) -> MarkedCell:
    """Make a cell of words of ours."""
    return tuple(((line, (), False),) for each in lines for line in replace_unwritable(each).split("\n"))
