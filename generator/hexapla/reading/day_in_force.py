"""Which version of a document held on a day, and how surely; “nobody can tell” is an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hexapla.model import (
    Certainty,
    ClausesInForce,
    Document,
    Order,
    PeriodReason,
    Version,
    is_order_known,
)


class DayOutcome(StrEnum):
    """What is known of a day."""

    IN_FORCE = "in_force"
    """a version held"""
    NOT_YET = "not_yet"
    """the first version here had not begun"""
    EXPIRED = "expired"
    """the last version that had begun held no longer"""
    UNKNOWN = "unknown"
    """several versions may have held"""
    PARALLEL = "parallel"
    """the versions do not replace each other"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAnswer:
    """The answer to: what held on this day?"""

    day: str
    """ISO 8601"""
    outcome: DayOutcome
    version: Version | None = None
    """the version that held"""
    candidates: tuple[Version, ...] = ()
    """where the outcome is unknown: those of which one may have held"""
    not_yet: tuple[ClausesInForce, ...] = ()
    """clauses of the version that held from a later day only, or nobody knows from which"""
    upcoming: tuple[Version, ...] = ()
    """later versions with a known beginning after the day"""

    @property
    def certainty(self) -> Certainty:
        """How surely it is known."""
        if self.outcome in (DayOutcome.UNKNOWN, DayOutcome.PARALLEL):
            return Certainty.UNKNOWN
        return self.version.in_force.certainty if self.version else Certainty.DERIVED


def find_version_on(document: Document, day: str) -> DayAnswer:
    """Find the version that held on a day.

    Args:
        document: its versions replace each other, if it has several.
        day: ISO 8601, a whole day.

    A version of unknown beginning may have begun on any day from its issue on. Which of two that began on one
    day held is known only if their dates of issue tell which is newer.
    """
    versions = document.versions
    if len(versions) > 1 and document.order is not Order.CHRONOLOGICAL:
        return DayAnswer(day=day, outcome=DayOutcome.PARALLEL, candidates=versions)
    begun = [at for at, each in enumerate(versions) if has_begun(each, day)]
    last = begun[-1] if begun else None
    perhaps = [
        each for at, each in enumerate(versions) if may_have_begun(each, day) and (last is None or at > last)
    ]
    upcoming = tuple(each for each in versions if (each.in_force.start or "") > day)
    if perhaps or last is None:
        outcome = DayOutcome.UNKNOWN if perhaps or not versions else DayOutcome.NOT_YET
        sure = (versions[last],) if last is not None else ()
        return DayAnswer(day=day, outcome=outcome, candidates=(*sure, *perhaps), upcoming=upcoming)
    held = versions[last]
    if rivals := find_rivals(versions, last):
        return DayAnswer(day=day, outcome=DayOutcome.UNKNOWN, candidates=(*rivals, held), upcoming=upcoming)
    own = held.in_force
    if own.until is not None and own.until <= day:
        return DayAnswer(day=day, outcome=DayOutcome.EXPIRED, version=held, upcoming=upcoming)
    if own.certainty is Certainty.UNKNOWN and own.reason is not PeriodReason.NEXT_UNKNOWN:
        return DayAnswer(day=day, outcome=DayOutcome.UNKNOWN, candidates=(held,), upcoming=upcoming)
    return DayAnswer(
        day=day,
        outcome=DayOutcome.IN_FORCE,
        version=held,
        not_yet=tuple(each for each in own.exceptions if each.start is None or each.start > day),
        upcoming=upcoming,
    )


def has_begun(version: Version, day: str) -> bool:
    """Tell whether a version surely held on a day or before."""
    start = version.in_force.start
    return start is not None and start <= day


def may_have_begun(version: Version, day: str) -> bool:
    """Tell whether a version of unknown beginning may have held on a day or before."""
    own = version.in_force
    if own.start is not None:
        return False
    issued = version.issued or ""
    after = bool(issued) and issued > day and is_order_known(issued, day)
    return not after or own.reason is PeriodReason.BEFORE_ISSUE


def find_rivals(versions: Sequence[Version], last: int) -> tuple[Version, ...]:
    """Return versions that began on the same day as the last one, unless they are known to be older."""
    held = versions[last]
    return tuple(
        each
        for each in versions[:last]
        if (each.in_force.start or "") >= (held.in_force.start or "")
        and not (
            each.in_force.start == held.in_force.start
            and (each.issued or "") < (held.issued or "")
            and is_order_known(each.issued or "", held.issued or "")
        )
    )
