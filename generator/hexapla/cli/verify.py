"""`hexapla verify`: prove that a built site lost nothing."""

from pathlib import Path
from typing import Annotated

import typer

from hexapla.cli.terminal import stderr_console, write_output
from hexapla.site import verify_site as first_difference


def verify(
    site: Annotated[Path, typer.Argument(metavar="SITE|ZIP", help="A built site, or a zip file of one.")],
    *,
    sources: Annotated[
        Path | None,
        typer.Option(help="Folder of source texts, to check that these are the files that were read."),
    ] = None,
) -> None:
    """Prove from the pages alone that every text stands there, complete and in order.

    Reads the built HTML back and holds it against `provenance.json`: every version's text on its reading
    page and in its column of every comparison, the marks of every row, the counts, every file. The first
    difference is shown and the exit status is 1.

    **Example**

        hexapla verify site --sources source_texts
    """
    difference = first_difference(site, sources)
    if difference:
        write_output(f"{difference}\n", None)
        raise typer.Exit(1)
    stderr_console.print(f"{site}: every text is complete and in order.", markup=False)
