"""The rows of a side-by-side table, and what is done to them when all are made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Literal

from hexapla.i18n import Messages
from hexapla.model import Clause
from hexapla.pages.cells import CellPart
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.templating import close_level_gaps
from hexapla.reading import Status
from hexapla.text import is_wide

SideLetter = Literal["a", "b"]
FOLDED_TOKENS: Final = {"same": "fold-count", "renum": "fold-renumbered"}
"""tokens of rows whose text is the same, with what is said of a run of them"""
FOLD_FROM: Final = 2
"""rows in a run, here or of a history, that are worth folding"""
ROW_WEIGHT: Final = 14
"""characters that a row's height is worth before its text"""
STEPS: Final = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 24)
"""lines for which the style has a height"""
HAN_LINE: Final = 33
LATIN_LINE: Final = 72


@dataclass(frozen=True, slots=True)
class CellGroup:
    """Units in a cell: its own, or repeated from their place elsewhere."""

    parts: tuple[CellPart, ...]
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
    """its numbers on either side"""


@dataclass(frozen=True, slots=True)
class UnchangedRun:
    """A run of rows that are unchanged, or unchanged but for their numbers."""

    rows: tuple[DisplayRow, ...]
    span: str
    told: str


def estimate_lines(texts: Iterable[str]) -> int:
    """Guess the lines of the longer side of a row on a wide page, rounded up to a step of `STEPS`."""
    tallest = max((sum(map(estimate_paragraph_lines, text.split("\n"))) for text in texts), default=1)
    return next((step for step in STEPS if step >= tallest), STEPS[-1])


def estimate_paragraph_lines(paragraph: str) -> int:
    """Guess how many lines a paragraph takes."""
    return 1 + len(paragraph) // (HAN_LINE if is_wide(paragraph[:1]) else LATIN_LINE)


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
    return tuple(replace(row, level=level) for row, level in zip(marked, levels, strict=True))


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


def fold_unchanged(rows: Sequence[DisplayRow], say: Messages) -> Iterator[DisplayRow | UnchangedRun]:
    """Fold runs of rows in which nothing changed; apart from them, runs in which only the numbers did."""
    for tokens, run in groupby(rows, key=lambda row: row.tokens):
        own = tuple(run)
        if tokens not in FOLDED_TOKENS or len(own) < FOLD_FROM:
            yield from own
        else:
            yield UnchangedRun(own, name_run(own, say), say(FOLDED_TOKENS[tokens], count=len(own)))


def name_run(run: Sequence[DisplayRow], say: Messages) -> str:
    """Name a run by its first and last numbers, of both sides where they differ."""
    old, new = (say("fold-span", first=run[0].called[at], last=run[-1].called[at]) for at in (0, 1))
    return old if old == new else say("heading-both", old=old, new=new)
