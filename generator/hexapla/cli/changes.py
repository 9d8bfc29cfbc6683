"""`hexapla changes`: what new or edited texts changed."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hexapla.build import as_atom, as_json, as_markdown, last_date, means
from hexapla.build import changes as changed_documents
from hexapla.cli.forms import form_of
from hexapla.cli.options import (
    CacheOption,
    ConfigOption,
    NoCacheOption,
    OutOption,
    SchedulerOption,
    SourcesOption,
    WordsOption,
    WorkersOption,
    wishes,
)
from hexapla.cli.terminal import destination, write
from hexapla.publish import places

__all__ = ["changes"]


class Form(StrEnum):
    """How changes are written."""

    MARKDOWN = "markdown"
    JSON = "json"
    ATOM = "atom"


def changes(  # noqa: PLR0913 - the options of a command
    *,
    since: Annotated[
        str, typer.Option(metavar="REV", help="The commit, tag or branch to compare with.")
    ] = "HEAD",
    config: ConfigOption = None,
    sources: SourcesOption = None,
    form: Annotated[
        Form | None,
        typer.Option("--format", help="Form of the output. Default: by the output's suffix, else markdown."),
    ] = None,
    out: OutOption = None,
    breaker: WordsOption = None,
    workers: WorkersOption = 1,
    scheduler: SchedulerOption = None,
    cache: CacheOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Say what new or edited source texts changed, in clauses, since a commit.

    A new version is compared with the one before it, an edited one with its earlier text.

    **Example**

        hexapla changes --since origin/main
    """
    stand = places(config, sources)
    chosen = form_of("changes", form, out, offered=tuple(Form))
    target = destination(out, *stand.inputs)
    asked = wishes(stand, workers=workers, scheduler=scheduler, cache=cache, no_cache=no_cache)
    with means(asked, Path()) as at_hand:
        documents = tuple(changed_documents(stand.sources, since, at_hand, words=breaker or stand.words))
    if chosen == Form.ATOM:
        text = as_atom(documents, day=last_date(stand.sources), offers=stand.offers)
    else:
        text = (as_json if chosen == Form.JSON else as_markdown)(documents)
    write(text, target)
