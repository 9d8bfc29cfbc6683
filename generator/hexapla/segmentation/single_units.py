"""A text of one section or one article is cited by its parts: they become its units."""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.model import Clause, Role, Version


def step_down(versions: Sequence[Version]) -> list[Version]:
    """Make units of the parts where every version has one unit only, and one of them has parts.

    Post-conditions:
        1. Only roles change. Where anything changes, it does so in every version that has parts.
        2. No part stands before the first unit, or after a division before the next unit.
    """
    alone = [find_only_unit(version.clauses) for version in versions]
    if any(at is None for at in alone):
        return list(versions)
    return [
        replace(version, clauses=promote_parts(version.clauses, at)) if at is not None else version
        for version, at in zip(versions, alone, strict=True)
    ]


def find_only_unit(clauses: Sequence[Clause]) -> int | None:
    """Return the place of the only unit, if it bears a number; else None."""
    units = [at for at, clause in enumerate(clauses) if clause.role is Role.UNIT]
    return units[0] if len(units) == 1 and clauses[units[0]].number is not None else None


def promote_parts(clauses: Sequence[Clause], at: int) -> tuple[Clause, ...]:
    """Make units of the outermost parts of a unit; itself becomes a heading if it says nothing else."""
    parts = [clause.depth for clause in clauses[at + 1 :] if clause.role is Role.PART]
    if not parts:
        return tuple(clauses)
    outermost = min(parts)

    def promoted(n: int, clause: Clause) -> Clause:
        if n == at:
            return clause if clause.text else replace(clause, role=Role.DIVISION)
        outer = clause.role is Role.PART and (clause.depth == outermost or n == at + 1)
        return replace(clause, role=Role.UNIT) if outer else clause

    return tuple(promoted(n, clause) for n, clause in enumerate(clauses))
