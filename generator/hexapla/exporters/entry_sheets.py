"""Sheets that people fill in: a line an entry, columns known by their heads, in whatever order.

What notes and links between levels have in common: workbooks are opened within limits, further columns, which
people add, are left alone, and what is wrong is told with sheet and row.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar
from zipfile import BadZipFile

from pydantic import ValidationError

from hexapla.errors import Problem, SettingsError, UsageError
from hexapla.i18n import LANGUAGES, load_messages
from hexapla.readers.zip_archive import ZipArchive

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Entry = TypeVar("Entry")
SheetValues = Mapping[str, str]
"""what a line says, by column; empty: nothing"""
EntryMaker = Callable[[SheetValues, int], tuple[Sequence[Entry], Sequence[str]]]
"""the values of a line and its row → the entries, none of an empty line, and what is wrong"""


def read_entry_sheets(
    path: str, data: bytes, heads: Mapping[str, str], needed: Sequence[str], make: EntryMaker[Entry]
) -> tuple[Entry, ...] | None:
    """Read the entries of a workbook, those of all its sheets that have the columns; None: no sheet has.

    Args:
        path: as the user would type it, for problems.
        data: the workbook's bytes.
        heads: column → name of the message that stands above it.
        needed: columns without which a sheet is another one.
        make: makes entries of a line.

    Raises:
        SettingsError: with all that is wrong in the sheets, each with sheet and row.
        SourceError: it is no workbook, or unpacks to more than is bearable.
    """
    found: list[Entry] = []
    problems: list[Problem] = []
    known = False
    for sheet in open_sheets(path, data):
        rows = sheet.iter_rows(values_only=True)
        places = find_columns(next(rows, ()), heads)
        if not set(needed) <= set(places):
            continue
        known = True
        for number, row in enumerate(rows, 2):
            made, faults = make({column: read_cell(row, places.get(column)) for column in heads}, number)
            found += made
            at = f"{sheet.title} row {number}"
            problems += (Problem(path=path, line=None, message=f"{at}: {fault}") for fault in faults)
    if problems:
        raise SettingsError(tuple(problems))
    return tuple(found) if known else None


def explain_missing_columns(
    path: str, heads: Mapping[str, str], needed: Sequence[str], maker: str
) -> UsageError:
    """Return the error that no sheet has the columns; `maker` is the command that makes one."""
    say = load_messages("en")
    wanted = " and ".join(say(heads[column]) for column in needed)
    return UsageError(f"{path} has no sheet with columns {wanted}: `{maker}` makes one.")


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


def find_columns(row: Sequence[object], heads: Mapping[str, str]) -> Mapping[str, int]:
    """Return where the known columns are; their heads may be in any language of the interface."""
    names = {
        load_messages(language)(message).casefold(): column
        for column, message in heads.items()
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


def explain_row(error: ValidationError, missing: str) -> Iterator[str]:
    """Yield what is wrong with a line; `missing` says that nothing names a clause."""
    for fault in error.errors(include_url=False):
        if fault["type"] == "missing":
            yield missing
        else:
            yield str(fault["ctx"]["error"]) if "ctx" in fault and "error" in fault["ctx"] else fault["msg"]
