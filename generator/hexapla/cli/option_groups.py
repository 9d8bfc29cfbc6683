"""Groups of options that several commands share, so that a command names a group and not ten options.

    @with_option_groups
    def bundle(document: …, *, asked: CollectionOptions = CollectionOptions()) -> None: …

gives the command `--config-file`, `--sources` and the others of the group. Rejected: a callback of the whole
program, whose options would have to stand before the name of the command.
"""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import partial, wraps
from typing import TYPE_CHECKING, Final, get_type_hints

import typer

from hexapla.cli.options import (
    AuthorOption,
    CacheOption,
    ConfigOption,
    DateOption,
    FailOnOption,
    NoCacheOption,
    PlainOption,
    SchedulerOption,
    SourcesOption,
    StrictOption,
    SummaryOption,
    WordsOption,
    WorkersOption,
)
from hexapla.cli.terminal import FailOn, stderr_console
from hexapla.errors import UsageError
from hexapla.findings import Severity

if TYPE_CHECKING:  # a command without a project needs neither
    from hexapla.pipeline import BuildOptions
    from hexapla.site import SiteConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionOptions:
    """Which collection, and how the work on it is done."""

    config: ConfigOption = None
    sources: SourcesOption = None
    segmenter: WordsOption = None
    workers: WorkersOption = 1
    scheduler: SchedulerOption = None
    cache: CacheOption = None
    no_cache: NoCacheOption = False

    def read_config(self, theme: str | None = None) -> "SiteConfig":
        """Read what the configuration says of the collection; a theme goes before the configuration's."""
        from hexapla.site import read_site_config  # noqa: PLC0415 - MkDocs is loaded where there is a project

        return read_site_config(self.config, self.sources, theme)

    def make_build_options(self, stand: "SiteConfig") -> "BuildOptions":
        """Say how the work shall be done: as the options say, else as the configuration does.

        Raises:
            UsageError: the cache would lie among the texts, or one option takes another's effect away.
        """
        from hexapla.pipeline import BuildOptions  # noqa: PLC0415 - as above
        from hexapla.site import refuse_cache  # noqa: PLC0415 - as above

        if self.no_cache and self.cache:
            raise UsageError("--no-cache and --cache contradict each other; leave one of them out.")
        if self.scheduler and self.workers > 1:
            raise UsageError(
                "--workers has no effect beside --scheduler, whose workers do the work; leave it out."
            )
        folder = None if self.no_cache else self.cache or stand.cache
        if folder:
            refuse_cache(folder, stand.sources)
        return BuildOptions(
            cache=folder,
            workers=self.workers,
            scheduler=self.scheduler,
            warn=partial(stderr_console.print, markup=False),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitOptions:
    """Which findings give exit status 1."""

    fail_on: FailOnOption = FailOn.ERROR
    strict: StrictOption = False

    def exit_on(self, severities: Iterable[Severity], *, failed: bool = False) -> None:
        """End a command that has written its output.

        Raises:
            typer.Exit: with status 1 if a document failed, or findings reach the bar.
        """
        asked = self.fail_on
        bar = FailOn.WARNING if self.strict and asked in (FailOn.ERROR, FailOn.NEVER) else asked
        if bar is FailOn.NEVER:
            return
        rank = Severity(bar).rank
        if failed or any(severity.rank >= rank for severity in severities):
            raise typer.Exit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineOptions:
    """How a redline is made and signed."""

    author: AuthorOption = None
    date: DateOption = None
    plain: PlainOption = False
    summary: SummaryOption = False

    def check(self, form: str) -> None:
        """Refuse what has no effect, or is no date.

        Raises:
            UsageError: with what to write instead.
        """
        given = {
            "--author": self.author,
            "--date": self.date,
            "--plain": self.plain or None,
            "--summary": self.summary or None,
        }
        if form != REDLINE:
            for option in (name for name, value in given.items() if value is not None):
                raise UsageError(f"{option} has no effect on {form}; leave it out. It is for {REDLINE}.")
        if self.date is not None and not is_day(self.date):
            raise UsageError(f"--date {self.date} is no day; write it as in --date 2026-03-01.")
        if self.author is not None and not self.author.strip():
            raise UsageError("--author is empty; name the author, or leave it out.")


def is_day(text: str) -> bool:
    """Tell whether a text is a day, ISO 8601."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


REDLINE: Final = "redline"
GROUPS = (CollectionOptions, ExitOptions, RedlineOptions)


def with_option_groups(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of the groups that it takes, each as an option of its own.

    >>> @with_option_groups
    ... def finish(*, status: ExitOptions) -> None:
    ...     print(status.strict)
    >>> list(inspect.signature(finish).parameters), finish(strict=True)
    True
    (['fail_on', 'strict'], None)
    """
    hints = get_type_hints(command, include_extras=True)
    own = inspect.signature(command).parameters
    groups = {name: hints[name] for name in own if hints[name] in GROUPS}
    options = [option for name in own for option in _list_options(own[name], hints[name])]

    @wraps(command)
    def run(*args: object, **given: object) -> None:
        for name, group in groups.items():
            known = [field.name for field in fields(group)]
            given[name] = group(**{each: given.pop(each) for each in known if each in given})
        command(*args, **given)

    del run.__wrapped__  # its signature is that of the group
    setattr(run, "__signature__", inspect.Signature(options))  # noqa: B010 -- no attribute of a function to a type checker
    run.__annotations__ = {each.name: each.annotation for each in options}
    return run


def _list_options(parameter: inspect.Parameter, hint: type) -> list[inspect.Parameter]:
    """Return a parameter as it is, or the options of its group."""
    if hint not in GROUPS:
        return [parameter.replace(annotation=hint)]
    kinds = get_type_hints(hint, include_extras=True)
    return [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=kinds[field.name]
        )
        for field in fields(hint)
    ]
