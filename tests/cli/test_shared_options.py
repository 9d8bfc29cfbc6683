"""Commands that work on a collection take the same options, and the manual lists every option."""

import re
from pathlib import Path

import pytest
import typer

from hexapla.cli import app

MANUAL = (Path(__file__).parents[2] / "docs/guide/commands.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # a group, which has commands
COLLECTION = ("build", "bundle", "check", "changes", "stage")
"""what reads a whole collection"""
HOW = {"config", "sources", "segmenter", "workers", "scheduler", "cache", "no_cache"}
"""parameters by which it is said where the collection is and how the work is done"""


def parameters(command: str) -> dict[str, tuple[object, ...]]:
    """Return a command's parameters: name → how it is called and explained."""
    return {each.name: (each.opts, each.help, each.default) for each in COMMANDS[command].params}


@pytest.mark.parametrize("command", COLLECTION)
def test_no_command_forgets_an_option(command: str) -> None:
    own, those_of_build = parameters(command), parameters("build")
    assert own.keys() >= HOW
    assert {name: own[name] for name in HOW} == {name: those_of_build[name] for name in HOW}


def test_an_option_that_several_commands_take_is_the_same_in_all() -> None:
    for name in ("fail_on", "strict", "segmenter"):
        told = [str(parameters(each)[name]) for each in COMMANDS if name in parameters(each)]
        assert len(set(told)) == 1, name


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_is_in_the_manual(command: str) -> None:
    section = MANUAL.partition(f"\n## hexapla {command}\n")[2].partition("\n## ")[0]
    assert section, f"no section on {command}"
    said = set(re.findall(r"--[\w-]+", section))
    for each in COMMANDS[command].params:
        called = {name for name in (*each.opts, *each.secondary_opts) if name.startswith("--")}
        assert not called or called & said, f"{command} {called}"
