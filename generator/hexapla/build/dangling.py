"""References that lead nowhere, in every clause of every version: what `check` says beyond comparisons.

A comparison tells them where both versions have the clause. A document of one version has no comparison, and
what is new in a version, or old in the first, stands in none of those rows.
"""

from collections.abc import Iterator

from hexapla.build.values import Built
from hexapla.findings import Finding, finding
from hexapla.model import Completeness, Version
from hexapla.references import Outcome, find, register, resolve
from hexapla.units import units

__all__ = ["dangling"]


def dangling(built: Built) -> Iterator[Finding]:
    """Yield a finding for each reference that leads to no clause of its version, in the order of clauses.

    Of versions that break off nothing is said: what is cited may stand in what is lost.

    Post-conditions:
        1. Where a comparison has told the same, the findings are equal.
    """
    for column, version in enumerate(built.document.versions):
        if version.completeness is Completeness.WHOLE:
            rows = {name: row.id for row in built.alignment.rows for name in row.cells[column]}
            yield from of_version(version, rows)


def of_version(version: Version, rows: dict[str, str]) -> Iterator[Finding]:
    """Yield the findings of one version; `rows` leads from units to their rows."""
    known = register(version)
    for unit in units(version):
        for found in find(unit.text):
            if unit.id in rows and resolve(found, unit.id, known).outcome is Outcome.MISSING:
                yield finding(
                    "reference_dangling",
                    version=version.siglum,
                    spans=None,
                    line=None,
                    row=rows[unit.id],
                    reference=found.printed,
                )
