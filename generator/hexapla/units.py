"""Units: the clauses by which a text is cited, each with everything below it.

Which clause is a division, a unit or a part is decided by segmentation (`Clause.role`); here the flat list is
read as units with their parts and the divisions above them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from hexapla.languages.repealed import is_repealed
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Clause, Role, Version
from hexapla.text import join_pieces, unwrap

WIDE_CHARACTER = compile_lazily_with_properties(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303F\uFF00-\uFFEF]"
)
"""characters after which a heading is parted from its text by a wide space"""
BEGINNING = 24
"""characters by which a unit without a number is called"""


@dataclass(frozen=True, kw_only=True)  # without slots, for what is cached
class Unit:
    """A unit with its parts."""

    clause: Clause
    parts: tuple[Clause, ...]
    """the clauses of role part that follow, up to the next unit or division"""
    divisions: tuple[Clause, ...]
    """the divisions above, outermost first"""

    @property
    def id(self) -> str:
        """The id of its clause."""
        return self.clause.id

    @property
    def number(self) -> str | None:
        """As printed."""
        return self.clause.number

    @property
    def heading(self) -> str | None:
        """As printed."""
        return self.clause.heading

    @property
    def lines(self) -> tuple[str, ...]:
        """Own text, then of each part number, heading and text as one line; some may be empty."""
        return self._lines if self.parts else (self.clause.text,)

    @property
    def text(self) -> str:
        """The lines that are not empty, joined with line feeds."""
        return self._text if self.parts else self.clause.text

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        own = (join_pieces(part.number, part.heading, part.text) for part in self.parts)
        return (self.clause.text, *own)

    @cached_property
    def _text(self) -> str:
        return "\n".join(filter(None, self._lines))

    @cached_property
    def is_repealed(self) -> bool:
        """Whether only its number is left, with a remark that its text was taken out."""
        return is_repealed(self.text or self.heading or "")

    @cached_property
    def told(self) -> str:
        """What it is called in a sentence: its number, else how it begins, in quotation marks."""
        if self.number:
            return unwrap(self.number)
        return f"“{shorten_text(unwrap(self.headed_text))}”"

    @property
    def headed_text(self) -> str:
        """Heading and text as one string, the heading on the line of the text; one character parts them."""
        heading, text = self.heading or "", self.text
        if not heading or not text:
            return heading or text
        gap = "\n" if not self.clause.text else "\u3000" if WIDE_CHARACTER.match(heading[-1]) else " "
        return heading + gap + text


def shorten_text(text: str) -> str:
    """Cut a text after some characters, between words if it has any."""
    if len(text) <= BEGINNING:
        return text
    head = text[:BEGINNING]
    words, gap, _ = head.rpartition(" ")
    return f"{words if gap else head}…"


SENTENCE_ENDS = frozenset(".!?。！？．｡؟।။។")
"""signs after which a text leads in nothing"""
LEAD_ENDS = frozenset(":：—–-－,，、")
"""signs after which a text goes on below"""


@dataclass(frozen=True, slots=True)
class UnitPassage:
    """A paragraph or an item, as it is read alone: with everything below it."""

    unit: Unit
    """its own clause, a unit's without heading, and the parts below it"""
    parent: int | None
    """place of the passage that leads it in, among those of the unit; None: it is a paragraph of the unit"""

    @property
    def id(self) -> str:
        """The id of its clause; of a unit's own first paragraph the unit's."""
        return self.unit.id


def list_passages(unit: Unit) -> tuple[UnitPassage, ...]:
    """Read a unit as its paragraphs and items, in order: its own text, then its parts.

    Post-conditions:
        1. A passage stands after its parent; a part that is a number alone is none.
        2. A unit without parts is one passage, one without any text none.
    """
    clauses = list_passage_clauses(unit)
    parents = find_parents(unit, clauses)
    below: list[list[Clause]] = [[] for _ in clauses]
    for at, clause in enumerate(clauses):
        above = parents[at]
        while above is not None:
            below[above].append(clause)
            above = parents[above]
    return tuple(
        UnitPassage(
            Unit(clause=strip_heading(unit, clause), parts=tuple(below[at]), divisions=()), parents[at]
        )
        for at, clause in enumerate(clauses)
    )


def strip_heading(unit: Unit, clause: Clause) -> Clause:
    """Return a clause of a unit; the unit's own without its heading, which is above all its passages."""
    return replace(clause, heading=None) if clause is unit.clause and clause.heading else clause


