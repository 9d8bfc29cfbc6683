"""What many pages ask of a document's rows: units, names, links between versions; each found once."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from hexapla.model import Alignment, Link
from hexapla.pages.uris import anchor
from hexapla.pairs import SiglumPair
from hexapla.text import is_wide, join_pieces
from hexapla.units import Unit, build_units

HAN_LINE = 33
LATIN_LINE = 72
"""characters on a line of a wide page"""


class RowFacts:
    """A document's rows as its pages ask for them; each fact is found when a page first asks, then kept."""

    alignment: Alignment
    published: frozenset[SiglumPair] | None

    @cached_property
    def units(self) -> Mapping[str, tuple[Unit, ...]]:
        """Each version's units, in order."""
        return {version.siglum: build_units(version) for version in self.alignment.document.versions}

    @cached_property
    def unit(self) -> Mapping[tuple[str, str], Unit]:
        """A unit by siglum and id."""
        return {(siglum, unit.id): unit for siglum, own in self.units.items() for unit in own}

    @cached_property
    def cells(self) -> Mapping[tuple[str, str], tuple[Unit, ...]]:
        """The units of a version in a row, by the row's id and the siglum."""
        sigla = self.alignment.document.sigla
        return {
            (row.id, siglum): tuple([self.unit[siglum, each] for each in cell])
            for row in self.alignment.rows
            for siglum, cell in zip(sigla, row.cells, strict=True)
        }

    def cell(self, row: str, siglum: str) -> tuple[Unit, ...]:
        """Return the units of a version in a row."""
        return self.cells[row, siglum]

    @cached_property
    def clause_names(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """The names of all clauses of a version in a row, by the row's id and the siglum."""
        return {
            (row, siglum): tuple(
                [anchor(siglum, clause.id) for unit in units for clause in (unit.clause, *unit.parts)]
            )
            for (row, siglum), units in self.cells.items()
        }

    @cached_property
    def pair_links(self) -> Mapping[tuple[str, SiglumPair], tuple[Link, ...]]:
        """The links of a row between two versions that have a page, by the row's id and the pair."""
        found: dict[tuple[str, SiglumPair], list[Link]] = {}
        for row in self.alignment.rows:
            for link in row.links:
                pair = link.a[0], link.b[0]
                if self.published is None or pair in self.published or pair[::-1] in self.published:
                    found.setdefault((row.id, pair), []).append(link)
        return {place: tuple(own) for place, own in found.items()}

    @cached_property
    def measured(self) -> dict[tuple[str, tuple[str, ...]], tuple[int, int]]:
        """Lines and characters of cells, by siglum and ids of units."""
        return {}

    def measure_cell(self, siglum: str, units: Sequence[Unit]) -> tuple[int, int]:
        """Return about how many lines units take on a wide page, and how many characters their texts have."""
        key = siglum, tuple([unit.id for unit in units])
        if key not in self.measured:
            told = "\n".join(join_pieces(unit.number, unit.heading, unit.text) for unit in units)
            self.measured[key] = count_lines(told), sum(len(unit.text) for unit in units)
        return self.measured[key]


def count_lines(text: str) -> int:
    """Guess how many lines some paragraphs take."""
    return sum(
        1 + len(paragraph) // (HAN_LINE if is_wide(paragraph[:1]) else LATIN_LINE)
        for paragraph in text.split("\n")
    )
