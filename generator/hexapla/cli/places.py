"""Options that several commands share: where things are, and how the work is done."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "CacheOption",
    "ConfigOption",
    "NoCacheOption",
    "SchedulerOption",
    "SourcesOption",
    "WorkersOption",
]

ConfigOption = Annotated[
    Path | None,
    typer.Option("-f", "--config-file", help="MkDocs configuration. Default: mkdocs.yml, if there is one."),
]
SourcesOption = Annotated[
    Path | None, typer.Option(help="Folder of source texts. Default: as the configuration says.")
]
CacheOption = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", help="Folder for results of earlier builds. Default: as the configuration says."
    ),
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Make everything anew, and keep nothing.")]
WorkersOption = Annotated[
    int, typer.Option("-j", "--workers", min=1, help="How many documents are made at once.")
]
SchedulerOption = Annotated[
    str | None, typer.Option(help="Address of a Dask scheduler whose workers make the documents.")
]
