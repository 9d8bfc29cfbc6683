"""`hexapla show` and `hexapla compare`: look at files without a project."""

import tempfile
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hexapla import collection, exporters, pages
from hexapla.cli.documents import ask_meaning, find_texts_around, locate_files
from hexapla.cli.option_groups import ExitOptions, RedlineOptions, with_option_groups
from hexapla.cli.options import LanguageOption, MeaningOption, OpenOption, OutOption, WordsOption
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import Speech, check_output, open_page, stderr_console, write_output
from hexapla.errors import UsageError
from hexapla.i18n import choose_language
from hexapla.model import Document, Order
from hexapla.output import Output
from hexapla.pipeline import AnalysedDocument, build_document
from hexapla.reading.day_in_force import DayOutcome, find_version_on

FilesArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="The versions of one document, one compilation, or a document by id or folder; - is stdin.",
    ),
]


ByAuthorOption = Annotated[
    bool,
    typer.Option("--by-author", help="Of one Word document with tracked changes: a version for each author."),
]


class ShowFormat(StrEnum):
    """How `show` prints."""

    TEXT = "text"
    JSON = "json"


class CompareFormat(StrEnum):
    """How `compare` prints."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    MD = "md"
    REDLINE = "redline"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    CHANGES = "changes"
    TEI = "tei"
    PDF = "pdf"


@with_option_groups
def show(
    files: FilesArgument,
    *,
    form: Annotated[
        ShowFormat | None,
        typer.Option("--format", help="Form of the output. Default: by the output's suffix, else text."),
    ] = None,
    out: OutOption = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="Only the text that was in force on a day, as 2019-05-01."),
    ] = None,
    status: ExitOptions,
) -> None:
    """Show the versions found in files, and their clause trees; with --on the text of a day.

    **Example**

        hexapla show law-2018.txt law-2023.txt --format json
    """
    chosen = choose_form("show", form, out, offered=tuple(ShowFormat))
    files = locate_files(files)
    target = check_output(out, *files, *find_texts_around(out))
    loaded = collection.load_files(files)
    document = collection.segment_collected(loaded)
    if on is not None:
        show_day(document, read_day(on), target, as_json=chosen == ShowFormat.JSON)
    elif chosen == ShowFormat.JSON:
        write_output(
            exporters.dump_records(exporters.document_record(document, settings=loaded.findings)), target
        )
    else:
        write_output("".join(f"{line}\n" for line in pages.document_lines(document, Speech.language)), target)
    findings = (*loaded.findings, *document.findings, *(f for v in document.versions for f in v.findings))
    status.exit_on(finding.severity for finding in findings)


def read_day(text: str) -> str:
    """Read a day.

    Raises:
        UsageError: it is none.
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"“{text}” is no day; write one like 2019-05-01.") from error


def show_day(document: Document, day: str, target: Output | None, *, as_json: bool) -> None:
    """Write the text that was in force on a day, and say on stderr what is to be known of it.

    Raises:
        UsageError: no version here is known to have been in force; JSON is written all the same.
    """
    answer = find_version_on(document, day)
    held = answer.version if answer.outcome is DayOutcome.IN_FORCE else None
    if as_json:
        record = exporters.document_record(replace(document, versions=(held,) if held else ()))
        record["on"] = exporters.day_record(answer)
        write_output(exporters.dump_records(record), target)
    if held is None:
        raise UsageError(" ".join(pages.day_lines(answer)))
    for line in pages.day_lines(answer):
        stderr_console.print(line, markup=False)
    if not as_json:
        write_output(held.text.strip() + "\n", target)


@with_option_groups
def compare(  # noqa: PLR0913 - all that the command can be told
    files: FilesArgument,
    *,
    form: Annotated[
        CompareFormat | None,
        typer.Option("--format", help="Form of the output. Default: by the output's suffix, else text."),
    ] = None,
    out: OutOption = None,
    language: LanguageOption = None,
    by_author: ByAuthorOption = False,
    segmenter: WordsOption = None,
    meaning: MeaningOption = None,
    show_it: OpenOption = False,
    redline: RedlineOptions,
    status: ExitOptions,
) -> None:
    """Compare versions without a project: several files, or one file that holds several versions.

    `html` is one file that contains all it needs, with the tools of the comparison page. Under a name that
    ends in `.docx` a redline is written: of two Word documents the newer one, with the changes tracked in it.
    One Word document with tracked changes is two versions: before them, and with all of them accepted.

    **Example**

        hexapla compare contract-1.docx contract-2.docx -o changes.docx
    """
    if show_it:
        form, out = choose_page(form, out)
    chosen = CompareFormat(choose_form("compare", form, out, offered=tuple(CompareFormat)))
    redline.check(chosen)
    refuse_language(language, chosen)
    files = locate_files(files)
    target = check_output(out, *files, *find_texts_around(out))
    built = build_versions(files, segmenter, meaning, by_author=by_author)
    refuse_single_version(built)
    save_comparison(write_comparison(built, chosen, redline, language), target)
    if show_it and out is not None:
        open_page(out)
    status.exit_on(finding.severity for finding in built.findings)


