"""Everything that is known of a document as one record, from which the values can be had back.

Schema hexapla/1 with the keys that it calls optional: the sources' texts, what clauses are for the alignment,
and what else the commands leave out because their reader has the files at hand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import cast

from hexapla.exporters.records import Record, alignment_record, finding_records
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, Provenance, Source


def complete_record(
    alignment: Alignment, comparisons: Sequence[Comparison], *, settings: Sequence[Finding] = ()
) -> Record:
    """Make the record that `from_record` reads; arguments as for `alignment_record`."""
    document = alignment.document
    record = alignment_record(alignment, comparisons, settings=settings)
    record["base"] = document.base
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
    for own, comparison in zip(child_records(record, "comparisons"), comparisons, strict=True):
        own["translation"] = comparison.translation
        add_finding_details(own, comparison.findings)
        for each, change in zip(child_records(own, "changes"), comparison.changes, strict=True):
            add_finding_details(each, change.findings)
    return record


def child_records(record: Record, key: str) -> list[Record]:
    """Return the records below a key."""
    return cast("list[Record]", record[key])


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
    }
    add_finding_details(record, source.findings)
    return record


def provenance_record(provenance: Provenance) -> Record:
    """Make the record of where a version comes from."""
    return asdict(provenance)


def add_finding_details(record: Record, findings: Iterable[Finding]) -> None:
    """Add to records of findings what fills their message, and the row that is meant."""
    for own, finding in zip(child_records(record, "findings"), findings, strict=True):
        own["values"] = [list(pair) for pair in finding.values]
        own["row"] = finding.row
        own["pair"] = None if finding.pair is None else list(finding.pair)
