"""`hexapla doctor`: what is here, what is missing, and how to get it."""

import json
import platform
import shutil
import sys
from pathlib import Path

import pytest

from commands import run
from hexapla.pipeline.program_version import installed_version
from hexapla.site import installation


def components(*arguments: str) -> dict[str, dict[str, object]]:
    done = run("doctor", "--format", "json", *arguments)
    assert done.returncode == 0, done.stdout
    return {each["name"]: each for each in json.loads(done.stdout)}


def test_every_extra_of_the_distribution_is_told_with_its_version() -> None:
    found = components()
    assert {"lxml", "pypdfium2", "mkdocs", "pandas", "rjieba", "dask"} <= set(found)
    assert found["lxml"]["needed"]
    assert not found["dask"]["needed"]
    assert found["rjieba"]["remedy"] == 'pip install "hexapla[words]"'
    assert platform.python_version() in str(found["hexapla"]["serves"])


def test_every_extra_has_words_for_what_it_serves() -> None:
    from importlib import metadata  # noqa: PLC0415 - beside its use

    extras = set(metadata.metadata("hexapla-core").get_all("Provides-Extra") or ())
    assert extras == set(installation.EXTRAS)


def test_what_is_missing_is_told_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    done = run("doctor")
    assert done.returncode == 0
    assert "no   LibreOffice" in done.stdout
    assert "Install: brew install --cask libreoffice" in done.stdout


@pytest.mark.parametrize(
    ("tool", "told"),
    [
        (None, "apt install libreoffice-writer"),
        ("dnf", "dnf install libreoffice-writer"),
        ("pacman", "pacman -S libreoffice-fresh"),
    ],
)
def test_the_command_is_that_of_the_system(
    tool: str | None, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name == tool else None)
    assert installation.describe_linux_command("libreoffice-writer") == told


def test_a_missing_part_of_hexapla_itself_is_status_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        installation, "installed_version", lambda name: None if name == "lxml" else installed_version(name)
    )
    done = run("doctor")
    assert done.returncode == 1
    assert "MISSING: reads Word" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a script without suffix is no program there")
def test_a_program_that_fails_is_there_all_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert components()["LibreOffice"]["found"] == str(program)


def test_what_may_be_missing_is_called_optional_and_the_end_says_whether_all_is_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    lacking = [line for line in run("doctor").stdout.splitlines() if line.startswith("no ")]
    assert lacking
    assert all("  optional, not here: " in line for line in lacking)
    assert "Everything that is needed is here." in run("doctor").stdout.splitlines()[-1]
    assert "可不装，未安装" in run("--language", "zh", "doctor").stdout
    seen = installed_version
    monkeypatch.setattr(
        installation, "installed_version", lambda name: None if name == "lxml" else seen(name)
    )
    said = run("doctor")
    assert said.returncode == 1
    assert "MISSING: reads Word" in said.stdout
    assert "Everything that is needed" not in said.stdout
