"""What is searched: the units and divisions of every version, each wording once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hexapla.model import Document, Role, Version
from hexapla.search.search_folding import collapse_space
from hexapla.text import unwrap
from hexapla.units import Unit, build_units


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a wording stands: a unit or a division of a version."""

    version: int
    """its place among the versions"""
    id: str
    number: str
    """on one line; empty where there is none"""
    division: bool = False


@dataclass(frozen=True, slots=True)
class SearchPassage:
    """A wording with all its places, in the order of versions."""

    text: str
    """heading and text on one line, without the number"""
    places: tuple[Occurrence, ...]


def join_wording(heading: str | None, lines: Iterable[str]) -> str:
    """Return a heading and lines as a reader sees them, on one line.

    A source's line ends say nothing: between two Han characters there is no space, else one.

    Post-conditions:
        1. Apart from white space the characters are those given, in order.
        2. White space is single spaces, none at the ends.
    """
    pieces = (collapse_space(unwrap(piece)) for piece in (heading or "", *lines))
    return " ".join(piece for piece in pieces if piece)


def unit_wording(unit: Unit) -> str:
    """Return a unit's heading and text with its parts."""
    return join_wording(unit.heading, unit.lines)


def version_wordings(at: int, version: Version) -> Iterator[tuple[str, Occurrence]]:
    """Yield the wordings of a version in its order."""
    own = {unit.id: unit for unit in build_units(version)}
    for clause in version.clauses:
        number = collapse_space(clause.number or "")
        if clause.role is Role.DIVISION:
            yield (
                join_wording(clause.heading, [clause.text]),
                Occurrence(at, clause.id, number, division=True),
            )
        elif clause.id in own:
            yield unit_wording(own[clause.id]), Occurrence(at, clause.id, number)


def collect_passages(document: Document) -> tuple[SearchPassage, ...]:
    """Return a document's wordings, each once, in the order in which they first stand.

    Post-conditions:
        1. Every unit and every division of every version is a place of exactly one passage.
    """
    found: dict[str, list[Occurrence]] = {}
    for at, version in enumerate(document.versions):
        for text, place in version_wordings(at, version):
            found.setdefault(text, []).append(place)
    return tuple(SearchPassage(text, tuple(places)) for text, places in found.items())
