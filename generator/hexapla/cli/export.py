"""`hexapla export`: a document as a file to hand in, to work on, or to compute with."""

import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from hexapla import collection, pages
from hexapla.cli.documents import find_texts_around, locate_files
from hexapla.cli.option_groups import REDLINE, ExitOptions, RedlineOptions, with_option_groups
from hexapla.cli.options import Interface, LanguageOption, WordsOption, read_out
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import (
    check_output,
    stderr_console,
    write_output,
)
from hexapla.comparison import compare
from hexapla.errors import UsageError
from hexapla.exporters import (
    FORMATS,
    ExportRequest,
    Scope,
    count_unwritable,
    request_redline,
    restrict_to_pair,
)
from hexapla.exporters.table_profile import TableProfile, list_profiles, load_profile
from hexapla.i18n import choose_language
from hexapla.model import Document, Order
from hexapla.output import Output
from hexapla.pipeline import AnalysedDocument, build_document
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument
from hexapla.site import print_pdf

PDF: Final = "pdf"
"""printed by a browser from a page, so no row of the table of formats"""
OFFERED: Final = (*FORMATS, PDF)
"""names of the formats that `export` writes"""


class ExportFormat(StrEnum):
    """A choice of the command for each name."""

    _ignore_ = "members name"
    members = vars()
    for name in OFFERED:
        members[name.upper()] = name


NOTED = frozenset(name for name, form in FORMATS.items() if form.noted)
"""formats that say in words what changed, if that is wanted"""
PROFILED: Final = ("docx", "xlsx")
PROFILE_SCOPES: Final = frozenset({Scope.DOCUMENT, Scope.COMPARISON})
"""what a table in such a form can be about"""
"""formats whose tables have forms"""
WORDED = frozenset([*(name for name, form in FORMATS.items() if form.worded), PDF])
"""formats with words of ours, in a language"""
BaseOption = Annotated[
    str | None, typer.Option(metavar="SIGLUM", help="The version that is compared, or that is written.")
]
TargetOption = Annotated[
    str | None, typer.Option(metavar="SIGLUM", help="The version with which it is compared.")
]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME|FILE",
        help=f"Form of a Word or Excel table: {', '.join(list_profiles())}, or a file of your own.",
    ),
]
IntoOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", callback=read_out, help="Write to this file, or into this folder."),
]


@with_option_groups
def export(  # noqa: PLR0913 - all that the command can be told
    document: Annotated[
        list[Path],
        typer.Argument(metavar="DOCUMENT...", help="A document by id or folder; or its files."),
    ],
    *,
    form: Annotated[ExportFormat, typer.Option("--format", help="What to write.")],
    base: BaseOption = None,
    target: TargetOption = None,
    profile: ProfileOption = None,
    out: IntoOption = None,
    notes: Annotated[
        bool | None,
        typer.Option(
            "--notes/--no-notes",
            help="Say what changed: a column in tables, comments in redlines. Default: say it.",
        ),
    ] = None,
    language: LanguageOption = None,
    segmenter: WordsOption = None,
    redline: RedlineOptions,
    status: ExitOptions,
) -> None:
    """Write a document as a file: Word, Excel, CSV, JSON, TEI, Akoma Ntoso or PDF.

    Where a file is about two versions, say which with `--base` and `--target`. A redline of two Word
    documents is the newer one with the changes tracked in it; `--plain` typesets it anew.

    **Example**

        hexapla export source_texts/garden-bylaws --format redline --base A --target D -o changes.docx
    """
    refuse_without_effect(form, notes=notes, language=language)
    redline.check(form)
    table = load_table_profile(form, profile)
    document = locate_files(document)
    place = choose_output(form, out, document)
    built = build_document(collection.load_files(document), segmenter)
    labels = str(language or choose_language(built.document.language))
    request = build_request(
        built, form, base, target, notes=notes is not False, language=labels, profile=table
    )
    ending, data = write_file(built, form, sign_request(request, redline), labels)
    name = f"{built.document.id}{ending}"
    if out and not place:
        place = check_output(out / name, *document, *find_texts_around(out))
    save_file(data, place, name)
    report_unwritable(built)
    status.exit_on(finding.severity for finding in built.findings)


