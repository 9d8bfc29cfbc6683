"""The period in which each version holds: as its editor says, else as its text says unmistakably.

A commencement clause stays in a law through all its amendments, so that the day which it names is that of the
first issue. It is taken for a version's own only where it lies on or after the day of issue, where no earlier
version says the same, and where nothing tells of amendments. Where there is doubt, the answer is “unknown”.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from hexapla.findings import make_finding
from hexapla.model import (
    Certainty,
    ClausesInForce,
    Document,
    InForce,
    Order,
    PeriodReason,
    Version,
    is_order_known,
)
from hexapla.plan import PeriodPlan, Plan, VersionPlan
from hexapla.references import ClauseIndex, Outcome, index_clauses, resolve_citation
from hexapla.segmentation.commencement import (
    WHOLE_DAY,
    FoundStatement,
    TimeStatement,
    find_noted_days,
    find_publication_days,
    find_statements,
    tells_of_amendment,
)

NOTE_KINDS = frozenset({"note", "signature"})
"""kinds of set-aside text that tell when a text was issued"""
BEGINS = frozenset(
    {TimeStatement.DATED, TimeStatement.PUBLISHED, TimeStatement.DAY_AFTER, TimeStatement.RETROACTIVE}
)
ENDS = frozenset({TimeStatement.THROUGH, TimeStatement.ENDS})


@dataclass(slots=True)
class StatedPeriod:
    """What a version's text says of its period."""

    begins: list[tuple[str, FoundStatement]] = field(default_factory=list)
    """(clause id, statement)"""
    ends: list[FoundStatement] = field(default_factory=list)
    exceptions: list[ClausesInForce] = field(default_factory=list)
    unclear: bool = False

    @property
    def words(self) -> frozenset[tuple[TimeStatement, str | None]]:
        """What is said of the beginning: the same words in a later version were kept."""
        return frozenset((one.kind, one.day) for _, one in self.begins)


def assign_periods(document: Document, plan: Plan) -> Document:
    """Give each version the period in which it holds.

    Post-conditions:
        1. What the plan says holds.
        2. A day that is derived stands in the text as the version's own; `until` besides is the day from
           which the next version of a chronology holds, if both are certain.
    """
    earlier: set[tuple[TimeStatement, str | None]] = set()
    versions: list[Version] = []
    for version in document.versions:
        stated = read_stated_period(version)
        said = find_plan(plan, version)
        period = decide_period(version, stated, said, earlier)
        earlier |= stated.words
        versions.append(apply_plan(version, period, said.in_force))
    if document.order is Order.CHRONOLOGICAL:
        versions = end_with_next(versions)
    return replace(document, versions=tuple(versions))


def find_plan(plan: Plan, version: Version) -> VersionPlan:
    """Return what the editor says of a version."""
    own = (
        each
        for each in plan.versions
        if each.file == version.source.path and each.part in (None, version.part)
    )
    return next(own, VersionPlan(file=version.source.path))


def read_stated_period(version: Version) -> StatedPeriod:
    """Read all clauses of a version for what they say of its period."""
    stated = StatedPeriod()
    index: ClauseIndex | None = None
    for clause in version.clauses:
        for one in find_statements(clause.text):
            if one.cited and index is None:
                index = index_clauses(version)
            if one.kind in BEGINS:
                stated.begins.append((clause.id, one))
            elif one.kind in ENDS:
                stated.ends.append(one)
            elif one.cited and index is not None and one.kind is not TimeStatement.REPEALS:
                enter_exception(stated, one, clause.id, index, version)
            elif one.kind is TimeStatement.UNCLEAR:
                stated.unclear = True
    return stated


def enter_exception(
    stated: StatedPeriod, one: FoundStatement, clause: str, index: ClauseIndex, version: Version
) -> None:
    """Enter clauses that hold from another day; a citation that leads nowhere makes all unclear."""
    names = set(list_cited(one, clause, index, version))
    if not names or None in names:
        stated.unclear = True
        return
    known = one.kind is TimeStatement.CLAUSES and one.day is not None
    stated.exceptions.append(
        ClausesInForce(
            clauses=tuple(each.id for each in version.clauses if each.id in names),
            start=one.day if known else None,
            certainty=Certainty.DERIVED if known else Certainty.UNKNOWN,
        )
    )


