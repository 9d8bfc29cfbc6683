"""The files that are offered for download with a document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from hexapla.exporters.formats import FORMATS, ExportRequest, FileFormat, Scope
from hexapla.exporters.interface_text import InterfaceText
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, Document, File

__all__ = ["write_files", "write_format"]

MOST_FULLY_PAIRED: Final = 6
"""versions of which every pair has files of its own; of thirty that would be 435 pairs"""


def write_files(
    alignment: Alignment,
    comparisons: Sequence[Comparison],
    *,
    folder: str,
    wording: InterfaceText,
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
    request = ExportRequest(alignment=alignment, comparisons=comparisons, wording=wording, settings=settings)
    stem = f"{folder}/files/{alignment.document.id}"
    return tuple(file for name in formats for file in write_format(FORMATS[name], request, stem))


def write_format(form: FileFormat, request: ExportRequest, stem: str) -> Iterator[File]:
    """Write all files of a format: of the document, of each comparison, of each version, as it has them."""
    document = request.alignment.document
    for scope, write in form.writers.items():
        if scope is Scope.DOCUMENT and document.versions:
            yield File(uri=f"{stem}{form.suffix}", data=write(request), format=form.name)
        elif scope is Scope.COMPARISON:
            for one in offered_comparisons(document, request.comparisons):
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


def offered_comparisons(document: Document, comparisons: Sequence[Comparison]) -> Iterator[Comparison]:
    """Yield the comparisons that have files of their own.

    All of few versions. Of many those of neighbours, and of each version with the base or the first version:
    so files grow with the versions and not with their square.
    """
    sigla = document.sigla
    base = document.base or next(iter(sigla), None)  # a document of empty files has no versions
    near = {frozenset(pair) for pair in pairwise(sigla)}
    for one in comparisons:
        pair = (one.base, one.target)
        if len(sigla) <= MOST_FULLY_PAIRED or base in pair or frozenset(pair) in near:
            yield one
