"""Units: the clauses by which a text is cited, each with everything below it.

Which clause is a division, a unit or a part is decided by segmentation (`Clause.role`); here the flat list is
read as units with their parts and the divisions above them.
"""

from dataclasses import dataclass

from hexapla.model import Clause, Role, Version
from hexapla.text import joined

__all__ = ["Unit", "unit_of_clause", "units"]


@dataclass(frozen=True, slots=True, kw_only=True)
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
    def text(self) -> str:
        """Own text and the parts' lines (number, heading, text), joined with line feeds."""
        lines = [self.clause.text, *(joined(part.number, part.heading, part.text) for part in self.parts)]
        return "\n".join(line for line in lines if line)


def units(version: Version) -> tuple[Unit, ...]:
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


def unit_of_clause(version: Version) -> dict[str, str]:
    """Map every clause id that lies in a unit to the id of that unit."""
    return {clause.id: unit.id for unit in units(version) for clause in (unit.clause, *unit.parts)}
