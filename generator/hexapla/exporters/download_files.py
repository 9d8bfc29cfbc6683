"""The files that are offered for download with a document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hexapla.exporters.formats import FORMATS, ExportRequest, FileFormat, Scope
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, File
from hexapla.pairs import select_pairs_with_files
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument


def write_files(
    alignment: Alignment,
    comparisons: Sequence[Comparison],
    *,
    folder: str,
    wording: Wording,
    settings: Sequence[Finding] = (),
    formats: Sequence[str] = tuple(FORMATS),
) -> tuple[File, ...]:
    """Write a document in every format that a site offers.

    Args:
        alignment: the document's table.
        comparisons: pairs of its versions.
        folder: the document's folder in the site; files stand in `files/` below it.
        wording: for labels in tables.
        settings: findings about the document's settings.
        formats: names of formats, in the order in which they are offered.

    Raises:
        KeyError: a format that is not in the table.
    """
    printed = PrintedDocument(alignment)
    request = ExportRequest(printed=printed, comparisons=comparisons, wording=wording, settings=settings)
    stem = f"{folder}/files/{alignment.document.id}"
    return tuple(file for name in formats for file in write_format(FORMATS[name], request, stem))


def write_format(form: FileFormat, request: ExportRequest, stem: str) -> Iterator[File]:
    """Write all files of a format: of the document, of each comparison, of each version, as it has them."""
    document = request.alignment.document
    for scope, write in form.writers.items():
        if scope is Scope.DOCUMENT and document.versions:
            yield File(uri=f"{stem}{form.suffix}", data=write(request), format=form.name)
        elif scope is Scope.COMPARISON:
            for one in select_pairs_with_files(document, request.comparisons):
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
