"""Versions as they are printed: a line a paragraph, each number in front of its text."""

from bisect import bisect, bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import NamedTuple

from hexapla.comparison.table_diff import TextTable, find_tables
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Clause, Version
from hexapla.paratexts import FOOTNOTE, Paratext, extract_paratexts
from hexapla.text import is_wide, soft_breaks, unwrap
from hexapla.units import Unit

LETTER = compile_lazily_with_properties(r"\p{Han}|\p{Hangul}")


class GridPlace(NamedTuple):
    """A place in a table of a version."""

    table: int
    row: int
    column: int
    """from 1; 0 between the cells of the row"""


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """Units of one version: their text as it is compared, and what is printed in its place."""

    text: str
    """the units' texts, joined with line feeds"""
    heads: dict[int, str]
    """offset → number and heading that stand before the character there; ascending"""
    instead: dict[int, tuple[int, str]]
    """offset → how many characters are replaced, and by what: a line feed where a line ends, a space or
    nothing where only the source breaks its line; ascending"""
    places: tuple[int, ...]
    """the offsets of `instead`"""
    head_places: tuple[int, ...]
    """the offsets of `heads`"""
    grid: tuple[tuple[int, GridPlace | None], ...] = ()
    """from which offset on the text stands in a table, and where; ascending"""

    def place(self, offset: int) -> GridPlace | None:
        """Return where in a table a character stands; None outside tables."""
        at = bisect(self.grid, offset, key=itemgetter(0))
        return self.grid[at - 1][1] if at else None

    def cuts(self, start: int, end: int) -> list[int]:
        """Return where in a stretch another place of a table begins, after the two ends of the stretch."""
        first = bisect(self.grid, start, key=itemgetter(0))
        last = bisect_left(self.grid, end, key=itemgetter(0))
        return [offset for offset, _ in self.grid[first:last]]

    def replaced(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield what is replaced in a stretch: where it begins and ends, which may be beyond, and the new."""
        for offset in self.places[max(0, bisect(self.places, start) - 1) :]:
            length, new = self.instead[offset]
            if offset >= end:
                return
            if offset + length > start:
                yield offset, offset + length, new

    def headed(self, start: int, end: int) -> tuple[int, ...]:
        """Return the offsets in a stretch before which a head stands."""
        return self.head_places[bisect_left(self.head_places, start) : bisect_left(self.head_places, end)]

    def between(self, start: int, end: int) -> str:
        """Return what is printed for a stretch of the text, without heads."""
        out = []
        at = start
        for first, last, new in self.replaced(start, end):
            out.append(self.text[at : max(at, first)])
            if first >= start:
                out.append(new)
            at = last
        out.append(self.text[at:end])
        return "".join(out)


def print_units(units: Sequence[Unit], *, headed: bool = False) -> PrintedCell:
    """Set the units of a cell; `headed` where the text that is compared begins with the heading of each."""
    at = 0
    heads: dict[int, str] = {}
    instead: dict[int, tuple[int, str]] = {}
    texts: list[str] = []
    for unit in units:
        if texts:
            instead[at] = (1, "\n")
            at += 1
        lines = list(unit.lines)
        if headed:
            below = "\n".join(filter(None, lines[1:]))
            lines[0] = unit.headed_text.removesuffix(below).rstrip("\n")
        own, lines = lines[0], [line for line in lines if line]
        if head := join_number_and_heading(
            replace(unit.clause, heading=None) if headed else unit.clause, own
        ):
            heads[at] = head if own or not lines else head.rstrip() + "\n"
        for number, line in enumerate(lines):
            if number:
                instead[at] = (1, "\n")
                at += 1
            gaps = find_heading_ends(unit) if headed and not number else ()
            for start, end, new in sorted((*soft_breaks(line), *gaps)):
                instead[at + start] = (end - start, new)
            at += len(line)
        texts.append("\n".join(lines))
    text = "\n".join(texts)
    grid = tuple(list_grid_places(find_tables(units, text, headed=headed)))
    return PrintedCell(text, heads, instead, tuple(instead), tuple(heads), grid)


def list_grid_places(tables: Iterable[TextTable]) -> Iterator[tuple[int, GridPlace | None]]:
    """Yield from which offset on a text stands where in its tables, ascending."""
    for row in (row for table in tables for row in table.rows):
        yield row.start, GridPlace(*row.name, 0)
        for column, (start, end) in row.cells.items():
            yield start, GridPlace(*row.name, column)
            yield end, GridPlace(*row.name, 0)
        yield row.end, None


def find_heading_ends(unit: Unit) -> Iterator[tuple[int, int, str]]:
    """Yield where a heading on the line of its text is parted from it, and what is printed there."""
    heading, text = unit.clause.heading, unit.clause.text
    if heading and text:
        yield len(heading), len(heading) + 1, choose_space_between(heading, text)


def join_number_and_heading(clause: Clause, text: str) -> str:
    """Return number and heading with the space that parts them from the text."""
    pieces = [unwrap(piece) for piece in (clause.number, clause.heading) if piece]
    out = ""
    for piece, following in zip(pieces, [*pieces, text][1:], strict=False):
        out += piece + choose_space_between(piece, following)
    return out


def choose_space_between(before: str, after: str) -> str:
    """Return what stands between a number and what follows: 第三条　为了, 三、为了, § 3 To."""
    if not after:
        return ""
    if LETTER.match(before[-1]):
        return "\u3000"
    return "" if is_wide(before[-1]) or is_wide(after[0]) else " "


def write_division_line(clause: Clause) -> str:
    """Return a division's number, heading and, if it has any, text as one line."""
    return join_number_and_heading(clause, clause.text) + unwrap(clause.text)


def write_unit_lines(unit: Unit) -> list[str]:
    """Return the lines of a unit."""
    flow = print_units([unit])
    return (flow.heads.get(0, "") + flow.between(0, len(flow.text))).split("\n")


def write_version_lines(version: Version, units: Sequence[Unit]) -> list[str]:
    """Return a version as paragraphs: its own lines before the clauses, divisions and units, those after.

    Foot- and endnotes are no lines of it, nor are their marks.
    """
    by_id = {unit.id: unit for unit in units}
    inside = {part.id for unit in units for part in unit.parts}
    before, after = split_paratexts(version)
    out = [line.text for line in before]
    for clause in version.clauses:
        if clause.id in by_id:
            out += write_unit_lines(by_id[clause.id])
        elif clause.id not in inside:
            out.append(write_division_line(clause))
    return [*out, *(line.text for line in after)]


def split_paratexts(version: Version) -> tuple[list[Paratext], list[Paratext]]:
    """Return a version's own lines before its first clause (title, notes of adoption), and all others."""
    own = [each for each in extract_paratexts(version) if each.kind != FOOTNOTE]
    first = min((clause.spans[0][0] for clause in version.clauses if clause.spans), default=None)
    before = [each for each in own if first is None or each.spans[0][0] < first]
    return before, own[len(before) :]


def choose_brackets(language: str) -> tuple[str, str]:
    """Return what stands around removed words, in a shape that the language's texts do not use themselves."""
    return ("〔", "〕") if language.lower().startswith(("zh", "ja", "ko")) else ("[", "]")
