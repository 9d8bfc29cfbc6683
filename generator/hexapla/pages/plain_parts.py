"""Units as they stand on the pages of pairs: made once for all pages of a document.

Of ten versions each clause stands on nine pages of pairs. On most of them it bears no mark; on the others it
is set beside a few other texts.
"""

from collections.abc import Sequence
from dataclasses import replace

from hexapla.i18n import Messages
from hexapla.model import Op
from hexapla.pages.cells import LONG, CellPart, render_cell
from hexapla.pages.displayed_change import DisplayedChange
from hexapla.pages.marked_text import Run, say_mark
from hexapla.pages.page_context import PageContext
from hexapla.pages.templating import load_environment
from hexapla.pages.uris import anchor
from hexapla.units import Unit, join_cell_text


class PlainParts:
    """Makes the parts of cells without marks, each once."""

    def __init__(self, layout: PageContext) -> None:
        """Take a document."""
        self.layout = layout
        self.made, self.marked = layout.set_once, layout.marked_once

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
            self.made[key] = write_part(part, language, say)
        return self.made[key]

    def render_marked(
        self,
        siglum: str,
        units: Sequence[Unit],
        marks: tuple[tuple[Run, ...], tuple[Run, ...]],
        row: str,
        say: Messages,
    ) -> tuple[CellPart, ...]:
        """Return the units of a version in a row with the marks of their texts and of their headings."""
        said = tuple([say_mark(run, say) for runs in marks for run in runs if run.mark])
        key = siglum, tuple([unit.id for unit in units]), row, marks, said
        if key not in self.marked:
            language = self.layout.language_of(siglum)
            made = render_cell(units, *marks, siglum=siglum, row=row, say=say)
            self.marked[key] = tuple([write_part(part, language, say) for part in made])
        return self.marked[key]


def write_part(part: CellPart, language: str, say: Messages) -> CellPart:
    """Return a unit in a cell with its HTML."""
    macros = load_environment().get_template("macros.html").module
    html = macros.part(part, language, say)  # type: ignore[attr-defined]  # of the template
    return replace(part, ready=html)


def is_short(units: Sequence[Unit]) -> bool:
    """Tell whether units have so few paragraphs that none of them folds."""
    return all(len(unit.parts) + 2 <= LONG for unit in units)  # its number may stand on a line of its own


def is_plain(reading: DisplayedChange, units: Sequence[Unit]) -> bool:
    """Tell whether nothing is marked in a row, and its text was compared apart from its headings."""
    heads = (edit.op for edit in reading.change.heading_edits)
    if any(op is not Op.EQUAL for op in (*heads, *(run.op for run in reading.strands))):
        return False
    return "".join(run.text for run in reading.strands) == join_cell_text(units)
