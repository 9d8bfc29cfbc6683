"""The rows of one comparison, made from the places at which two texts stand side by side.

A row has two cells: texts, what is repeated from elsewhere, what is missing.
"""

from collections.abc import Iterable
from dataclasses import replace

from hexapla.i18n import Messages
from hexapla.model import Clause, Relation
from hexapla.pages import change_kinds, uris
from hexapla.pages.cells import render_cell
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.marked_text import SIDES, Side, flatten_text
from hexapla.pages.page_context import PageContext
from hexapla.pages.views.affected_rows import explain_affected
from hexapla.pages.views.comparison_cells import CellBuilder, displaced_anchor
from hexapla.pages.views.display_rows import (
    CHAPTER,
    FOLDED_TOKENS,
    ROW_WEIGHT,
    CellGroup,
    DisplayCell,
    DisplayRow,
    SideLetter,
    brace_direction,
    choose_step,
    division_title,
    finish_rows,
)
from hexapla.pages.views.rewritten_rows import choose_row_style, tell_rewritten
from hexapla.pages.views.routine_rows import explain_routine, list_tokens
from hexapla.reading import Status, columns, main_status
from hexapla.reading.captions import FACTS, make_fact_caption, write_change_notes
from hexapla.reading.labels import drop_repeated_word
from hexapla.text import make_key
from hexapla.units import Unit

LETTERS: tuple[SideLetter, SideLetter] = ("a", "b")


