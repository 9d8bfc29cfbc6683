"""Options that several commands share: each stands here once, so that it is called and explained alike."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from hexapla.cli.terminal import FailOn, stderr_console
from hexapla.pipeline import BuildOptions
from hexapla.site import SiteConfig, refuse_cache


class Interface(StrEnum):
    """Language of labels and of what is said of a text."""

    EN = "en"
    ZH = "zh"


ConfigOption = Annotated[
    Path | None,
    typer.Option("-f", "--config-file", help="MkDocs configuration. Default: mkdocs.yml, if there is one."),
]
SourcesOption = Annotated[
    Path | None, typer.Option(help="Folder of source texts. Default: as the configuration says.")
]
OutOption = Annotated[Path | None, typer.Option("-o", "--output", help="Write to this file, not to stdout.")]
WordsOption = Annotated[
    str | None,
    typer.Option(
        "--words",
        metavar="PROGRAM",
        help="What breaks Han text into words: rjieba. Else the built-in list.",
    ),
]
WorkersOption = Annotated[
    int, typer.Option("-j", "--workers", min=1, help="How many documents are made at once.")
]
SchedulerOption = Annotated[
    str | None, typer.Option(help="Address of a Dask scheduler whose workers make the documents.")
]
CacheOption = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", help="Folder for results of earlier builds. Default: as the configuration says."
    ),
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Make everything anew, and keep nothing.")]
LanguageOption = Annotated[
    Interface | None,
    typer.Option("--language", help="Language of labels. Default: Chinese for Chinese texts."),
]
FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="Exit with 1 when there are findings of this severity or worse.")
]
StrictOption = Annotated[bool, typer.Option("--strict", help="The same as `--fail-on warning`.")]


def interface_language(asked: Interface | None, document: str) -> str:
    """Return the language of labels: the one asked for, else Chinese for a document in Chinese."""
    return str(asked or ("zh" if document.startswith("zh") else "en"))


def make_build_options(
    stand: SiteConfig, *, workers: int, scheduler: str | None, cache: Path | None, no_cache: bool
) -> BuildOptions:
    """Say how the work shall be done: as the options say, else as the configuration does.

    Raises:
        UsageError: the cache would lie among the texts.
    """
    folder = None if no_cache else cache or stand.cache
    if folder:
        refuse_cache(folder, stand.sources)
    return BuildOptions(
        cache=folder, workers=workers, scheduler=scheduler, tell=partial(stderr_console.print, markup=False)
    )
