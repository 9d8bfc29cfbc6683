"""The formats in which a document can be had, as a table. A new one is a row here.

A writer is a function from a `Request` to bytes; it reads nothing, asks no clock, and gives equal bytes for
equal values.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from hexapla.exporters import csv_tables, tei_apparatus, word, workbook
from hexapla.exporters.akn import write_act
from hexapla.exporters.full_record import complete_record
from hexapla.exporters.records import dump_records
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, Version
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument


class Scope(StrEnum):
    """What a file is about."""

    DOCUMENT = "document"
    """all versions and comparisons"""
    COMPARISON = "comparison"
    VERSION = "version"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What a writer gets."""

    printed: PrintedDocument
    comparisons: Sequence[Comparison]
    wording: Wording
    settings: Sequence[Finding] = ()
    notes: bool = True
    """for people: in tables a column that says in words what changed, in redlines comments"""
    comparison: Comparison | None = None
    version: Version | None = None

    @property
    def alignment(self) -> Alignment:
        """The table of all versions."""
        return self.printed.alignment

    @property
    def pair(self) -> Comparison:
        """The comparison that is asked for.

        Raises:
            ValueError: none is.
        """
        if self.comparison is None:
            raise ValueError("a comparison is needed")
        return self.comparison


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A kind of file."""

    name: str
    suffix: str
    """what the file's name ends in, after the document's id and the sigla"""
    media_type: str
    writers: Mapping[Scope, Callable[[ExportRequest], bytes]] = field(repr=False)
    """by what it can be about"""


def write_docx_table(request: ExportRequest) -> bytes:
    """Write all versions side by side."""
    return word.write_version_table(
        request.printed, request.comparisons, request.wording, notes=request.notes
    )


def write_docx_pair(request: ExportRequest) -> bytes:
    """Write two versions side by side."""
    return word.write_pair_table(request.printed, request.pair, request.wording, notes=request.notes)


def write_docx_redline(request: ExportRequest) -> bytes:
    """Write a text with tracked changes."""
    return word.write_redline(request.printed, request.pair, request.wording, notes=request.notes)


def write_xlsx(request: ExportRequest) -> bytes:
    """Write the concordance and the comparisons as a workbook."""
    return workbook.write_workbook(request.printed, request.comparisons, request.wording)


def write_json(request: ExportRequest) -> bytes:
    """Write all that is known of a document."""
    return dump_records(
        complete_record(request.alignment, request.comparisons, settings=request.settings)
    ).encode()


def write_akoma_ntoso(request: ExportRequest) -> bytes:
    """Write a version.

    Raises:
        ValueError: none is asked for.
    """
    if request.version is None:
        raise ValueError("a version is needed")
    return write_act(request.alignment.document, request.version)


WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FORMATS: Final[Mapping[str, FileFormat]] = {
    form.name: form
    for form in (
        FileFormat(
            "docx", "-table.docx", WORD, {Scope.DOCUMENT: write_docx_table, Scope.COMPARISON: write_docx_pair}
        ),
        FileFormat("redline", "-redline.docx", WORD, {Scope.COMPARISON: write_docx_redline}),
        FileFormat("xlsx", ".xlsx", EXCEL, {Scope.DOCUMENT: write_xlsx}),
        FileFormat(
            "csv",
            "-concordance.csv",
            "text/csv",
            {Scope.DOCUMENT: lambda request: csv_tables.write_concordance_csv(request.printed)},
        ),
        FileFormat(
            "changes",
            "-changes.csv",
            "text/csv",
            {
                Scope.DOCUMENT: lambda request: csv_tables.write_changes_csv(
                    request.printed, request.comparisons
                )
            },
        ),
        FileFormat("json", ".json", "application/json", {Scope.DOCUMENT: write_json}),
        FileFormat(
            "tei",
            ".tei.xml",
            "application/tei+xml",
            {Scope.DOCUMENT: lambda request: tei_apparatus.write_apparatus(request.alignment)},
        ),
        FileFormat("akn", ".akn.xml", "application/akn+xml", {Scope.VERSION: write_akoma_ntoso}),
    )
}
