"""What is said of a file that was written."""

import sys
from pathlib import Path

import pytest

from hexapla.cli.doctor import describe_components
from hexapla.cli.terminal import Speech, write_output
from hexapla.output import resolve_output
from hexapla.site import Component


@pytest.mark.parametrize("terminal", [True, False])
def test_who_sits_before_a_terminal_is_told_where_the_file_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, terminal: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setattr(Speech, "language", "en")
    write_output("text", resolve_output(tmp_path / "out.md"))
    said = capsys.readouterr()
    assert said.out == ""
    assert ("out.md" in said.err) is terminal


def test_the_columns_of_a_list_stand_below_each_other_with_wide_characters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Speech, "language", "zh")
    lines = describe_components(
        [
            Component(name=name, serves="reads PDF", found="1.0", needed=False, remedy="")
            for name in ("a font", "字体二")
        ]
    ).splitlines()
    columns = [sum(1 + (char > "\u2e80") for char in line[: line.index("1.0")]) for line in lines[:2]]
    assert columns[0] == columns[1]
