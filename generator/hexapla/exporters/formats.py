"""The formats in which a document can be had, as a table, and its files in them. A new format is a row here.

A writer is a function from an `ExportRequest` to bytes; it reads nothing, asks no clock, and gives equal
bytes for equal values.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from hexapla.exporters import csv_tables, number_tables, origin_tables, tei_apparatus, word, workbook
from hexapla.exporters.akn_act import write_act
from hexapla.exporters.profile_workbook import write_profile_workbook
from hexapla.exporters.records import complete_record, dump_records
from hexapla.exporters.redlines import Redline, RedlineRequest, make_redline
from hexapla.exporters.table_profile import TableProfile
from hexapla.exporters.word.profile_table import write_profile_table
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, File, Order, Row, Version
from hexapla.pairs import DEFAULT_CHOICE, list_pairs_left_out, select_pairs_with_files
from hexapla.reading import measure_similarity
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
    originals: Mapping[str, bytes] = field(default_factory=dict)
    """by the paths of sources, the bytes of Word documents: a redline is written into the target's own"""
    author: str | None = None
    """of a redline's changes; None: the label of the target"""
    date: str | None = None
    """of a redline's changes, ISO 8601, a day; None: when the target was issued, else a fixed one"""
    plain: bool = False
    """a redline is typeset anew even where the target's own document is there"""
    summary: bool = False
    """a redline says at its head, in a comment, what changed"""
    profile: TableProfile | None = None
    """the form of a table; None: ours"""

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


COMPARED: Final = frozenset({Order.CHRONOLOGICAL, Order.PARALLEL})
"""orders of versions, which are compared; texts of different ranks are not"""
ANY_ORDER: Final = frozenset(Order)


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A kind of file."""

    name: str
    suffix: str
    """what the file's name ends in, after the document's id and the sigla"""
    media_type: str
    writers: Mapping[Scope, Callable[[ExportRequest], bytes]] = field(repr=False)
    """by what it can be about"""
    worded: bool = False
    """whether it holds words of ours, in the language of the request"""
    noted: bool = False
    """whether it says in words what changed, unless the request leaves that out"""
    offered: bool = True
    """whether a site offers it unless told otherwise; else it is written when asked for"""
    bounded: bool = False
    """whether the file of a document grows with its pairs: a site's tells those with files of their own"""
    orders: frozenset[Order] = COMPARED
    """how the texts must stand to each other; of others a site has none"""


def write_docx_table(request: ExportRequest) -> bytes:
    """Write all versions side by side."""
    if request.profile:
        return write_profile_table(
            request.printed, None, request.wording, request.profile, request.comparisons
        )
    return word.write_version_table(
        request.printed, request.comparisons, request.wording, notes=request.notes
    )


def write_docx_pair(request: ExportRequest) -> bytes:
    """Write two versions side by side."""
    if request.profile:
        return write_profile_table(request.printed, request.pair, request.wording, request.profile)
    return word.write_pair_table(request.printed, request.pair, request.wording, notes=request.notes)


def write_docx_redline(request: ExportRequest) -> bytes:
    """Write a text with tracked changes."""
    return request_redline(request).data


def request_redline(request: ExportRequest) -> Redline:
    """Make a redline, with what its reader must be told."""
    asked = RedlineRequest(
        originals=request.originals,
        notes=request.notes,
        author=request.author,
        date=request.date,
        plain=request.plain,
        summary=request.summary,
    )
    return make_redline(request.printed, request.pair, request.wording, asked)


def write_xlsx(request: ExportRequest) -> bytes:
    """Write the concordance and the comparisons as a workbook; with a profile its table alone."""
    if request.profile:
        return write_profile_workbook(
            request.printed, request.comparison, request.wording, request.profile, request.comparisons
        )
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
            "docx",
            "-table.docx",
            WORD,
            {Scope.DOCUMENT: write_docx_table, Scope.COMPARISON: write_docx_pair},
            worded=True,
            noted=True,
        ),
        FileFormat(
            "redline",
            "-redline.docx",
            WORD,
            {Scope.COMPARISON: write_docx_redline},
            worded=True,
            noted=True,
        ),
        FileFormat("xlsx", ".xlsx", EXCEL, {Scope.DOCUMENT: write_xlsx}, worded=True, bounded=True),
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
            bounded=True,
        ),
        FileFormat(
            "json",
            ".json",
            "application/json",
            {Scope.DOCUMENT: write_json},
            bounded=True,
            orders=ANY_ORDER,
        ),
        FileFormat(
            "tei",
            ".tei.xml",
            "application/tei+xml",
            {Scope.DOCUMENT: lambda request: tei_apparatus.write_apparatus(request.alignment)},
        ),
        FileFormat(
            "blame",
            "-blame.csv",
            "text/csv",
            {
                Scope.DOCUMENT: lambda request: origin_tables.write_origins_csv(
                    request.printed, request.comparisons
                )
            },
            offered=False,
            orders=frozenset({Order.CHRONOLOGICAL}),
        ),
        FileFormat(
            "blame-json",
            "-blame.json",
            "application/json",
            {
                Scope.DOCUMENT: lambda request: origin_tables.write_origins_json(
                    request.printed, request.comparisons
                )
            },
            offered=False,
            orders=frozenset({Order.CHRONOLOGICAL}),
        ),
        FileFormat(
            "resolve",
            "-resolve.csv",
            "text/csv",
            {
                Scope.DOCUMENT: lambda request: number_tables.write_numbers_csv(
                    request.alignment, request.comparisons
                )
            },
            offered=False,
            orders=ANY_ORDER,
        ),
        FileFormat(
            "akn",
            ".akn.xml",
            "application/akn+xml",
            {Scope.VERSION: write_akoma_ntoso},
            orders=ANY_ORDER,
        ),
    )
}

