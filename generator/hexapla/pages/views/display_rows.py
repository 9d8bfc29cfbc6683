"""The rows of a side-by-side table, and what is done to them when all are made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, takewhile
from typing import ClassVar, Final, Literal

from markupsafe import Markup

from hexapla.i18n import Messages
from hexapla.model import Clause, Link
from hexapla.pages import uris
from hexapla.pages.cells import CellPart
from hexapla.pages.change_kinds import AFFECTED, ROUTINE
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.templating import close_level_gaps
from hexapla.pages.views.page_frame import NavigationLink
from hexapla.reading import Status
from hexapla.reading.annotation_lines import AnnotationLine
from hexapla.text import is_wide
from hexapla.units import Unit

SideLetter = Literal["a", "b"]
FOLDED_TOKENS: Final = {"same": "fold-count", "renum": "fold-renumbered", ROUTINE: "fold-routine"}
"""what rows fold by, with what is said of a run: tokens of rows whose text is the same, or routine"""
CHAPTER: Final = "chapter"
"""tokens of a division's heading"""
FOLD_FROM: Final = 2
"""rows in a run, here or of a history, that are worth folding"""
TOLD_REASONS: Final = 4
"""why routine rows are, so many reasons of a run are told"""
ROW_WEIGHT: Final = 14
"""characters that a row's height is worth before its text"""
STEPS: Final = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 24)
"""lines for which the style has a height"""


@dataclass(frozen=True, slots=True)
class CellGroup:
    """Units in a cell: its own, or repeated from their place elsewhere."""

    parts: tuple[CellPart, ...]
    ready: Markup | None = None
    """their HTML, where all of it was made once for all pages"""
    pointer: tuple[str, str] | None = None
    """href and text of the link to where the repeated units stand"""
    up: bool = False


@dataclass(frozen=True, slots=True)
class DisplayCell:
    """One side of a row."""

    side: SideLetter
    css: str = ""
    groups: tuple[CellGroup, ...] = ()
    void: str | None = None
    """what is said where there is no text"""
    perhaps: tuple[tuple[str, str], ...] = ()
    """href and text of links to clauses that may speak of the same matter, where there is no text"""
    opens: str | None = None
    """the first words of a field of missing text, set in bold"""
    pointer: tuple[str, str] | None = None
    up: bool = False
    heading: str | None = None
    """of a division"""


@dataclass(frozen=True, slots=True)
class DisplayRow:
    """A row of the table."""

    folded: ClassVar = False
    """told from a run by templates"""
    name: str
    tokens: str
    """its kinds, for filters; `chapter` for a division, `from` for what belongs to a row at home elsewhere"""
    css: str
    level: int
    heading: str
    quiet: bool
    """the heading says nothing that the cells do not say: for ears only"""
    cells: tuple[DisplayCell, DisplayCell]
    kinds: tuple[tuple[Status, str], ...] = ()
    flags: str = ""
    notes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    brace: Literal["split", "join"] | None = None
    state: Status = Status.UNCHANGED
    """what it looks like in the picture and on the map"""
    status: Status = Status.UNCHANGED
    """what it is counted as"""
    weight: int = ROW_WEIGHT
    lines: int = 1
    """how many lines it has on a wide page, in steps: the room that is kept for it until it is drawn"""
    also: str = ""
    """the kinds of a row of one side that stands at several places, at all but the first"""
    lacks: str | None = None
    """the side whose text is missing here"""
    called: tuple[str, str] = ("", "")
    """its numbers on either side; of a division what it is called in short"""
    units: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    """ids of its units on either side; None: it is no row of units, or stands elsewhere"""
    links: tuple[Link, ...] = ()
    """why they stand together"""
    annotations: tuple[AnnotationLine, ...] = ()
    """notes of people on its clauses, in this row where its text is at home"""
    rewritten: str = ""
    """how little stayed of its words, where so little did that marks between them say nothing"""
    routine: tuple[str, ...] = ()
    """why what differs in its words is routine; none where it is not"""
    affected: tuple[NavigationLink, ...] = ()
    """of a row whose words stay: what it leans on and what changed"""
    room: tuple[str, ...] = ()
    """names of its clauses, the later version's first, of which it will be said where else they stand"""
    settled: frozenset[str] = frozenset()
    """of a division: the tokens of rows with which it may fold"""

    @property
    def why(self) -> str:
        """Its links in one line, for the script: both ids, basis, score and confidence of each."""
        return ";".join(
            [
                f"{link.a[1]} {link.b[1]} {link.basis} {link.score:.2f} {link.confidence}"
                for link in self.links
            ]
        )


@dataclass(frozen=True, slots=True)
class FoldedRun:
    """A run of rows that are unchanged, unchanged but for their numbers, or changed by routine."""

    rows: tuple[DisplayRow, ...]
    span: str
    told: str
    folded: ClassVar = True


def keep_room(rows: Iterable[DisplayRow], sigla: tuple[str, str] | None) -> tuple[DisplayRow, ...]:
    """Keep room in rows of clauses for what is known of other documents when all are made.

    Args:
        rows: of a comparison.
        sigla: of its versions; None: nothing will be said of other documents.
    """
    if sigla is None:
        return tuple(rows)
    return tuple(
        replace(row, room=tuple(uris.anchor(sigla[at], unit) for at in (1, 0) for unit in row.units[at]))
        if row.units
        else row
        for row in rows
    )


def brace_direction(base: Sequence[Unit], target: Sequence[Unit]) -> Literal["split", "join"] | None:
    """Return towards which side a brace opens: the one with the more units."""
    if not base or not target or len(base) == len(target):
        return None
    return "split" if len(target) > len(base) else "join"


