"""`hexapla reuse`: which clauses stand in several documents of a collection."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hexapla import collection
from hexapla.cli.option_groups import CollectionOptions, with_option_groups
from hexapla.cli.options import OutOption
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import check_output, report_failures, write_output
from hexapla.exporters import (
    write_reuse_csv,
    write_reuse_graphml,
    write_reuse_json,
    write_reuse_text,
)
from hexapla.pipeline import find_collection_reuse, open_build_context


class ReuseFormat(StrEnum):
    """How reuse is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    GRAPHML = "graphml"


WRITERS = {
    ReuseFormat.TEXT: write_reuse_text,
    ReuseFormat.JSON: write_reuse_json,
    ReuseFormat.CSV: write_reuse_csv,
    ReuseFormat.GRAPHML: write_reuse_graphml,
}


@with_option_groups
def reuse(
    *,
    form: Annotated[
        ReuseFormat | None,
        typer.Option("--format", help="Form of the output. Default: by the output's suffix, else text."),
    ] = None,
    out: OutOption = None,
    asked: CollectionOptions,
) -> None:
    """Say which clauses of a collection stand in several of its documents, word for word, nearly, or in part.

    Clauses that share their words are a family; it is led by the document of the highest `rank`, then of the
    earliest date. Whether one was taken from another is not said: they stand also in each other.

    **Example**

        hexapla reuse --format csv -o reuse.csv
    """
    stand = asked.read_config()
    chosen = ReuseFormat(choose_form("reuse", form, out, offered=tuple(ReuseFormat)))
    target = check_output(out, *stand.inputs)
    survey = collection.survey_collection(stand.sources)
    with open_build_context(asked.make_build_options(stand), Path()) as context:
        found, failures = find_collection_reuse(survey, context)
    write_output(WRITERS[chosen](found), target)
    report_failures(failures)
    if failures:
        raise typer.Exit(1)
