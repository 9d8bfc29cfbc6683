"""Since when a word stands: every character of a version with the version that brought it.

A character that was kept from one version to the next keeps its origin, under whatever number its clause
stands, wherever it moved, however clauses were split or merged. What is new is its version's. A paragraph
that went to another clause, and a phrase that changed its place inside one, are followed too. Words that were
taken out and came back are new again: they did not stand in between.

Where a version is cut off, or begins late, its silence proves nothing: then the last version before it that
has the clause is asked, and if there is none, the origin is unknown.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeAlias

from hexapla.comparison import diff_texts
from hexapla.model import Change, Comparison, Document, Edit, Link, Op, Relation, Version
from hexapla.reading.status import find_lost_edit
from hexapla.units import Unit, build_units

UNKNOWN: Final = 0xFFFF
"""the place of no version: nobody can tell"""
JOINT: Final = 0xFFFE
"""stands for a character between texts that were joined to be compared"""
Places: TypeAlias = "array[int]"
"""for each character of a text the place, among the versions, of the one that brought it"""
Pairs = Mapping[tuple[str, str], Comparison]
"""comparisons by base and target"""


@dataclass(frozen=True, slots=True)
class OriginRun:
    """Characters next to each other that one version brought."""

    start: int
    end: int
    version: str | None
    """its siglum; None: unknown, since an earlier version is cut off here"""


@dataclass(frozen=True, slots=True)
class UnitOrigins:
    """The origins of a unit's characters."""

    heading: tuple[OriginRun, ...]
    """over `Unit.heading`"""
    text: tuple[OriginRun, ...]
    """over `Unit.text`"""


def trace_origins(document: Document, comparisons: Pairs) -> dict[str, dict[str, UnitOrigins]]:
    """Say of every character of every version which version brought it.

    Args:
        document: its versions replace each other, in their order.
        comparisons: of each version with the next; where versions are cut off, of others too.

    Returns:
        siglum → id of a unit → its origins.

    Post-condition: the runs of a text follow each other without gap or overlap, from its first character to
    its last.
    """
    tracer = OriginTracer(document, comparisons)
    return {
        version.siglum: {unit: tracer.describe(at, unit) for unit in tracer.units[at]}
        for at, version in enumerate(document.versions)
    }


@dataclass(slots=True)
class TracedUnit:
    """A unit with the origins of its characters, while they are being found."""

    unit: Unit
    heading: Places
    text: Places


class OriginTracer:
    """Goes through the versions of a document in their order."""

    def __init__(self, document: Document, comparisons: Pairs) -> None:
        """Trace all versions."""
        self.document, self.comparisons = document, comparisons
        self.units: list[dict[str, TracedUnit]] = []
        for at, version in enumerate(document.versions):
            self.units.append(begin_version(version, at))
            if at:
                self.follow(at)

    def describe(self, at: int, unit: str) -> UnitOrigins:
        """Return the origins of a unit as runs."""
        traced = self.units[at][unit]
        return UnitOrigins(*(tuple(self.list_runs(places)) for places in (traced.heading, traced.text)))

    def list_runs(self, places: Places) -> Iterator[OriginRun]:
        """Yield equal neighbours as runs."""
        start = 0
        for place, same in groupby(places):
            end = start + sum(1 for _ in same)
            yield OriginRun(start, end, None if place == UNKNOWN else self.document.sigla[place])
            start = end

    def follow(self, at: int) -> None:
        """Give what a version kept the origins that it had."""
        comparison = self.comparisons[self.document.sigla[at - 1], self.document.sigla[at]]
        for change in comparison.changes:
            if change.cells[1]:
                before, told = self.find_reading(comparison, change, at)
                if told is None:
                    self.fill(at, change, UNKNOWN)
                else:
                    self.follow_change(at, before, told)
        for change in comparison.changes:
            for link in change.items:
                self.follow_passage(at, change, link)

    def find_reading(self, comparison: Comparison, change: Change, at: int) -> tuple[int, Change | None]:
        """Return the place of the version with which a clause is compared, and how it reads beside that one.

        It is the version before, or, where that one is silent without proof, the last before it that has the
        clause; None: nobody can tell.
        """
        if comparison.translation:
            return at - 1, None
        if change.cells[0] or change.relation is not Relation.NOT_IN_TEXT:
            return at - 1, change
        for before in range(at - 2, -1, -1):
            earlier = self.comparisons.get((self.document.sigla[before], self.document.sigla[at]))
            if earlier is None or earlier.translation:
                return before, None
            same = next((each for each in earlier.changes if each.cells[1] == change.cells[1]), None)
            if same is None or same.cells[0] or same.relation is not Relation.NOT_IN_TEXT:
                return before, same
        return at - 1, None

    def fill(self, at: int, change: Change, place: int) -> None:
        """Give all characters of a change one origin."""
        for unit in change.cells[1]:
            traced = self.units[at][unit]
            for places in (traced.heading, traced.text):
                places[:] = array("H", [place]) * len(places)

    def follow_change(self, at: int, before: int, change: Change) -> None:
        """Give the characters of a change that were kept their origins."""
        base = [self.units[before][unit] for unit in change.cells[0]]
        target = [self.units[at][unit] for unit in change.cells[1]]
        versions = self.document.versions
        lost = find_lost_edit(change, versions[before], versions[at])
        headed = not spells(change.edits, Op.DELETE, [each.unit.text for each in target])
        old = join_places(base, headed=headed)
        moved = {new: gone for gone, new in change.moved_phrases}
        split_places(carry_over(change.edits, old, at, moved=moved, lost=lost), target, headed=headed)
        if not headed and change.heading_edits:
            titles = [each.heading for each in target if each.unit.heading]
            old = join_arrays([each.heading for each in base if each.unit.heading])
            hand_out(carry_over(change.heading_edits, old, at, moved={}, lost=None), titles)
        for each in target:
            settle_joints(each.heading, at)
            settle_joints(each.text, at)

    def follow_passage(self, at: int, change: Change, link: Link) -> None:
        """Give a paragraph or item that came from another clause the origins that it had there."""
        language = self.document.language
        (_, source), (_, place) = link.a, link.b
        here = find_line((self.units[at][unit] for unit in change.cells[1]), place)
        if here is None or find_line((self.units[at - 1][unit] for unit in change.cells[0]), source):
            return
        there = find_line(self.units[at - 1].values(), source)
        if there is None:
            return
        (own, start, line), (other, begin, was) = here, there
        spot = start
        old = other.text[begin : begin + len(was)]
        for edit, kept in zip_kept(diff_texts(was, line, language), old):
            if edit.op is not Op.DELETE:
                end = spot + len(edit.text)
                if kept is not None and all(place == at for place in own.text[spot:end]):
                    own.text[spot:end] = kept
                spot = end


