"""`hexapla check`: report problems in source texts without building the site."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hexapla import collection
from hexapla.cli.option_groups import CollectionOptions, ExitOptions, with_option_groups
from hexapla.cli.options import OutOption
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import (
    Speech,
    check_output,
    say,
    say_finding,
    say_message,
    stderr_console,
    write_output,
)
from hexapla.i18n import LANGUAGES
from hexapla.pipeline import FORMS, CheckRemark, open_build_context, select_touched
from hexapla.pipeline import check_collection as remarks_of


class CheckFormat(StrEnum):
    """How remarks are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


@with_option_groups
def check(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCUMENT]...", help="Documents by id or path. Default: all."),
    ] = None,
    *,
    since: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Only documents that changed since this commit, tag or branch."),
    ] = None,
    form: Annotated[
        CheckFormat | None,
        typer.Option("--format", help="Form of the output. Default: by the output's suffix, else text."),
    ] = None,
    out: OutOption = None,
    asked: CollectionOptions,
    status: ExitOptions,
) -> None:
    """Report problems in the source texts without building the site.

    Settings, files that cannot be read, findings, decisions that fit nothing any more, references that lead
    nowhere, and where the site says `reuse: true` clauses that repeat a document of higher `rank` word for
    word: each at its file and line. `github` makes annotations of a pull request, `sarif` is read by code
    hosts and editors.

    **Example**

        hexapla check --format github --strict
    """
    stand = asked.read_config()
    chosen = choose_form("check", form, out, offered=tuple(CheckFormat))
    target = check_output(out, *stand.inputs)
    whole = collection.survey_collection(stand.sources)
    survey = collection.choose_documents(whole, documents or ())
    if since is not None:
        survey = select_touched(survey, since)
    options = asked.make_build_options(stand)
    with open_build_context(options, Path()) as context:
        remarks = tuple(
            remarks_of(
                survey,
                context,
                words=asked.segmenter or stand.words,
                whole=whole if stand.offers.reuse else None,
            )
        )
    write_output(write_remarks(remarks, CheckFormat(chosen)), target)
    count = len(survey.places) + len(survey.failures)
    told = say_message("cli-documents", count=count), say_message("cli-remarks", count=len(remarks))
    stderr_console.print(say_message("cli-list", first=told[0], rest=told[1]))
    status.exit_on(each.severity for each in remarks)


def write_remarks(remarks: Iterable[CheckRemark], form: CheckFormat) -> str:
    """Write remarks in a form; where people read it, in the language of the command.

    The word for the severity stays English: editors and code hosts find remarks by it.
    """
    if form in (CheckFormat.TEXT, CheckFormat.GITHUB) and Speech.language != LANGUAGES[0]:
        remarks = [
            replace(each, message=say_finding(each.finding) if each.finding else say(each.message))
            for each in remarks
        ]
    return FORMS[form](tuple(remarks))