def choose_step(lines: int) -> int:
    """Round the lines of the longer side of a row up to a step of `STEPS`."""
    return next((step for step in STEPS if step >= lines), STEPS[-1])


def division_title(clause: Clause) -> str:
    """Return a division's number and heading as one line, parted as in print: Han by a wide space."""
    pieces = [flatten_text(piece) for piece in (clause.number, clause.heading) if piece] or [
        flatten_text(clause.text)
    ]
    return ("\u3000" if is_wide(pieces[-1][:1]) else " ").join(pieces)


def finish_rows(rows: Sequence[DisplayRow]) -> tuple[DisplayRow, ...]:
    """Return the rows as they stand in the table: missing divisions marked, no heading level skipped."""
    marked = list(mark_missing_divisions(rows))
    levels = close_level_gaps(row.level for row in marked)
    return tuple(
        row if row.level == level else replace(row, level=level)
        for row, level in zip(marked, levels, strict=True)
    )


def mark_missing_divisions(rows: Sequence[DisplayRow]) -> Iterator[DisplayRow]:
    """Mark a division that only one side has as missing where all that follows it is missing."""
    ahead: str | None = None
    out = []
    for row in reversed(rows):
        if "hx-chapter" not in row.css:
            ahead = row.lacks
        elif row.lacks is not None and row.lacks == ahead:
            index = 0 if row.lacks == "a" else 1
            cells = list(row.cells)
            cells[index] = replace(cells[index], css="hx-lack", void=None)
            row = replace(row, css="hx-chapter hx-row-lack", cells=(cells[0], cells[1]))  # noqa: PLW2901 - the same row
        out.append(row)
    return reversed(out)


def fold_rows(
    rows: Sequence[DisplayRow], say: Messages, *, routine: bool = True
) -> Iterator[DisplayRow | FoldedRun]:
    """Fold runs of rows in which nothing changed; apart from them only numbers; apart again routine changes.

    A division folds with them where all that stands in it does; else its heading stays above what changed.

    Args:
        rows: of the table.
        say: the words of the comparison.
        routine: whether routine changes fold, be it a single one.
    """
    folded = list(find_fold_groups(rows, routine=routine))
    at = 0
    for group, run in groupby(folded):
        own = tuple(rows[at : at + len(list(run))])
        at += len(own)
        if group is None or len(own) < (1 if group == ROUTINE else FOLD_FROM):
            yield from own
        else:
            count = sum(row.tokens != CHAPTER for row in own)
            told = say(FOLDED_TOKENS[group], count=count)
            if affected := sum(bool(row.affected) for row in own):
                told = say("fold-affected", told=told, count=affected)
            yield FoldedRun(own, name_run(own, say), join_reasons(told, own, say))


def join_reasons(told: str, run: Iterable[DisplayRow], say: Messages) -> str:
    """Say behind the count why rows are routine."""
    reasons = list(dict.fromkeys(reason for row in run for reason in row.routine))
    shown = [*reasons[:TOLD_REASONS], *(["…"] if len(reasons) > TOLD_REASONS else [])]
    return say("term-gap").join([told, say("list-separator").join(shown)]) if shown else told


def fold_group(row: DisplayRow, *, routine: bool) -> str | None:
    """Return what a row may fold by; None: it stays, as one does on which there is a note."""
    if row.annotations:
        return None
    if row.routine:
        return ROUTINE if routine else None
    tokens = row.tokens.removesuffix(f" {AFFECTED}")
    return tokens if tokens in FOLDED_TOKENS else None


def find_fold_groups(rows: Sequence[DisplayRow], *, routine: bool) -> Iterator[str | None]:
    """Yield for each row what it may fold by: of its own, of a division what all its rows fold by."""
    for at, row in enumerate(rows):
        if row.tokens != CHAPTER:
            yield fold_group(row, routine=routine)
            continue
        following = (rows[below] for below in range(at + 1, len(rows)))
        inside = list(takewhile(partial(is_inside, row.level), following))
        found = {fold_group(each, routine=routine) for each in inside if each.tokens != CHAPTER}
        group = found.pop() if len(found) == 1 else None
        divisions = (each for each in (row, *inside) if each.tokens == CHAPTER)
        yield group if group and all(group in each.settled for each in divisions) else None


def is_inside(level: int, row: DisplayRow) -> bool:
    """Tell whether a row that follows a division of a level can still stand in it."""
    return row.tokens != CHAPTER or row.level > level


def name_run(run: Sequence[DisplayRow], say: Messages) -> str:
    """Name a run: by its divisions if it begins with one, else by numbers; of both sides if they differ."""
    divisions = [row for row in run if row.tokens == CHAPTER]
    if run[0].tokens == CHAPTER:
        if len(divisions) == 1:
            return run[0].heading
        path = [row for row in find_path(divisions) if row is not run[0]]
        ends = [(run[0].called[at], "".join(row.called[at] for row in path)) for at in (0, 1)]
    else:
        own = [row for row in run if row.tokens != CHAPTER]
        if len(own) == 1:
            return own[0].heading
        ends = [(own[0].called[at], own[-1].called[at]) for at in (0, 1)]
    old, new = (say("fold-span", first=first, last=last) for first, last in ends)
    return old if old == new else say("heading-both", old=old, new=new)


def find_path(divisions: Sequence[DisplayRow]) -> list[DisplayRow]:
    """Return the last of some divisions with those among them that it stands in, outermost first."""
    path: list[DisplayRow] = []
    for division in divisions:
        path = [above for above in path if above.level < division.level] + [division]
    return path
