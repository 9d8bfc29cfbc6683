"""What comparisons need of a version: looked up once, read against every other.

Printed numbers are compared by what they say: 第十条 and 第10条 are the same number. A number that counts on
through the whole text (an article, a section) stands for itself; a number of an outline is read with those
above it, as one cites it: 三(二).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from hexapla.comparison.definitions import VersionDefinitions
from hexapla.comparison.stale_references import CitingVersion
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Alignment, Completeness, Row, Version
from hexapla.references import index_clauses
from hexapla.text.numerals import number_in_digits
from hexapla.units import Unit, build_units, join_cell_text, map_clauses_to_units

THROUGHOUT = compile_lazily_with_properties(
    r"[第제].*[条條条조]|§|(?i:art|article|articulo|artículo|artikel|artigo|section|sec|rule|clause)\b"
)
NumberPath = tuple[str, ...]


class CellContents(NamedTuple):
    """What a version has in a row."""

    units: tuple[Unit, ...]
    text: str
    """of the units"""
    heading: str
    """their headings"""
    numbers: tuple[NumberPath, ...]
    """their numbers, folded; unnumbered text has none"""
    is_repealed: bool
    """whether of all of them only the numbers are left"""


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
    definitions: VersionDefinitions
    known: dict[tuple[str, ...], CellContents] = field(default_factory=dict, compare=False, repr=False)
    """by the ids of units: cells are the same against most other versions"""

    def contents(self, row: Row) -> CellContents:
        """Return what stands here in a row."""
        names = row.cells[self.column]
        found = self.known.get(names)
        if found is None:
            found = self.known[names] = self._read(names)
        return found

    def _read(self, names: tuple[str, ...]) -> CellContents:
        units = tuple([self.units[name] for name in names])
        return CellContents(
            units,
            join_cell_text(units),
            "\n".join(filter(None, [unit.heading for unit in units])),
            tuple([self.paths[name] for name in names if name in self.paths]),
            all(unit.is_repealed for unit in units),
        )

    def cell(self, row: Row) -> tuple[Unit, ...]:
        """The row's units here."""
        return self.contents(row).units

    def text(self, row: Row) -> str:
        """Their text."""
        return self.contents(row).text

    def heading(self, row: Row) -> str:
        """Their headings."""
        return self.contents(row).heading

    def numbers(self, row: Row) -> tuple[NumberPath, ...]:
        """Their numbers, folded; unnumbered text has none."""
        return self.contents(row).numbers

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
        VersionDefinitions(found),
    )


def extract_digits(path: NumberPath) -> NumberPath:
    """Return the figures of a number, for versions in different languages: 第三条 is Article 3."""
    return tuple("".join(char if char.isdecimal() else " " for char in part).strip() for part in path)


def build_number_paths(version: Version) -> dict[str, NumberPath]:
    """Map each clause with a number to the number by which it is cited."""
    above: list[tuple[int, NumberPath]] = []
    out: dict[str, NumberPath] = {}
    for clause in version.clauses:
        while above and above[-1][0] >= clause.depth:
            above.pop()
        if clause.number is None:
            continue
        whole = bool(THROUGHOUT.search(clause.number)) or not above
        path = (
            (number_in_digits(clause.number),) if whole else (*above[-1][1], number_in_digits(clause.number))
        )
        above.append((clause.depth, path))
        out[clause.id] = path
    return out
