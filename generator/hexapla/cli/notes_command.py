"""`hexapla notes`: notes on clauses, out to a workbook that people fill in and back into notes.yml."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from hexapla import collection
from hexapla.annotations import annotate, list_written_notes
from hexapla.cli.documents import find_texts_around, locate_file
from hexapla.cli.options import Interface, LanguageOption, read_file_name
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import check_output, stderr_console, write_output
from hexapla.collection.folder import NOTES
from hexapla.collection.notes_yml import write_notes
from hexapla.errors import UsageError
from hexapla.exporters import write_notes_workbook
from hexapla.exporters.notes_workbook_reader import read_notes_sheet
from hexapla.i18n import choose_language
from hexapla.output import write_all
from hexapla.pages import count_noun
from hexapla.pipeline import build_document

WORKBOOK: Final = ".xlsx"
DocumentArgument = Annotated[
    Path, typer.Argument(metavar="DOCUMENT", help="A document by id, or its folder.")
]

notes = typer.Typer(no_args_is_help=True, help="Notes on clauses: to a workbook, and back.")


@notes.command("export")
def export_notes(
    document: DocumentArgument,
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            callback=read_file_name,
            help="The workbook. Default: DOCUMENT-notes.xlsx, here.",
        ),
    ] = None,
    language: LanguageOption = None,
) -> None:
    """Write a workbook with a line for every note, and for every clause without one.

    Fill in kind, note, author and date; `hexapla notes import` takes them into the document's notes.yml.
    Notes that stand in a comparison table are not in it, since the table has them.

    **Example**

        hexapla notes export garden-bylaws -o notes.xlsx
    """
    choose_form("notes export", None, out, offered=("xlsx",))
    place = locate_file(document)
    built = build_document(collection.load_files([place]))
    named = out or Path(f"{built.document.id}-notes{WORKBOOK}")
    target = check_output(named, place, *find_texts_around(out))
    words = language or Interface(choose_language(built.document.language))
    written = replace(built.alignment, annotations=list_written_notes(built.alignment))
    write_output(write_notes_workbook(written, words), target)


@notes.command("import")
def import_notes(
    document: DocumentArgument,
    workbook: Annotated[Path, typer.Argument(metavar="WORKBOOK", help="As `hexapla notes export` made it.")],
) -> None:
    """Take the notes of a workbook into the document's notes.yml, in place of those that are there.

    Columns are known by their heads; further columns are left alone. All lines are checked before anything
    is written: a note on a clause that does not exist is an error.

    **Example**

        hexapla notes import garden-bylaws notes.xlsx
    """
    place = locate_file(document)
    if not place.is_dir():
        raise UsageError(f"{document} is no folder: notes.yml stands in a document's folder.")
    try:
        data = workbook.read_bytes()
    except OSError as error:
        raise UsageError(f"{workbook} cannot be read: {error.strerror}") from error
    entries = read_notes_sheet(workbook.as_posix(), workbook.name, data)
    built = build_document(replace(collection.load_files([place]), notes=()))
    lost = [
        finding.message
        for finding in annotate(built.alignment, entries).findings
        if finding.code == "note_orphan"
    ]
    if lost:
        raise UsageError("\n".join(lost))
    write_all({place / NOTES: write_notes(entries).encode()}, inputs=[workbook])
    stderr_console.print(f"{(place / NOTES).as_posix()}: {count_noun(len(entries), 'note')}", markup=False)
