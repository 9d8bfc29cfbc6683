"""Rows that need not be weighed one by one: what differs in their words follows from something else."""

from collections.abc import Iterable
from typing import Final

from hexapla.findings import Severity
from hexapla.model import Change
from hexapla.reading.status import Status

PLAIN: Final = frozenset({Status.REWORDED, Status.RENUMBERED})
"""what may be said of a row that is routine: a clause that moved is not"""


def is_routine(change: Change, of: Iterable[Status]) -> bool:
    """Tell whether what differs in a clause's words follows from something else, and nothing more is told.

    Args:
        change: the row.
        of: all that is to be said of it, as `row_statuses` returns it.
    """
    said = frozenset(of)
    return (
        bool(change.routine)
        and Status.REWORDED in said
        and PLAIN.issuperset(said)
        and not change.decision
        and all(finding.severity is Severity.NOTE for finding in change.findings)
    )
