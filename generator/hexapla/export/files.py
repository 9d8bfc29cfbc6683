"""The files that are offered for download with a document."""

from collections.abc import Sequence

from hexapla.export.records import alignment_record, dumps
from hexapla.findings import Finding
from hexapla.model import Alignment, Comparison, File

__all__ = ["files"]


def files(
    alignment: Alignment,
    comparisons: Sequence[Comparison],
    *,
    folder: str,
    settings: Sequence[Finding] = (),
    language: str = "en",  # noqa: ARG001 - labels in tables for people are in the interface's language
) -> tuple[File, ...]:
    """Write a document in every format that a site offers.

    Args:
        alignment: the document's table.
        comparisons: pairs of its versions.
        folder: the document's folder in the site; files stand in `files/` below it.
        settings: findings about the document's settings.
        language: of the interface, BCP 47.
    """
    record = alignment_record(alignment, comparisons, settings=settings)
    uri = f"{folder}/files/{alignment.document.id}.json"
    return (File(uri=uri, data=dumps(record).encode(), format="json"),)
