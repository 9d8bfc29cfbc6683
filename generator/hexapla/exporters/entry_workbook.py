"""A workbook to fill in: one sheet, a line an entry, and a column whose words are chosen from a list.

What notes and links between levels have in common; `entry_sheets` reads it back. Every cell is a text;
nothing becomes a formula, a number or a link.
"""

import io
from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Final

from xlsxwriter import Workbook

from hexapla.archive import EPOCH
from hexapla.exporters.entry_sheets import EntrySheet, SheetValues
from hexapla.exporters.workbook import NAME_LIMIT, add_filter, add_formats, write_header, write_text
from hexapla.exporters.xml_writer import replace_unwritable
from hexapla.i18n import load_messages

SPARE: Final = 200
"""lines below the last one in which words are chosen from the list too"""


def write_entry_workbook(
    form: EntrySheet,
    lines: Sequence[SheetValues],
    widths: Sequence[float],
    choices: tuple[str, Sequence[str]],
    language: str,
) -> bytes:
    """Write a workbook to fill in.

    Args:
        form: which columns there are.
        lines: what they say, by column; a column that is missing says nothing.
        widths: of the columns, in characters.
        choices: a column, and the words from which it is filled in.
        language: of the interface, BCP 47.

    Post-conditions:
        1. Equal arguments give equal bytes.
    """
    say = load_messages(language)
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"author": "hexapla", "created": datetime.combine(EPOCH, time(), UTC)})
    look = add_formats(book)
    sheet = book.add_worksheet(say(form.title)[:NAME_LIMIT])
    write_header(sheet, [say(message) for message in form.heads.values()], widths, look)
    for at, line in enumerate(lines, 1):
        for place, column in enumerate(form.heads):
            write_text(sheet, at, place, replace_unwritable(line.get(column, "")), look.cell)
    chosen, words = choices
    place = list(form.heads).index(chosen)
    sheet.data_validation(1, place, len(lines) + SPARE, place, {"validate": "list", "source": words})
    add_filter(sheet, max(1, len(lines)), len(form.heads))
    book.close()
    return out.getvalue()
