"""The rows of a side-by-side table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from hexapla.model import Clause, Completeness, Relation
from hexapla.render import kinds, lanes, uris
from hexapla.render.cells import Line, Part, number, numbers, parts
from hexapla.render.flow import Run, plain
from hexapla.render.layout import Layout, Reading
from hexapla.render.strands import Side, Strand, on_side
from hexapla.render.words import of_finding, only_words
from hexapla.text import joined
from hexapla.units import Unit

__all__ = ["Cell", "Fold", "Group", "Row", "Table", "folded"]

SIDES: tuple[Side, Side] = ("base", "target")
FOLD_FROM = 2
"""unchanged rows in a run that are worth folding"""
NEAR = 14
"""characters that a row's height is worth before its text"""


@dataclass(frozen=True, slots=True)
class Group:
    """Units in a cell: its own, or repeated from their place elsewhere."""

    parts: tuple[Part, ...]
    pointer: tuple[str, str] | None = None
    """href and text of the link to where the repeated units stand"""
    up: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row."""

    side: Literal["a", "b"]
    css: str = ""
    groups: tuple[Group, ...] = ()
    void: str | None = None
    """what is said where there is no text"""
    opens: str | None = None
    """the first words of a field of missing text, set in bold"""
    pointer: tuple[str, str] | None = None
    up: bool = False
    heading: str | None = None
    """of a division"""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table."""

    name: str
    tokens: str
    """its kinds, for filters"""
    css: str
    level: int
    heading: str
    quiet: bool
    """the heading says nothing that the cells do not say: for ears only"""
    cells: tuple[Cell, Cell]
    kinds: tuple[tuple[str, str], ...] = ()
    flags: str = ""
    notes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    brace: Literal["split", "join"] | None = None
    state: str = "same"
    weight: int = NEAR
    lacks: str | None = None
    """the side whose text is missing here"""


@dataclass(frozen=True, slots=True)
class Fold:
    """A run of unchanged rows."""

    rows: tuple[Row, ...]
    span: str


