"""`hexapla changes`: what new or edited texts changed."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hexapla.cli.option_groups import CollectionOptions, with_option_groups
from hexapla.cli.options import OutOption
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import check_output, write_output
from hexapla.git import last_commit_date
from hexapla.pipeline import find_changes as changed_documents
from hexapla.pipeline import (
    format_atom,
    format_json,
    format_markdown,
    open_build_context,
)


class ChangesFormat(StrEnum):
    """How changes are written."""

    MARKDOWN = "markdown"
    JSON = "json"
    ATOM = "atom"


@with_option_groups
def changes(
    *,
    since: Annotated[
        str, typer.Option(metavar="REV", help="The commit, tag or branch to compare with.")
    ] = "HEAD",
    form: Annotated[
        ChangesFormat | None,
        typer.Option("--format", help="Form of the output. Default: by the output's suffix, else markdown."),
    ] = None,
    out: OutOption = None,
    asked: CollectionOptions,
) -> None:
    """Say what new or edited source texts changed, in clauses, since a commit.

    A new version is compared with the one before it, an edited one with its earlier text.

    **Example**

        hexapla changes --since origin/main
    """
    stand = asked.read_config()
    chosen = choose_form("changes", form, out, offered=tuple(ChangesFormat))
    target = check_output(out, *stand.inputs)
    options = asked.make_build_options(stand)
    with open_build_context(options, Path()) as context:
        documents = tuple(
            changed_documents(stand.sources, since, context, words=asked.segmenter or stand.words)
        )
    if chosen == ChangesFormat.ATOM:
        text = format_atom(documents, day=last_commit_date(stand.sources), offers=stand.offers)
    else:
        text = (format_json if chosen == ChangesFormat.JSON else format_markdown)(documents)
    write_output(text, target)
