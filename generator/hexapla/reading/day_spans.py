"""The days of a document, cut where what is known of them changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hexapla.model import Document, Order, Version
from hexapla.reading.day_in_force import DayAnswer, DayOutcome, find_version_on

FIRST_DAY: Final = "0001-01-01"
"""stands for all days before the first that anything says"""
WHOLE_DAY: Final = "0000-01-01"
"""a year or a month begins with the first of its days"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpan:
    """Days one after the other of which the same is known."""

    start: str | None
    """the first, ISO 8601; None: there is no first"""
    until: str | None
    """the first day after it; None: it does not end"""
    answer: DayAnswer
    """of its first day, and so of each"""


def list_day_spans(document: Document) -> tuple[DaySpan, ...]:
    """Cut all days into spans of which the same is known, the earliest first.

    Args:
        document: its versions, each with its period.

    Returns:
        Spans that follow each other without a gap and hold every day; none where the versions do not replace
        each other, or where nothing tells from when any of them holds.

    Example:
        A version that holds from 2020-03-01, and no other: the days before, on which nothing held yet, and
        all others.
    """
    if not has_known_days(document):
        return ()
    days = [FIRST_DAY, *sorted(set(list_turns(document)) - {FIRST_DAY})]
    answers = [find_version_on(document, day) for day in days]
    kept = [at for at in range(len(days)) if not at or describe(answers[at]) != describe(answers[at - 1])]
    ends = [*(days[at] for at in kept[1:]), None]
    return tuple(
        DaySpan(start=days[at] if at else None, until=until, answer=answers[at])
        for at, until in zip(kept, ends, strict=True)
    )


def has_known_days(document: Document) -> bool:
    """Tell whether anything is to be said of the days of a document."""
    replace_each_other = len(document.versions) == 1 or document.order is Order.CHRONOLOGICAL
    return replace_each_other and any(each.in_force.start for each in document.versions)


def list_turns(document: Document) -> Iterator[str]:
    """Yield the days from which something else may be known."""
    for version in document.versions:
        own = version.in_force
        days = (own.start, own.until, version.issued, *(each.start for each in own.exceptions))
        for day in filter(None, days):
            yield day + WHOLE_DAY[len(day) :]


def describe(answer: DayAnswer) -> tuple[object, ...]:
    """Return what an answer says, but for the day."""
    held = answer.version.siglum if answer.version else None
    return answer.outcome, held, [each.siglum for each in answer.candidates], answer.not_yet


def find_present_version(document: Document) -> Version | None:
    """Return the version that held last and of which nothing says that it ends; None: nobody can tell.

    It is the answer for all days after the last that anything says.
    """
    spans = list_day_spans(document)
    last = spans[-1].answer if spans else None
    return last.version if last and last.outcome is DayOutcome.IN_FORCE else None
