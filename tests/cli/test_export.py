"""`hexapla export`: every format as a file, and what it says when it cannot know what is meant."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import commands
from hexapla.cli import app
from hexapla.cli.export import OFFERED, PDF
from hexapla.errors import UsageError
from hexapla.exporters import FORMATS
from hexapla.site.pdf_printing import BROWSERS

GARDEN = str(Path(__file__).parents[2] / "source_texts/garden-bylaws")


def run(*options: str) -> None:
    CliRunner().invoke(app, ["export", GARDEN, *options], catch_exceptions=False)


def test_a_format_that_is_not_in_the_table_is_named_beside_those_that_are() -> None:
    said = commands.run("export", GARDEN, "--format", "doc")
    assert said.returncode == 2
    assert all(name in said.stderr for name in [*FORMATS, PDF])


def test_a_folder_gets_the_name_that_the_site_would_give(tmp_path: Path) -> None:
    run("--format", "redline", "--base", "A", "--target", "D", "-o", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["garden-bylaws-A-D-redline.docx"]


@pytest.mark.parametrize(
    "options",
    [
        ["redline"],
        ["akn"],
        ["docx", "--base", "A"],
        ["json", "--base", "A", "--target", "B"],
        ["docx", "--base", "A", "--target", "X"],
        ["docx", "--target", "A"],
        ["redline", "--base", "B", "--target", "B"],
        ["docx", "--base", "C", "--target", "C"],
    ],
)
def test_what_is_not_said_is_asked_for(options: list[str], tmp_path: Path) -> None:
    for year in range(2019, 2023):
        (tmp_path / f"{year}.txt").write_text(f"第一条 花园每日开放到{year - 2012}时。", encoding="utf-8")
    with pytest.raises(UsageError):
        CliRunner().invoke(app, ["export", str(tmp_path), "--format", *options], catch_exceptions=False)


@pytest.mark.parametrize("form", [form for form in OFFERED if form != "json"])
def test_of_nothing_only_json_is_written(tmp_path: Path, form: str) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    command = ["export", str(tmp_path / "empty.txt"), "--format", form, "-o", str(tmp_path / "out")]
    with pytest.raises(UsageError, match="only json"):
        CliRunner().invoke(app, command, catch_exceptions=False)


def test_a_redline_of_one_version_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("第一条 甲。", encoding="utf-8")
    with pytest.raises(UsageError, match="redline is about two versions, and there is A only"):
        CliRunner().invoke(
            app, ["export", str(tmp_path / "one.txt"), "--format", "redline"], catch_exceptions=False
        )


def arguments(*texts: str, form: str, out: Path) -> list[str]:
    pair = {"redline": ["A", "B"], "akn": ["A"]}.get(form, [])
    options = [each for pairs in zip(["--base", "--target"], pair, strict=False) for each in pairs]
    return ["export", *texts, "--format", form, "-o", str(out), *options]


def neither_place_nor_call_shows(tmp_path: Path, form: str) -> None:
    first, second = tmp_path / "one/bylaws", tmp_path / "two/deeper/bylaws"
    for folder in (first, second):
        shutil.copytree(GARDEN, folder)
    out = tmp_path / "out"
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Apia", "LANG": "C", "LC_ALL": "C"}
    command = [sys.executable, "-m", "hexapla", *arguments("2012.txt", "2015.txt", form=form, out=out)]
    subprocess.run(command, check=True, cwd=first, env=env, capture_output=True)  # noqa: S603 - a fixed command
    here = out.read_bytes()
    whole = (str(second / "2012.txt"), str(second / "2015.txt"))
    assert commands.run(*arguments(*whole, form=form, out=out), cwd=tmp_path).returncode == 0
    assert out.read_bytes() == here
    assert tmp_path.name.encode() not in here


@pytest.mark.parametrize("form", ["akn"])
def test_neither_where_files_lie_nor_how_they_are_called_shows(tmp_path: Path, form: str) -> None:
    neither_place_nor_call_shows(tmp_path, form)


@pytest.mark.slow
@pytest.mark.parametrize("form", OFFERED)
def test_neither_place_nor_call_shows_in_any_format(tmp_path: Path, form: str) -> None:
    if form == PDF and not any(map(shutil.which, BROWSERS)):
        pytest.skip("no Chromium is installed")
    neither_place_nor_call_shows(tmp_path, form)
