"""A version as comparisons need it: looked up once, read against every other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from hexapla.compare.citations import Side
from hexapla.compare.numbers import Path, paths
from hexapla.model import Alignment, Completeness, Row, Version
from hexapla.references import register
from hexapla.units import Unit, cell_text, unit_of_clause, units

__all__ = ["Reading", "reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A version as a comparison needs it."""

    version: Version
    column: int
    """its place among the alignment's cells"""
    units: Mapping[str, Unit]
    position: Mapping[str, int]
    """unit id → ordinal"""
    paths: Mapping[str, Path]
    side: Side
    """how references see it"""

    def cell(self, row: Row) -> tuple[Unit, ...]:
        """The row's units here."""
        return tuple(self.units[name] for name in row.cells[self.column])

    def text(self, row: Row) -> str:
        """Their text."""
        return cell_text(self.cell(row))

    def heading(self, row: Row) -> str:
        """Their headings."""
        return "\n".join(filter(None, (self.units[name].heading for name in row.cells[self.column])))

    def numbers(self, row: Row) -> tuple[Path, ...]:
        """Their numbers, folded; unnumbered text has none."""
        return tuple(self.paths[name] for name in row.cells[self.column] if name in self.paths)

    def read_in(self, rows: Iterable[Row]) -> "Reading":
        """The same, with rows as they are between two versions."""
        own = {name: row for row in rows for name in row.cells[self.column]}
        return replace(self, side=replace(self.side, rows=own))

    def breaks_in(self, row: Row) -> Completeness | None:
        """How the version is broken, if it is broken in this row."""
        last = len(self.position) - 1
        edge = {Completeness.CUT_OFF: last, Completeness.FRAGMENT: 0}.get(self.version.completeness)
        inside = any(self.position[name] == edge for name in row.cells[self.column])
        return self.version.completeness if inside else None


def reading(alignment: Alignment, siglum: str) -> Reading:
    """Look a version up."""
    version = alignment.document.version(siglum)
    found = units(version)
    column = alignment.document.sigla.index(siglum)
    side = Side(
        siglum,
        column,
        version.completeness is Completeness.WHOLE,
        {unit.id: unit for unit in found},
        unit_of_clause(version),
        {name: row for row in alignment.rows for name in row.cells[column]},
        register(version),
    )
    return Reading(
        version,
        column,
        {unit.id: unit for unit in found},
        {unit.id: index for index, unit in enumerate(found)},
        paths(version),
        side,
    )
