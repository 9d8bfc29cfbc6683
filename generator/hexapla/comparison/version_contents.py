"""A version as comparisons need it: looked up once, read against every other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from hexapla.comparison.renumbering import NumberPath, build_number_paths
from hexapla.comparison.stale_references import CitingVersion
from hexapla.model import Alignment, Completeness, Row, Version
from hexapla.references import index_clauses
from hexapla.units import Unit, build_units, join_cell_text, map_clauses_to_units


@dataclass(frozen=True, slots=True)
class ComparedVersion:
    """A version as a comparison needs it."""

    version: Version
    column: int
    """its place among the alignment's cells"""
    units: Mapping[str, Unit]
    position: Mapping[str, int]
    """unit id → ordinal"""
    paths: Mapping[str, NumberPath]
    side: CitingVersion
    """how references see it"""

    def cell(self, row: Row) -> tuple[Unit, ...]:
        """The row's units here."""
        return tuple(self.units[name] for name in row.cells[self.column])

    def text(self, row: Row) -> str:
        """Their text."""
        return join_cell_text(self.cell(row))

    def heading(self, row: Row) -> str:
        """Their headings."""
        return "\n".join(filter(None, (self.units[name].heading for name in row.cells[self.column])))

    def numbers(self, row: Row) -> tuple[NumberPath, ...]:
        """Their numbers, folded; unnumbered text has none."""
        return tuple(self.paths[name] for name in row.cells[self.column] if name in self.paths)

    def read_in(self, rows: Iterable[Row]) -> "ComparedVersion":
        """The same, with rows as they are between two versions."""
        own = {name: row for row in rows for name in row.cells[self.column]}
        return replace(self, side=replace(self.side, rows=own))

    def breaks_in(self, row: Row) -> Completeness | None:
        """How the version is broken, if it is broken in this row."""
        last = len(self.position) - 1
        edge = {Completeness.CUT_OFF: last, Completeness.FRAGMENT: 0}.get(self.version.completeness)
        inside = any(self.position[name] == edge for name in row.cells[self.column])
        return self.version.completeness if inside else None


def index_version(alignment: Alignment, siglum: str) -> ComparedVersion:
    """Look a version up."""
    version = alignment.document.version(siglum)
    found = build_units(version)
    column = alignment.document.sigla.index(siglum)
    side = CitingVersion(
        siglum,
        column,
        version.completeness is Completeness.WHOLE,
        {unit.id: unit for unit in found},
        map_clauses_to_units(version),
        {name: row for row in alignment.rows for name in row.cells[column]},
        index_clauses(version),
    )
    return ComparedVersion(
        version,
        column,
        {unit.id: unit for unit in found},
        {unit.id: index for index, unit in enumerate(found)},
        build_number_paths(version),
        side,
    )
