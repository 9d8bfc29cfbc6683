"""Units as they stand where nothing in them differs: made once for all pages of a document.

Of ten versions each clause stands on nine pages of pairs, and on most of them it bears no mark.
"""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.model import Op
from hexapla.pages.cells import CellPart, render_cell
from hexapla.pages.marked_text import Run
from hexapla.pages.page_context import DisplayedChange, PageContext
from hexapla.pages.templating import load_environment
from hexapla.pages.uris import anchor
from hexapla.units import Unit, join_cell_text


class PlainParts:
    """Makes the parts of cells without marks, each once."""

    def __init__(self, layout: PageContext) -> None:
        """Take a document."""
        self.layout = layout
        self.made = layout.set_once

    def render(self, siglum: str, units: Sequence[Unit], row: str) -> tuple[CellPart, ...]:
        """Return the units of a version in a row, each named but for that which names the row."""
        return tuple(self.part(siglum, unit, named=anchor(siglum, unit.id) != row) for unit in units)

    def part(self, siglum: str, unit: Unit, *, named: bool) -> CellPart:
        """Return a unit as it stands in a cell."""
        key = siglum, unit.id, named
        if key not in self.made:
            say = self.layout.say  # of which a text without marks says nothing but the name of a table
            row = "" if named else anchor(siglum, unit.id)
            heads = (Run("", unit.heading),) if unit.heading else ()
            (part,) = render_cell((unit,), (Run("", unit.text),), heads, siglum=siglum, row=row, say=say)
            language = self.layout.language_of(siglum)
            macros = load_environment().get_template("macros.html").module
            html = macros.part(part, language, say)  # type: ignore[attr-defined]  # of the template
            self.made[key] = replace(part, ready=html)
        return self.made[key]


def is_plain(reading: DisplayedChange, units: Sequence[Unit]) -> bool:
    """Tell whether nothing is marked in a row, and its text was compared apart from its headings."""
    heads = (edit.op for edit in reading.change.heading_edits)
    if any(op is not Op.EQUAL for op in (*heads, *(run.op for run in reading.strands))):
        return False
    return "".join(run.text for run in reading.strands) == join_cell_text(units)
