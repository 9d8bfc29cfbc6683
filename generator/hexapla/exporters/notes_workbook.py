"""A workbook to write notes on clauses in: a line for each note, and an empty one for each clause without.

`notes_workbook_reader` reads it back. Every cell is a text; nothing becomes a formula, a number or a link.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Final

from xlsxwriter import Workbook

from hexapla.archive import EPOCH
from hexapla.errors import UsageError
from hexapla.exporters.notes_workbook_reader import COLUMNS, column_head, kind_word
from hexapla.exporters.workbook import CELL_LIMIT, add_formats, write_header, write_text
from hexapla.exporters.xml_writer import replace_unwritable
from hexapla.model import Alignment, Annotation, AnnotationKind
from hexapla.reading.labels import label_document
from hexapla.units import Unit, build_units

WIDTHS: Final = (16, 14, 50, 12, 60, 16, 12)
SHOWN: Final = 200
"""characters of a clause's words that stand beside the note"""
SheetLine = tuple[str, ...]


def write_notes_workbook(alignment: Alignment, language: str) -> bytes:
    """Write a document's notes as a workbook to fill in.

    Post-conditions:
        1. Every annotation that an editor wrote is there, in the order of the rows.
        2. Every row of the table without one has a line, for its clause in the latest version that has one.
        3. Equal arguments give equal bytes.

    Raises:
        UsageError: a note is longer than a cell of Excel can hold.
    """
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"author": "hexapla", "created": datetime.combine(EPOCH, time(), UTC)})
    look = add_formats(book)
    sheet = book.add_worksheet(column_head("sheet", language)[:31])
    write_header(sheet, [column_head(column, language) for column in COLUMNS], WIDTHS, look)
    lines = list(list_lines(alignment, language))
    for at, line in enumerate(lines, 1):
        for column, text in enumerate(line):
            write_text(sheet, at, column, text, look.cell)
    kinds = [kind_word(kind, language) for kind in AnnotationKind]
    place = COLUMNS.index("kind")
    sheet.data_validation(1, place, len(lines) + 200, place, {"validate": "list", "source": kinds})
    sheet.autofilter(0, 0, max(1, len(lines)), len(COLUMNS) - 1)
    book.close()
    return out.getvalue()


def list_lines(alignment: Alignment, language: str) -> Iterator[SheetLine]:
    """Yield the sheet's lines, a row of the table after the other."""
    document = alignment.document
    labels = label_document(document)
    units = {
        (version.siglum, unit.id): unit for version in document.versions for unit in build_units(version)
    }
    notes: dict[str, list[Annotation]] = {}
    for each in alignment.annotations:
        notes.setdefault(each.row, []).append(each)
    for row in alignment.rows:
        siglum, cell = [
            (siglum, cell) for siglum, cell in zip(document.sigla, row.cells, strict=True) if cell
        ][-1]
        place = siglum, cell[0]
        shown = (labels[place] or "", shorten(units[place]))
        for note in notes.get(row.id, ()):
            yield write_line(note, shown, language)
        if row.id not in notes:
            yield ("/".join(place), *shown, "", "", "", "")


def shorten(unit: Unit) -> str:
    """Return the beginning of a clause's words."""
    words = " ".join((unit.heading or "", unit.text)).strip()
    return words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"


def write_line(note: Annotation, shown: tuple[str, str], language: str) -> SheetLine:
    """Write the line of a note."""
    if len(note.text) > CELL_LIMIT:
        message = f"The note on {'/'.join(note.clause)} has more than {CELL_LIMIT:,} characters"
        raise UsageError(f"{message}: Excel cannot hold it in a cell; shorten it.")
    kind = kind_word(note.kind, language)
    texts = ("/".join(note.clause), *shown, kind, note.text, note.author or "", note.date or "")
    return tuple(map(replace_unwritable, texts))
