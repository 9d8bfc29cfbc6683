"""Records of the time in force: of versions, and of a day."""

from collections.abc import Iterable, Mapping
from typing import Any

from hexapla.model import Certainty, ClausesInForce, InForce, PeriodReason
from hexapla.reading.day_in_force import DayAnswer


def period_record(period: InForce) -> dict[str, object]:
    """Make the record of the period in which a version holds."""
    return {
        "from": period.start,
        "until": period.until,
        "certainty": period.certainty.value,
        "reason": period.reason.value,
        "clause": period.clause,
        "clauses": exception_records(period.exceptions),
    }


def exception_records(found: Iterable[ClausesInForce]) -> list[dict[str, object]]:
    """Make the records of clauses that hold from another day than the rest."""
    return [
        {"clauses": list(each.clauses), "from": each.start, "certainty": each.certainty.value}
        for each in found
    ]


def read_period(record: Mapping[str, Any]) -> InForce:
    """Read the period in which a version holds."""
    return InForce(
        start=record["from"],
        until=record["until"],
        certainty=Certainty(record["certainty"]),
        reason=PeriodReason(record["reason"]),
        clause=record["clause"],
        exceptions=tuple(
            ClausesInForce(
                clauses=tuple(each["clauses"]), start=each["from"], certainty=Certainty(each["certainty"])
            )
            for each in record["clauses"]
        ),
    )


def day_record(answer: DayAnswer) -> dict[str, object]:
    """Make the record of what held on a day."""
    return {
        "day": answer.day,
        "outcome": answer.outcome.value,
        "version": answer.version.siglum if answer.version else None,
        "certainty": answer.certainty.value,
        "candidates": [version.siglum for version in answer.candidates],
        "not_yet": exception_records(answer.not_yet),
        "upcoming": [version.siglum for version in answer.upcoming],
    }
