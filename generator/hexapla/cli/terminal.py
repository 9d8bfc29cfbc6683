"""What all commands share: consoles, what is said on them, exit status."""

import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path

import typer

from hexapla.cli.console import harmless, words
from hexapla.cli.options import FailOn
from hexapla.collection import Failure
from hexapla.errors import HexaplaError
from hexapla.findings import Finding, Severity
from hexapla.output import Output, output

__all__ = [
    "complain",
    "destination",
    "finish",
    "finish_at",
    "speak_utf8",
    "tell_failed",
    "words",
    "write",
]


def complain(error: HexaplaError | OSError) -> None:
    """Say on stderr why nothing was done."""
    message = str(error)
    if isinstance(error, OSError):
        where = "" if error.filename is None else f"{error.filename}: "
        message = where + (error.strerror or str(error))
    words.print("error:", style="bold red", end=" ")
    words.print(message, markup=False)


def tell_failed(failures: Iterable[Failure]) -> None:
    """Say which documents could not be made, and why."""
    for failure in failures:
        words.print(f"{failure.id}: failed", markup=False, style="bold red")
        for problem in failure.problems:
            words.print(f"  error: {problem}", markup=False)


def finish(findings: Iterable[Finding], *, fail_on: FailOn, strict: bool, failed: bool = False) -> None:
    """End a command that has written its output.

    Raises:
        typer.Exit: with status 1 if a document failed, or findings reach the bar.
    """
    finish_at((finding.severity for finding in findings), fail_on=fail_on, strict=strict, failed=failed)


def finish_at(severities: Iterable[Severity], *, fail_on: FailOn, strict: bool, failed: bool = False) -> None:
    """End a command as `finish` does, from severities alone."""
    bar = FailOn.WARNING if strict and fail_on in (FailOn.ERROR, FailOn.NEVER) else fail_on
    if bar is FailOn.NEVER:
        return
    rank = Severity(bar).rank
    if failed or any(severity.rank >= rank for severity in severities):
        raise typer.Exit(1)


def speak_utf8() -> None:
    """Let what goes into a pipe or a file be UTF-8, whatever encoding the system prefers.

    On a console its own encoding stays: nothing else can be read there. What it lacks is shown as an escape.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def destination(out: Path | None, *inputs: Path) -> Output | None:
    """Judge where data shall go, before work is done for it; None is stdout.

    Raises:
        UsageError: it is no place for an output, or one of the inputs.
    """
    return None if out is None else output(out, inputs=inputs)


def write(data: str | bytes, out: Output | None) -> None:
    """Write data to a file, complete or not at all, or to stdout: there as UTF-8 but for a console."""
    if out is None and sys.stdout.isatty():
        text = data if isinstance(data, str) else data.decode("utf-8", "replace")
        sys.stdout.write(harmless(text))  # not by typer, which would write UTF-8 to a console that is ASCII
        sys.stdout.flush()
        return
    # a file's name that is no text is written as an escape: JSON stays JSON
    octets = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
    if out is None:
        typer.echo(octets, nl=False)
    else:
        out.write(octets)
