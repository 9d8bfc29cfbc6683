"""The clauses of a document as pages show them beside those of others: names, words, and their passages."""

from collections.abc import Iterator
from dataclasses import dataclass

from hexapla.model import Document, Version
from hexapla.reuse.document_passages import DocumentPassages, make_passage_keys
from hexapla.text import unwrap
from hexapla.units import Unit, build_units

POINTS = "、.．,，:：;；"
"""signs behind a number that are no part of its name"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClause:
    """A clause of a version."""

    id: str
    name: str
    """its number as printed, else how it begins"""
    text: str
    """a line for its heading and for each part; empty where another version stands for it"""
    places: tuple[int, ...]
    """of its passages among those of the document; none: it says too little to be anybody's"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVersion:
    """A version with its clauses in order."""

    siglum: str
    label: str
    date: str
    """ISO 8601; empty: not known"""
    language: str
    """BCP 47"""
    clauses: tuple[ShownClause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDocument:
    """What pages about several documents show of one."""

    document: str
    """id"""
    title: str
    language: str
    latest: str
    """siglum of the version that stands for the document"""
    versions: tuple[ShownVersion, ...]

    def find_version(self, siglum: str) -> ShownVersion | None:
        """Return a version; None where there is none of that siglum."""
        return next((each for each in self.versions if each.siglum == siglum), None)


def extract_shown_clauses(document: Document, passages: DocumentPassages) -> ShownDocument:
    """Take from a document what pages show of it beside others.

    Args:
        document: as it was segmented.
        passages: of the same document.
    """
    place_of = {passage.key: place for place, passage in enumerate(passages.passages)}
    first = {(passage.versions[0], passage.clause) for passage in passages.passages}
    return ShownDocument(
        document=document.id,
        title=document.title,
        language=document.language,
        latest=passages.latest,
        versions=tuple(
            ShownVersion(
                siglum=version.siglum,
                label=version.label,
                date=version.issued or "",
                language=document.language if version.language == "und" else version.language,
                clauses=tuple(
                    show_clauses(version, place_of, first, whole=version.siglum == passages.latest)
                ),
            )
            for version in document.versions
        ),
    )


def show_clauses(
    version: Version, place_of: dict[str, int], first: set[tuple[str, str]], *, whole: bool
) -> Iterator[ShownClause]:
    """Yield a version's clauses; with the words of all of them if `whole`."""
    for unit in build_units(version):
        yield ShownClause(
            id=unit.id,
            name=unit.told.rstrip(POINTS),
            text=spell_unit(unit) if whole or (version.siglum, unit.id) in first else "",
            places=tuple(dict.fromkeys(place_of[key] for key in make_passage_keys(unit))),
        )


def spell_unit(unit: Unit) -> str:
    """Return a unit's words: a line for its heading, its own text, and each of its parts."""
    return "\n".join(unwrap(line) for line in (unit.heading or "", *unit.lines) if line)
