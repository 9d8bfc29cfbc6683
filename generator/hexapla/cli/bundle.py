"""`hexapla bundle`: the site as one zip file that opens from a disk."""

from pathlib import Path
from typing import Annotated

import typer

from hexapla.cli.option_groups import CollectionOptions, ExitOptions, with_option_groups
from hexapla.cli.options import ThemeOption, read_file_name
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import report_failures, stderr_console
from hexapla.output import resolve_output
from hexapla.site import build_bundle as pack

ZipOption = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        callback=read_file_name,
        help="The zip file. Default: the document's name, or hexapla.zip.",
    ),
]


@with_option_groups
def bundle(
    document: Annotated[
        str | None,
        typer.Argument(metavar="[DOCUMENT]", help="One document alone, by its name. Default: all."),
    ] = None,
    *,
    out: ZipOption = None,
    theme: ThemeOption = None,
    asked: CollectionOptions,
    status: ExitOptions,
) -> None:
    """Pack the site, or one document of it, into a zip file that opens from a disk without a network.

    Whoever gets it unpacks it and opens `index.html`. A README.txt inside says what it is, of which sources,
    and how to verify it.

    **Example**

        hexapla bundle garden-bylaws -o garden-bylaws.zip
    """
    named = out or Path(f"{Path(document.rstrip('/')).stem if document else 'hexapla'}.zip")
    choose_form("bundle", None, named, offered=("zip",))
    stand = asked.read_config(theme)
    resolve_output(named, inputs=stand.inputs)
    options = asked.make_build_options(stand)
    published = pack(
        named,
        document=document,
        config_file=asked.config,
        sources=asked.sources,
        theme=theme,
        options=options,
        words=asked.segmenter,
    )
    report_failures(published.site.failures)
    stderr_console.print(f"{len(published.site.pages)} pages in {named}", markup=False)
    status.exit_on(
        (finding.severity for each in published.site.documents for finding in each.findings),
        failed=bool(published.site.failures),
    )
