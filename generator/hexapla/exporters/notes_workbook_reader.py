"""Notes on clauses in a workbook that people fill in: which columns it has, and how it is read.

`notes_workbook` writes it. Columns are known by their heads, in any language of the interface and
in any order; further columns, which people add, are left alone.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile

from pydantic import ValidationError

from hexapla.collection.alignment_yml import split_clause_name
from hexapla.collection.notes_yml import NoteSettings
from hexapla.errors import Problem, SettingsError, UsageError
from hexapla.i18n import LANGUAGES, load_messages
from hexapla.model import AnnotationKind
from hexapla.plan import NoteEntry
from hexapla.readers.zip_archive import ZipArchive

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS: Final = ("clause", "number", "words", "kind", "note", "author", "date")
"""the clause's siglum and id (`A/art_3`), its number, its words, and what is said of it"""
READ: Final = {"clause": "clause", "kind": "kind", "note": "text", "author": "author", "date": "date"}
"""column → key in `notes.yml`; number and words are for those who fill the sheet in"""


def column_head(column: str, language: str) -> str:
    """Return what stands above a column.

    >>> column_head("note", "en")
    'Note'
    """
    say = load_messages(language)
    return say(f"notes-{column}")


def kind_word(kind: AnnotationKind, language: str) -> str:
    """Return what a kind of note is called.

    >>> kind_word(AnnotationKind.REVIEW, "en")
    'review'
    """
    say = load_messages(language)
    return say("notes-kind-name", kind=kind.value)


def read_notes_sheet(path: str, file: str, data: bytes) -> tuple[NoteEntry, ...]:
    """Read the notes of a workbook, those of all its sheets that have the columns.

    Args:
        path: as the user would type it, for problems.
        file: as the notes shall name their file.
        data: the workbook's bytes.

    Raises:
        SettingsError: with all that is wrong in the sheets, each with sheet and row.
        SourceError: it is no workbook, or unpacks to more than is bearable.
        UsageError: no sheet has the columns.
    """
    found: list[NoteEntry] = []
    problems: list[Problem] = []
    known = False
    for sheet in open_sheets(path, data):
        rows = sheet.iter_rows(values_only=True)
        heads = find_columns(next(rows, ()))
        if not {"clause", "note"} <= set(heads):
            continue
        known = True
        for number, row in enumerate(rows, 2):
            values = {key: read_cell(row, heads.get(column)) for column, key in READ.items()}
            if values["text"] or is_tick(values["kind"]):
                entry, faults = make_entry(values, file, number)
                found += [entry] if entry else []
                at = f"{sheet.title} row {number}"
                problems += (Problem(path=path, line=None, message=f"{at}: {fault}") for fault in faults)
    if problems:
        raise SettingsError(tuple(problems))
    if not known:
        wanted = " and ".join(column_head(column, "en") for column in ("clause", "note"))
        raise UsageError(f"{path} has no sheet with columns {wanted}: `hexapla notes export` makes one.")
    return tuple(found)


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


def find_columns(heads: Sequence[object]) -> Mapping[str, int]:
    """Return where the known columns are."""
    names = {column_head(column, language).casefold(): column for column in COLUMNS for language in LANGUAGES}
    found: dict[str, int] = {}
    for at, head in enumerate(heads):
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


def is_tick(kind: str) -> bool:
    """Tell whether a kind alone says something: that somebody has looked at the clause."""
    return read_kind(kind) == AnnotationKind.REVIEW


def read_kind(said: str) -> str:
    """Return the kind that a word names, in any language of the interface; the word, if it names none."""
    words = {kind_word(kind, language).casefold(): kind for kind in AnnotationKind for language in LANGUAGES}
    return words.get(said.casefold(), said)


def make_entry(values: Mapping[str, str], file: str, row: int) -> tuple[NoteEntry | None, list[str]]:
    """Make the entry of a row, or say what is wrong with it."""
    said = {key: value for key, value in values.items() if value}
    if "kind" in said:
        said["kind"] = str(read_kind(said["kind"]))
    try:
        checked = NoteSettings.model_validate(said, strict=True)
    except ValidationError as error:
        return None, list(explain_row(error))
    return (
        NoteEntry(
            clause=split_clause_name(checked.clause),
            text=checked.text,
            kind=AnnotationKind(checked.kind),
            author=checked.author,
            date=checked.date,
            file=file,
            line=row,
        ),
        [],
    )


def explain_row(error: ValidationError) -> Iterator[str]:
    """Yield what is wrong with a row."""
    for fault in error.errors(include_url=False):
        if fault["type"] == "missing":
            yield "no clause is named: write siglum/id, like A/art_12"
        else:
            yield str(fault["ctx"]["error"]) if "ctx" in fault and "error" in fault["ctx"] else fault["msg"]
