"""An instrument beside what it does: its words, cut where commands begin, with the clauses they change."""

from collections.abc import Mapping
from dataclasses import dataclass

from hexapla.amending.explicit.outline import core_of
from hexapla.amending.instrument import Command, Instrument, Place, Verb
from hexapla.model import Comparison, Version
from hexapla.text.numerals import reference_label
from hexapla.units import build_units

MOST_CHANGES = 12
"""clauses whose change stands beside one command; what changes more says so everywhere"""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Words of an instrument, and the clauses that they change."""

    words: str
    """whole lines of the instrument"""
    changes: tuple[str, ...]
    """ids of the comparison's changes"""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentSheet:
    """An instrument between two versions."""

    base: str
    """siglum"""
    target: str
    text: str
    rows: tuple[SheetRow, ...]
    """their words are the whole text"""
    source: str = ""
    """path of the instrument that was given; empty: a program wrote it"""


def index_changes(comparison: Comparison, side: int) -> Mapping[str, str]:
    """Map the numbers of a version's units to the changes in which they stand."""
    version: Version = comparison.document.version((comparison.base, comparison.target)[side])
    change_of = {unit: change.id for change in comparison.changes for unit in change.cells[side]}
    found: dict[str, str] = {}
    for unit in build_units(version):
        if unit.number and unit.id in change_of:
            for label in (reference_label(unit.number), core_of(unit.number)):
                found.setdefault(label, change_of[unit.id])
    return found


def find_label(place: Place) -> str:
    """Return the number of the unit that a place names."""
    return next((step.label.partition("~")[0] for step in place if step.kind == "article"), "")


def find_changes(command: Command, before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return the changes that a command makes."""
    insertion = command.verb is Verb.INSERT and not command.old and len(command.place) <= 1
    found = []
    if not insertion:
        found += [before.get(find_label(place), "") for place in command.places]
    found += [after.get(find_label(place), "") for place in command.new_places]
    if insertion and not command.new_places:
        first = (command.new[0].split() or [""])[0] if command.new else ""
        found.append(after.get(core_of(first), ""))
    return [each for each in dict.fromkeys(found) if each]


def build_sheet(
    comparison: Comparison, text: str, instrument: Instrument, *, source: str = ""
) -> InstrumentSheet:
    """Cut an instrument into rows.

    Args:
        comparison: of the version that it amends with the one to which it leads.
        text: of the instrument.
        instrument: as it was read.
        source: path of the instrument, if it was given.
    """
    before, after = index_changes(comparison, 0), index_changes(comparison, 1)
    by_line: dict[int, list[str]] = {}
    for command in instrument.commands:
        by_line.setdefault(command.line, []).extend(find_changes(command, before, after))
    lines = text.split("\n")
    rows: list[SheetRow] = []
    starts = sorted({1, *(line for line in by_line if 0 < line <= len(lines))})
    for index, start in enumerate(starts):
        stop = starts[index + 1] - 1 if index + 1 < len(starts) else len(lines)
        words = "\n".join(lines[start - 1 : stop])
        changes = tuple(dict.fromkeys(by_line.get(start, ())))[:MOST_CHANGES]
        if rows and rows[-1].changes == changes and changes:
            rows[-1] = SheetRow(f"{rows[-1].words}\n{words}", changes)
        else:
            rows.append(SheetRow(words, changes))
    return InstrumentSheet(
        base=comparison.base, target=comparison.target, text=text, rows=tuple(rows), source=source
    )
