"""An editor's decisions on which clauses belong together or apart, resolved against the texts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from hexapla.findings import Finding, make_finding
from hexapla.model import Document, Role, Version
from hexapla.plan import Decision
from hexapla.units import build_units, map_clauses_to_units

UnitPosition = tuple[int, int]
"""(version, unit), both counted from 0"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedDecision:
    """A decision whose clauses all exist."""

    together: bool
    nodes: tuple[UnitPosition, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedDecisions:
    """All decisions about a document."""

    rulings: tuple[ResolvedDecision, ...]
    findings: tuple[Finding, ...]
    """one for every decision that cannot be applied"""

    @property
    def apart(self) -> dict[UnitPosition, frozenset[UnitPosition]]:
        """Per unit the units with which it must not share a row."""
        out: defaultdict[UnitPosition, set[UnitPosition]] = defaultdict(set)
        for one, other in self._pairs(together=False):
            out[one].add(other)
            out[other].add(one)
        return {node: frozenset(others) for node, others in out.items()}

    def settled(self, left: int, right: int) -> tuple[frozenset[int], frozenset[int]]:
        """Return the units of either version that a decision links to a unit of the other version."""
        found = [
            (one[1], other[1]) if one[0] == left else (other[1], one[1])
            for one, other in self._pairs(together=True)
            if {one[0], other[0]} == {left, right}
        ]
        return frozenset(one for one, _ in found), frozenset(other for _, other in found)

    def barred(self, left: int, right: int) -> frozenset[tuple[int, int]]:
        """Return the pairs of units of two versions that must not be linked."""
        return frozenset(
            (one[1], other[1]) if one[0] == left else (other[1], one[1])
            for one, other in self._pairs(together=False)
            if {one[0], other[0]} == {left, right}
        )

    def declared(self) -> list[tuple[UnitPosition, UnitPosition]]:
        """Return every pair of units that a decision puts together, sorted."""
        return sorted(set(self._pairs(together=True)))

    def reasons(self, nodes: Sequence[UnitPosition]) -> str | None:
        """Return the reasons of the decisions that name one of these units; None if there are none."""
        named = set(nodes)
        reasons = [ruling.reason for ruling in self.rulings if named & set(ruling.nodes)]
        return "; ".join(dict.fromkeys(reasons)) or None

    def _pairs(self, *, together: bool) -> list[tuple[UnitPosition, UnitPosition]]:
        return [
            (min(pair), max(pair))
            for ruling in self.rulings
            if ruling.together is together
            for pair in combinations(ruling.nodes, 2)
        ]


def resolve_decisions(document: Document, decisions: Sequence[Decision]) -> ResolvedDecisions:
    """Resolve decisions about clauses to units; a clause inside a unit stands for the unit."""
    rulings: list[ResolvedDecision] = []
    findings: list[Finding] = []
    places = UnitLookup(document) if decisions else None
    for decision in decisions:
        nodes, fault = places.nodes(decision) if places else ((), "")
        fault = fault or describe_contradiction(decision, nodes, rulings)
        if fault:
            findings.append(
                make_finding("decision_stale", file=decision.file, entry=decision.line, reason=fault)
            )
        else:
            rulings.append(ResolvedDecision(together=decision.together, nodes=nodes, reason=decision.reason))
    return ResolvedDecisions(rulings=tuple(rulings), findings=tuple(findings))


class UnitLookup:
    """Finds the units of a document by version and clause id."""

    def __init__(self, document: Document) -> None:
        """Index the clauses of all versions of a document."""
        self.versions = {version.siglum: (at, version) for at, version in enumerate(document.versions)}
        self.units = {version.siglum: map_clauses_to_positions(version) for version in document.versions}

    def nodes(self, decision: Decision) -> tuple[tuple[UnitPosition, ...], str]:
        """Return the units that a decision names, and what is wrong with it (empty if nothing)."""
        nodes = []
        for siglum, clause in decision.clauses:
            if siglum not in self.versions:
                return (), f"there is no version {siglum}"
            at, version = self.versions[siglum]
            unit = self.units[siglum].get(clause)
            if unit is None:
                return (), describe_missing_clause(version, clause)
            nodes.append((at, unit))
        found = tuple(dict.fromkeys(nodes))
        return found, "" if len(found) > 1 else "it names one clause only"


def map_clauses_to_positions(version: Version) -> dict[str, int]:
    """Return per clause id the position of its unit in the version, counted from 0."""
    place = {unit.id: at for at, unit in enumerate(build_units(version))}
    return {clause: place[unit] for clause, unit in map_clauses_to_units(version).items()}


def describe_missing_clause(version: Version, clause: str) -> str:
    """Say why a clause id names no unit of a version: it is a division, or does not exist."""
    if any(known.id == clause and known.role is Role.DIVISION for known in version.clauses):
        return f"{version.siglum} {clause} is a heading above clauses"
    return f"{version.siglum} has no clause {clause}"


def describe_contradiction(
    decision: Decision, nodes: Sequence[UnitPosition], rulings: Sequence[ResolvedDecision]
) -> str:
    """Say which earlier decision this one contradicts; empty if none."""
    for ruling in rulings:
        if ruling.together is not decision.together and len(set(nodes) & set(ruling.nodes)) > 1:
            return f"it contradicts an earlier one ({ruling.reason})"
    return ""
