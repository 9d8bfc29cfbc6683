"""Annotations found their rows: those of `notes.yml`, and those that stand in a comparison table.

An annotation is written for a clause of one version. It stands with the row of that clause, so it stays with
the clause through all versions. What names a clause that is not in the texts (any more) is reported.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from hexapla.findings import Finding, make_finding
from hexapla.model import Alignment, Annotation, AnnotationKind, Document, MarkupKind, NoteEntry, Version
from hexapla.units import map_clauses_to_units

Place = tuple[str, str]
"""(siglum, clause id)"""


def annotate(alignment: Alignment, entries: Sequence[NoteEntry]) -> Alignment:
    """Add annotations to an alignment, those of tables before those of an editor, in the order of the rows.

    Findings: `note_orphan` for every entry whose clause does not exist.
    """
    document = alignment.document
    rows = map_places_to_rows(alignment)
    found: list[Annotation] = []
    lost: list[Finding] = []
    for entry in (*read_table_notes(document), *entries):
        row = rows.get(entry.clause)
        if row is None:
            lost.append(report_orphan(entry, document))
        else:
            found.append(make_annotation(entry, row))
    order = {row.id: at for at, row in enumerate(alignment.rows)}
    found.sort(key=lambda each: order[each.row])
    return replace(alignment, annotations=tuple(found), findings=(*alignment.findings, *lost))


def map_places_to_rows(alignment: Alignment) -> dict[Place, str]:
    """Return per clause of every version the id of the row in which it stands."""
    units: dict[Place, str] = {}
    for row in alignment.rows:
        for siglum, cell in zip(alignment.document.sigla, row.cells, strict=True):
            units |= dict.fromkeys(((siglum, unit) for unit in cell), row.id)
    return {
        (version.siglum, clause): units[version.siglum, unit]
        for version in alignment.document.versions
        for clause, unit in map_clauses_to_units(version).items()
        if (version.siglum, unit) in units
    }


def make_annotation(entry: NoteEntry, row: str) -> Annotation:
    """Make the annotation of an entry that has its row."""
    return Annotation(row=row, **{each.name: getattr(entry, each.name) for each in fields(NoteEntry)})


def read_table_notes(document: Document) -> Iterator[NoteEntry]:
    """Yield the notes of comparison tables (說明, Begründung), which segmentation has set aside."""
    for version in document.versions:
        yield from read_version_notes(version)


def read_version_notes(version: Version) -> Iterator[NoteEntry]:
    """Yield the notes of a table that are about clauses of a version; line ends are kept."""
    text = version.source.text
    breaks = [at for at, char in enumerate(text) if char == "\n"]
    for aside in version.set_aside:
        said = "".join(text[start:end] for start, end in aside.spans).strip()
        if aside.clause is not None and aside.kind == MarkupKind.NOTE and said:
            yield NoteEntry(
                clause=(version.siglum, aside.clause),
                text=said,
                kind=AnnotationKind.REASON,
                file=version.source.path,
                line=bisect_right(breaks, aside.spans[0][0] - 1) + 1,
            )


def report_orphan(entry: NoteEntry, document: Document) -> Finding:
    """Say of an entry that its clause does not exist."""
    siglum, clause = entry.clause
    known = siglum in document.sigla
    reason = f"{siglum} has no clause {clause}" if known else f"there is no version {siglum}"
    return make_finding("note_orphan", file=entry.file, entry=entry.line, reason=reason)


def list_written_notes(alignment: Alignment) -> tuple[Annotation, ...]:
    """Return the annotations that an editor wrote, without those of comparison tables."""
    sources = {version.source.path for version in alignment.document.versions}
    return tuple(each for each in alignment.annotations if each.file not in sources)
