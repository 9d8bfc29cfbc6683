"""`hexapla align`: look at an alignment, and review what is doubtful in it."""

from pathlib import Path
from typing import Annotated

import typer

from hexapla import collection, render
from hexapla.align import review as doubtful
from hexapla.build import build_document
from hexapla.cli.forms import form_of
from hexapla.cli.options import FailOn, FailOnOption, OutOption, StrictOption
from hexapla.cli.terminal import destination, finish, words, write
from hexapla.publish import texts_around

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
    form_of("align", None, out, offered=("text", "yaml") if review else ("text",))
    target = destination(out, *document, *texts_around(out))
    built = build_document(collection.from_files(document))
    if review:
        links = doubtful(built.alignment)
        lines = render.review_lines(built.alignment, links)
        words.print(f"{len(links)} doubtful links in {len(built.alignment.rows)} rows")
    else:
        lines = render.row_lines(built.alignment)
    write("".join(f"{line}\n" for line in lines), target)
    finish(built.findings, fail_on=fail_on, strict=strict)