def list_passage_clauses(unit: Unit) -> list[Clause]:
    """Return the clauses of a unit's passages, in order: its own if it has a text, and the parts.

    A part that is a number alone, with nothing below it, is none.
    """
    leading = {part.id.rpartition("__")[0] for part in unit.parts}
    own = [unit.clause] if unit.clause.text else []
    return own + [part for part in unit.parts if part.text or part.heading or part.id in leading]


def find_parents(unit: Unit, clauses: Sequence[Clause]) -> list[int | None]:
    """Return for each passage of a unit the place of the one above it.

    Ids tell what stands below what (`art_3__para_2__point_a`); numbered parts right below the unit are items
    of its own text if that leads them in.
    """
    parents: list[int | None] = []
    places: dict[str, int] = {}
    led = bool(unit.clause.text) and leads_in(unit.clause.text, end_first_item(unit.parts))
    for at, clause in enumerate(clauses):
        name, parent = clause.id, None
        while parent is None and "__" in name:
            name = name.rpartition("__")[0]
            parent = places.get(name)
        if parent is None and clause is not unit.clause:
            led = led and clause.number is not None
            parent = 0 if led else None
        if clause is not unit.clause:
            places[clause.id] = at
        parents.append(parent)
    return parents


def end_first_item(parts: Sequence[Clause]) -> str:
    """Return the text with which the first numbered part ends, with all below it; empty if there is none."""
    first = next((at for at, part in enumerate(parts) if part.number is not None), None)
    if first is None:
        return ""
    last = first
    while last + 1 < len(parts) and parts[last + 1].id.startswith(f"{parts[first].id}__"):
        last += 1
    return parts[last].text


def leads_in(text: str, item: str) -> bool:
    """Tell whether a text is continued by the item after it, and is no paragraph or heading of its own.

    >>> leads_in("The keeper may refuse", "boats without a number;")
    True
    >>> leads_in("Duties of the keeper", "The keeper opens the dock.")
    False
    """
    last = text.rstrip()[-1:]
    if last in LEAD_ENDS or last in SENTENCE_ENDS:
        return last in LEAD_ENDS
    return item.rstrip()[-1:] not in SENTENCE_ENDS


def join_cell_text(own: Iterable[Unit], *, headed: bool = False) -> str:
    """Return the text of a cell, as it is compared.

    Args:
        own: units of one version.
        headed: where two versions divide a clause into heading and text differently, each unit's heading
            belongs to its text.
    """
    return "\n".join(unit.headed_text if headed else unit.text for unit in own)


class UnitLine(NamedTuple):
    """A line of the text of some units."""

    clause: Clause
    text: str
    start: int
    """where it stands in that text"""


def list_cell_lines(own: Iterable[Unit], *, headed: bool = False) -> Iterator[UnitLine]:
    """Yield the lines of the text of some units, as `join_cell_text` joins them."""
    at = 0
    for unit in own:
        texts = list(unit.lines)
        if headed:
            below = "\n".join(filter(None, texts[1:]))
            texts[0] = unit.headed_text.removesuffix(below).rstrip("\n")
        lines = [each for each in zip((unit.clause, *unit.parts), texts, strict=True) if each[1]]
        for clause, text in lines or [(unit.clause, "")]:
            yield UnitLine(clause, text, at)
            at += len(text) + 1


def build_units(version: Version) -> tuple[Unit, ...]:
    """Read a version's clauses as units.

    Post-conditions:
        1. Every clause is a division, or in exactly one unit.
        2. Units stand in document order; so do the parts of each.

    A part before any unit (which segmentation does not make) counts as a unit, so that nothing is lost.
    """
    heads: list[tuple[Clause, list[Clause], tuple[Clause, ...]]] = []
    above: list[Clause] = []
    over: tuple[Clause, ...] = ()
    open_unit = False
    for clause in version.clauses:
        if clause.role is Role.PART and open_unit:
            heads[-1][1].append(clause)
            continue
        while above and above[-1].depth >= clause.depth:
            above.pop()
            over = tuple(above)
        if clause.role is Role.DIVISION:
            above.append(clause)
            over = tuple(above)
            open_unit = False
        else:
            heads.append((clause, [], over))  # one tuple for all units of a division
            open_unit = True
    return tuple(Unit(clause=head, parts=tuple(parts), divisions=those) for head, parts, those in heads)


def map_clauses_to_units(version: Version) -> dict[str, str]:
    """Map every clause id that lies in a unit to the id of that unit."""
    return {clause.id: unit.id for unit in build_units(version) for clause in (unit.clause, *unit.parts)}
