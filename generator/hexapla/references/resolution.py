"""Resolve references against the clauses of their own version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Clause, Role, Version
from hexapla.references.citations import INSTRUMENTS, Citation
from hexapla.text.numerals import reference_label


class Outcome(StrEnum):
    """What became of a reference."""

    FOUND = "found"
    MISSING = "missing"
    """the version has such numbers, and this one is not among them"""
    UNKNOWN = "unknown"
    """external, ambiguous, or of a kind that this version does not number"""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a reference leads."""

    outcome: Outcome
    clause: str | None = None
    """id of the clause, or of the nearest one above it that is known"""


LEAST_NUMBERED = 3
"""numbered units from which a missing number means something"""
DIVISION = compile_lazily_with_properties(r"[章编編节節]|(?i:chapter|part|kapitel|teil|chapitre)")
SAME_DIVISION = {"編": "编", "節": "节", "kapitel": "chapter", "chapitre": "chapter", "teil": "part"}


@dataclass(frozen=True, slots=True)
class ClauseIndex:
    """A version's clauses by number."""

    units: Mapping[str, tuple[str, ...]]
    """label → ids of the units that carry it"""
    divisions: Mapping[tuple[str, str], tuple[str, ...]]
    """(章, label) → ids"""
    below: Mapping[str, tuple[Clause, ...]]
    """unit id → its parts"""
    before: Mapping[str, str]
    """unit id → id of the unit before it"""
    lines: Mapping[str, int]
    """unit id → paragraphs of its own text"""
    title: str
    paragraphed: bool
    """the text shows where paragraphs without numbers begin"""


def index_clauses(version: Version) -> ClauseIndex:
    """Enter a version's clauses."""
    units: dict[str, list[str]] = {}
    divisions: dict[tuple[str, str], list[str]] = {}
    below: dict[str, list[Clause]] = {}
    before: dict[str, str] = {}
    lines: dict[str, int] = {}
    last: str | None = None
    for clause in version.clauses:
        if clause.role is Role.DIVISION:
            kind = DIVISION.search(clause.number or "")
            if kind and clause.number:
                name = SAME_DIVISION.get(kind[0].lower(), kind[0].lower())
                divisions.setdefault((name, reference_label(clause.number)), []).append(clause.id)
        elif clause.role is Role.UNIT or last is None:
            below[clause.id] = []
            lines[clause.id] = sum(bool(line.strip()) for line in clause.text.split("\n"))
            if clause.number:
                units.setdefault(reference_label(clause.number), []).append(clause.id)
                if last is not None:
                    before[clause.id] = last
                last = clause.id
            else:
                last = last or clause.id
        else:
            below.setdefault(last, []).append(clause)
    return ClauseIndex(
        {name: tuple(ids) for name, ids in units.items()},
        {name: tuple(ids) for name, ids in divisions.items()},
        {name: tuple(parts) for name, parts in below.items()},
        before,
        lines,
        version.title,
        sum(any(part.number is None for part in parts) for parts in below.values()) >= LEAST_NUMBERED,
    )


def resolve_steps(unit: str, citation: Citation, entries: ClauseIndex) -> Resolution:
    """Follow the steps below a unit as far as its parts are numbered."""
    parts = entries.below.get(unit, ())
    found = Resolution(Outcome.FOUND, unit)
    for kind, number in citation.below:
        if kind == "paragraph":
            found = resolve_paragraph(unit, number, parts, entries)
            parts = tuple(part for part in parts if part.id.startswith(f"{found.clause}__")) or parts
        else:
            found = resolve_item(found.clause or unit, number, parts)
        if found.outcome is Outcome.MISSING:
            return found
    return found


def resolve_paragraph(unit: str, number: str, parts: Sequence[Clause], entries: ClauseIndex) -> Resolution:
    """Find a paragraph: by its number where paragraphs have one, else by counting where the text shows them.

    The count is the most that there can be: a line that goes on after a list is no paragraph to everyone.
    """
    top = min((part.depth for part in parts), default=0)
    names = {
        reference_label(part.number): part.id
        for part in parts
        if part.number and part.depth == top and BRACKETED.search(part.number)
    }
    loose = [part.id for part in parts if part.number is None and part.depth == top]
    if number in names:
        return Resolution(Outcome.FOUND, names[number])
    if not number.isdecimal() or (names and not loose):
        return Resolution(Outcome.FOUND, unit)
    own, wanted = entries.lines.get(unit, 0), int(number)
    if wanted > own + len(loose):
        return Resolution(Outcome.MISSING if entries.paragraphed else Outcome.FOUND, unit)
    return Resolution(Outcome.FOUND, loose[wanted - own - 1] if wanted > own else unit)


def resolve_item(above: str, number: str, parts: Sequence[Clause]) -> Resolution:
    """Find an item among the parts of a clause."""
    names: dict[str, str] = {}
    for part in parts:
        if part.number:
            names.setdefault(reference_label(part.number), part.id)
    if number in names:
        return Resolution(Outcome.FOUND, names[number])
    return Resolution(Outcome.MISSING if len(names) >= LEAST_NUMBERED else Outcome.FOUND, above)


BRACKETED = compile_lazily_with_properties(r"\([0-9]{1,3}\)")
"""a numbered paragraph; （一） is an item and counts no paragraph"""
SIMPLE = str.maketrans("條辦規則細約協憲", "条办规则细约协宪")
KINDS = compile_lazily_with_properties(
    "|".join(
        [*sorted({word.translate(SIMPLE) for word in INSTRUMENTS if regex.match(r"\p{Han}", word)}), "法"]
    )
)


def is_another_text(citation: Citation, title: str) -> bool:
    """Tell whether “this …” names another text: 本條例 in a 規則 is the statute that it carries out."""
    kinds = KINDS.findall(title.translate(SIMPLE))
    return bool(citation.named and kinds and citation.named.translate(SIMPLE) != kinds[-1])


def resolve_citation(citation: Citation, unit: str, entries: ClauseIndex) -> Resolution:
    """Say where a reference that stands in `unit` leads.

    Post-conditions:
        1. found: the clause is one of the version's.
        2. missing: the version numbers enough clauses of this kind, and none carries this number.
        3. unknown: no claim is made.
    """
    unknown = Resolution(Outcome.UNKNOWN)
    if citation.external or is_another_text(citation, entries.title):
        return unknown
    if citation.kind == "above":
        return Resolution(Outcome.FOUND, unit) if unit in entries.below else unknown
    if citation.kind == "own":
        return resolve_steps(unit, citation, entries) if unit in entries.below else unknown
    if citation.kind == "before":
        above = entries.before.get(unit)
        return resolve_steps(above, citation, entries) if above else unknown
    name = citation.label or ""
    if citation.kind == "unit":
        ids, known = entries.units.get(name, ()), len(entries.units)
    else:
        kind = SAME_DIVISION.get(citation.kind, citation.kind)
        ids = entries.divisions.get((kind, name), ())
        known = sum(division == kind for division, _ in entries.divisions)
    if len(ids) == 1:
        return resolve_steps(ids[0], citation, entries)
    return Resolution(Outcome.MISSING) if not ids and known >= LEAST_NUMBERED else unknown
