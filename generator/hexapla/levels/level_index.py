"""The clauses of a text of some rank: by id, by the number under which they are cited, by their words."""

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import Final

from hexapla.model import Version
from hexapla.references import Citation, Outcome, find_citations, index_clauses, resolve_citation
from hexapla.text import number_label, remove_space
from hexapla.units import Unit, build_units, list_passages

DIGITS: Final = 12
"""of a digest: enough to tell the clauses of a text apart, few enough to stand in a table"""
FIRST_PARAGRAPH: Final = (("paragraph", "1"),)
"""steps of a reference that lead to a clause's own text"""


def digest_words(unit: Unit) -> str:
    """Return the digest of a clause's words: heading and text, white space left out, without its number."""
    return sha256(remove_space(unit.headed_text).encode()).hexdigest()[:DIGITS]


class LevelIndex:
    """The units of a version and the paragraphs and items in them; of divisions nothing is said."""

    def __init__(self, version: Version) -> None:
        """Take a version."""
        self.version = version

    @cached_property
    def passages(self) -> Mapping[str, Unit]:
        """A unit, a paragraph or an item by its id, with everything below it."""
        units = build_units(self.version)
        parts = {
            passage.id: passage.unit
            for unit in units
            for passage in list_passages(unit)
            if passage.id != unit.id
        }
        return parts | {unit.id: unit for unit in units}

    @cached_property
    def unit_of(self) -> Mapping[str, str]:
        """The unit in which a passage stands, by ids."""
        return {
            passage: unit.id
            for unit in build_units(self.version)
            for passage in (unit.id, *(each.id for each in list_passages(unit)))
        }

    @cached_property
    def by_words(self) -> Mapping[str, tuple[str, ...]]:
        """The passages that have the same words, by their digest."""
        found: dict[str, tuple[str, ...]] = {}
        for name, unit in self.passages.items():
            digest = digest_words(unit)
            found[digest] = (*found.get(digest, ()), name)
        return found

    @cached_property
    def by_number(self) -> Mapping[str, tuple[str, ...]]:
        """The units that bear a printed number, by its figures alone."""
        found: dict[str, tuple[str, ...]] = {}
        for unit in build_units(self.version):
            if unit.number:
                label = number_label(unit.number)
                found[label] = (*found.get(label, ()), unit.id)
        return found

    @cached_property
    def cited(self) -> "CitedClauses":
        """What references lead to."""
        return CitedClauses(self.version)

    def find(self, name: str) -> tuple[str, ...]:
        """Return the clauses that an id or a printed number means: none, one, or several of that number."""
        if name in self.passages:
            return (name,)
        found = self.cited.follow(name)
        if found is not None:
            return (found,) if found in self.passages else ()
        label = number_label(name)
        return self.by_number.get(label, ()) if label else ()


class CitedClauses:
    """The clauses of a version as references cite them."""

    def __init__(self, version: Version) -> None:
        """Take a version."""
        self.entries = index_clauses(version)

    def resolve(self, citation: Citation) -> str | None:
        """Return the clause to which a reference from another text leads; None: it is not known."""
        led = resolve_citation(citation, "", self.entries)
        if led.outcome is not Outcome.FOUND or led.clause is None:
            return None
        at_unit = led.clause in self.entries.below
        return None if citation.below and at_unit and citation.below != FIRST_PARAGRAPH else led.clause

    def follow(self, name: str) -> str | None:
        """Return the clause that is named as it would be cited: 第三条第二款, Section 4(a); None: none is."""
        found = find_citations(name)
        if len(found) != 1 or (found[0].start, found[0].end) != (0, len(name)):
            return None
        return self.resolve(found[0])
