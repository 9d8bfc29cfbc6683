"""From when to when a version holds, and how surely that is known."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Certainty(StrEnum):
    """How a period in force is known."""

    GIVEN = "given"
    """an editor said it"""
    DERIVED = "derived"
    """read in the text, where it is unmistakable, or from the version that follows"""
    UNKNOWN = "unknown"
    """an end of the period is open to doubt"""


class PeriodReason(StrEnum):
    """What a period in force rests on, or why it is unknown."""

    EDITOR = "editor"
    NOTE = "note"
    """the note of adoption says it"""
    CLAUSE = "clause"
    """a commencement clause says it"""
    SILENT = "silent"
    """nothing tells it"""
    UNDATED = "undated"
    """a day is said, but nothing tells whether it is this version's or that of an earlier one"""
    KEPT = "kept"
    """the words stand in an earlier version too, and may be meant for that one alone"""
    BEFORE_ISSUE = "before_issue"
    """the day lies before the version was issued"""
    PUBLICATION_UNKNOWN = "publication_unknown"
    """it holds from its publication, and nothing tells when that was"""
    UNCLEAR = "unclear"
    """the words are conditional, or not understood"""
    CONTRADICTORY = "contradictory"
    """several days are said"""
    NEXT_UNKNOWN = "next_unknown"
    """its beginning is known; when the next version took its place is not"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausesInForce:
    """Clauses that hold from another day than the rest of their version."""

    clauses: tuple[str, ...]
    """ids, in document order"""
    start: str | None
    """ISO 8601 day; None: unknown"""
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The period in which a version holds, half open."""

    start: str | None = None
    """the first day, ISO 8601; None: unknown"""
    until: str | None = None
    """the first day on which it holds no longer; None: unknown, or nothing says that it ends"""
    certainty: Certainty = Certainty.UNKNOWN
    """of the whole period: if it is not unknown and `until` is None, nothing here says that it ends"""
    reason: PeriodReason = PeriodReason.SILENT
    clause: str | None = None
    """id of the clause that says it"""
    exceptions: tuple[ClausesInForce, ...] = ()


UNKNOWN_PERIOD: Final = InForce()
