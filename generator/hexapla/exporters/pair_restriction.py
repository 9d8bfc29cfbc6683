"""A table of many versions as a table of two: what a page or a file about a pair alone is made of."""

from collections.abc import Iterable
from dataclasses import replace

from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, Row


def restrict_to_pair(alignment: Alignment, comparison: Comparison) -> tuple[Alignment, Comparison]:
    """Leave out every version but the two that are compared.

    Post-conditions:
        1. Rows keep their ids and their order; those that neither version has are gone.
        2. The comparison's changes are as they were.
        3. What the document and the alignment report of both, of one of them or of no version at all stays.
    """
    document = alignment.document
    pair = (comparison.base, comparison.target)
    columns = [at for at, siglum in enumerate(document.sigla) if siglum in pair]
    versions = tuple(document.versions[at] for at in columns)
    files = {version.source.path for version in versions}
    two = replace(
        document,
        versions=versions,
        base=document.base if document.base in pair else None,
        sources=tuple(source for source in document.sources if source.path in files),
        set_aside=tuple(each for each in document.set_aside if each.file in files),
        findings=tuple(each for each in document.findings if is_about(each, pair)),
    )
    rows = (select_columns(row, columns, pair) for row in alignment.rows)
    table = replace(
        alignment,
        document=two,
        rows=tuple(row for row in rows if any(row.cells)),
        findings=tuple(each for each in alignment.findings if is_about(each, pair)),
        translations=frozenset(each for each in alignment.translations if set(each) <= set(pair)),
    )
    return table, replace(comparison, document=two)


def select_columns(row: Row, columns: Iterable[int], sigla: tuple[str, str]) -> Row:
    """Leave some columns of a row."""
    return replace(
        row,
        cells=tuple(row.cells[at] for at in columns),
        links=tuple(link for link in row.links if link.a[0] in sigla and link.b[0] in sigla),
        not_in_text=tuple(siglum for siglum in row.not_in_text if siglum in sigla),
    )


def is_about(finding: Finding, sigla: tuple[str, str]) -> bool:
    """Tell whether a finding is about these versions, or about no version in particular."""
    named = finding.pair or ((finding.version,) if finding.version else ())
    return set(named) <= set(sigla)
