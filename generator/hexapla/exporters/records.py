"""Values → records of schema hexapla/1: plain dictionaries, as `docs/reference/json.md` describes them.

Keys stand in one order, so that equal values are equal bytes. A complete record has also the keys that the
schema calls optional (the texts of the sources, what clauses are for the alignment, and what else the
commands leave out because their reader has the files at hand); `record_reader` reads it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import cast

from hexapla.exporters.json_writer import spell_json
from hexapla.exporters.open_passage_records import open_passage_records
from hexapla.exporters.period_records import period_record
from hexapla.findings import Finding, Span
from hexapla.model import (
    Alignment,
    Annotation,
    Change,
    Clause,
    Comparison,
    Document,
    Edit,
    LevelLink,
    Link,
    Provenance,
    Row,
    SetAside,
    SetAsideChange,
    Source,
    SourceLocation,
    Suggestion,
    Version,
)
from hexapla.pairs import list_pairs_left_out
from hexapla.reading import main_status, row_statuses
from hexapla.reading.open_passages import count_drafts

Record = dict[str, object]
SCHEMA = "hexapla/1"
DECIMALS = 4
"""of scores: enough to order links, few enough that no platform's rounding shows"""


def dump_records(*documents: Record) -> str:
    """Write records of documents as JSON text: one key or item a line, characters as they are, LF at the end.

    Post-conditions:
        1. Equal records are equal texts.
        2. The text can be encoded in UTF-8: sources and paths hold no unpaired surrogate.
    """
    return json_text({"documents": documents})


def json_text(record: Record) -> str:
    """Write a record as JSON text, under the name of the schema; as `dump_records` does for documents."""
    whole: Record = {"schema": SCHEMA, **record}
    return spell_json(whole) + "\n"


def document_record(document: Document, *, settings: Sequence[Finding] = ()) -> Record:
    """Make the record of a document and its versions.

    Args:
        document: the document.
        settings: findings about its folder and settings, which stand before its own.
    """
    is_draft = bool(count_drafts(document))
    return {
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "order": document.order.value,
        "promised": document.promised,
        "set_aside": [
            {"file": each.file, "spans": span_records(each.spans), "kind": each.kind}
            for each in document.set_aside
        ],
        "findings": finding_records((*settings, *document.findings)),
        "versions": [
            {**version_record(version), **({"open": open_passage_records(version)} if is_draft else {})}
            for version in document.versions
        ],
    }


def alignment_record(
    alignment: Alignment, comparisons: Sequence[Comparison], *, settings: Sequence[Finding] = ()
) -> Record:
    """Make the record of a document with its rows and comparisons.

    Args:
        alignment: the alignment; its findings follow the document's.
        comparisons: as many as there are to be told.
        settings: as for `document_record`.
    """
    record = document_record(alignment.document, settings=settings)
    record["findings"] = finding_records((*settings, *alignment.document.findings, *alignment.findings))
    record["rows"] = [row_record(row, alignment.document.sigla) for row in alignment.rows]
    record["meaning"] = alignment.meaning
    record["suggestions"] = [suggestion_record(each) for each in alignment.suggestions]
    record["notes"] = [annotation_record(each) for each in alignment.annotations]
    record["mapping"] = [level_link_record(each) for each in alignment.level_links]
    record["comparisons"] = [comparison_record(comparison) for comparison in comparisons]
    return record


def complete_record(
    alignment: Alignment, comparisons: Sequence[Comparison], *, settings: Sequence[Finding] = ()
) -> Record:
    """Make the record that `from_record` reads; arguments as for `alignment_record`."""
    document = alignment.document
    record = alignment_record(alignment, comparisons, settings=settings)
    record["base"] = document.base
    record["items"] = [link_record(link) for link in alignment.items]
    record["translations"] = [list(pair) for pair in sorted(alignment.translations)]
    record["sources"] = [source_record(source) for source in document.sources]
    findings = (*settings, *document.findings, *alignment.findings)
    add_finding_details(record, findings)
    record["settings_findings"] = len(settings)
    record["document_findings"] = len(document.findings)
    for own, version in zip(child_records(record, "versions"), document.versions, strict=True):
        own["extent"] = list(version.extent)
        own["provenance"] = provenance_record(version.provenance)
        add_finding_details(own, version.findings)
        for each, clause in zip(child_records(own, "clauses"), version.clauses, strict=True):
            each["role"] = clause.role.value
    for own, row in zip(child_records(record, "rows"), alignment.rows, strict=True):
        own["not_in_text"] = list(row.not_in_text)
        own["decision"] = row.decision
    if left_out := list_pairs_left_out(document, comparisons):
        record["pairs_left_out"] = [list(pair) for pair in left_out]
    for own, comparison in zip(child_records(record, "comparisons"), comparisons, strict=True):
        own["translation"] = comparison.translation
        add_finding_details(own, comparison.findings)
        for each, change in zip(child_records(own, "changes"), comparison.changes, strict=True):
            add_finding_details(each, change.findings)
    return record


