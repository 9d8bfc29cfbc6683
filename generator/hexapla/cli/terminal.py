"""What all commands share: consoles, what is said on them, exit status."""

import sys
import webbrowser
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex
import typer

from hexapla.errors import HexaplaError, Problem, SettingsError, SourceError
from hexapla.findings import Finding
from hexapla.i18n import LANGUAGES, load_messages, translate_finding, translate_sentence
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.output import Output, resolve_output

if TYPE_CHECKING:  # the help of the command need not wait for what reads collections
    from rich.console import Console

    from hexapla.collection import DocumentFailure

TERMINAL_CONTROLS = compile_lazily_with_properties(r"[[\p{Cc}\u202a-\u202e\u2066-\u2069]--[\t\n]]", regex.V1)
"""what a terminal would obey instead of showing it"""


class FailOn(StrEnum):
    """From which severity on findings give exit status 1."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"
    NEVER = "never"


class Speech:
    """The language in which the command speaks: chosen once, before the first word."""

    language = LANGUAGES[0]


def say(sentence: str) -> str:
    """Say a sentence of ours in the language of the command; anything else as it is."""
    return translate_sentence(Speech.language, sentence)


def say_message(name: str, **values: str | int) -> str:
    """Say a message of the interface in the language of the command."""
    return load_messages(Speech.language)(name, **values)


def say_finding(finding: Finding) -> str:
    """Say a finding in the language of the command."""
    if Speech.language == LANGUAGES[0]:
        return finding.message
    return translate_finding(load_messages(Speech.language), finding)


class SafeConsole:
    """The console for words to the user, on which no text can move the cursor, set the title or hide lines.

    What is printed on it are sentences of ours, said in the language of the command. A command that has
    nothing to say loads nothing to say it with.
    """

    @cached_property
    def shown_on(self) -> "Console":
        """What it is shown on."""
        from rich.console import Console  # noqa: PLC0415 - as said

        return Console(stderr=True, highlight=False, soft_wrap=True)

    @property
    def is_terminal(self) -> bool:
        """Tell whether somebody may be looking."""
        return self.shown_on.is_terminal

    def print(self, *objects: Any, **options: Any) -> None:  # noqa: ANN401 - as the console takes them
        """Print, texts as harmless ones."""
        self.shown_on.print(
            *(replace_controls(say(each)) if isinstance(each, str) else each for each in objects), **options
        )


def replace_controls(text: str) -> str:
    """Show what a terminal would obey, or what would turn a line around, as U+FFFD."""
    return TERMINAL_CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


stderr_console = SafeConsole()
"""for words to the user; data go to stdout"""


def say_problem(problem: Problem) -> str:
    """Say what is wrong with a file, with its place, in the language of the command."""
    return str(replace(problem, message=say(problem.message)))


def report_error(error: HexaplaError | OSError) -> None:
    """Say on stderr why nothing was done."""
    problems = error.problems if isinstance(error, SourceError | SettingsError) else ()
    message = "\n".join(map(say_problem, problems)) or str(error)
    if isinstance(error, OSError):
        where = "" if error.filename is None else f"{error.filename}: "
        message = where + (error.strerror or str(error))
    stderr_console.print("error:", style="bold red", end=" ")
    stderr_console.print(message, markup=False)


def report_failures(failures: "Iterable[DocumentFailure]") -> None:
    """Say which documents could not be made, and why."""
    for failure in failures:
        stderr_console.print(f"{failure.id}: failed", markup=False, style="bold red")
        for problem in failure.problems:
            stderr_console.print(f"  error: {say_problem(problem)}", markup=False)


def set_utf8_output() -> None:
    """Let what goes into a pipe or a file be UTF-8, whatever encoding the system prefers.

    On a console its own encoding stays: nothing else can be read there. What it lacks is shown as an escape.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def open_page(path: Path) -> None:
    """Show a page in the browser of the user, or say that none could be started."""
    if not webbrowser.open(path.resolve().as_uri()):
        stderr_console.print(f"No browser could be started; open {path}", markup=False)


def check_output(out: Path | None, *inputs: Path) -> Output | None:
    """Judge where data shall go, before work is done for it; None is stdout.

    Raises:
        UsageError: it is no place for an output, or one of the inputs.
    """
    return None if out is None else resolve_output(out, inputs=inputs)


def write_output(data: str | bytes, out: Output | None) -> None:
    """Write data to a file, complete or not at all, or to stdout: there as UTF-8 but for a console.

    Who sits before a terminal is told where a file is.
    """
    if out is None and sys.stdout.isatty():
        text = data if isinstance(data, str) else data.decode("utf-8", "replace")
        sys.stdout.write(
            replace_controls(text)
        )  # not by typer, which would write UTF-8 to a console that is ASCII
        sys.stdout.flush()
        return
    # a file's name that is no text is written as an escape: JSON stays JSON
    octets = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
    if out is None:
        typer.echo(octets, nl=False)
    else:
        out.write(octets)
        if sys.stderr.isatty() and not out.stream and out.descriptor is None:
            stderr_console.print(say_message("cli-written", path=str(out.path)), markup=False)
