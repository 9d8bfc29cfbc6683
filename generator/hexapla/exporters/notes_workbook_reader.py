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
    SheetValues,
    explain_missing_columns,
    explain_row,
    read_entry_sheets,
)
from hexapla.i18n import LANGUAGES, load_messages
from hexapla.model import AnnotationKind, NoteEntry

COLUMNS: Final = ("clause", "number", "words", "kind", "note", "author", "date")
"""the clause's siglum and id (`A/art_3`), its number, its words, and what is said of it"""
READ: Final = {"clause": "clause", "kind": "kind", "note": "text", "author": "author", "date": "date"}
"""column → key in `notes.yml`; number and words are for those who fill the sheet in"""
HEADS: Final = {column: f"notes-{column}" for column in READ}
NEEDED: Final = ("clause", "note")


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

    def make(values: SheetValues, row: int) -> tuple[Sequence[NoteEntry], Sequence[str]]:
        said = {key: values[column] for column, key in READ.items() if values[column]}
        return make_entry(said, file, row) if "text" in said or is_tick(values["kind"]) else ((), ())

    found = read_entry_sheets(path, data, HEADS, NEEDED, make)
    if found is None:
        raise explain_missing_columns(path, HEADS, NEEDED, "hexapla notes export")
    return found


def is_tick(kind: str) -> bool:
    """Tell whether a kind alone says something: that somebody has looked at the clause."""
    return read_kind(kind) == AnnotationKind.REVIEW


def read_kind(said: str) -> str:
    """Return the kind that a word names, in any language of the interface; the word, if it names none."""
    words = {kind_word(kind, language).casefold(): kind for kind in AnnotationKind for language in LANGUAGES}
    return words.get(said.casefold(), said)


def make_entry(said: dict[str, str], file: str, row: int) -> tuple[Sequence[NoteEntry], Sequence[str]]:
    """Make the entry of a row, or say what is wrong with it."""
    if "kind" in said:
        said["kind"] = str(read_kind(said["kind"]))
    try:
        checked = NoteSettings.model_validate(said, strict=True)
    except ValidationError as error:
        return (), list(explain_row(error, "no clause is named: write siglum/id, like A/art_12"))
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
