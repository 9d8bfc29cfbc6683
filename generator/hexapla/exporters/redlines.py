"""A redline of two versions: in the target's own Word document where both are such, else typeset."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hexapla.archive import first_day
from hexapla.exporters.word.redline import RedlinePair, write_headline, write_redline
from hexapla.model import Comparison, Document, Version
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument
from hexapla.reading.summary import list_summary_lines
from hexapla.text import unwrap

HOUR: Final = "00"
"""of a day on which changes are dated"""


@dataclass(frozen=True, slots=True)
class RedlineRequest:
    """How a redline shall be made."""

    originals: Mapping[str, bytes]
    """by the paths of sources, the bytes of those that are Word documents"""
    notes: bool = True
    """add comments where a clause moved, was split, merged or regrouped"""
    author: str | None = None
    """of all changes; None: the label of the target"""
    date: str | None = None
    """of all changes, ISO 8601, a day; None: when the target was issued, else the first day of 1980"""
    plain: bool = False
    """typeset it anew in any case"""
    summary: bool = False
    """say at its head, in a comment, what changed"""


@dataclass(frozen=True, slots=True)
class Redline:
    """A Word document with tracked changes, and what its reader must be told."""

    data: bytes
    own: bool
    """it is the target's own document"""
    notices: tuple[str, ...] = ()


def make_redline(
    printed: PrintedDocument, comparison: Comparison, wording: Wording, request: RedlineRequest
) -> Redline:
    """Make a redline.

    Args:
        printed: the document.
        comparison: of two versions.
        wording: of comments, and of the head of a typeset page.
        request: what else is asked for.
    """
    target = printed.document.version(comparison.target)
    author = request.author or unwrap(target.label) or target.siglum
    day = request.date or first_day(target.issued)
    signature = author, day
    summary = tuple(summarize_redline(printed, comparison, wording)) if request.summary else ()
    own = None
    if not request.plain:
        own = write_into_target(printed, comparison, wording, request, signature, summary)
    if own is not None:
        return own
    data = write_redline(
        printed, comparison, wording, notes=request.notes, summary=summary, signature=signature
    )
    return Redline(data, own=False)


def summarize_redline(printed: PrintedDocument, comparison: Comparison, wording: Wording) -> Iterator[str]:
    """Yield what is said at the head of a redline, in lines: which versions, and what changed."""
    yield write_headline(RedlinePair.of(printed, comparison), wording.between(comparison))
    yield from list_summary_lines(comparison, wording)


def write_into_target(
    printed: PrintedDocument,
    comparison: Comparison,
    wording: Wording,
    request: RedlineRequest,
    signature: tuple[str, str],
    summary: tuple[str, ...],
) -> Redline | None:
    """Write what changed into the target's own document; None where there is none."""
    document = printed.document
    versions = [document.version(siglum) for siglum in (comparison.base, comparison.target)]
    if not all(is_whole_file(document, each) and each.source.path in request.originals for each in versions):
        return None
    from hexapla.exporters.word_package import (  # noqa: PLC0415 - loads lxml, which plain texts do without
        OwnRedlineOptions,
        WordPackage,
        build_guide,
        write_own_redline,
    )

    base, target = (WordPackage(each.source.path, request.originals[each.source.path]) for each in versions)
    say = wording.between(comparison) if request.notes else None
    guide = build_guide(RedlinePair.of(printed, comparison), say, summary)
    author, day = signature
    options = OwnRedlineOptions(author, f"{day}T{HOUR}", document.language, wording.language)
    made = write_own_redline(base, target, guide, options)
    return None if made is None else Redline(made.data, own=True, notices=made.notices)


def is_whole_file(document: Document, version: Version) -> bool:
    """Tell whether a version is all that its file holds."""
    return (
        version.part is None
        and sum(each.source.path == version.source.path for each in document.versions) == 1
    )
