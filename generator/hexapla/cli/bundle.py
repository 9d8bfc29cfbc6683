"""`hexapla bundle`: the site as one zip file that opens from a disk."""

from pathlib import Path
from typing import Annotated

import typer

from hexapla.cli.options import (
    CacheOption,
    ConfigOption,
    FailOnOption,
    NoCacheOption,
    SchedulerOption,
    SourcesOption,
    StrictOption,
    WordsOption,
    WorkersOption,
    make_build_options,
)
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import FailOn, exit_on_findings, report_failures, stderr_console
from hexapla.output import resolve_output
from hexapla.site import build_bundle as pack
from hexapla.site import read_site_config

ZipOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="The zip file. Default: the document's name, or hexapla.zip."),
]


def bundle(  # noqa: PLR0913 - the options of a command
    document: Annotated[
        str | None,
        typer.Argument(metavar="[DOCUMENT]", help="One document alone, by its name. Default: all."),
    ] = None,
    *,
    out: ZipOption = None,
    config: ConfigOption = None,
    sources: SourcesOption = None,
    breaker: WordsOption = None,
    workers: WorkersOption = 1,
    scheduler: SchedulerOption = None,
    cache: CacheOption = None,
    no_cache: NoCacheOption = False,
    fail_on: FailOnOption = FailOn.ERROR,
    strict: StrictOption = False,
) -> None:
    """Pack the site, or one document of it, into a zip file that opens from a disk without a network.

    Whoever gets it unpacks it and opens `index.html`. A README.txt inside says what it is, of which sources,
    and how to verify it.

    **Example**

        hexapla bundle garden-bylaws -o garden-bylaws.zip
    """
    named = out or Path(f"{Path(document.rstrip('/')).stem if document else 'hexapla'}.zip")
    choose_form("bundle", None, named, offered=("zip",))
    stand = read_site_config(config, sources)
    resolve_output(named, inputs=stand.inputs)
    options = make_build_options(stand, workers=workers, scheduler=scheduler, cache=cache, no_cache=no_cache)
    published = pack(
        named,
        document=document,
        config_file=config,
        sources=sources,
        wishes=options,
        words=breaker,
    )
    report_failures(published.site.failures)
    stderr_console.print(f"{len(published.site.pages)} pages in {named}", markup=False)
    exit_on_findings(
        (finding for each in published.site.documents for finding in each.findings),
        fail_on=fail_on,
        strict=strict,
        failed=bool(published.site.failures),
    )
