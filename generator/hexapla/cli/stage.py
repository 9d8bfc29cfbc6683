"""`hexapla stage`: the same pages for other builders."""

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
from hexapla.cli.terminal import FailOn, exit_on_findings, report_failures, stderr_console
from hexapla.site import read_site_config
from hexapla.site import stage_site as write_stage


def stage(  # noqa: PLR0913 - the options of a command
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the project goes.")],
    *,
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
    """Write the pages as Markdown with raw HTML, for builders that do not know our plugin.

    **Example**

        hexapla stage staged && mkdocs build -f staged/mkdocs.yml
    """
    stand = read_site_config(config, sources)
    site = write_stage(
        folder,
        config_file=config,
        sources=sources,
        wishes=make_build_options(
            stand, workers=workers, scheduler=scheduler, cache=cache, no_cache=no_cache
        ),
        words=breaker,
    )
    report_failures(site.failures)
    stderr_console.print(f"{len(site.pages)} pages in {folder.as_posix()}", markup=False)
    exit_on_findings(
        (finding for each in site.documents for finding in each.findings),
        fail_on=fail_on,
        strict=strict,
        failed=bool(site.failures),
    )