def list_cited(
    one: FoundStatement, clause: str, index: ClauseIndex, version: Version
) -> Iterator[str | None]:
    """Yield the ids of cited clauses, those within ranges included; None for one that is not there."""
    units = [each.id for each in version.clauses if each.id in index.below]
    unit = next((each for each in reversed(units) if clause == each or clause.startswith(f"{each}__")), None)
    ids: list[str | None] = []
    for citation in one.cited:
        found = resolve_citation(citation, unit or clause, index)
        ids.append(found.clause if found.outcome is Outcome.FOUND else None)
    for number, name in enumerate(ids):
        yield name
        after = ids[number + 1] if number in one.ranges else None
        if name in units and after in units:
            yield from units[units.index(name) + 1 : units.index(after)]
        elif number in one.ranges:
            yield None


def decide_period(
    version: Version,
    stated: StatedPeriod,
    said: VersionPlan,
    earlier: set[tuple[TimeStatement, str | None]],
) -> InForce:
    """Decide from when a version holds by its notes and clauses, and until when if it says so."""
    notes = list_notes(version)
    days = dict.fromkeys(find_own_noted_days(version, notes), PeriodReason.NOTE)
    doubt, clause = PeriodReason.SILENT, None
    for name, one in stated.begins:
        day, reason = date_statement(version, one, notes, said, earlier)
        clause = name
        if day is None:
            doubt = reason
        else:
            days[day] = reason
    if stated.unclear or len(stated.words) > 1:
        doubt = PeriodReason.UNCLEAR if stated.unclear else PeriodReason.CONTRADICTORY
        return InForce(reason=doubt, clause=clause, exceptions=tuple(stated.exceptions))
    if len(days) != 1:
        doubt = PeriodReason.CONTRADICTORY if days else doubt
        return InForce(reason=doubt, clause=clause)
    start, reason = next(iter(days.items()))
    until = read_end(stated)
    if stated.ends and (until is None or until <= start):
        return InForce(start=start, reason=PeriodReason.UNCLEAR, clause=clause)
    return InForce(
        start=start,
        until=until,
        certainty=Certainty.DERIVED,
        reason=reason,
        clause=clause,
        exceptions=tuple(stated.exceptions),
    )


def read_end(stated: StatedPeriod) -> str | None:
    """Return the first day after a period that the text ends itself; None if it does not, or not clearly."""
    days = {
        add_day(one.day) if one.kind is TimeStatement.THROUGH else one.day for one in stated.ends if one.day
    }
    return days.pop() if len(days) == 1 and all(one.day for one in stated.ends) else None


def add_day(day: str) -> str:
    """Return the day after."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day


def list_notes(version: Version) -> tuple[str, ...]:
    """Return the set-aside lines that tell when a text was issued."""
    return tuple(
        version.source.text[start:end]
        for each in version.set_aside
        if each.kind in NOTE_KINDS
        for start, end in each.spans
    )


def find_own_noted_days(version: Version, notes: Sequence[str]) -> set[str]:
    """Return the days from which notes say that this state of the text holds.

    A day before the issue is that of an earlier state; so is one before the word of a later amendment.
    """
    joined = "\n".join(notes)
    found = list(find_noted_days(joined))
    if found and tells_of_amendment(joined[found[-1][0] :]):
        return set()
    return {day for at, day in found if lies_on_or_after_issue(version, day) and is_day(day)}


def date_statement(
    version: Version,
    one: FoundStatement,
    notes: Sequence[str],
    said: VersionPlan,
    earlier: set[tuple[TimeStatement, str | None]],
) -> tuple[str | None, PeriodReason]:
    """Return the day from which a statement says that this version holds; else None and why not."""
    day = one.day
    if one.kind in (TimeStatement.PUBLISHED, TimeStatement.DAY_AFTER):
        day = find_publication(notes, said)
        if day and one.kind is TimeStatement.DAY_AFTER:
            day = add_day(day)
    doubts: Mapping[PeriodReason, bool] = {
        PeriodReason.KEPT: (one.kind, one.day) in earlier
        or (tells_of_amendment(version.title) or tells_of_amendment("\n".join(notes))),
        PeriodReason.UNDATED: not version.issued,
        PeriodReason.PUBLICATION_UNKNOWN: day is None and one.day is None,
        PeriodReason.UNCLEAR: day is None or not is_day(day),
        PeriodReason.BEFORE_ISSUE: one.kind is not TimeStatement.RETROACTIVE
        and not (day and lies_on_or_after_issue(version, day)),
    }
    doubt = next((reason for reason, holds in doubts.items() if holds), None)
    return (None, doubt) if doubt else (day, PeriodReason.CLAUSE)


def find_publication(notes: Sequence[str], said: VersionPlan) -> str | None:
    """Return the day of publication: the editor's day of issue, else the only one that the notes name."""
    if said.issued:
        return said.issued if len(said.issued) == WHOLE_DAY else None
    days = {day for note in notes for day in find_publication_days(note)}
    return days.pop() if len(days) == 1 else None


