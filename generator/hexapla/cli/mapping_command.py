"""`hexapla mapping`: links between texts of different ranks, to a workbook and back, held to their words."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from hexapla import collection
from hexapla.cli.documents import find_texts_around, locate_file
from hexapla.cli.options import Interface, LanguageOption, read_file_name
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import check_output, stderr_console, write_output
from hexapla.collection.folder import MAPPING
from hexapla.collection.mapping_yml import write_mapping
from hexapla.errors import UsageError
from hexapla.exporters import write_mapping_workbook
from hexapla.exporters.mapping_workbook_reader import read_mapping_sheet
from hexapla.i18n import choose_language
from hexapla.levels import pin_words, relate_levels
from hexapla.model import Alignment, MappingEntry, Order
from hexapla.output import write_all
from hexapla.pages import count_noun
from hexapla.pipeline import build_document

WORKBOOK: Final = ".xlsx"
DocumentArgument = Annotated[
    Path, typer.Argument(metavar="DOCUMENT", help="A document of levels by id, or its folder.")
]

mapping = typer.Typer(
    no_args_is_help=True, help="Links between texts of different ranks: to a workbook, and back."
)


@mapping.command("export")
def export_mapping(
    document: DocumentArgument,
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            callback=read_file_name,
            help="The workbook. Default: DOCUMENT-mapping.xlsx, here.",
        ),
    ] = None,
    language: LanguageOption = None,
) -> None:
    """Write a workbook with a line for every link, every suggestion, and every clause without a link.

    Choose a relation and give a reason; `hexapla mapping import` takes the lines that have a relation into
    the document's mapping.yml.

    **Example**

        hexapla mapping export dock-levels -o mapping.xlsx
    """
    choose_form("mapping export", None, out, offered=("xlsx",))
    place = locate_file(document)
    alignment, entries = load_levels(place)
    name = alignment.document.id
    target = check_output(out or Path(f"{name}-mapping{WORKBOOK}"), place, *find_texts_around(out))
    words = language or Interface(choose_language(alignment.document.language))
    write_output(write_mapping_workbook(alignment, entries, words), target)


@mapping.command("import")
def import_mapping(
    document: DocumentArgument,
    workbook: Annotated[
        Path, typer.Argument(metavar="WORKBOOK", help="As `hexapla mapping export` made it.")
    ],
) -> None:
    """Take the links of a workbook into the document's mapping.yml, in place of those that are there.

    Columns are known by their heads; further columns are left alone, and so are lines without a relation. All
    lines are checked before anything is written: a link to a clause that does not exist is an error. A link
    whose digest is empty is taken as made for the words as they stand.

    **Example**

        hexapla mapping import dock-levels mapping.xlsx
    """
    place = locate_file(document)
    alignment, _ = load_levels(place)
    try:
        data = workbook.read_bytes()
    except OSError as error:
        raise UsageError(f"{workbook} cannot be read: {error.strerror}") from error
    entries = read_mapping_sheet(workbook.as_posix(), workbook.name, data)
    related = refuse_lost(alignment, entries)
    save_mapping(place, pin_words(related, entries), workbook)


@mapping.command("pin")
def pin_mapping(document: DocumentArgument) -> None:
    """Say that all links hold for the words as they stand, and keep the digests of these in mapping.yml.

    When a clause has other words later, `hexapla check` and the pages tell which links were made for the old
    ones. A clause whose words have moved is named where they stand now. Comments in mapping.yml are lost.

    **Example**

        hexapla mapping pin dock-levels
    """
    place = locate_file(document)
    alignment, entries = load_levels(place)
    related = refuse_lost(alignment, entries)
    save_mapping(place, pin_words(related, entries, anew=True))


def load_levels(place: Path) -> tuple[Alignment, tuple[MappingEntry, ...]]:
    """Return a document of levels with its links, and the entries as they were written.

    Raises:
        UsageError: it is no folder, or its texts are not said to be of different ranks.
    """
    if not place.is_dir():
        raise UsageError(f"{place} is no folder: {MAPPING} stands in a document's folder.")
    loaded = collection.load_files([place])
    built = build_document(loaded)
    if built.document.order is not Order.LEVELS:
        raise UsageError(
            f"{place}: the texts are not said to be of different ranks: write “order: levels” into "
            "document.yml, and list them from the highest to the lowest."
        )
    return built.alignment, loaded.mapping


def refuse_lost(alignment: Alignment, entries: tuple[MappingEntry, ...]) -> Alignment:
    """Relate entries in place of those of mapping.yml.

    Raises:
        UsageError: a clause does not exist, or two entries contradict each other; with all of these.
    """
    plain = replace(alignment, level_links=(), findings=())
    related = relate_levels(plain, entries)
    wrong = [each.message for each in related.findings if each.code != "mapping_stale"]
    if wrong:
        raise UsageError("\n".join(wrong))
    return related


def save_mapping(place: Path, entries: tuple[MappingEntry, ...], *inputs: Path) -> None:
    """Write mapping.yml."""
    write_all({place / MAPPING: write_mapping(entries).encode()}, inputs=list(inputs))
    stderr_console.print(f"{(place / MAPPING).as_posix()}: {count_noun(len(entries), 'link')}", markup=False)
