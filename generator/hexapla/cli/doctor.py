"""`hexapla doctor`: what is installed, what is missing, and the command that brings it."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from hexapla.cli.terminal import say, say_message, write_output
from hexapla.site import Component, list_components


class DoctorFormat(StrEnum):
    """How components are written."""

    TEXT = "text"
    JSON = "json"


def doctor(
    *,
    form: Annotated[DoctorFormat, typer.Option("--format", help="Form of the output.")] = DoctorFormat.TEXT,
) -> None:
    """Say what is installed of that which hexapla can use, what is missing, and how to get it.

    Exit status 1: something is missing without which hexapla is not whole.

    **Example**

        hexapla doctor
    """
    found = list_components()
    if form is DoctorFormat.JSON:
        write_output(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1) + "\n", None)
    else:
        write_output(describe_components(found), None)
    if any(each.needed and each.found is None for each in found):
        raise typer.Exit(1)


def describe_components(found: Sequence[Component]) -> str:
    """Write a line per component: whether it is there, what it serves, how to get it."""
    width = max(len(each.name) for each in found)
    lines = []
    for each in found:
        if each.found is not None:
            told = f"{each.found} ({say(each.serves)})"
        else:
            name = "cli-missing" if each.needed else "cli-absent"
            told = say_message(name, serves=say(each.serves), remedy=each.remedy)
        mark = say_message("cli-no" if each.found is None else "cli-yes")
        lines.append(f"{mark:4} {say(each.name):{width}}  {told}")
    return "\n".join(lines) + "\n"
