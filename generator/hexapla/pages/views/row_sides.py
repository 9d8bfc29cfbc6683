"""The two sides of a row: texts, what is repeated from elsewhere, what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hexapla.model import Relation
from hexapla.pages import uris
from hexapla.pages.cells import CellPart, render_cell
from hexapla.pages.edit_runs import EditRun, Side, render_side
from hexapla.pages.inline_html import Run
from hexapla.pages.page_context import DisplayedChange, PageContext
from hexapla.pages.views.display_rows import CellGroup, DisplayCell, SideLetter
from hexapla.reading import columns
from hexapla.units import Unit


def displaced_anchor(siglum: str, unit: str) -> str:
    """Return the name of the place at which units stand whose row is at home elsewhere."""
    return f"{uris.anchor(siglum, unit)}--here"


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


class CellBuilder:
    """Makes the cells of one comparison."""

    def __init__(self, layout: PageContext, base: str, target: str) -> None:
        """Arrange two versions of a layout."""
        self.layout, self.say = layout, layout.say_between(base, target)
        self.sigla: dict[Side, str] = {"base": base, "target": target}
        versions = (layout.document.version(base), layout.document.version(target))
        moved = [name for name, reading in layout.readings[base, target].items() if reading.change.moved]
        own = (layout.units[base], layout.units[target])
        lost = find_rows_beyond_break(layout, base, target)
        self.slots = tuple(
            columns.arrange_columns(versions, own, layout.change_of[base, target], moved, lost)
        )
        self.homes = {
            slot.row: at for at, slot in enumerate(self.slots) if isinstance(slot, columns.PlacedRow)
        }
        self.stubs = {
            (slot.side, unit): at
            for at, slot in enumerate(self.slots)
            if isinstance(slot, columns.DisplacedUnits)
            for unit in slot.here
        }
        self.explained: set[Side] = set()
        """sides of which it has been said what their silence means"""

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
            return self.empty(letter, side, lacks)
        runs = render_side(reading.strands, side)
        heads = render_side((EditRun(e.op, e.text) for e in reading.change.heading_edits), side)
        if lacks:
            runs, heads = (tuple(Run("", run.text) for run in each) for each in (runs, heads))
        siglum = self.sigla[side]
        set_parts = render_cell(units, runs, heads, siglum=siglum, row=reading.change.id, say=self.say)
        torn = self.layout.is_edge(siglum, units)
        if torn:
            set_parts = self.broken(set_parts, siglum)
        if not all(reading.units):
            # Nothing to set it beside, so nothing is repeated: each unit stands at its own place only.
            groups: tuple[CellGroup, ...] = (
                CellGroup(tuple(part for part in set_parts if part.unit in here)),
            )
        else:
            groups = tuple(self.groups(side, units, set_parts, here, self.homes[reading.change.id]))
        css = "hx-torn" if torn and siglum in self.layout.torn_end else ""
        if not css and "word" not in reading.kinds and "lack" in reading.kinds:
            css = "hx-quiet"
        return DisplayCell(letter, css=css, groups=groups)

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
            return CellGroup(tuple(together))
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

    def silence(self, side: Side) -> tuple[str, str]:
        """Say once, where a field of missing text begins, what silence means."""
        siglum = self.sigla[side]
        own = self.layout.units[siglum]
        above = siglum in self.layout.torn_start
        opens, message = ("lack-above", "lack-above-why") if above else ("lack-below", "lack-below-why")
        edge = own[:1] if above else own[-1:]
        return self.say(opens), self.say(message, version=siglum, number=self.layout.called(siglum, edge))

    def broken(self, set_parts: tuple[CellPart, ...], siglum: str) -> tuple[CellPart, ...]:
        """Say at the last character that the text breaks off there (at the first, that it begins there)."""
        if siglum in self.layout.torn_end:
            last = set_parts[-1]
            line = replace(last.lines[-1], end=self.say("torn-end"))
            return (*set_parts[:-1], replace(last, lines=(*last.lines[:-1], line)))
        first = set_parts[0]
        opening = replace(first.lines[0], end=self.say("torn-start"))
        return (replace(first, lines=(opening, *first.lines[1:])), *set_parts[1:])
