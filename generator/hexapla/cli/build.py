"""`hexapla build`: from a folder of source texts to a site."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from hexapla.build import Site, Summary
from hexapla.cli.options import (
    CacheOption,
    ConfigOption,
    FailOn,
    FailOnOption,
    NoCacheOption,
    SchedulerOption,
    SourcesOption,
    StrictOption,
    WordsOption,
    WorkersOption,
    wishes,
)
from hexapla.cli.terminal import finish, tell_failed, words
from hexapla.collection import Failure
from hexapla.findings import Severity
from hexapla.publish import places, publish

__all__ = ["build"]


def build(  # noqa: PLR0913 - the options of a command
    *,
    config: ConfigOption = None,
    sources: SourcesOption = None,
    site_dir: Annotated[
        Path | None, typer.Option(help="Where the site goes. Default: as the configuration says.")
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Make a site that opens from a disk and never asks the network.")
    ] = False,
    breaker: WordsOption = None,
    workers: WorkersOption = 1,
    scheduler: SchedulerOption = None,
    cache: CacheOption = None,
    no_cache: NoCacheOption = False,
    fail_on: FailOnOption = FailOn.ERROR,
    strict: StrictOption = False,
) -> None:
    """Build the site from the source texts.

    A folder in the source texts is a document and each file in it a version. A file that holds several
    versions is taken apart. The old site stays in place until the new one is complete.

    **Example**

        hexapla build --sources source_texts --site-dir site --strict
    """
    stand = places(config, sources)
    with progress() as bar:
        published = publish(
            config_file=config,
            sources=sources,
            site_dir=site_dir,
            offline=offline,
            wishes=wishes(stand, workers=workers, scheduler=scheduler, cache=cache, no_cache=no_cache),
            words=breaker,
            on_start=bar.start,
            on_document=bar.step,
        )
    tell(published.site)
    for warning in published.warnings:
        words.print(f"mkdocs: {warning}", markup=False)
    words.print(f"{len(published.site.pages)} pages in {published.site_dir}", markup=False)
    finish(
        (finding for each in published.site.documents for finding in each.findings),
        fail_on=FailOn.WARNING if published.warnings and strict else fail_on,
        strict=strict,
        failed=bool(published.site.failures) or (strict and bool(published.warnings)),
    )


class Bar:
    """A display of progress, a step a document."""

    def __init__(self, display: Progress) -> None:
        """Start without a total."""
        self.display = display
        self.task = display.add_task("documents", total=None)

    def start(self, count: int) -> None:
        """Say how many documents there are."""
        self.display.update(self.task, total=count)

    def step(self, done: Summary | Failure) -> None:
        """Say that a document is done."""
        self.display.update(self.task, advance=1, description=done.id)


@contextmanager
def progress() -> Iterator[Bar]:
    """Show progress while something is done; only on a terminal, and gone when it is over."""
    with Progress(console=words, transient=True, disable=not words.is_terminal) as display:
        yield Bar(display)


def tell(site: Site) -> None:
    """Say one line per document; failures, warnings and what is no document in full."""
    for each in site.documents:
        counts = [
            sum(finding.severity is severity for finding in each.findings) for severity in reversed(Severity)
        ]
        words.print(
            f"{each.id}: {each.versions} versions, {each.clauses} numbered clauses, {each.rows} rows, "
            + ", ".join(f"{n} {severity}s" for n, severity in zip(counts, reversed(Severity), strict=True)),
            markup=False,
        )
        for finding in each.findings:
            if finding.severity is not Severity.NOTE:
                words.print(f"  {finding.severity}: {finding.message} [{finding.code}]", markup=False)
    for problem in site.ignored:
        words.print(f"  {problem}", markup=False)
    tell_failed(site.failures)
