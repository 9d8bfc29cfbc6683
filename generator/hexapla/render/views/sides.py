"""The two sides of a row: texts, what is repeated from elsewhere, what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hexapla.model import Relation
from hexapla.render import lanes, uris
from hexapla.render.cells import Part, parts
from hexapla.render.flow import Run
from hexapla.render.layout import Layout, Reading
from hexapla.render.strands import Side, Strand, on_side
from hexapla.render.views.rows import Cell, Group, Letter
from hexapla.units import Unit

__all__ = ["Sides", "stub_name"]


def stub_name(siglum: str, unit: str) -> str:
    """Return the name of the place at which units stand whose row is at home elsewhere."""
    return f"{uris.anchor(siglum, unit)}--here"


def beyond(layout: Layout, base: str, target: str) -> frozenset[str]:
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


class Sides:
    """Makes the cells of one comparison."""

    def __init__(self, layout: Layout, base: str, target: str) -> None:
        """Arrange two versions of a layout."""
        self.layout, self.say = layout, layout.say_between(base, target)
        self.sigla: dict[Side, str] = {"base": base, "target": target}
        versions = (layout.document.version(base), layout.document.version(target))
        moved = [name for name, reading in layout.readings[base, target].items() if reading.change.moved]
        own = (layout.units[base], layout.units[target])
        lost = beyond(layout, base, target)
        self.slots = tuple(lanes.arranged(versions, own, layout.change_of[base, target], moved, lost))
        self.homes = {slot.row: at for at, slot in enumerate(self.slots) if isinstance(slot, lanes.Home)}
        self.stubs = {
            (slot.side, unit): at
            for at, slot in enumerate(self.slots)
            if isinstance(slot, lanes.Stub)
            for unit in slot.here
        }
        self.explained: set[Side] = set()
        """sides of which it has been said what their silence means"""

    def cell(
        self,
        side: Side,
        units: Sequence[Unit],
        here: frozenset[str],
        reading: Reading,
        lacks: str | None,
    ) -> Cell:
        """Make one side of a row at home."""
        letter: Letter = "a" if side == "base" else "b"
        if not units:
            return self.empty(letter, side, lacks)
        runs = on_side(reading.strands, side)
        heads = on_side((Strand(e.op, e.text) for e in reading.change.heading_edits), side)
        if lacks:
            runs, heads = (tuple(Run("", run.text) for run in each) for each in (runs, heads))
        siglum = self.sigla[side]
        set_parts = parts(units, runs, heads, siglum=siglum, row=reading.change.id, say=self.say)
        torn = self.layout.is_edge(siglum, units)
        if torn:
            set_parts = self.broken(set_parts, siglum)
        if not all(reading.units):
            # Nothing to set it beside, so nothing is repeated: each unit stands at its own place only.
            groups: tuple[Group, ...] = (Group(tuple(part for part in set_parts if part.unit in here)),)
        else:
            groups = tuple(self.groups(side, units, set_parts, here, self.homes[reading.change.id]))
        css = "hx-torn" if torn and siglum in self.layout.torn_end else ""
        if not css and "word" not in reading.kinds and "lack" in reading.kinds:
            css = "hx-quiet"
        return Cell(letter, css=css, groups=groups)

    def groups(
        self, side: Side, units: Sequence[Unit], set_parts: Sequence[Part], here: frozenset[str], at: int
    ) -> Iterator[Group]:
        """Group a cell's units by where they stand: here, or repeated from one stub or another."""
        together: list[Part] = []
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

    def group(self, side: Side, together: list[Part], place: int | None, at: int) -> Group:
        """Make a group; a repeated one points to its place."""
        if place is None:
            return Group(tuple(together))
        siglum = self.sigla[side]
        first = together[0].unit
        message = "goto-from" if side == "base" else "goto-stands"
        name = self.layout.names[siglum, first]
        pointer = (
            uris.fragment(stub_name(siglum, first)),
            self.say(message, number=name, version=siglum),
        )
        return Group(tuple(together), pointer=pointer, up=place < at)

    def empty(self, letter: Letter, side: Side, lacks: str | None) -> Cell:
        """Make the side of a row that has no text: absent, or not in a text that breaks off."""
        siglum = self.sigla[side]
        if lacks != letter:
            return Cell(letter, css="hx-none", void=self.say("void-none", version=siglum))
        if side in self.explained:
            return Cell(letter, css="hx-lack", void=self.say("kind-lack"))
        self.explained.add(side)
        opens, why = self.silence(side)
        return Cell(letter, css="hx-lack", opens=opens, void=why)

    def silence(self, side: Side) -> tuple[str, str]:
        """Say once, where a field of missing text begins, what silence means."""
        siglum = self.sigla[side]
        own = self.layout.units[siglum]
        above = siglum in self.layout.torn_start
        opens, message = ("lack-above", "lack-above-why") if above else ("lack-below", "lack-below-why")
        edge = own[:1] if above else own[-1:]
        return self.say(opens), self.say(message, version=siglum, number=self.layout.called(siglum, edge))

    def broken(self, set_parts: tuple[Part, ...], siglum: str) -> tuple[Part, ...]:
        """Say at the last character that the text breaks off there (at the first, that it begins there)."""
        if siglum in self.layout.torn_end:
            last = set_parts[-1]
            line = replace(last.lines[-1], end=self.say("torn-end"))
            return (*set_parts[:-1], replace(last, lines=(*last.lines[:-1], line)))
        first = set_parts[0]
        opening = replace(first.lines[0], end=self.say("torn-start"))
        return (replace(first, lines=(opening, *first.lines[1:])), *set_parts[1:])
