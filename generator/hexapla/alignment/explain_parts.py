"""Explain why two paragraphs or items are linked or not: what was weighed is recorded in `ItemTrace`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hexapla.alignment.trace import ItemTrace, LinkOutcome, Rival, TraceStep
from hexapla.model import Alignment, Basis, Link
from hexapla.units import Unit, list_passage_clauses

Units = tuple[Sequence[Unit], Sequence[Unit]]


class PartReason(StrEnum):
    """The rule that decided about two paragraphs or items."""

    EQUAL = "equal"
    """the row, or the two, say the same"""
    FORM = "form"
    """their row, in versions of different languages, has one form on both sides"""
    PROMINENT = "prominent"
    """in one row, of all pairs of its ends the one that stands out"""
    HOLDS = "holds"
    """in one row, by what other links of its ends leave unexplained"""
    MOVED = "moved"
    """in different rows: the part went elsewhere"""
    ELSEWHERE = "elsewhere"
    """not linked: one of the two is linked with another passage"""
    RIVAL = "rival"
    """not linked: another pair is more prominent, or as much so"""
    KIND = "kind"
    """not linked: one alone says what follows upon a breach, or is a title"""
    BELOW = "below"
    """not linked: too little"""
    UNWEIGHED = "unweighed"
    """not linked: what stands above them is not linked, or they share no rare word"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartExplanation:
    """What decided about two paragraphs or items; `a` and `b` as they were asked about."""

    a: tuple[str, str]
    """siglum and id; a unit's own first paragraph goes by the unit's id"""
    b: tuple[str, str]
    reason: PartReason
    link: Link | None
    others: tuple[Link, ...]
    """links of either with other passages"""
    steps: tuple[TraceStep, ...]
    """the contests in which the two took part, by level; pairs of rivals are positions in `ids`"""
    ids: tuple[tuple[str, ...], tuple[str, ...]]
    """of the passages that were matched, of `a`'s version and of `b`'s"""


def find_passage(unit: Unit, clause: str) -> int | None:
    """Return the position of a clause among its unit's passages; None: it is none, as a number alone is."""
    ids = [each.id for each in list_passage_clauses(unit)]
    return ids.index(clause) if clause in ids else None


def explain_parts(
    alignment: Alignment, ends: tuple[tuple[str, str], tuple[str, str]], trace: ItemTrace, units: Units
) -> PartExplanation:
    """Say what decided about two passages.

    Args:
        alignment: made with the trace.
        ends: the two, by siglum and id.
        trace: of the two, in the same order.
        units: the units of both versions, in the same order.
    """
    a, b = ends
    between = [link for link in alignment.items if {link.a[0], link.b[0]} == {a[0], b[0]}]
    link = next((each for each in between if {each.a, each.b} == {a, b}), None)
    others = tuple(each for each in between if each is not link and not {a, b}.isdisjoint((each.a, each.b)))
    steps, ids = number_anew(trace, units)
    return PartExplanation(
        a=a,
        b=b,
        reason=tell_linked(link, steps) if link is not None else tell_unlinked(others, steps),
        link=link,
        others=others,
        steps=steps,
        ids=ids,
    )


def number_anew(
    trace: ItemTrace, units: Units
) -> tuple[tuple[TraceStep, ...], tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the steps with rivals by position in the ids of the passages, that of `one` first; and these."""
    named: tuple[list[str], list[str]] = ([], [])

    def place(at: int, side: int) -> int:
        unit, passage = trace.places[at]
        named[side].append(list_passage_clauses(units[side][unit])[passage].id)
        return len(named[side]) - 1

    def turn(rival: Rival) -> Rival:
        one, other = rival.pair[::-1] if trace.turned else rival.pair
        return replace(rival, pair=(place(one, 0), place(other, 1)))

    steps = tuple(replace(step, rivals=tuple(map(turn, step.rivals))) for step in trace.steps)
    return steps, (tuple(named[0]), tuple(named[1]))


def tell_linked(link: Link, steps: Sequence[TraceStep]) -> PartReason:
    """Return the rule by which two passages are linked."""
    if link.basis is Basis.IDENTICAL:
        return PartReason.EQUAL
    if link.basis is Basis.STRUCTURE:
        return PartReason.FORM
    made = next((step for step in steps if step.outcome is LinkOutcome.LINKED), None)
    if made is not None and any(check.name == "kind" for check in made.checks):
        return PartReason.MOVED
    return PartReason.HOLDS if link.basis is Basis.CONTAINMENT else PartReason.PROMINENT


def tell_unlinked(others: Sequence[Link], steps: Sequence[TraceStep]) -> PartReason:
    """Return the rule because of which two passages are not linked."""
    if others:
        return PartReason.ELSEWHERE
    if not steps:
        return PartReason.UNWEIGHED
    lacking = [[check.name for check in step.checks if not check.holds] for step in steps]
    if ([] in lacking or ["margin"] in lacking) and any(step.rivals for step in steps):
        return PartReason.RIVAL  # a lead is lacking over another pair, nothing else
    return PartReason.KIND if ["kind"] in lacking else PartReason.BELOW
