"""What a comparison's page tells its script of the other direction, for a reader who exchanges the sides.

The script turns the table round by itself: columns, marks, counts. What it cannot know are the words. Those
of the table are told by what stands there now; summary, lead and foot are told whole.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hexapla.pages.exchanged_words import ExchangedWords, mirror_one_sided, mirror_tokens
from hexapla.pages.page_context import PageContext
from hexapla.pages.views.comparison_table import ComparisonTable
from hexapla.pages.views.display_rows import DisplayRow, FoldedRun, fold_rows
from hexapla.pages.views.routine_rows import explain_routine
from hexapla.reading import Status, columns
from hexapla.reading.captions import write_change_notes

MARKS = ("ins", "del", "from", "to")
"""marks of words that one side has alone, here or at another place"""


@dataclass(frozen=True)
class ExchangedSides:
    """The other direction of a comparison."""

    layout: PageContext
    table: ComparisonTable
    """of the direction in which the page is written"""
    words: ExchangedWords
    alike: set[tuple[tuple[Status, str], ...]] = field(default_factory=set)
    """kinds of rows of which both directions say the same"""
    said: dict[str, Any] = field(default_factory=dict)
    """what is told whole, by the names under which the script looks for it"""

    @property
    def pair(self) -> tuple[str, str]:
        """Base and target of the other direction."""
        base, target = self.table.pair
        return target, base

    def exchange_rows(self, rows: Sequence[DisplayRow]) -> tuple[DisplayRow, ...]:
        """Return the rows with their names and kinds as the other direction has them; their cells stay."""
        other = ComparisonTable(self.layout, *self.pair, self.words.back)
        slots = zip(self.table.sides.slots, rows, strict=True)
        made = tuple(self.exchange_row(other, slot, row) for slot, row in slots)
        for mark in MARKS:
            self.words(f"mark-{mark}")
        return made

    def exchange_row(self, other: ComparisonTable, slot: columns.Slot, row: DisplayRow) -> DisplayRow:
        """Return a row as the other direction names it."""
        called = row.called[::-1]
        if isinstance(slot, columns.DivisionSlot):
            heading = other.title(columns.DivisionSlot(slot.target, slot.base))
            self.words.note(row.heading, heading)
            return replace(row, heading=heading, called=called)
        heading, _ = other.heading(slot.row)
        self.words.note(row.heading, heading)
        tokens = mirror_tokens(row.tokens)
        if row.kinds in self.alike and not (row.notes or row.routine) and heading == row.heading:
            return row if called == row.called else replace(row, called=called)
        if not row.kinds or row.tokens == "from":
            return replace(row, heading=heading, called=called, tokens=tokens)
        reading = other.readings[slot.row]
        kinds, routine = other.name_kinds(reading), explain_routine(self.layout, self.pair, reading)
        self.words.note_all((word for _, word in row.kinds), (word for _, word in kinds))
        if kinds == row.kinds and tokens == row.tokens and mirror_one_sided(row.state) == row.state:
            self.alike.add(kinds)
        self.words.note_all(row.routine, routine)
        if row.notes:
            told = (
                *write_change_notes(reading.change, other.say),
                *self.layout.tell_doubts(self.pair, reading, other.say),
            )
            self.words.note_all(row.notes, told)
        return replace(
            row,
            heading=heading,
            called=called,
            tokens=tokens,
            kinds=kinds,
            routine=routine,
            state=Status(mirror_one_sided(row.state)),
        )

    def note_folds(
        self, table: Sequence[DisplayRow | FoldedRun], exchanged: Sequence[DisplayRow], *, routine: bool
    ) -> None:
        """Note how folded runs are named; they are the same in both directions."""
        own = (each for each in table if isinstance(each, FoldedRun))
        back = fold_rows(exchanged, self.words.back, routine=routine)
        folds = (each for each in back if isinstance(each, FoldedRun))
        for one, other in zip(own, folds, strict=True):
            self.words.note_all((one.span, one.told), (other.span, other.told))

    def dump(self) -> str:
        """Return what the script needs, as JSON; asked for when the page has said all that it says."""
        told = {"words": self.words.different, **self.said}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
