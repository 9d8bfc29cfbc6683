"""What is said beside a text about its clauses: reasons, comments, reviews. Never text of a version."""

from dataclasses import dataclass
from enum import StrEnum


class AnnotationKind(StrEnum):
    """What an annotation is for."""

    REASON = "reason"
    """why the clause is worded so: 說明, Begründung, explanatory note"""
    COMMENT = "comment"
    """what somebody has to say about it"""
    REVIEW = "review"
    """that somebody has looked at it: a tick"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteEntry:
    """What somebody wrote beside a clause, before the clause is looked up."""

    clause: tuple[str, str]
    """(siglum, clause id) as it was written"""
    text: str
    """of a review it may be empty"""
    kind: AnnotationKind = AnnotationKind.COMMENT
    author: str | None = None
    date: str | None = None
    """ISO 8601 date"""
    file: str
    """path of the file in which it stands: `notes.yml`, or the source of a comparison table"""
    line: int
    """in that file, from 1; of a source in its text"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation(NoteEntry):
    """A note at the row of the clause it was written for; so later versions keep it."""

    row: str
    """id of the row"""
