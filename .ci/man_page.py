"""The manual page of the command, written from its own help, so that the two cannot differ.

    python .ci/man_page.py

writes packaging/hexapla/hexapla.1, which the wheel installs as share/man/man1/hexapla.1. A test holds it to
the help.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from hexapla.cli.main import COMMANDS, app, load_command
from hexapla.version import VERSION

PAGE = Path(__file__).parents[1] / "packaging/hexapla/hexapla.1"
EXAMPLE = "**Example**"


def write_page() -> str:
    """Write the page in the language of man (roff)."""
    group: Any = get_command(app)
    summary, *others = paragraphs(group.help)
    lines = [
        f'.TH HEXAPLA 1 "" "hexapla {VERSION}" "User commands"',
        ".SH NAME",
        rf"hexapla \- {plain(summary[0].lower() + summary[1:].rstrip('.'))}",
        ".SH SYNOPSIS",
        r".B hexapla",
        r"[\fIOPTIONS\fR] \fICOMMAND\fR [\fIARGUMENTS\fR]",
        ".SH OPTIONS",
        *options(group),
        ".SH COMMANDS",
    ]
    for name in COMMANDS:
        lines += described(f"hexapla {name}", load_command(name))
    for paragraph in others:
        lines += [".SH EXIT STATUS", plain(paragraph.removeprefix("Exit status: "))]
    lines += [".SH ENVIRONMENT", ".TP", ".B LC_ALL, LC_MESSAGES, LANG"]
    lines += ["Language of help and messages: English, or Chinese (zh)."]
    return "\n".join(lines) + "\n"


def described(name: str, command: Any) -> Iterator[str]:  # noqa: ANN401 - typer hides the class
    """Yield what is said of a command, then of its subcommands."""
    usage = " ".join(
        (argument.metavar or argument.human_readable_name)
        for argument in command.params
        if is_argument(argument)
    )
    yield f".SS {plain(f'{name} {usage}'.strip())}"
    for paragraph in paragraphs(command.help):
        example = paragraph.startswith("    ")
        if paragraph == EXAMPLE:
            yield ".P\nExample:"
        elif example:
            yield (
                ".P\n.RS 4\n.nf\n"
                + "\n".join(plain(line.strip()) for line in paragraph.split("\n"))
                + "\n.fi\n.RE"
            )
        else:
            yield f".P\n{plain(paragraph)}"
    yield from options(command)
    for each, sub in getattr(command, "commands", {}).items():
        yield from described(f"{name} {each}", sub)


def options(command: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    """Yield the options of a command, and what is said of each; arguments first."""
    for option in sorted(command.params, key=lambda each: not is_argument(each)):
        said = " ".join((option.help or "").split())
        named = (
            (option.metavar or option.human_readable_name) if is_argument(option) else ", ".join(option.opts)
        )
        off = ", ".join(option.secondary_opts)
        yield f".TP\n.B {plain(', '.join(filter(None, (named, off))))}\n{plain(said)}"


def is_argument(option: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether this is an argument, which is known by its place."""
    return bool(option.param_type_name == "argument")


def paragraphs(text: str | None) -> list[str]:
    """Split a help into paragraphs; those that are no example become one line."""
    found = re.split(r"\n\s*\n", text or "")
    return [each if each.startswith("    ") else " ".join(each.split()) for each in found if each.strip()]


def plain(text: str) -> str:
    """Write a text so that man shows it as it is; what stands between backticks is bold."""
    safe = text.replace("\\", r"\e").replace("-", r"\-")
    safe = re.sub(r"`([^`]*)`", r"\\fB\1\\fR", safe)
    return re.sub(r"^([.'])", r"\\&\1", safe, flags=re.MULTILINE)


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
