"""`hexapla import`: raw files → texts that people can edit."""

from pathlib import Path
from typing import Annotated

import typer

from hexapla import collection
from hexapla.cli.option_groups import ExitOptions, with_option_groups
from hexapla.cli.terminal import say_finding, stderr_console


@with_option_groups
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="The versions of a document; or one compilation."),
    ],
    *,
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="The document's folder.")],
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite texts that were edited since they were imported.")
    ] = False,
    status: ExitOptions,
) -> None:
    """Turn files into a document's folder: one clean text per version, and where each came from.

    **Example**

        hexapla import rules-2018.docx rules-2024.pdf --into source_texts/tenancy-rules
    """
    done = collection.import_files(files, into, force=force)
    for path in done.written:
        stderr_console.print(path.as_posix(), markup=False)
    if not done.written:
        stderr_console.print("Nothing has changed.")
    document = done.document
    findings = (*done.findings, *document.findings, *(f for v in document.versions for f in v.findings))
    for each in document.findings:
        stderr_console.print(f"{each.severity.value}: {say_finding(each)}", markup=False)
    status.exit_on(finding.severity for finding in findings)