OFFERED_FORMATS: Final = tuple(name for name, form in FORMATS.items() if form.offered)
"""names of the formats that a site offers unless told otherwise"""


def write_files(
    alignment: Alignment,
    comparisons: Sequence[Comparison],
    *,
    folder: str,
    wording: Wording,
    settings: Sequence[Finding] = (),
    formats: Sequence[str] = OFFERED_FORMATS,
    originals: Mapping[str, bytes] | None = None,
    choice: Sequence[str] = DEFAULT_CHOICE,
) -> tuple[File, ...]:
    """Write a document in every format that a site offers.

    Args:
        alignment: the document's table.
        comparisons: pairs of its versions.
        folder: the document's folder in the site; files stand in `files/` below it.
        wording: for labels in tables.
        settings: findings about the document's settings.
        formats: names of formats, in the order in which they are offered.
        originals: by the paths of sources, the bytes of Word documents.
        choice: which pairs have files of their own, and stand in those about all; in the words of `pairs`.

    Raises:
        KeyError: a format that is not in the table.
    """
    printed = PrintedDocument(alignment)
    request = ExportRequest(
        printed=printed,
        comparisons=comparisons,
        wording=wording,
        settings=settings,
        originals=originals or {},
    )
    stem = f"{folder}/files/{alignment.document.id}"
    pairs = select_pairs_with_files(alignment.document, comparisons, choice, likeness=measure_similarity)
    own = tuple(each for each in comparisons if (each.base, each.target) in pairs)
    return tuple(file for name in formats for file in write_format(FORMATS[name], request, own, stem))


def write_format(
    form: FileFormat, request: ExportRequest, own: Sequence[Comparison], stem: str
) -> Iterator[File]:
    """Write all files of a format: of the document, of each comparison, of each version, as it has them.

    Args:
        form: the format.
        request: for the whole document.
        own: comparisons that have files of their own; a bounded file tells these alone.
        stem: what the files' names begin with.
    """
    document = request.alignment.document
    if document.order not in form.orders:
        return
    for scope, write in form.writers.items():
        if scope is Scope.DOCUMENT and document.versions:
            whole = replace(request, comparisons=own) if form.bounded else request
            lacking = len(list_pairs_left_out(document, own)) if form.bounded else 0
            data = write(whole)
            yield File(uri=f"{stem}{form.suffix}", data=data, format=form.name, pairs_left_out=lacking)
        elif scope is Scope.COMPARISON:
            for one in own:
                yield File(
                    uri=f"{stem}-{one.base}-{one.target}{form.suffix}",
                    data=write(replace(request, comparison=one)),
                    format=form.name,
                    base=one.base,
                    target=one.target,
                )
        elif scope is Scope.VERSION:
            for version in document.versions:
                yield File(
                    uri=f"{stem}-{version.siglum}{form.suffix}",
                    data=write(replace(request, version=version)),
                    format=form.name,
                    base=version.siglum,
                )


def restrict_to_pair(alignment: Alignment, comparison: Comparison) -> tuple[Alignment, Comparison]:
    """Leave out every version but the two that are compared, for a file or a page about the pair alone.

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
    columned = (select_columns(row, columns, pair) for row in alignment.rows)
    rows = tuple(row for row in columned if any(row.cells))
    kept = {row.id for row in rows}
    table = replace(
        alignment,
        document=two,
        rows=rows,
        findings=tuple(each for each in alignment.findings if is_about(each, pair)),
        suggestions=tuple(each for each in alignment.suggestions if {each.a[0], each.b[0]} <= set(pair)),
        items=tuple(each for each in alignment.items if {each.a[0], each.b[0]} <= set(pair)),
        annotations=tuple(each for each in alignment.annotations if each.row in kept),
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