class ComparisonTable:
    """Makes the rows of one comparison."""

    def __init__(self, layout: PageContext, base: str, target: str, say: Messages) -> None:
        """Take two versions of a layout, and the words for what is between them."""
        self.layout, self.say = layout, say
        self.sides = CellBuilder(layout, base, target, say)
        self.sigla = self.sides.sigla
        self.pair = (base, target)
        self.readings = layout.readings[self.pair]
        self.alone = layout.alone(base, target)
        self.others = [siglum for siglum in layout.document.sigla if siglum not in self.pair]
        """versions that this table does not show"""
        self.named: dict[tuple[Status, ...], tuple[tuple[Status, str], ...]] = {}
        """kinds of rows in words"""

    def rows(self) -> tuple[DisplayRow, ...]:
        """Make the rows, in the table's order, headings without a skip of level."""
        made = []
        for at, slot in enumerate(self.sides.slots):
            if isinstance(slot, columns.DivisionSlot):
                made.append(self.division(slot))
            elif isinstance(slot, columns.DisplacedUnits):
                made.append(self.stub(at, slot))
            else:
                row = self.readings[slot.row].change.row
                aliases = self.aliases(row) if row == slot.row else ()
                made.append(self.row(slot.row, (slot.base_here, slot.target_here), aliases))
        return finish_rows(made)

    def aliases(self, row: str) -> tuple[str, ...]:
        """Return the names of clauses of versions that this table does not show."""
        names = self.layout.clause_names
        return tuple([name for siglum in self.others for name in names[row, siglum] if name != row])

    def division(self, slot: columns.DivisionSlot) -> DisplayRow:
        """Make the row of a division's heading."""
        both = zip(SIDES, (slot.base, slot.target), strict=True)
        own = {side: clause for side, clause in both if clause is not None}
        names = [uris.anchor(self.sigla[side], clause.id) for side, clause in own.items()]
        side, clause = list(own.items())[-1]
        cells = [
            DisplayCell(letter, heading=division_title(each) if each else None, css="" if each else "hx-none")
            for letter, each in zip(LETTERS, (slot.base, slot.target), strict=True)
        ]
        return DisplayRow(
            name=names[0],
            aliases=tuple(names[1:]),
            tokens=CHAPTER,
            css="hx-chapter",
            level=2 + self.layout.above.get((self.sigla[side], clause.id), 0),
            heading=self.title(slot),
            quiet=True,
            cells=(cells[0], cells[1]),
            called=(name_division(slot.base or clause), name_division(slot.target or clause)),
            settled=find_settled_tokens(slot),
            lacks=None if len(own) > 1 else "b" if side == "base" else "a",
        )

    def title(self, slot: columns.DivisionSlot) -> str:
        """Name a division by its titles on both sides; where only numbers differ, the words stand once."""
        old, new = slot.base, slot.target
        if old and new and "renum" in find_settled_tokens(slot) and old.number and new.number:
            numbers = {make_key(each): flatten_text(each) for each in (old.number, new.number)}
            words = division_title(new).removeprefix(flatten_text(new.number))
            return f" {self.say('arrow')} ".join(numbers.values()) + words
        titles = {make_key(title): title for title in (division_title(each) for each in (old, new) if each)}
        return f" {self.say('arrow')} ".join(titles.values())

    def name_kinds(self, reading: DisplayedChange) -> tuple[tuple[Status, str], ...]:
        """Put what is to be said of a row into words."""
        kinds = reading.kinds
        if kinds in self.named and Status.FORM_ONLY not in kinds:  # of which each change says its own
            return self.named[kinds]
        captions = [make_fact_caption(kind, reading.change, self.alone) for kind in kinds]
        named = tuple([(kind, each.in_words(self.say)) for kind, each in zip(kinds, captions, strict=True)])
        return self.named.setdefault(kinds, named) if Status.FORM_ONLY not in kinds else named

    def cell_units(self, row: str) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
        """Return the units of both sides."""
        return self.readings[row].units

    def heading(self, row: str) -> tuple[str, bool]:
        """Name a row by the numbers of both sides; tell whether the cells say as much."""
        old, new = map(self.called, SIDES, self.cell_units(row))
        if not old or not new or old == new:
            return old or new, True
        old, new = drop_repeated_word([old, new])
        return self.say("heading-both", old=old, new=new), False

    def called(self, side: Side, units: Iterable[Unit]) -> str:
        """Name units of a side."""
        return self.layout.called(self.sigla[side], units)

    def level(self, row: str) -> int:
        """Return the heading level of a row: one below its division."""
        units = next(units for units in reversed(self.cell_units(row)) if units)
        return 2 + len(units[0].divisions)

    def stub(self, at: int, slot: columns.DisplacedUnits) -> DisplayRow:
        """Make the row of units whose row is at home elsewhere."""
        index = SIDES.index(slot.side)
        others = self.cell_units(slot.row)[1 - index]
        units = [unit for unit in self.cell_units(slot.row)[index] if unit.id in slot.here]
        name = displaced_anchor(self.sigla[slot.side], units[0].id)
        if not others:
            here = (slot.here, frozenset[str]())
            row = self.row(slot.row, here if slot.side == "base" else here[::-1])
            return replace(row, name=name, tokens="from", also=row.tokens)
        text = render_cell(units, (), (), siglum=None, row=slot.row, say=self.say)
        message = "goto-home-moved" if slot.side == "base" else "goto-home"
        told = self.say(message, number=self.called(SIDES[1 - index], others))
        up = self.sides.main_places[slot.row] < at
        cells = [
            DisplayCell(letter, css="hx-pointer", pointer=(uris.fragment(slot.row), told), up=up)
            for letter in LETTERS
        ]
        cells[index] = DisplayCell(LETTERS[index], css="hx-quiet", groups=(CellGroup(text),))
        heading, quiet = self.heading(slot.row)
        reading = self.readings[slot.row]
        lines, weight = self.layout.measure_cell(self.sigla[slot.side], units)
        return DisplayRow(
            name=name,
            tokens="from",
            css="",
            level=self.level(slot.row),
            heading=heading,
            quiet=quiet,
            cells=(cells[0], cells[1]),
            kinds=((Status.MOVED, FACTS[Status.MOVED].in_words(self.say)),) if reading.change.moved else (),
            state=change_kinds.drawn_status(reading.kinds),
            weight=ROW_WEIGHT + weight,
            lines=choose_step(lines),
        )

    def row(
        self, row: str, here: tuple[frozenset[str], frozenset[str]], aliases: tuple[str, ...] = ()
    ) -> DisplayRow:
        """Make the row of units at home, or of those that no other side has."""
        reading, units = self.readings[row], self.cell_units(row)
        lacks: SideLetter | None = None
        if reading.change.relation is Relation.NOT_IN_TEXT and not all(units):
            lacks = "b" if units[0] else "a"
        cells = [
            self.sides.cell(side, own, stands, reading, lacks)
            for side, own, stands in zip(SIDES, units, here, strict=True)
        ]
        heading, quiet = self.heading(row)
        old, new = map(self.called, SIDES, units)
        lines, weights = zip(*map(self.layout.measure_cell, self.pair, units), strict=True)
        return DisplayRow(
            name=row,
            tokens=list_tokens(reading),
            routine=explain_routine(self.layout, self.pair, reading),
            affected=tuple(explain_affected(reading, self.say)),
            annotations=self.layout.annotations.get(reading.change.row, ()),
            css=choose_row_style(reading, lacks=bool(lacks)),
            rewritten=tell_rewritten(reading, self.say),
            level=self.level(row),
            heading=heading,
            quiet=quiet,
            cells=(cells[0], cells[1]),
            kinds=self.name_kinds(reading),
            flags=self.layout.details(reading, self.say),
            notes=(
                *write_change_notes(reading.change, self.say),
                *self.layout.tell_doubts(self.pair, reading, self.say),
            ),
            brace=brace_direction(*units),
            state=change_kinds.drawn_status(reading.kinds),
            status=main_status(reading.kinds),
            weight=ROW_WEIGHT + max(weights),
            lines=choose_step(max(lines)),
            lacks=lacks,
            called=(old, new),
            units=reading.change.cells,
            links=tuple(self.layout.links_between(self.pair, reading)),
            aliases=aliases,
        )


def name_division(clause: Clause) -> str:
    """Return what a division is called in short."""
    return flatten_text(clause.number or clause.heading or clause.text)


def find_settled_tokens(slot: columns.DivisionSlot) -> frozenset[str]:
    """Return the tokens of rows with which a division may fold: its words are the same, or its number too."""
    if slot.base is None or slot.target is None:
        return frozenset()
    both = (slot.base, slot.target)
    words = {make_key(each.heading or each.text) for each in both}
    numbers = {make_key(each.number or "") for each in both}
    if len(words) > 1:
        return frozenset()
    return frozenset(FOLDED_TOKENS) if len(numbers) == 1 else frozenset(["renum"])
