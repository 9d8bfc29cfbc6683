"""`hexapla check`: all that can be known without building."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hexapla import collection
from hexapla.build import FORMS, means
from hexapla.build import check as remarks_of
from hexapla.cli.forms import form_of
from hexapla.cli.options import (
    CacheOption,
    ConfigOption,
    FailOn,
    FailOnOption,
    NoCacheOption,
    OutOption,
    SchedulerOption,
    SourcesOption,
    StrictOption,
    WordsOption,
    WorkersOption,
    wishes,
)
from hexapla.cli.terminal import destination, finish_at, words, write
from hexapla.publish import places

__all__ = ["check"]


class Form(StrEnum):
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
        Form | None,
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
    stand = places(config, sources)
    chosen = form_of("check", form, out, offered=tuple(Form))
    target = destination(out, *stand.inputs)
    survey = collection.survey(stand.sources)
    asked = wishes(stand, workers=workers, scheduler=scheduler, cache=cache, no_cache=no_cache)
    with means(asked, Path()) as at_hand:
        remarks = tuple(remarks_of(survey, at_hand, words=breaker or stand.words))
    write(FORMS[chosen](remarks), target)
    count = len(survey.places) + len(survey.failures)
    words.print(f"{counted(count, 'document')}, {counted(len(remarks), 'remark')}")
    finish_at((each.severity for each in remarks), fail_on=fail_on, strict=strict)


def counted(number: int, what: str) -> str:
    """Write a number with its noun."""
    return f"{number} {what}{'' if number == 1 else 's'}"