def load_table_profile(form: str, said: str | None) -> TableProfile | None:
    """Load the form of a table that is asked for.

    Raises:
        UsageError: there is no such form, or the format has no table.
    """
    if said is None:
        return None
    if form not in PROFILED:
        raise UsageError(f"--profile has no effect on {form}; leave it out. It is for {', '.join(PROFILED)}.")
    return load_profile(said)


def sign_request(request: ExportRequest, asked: RedlineOptions) -> ExportRequest:
    """Say how a redline shall be made and signed."""
    return replace(request, author=asked.author, date=asked.date, plain=asked.plain, summary=asked.summary)


def refuse_without_effect(form: str, *, notes: bool | None, language: Interface | None) -> None:
    """Refuse options of which the file would show nothing.

    Raises:
        UsageError: with the formats that show it.
    """
    for given, option, shown in (
        (notes, "--notes", NOTED),
        (language, "--language", WORDED),
    ):
        if given is not None and form not in shown:
            raise UsageError(
                f"{option} has no effect on {form}; leave it out. It is for {', '.join(sorted(shown))}."
            )


def report_unwritable(built: AnalysedDocument) -> None:
    """Say how many characters of the sources a file for people cannot hold."""
    if count := sum(count_unwritable(source.text) for source in built.document.sources):
        signs = pages.count_noun(count, "control character")
        stderr_console.print(f"Shown as signs, since no such file can hold them: {signs}.")


def choose_output(form: str, out: Path | None, document: Iterable[Path]) -> Output | None:
    """Judge where the file shall go; None is stdout, or a folder in which it gets its name later.

    Raises:
        UsageError: it cannot be written there, or not under that name.
    """
    if out is None or out.is_dir():
        return None
    choose_form("export", form, out, offered=(form,))
    return check_output(out, *document, *find_texts_around(out))


def build_request(
    built: AnalysedDocument,
    name: str,
    base: str | None,
    target: str | None,
    *,
    notes: bool,
    language: str,
    profile: TableProfile | None = None,
) -> ExportRequest:
    """Make the request that the options mean.

    Raises:
        UsageError: there is no such version, or it is not said which are meant.
    """
    sigla = built.document.sigla
    refuse_levels(name, built.document)
    refuse_request(name, sigla, filter(None, (base, target)))
    request = ExportRequest(
        printed=PrintedDocument(built.alignment),
        comparisons=built.comparisons,
        wording=Wording(language),
        notes=notes,
        settings=built.settings,
        originals=built.originals,
        profile=profile,
    )
    scopes = PROFILE_SCOPES if profile else find_scopes(name)
    if target:
        if not base:
            raise UsageError("--target needs --base.")
        if Scope.COMPARISON not in scopes:
            raise UsageError(f"{name} is not about two versions; leave --base and --target out.")
        if base == target:
            raise UsageError(f"--base and --target are both {base}; name two versions.")
        return replace(request, comparison=compare(built.alignment, base, target))
    return choose_subject(request, name, base, scopes)


def refuse_levels(name: str, document: Document) -> None:
    """Refuse what is about versions that are compared, of texts of different ranks.

    Raises:
        UsageError: with what there is instead.
    """
    if document.order is Order.LEVELS and (name not in FORMATS or Order.LEVELS not in FORMATS[name].orders):
        fit = ", ".join(name for name, form in FORMATS.items() if Order.LEVELS in form.orders)
        raise UsageError(
            f"{document.id}: texts of different ranks are not compared, so there is no {name}. "
            f"`hexapla mapping export` writes their links; other formats are {fit}."
        )