def build_versions(
    files: list[Path], segmenter: str | None, meaning: MeaningOption, *, by_author: bool
) -> AnalysedDocument:
    """Compare the versions in files; of one Word document those that its tracked changes tell.

    Raises:
        UsageError: versions by author are asked for, and there are none.
    """
    if by_author:
        tracked = collection.load_tracked_versions(files[0], by_author=True) if len(files) == 1 else None
        if tracked is None:
            raise UsageError("--by-author is for one Word document with tracked changes; leave it out.")
        return build_document(ask_meaning(tracked, meaning), segmenter)
    built = build_document(ask_meaning(collection.load_files(files), meaning), segmenter)
    if not built.comparisons and len(files) == 1 and files[0].is_file():
        tracked = collection.load_tracked_versions(files[0])
        return build_document(ask_meaning(tracked, meaning), segmenter) if tracked else built
    return built


SPOKEN = (CompareFormat.TEXT, CompareFormat.HTML, CompareFormat.MD, CompareFormat.PDF)
"""forms with words of ours, beside those that are exported"""


def refuse_language(language: LanguageOption, form: CompareFormat) -> None:
    """Refuse a language of the interface for a form that has no words of ours in it.

    Raises:
        UsageError: it has none.
    """
    if language is None or form in SPOKEN:
        return
    if form not in exporters.FORMATS or not exporters.FORMATS[form].worded:
        raise UsageError(f"--language has no effect on {form}; leave it out.")


def write_comparison(
    built: AnalysedDocument, form: CompareFormat, asked: RedlineOptions, language: LanguageOption
) -> str | bytes:
    """Write a comparison in a form.

    `language` is that of our own words; None: the texts', and the command's where it is read at once.

    Raises:
        UsageError: the form is about two versions, and there are more.
    """
    if form is CompareFormat.JSON:
        record = exporters.alignment_record(built.alignment, built.comparisons, settings=built.settings)
        return exporters.dump_records(record)
    if form is CompareFormat.HTML:
        return pages.render_single_file(
            built.alignment, built.comparisons, findings=built.findings, language=language and str(language)
        )
    if form is CompareFormat.MD:
        from hexapla.api.result import Result  # noqa: PLC0415 - as below

        result = Result(built.alignment, built.comparisons, built.settings)
        return result.to_markdown(language=language and str(language))
    if form is CompareFormat.TEXT:
        spoken = str(language or Speech.language)
        told = ("\n".join(pages.comparison_lines(each, spoken)) for each in built.comparisons)
        return "\n\n".join(told) + "\n"
    if form is CompareFormat.REDLINE and len(built.comparisons) > 1:
        raise UsageError(
            f"A redline is about two versions, and there are {len(built.document.versions)}: name two files, "
            "or say which with hexapla export --format redline --base A --target B."
        )
    from hexapla.cli import export  # noqa: PLC0415 - few comparisons are written as files

    name = str(form)
    words = str(language) if language else choose_language(built.document.language)
    request = export.build_request(built, name, None, None, notes=True, language=words)
    data = export.write_file(built, name, export.sign_request(request, asked), words)[1]
    export.report_unwritable(built)
    return data


def save_comparison(data: str | bytes, out: Output | None) -> None:
    """Write to a file, or to stdout.

    Raises:
        UsageError: stdout is a terminal, and this is nothing to be read there.
    """
    if isinstance(data, bytes) and out is None:
        from hexapla.cli.export import save_file  # noqa: PLC0415 - as above

        save_file(data, out, "changes.docx" if data.startswith(b"PK") else "changes")
    else:
        write_output(data, out)


def choose_page(form: CompareFormat | None, out: Path | None) -> tuple[CompareFormat, Path]:
    """Return form and place of a page that is to be shown; without a place, one that stays until it is read.

    Raises:
        UsageError: another form is asked for.
    """
    if choose_form("compare", form or CompareFormat.HTML, out, offered=tuple(CompareFormat)) != "html":
        raise UsageError("--open shows a page; it goes with --format html.")
    return CompareFormat.HTML, out or Path(tempfile.mkdtemp(prefix="hexapla-"), "comparison.html")


def refuse_single_version(built: AnalysedDocument) -> None:
    """Refuse what cannot be compared: a script that lost one of its files must not publish the other.

    Raises:
        UsageError: fewer than two versions were found, or texts of different ranks.
    """
    if built.document.order is Order.LEVELS:
        raise UsageError(
            f"{built.document.id}: texts of different ranks are not compared. `hexapla mapping export` "
            "writes their links, `hexapla build` makes the pages."
        )
    if not built.comparisons:
        found_empty = (each for each in built.document.findings if each.code == "empty_source")
        if empty := [dict(each.values)["file"] for each in found_empty]:
            raise UsageError(f"There is nothing to compare: no text in {', '.join(empty)}.")
        found = pages.count_noun(len(built.document.versions), "version")
        raise UsageError(
            f"There is nothing to compare: {found} found. "
            "Give several files, or one that holds several versions."
        )
