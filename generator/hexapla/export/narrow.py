"""A table of many versions as a table of two: what a page or a file about a pair alone is made of."""

from collections.abc import Iterable
from dataclasses import replace

from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, Row

__all__ = ["narrowed"]


def narrowed(alignment: Alignment, comparison: Comparison) -> tuple[Alignment, Comparison]:
    """Leave out every version but the two that are compared.

    Post-conditions:
        1. Rows keep their ids and their order; those that neither version has are gone.
        2. The comparison's changes are as they were.
    """
    document = alignment.document
    pair = (comparison.base, comparison.target)
    columns = [at for at, siglum in enumerate(document.sigla) if siglum in pair]
    two = replace(
        document,
        versions=tuple(document.versions[at] for at in columns),
        base=document.base if document.base in pair else None,
    )
    rows = (with_columns(row, columns, pair) for row in alignment.rows)
    table = replace(
        alignment,
        document=two,
        rows=tuple(row for row in rows if any(row.cells)),
        findings=tuple(each for each in alignment.findings if about(each, pair)),
        translations=frozenset(each for each in alignment.translations if set(each) <= set(pair)),
    )
    return table, replace(comparison, document=two)


def with_columns(row: Row, columns: Iterable[int], sigla: tuple[str, str]) -> Row:
    """Leave some columns of a row."""
    return replace(
        row,
        cells=tuple(row.cells[at] for at in columns),
        links=tuple(link for link in row.links if link.a[0] in sigla and link.b[0] in sigla),
        not_in_text=tuple(siglum for siglum in row.not_in_text if siglum in sigla),
    )


def about(finding: Finding, sigla: tuple[str, str]) -> bool:
    """Tell whether a finding about two units is about these versions."""
    named = [value.partition("/")[0] for key, value in finding.values if key in ("a", "b")]
    return set(named) <= set(sigla)
