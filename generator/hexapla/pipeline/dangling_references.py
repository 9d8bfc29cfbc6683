"""References that lead nowhere, in every clause of every version: what `check` says beyond comparisons.

A comparison tells them where both versions have the clause. A document of one version has no comparison, and
what is new in a version, or old in the first, stands in none of those rows.
"""

from collections.abc import Iterator

from hexapla.findings import Finding, make_finding
from hexapla.model import Completeness, Version
from hexapla.pipeline.results import AnalysedDocument
from hexapla.references import Outcome, find_citations, index_clauses, resolve_citation
from hexapla.units import build_units


def find_dangling_references(built: AnalysedDocument) -> Iterator[Finding]:
    """Yield a finding for each reference that leads to no clause of its version, in the order of clauses.

    Of versions that break off nothing is said: what is cited may stand in what is lost.

    Post-conditions:
        1. Where a comparison has told the same, the findings are equal.
    """
    for column, version in enumerate(built.document.versions):
        if version.completeness is Completeness.WHOLE:
            rows = {name: row.id for row in built.alignment.rows for name in row.cells[column]}
            yield from find_in_version(version, rows)


def find_in_version(version: Version, rows: dict[str, str]) -> Iterator[Finding]:
    """Yield the findings of one version; `rows` leads from units to their rows."""
    known = index_clauses(version)
    for unit in build_units(version):
        for found in find_citations(unit.text):
            if unit.id in rows and resolve_citation(found, unit.id, known).outcome is Outcome.MISSING:
                yield make_finding(
                    "reference_dangling",
                    version=version.siglum,
                    spans=None,
                    line=None,
                    row=rows[unit.id],
                    reference=found.printed,
                )