def choose_subject(
    request: ExportRequest, name: str, base: str | None, scopes: Collection[Scope]
) -> ExportRequest:
    """Say what a file is about where no two versions are named.

    Raises:
        UsageError: it is not said which version is meant.
    """
    document, comparisons = request.printed.document, request.comparisons
    sigla = document.sigla
    two = len(comparisons) == 1 and len(sigla) == 2 and Scope.COMPARISON in scopes  # noqa: PLR2004 - a pair
    if not base and (two or (request.profile and len(comparisons) == 1)):
        return replace(request, comparison=comparisons[0])
    if Scope.VERSION in scopes and (base or len(sigla) == 1):
        return replace(request, version=document.version(base or sigla[0]))
    if base:
        raise UsageError(
            f"{name} needs --target beside --base."
            if Scope.COMPARISON in scopes
            else f"{name} is about the whole document; leave --base out."
        )
    if Scope.DOCUMENT not in scopes:
        if Scope.COMPARISON in scopes and len(comparisons) == 1:
            return replace(request, comparison=comparisons[0])
        options = "--base and --target" if Scope.COMPARISON in scopes else "--base"
        raise UsageError(f"Say which version with {options}; there are {', '.join(sigla) or 'none'}.")
    return request


def find_scopes(name: str) -> Collection[Scope]:
    """Return what a file of this format can be about."""
    return FORMATS[name].writers if name != PDF else {Scope.DOCUMENT, Scope.COMPARISON}


def refuse_request(name: str, sigla: Sequence[str], wanted: Iterable[str]) -> None:
    """Say what cannot be written of these versions.

    Raises:
        UsageError: there is no version, not the one that is wanted, or one where two are needed.
    """
    if not sigla and name != "json":
        raise UsageError("There is no text in what was given; only json, which tells why, can be written.")
    for siglum in wanted:
        if siglum not in sigla:
            raise UsageError(f"There is no version {siglum}; there are {', '.join(sigla) or 'none'}.")
    if len(sigla) == 1 and set(find_scopes(name)) == {Scope.COMPARISON}:
        raise UsageError(f"{name} is about two versions, and there is {sigla[0]} only.")


def write_file(
    built: AnalysedDocument, form: str, request: ExportRequest, language: str
) -> tuple[str, bytes]:
    """Write what is asked for; return how its name ends, and what is in it."""
    if form == PDF:
        return write_pdf(built, request, language)
    if form == REDLINE:
        made = request_redline(request)
        for notice in made.notices:
            stderr_console.print(notice, markup=False)
        return f"{sigla_suffix(request)}{FORMATS[form].suffix}", made.data
    return write_request(form, request)


def write_request(name: str, request: ExportRequest) -> tuple[str, bytes]:
    """Write the one file that is asked for; return how its name ends, and what is in it."""
    form = FORMATS[name]
    scope = Scope.COMPARISON if request.comparison else Scope.VERSION if request.version else Scope.DOCUMENT
    write = form.writers.get(scope) or form.writers[Scope.DOCUMENT]  # a profile makes a workbook of a pair
    return f"{sigla_suffix(request)}{form.suffix}", write(request)


def sigla_suffix(request: ExportRequest) -> str:
    """Return the sigla in the name of a file."""
    if request.comparison:
        return f"-{request.comparison.base}-{request.comparison.target}"
    return f"-{request.version.siglum}" if request.version else ""


def write_pdf(built: AnalysedDocument, request: ExportRequest, language: str) -> tuple[str, bytes]:
    """Print the comparison that is asked for and nothing of other versions, or all."""
    if request.comparison:
        alignment, one = restrict_to_pair(built.alignment, request.comparison)
        built = replace(built, document=alignment.document, alignment=alignment, comparisons=(one,))
    page = pages.render_single_file(
        built.alignment, built.comparisons, findings=built.findings, language=language
    )
    return f"{sigla_suffix(request)}.pdf", print_pdf(page)


def save_file(data: bytes, out: Output | None, name: str) -> None:
    """Write to a file, complete or not at all, or to stdout.

    Raises:
        UsageError: stdout is a terminal, and this is nothing to be read there.
    """
    if out is None and sys.stdout.isatty() and not data.startswith((b"<", b"{", b"\xef\xbb\xbf")):
        raise UsageError(f"This is not for a terminal: name a file with -o, as in -o {name}.")
    write_output(data, out)
