"""The order in which pages tell all versions at once: rows in the base's order, under the divisions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hexapla.model import Row
from hexapla.pages import uris
from hexapla.pages.marked_text import flatten_text, shorten_text
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import close_level_gaps
from hexapla.pages.views.display_rows import division_title
from hexapla.reading.columns import pair_divisions, read_column
from hexapla.units import Unit


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """A division's heading."""

    name: str | None
    """None: it is taken up again after rows of another division"""
    level: int
    text: str
    aliases: tuple[str, ...] = ()
    """names of the divisions of other versions that stand under this heading"""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A row at its place."""

    row: str
    leading: str
    """the version by which the row is named: the base, else the first that has it"""
    level: int
    """of its heading"""


def name_topic(units: Sequence[Unit], length: int) -> str:
    """Return what a row is about: the first heading of its units, else the first words of its text."""
    topic = next((unit.heading for unit in units if unit.heading), None)
    return flatten_text(topic) if topic else shorten_text(units[0].text, length)


class RowOutline:
    """Reads an alignment in the order of one version."""

    def __init__(self, layout: PageContext, base: str) -> None:
        """Take the version whose order and divisions carry the table."""
        self.layout, self.base = layout, base
        self.sigla = layout.document.sigla

    def entries(self) -> Iterator[OutlineHeading | OutlineRow]:
        """Yield rows, each division's heading before its first row; no heading level is skipped."""
        entries = list(self.unlevelled())
        levels = close_level_gaps(each.level for each in entries)
        yield from (replace(each, level=level) for each, level in zip(entries, levels, strict=True))

    def unlevelled(self) -> Iterator[OutlineHeading | OutlineRow]:
        """Yield rows and headings, with the levels that their depth asks for."""
        partners = dict(self.division_names())
        same: dict[str, list[str]] = {}
        for division, name in partners.items():
            same.setdefault(name, []).append(uris.anchor(*division))
        seen: set[str] = set()
        under: tuple[str, ...] = ()
        for row in self.ordered(partners):
            siglum = self.leading(row.id)
            first = self.layout.cell(row.id, siglum)[0]
            path = self.headed(siglum, first, partners)
            for level, (clause, name) in enumerate(zip(first.divisions, path, strict=True), 2):
                again = siglum == self.base and path != under and name not in under
                if name not in seen or again:
                    aliases = () if name in seen else tuple(each for each in same[name] if each != name)
                    yield OutlineHeading(
                        None if name in seen else name, level, division_title(clause), aliases
                    )
                    under = path
                seen.add(name)
            yield OutlineRow(row.id, siglum, 2 + len(first.divisions))

    def ordered(self, partners: Mapping[tuple[str, str], str]) -> Iterator[Row]:
        """Yield the alignment's rows in the base's order.

        Those that the base has not keep to the row before them. Where that one stands in another division of
        the base, because it moved there, they keep to the last row before them of their own division, else
        they stand before its first.
        """
        column = self.sigla.index(self.base)
        units = self.layout.units[self.base]
        paths = [self.headed(self.base, unit, partners) for unit in units]
        position = {unit.id: at for at, unit in enumerate(units)}
        first = {name: at for at in reversed(range(len(units))) for name in paths[at]}
        last: dict[str, int] = {}
        at = -1
        placed = []
        for row in self.layout.alignment.rows:
            if row.cells[column]:
                at = min(position[unit] for unit in row.cells[column])
                last |= dict.fromkeys(paths[at], at)
                placed.append((at, 1, row))
                continue
            siglum = self.leading(row.id)
            own = self.headed(siglum, self.layout.cell(row.id, siglum)[0], partners)
            division = next((name for name in reversed(own) if name in first), None)
            if division is None or (at >= 0 and division in paths[at]):
                placed.append((at, 2, row))
            elif division in last:
                placed.append((last[division], 2, row))
            else:
                placed.append((first[division], 0, row))
        yield from (row for *_, row in sorted(placed, key=lambda entry: entry[:2]))

    @staticmethod
    def headed(siglum: str, unit: Unit, partners: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
        """Return the names of the headings under which a unit stands."""
        return tuple(partners[siglum, division.id] for division in unit.divisions)

    def leading(self, row: str) -> str:
        """Return the version by which a row is named: the base, else the first that has it."""
        order = (self.base, *self.sigla)
        return next(siglum for siglum in order if self.layout.cell(row, siglum))

    def division_names(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Yield for every division the name of the heading it stands under: its own, or that of its partner.

        Partners are sought in the base first, then in the other versions, in order.
        """
        columns = {
            siglum: read_column(
                self.layout.document.version(siglum), self.layout.row_of, self.layout.units[siglum]
            )
            for siglum in dict.fromkeys((self.base, *self.sigla))
        }
        found: dict[tuple[str, str], str] = {}
        for siglum, own in columns.items():
            names: dict[int, str] = {}
            for other in dict.fromkeys(each for each, _ in found):
                for one, at in pair_divisions(columns[other], own).items():
                    division = columns[other][one].division
                    if division is not None:
                        names.setdefault(at, found[other, division.id])
            for at, element in enumerate(own):
                if element.division is not None:
                    name = names.get(at) or uris.anchor(siglum, element.division.id)
                    found[siglum, element.division.id] = name
                    yield (siglum, element.division.id), name
