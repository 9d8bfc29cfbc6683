"""A comparison table in one of the forms that offices ask for, as an Excel workbook."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from hexapla.archive import EPOCH
from hexapla.exporters.profile_rows import MarkedCell, ProfileTable, lay_out
from hexapla.exporters.table_profile import TableProfile, TextMark
from hexapla.exporters.workbook import (
    CELL_LIMIT,
    CellFormats,
    add_formats,
    sheet_names,
    write_header,
    write_text,
)
from hexapla.exporters.xml_writer import replace_unwritable
from hexapla.model import Comparison
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument
from hexapla.text import unwrap

WIDTH: Final = 14
"""digits of a column's width for each of its shares"""
SHADED: Final = "#7F7F7F"
"""the colour of words that a profile shades: a run in a cell has no ground of its own"""
CONTINUES: Final = "…"


def write_profile_workbook(
    printed: PrintedDocument,
    comparison: Comparison | None,
    wording: Wording,
    profile: TableProfile,
    marking: Sequence[Comparison] = (),
) -> bytes:
    """Write a table as a workbook of one sheet; arguments as for `write_profile_table`.

    What is longer than a cell is cut, and ends in a sign that says so.
    """
    table = lay_out(printed, comparison, wording, profile, marking)
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    title = replace_unwritable(unwrap(table.title))
    made = datetime.combine(EPOCH, time(), UTC)
    book.set_properties({"title": title, "author": "hexapla", "created": made})
    look = add_formats(book)
    sheet = book.add_worksheet(sheet_names([title])[0])
    widths = [column.share * WIDTH for column in table.columns]
    write_header(sheet, [column.head for column in table.columns], widths, look)
    at = 1
    for sentence in table.above:
        write_text(sheet, at, 0, sentence, look.cell)
        at += 1
    at = write_rows(RunWriter(book, sheet, look), table, at)
    for sentence in table.below:
        write_text(sheet, at, 0, sentence, look.cell)
        at += 1
    book.close()
    return out.getvalue()


def write_rows(writer: "RunWriter", table: ProfileTable, at: int) -> int:
    """Write the rows from a place on; return the place behind them."""
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            writer.write(at, column, cell, division=row.division)
        at += 1
    return at


class RunWriter:
    """Writes cells whose words are marked."""

    def __init__(self, book: Workbook, sheet: Worksheet, look: CellFormats) -> None:
        """Write into a sheet."""
        self.book, self.sheet, self.look = book, sheet, look
        self.known: dict[tuple[tuple[TextMark, ...], bool], Format] = {}

    def look_of(self, marks: tuple[TextMark, ...], *, head: bool) -> Format:
        """Return how a run looks."""
        if (marks, head) not in self.known:
            self.known[marks, head] = self.book.add_format(
                {
                    "bold": head or TextMark.BOLD in marks,
                    "underline": int(TextMark.UNDERLINE in marks),
                    "font_strikeout": TextMark.STRIKE in marks,
                    **({"font_color": SHADED} if TextMark.SHADE in marks else {}),
                }
            )
        return self.known[marks, head]

    def write(self, at: int, column: int, cell: MarkedCell, *, division: bool) -> None:
        """Write a cell."""
        ground = self.look.division if division else self.look.cell
        runs = self.fit(cell)
        if all(own is None for _, own in runs):
            write_text(self.sheet, at, column, "".join(text for text, _ in runs), ground)
            return
        parts: list[str | Format] = []
        for text, own in runs if len(runs) > 1 else [*runs, (" ", None)]:  # rich text has two runs or more
            parts += [own, text] if own else [text]
        self.sheet.write_rich_string(at, column, *parts, ground)

    def fit(self, cell: MarkedCell) -> list[tuple[str, Format | None]]:
        """Return the runs of a cell with their looks, no more than it can hold."""
        runs: list[tuple[str, Format | None]] = []
        left = CELL_LIMIT - len(CONTINUES)
        for number, line in enumerate(cell):
            for text, marks, head in (*([("\n", (), False)] if number else []), *line):
                size = len(text.encode("utf-16-le")) // 2
                if size > left:
                    return [*runs, (CONTINUES, None)]
                left -= size
                runs.append((text, self.look_of(marks, head=head) if marks or head else None))
        return runs