def child_records(record: Record, key: str) -> list[Record]:
    """Return the records below a key."""
    return cast("list[Record]", record[key])


def add_finding_details(record: Record, findings: Iterable[Finding]) -> None:
    """Add to records of findings what fills their message, and the row that is meant."""
    for own, finding in zip(child_records(record, "findings"), findings, strict=True):
        own["values"] = [list(pair) for pair in finding.values]
        own["row"] = finding.row
        own["pair"] = None if finding.pair is None else list(finding.pair)


def source_record(source: Source) -> Record:
    """Make the record of a source with its text."""
    record: Record = {
        "path": source.path,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "text": source.text,
        "findings": finding_records(source.findings, source),
        "places": [
            [place.start, place.part, place.page, place.paragraph, place.line] for place in source.places
        ],
        "markup": [[each.start, each.end, each.kind.value, each.value] for each in source.markup],
    }
    add_finding_details(record, source.findings)
    return record


def provenance_record(provenance: Provenance) -> Record:
    """Make the record of where a version comes from."""
    return asdict(provenance)


def version_record(version: Version) -> Record:
    """Make the record of a version."""
    return {
        "siglum": version.siglum,
        "label": version.label,
        "title": version.title,
        "language": version.language,
        "issued": version.issued,
        "in_force": period_record(version.in_force),
        "file": version.source.path,
        "part": version.part,
        "source_sha256": version.source.sha256,
        "text_sha256": sha256(version.text.encode()).hexdigest(),
        "characters": len(version.text),
        "completeness": version.completeness.value,
        "set_aside": [set_aside_record(each) for each in version.set_aside],
        "clauses": [clause_record(clause) for clause in version.clauses],
        "findings": finding_records(version.findings, version.source),
    }


def clause_record(clause: Clause) -> Record:
    """Make the record of a clause; of a line of a table also where its cells are."""
    cells = [
        {"table": cell.table, "row": cell.row, "column": cell.column, "span": [cell.start, cell.end]}
        for cell in clause.cells
    ]
    return {
        "id": clause.id,
        "number": clause.number,
        "heading": clause.heading,
        "text": clause.text,
        "depth": clause.depth,
        "spans": span_records(clause.spans),
        **({"cells": cells} if cells else {}),
    }


def set_aside_record(each: SetAside) -> Record:
    """Make the record of text that was set aside."""
    return {"spans": span_records(each.spans), "kind": each.kind, "clause": each.clause}


def finding_records(findings: Iterable[Finding], source: Source | None = None) -> list[Record]:
    """Make the records of findings; those of a source have their place in its file."""
    return [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message,
            "version": finding.version,
            "spans": None if finding.spans is None else span_records(finding.spans),
            "line": finding.line,
            "place": location_record(source.place(finding.spans[0][0]) if source and finding.spans else None),
        }
        for finding in findings
    ]


def location_record(place: SourceLocation | None) -> Record | None:
    """Make the record of a place in a file as people see it."""
    if place is None:
        return None
    return {"part": place.part, "page": place.page, "paragraph": place.paragraph, "line": place.line}


def span_records(spans: Iterable[Span]) -> list[list[int]]:
    """Make the records of spans."""
    return [list(span) for span in spans]


def row_record(row: Row, sigla: Sequence[str]) -> Record:
    """Make the record of a row; a version that is absent from it has an empty cell."""
    return {
        "id": row.id,
        "cells": {siglum: list(cell) for siglum, cell in zip(sigla, row.cells, strict=True)},
        "links": [link_record(link) for link in row.links],
    }


