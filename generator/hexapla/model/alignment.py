"""One table of rows for all versions, and why clauses stand in a row."""

from dataclasses import dataclass, replace
from enum import StrEnum

from hexapla.findings import Finding
from hexapla.model.annotation import Annotation
from hexapla.model.document import Document
from hexapla.model.level_links import LevelLink


class Basis(StrEnum):
    """Why a link was made."""

    DECLARED = "declared"
    IDENTICAL = "identical"
    NUMBER = "number"
    WORDING = "wording"
    CONTAINMENT = "containment"
    STRUCTURE = "structure"


class Confidence(StrEnum):
    """How far a link can be trusted. Strong and check are above the bar."""

    STRONG = "strong"
    CHECK = "check"
    WEAK = "weak"


STRONG_FROM = 0.45
CHECK_FROM = 0.30


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two units that belong together, and why; or two passages of units."""

    a: tuple[str, str]
    """(siglum, clause id); `a` stands before `b` in the order of sigla"""
    b: tuple[str, str]
    basis: Basis
    score: float
    """0 to 1"""

    def reversed(self) -> "Link":
        """Read it from its second end to its first."""
        return replace(self, a=self.b, b=self.a)

    @property
    def confidence(self) -> Confidence:
        """Strong from .45 or by declaration or identity, check from .30, else weak."""
        if self.basis in (Basis.DECLARED, Basis.IDENTICAL) or self.score >= STRONG_FROM:
            return Confidence.STRONG
        return Confidence.CHECK if self.score >= CHECK_FROM else Confidence.WEAK


class SuggestionReason(StrEnum):
    """What a suggestion rests on."""

    TOPIC = "topic"
    """words that both share, and few others"""
    MEANING = "meaning"
    """a sentence model finds their meanings near (`Alignment.meaning`)"""
    WORDING = "wording"
    """much the same words, in texts of different ranks"""
    CITATION = "citation"
    """one cites the other, in texts of different ranks"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two units, not linked, that may speak of the same matter; never a link."""

    a: tuple[str, str]
    """(siglum, unit id); `a` stands before `b` in the order of sigla"""
    b: tuple[str, str]
    score: float
    """0 to 1; not comparable with the score of a link"""
    reason: SuggestionReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Units that belong together, over all versions."""

    id: str
    """a permalink: siglum and id of the row's first unit in the first version that has one (`A__art_12`)"""
    cells: tuple[tuple[str, ...], ...]
    """one per version, in the order of sigla: ids of units in document order;
    none = absent, several = split or merged"""
    links: tuple[Link, ...]
    not_in_text: tuple[str, ...] = ()
    """sigla of versions whose silence here proves nothing: cut off before, or beginning after, this row"""
    decision: str | None = None
    """the reason of an editor's decision that shaped this row"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """One table for all versions. Every unit of every version stands in exactly one row."""

    document: Document
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    suggestions: tuple[Suggestion, ...] = ()
    """for units that found no counterpart; they join no rows"""
    items: tuple[Link, ...] = ()
    """between paragraphs and items (`units.list_passages`) of every two versions, by siglum and clause id; a
    unit's own first paragraph goes by the unit's id"""
    meaning: str | None = None
    """name and version of the sentence model that was asked for suggestions; None: words alone"""
    annotations: tuple[Annotation, ...] = ()
    """what is said beside the clauses, in the order of the rows"""
    translations: frozenset[tuple[str, str]] = frozenset()
    """pairs of sigla, in their order, of versions in different languages: structure alone links them"""
    level_links: tuple[LevelLink, ...] = ()
    """between texts of different ranks, as an editor wrote them (`Order.LEVELS`)"""
