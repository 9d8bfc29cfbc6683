"""`hexapla doctor`: what is installed, what is missing, and the command that brings it."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from hexapla.cli.terminal import say, say_message, write_output
from hexapla.site import Component, list_components
from hexapla.text import count_columns


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
    if any(map(is_lacking, found)):
        raise typer.Exit(1)


def describe_components(found: Sequence[Component]) -> str:
    """Write a line per component: whether it is there, what it serves, how to get it."""
    names = [say(each.name) for each in found]
    width = max(map(count_columns, names))
    lines = []
    for each, shown in zip(found, names, strict=True):
        if each.found is not None:
            told = f"{each.found} ({say(each.serves)})"
        else:
            name = "cli-missing" if each.needed else "cli-absent"
            told = say_message(name, serves=say(each.serves), remedy=each.remedy)
        mark = say_message("cli-no" if each.found is None else "cli-yes")
        lines.append(f"{fill_columns(mark, 4)} {fill_columns(shown, width)}  {told}")
    if not any(is_lacking(each) for each in found):
        lines.append(say_message("cli-doctor-whole"))
    return "\n".join(lines) + "\n"


def is_lacking(component: Component) -> bool:
    """Tell whether hexapla is not whole, since a component is missing."""
    return component.needed and component.found is None


def fill_columns(text: str, columns: int) -> str:
    """Fill a text up to a number of columns of a terminal.

    >>> fill_columns("有", 4) + "|"
    '有  |'
    """
    return text + " " * (columns - count_columns(text))
