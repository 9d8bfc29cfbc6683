"""`hexapla align`: look at an alignment, review what is doubtful in it, ask why two clauses are linked."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hexapla import collection, pages
from hexapla.alignment import explain as explain_pair
from hexapla.alignment import rank_doubtful_links as doubtful
from hexapla.cli.documents import ask_meaning, find_texts_around, locate_files
from hexapla.cli.option_groups import ExitOptions, with_option_groups
from hexapla.cli.options import Interface, LanguageOption, MeaningOption, OutOption
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import (
    check_output,
    stderr_console,
    write_output,
)
from hexapla.collection import CollectedDocument
from hexapla.errors import UsageError
from hexapla.exporters import explanation_record, json_text
from hexapla.i18n import choose_language
from hexapla.pipeline import AnalysedDocument, build_document


class ExplanationFormat(StrEnum):
    """How an explanation is printed."""

    TEXT = "text"
    JSON = "json"


@with_option_groups
def align(
    document: Annotated[
        list[Path],
        typer.Argument(metavar="DOCUMENT...", help="A document by id or folder; or its files."),
    ],
    *,
    review: Annotated[
        bool, typer.Option("--review", help="List the doubtful links, most useful first, for alignment.yml.")
    ] = False,
    explain: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--explain",
            metavar="A/ID B/ID",
            help="Say why two clauses are linked, or are not: A/art_3 B/art_5.",
        ),
    ] = None,
    form: Annotated[
        ExplanationFormat | None,
        typer.Option("--format", help="With --explain. Default: by the output's suffix, else text."),
    ] = None,
    meaning: MeaningOption = None,
    language: LanguageOption = None,
    out: OutOption = None,
    status: ExitOptions,
) -> None:
    """Show which clauses stand in a row, review what is doubtful, or say why two clauses are linked.

    With `--review` every doubtful link is an entry that can be pasted into `alignment.yml` beside
    `document.yml`. Write a reason to each that you keep; `apart` instead of `together` parts the clauses.
    With `--explain` two clauses are named by version and id, as in links to a row: likeness, support from
    context, rivals, thresholds, and the rule that decided.

    **Example**

        hexapla align source_texts/garden-bylaws --explain A/art_3 B/art_5
    """
    chosen = choose_form("align", form, out, offered=list_forms(explain, form, language, review=review))
    document = locate_files(document)
    target = check_output(out, *document, *find_texts_around(out))
    loaded = ask_meaning(collection.load_files(document), meaning)
    built = build_document(loaded)
    if explain:
        text = write_explanation(loaded, built, explain, chosen, language)
    else:
        text = review_links(built) if review else join_lines(pages.row_lines(built.alignment))
    write_output(text, target)
    status.exit_on(finding.severity for finding in built.findings)


def list_forms(
    explain: tuple[str, str] | None,
    form: ExplanationFormat | None,
    language: Interface | None,
    *,
    review: bool,
) -> tuple[str, ...]:
    """Return the forms in which the output can be written, the usual one first.

    Raises:
        UsageError: options that do not go together.
    """
    if explain and review:
        raise UsageError("--explain and --review are two questions; ask one of them.")
    if form is not None and not explain:
        raise UsageError("--format goes with --explain. For rows as data: hexapla compare --format json.")
    if language is not None and not explain:
        raise UsageError("--language goes with --explain: there are no words in rows and decisions.")
    if explain:
        return tuple(ExplanationFormat)
    return ("text", "yaml") if review else ("text",)


def review_links(built: AnalysedDocument) -> str:
    """Write the doubtful links; say how many there are."""
    links = doubtful(built.alignment)
    rows = pages.count_noun(len(built.alignment.rows), "row")
    stderr_console.print(f"{pages.count_noun(len(links), 'doubtful link')} in {rows}")
    return join_lines(pages.review_lines(built.alignment, links))


def write_explanation(
    loaded: CollectedDocument,
    built: AnalysedDocument,
    names: tuple[str, str],
    form: str,
    language: Interface | None,
) -> str:
    """Write why two clauses are linked, or are not."""
    explanation = explain_pair(built.document, *names, loaded.decisions)
    if form == ExplanationFormat.JSON:
        return json_text(explanation_record(explanation, built.document.id))
    labels = str(language or choose_language(built.document.language))
    return join_lines(pages.explanation_lines(explanation, built.document, labels))


def join_lines(lines: Iterable[str]) -> str:
    """Write lines, each with its end."""
    return "".join(f"{line}\n" for line in lines)
