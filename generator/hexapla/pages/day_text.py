"""What held on a day, in lines of plain text."""

from collections.abc import Iterable, Iterator
from typing import Final

from hexapla.i18n import load_messages
from hexapla.model import Certainty, PeriodReason, Version
from hexapla.reading.day_in_force import DayAnswer, DayOutcome

KNOWN_BEGINNING: Final = frozenset({PeriodReason.NEXT_UNKNOWN})
"""reasons that say nothing against the beginning of a version"""
REMEDY: Final = "`in_force` in document.yml can say it."


def day_lines(answer: DayAnswer) -> Iterator[str]:
    """Yield what is known of a day, in sentences."""
    day = answer.day
    match answer.outcome, answer.version:
        case DayOutcome.IN_FORCE, Version() as held:
            yield describe_version(held)
        case DayOutcome.EXPIRED, Version() as held:
            yield f"On {day} nothing here was in force: {name(held)} ended on {held.in_force.until}."
        case DayOutcome.NOT_YET, _:
            yield f"On {day} nothing here was in force yet."
        case DayOutcome.PARALLEL, _:
            yield (
                "The versions of this document do not replace each other, as far as is known: nothing tells "
                "which of them held. `order: chronological` and `issued` in document.yml can say it."
            )
        case _:
            yield f"Nobody can tell which text was in force on {day}{name_candidates(answer.candidates)}."
            yield from explain(answer.candidates)
    for each in answer.not_yet:
        began = f"only from {each.start}" if each.start else "from a day that nothing tells"
        yield f"{', '.join(each.clauses)} held {began}."
    for version in answer.upcoming[:1]:
        yield f"Next: {name(version)}, from {version.in_force.start}."


def describe_version(held: Version) -> str:
    """Say which version held, from when to when, and how that is known."""
    own = held.in_force
    until = f" to before {own.until}" if own.until else ""
    how = {
        Certainty.GIVEN: "as document.yml says",
        Certainty.DERIVED: "as the texts say",
        Certainty.UNKNOWN: "its end is not known",
    }
    return f"{name(held)}: in force from {own.start}{until} ({how[own.certainty]})."


def name(version: Version) -> str:
    """Name a version by its siglum and label."""
    return f"{version.siglum} ({version.label})" if version.label != version.siglum else version.siglum


def name_candidates(candidates: Iterable[Version]) -> str:
    """Name versions of which one may have held."""
    named = " or ".join(map(name, candidates))
    return f": {named}" if named else ""


def explain(candidates: Iterable[Version]) -> Iterator[str]:
    """Yield why the periods of versions are unknown, and what helps."""
    say = load_messages("en")
    for each in candidates:
        if each.in_force.certainty is Certainty.UNKNOWN and each.in_force.reason not in KNOWN_BEGINNING:
            yield f"{name(each)}: {say(f'period-{each.in_force.reason}')}."
    yield REMEDY
