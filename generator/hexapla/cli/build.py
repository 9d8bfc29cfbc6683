"""`hexapla build`: from a folder of source texts to a site."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from hexapla.cli.option_groups import CollectionOptions, ExitOptions, with_option_groups
from hexapla.cli.options import OpenOption, ThemeOption
from hexapla.cli.terminal import open_page, report_failures, say_finding, say_message, stderr_console
from hexapla.collection import DocumentFailure
from hexapla.findings import Severity
from hexapla.pipeline import BuiltSite, DocumentSummary
from hexapla.site import PublishedSite, describe_limits, format_octets, publish_site

SiteDirOption = Annotated[
    Path | None, typer.Option(help="Where the site goes. Default: as the configuration says.")
]

PublishedOption = Annotated[
    Path | None,
    typer.Option(
        "--published",
        metavar="SITE",
        help="The site that stands now, or its provenance.json: its addresses lead on. "
        "Default: as the configuration says.",
    ),
]


@with_option_groups
def build(
    *,
    site_dir: SiteDirOption = None,
    theme: ThemeOption = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Make a site that opens from a disk and never asks the network.")
    ] = False,
    published_before: PublishedOption = None,
    quiet: Annotated[
        bool,
        typer.Option("-q", "--quiet", help="Say only what failed and what the site's readers would miss."),
    ] = False,
    show_it: OpenOption = False,
    asked: CollectionOptions,
    status: ExitOptions,
) -> None:
    """Build the site from the source texts.

    A folder in the source texts is a document and each file in it a version. A file that holds several
    versions is taken apart. The old site stays in place until the new one is complete.

    **Example**

        hexapla build --sources source_texts --site-dir site --strict
    """
    stand = asked.read_config(theme)
    options = asked.make_build_options(stand)
    with show_progress(quiet=quiet) as bar:
        published = publish_site(
            config_file=asked.config,
            sources=asked.sources,
            site_dir=site_dir,
            theme=theme,
            offline=offline,
            published=published_before,
            options=options,
            words=asked.segmenter,
            on_start=bar.start,
            on_document=bar.step,
        )
    report_published(published, quiet=quiet)
    if show_it:
        open_page(published.site_dir / "index.html")
    severities = [finding.severity for each in published.site.documents for finding in each.findings]
    if published.moved:
        severities.append(Severity.WARNING)
    if published.warnings and status.strict:
        severities.append(Severity.WARNING)
    status.exit_on(severities, failed=bool(published.site.failures))


class ProgressBar:
    """A display of progress, a step a document."""

    def __init__(self, display: Progress) -> None:
        """Start without a total."""
        self.display = display
        self.task = display.add_task("documents", total=None)

    def start(self, count: int) -> None:
        """Say how many documents there are."""
        self.display.update(self.task, total=count)

    def step(self, done: DocumentSummary | DocumentFailure) -> None:
        """Say that a document is done."""
        self.display.update(self.task, advance=1, description=done.id)


@contextmanager
def show_progress(*, quiet: bool = False) -> Iterator[ProgressBar]:
    """Show progress while something is done; only on a terminal, and gone when it is over."""
    silent = quiet or not stderr_console.is_terminal
    with Progress(console=stderr_console.shown_on, transient=True, disable=silent) as display:
        yield ProgressBar(display)


def report_published(published: PublishedSite, *, quiet: bool) -> None:
    """Say what was built; quietly only what failed, what the theme warned of, and what does not lead on."""
    if quiet:
        report_failures(published.site.failures)
    else:
        report_site(published.site)
    for warning in published.warnings:
        stderr_console.print(f"{published.host}: {warning}", markup=False)
    for told in (*published.moved, *describe_limits(published.size)):
        stderr_console.print(f"warning: {told}", markup=False)
    if not quiet:
        size = published.size
        told = say_message(
            "cli-built",
            pages=len(published.site.pages),
            folder=str(published.site_dir),
            files=size.files,
            octets=format_octets(size.octets),
        )
        stderr_console.print(told, markup=False)


def report_site(site: BuiltSite) -> None:
    """Say one line per document; failures, warnings and what is no document in full."""
    for each in site.documents:
        of = Counter(finding.severity for finding in each.findings)
        counts = [
            say_message("cli-versions", count=each.versions),
            say_message("cli-numbered", count=each.clauses),
            say_message("cli-rows", count=each.rows),
            *(say_message(f"cli-{severity}s", count=of[severity]) for severity in reversed(Severity)),
        ]
        stderr_console.print(
            f"{each.id}: {say_message('list-separator').join(counts)}",
            markup=False,
        )
        for finding in each.findings:
            if finding.severity is not Severity.NOTE:
                severity = say_message(f"cli-{finding.severity}")
                stderr_console.print(f"  {severity}: {say_finding(finding)} [{finding.code}]", markup=False)
    for problem in site.ignored:
        stderr_console.print(f"  {problem}", markup=False)
    report_failures(site.failures)
