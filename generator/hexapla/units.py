"""Units: the clauses by which a text is cited, each with everything below it.

Which clause is a division, a unit or a part is decided by segmentation (`Clause.role`); here the flat list is
read as units with their parts and the divisions above them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import regex

from hexapla.languages.repealed import is_repealed
from hexapla.model import Clause, Role, Version
from hexapla.text import join_pieces, unwrap

WIDE_CHARACTER = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303F\uFF00-\uFFEF]")
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

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Own text, then of each part number, heading and text as one line; some may be empty."""
        own = (join_pieces(part.number, part.heading, part.text) for part in self.parts)
        return (self.clause.text, *own)

    @cached_property
    def text(self) -> str:
        """The lines that are not empty, joined with line feeds."""
        return "\n".join(filter(None, self.lines))

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


def join_cell_text(own: Iterable[Unit], *, headed: bool = False) -> str:
    """Return the text of a cell, as it is compared.

    Args:
        own: units of one version.
        headed: where two versions divide a clause into heading and text differently, each unit's heading
            belongs to its text.
    """
    return "\n".join(unit.headed_text if headed else unit.text for unit in own)


def build_units(version: Version) -> tuple[Unit, ...]:
    """Read a version's clauses as units.

    Post-conditions:
        1. Every clause is a division, or in exactly one unit.
        2. Units stand in document order; so do the parts of each.

    A part before any unit (which segmentation does not make) counts as a unit, so that nothing is lost.
    """
    heads: list[tuple[Clause, list[Clause], tuple[Clause, ...]]] = []
    above: list[Clause] = []
    open_unit = False
    for clause in version.clauses:
        if clause.role is Role.PART and open_unit:
            heads[-1][1].append(clause)
            continue
        while above and above[-1].depth >= clause.depth:
            above.pop()
        if clause.role is Role.DIVISION:
            above.append(clause)
            open_unit = False
        else:
            heads.append((clause, [], tuple(above)))
            open_unit = True
    return tuple(Unit(clause=head, parts=tuple(parts), divisions=over) for head, parts, over in heads)


def map_clauses_to_units(version: Version) -> dict[str, str]:
    """Map every clause id that lies in a unit to the id of that unit."""
    return {clause.id: unit.id for unit in build_units(version) for clause in (unit.clause, *unit.parts)}
