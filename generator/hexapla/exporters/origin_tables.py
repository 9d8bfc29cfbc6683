"""Which version brought each word, as a table and as data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from hexapla.errors import UsageError
from hexapla.exporters.csv_tables import UNNUMBERED, write_csv
from hexapla.exporters.records import SCHEMA, Record, json_text
from hexapla.model import Comparison, Document, Order, Version
from hexapla.reading.labels import Labels
from hexapla.reading.origins import OriginRun, UnitOrigins, trace_origins
from hexapla.reading.printed_rows import PrintedDocument
from hexapla.units import build_units

COLUMNS: Final = ("version", "clause", "number", "part", "start", "end", "brought_by", "issued", "text")
"""`start` and `end` count characters of the clause's heading or text; `issued` is the date of `brought_by`"""


def write_origins_csv(printed: PrintedDocument, comparisons: Sequence[Comparison]) -> bytes:
    """Write a line for each run of words that one version brought.

    Raises:
        UsageError: the versions do not replace each other.
    """
    document = printed.document
    issued = {version.siglum: version.issued or "" for version in document.versions}
    rows = (
        (
            siglum,
            unit,
            printed.labels[siglum, unit] or UNNUMBERED,
            part,
            str(run.start),
            str(run.end),
            run.version or "",
            issued.get(run.version or "", ""),
            text[run.start : run.end],
        )
        for siglum, unit, part, text, runs in list_origins(document, comparisons)
        for run in runs
    )
    return write_csv([COLUMNS, *rows])


def write_origins_json(printed: PrintedDocument, comparisons: Sequence[Comparison]) -> bytes:
    """Write the same by version and clause: pairs of words and the siglum of the version that brought them.

    Raises:
        UsageError: the versions do not replace each other.
    """
    document = printed.document
    traced = trace_document(document, comparisons)
    record: Record = {
        "schema": SCHEMA,
        "id": document.id,
        "versions": [
            {
                "siglum": version.siglum,
                "issued": version.issued,
                "clauses": list(list_clause_records(version, traced[version.siglum], printed.labels)),
            }
            for version in document.versions
        ],
    }
    return json_text(record).encode()


def list_clause_records(
    version: Version, traced: Mapping[str, UnitOrigins], labels: Labels
) -> Iterator[Record]:
    """Yield the record of each clause of a version."""
    for unit in build_units(version):
        own = traced[unit.id]
        yield {
            "id": unit.id,
            "number": labels[version.siglum, unit.id] or None,
            "heading": pair_words(unit.heading or "", own.heading),
            "text": pair_words(unit.text, own.text),
        }


def pair_words(text: str, runs: Iterable[OriginRun]) -> list[list[str | None]]:
    """Return the runs of a text as words and siglum; null where nobody can tell."""
    return [[text[run.start : run.end], run.version] for run in runs]


def list_origins(
    document: Document, comparisons: Sequence[Comparison]
) -> Iterator[tuple[str, str, str, str, Sequence[OriginRun]]]:
    """Yield siglum, clause, part, its text and the runs of it."""
    traced = trace_document(document, comparisons)
    for version in document.versions:
        for unit in build_units(version):
            own = traced[version.siglum][unit.id]
            if unit.heading:
                yield version.siglum, unit.id, "heading", unit.heading, own.heading
            yield version.siglum, unit.id, "text", unit.text, own.text


def trace_document(
    document: Document, comparisons: Sequence[Comparison]
) -> Mapping[str, Mapping[str, UnitOrigins]]:
    """Say which version brought each word.

    Raises:
        UsageError: the versions do not replace each other.
    """
    if document.order is not Order.CHRONOLOGICAL:
        raise UsageError(
            f"Nothing tells which version of {document.id} is older, so no version brought a word: "
            "give the versions dates, or `order: chronological`, in document.yml."
        )
    return trace_origins(document, {(each.base, each.target): each for each in comparisons})
