"""A version's cell in a row of all versions, marked against another version.

Between two versions a row can fall into several changes, each with its own marks. A table of all versions
shows the row as one, so the marks of its changes are put together again, unit by unit.
"""

from collections.abc import Sequence
from typing import Literal

from hexapla.pages.cells import UnitMarks, split_by_unit
from hexapla.pages.edit_runs import EditRun, merge_sides
from hexapla.pages.inline_html import Run
from hexapla.pages.page_context import DisplayedChange
from hexapla.units import Unit


def merge_unit_marks(
    readings: Sequence[DisplayedChange],
    units: Sequence[Unit],
    shown: Literal["only", "ins"],
    missing: Literal["gap", "was"],
) -> list[UnitMarks]:
    """Return heading and text of each of a version's units with the marks of the changes that it is in.

    Args:
        readings: of a row, from the other version to this one.
        units: this version's in the row, in document order.
        shown: how words are marked that this version alone has.
        missing: what stands where the other version says more; both as for `merged`.
    """
    found: dict[str, UnitMarks] = {}
    gone: list[Run] = []
    for reading in readings:
        own = reading.units[1]
        runs = merge_sides(reading.strands, shown, missing)
        if not own:
            gone += [Run(run.mark, f"\n{run.text}") for run in runs]
            continue
        heads = merge_sides(
            (EditRun(edit.op, edit.text) for edit in reading.change.heading_edits), shown, missing
        )
        found |= zip((unit.id for unit in own), split_by_unit(own, runs, heads), strict=True)
    plain = dict(zip((unit.id for unit in units), split_by_unit(units, (), ()), strict=True))
    marks = [found.get(unit.id, plain[unit.id]) for unit in units]
    if gone and marks:
        marks[-1] = marks[-1]._replace(text=(*marks[-1].text, *gone))
    return marks
