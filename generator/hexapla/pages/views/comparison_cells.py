"""The cells of one comparison: where the units of two versions stand, and what each side of a row says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from markupsafe import Markup

from hexapla.i18n import Messages
from hexapla.model import Change, Relation
from hexapla.pages import uris
from hexapla.pages.cells import (
    CellPart,
    fold_plain_lines,
    mark_passages,
    mark_torn_end,
    mark_torn_start,
    render_cell,
)
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.marked_text import SIDES, EditRun, Run, Side, render_side
from hexapla.pages.page_context import PageContext
from hexapla.pages.plain_parts import PlainParts, is_plain, is_short
from hexapla.pages.views.display_rows import CellGroup, DisplayCell, SideLetter
from hexapla.pages.views.topics import point_perhaps
from hexapla.reading import Status, columns
from hexapla.units import Unit


class CellBuilder:
    """Makes the cells of one comparison."""

    def __init__(self, layout: PageContext, base: str, target: str, say: Messages) -> None:
        """Take two versions of a layout, and the words for what is between them."""
        self.layout, self.say = layout, say
        self.plain = PlainParts(layout)
        self.sigla: dict[Side, str] = {"base": base, "target": target}
        self.explained: set[Side] = set()
        """sides of which it has been said what their silence means"""

    @cached_property
    def slots(self) -> tuple[columns.Slot, ...]:
        """What stands side by side, in the table's order."""
        layout, base, target = self.layout, self.sigla["base"], self.sigla["target"]
        versions = (layout.document.version(base), layout.document.version(target))
        moved = [name for name, reading in layout.readings[base, target].items() if reading.change.moved]
        own = (layout.units[base], layout.units[target])
        lost = find_rows_beyond_break(layout, base, target)
        return tuple(columns.arrange_columns(versions, own, layout.change_of[base, target], moved, lost))

    @cached_property
    def main_places(self) -> dict[str, int]:
        """Where each row is at home."""
        return {slot.row: at for at, slot in enumerate(self.slots) if isinstance(slot, columns.PlacedRow)}

    @cached_property
    def stubs(self) -> dict[tuple[Side, str], int]:
        """Where units stand whose row is at home elsewhere."""
        return {
            (slot.side, unit): at
            for at, slot in enumerate(self.slots)
            if isinstance(slot, columns.DisplacedUnits)
            for unit in slot.here
        }

    def cell(
        self,
        side: Side,
        units: Sequence[Unit],
        here: frozenset[str],
        reading: DisplayedChange,
        lacks: str | None,
    ) -> DisplayCell:
        """Make one side of a row at home."""
        letter: SideLetter = "a" if side == "base" else "b"
        if not units:
            cell, perhaps = self.empty(letter, side, lacks), self.perhaps(side, reading)
            if perhaps:  # narrow windows leave out what is empty
                cell = replace(cell, css=cell.css.replace("hx-none", "hx-also"))
            return replace(cell, perhaps=perhaps)
        siglum = self.sigla[side]
        torn = self.layout.is_edge(siglum, units)
        set_parts = self.parts(side, units, reading, plain=bool(lacks), torn=torn)
        if not all(reading.units):
            # Nothing to set it beside, so nothing is repeated: each unit stands at its own place only.
            groups: tuple[CellGroup, ...] = (
                make_group(tuple(part for part in set_parts if part.unit in here)),
            )
        elif here.issuperset([unit.id for unit in units]):
            groups = (make_group(set_parts),)
        else:
            groups = tuple(self.groups(side, units, set_parts, here, self.main_places[reading.change.id]))
        css = "hx-torn" if torn and siglum in self.layout.torn_end else ""
        if not css and "word" not in reading.kinds and "lack" in reading.kinds:
            css = "hx-quiet"
        return DisplayCell(letter, css=css, groups=groups)

    def parts(
        self, side: Side, units: Sequence[Unit], reading: DisplayedChange, *, plain: bool, torn: bool
    ) -> tuple[CellPart, ...]:
        """Set the units of a side with their marks; `plain`: without any."""
        siglum, change = self.sigla[side], reading.change
        went = self.went(side, change) if change.items else {}
        if not (torn or went or plain or Status.REWORDED in reading.kinds) and is_plain(reading, units):
            return self.plain.render(siglum, units, change.id)
        runs = render_side(reading.strands, side, places=not plain)
        heads = render_side((EditRun(e.op, e.text) for e in change.heading_edits), side)
        if plain:
            runs, heads = (tuple(Run("", run.text) for run in each) for each in (runs, heads))
        elif not (torn or went) and is_short(units):
            return self.plain.render_marked(siglum, units, (runs, heads), change.id, self.say)
        made = render_cell(units, runs, heads, siglum=siglum, row=change.id, say=self.say)
        if went:
            made = mark_passages(made, went, siglum)
        if torn:
            mark = mark_torn_end if siglum in self.layout.torn_end else mark_torn_start
            made = mark(made, self.say)
        return fold_plain_lines(made, self.say) if Status.REWORDED in reading.kinds else made

    def went(self, side: Side, change: Change) -> dict[str, tuple[tuple[str, str], ...]]:
        """Say of the paragraphs and items of one side of a change where they stand on the other."""
        index, at = self.layout.passages, SIDES.index(side)
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for link in index.notable_links(change):
            own, other = (link.a, link.b)[at], (link.a, link.b)[1 - at]
            place = index.name_other(link, at, change, self.say)
            said = self.say("passage-from" if at else "passage-to", place=place, version=other[0])
            found[own[1]] = (*found.get(own[1], ()), (uris.fragment(uris.anchor(*other)), said))
        return found

    def groups(
        self, side: Side, units: Sequence[Unit], set_parts: Sequence[CellPart], here: frozenset[str], at: int
    ) -> Iterator[CellGroup]:
        """Group a cell's units by where they stand: here, or repeated from one stub or another."""
        together: list[CellPart] = []
        place: int | None = None
        for unit, part in zip(units, set_parts, strict=True):
            stands = None if unit.id in here else self.stubs[side, unit.id]
            if together and stands != place:
                yield self.group(side, together, place, at)
                together = []
            place = stands
            together.append(part)
        if together:
            yield self.group(side, together, place, at)

    def group(self, side: Side, together: list[CellPart], place: int | None, at: int) -> CellGroup:
        """Make a group; a repeated one points to its place."""
        if place is None:
            return make_group(tuple(together))
        siglum = self.sigla[side]
        first = together[0].unit
        message = "goto-from" if side == "base" else "goto-stands"
        name = self.layout.names[siglum, first]
        pointer = (
            uris.fragment(displaced_anchor(siglum, first)),
            self.say(message, number=name, version=siglum),
        )
        return CellGroup(tuple(together), pointer=pointer, up=place < at)

    def empty(self, letter: SideLetter, side: Side, lacks: str | None) -> DisplayCell:
        """Make the side of a row that has no text: absent, or not in a text that breaks off."""
        siglum = self.sigla[side]
        if lacks != letter:
            return DisplayCell(letter, css="hx-none", void=self.say("void-none", version=siglum))
        if side in self.explained:
            return DisplayCell(letter, css="hx-lack", void=self.say("kind-lack"))
        self.explained.add(side)
        opens, why = self.silence(side)
        return DisplayCell(letter, css="hx-lack", opens=opens, void=why)

    def perhaps(self, side: Side, reading: DisplayedChange) -> tuple[tuple[str, str], ...]:
        """Return links to what may speak of the same matter in a version that lacks a row."""
        base, target = self.sigla["base"], self.sigla["target"]
        others = zip((base, target), reading.units, strict=True)
        units = [(siglum, unit) for siglum, own in others for unit in own]
        rows = self.layout.change_of[base, target]
        return point_perhaps(self.layout, units, self.sigla[side], rows.__getitem__)

    def silence(self, side: Side) -> tuple[str, str]:
        """Say once, where a field of missing text begins, what silence means."""
        siglum = self.sigla[side]
        own = self.layout.units[siglum]
        above = siglum in self.layout.torn_start
        opens, message = ("lack-above", "lack-above-why") if above else ("lack-below", "lack-below-why")
        edge = own[:1] if above else own[-1:]
        return self.say(opens), self.say(message, version=siglum, number=self.layout.called(siglum, edge))


def make_group(parts: tuple[CellPart, ...]) -> CellGroup:
    """Make a group of what stands here, with its HTML if that is ready."""
    written = [part.ready for part in parts]
    ready = None if None in written else Markup("").join(filter(None, written))
    return CellGroup(parts, ready=written[0] if len(written) == 1 else ready)


def find_rows_beyond_break(layout: PageContext, base: str, target: str) -> frozenset[str]:
    """Return what lies beyond the end of a target that breaks off, or before a base's late beginning.

    What the target (the base) has of its own there must stand before them, so that its column is whole up to
    the break and empty after it.
    """
    return frozenset(
        name
        for name, reading in layout.readings[base, target].items()
        if reading.change.relation is Relation.NOT_IN_TEXT
        and (
            (not reading.units[1] and target in layout.torn_end)
            or (not reading.units[0] and base in layout.torn_start)
        )
    )


def displaced_anchor(siglum: str, unit: str) -> str:
    """Return the name of the place at which units stand whose row is at home elsewhere."""
    return f"{uris.anchor(siglum, unit)}--here"
