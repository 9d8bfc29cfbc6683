"""Notes on clauses in a workbook that people fill in: which columns it has, and how it is read.

`notes_workbook` writes it. Columns are known by their heads, in any language of the interface and
in any order; further columns, which people add, are left alone.
"""

from collections.abc import Sequence
from typing import Final

from pydantic import ValidationError

from hexapla.collection.entry_lists import split_clause_name
from hexapla.collection.notes_yml import NoteSettings
from hexapla.exporters.entry_sheets import (
    EntrySheet,
    SheetValues,
    explain_row,
    find_value,
    read_entry_sheets,
)
from hexapla.i18n import load_messages
from hexapla.model import AnnotationKind, NoteEntry

SHEET: Final = EntrySheet(
    title="notes-sheet",
    heads={
        "clause": "notes-clause",
        "number": "notes-number",
        "words": "notes-words",
        "kind": "notes-kind",
        "note": "notes-note",
        "author": "notes-author",
        "date": "notes-date",
    },
    keys={"clause": "clause", "kind": "kind", "note": "text", "author": "author", "date": "date"},
    needed=("clause", "note"),
    command="hexapla notes export",
)
"""a clause's siglum and id (`A/art_3`), number and words, and what is said of it; keys: of `notes.yml`"""


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

    def make(values: SheetValues, row: int) -> tuple[Sequence[NoteEntry], Sequence[str]]:
        said = SHEET.take_values(values)
        return make_entry(said, file, row) if "text" in said or is_tick(values["kind"]) else ((), ())

    return read_entry_sheets(path, data, SHEET, make)


def is_tick(kind: str) -> bool:
    """Tell whether a kind alone says something: that somebody has looked at the clause."""
    return find_value(kind, AnnotationKind, kind_word) == AnnotationKind.REVIEW


def make_entry(said: dict[str, str], file: str, row: int) -> tuple[Sequence[NoteEntry], Sequence[str]]:
    """Make the entry of a row, or say what is wrong with it."""
    if "kind" in said:
        said["kind"] = find_value(said["kind"], AnnotationKind, kind_word)
    try:
        checked = NoteSettings.model_validate(said, strict=True)
    except ValidationError as error:
        return (), list(explain_row(error))
    note = NoteEntry(
        clause=split_clause_name(checked.clause),
        text=checked.text,
        kind=AnnotationKind(checked.kind),
        author=checked.author,
        date=checked.date,
        file=file,
        line=row,
    )
    return (note,), ()
