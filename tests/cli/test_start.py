"""How soon the command is there: by what it loads, since no test judges by the clock."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from hexapla.cli.main import COMMANDS, app

HEAVY = frozenset(
    "jinja2 lxml mkdocs numpy opencc pandas pydantic ruamel scipy selectolax xlsxwriter".split()
)


def list_loaded(code: str) -> frozenset[str]:
    """Run code in a Python of its own, and return the modules and packages that it has loaded."""
    told = "import atexit, sys; atexit.register(lambda: sys.stderr.write(' '.join(sys.modules)));"
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", f"{told} {code}"], capture_output=True, text=True, check=True
    )
    modules = done.stderr.split()
    return frozenset([*modules, *(name.partition(".")[0] for name in modules)])


@pytest.mark.parametrize(
    "code",
    [
        "sys.argv = ['hexapla', '--version']; from hexapla.__main__ import main; main()",
        "sys.argv = ['hexapla', '--help']; from hexapla.__main__ import main; main()",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    loaded = list_loaded(code)
    assert "hexapla" in loaded
    assert not loaded & HEAVY


def test_two_texts_are_compared_without_what_reads_settings_and_amendments(tmp_path: Path) -> None:
    for name, text in (("old.txt", "第一条 租金按月支付。"), ("new.txt", "第一条 租金按季支付。")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    words = ["hexapla", "compare", *(str(tmp_path / name) for name in ("old.txt", "new.txt"))]
    loaded = list_loaded(f"sys.argv = {words!r}; from hexapla.__main__ import main; main()")
    assert "hexapla.comparison" in loaded
    assert not loaded & {
        "jinja2",
        "lxml",
        "markdown_it",
        "mkdocs",
        "rapidfuzz",
        "rich",
        "scipy",
        "ruamel",
        "hexapla.alignment.explanations",
        "hexapla.amending",
        "hexapla.collection.settings",
        "hexapla.levels.relate",
    }


def test_help_lists_commands_with_the_first_sentence_of_their_own_help() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]  # a group, which has commands
    assert list(commands) == list(COMMANDS)
    assert {
        name: " ".join(inspect.cleandoc(each.help).split("\n\n")[0].split())
        for name, each in commands.items()
    } == {name: said for name, (_, said) in COMMANDS.items()}
