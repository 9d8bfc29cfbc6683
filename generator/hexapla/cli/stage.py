"""`hexapla stage`: the same pages for other builders."""

from pathlib import Path
from typing import Annotated

import typer

from hexapla.cli.option_groups import CollectionOptions, ExitOptions, with_option_groups
from hexapla.cli.terminal import report_failures, stderr_console
from hexapla.site import stage_site as write_stage


@with_option_groups
def stage(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the project goes.")],
    *,
    builder: Annotated[
        str, typer.Option("--for", metavar="BUILDER", help="mkdocs, properdocs or zensical.")
    ] = "mkdocs",
    asked: CollectionOptions,
    status: ExitOptions,
) -> None:
    """Write pages by hand and ours as a project for builders that do not know our plugin.

    **Example**

        hexapla stage staged --for zensical && cd staged && zensical build
    """
    stand = asked.read_config()
    site = write_stage(
        folder,
        config_file=asked.config,
        sources=asked.sources,
        options=asked.make_build_options(stand),
        words=asked.segmenter,
        builder=builder,
    )
    report_failures(site.failures)
    stderr_console.print(f"{len(site.pages)} pages in {folder.as_posix()}", markup=False)
    status.exit_on(
        (finding.severity for each in site.documents for finding in each.findings),
        failed=bool(site.failures),
    )
