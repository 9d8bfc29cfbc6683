"""The formats in which a document can be had, as a table. A new one is a row here.

A writer is a function from a `Request` to bytes; it reads nothing, asks no clock, and gives equal bytes for
equal values.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from hexapla.export import commas, docx, sheets, tei
from hexapla.export.akn import act
from hexapla.export.complete import complete_record
from hexapla.export.records import dumps
from hexapla.export.wording import Wording
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, Version

__all__ = ["FORMATS", "Format", "Request", "Scope"]


class Scope(StrEnum):
    """What a file is about."""

    DOCUMENT = "document"
    """all versions and comparisons"""
    COMPARISON = "comparison"
    VERSION = "version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a writer gets."""

    alignment: Alignment
    comparisons: Sequence[Comparison]
    wording: Wording
    settings: Sequence[Finding] = ()
    notes: bool = True
    """for people: in tables a column that says in words what changed, in redlines comments"""
    comparison: Comparison | None = None
    version: Version | None = None

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
class Format:
    """A kind of file."""

    name: str
    suffix: str
    """what the file's name ends in, after the document's id and the sigla"""
    media_type: str
    writers: Mapping[Scope, Callable[[Request], bytes]] = field(repr=False)
    """by what it can be about"""


def table(request: Request) -> bytes:
    """Write all versions side by side."""
    return docx.version_table(request.alignment, request.comparisons, request.wording, notes=request.notes)


def pair(request: Request) -> bytes:
    """Write two versions side by side."""
    return docx.pair_table(request.alignment, request.pair, request.wording, notes=request.notes)


def redline(request: Request) -> bytes:
    """Write a text with tracked changes."""
    return docx.redline(request.alignment, request.pair, request.wording, notes=request.notes)


def workbook(request: Request) -> bytes:
    """Write the concordance and the comparisons as a workbook."""
    return sheets.workbook(request.alignment, request.comparisons, request.wording)


def json(request: Request) -> bytes:
    """Write all that is known of a document."""
    return dumps(complete_record(request.alignment, request.comparisons, settings=request.settings)).encode()


def akoma_ntoso(request: Request) -> bytes:
    """Write a version.

    Raises:
        ValueError: none is asked for.
    """
    if request.version is None:
        raise ValueError("a version is needed")
    return act(request.alignment.document, request.version)


WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FORMATS: Final[Mapping[str, Format]] = {
    form.name: form
    for form in (
        Format("docx", "-table.docx", WORD, {Scope.DOCUMENT: table, Scope.COMPARISON: pair}),
        Format("redline", "-redline.docx", WORD, {Scope.COMPARISON: redline}),
        Format("xlsx", ".xlsx", EXCEL, {Scope.DOCUMENT: workbook}),
        Format(
            "csv",
            "-concordance.csv",
            "text/csv",
            {Scope.DOCUMENT: lambda request: commas.concordance(request.alignment)},
        ),
        Format(
            "changes",
            "-changes.csv",
            "text/csv",
            {Scope.DOCUMENT: lambda request: commas.changes(request.alignment, request.comparisons)},
        ),
        Format("json", ".json", "application/json", {Scope.DOCUMENT: json}),
        Format(
            "tei",
            ".tei.xml",
            "application/tei+xml",
            {Scope.DOCUMENT: lambda request: tei.apparatus(request.alignment)},
        ),
        Format("akn", ".akn.xml", "application/akn+xml", {Scope.VERSION: akoma_ntoso}),
    )
}