def is_day(text: str) -> bool:
    """Tell whether this is a day of the calendar."""
    try:
        return len(text) == WHOLE_DAY and bool(date.fromisoformat(text))
    except ValueError:
        return False


def lies_on_or_after_issue(version: Version, day: str) -> bool:
    """Tell whether a day does not lie before the day of issue, as far as that is known."""
    issued = version.issued or ""
    return bool(issued) and (day >= issued or not is_order_known(issued, day))


def apply_plan(version: Version, derived: InForce, said: PeriodPlan) -> Version:
    """Give a version the period that its editor says; what he leaves out is as it was derived."""
    known = {clause.id for clause in version.clauses}
    lost = [name for name, _ in said.clauses if name not in known]
    period = derived
    if said.start or said.until:
        start = said.start or derived.start
        kept = derived.until if said.start is None or said.start == derived.start else None
        until = said.until or (kept if kept and start and kept > start else None)
        certainty = Certainty.GIVEN if start else Certainty.UNKNOWN
        period = InForce(
            start=start,
            until=until,
            certainty=certainty,
            reason=PeriodReason.EDITOR if start else derived.reason,
            exceptions=derived.exceptions,
        )
    given = tuple(
        ClausesInForce(clauses=(name,), start=day, certainty=Certainty.GIVEN)
        for name, day in said.clauses
        if name in known
    )
    if given:
        named = {name for each in given for name in each.clauses}
        rest = tuple(each for each in period.exceptions if not named & set(each.clauses))
        period = replace(period, exceptions=(*rest, *given))
    findings = tuple(
        make_finding("in_force_clause_unknown", version=version.siglum, clause=name) for name in lost
    )
    return replace(version, in_force=period, findings=(*version.findings, *findings))


def end_with_next(versions: Sequence[Version]) -> list[Version]:
    """Let each version end where the next begins; where that is not known, its end is not known either."""
    ended = [end_before(version, after) for version, after in pairwise(versions)]
    return [*ended, *versions[-1:]]


def end_before(version: Version, after: Version) -> Version:
    """Let a version end where the one after it begins."""
    own, following = version.in_force, after.in_force
    if own.certainty is Certainty.UNKNOWN or (own.until and own.certainty is Certainty.GIVEN):
        return version
    begins = following.start or ""
    decided = begins > (own.start or "") or (begins == own.start and has_known_order(version, after))
    if begins and decided:
        until = min(filter(None, (own.until, begins)))
        sure = own.certainty is following.certainty is Certainty.GIVEN or until == own.until
        certainty = own.certainty if sure else Certainty.DERIVED
        return replace(version, in_force=replace(own, until=until, certainty=certainty))
    doubtful = replace(own, until=None, certainty=Certainty.UNKNOWN, reason=PeriodReason.NEXT_UNKNOWN)
    return replace(version, in_force=doubtful)


def has_known_order(version: Version, after: Version) -> bool:
    """Tell whether one version was surely issued before another."""
    one, other = version.issued or "", after.issued or ""
    return one < other and is_order_known(one, other)
