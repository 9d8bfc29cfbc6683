"""`hexapla check`: all that can be known without building."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hexapla import collection
from hexapla.cli.options import (
    CacheOption,
    ConfigOption,
    FailOnOption,
    NoCacheOption,
    OutOption,
    SchedulerOption,
    SourcesOption,
    StrictOption,
    WordsOption,
    WorkersOption,
    make_build_options,
)
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import (
    FailOn,
    check_output,
    exit_on_severities,
    stderr_console,
    write_output,
)
from hexapla.pipeline import FORMS, open_build_context
from hexapla.pipeline import check_collection as remarks_of
from hexapla.pipeline.change_reports import format_count
from hexapla.site import read_site_config


class CheckFormat(StrEnum):
    """How remarks are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def check(  # noqa: PLR0913 - the options of a command
    *,
    config: ConfigOption = None,
    sources: SourcesOption = None,
    form: Annotated[
        CheckFormat | None,
        typer.Option("--format", help="Form of the output. Default: by the output's suffix, else text."),
    ] = None,
    out: OutOption = None,
    breaker: WordsOption = None,
    workers: WorkersOption = 1,
    scheduler: SchedulerOption = None,
    cache: CacheOption = None,
    no_cache: NoCacheOption = False,
    fail_on: FailOnOption = FailOn.ERROR,
    strict: StrictOption = False,
) -> None:
    """Say all that can be known of the source texts without building a site.

    Settings, files that cannot be read, findings, decisions that fit nothing any more, references that lead
    nowhere: each at its file and line. `github` makes annotations of a pull request, `sarif` is read by code
    hosts and editors.

    **Example**

        hexapla check --format github --strict
    """
    stand = read_site_config(config, sources)
    chosen = choose_form("check", form, out, offered=tuple(CheckFormat))
    target = check_output(out, *stand.inputs)
    survey = collection.survey_collection(stand.sources)
    asked = make_build_options(stand, workers=workers, scheduler=scheduler, cache=cache, no_cache=no_cache)
    with open_build_context(asked, Path()) as at_hand:
        remarks = tuple(remarks_of(survey, at_hand, words=breaker or stand.words))
    write_output(FORMS[chosen](remarks), target)
    count = len(survey.places) + len(survey.failures)
    stderr_console.print(f"{format_count(count, 'document')}, {format_count(len(remarks), 'remark')}")
    exit_on_severities((each.severity for each in remarks), fail_on=fail_on, strict=strict)