def link_record(link: Link) -> Record:
    """Make the record of a link."""
    return {
        "a": list(link.a),
        "b": list(link.b),
        "basis": link.basis.value,
        "score": round(link.score, DECIMALS),
        "confidence": link.confidence.value,
    }


def suggestion_record(each: Suggestion) -> Record:
    """Make the record of a suggestion."""
    score = round(each.score, DECIMALS)
    return {"a": list(each.a), "b": list(each.b), "score": score, "reason": each.reason.value}


def annotation_record(each: Annotation) -> Record:
    """Make the record of a note on a clause."""
    return {
        "row": each.row,
        "clause": list(each.clause),
        "kind": each.kind.value,
        "text": each.text,
        "author": each.author,
        "date": each.date,
        "file": each.file,
        "line": each.line,
    }


def level_link_record(each: LevelLink) -> Record:
    """Make the record of a link between texts of different ranks."""
    return {
        "a": list(each.a),
        "b": None if each.b is None else list(each.b),
        "level": each.level,
        "relation": each.relation.value,
        "reason": each.reason,
        "stale": [None if doubt is None else doubt.value for doubt in (each.a_doubt, each.b_doubt)],
        "names": [each.source, each.target],
        "words": [each.source_words, each.target_words],
        "file": each.file,
        "line": each.line,
    }


def comparison_record(comparison: Comparison) -> Record:
    """Make the record of a comparison."""
    return {
        "base": comparison.base,
        "target": comparison.target,
        "words": comparison.words,
        "changes": [change_record(change, comparison) for change in comparison.changes],
        "set_aside_changes": [set_aside_change_record(each) for each in comparison.set_aside_changes],
        "replacements": replacement_records(comparison),
        "findings": [
            record
            for each in comparison.findings
            for record in finding_records([each], find_source(comparison, each))
        ],
    }


def replacement_records(comparison: Comparison) -> list[Record]:
    """Make the records of the expressions that are exchanged throughout."""
    rows = {change.id: change.row for change in comparison.changes}
    return [
        {
            "id": each.id,
            "delete": each.delete,
            "insert": each.insert,
            "count": each.count,
            "rows": list(dict.fromkeys(rows[name] for name in each.changes)),
            "changes": list(each.changes),
            "kept_count": each.kept_count,
            "kept_in": list(each.kept_in),
        }
        for each in comparison.replacements
    ]


def find_source(comparison: Comparison, finding: Finding) -> Source | None:
    """Return the source in which a finding's place is."""
    return comparison.document.version(finding.version).source if finding.version else None


def set_aside_change_record(each: SetAsideChange) -> Record:
    """Make the record of a difference outside the clauses."""
    return {
        "kind": each.kind,
        "base": each.base,
        "target": each.target,
        "edits": edit_records(each.edits),
        "base_mark": each.base_mark,
        "target_mark": each.target_mark,
        "base_spans": span_records(each.base_spans),
        "target_spans": span_records(each.target_spans),
    }


def change_record(change: Change, comparison: Comparison) -> Record:
    """Make the record of a change."""
    sigla = comparison.base, comparison.target
    of = row_statuses(change, translation=comparison.translation)
    return {
        "id": change.id,
        "row": change.row,
        "cells": {siglum: list(cell) for siglum, cell in zip(sigla, change.cells, strict=True)},
        "status": main_status(of).data_name,
        "relation": change.relation.value,
        "moved": change.moved,
        "renumbered": change.renumbered,
        "flags": [flag.value for flag in change.flags],
        "edits": edit_records(change.edits),
        "heading_edits": edit_records(change.heading_edits),
        "moved_phrases": [list(pair) for pair in change.moved_phrases],
        "items": [link_record(link) for link in change.items],
        "replacements": list(change.replacements),
        "routine": [reason.value for reason in change.routine],
        "affected": [
            {"reason": each.reason.value, "change": each.change, "words": each.words}
            for each in change.affected
        ],
        "moved_with": change.moved_with,
        "decision": change.decision,
        "findings": finding_records(change.findings),
    }


def edit_records(edits: Iterable[Edit]) -> list[list[str]]:
    """Make the records of edits."""
    return [[edit.op.value, edit.text] for edit in edits]


def rounded(value: float | None) -> float | None:
    """Round as scores are rounded everywhere."""
    return None if value is None else round(value, DECIMALS)
