"""`hexapla amend`: amending instruments, read, applied and written."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from hexapla.amending import amended_record, instrument_lines, instrument_record
from hexapla.api.inputs import read_source
from hexapla.api.instruments import amend as write_amendment
from hexapla.api.instruments import apply_each, read_instrument, render_applied, sum_up
from hexapla.cli.options import OutOption
from hexapla.cli.output_formats import choose_form
from hexapla.cli.terminal import check_output, stderr_console, write_output

SHOWN = 60
"""characters of a command that a doubt names"""
NOTICE = "Made by a program; not authentic."
InstrumentArgument = Annotated[Path, typer.Argument(metavar="INSTRUMENT", help="The amending instrument.")]

amend = typer.Typer(no_args_is_help=True, help="Read, apply and write amending instruments.")


def write_json(record: dict[str, Any]) -> str:
    """Write a record as JSON."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


class AmendFormat(StrEnum):
    """How commands and amended texts are printed."""

    TEXT = "text"
    JSON = "json"


class AmendedFormat(StrEnum):
    """How an amended text is printed."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


class InstrumentForm(StrEnum):
    """How an instrument is drafted."""

    DECISION = "decision"
    AMENDMENT = "amendment"
    EN = "en"
    DE = "de"
    JA = "ja"


FormatOption = Annotated[
    AmendFormat | None,
    typer.Option("--format", help="Form of the output. Default: by the output's suffix, else text."),
]


@amend.command("parse")
def parse(instrument: InstrumentArgument, *, form: FormatOption = None, out: OutOption = None) -> None:
    """List the commands of an amending instrument, and the lines that were not understood.

    **Example**

        hexapla amend parse decision-2022.txt --format json
    """
    chosen = choose_form("amend parse", form, out, offered=tuple(AmendFormat))
    target = check_output(out, instrument)
    found = read_instrument(read_source(instrument))
    if chosen == AmendFormat.JSON:
        write_output(write_json(instrument_record(found)), target)
    else:
        write_output("".join(f"{line}\n" for line in instrument_lines(found)), target)


@amend.command("apply")
def apply(
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The text that is amended.")],
    instruments: Annotated[
        list[Path], typer.Argument(metavar="INSTRUMENT...", help="Amending instruments, in their order.")
    ],
    *,
    form: Annotated[
        AmendedFormat | None,
        typer.Option(
            "--format",
            help="Form of the output; html: each instrument beside what it does. "
            "Default: by the output's suffix, else text.",
        ),
    ] = None,
    out: OutOption = None,
) -> None:
    """Apply amending instruments to a text and print the consolidated text.

    Doubts are told on stderr: commands that could not be placed, with line and reason. Each stops its clause
    alone; the exit status is then 1.

    **Example**

        hexapla amend apply law-2018.txt decision-2022.txt -o law-2022.txt
    """
    chosen = choose_form("amend apply", form, out, offered=tuple(AmendedFormat))
    target = check_output(out, base, *instruments)
    steps = tuple(apply_each(base, *instruments))
    amended = sum_up(steps)
    if chosen == AmendedFormat.HTML:
        text = render_applied(steps)
    else:
        text = write_json(amended_record(amended)) if chosen == AmendedFormat.JSON else amended.text
    write_output(text, target)
    for each in amended.rewritten:
        told = f"→ {each.after}" if each.after else "leads to a clause that is gone"
        stderr_console.print(f"{each.clause}: {each.before} {told}", markup=False)
    for doubt in amended.doubts:
        command = doubt.command.partition("\n")[0][:SHOWN]
        stderr_console.print(f"doubt: line {doubt.line}: {doubt.reason}: {command}", markup=False)
    stderr_console.print(NOTICE)
    if amended.doubts:
        raise typer.Exit(1)


@amend.command("generate")
def generate(
    a: Annotated[Path, typer.Argument(metavar="A", help="The text that is amended.")],
    b: Annotated[Path, typer.Argument(metavar="B", help="The text that it shall become.")],
    *,
    style: Annotated[
        InstrumentForm | None,
        typer.Option(
            "--form", "--style", help="How the instrument is drafted. Default: as in the texts' language."
        ),
    ] = None,
    out: OutOption = None,
) -> None:
    """Write the amending instrument that makes one text of another.

    What was written is read and applied once more. Where that does not give the other text, nothing is
    printed but the clauses that it misses, and the exit status is 1.

    **Example**

        hexapla amend generate law-2018.txt law-2022.txt --form amendment
    """
    choose_form("amend generate", None, out, offered=(AmendFormat.TEXT,))
    target = check_output(out, a, b)
    found = write_amendment(a, b, form=style)
    if not found.text:
        for missed in found.missed:
            stderr_console.print(f"cannot be said: {missed}", markup=False)
        raise typer.Exit(1)
    write_output(found.text, target)
    stderr_console.print(f"{found.changed} clauses changed; said anew as a last resort: {found.fallbacks}.")
    stderr_console.print(NOTICE)
