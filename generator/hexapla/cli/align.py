"""`hexapla align`: look at an alignment, and review what is doubtful in it."""

from pathlib import Path
from typing import Annotated

import typer

from hexapla import collection, pages
from hexapla.alignment import rank_doubtful_links as doubtful
from hexapla.cli.options import FailOn, FailOnOption, OutOption, StrictOption
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import (
    check_output,
    exit_on_findings,
    stderr_console,
    write_output,
)
from hexapla.pipeline import build_document
from hexapla.site import find_source_folders

__all__ = ["align"]


def align(
    document: Annotated[
        list[Path], typer.Argument(metavar="DOCUMENT...", help="A document's folder; or its files.")
    ],
    *,
    review: Annotated[
        bool, typer.Option("--review", help="List the doubtful links, most useful first, for alignment.yml.")
    ] = False,
    out: OutOption = None,
    fail_on: FailOnOption = FailOn.ERROR,
    strict: StrictOption = False,
) -> None:
    """Show which clauses stand in a row, or review what is doubtful.

    With `--review` every doubtful link is an entry that can be pasted into `alignment.yml` beside
    `document.yml`. Write a reason to each that you keep; `apart` instead of `together` parts the clauses.

    **Example**

        hexapla align source_texts/garden-bylaws --review
    """
    choose_form("align", None, out, offered=("text", "yaml") if review else ("text",))
    target = check_output(out, *document, *find_source_folders(out))
    built = build_document(collection.load_files(document))
    if review:
        links = doubtful(built.alignment)
        lines = pages.review_lines(built.alignment, links)
        stderr_console.print(f"{len(links)} doubtful links in {len(built.alignment.rows)} rows")
    else:
        lines = pages.row_lines(built.alignment)
    write_output("".join(f"{line}\n" for line in lines), target)
    exit_on_findings(built.findings, fail_on=fail_on, strict=strict)