def begin_version(version: Version, at: int) -> dict[str, TracedUnit]:
    """Return the units of a version as if all were its own."""
    return {
        unit.id: TracedUnit(
            unit,
            array("H", [at]) * len(unit.heading or ""),
            array("H", [at]) * len(unit.text),
        )
        for unit in build_units(version)
    }


def spells(edits: Sequence[Edit], skipped: Op, texts: Sequence[str]) -> bool:
    """Tell whether edits spell texts without their headings."""
    return "".join(edit.text for edit in edits if edit.op is not skipped) == "\n".join(texts)


def join_arrays(parts: Sequence[Places]) -> Places:
    """Join the origins of texts that are joined with a character."""
    out: Places = array("H")
    for number, part in enumerate(parts):
        if number:
            out.append(JOINT)
        out += part
    return out


def join_places(units: Sequence[TracedUnit], *, headed: bool) -> Places:
    """Return the origins of a cell's text as it was compared."""
    if not headed:
        return join_arrays([each.text for each in units])
    return join_arrays([join_headed(each) for each in units])


def join_headed(traced: TracedUnit) -> Places:
    """Return the origins of a unit's heading and text as one string."""
    gap = len(traced.unit.headed_text) - len(traced.heading) - len(traced.text)
    return traced.heading + array("H", [JOINT]) * gap + traced.text


def split_places(places: Places, units: Sequence[TracedUnit], *, headed: bool) -> None:
    """Give each unit of a cell its part of the origins."""
    if not headed:
        hand_out(places, [each.text for each in units])
        return
    at = 0
    for each in units:
        whole = len(each.unit.headed_text)
        own = places[at : at + whole]
        each.heading[:] = own[: len(each.heading)]
        each.text[:] = own[whole - len(each.text) :]
        at += whole + 1


def hand_out(places: Places, parts: Sequence[Places]) -> None:
    """Give each part, which one character parts from the next, its origins."""
    at = 0
    for part in parts:
        part[:] = places[at : at + len(part)]
        at += len(part) + 1


def settle_joints(places: Places, at: int) -> None:
    """Give a character that was none of the base's text, only stood between two of them, to its version."""
    while JOINT in places:
        places[places.index(JOINT)] = at


def carry_over(
    edits: Sequence[Edit], old: Places, at: int, *, moved: Mapping[int, int], lost: int | None
) -> Places:
    """Return the origins of the target's text.

    Args:
        edits: of a text.
        old: the origins of the base's text.
        at: the place of the target.
        moved: index of an insertion → index of the deletion whose words it has.
        lost: index of the edit that holds what the base may have had beyond its end.
    """
    starts = list(measure_starts(edits))
    out: Places = array("H")
    for index, edit in enumerate(edits):
        size = len(edit.text)
        if edit.op is Op.EQUAL:
            out += old[starts[index] : starts[index] + size]
        elif edit.op is Op.INSERT:
            source = moved.get(index)
            if source is not None and edits[source].text == edit.text:
                out += old[starts[source] : starts[source] + size]
            else:
                out += array("H", [UNKNOWN if index == lost else at]) * size
    return out


def measure_starts(edits: Sequence[Edit]) -> Iterator[int]:
    """Yield where each edit begins in the base's text."""
    at = 0
    for edit in edits:
        yield at
        at += len(edit.text) * (edit.op is not Op.INSERT)


def zip_kept(edits: Sequence[Edit], old: Places) -> Iterator[tuple[Edit, "Places | None"]]:
    """Yield edits with the origins of what they keep; None for what is not kept."""
    for edit, start in zip(edits, measure_starts(edits), strict=True):
        yield edit, old[start : start + len(edit.text)] if edit.op is Op.EQUAL else None


def find_line(units: Iterable[TracedUnit], clause: str) -> tuple[TracedUnit, int, str] | None:
    """Find the line of a paragraph or item: its unit, where it begins in the unit's text, and its words."""
    for traced in units:
        at = 0
        unit = traced.unit
        for own, line in zip((unit.clause, *unit.parts), unit.lines, strict=True):
            if own.id == clause:
                return (traced, at, line) if line else None
            at += len(line) + 1 if line else 0
    return None
