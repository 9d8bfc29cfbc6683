"""`hexapla changes`: what new or edited texts changed."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hexapla.build import as_json, as_markdown
from hexapla.build import changes as changed_documents
from hexapla.cli.places import ConfigOption, SourcesOption
from hexapla.cli.terminal import write
from hexapla.publish import places

__all__ = ["changes"]


class Form(StrEnum):
    """How changes are written."""

    MARKDOWN = "markdown"
    JSON = "json"


def changes(
    *,
    since: Annotated[
        str, typer.Option(metavar="REV", help="The commit, tag or branch to compare with.")
    ] = "HEAD",
    config: ConfigOption = None,
    sources: SourcesOption = None,
    form: Annotated[Form, typer.Option("--format", help="Form of the output.")] = Form.MARKDOWN,
    out: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write to this file, not to stdout.")
    ] = None,
) -> None:
    """Say what new or edited source texts changed, in clauses, since a commit.

    A new version is compared with the one before it, an edited one with its earlier text.

    **Example**

        hexapla changes --since origin/main
    """
    documents = changed_documents(places(config, sources).sources, since)
    write((as_json if form is Form.JSON else as_markdown)(documents), out)
