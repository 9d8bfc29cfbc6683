"""Sheets that people fill in: a line an entry, columns known by their heads, in whatever order.

What notes and links between levels have in common: workbooks are opened within limits, further columns, which
people add, are left alone, and what is wrong is told with sheet and row.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar
from zipfile import BadZipFile

from pydantic import ValidationError

from hexapla.errors import Problem, SettingsError, UsageError
from hexapla.i18n import LANGUAGES, load_messages
from hexapla.readers.zip_archive import ZipArchive

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Entry = TypeVar("Entry")
Value = TypeVar("Value", bound=StrEnum)
SheetValues = Mapping[str, str]
"""what a line says, by column; empty: nothing"""
EntryMaker = Callable[[SheetValues, int], tuple[Sequence[Entry], Sequence[str]]]
"""the values of a line and its row → the entries, none of an empty line, and what is wrong"""
UNNAMED: Final = "no clause is named: write siglum/id, like A/art_12"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySheet:
    """A kind of sheet that people fill in: its columns, and what they are in the file of the settings."""

    title: str
    """name of the message that is the sheet's title"""
    heads: Mapping[str, str]
    """column → name of the message above it, in the order of the columns"""
    keys: Mapping[str, str]
    """column → key of the settings; further columns are for those who fill the sheet in"""
    needed: Sequence[str]
    """columns without which a sheet is another one"""
    command: str
    """what makes such a sheet"""

    def take_values(self, values: SheetValues) -> dict[str, str]:
        """Return what a line says, by key of the settings."""
        return {key: values[column] for column, key in self.keys.items() if values[column]}


def read_entry_sheets(path: str, data: bytes, form: EntrySheet, make: EntryMaker[Entry]) -> tuple[Entry, ...]:
    """Read the entries of a workbook, those of all its sheets that have the columns.

    Args:
        path: as the user would type it, for problems.
        data: the workbook's bytes.
        form: which columns there are.
        make: makes entries of a line.

    Raises:
        SettingsError: with all that is wrong in the sheets, each with sheet and row.
        SourceError: it is no workbook, or unpacks to more than is bearable.
        UsageError: no sheet has the columns.
    """
    found: list[Entry] = []
    problems: list[Problem] = []
    known = False
    for sheet in open_sheets(path, data):
        rows = sheet.iter_rows(values_only=True)
        places = find_columns(next(rows, ()), form)
        if not set(form.needed) <= set(places):
            continue
        known = True
        for number, row in enumerate(rows, 2):
            made, faults = make({column: read_cell(row, places.get(column)) for column in form.keys}, number)
            found += made
            at = f"{sheet.title} row {number}"
            problems += (Problem(path=path, line=None, message=f"{at}: {fault}") for fault in faults)
    if problems:
        raise SettingsError(tuple(problems))
    if not known:
        say = load_messages("en")
        wanted = " and ".join(say(form.heads[column]) for column in form.needed)
        raise UsageError(f"{path} has no sheet with columns {wanted}: `{form.command}` makes one.")
    return tuple(found)


def find_value(said: str, values: Iterable[Value], name: Callable[[Value, str], str]) -> str:
    """Return the value that a word names in any language of the interface; the word, if it names none.

    Args:
        said: a cell.
        values: those that there are.
        name: what a value is called in a language.
    """
    words = {name(each, language).casefold(): each.value for each in values for language in LANGUAGES}
    return words.get(said.casefold(), said)


def open_sheets(path: str, data: bytes) -> Iterable["Worksheet"]:
    """Open a workbook, of which every file was unpacked within the limits before."""
    archive = ZipArchive(path, data, what="Excel workbook")
    for name in archive.entries:
        archive.read(name)
    import openpyxl  # noqa: PLC0415 - only notes in a workbook need it

    try:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets
    except (BadZipFile, KeyError, ValueError, TypeError, SyntaxError, OSError) as error:
        raise archive.broken(f"{type(error).__name__}: {error}") from error


def find_columns(row: Sequence[object], form: EntrySheet) -> Mapping[str, int]:
    """Return where the known columns are; their heads may be in any language of the interface."""
    names = {
        load_messages(language)(form.heads[column]).casefold(): column
        for column in form.keys
        for language in LANGUAGES
    }
    found: dict[str, int] = {}
    for at, head in enumerate(row):
        column = names.get(str(head or "").strip().casefold())
        if column:
            found.setdefault(column, at)
    return found


def read_cell(row: Sequence[object], at: int | None) -> str:
    """Return what a cell says; a day as ISO 8601, a whole number without decimals."""
    value = row[at] if at is not None and at < len(row) else None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def explain_row(error: ValidationError) -> Iterator[str]:
    """Yield what is wrong with a line."""
    for fault in error.errors(include_url=False):
        if fault["type"] == "missing":
            yield UNNAMED
        else:
            yield str(fault["ctx"]["error"]) if "ctx" in fault and "error" in fault["ctx"] else fault["msg"]
