"""A workbook to write notes on clauses in: a line for each note, and an empty one for each clause without.

`notes_workbook_reader` reads it back. Every cell is a text; nothing becomes a formula, a number or a link.
"""

from collections.abc import Iterator
from typing import Final

from hexapla.errors import UsageError
from hexapla.exporters.entry_sheets import SheetValues
from hexapla.exporters.entry_workbook import write_entry_workbook
from hexapla.exporters.notes_workbook_reader import SHEET, kind_word
from hexapla.exporters.workbook import CELL_LIMIT
from hexapla.model import Alignment, Annotation, AnnotationKind
from hexapla.reading.labels import label_document
from hexapla.text import shorten
from hexapla.units import build_units

WIDTHS: Final = (16, 14, 50, 12, 60, 16, 12)
SHOWN: Final = 200
"""characters of a clause's words that stand beside the note"""


def write_notes_workbook(alignment: Alignment, language: str) -> bytes:
    """Write a document's notes as a workbook to fill in.

    Post-conditions:
        1. Every annotation that an editor wrote is there, in the order of the rows.
        2. Every row of the table without one has a line, for its clause in the latest version that has one.
        3. Equal arguments give equal bytes.

    Raises:
        UsageError: a note is longer than a cell of Excel can hold.
    """
    kinds = [kind_word(kind, language) for kind in AnnotationKind]
    lines = list(list_lines(alignment, language))
    return write_entry_workbook(SHEET, lines, WIDTHS, ("kind", kinds), language)


def list_lines(alignment: Alignment, language: str) -> Iterator[SheetValues]:
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
        words = " ".join((units[place].heading or "", units[place].text)).strip()
        shown = {
            "clause": "/".join(place),
            "number": labels[place] or "",
            "words": shorten(words, SHOWN),
        }
        for note in notes.get(row.id, ()):
            yield {**shown, **describe_note(note, language)}
        if row.id not in notes:
            yield shown


def describe_note(note: Annotation, language: str) -> SheetValues:
    """Return what the line of a note says besides the number and words of its row's clause.

    Raises:
        UsageError: it is longer than a cell of Excel can hold.
    """
    if len(note.text) > CELL_LIMIT:
        message = f"The note on {'/'.join(note.clause)} has more than {CELL_LIMIT:,} characters"
        raise UsageError(f"{message}: Excel cannot hold it in a cell; shorten it.")
    return {
        "clause": "/".join(note.clause),
        "kind": kind_word(note.kind, language),
        "note": note.text,
        "author": note.author or "",
        "date": note.date or "",
    }