class Table:
    """Makes the rows of one comparison."""

    def __init__(self, layout: Layout, base: str, target: str) -> None:
        """Take the two versions of a layout."""
        self.layout, self.say = layout, layout.say
        self.sigla = {"base": base, "target": target}
        self.versions = (layout.document.version(base), layout.document.version(target))
        self.readings = layout.readings[base, target]
        moved = [row for row, reading in self.readings.items() if reading.change.moved]
        own = (layout.units[base], layout.units[target])
        self.slots = list(lanes.arranged(self.versions, own, layout.row_of, moved))
        self.homes = {slot.row: at for at, slot in enumerate(self.slots) if isinstance(slot, lanes.Home)}
        self.stubs = {
            (slot.side, unit): at
            for at, slot in enumerate(self.slots)
            if isinstance(slot, lanes.Stub)
            for unit in slot.here
        }
        self.only = dict(
            zip(("del", "add"), only_words(self.say, layout.document, base, target), strict=True)
        )
        self.silent: str | None = None
        self.named = {alias for row in self.homes for alias in (row, *self.clause_names(row, (base, target)))}

    def rows(self) -> tuple[Row, ...]:
        """Make the rows, in the table's order, headings without a skip of level."""
        made = []
        for at, slot in enumerate(self.slots):
            if isinstance(slot, lanes.Division):
                made.append(self.division(slot))
            elif isinstance(slot, lanes.Stub):
                made.append(self.stub(at, slot))
            else:
                made.append(self.home(at, slot))
        return tuple(unskipped(list(missing_divisions(made))))

    # ------------------------------------------------------------ names

    def clause_names(self, row: str, sigla: Iterable[str]) -> Iterator[str]:
        """Yield the names of all clauses of some versions in a row."""
        for siglum in sigla:
            for unit in self.layout.cell(row, siglum):
                yield uris.anchor(siglum, unit.id)
                yield from (uris.anchor(siglum, part.id) for part in unit.parts)

    def aliases(self, row: str) -> tuple[str, ...]:
        """Return the names of clauses of versions that this table does not show."""
        others = [siglum for siglum in self.layout.document.sigla if siglum not in self.sigla.values()]
        return tuple(name for name in self.clause_names(row, others) if name != row)

    # ------------------------------------------------------------ divisions

    def division(self, slot: lanes.Division) -> Row:
        """Make the row of a division's heading."""
        own: list[tuple[Side, Clause]] = [
            (side, clause)
            for side, clause in (("base", slot.base), ("target", slot.target))
            if clause is not None
        ]
        titles = {side: title(clause) for side, clause in own}
        names = [uris.anchor(self.sigla[side], clause.id) for side, clause in own]
        side, clause = own[-1]
        cells = (
            Cell("a", heading=titles.get("base"), css="" if "base" in titles else "hx-none"),
            Cell("b", heading=titles.get("target"), css="" if "target" in titles else "hx-none"),
        )
        return Row(
            name=names[0],
            aliases=tuple(names[1:]),
            tokens="chapter",
            css="hx-chapter",
            level=2 + self.above(side, clause),
            heading=" → ".join(dict.fromkeys(titles.values())),
            quiet=True,
            cells=cells,
            lacks=None if len(own) > 1 else "b" if side == "base" else "a",
        )

    def above(self, side: Side, clause: Clause) -> int:
        """Count the divisions above a division."""
        for unit in self.layout.units[self.sigla[side]]:
            if clause in unit.divisions:
                return unit.divisions.index(clause)
        return 0

    # ------------------------------------------------------------ rows of units

    def cell_units(self, row: str) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
        """Return the units of both sides."""
        base, target = (self.layout.cell(row, self.sigla[side]) for side in SIDES)
        return base, target

    def heading(self, row: str) -> tuple[str, bool]:
        """Name a row by the numbers of both sides; tell whether the cells say as much."""
        old, new = (numbers(units, self.say) for units in self.cell_units(row))
        if not old or not new or old == new:
            return old or new, True
        return self.say("heading-both", old=old, new=new), False

    def level(self, row: str) -> int:
        """Return the heading level of a row: one below its division."""
        units = next(units for units in reversed(self.cell_units(row)) if units)
        return 2 + len(units[0].divisions)

    def stub(self, at: int, slot: lanes.Stub) -> Row:
        """Make the row of units whose row is at home elsewhere."""
        index = SIDES.index(slot.side)
        siglum = self.sigla[slot.side]
        units = [unit for unit in self.cell_units(slot.row)[index] if unit.id in slot.here]
        text = parts(units, (), (), siglum=None, row=slot.row, say=self.say)
        up = self.homes[slot.row] < at
        there = numbers(self.cell_units(slot.row)[1 - index], self.say)
        message = "goto-home-moved" if slot.side == "base" else "goto-home"
        pointer = (uris.fragment(slot.row), self.say(message, number=there))
        cells = [
            Cell("a", css="hx-pointer", pointer=pointer, up=up),
            Cell("b", css="hx-pointer", pointer=pointer, up=up),
        ]
        cells[index] = Cell(cells[index].side, css="hx-quiet", groups=(Group(text),))
        heading, quiet = self.heading(slot.row)
        reading = self.readings[slot.row]
        kind = "move" if reading.change.moved else "same"
        return Row(
            name=f"{uris.anchor(siglum, units[0].id)}--here",
            tokens="from",
            css="",
            level=self.level(slot.row),
            heading=heading,
            quiet=quiet,
            cells=(cells[0], cells[1]),
            kinds=((kind, self.word(kind, reading)),) if kind == "move" else (),
            state="move",
            weight=NEAR + sum(len(unit.text) for unit in units),
            lacks=None,
        )

    def home(self, at: int, slot: lanes.Home) -> Row:
        """Make the row of units at home."""
        reading = self.readings[slot.row]
        base_units, target_units = self.cell_units(slot.row)
        said = reading.kinds
        lacks = None
        if reading.change.relation is Relation.NOT_IN_TEXT:
            lacks = "a" if not base_units else "b"
        cells = tuple(
            self.cell(at, side, units, here, reading, lacks)
            for side, units, here in (
                ("base", base_units, slot.base_here),
                ("target", target_units, slot.target_here),
            )
        )
        self.silent = lacks
        heading, quiet = self.heading(slot.row)
        brace: Literal["split", "join"] | None = None
        if len(base_units) != len(target_units) and base_units and target_units:
            brace = "split" if len(target_units) > len(base_units) else "join"
        css = "hx-row-lack" if lacks else "hx-row-same" if reading.same else ""
        return Row(
            name=slot.row,
            tokens=" ".join(said),
            css=css,
            level=self.level(slot.row),
            heading=heading,
            quiet=quiet,
            cells=(cells[0], cells[1]),
            kinds=tuple((kind, self.word(kind, reading)) for kind in said),
            flags=self.flags(reading),
            notes=tuple(self.notes(reading)),
            aliases=self.aliases(slot.row),
            brace=brace,
            state=kinds.state(said),
            weight=NEAR + max(sum(len(unit.text) for unit in units) for units in (base_units, target_units)),
            lacks=lacks,
        )

    def word(self, kind: str, reading: Reading) -> str:
        """Return the word for a kind."""
        if kind in self.only:
            return self.only[kind]
        if kind == "punct":
            flag = next(flag for flag in reading.change.flags if flag in kinds.FORMAL)
            return self.say(kinds.FORMAL[flag])
        return self.say(f"kind-{kind}")

    def flags(self, reading: Reading) -> str:
        """Return the small print below the kinds: what the new wording touches."""
        if reading.torn and "lack" in reading.kinds:
            return self.say("flag-torn")
        if "word" not in reading.kinds:
            return ""
        change = reading.change
        words = [self.say(name) for name in kinds.flag_words(change)]
        if any(str(flag) == "modality" for flag in change.flags):
            pairs = kinds.modal_pairs(change.edits)
            words += [self.say("flag-pair", old=old, new=new) for old, new in pairs]
        return " · ".join(words)

    def notes(self, reading: Reading) -> Iterator[str]:
        """Yield what a reader should know of a row: an editor's decision, doubts."""
        if reading.change.decision:
            yield self.say("note-decision", reason=plain(reading.change.decision))
        for finding in reading.change.findings:
            yield of_finding(self.say, finding)

    # ------------------------------------------------------------ cells

    def cell(
        self,
        at: int,
        side: Side,
        units: Sequence[Unit],
        here: frozenset[str],
        reading: Reading,
        lacks: str | None,
    ) -> Cell:
        """Make one side of a row at home."""
        letter: Literal["a", "b"] = "a" if side == "base" else "b"
        if not units:
            return self.empty(letter, side, lacks)
        runs = on_side(reading.strands, side)
        if reading.change.relation in {Relation.NOT_IN_TEXT}:
            runs = tuple(Run("", run.text) for run in runs)
        heads = on_side((Strand(e.op, e.text) for e in reading.change.heading_edits), side)
        siglum = self.sigla[side]
        set_parts = parts(units, runs, heads, siglum=siglum, row=reading.change.row, say=self.say)
        torn = reading.torn == side
        if torn:
            set_parts = self.broken(set_parts, siglum)
        groups = tuple(self.groups(at, side, units, set_parts, here))
        css = "hx-torn" if torn and siglum in self.layout.torn_end else ""
        if not css and (lacks or (reading.torn and reading.kinds == ("lack",))):
            css = "hx-quiet"
        return Cell(letter, css=css, groups=groups)

    def groups(
        self,
        at: int,
        side: Side,
        units: Sequence[Unit],
        set_parts: Sequence[Part],
        here: frozenset[str],
    ) -> Iterator[Group]:
        """Group a cell's units by where they stand: here, or repeated from one stub or another."""
        together: list[Part] = []
        place: int | None = None
        for unit, part in zip(units, set_parts, strict=True):
            stands = None if unit.id in here else self.stubs[side, unit.id]
            if together and stands != place:
                yield self.group(at, side, together, place)
                together = []
            place = stands
            together.append(part)
        if together:
            yield self.group(at, side, together, place)

    def group(self, at: int, side: Side, together: list[Part], place: int | None) -> Group:
        """Make a group; a repeated one points to its place."""
        if place is None:
            return Group(tuple(together))
        siglum = self.sigla[side]
        first = together[0].unit
        message = "goto-from" if side == "base" else "goto-stands"
        name = number(self.layout.unit[siglum, first], self.say)
        pointer = (
            uris.fragment(f"{uris.anchor(siglum, first)}--here"),
            self.say(message, number=name, version=siglum),
        )
        return Group(tuple(together), pointer=pointer, up=place < at)

    def empty(self, letter: Literal["a", "b"], side: Side, lacks: str | None) -> Cell:
        """Make the side of a row that has no text: absent, or not in a text that breaks off."""
        siglum = self.sigla[side]
        if lacks != letter:
            return Cell(letter, css="hx-none", void=self.say("void-none", version=siglum))
        if self.silent == letter:
            return Cell(letter, css="hx-lack", void=self.say("kind-lack"))
        return Cell(letter, css="hx-lack", **self.silence(side))

    def silence(self, side: Side) -> dict[str, str]:
        """Say once, where a field of missing text begins, what silence means."""
        siglum = self.sigla[side]
        version = self.versions[SIDES.index(side)]
        own = self.layout.units[siglum]
        if version.completeness is Completeness.FRAGMENT:
            opens, message, edge = "lack-above", "lack-above-why", own[:1]
        else:
            opens, message, edge = "lack-below", "lack-below-why", own[-1:]
        return {
            "opens": self.say(opens),
            "void": self.say(message, version=siglum, number=numbers(edge, self.say)),
        }

    def broken(self, set_parts: tuple[Part, ...], siglum: str) -> tuple[Part, ...]:
        """Say at the last character that the text breaks off there (at the first, that it begins there)."""
        if siglum in self.layout.torn_end:
            last = set_parts[-1]
            line = replace(last.lines[-1], end=self.say("torn-end"))
            return (*set_parts[:-1], replace(last, lines=(*last.lines[:-1], line)))
        first = set_parts[0]
        opening: Line = replace(first.lines[0], end=self.say("torn-start"))
        return (replace(first, lines=(opening, *first.lines[1:])), *set_parts[1:])


def title(clause: Clause) -> str:
    """Return a division's number and heading as one line, parted by an em space as in print."""
    name = plain(clause.number or ""), plain(clause.heading or "")
    text = (
        "\u3000".join(filter(None, name))
        if joined("一", name[1]) == "一" + name[1]
        else " ".join(filter(None, name))
    )
    return text or plain(clause.text)


def missing_divisions(rows: Sequence[Row]) -> Iterator[Row]:
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


def unskipped(rows: Sequence[Row]) -> Iterator[Row]:
    """Lower heading levels so that none is skipped and none is deeper than h6."""
    before = 1
    for row in rows:
        before = min(row.level, before + 1, 6)
        yield replace(row, level=before)


def folded(rows: Sequence[Row], layout: Layout) -> Iterator[Row | Fold]:
    """Fold runs of rows in which nothing at all changed."""
    run: list[Row] = []
    for row in [*rows, None]:
        if row is not None and row.tokens == "same":
            run.append(row)
            continue
        if len(run) >= FOLD_FROM:
            span = layout.say("fold-span", first=run[0].heading, last=run[-1].heading)
            yield Fold(tuple(run), span)
        else:
            yield from run
        run = []
        if row is not None:
            yield row
