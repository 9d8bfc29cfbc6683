"""`hexapla show --on`: the text of a day, or why nobody can tell."""

import json
from pathlib import Path

import pytest

from commands import run

OLD = "第一条 船须点灯。\n第二条 本办法自2011年5月1日起施行。\n"
NEW = "第一条 船须点红灯。\n第二条 本办法自2019年9月1日起施行。\n"
KEPT = "第一条 船须点绿灯。\n第二条 本办法自2019年9月1日起施行。\n"


@pytest.fixture
def lamps(tmp_path: Path) -> Path:
    folder = tmp_path / "lamps"
    folder.mkdir()
    for name, text in (("2011", OLD), ("2019", NEW), ("2022", KEPT)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_the_text_of_a_day_on_stdout_and_about_it_on_stderr(lamps: Path) -> None:
    shown = run("show", lamps, "--on", "2019-08-31")
    assert (shown.returncode, shown.stdout) == (0, OLD)
    assert "in force from 2011-05-01 to before 2019-09-01" in shown.stderr


def test_a_day_of_which_nobody_can_tell(lamps: Path) -> None:
    shown = run("show", lamps, "--on", "2023-01-01")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "B (2019) or C (2022)" in shown.stderr
    assert "in_force" in shown.stderr


def test_as_data(lamps: Path) -> None:
    shown = run("show", lamps, "--on", "2019-09-01", "--format", "json")
    (document,) = json.loads(shown.stdout)["documents"]
    assert (shown.returncode, document["on"]["version"], document["on"]["outcome"]) == (0, "B", "in_force")
    assert [version["siglum"] for version in document["versions"]] == ["B"]
    unknown = run("show", lamps, "--on", "2023-01-01", "--format", "json")
    (document,) = json.loads(unknown.stdout)["documents"]
    assert (unknown.returncode, document["on"]["candidates"], document["versions"]) == (2, ["B", "C"], [])


def test_what_the_editor_says(lamps: Path) -> None:
    said = "versions:\n  - file: 2022.txt\n    in_force:\n      from: 2022-06-01\n"
    (lamps / "document.yml").write_text(said, encoding="utf-8")
    shown = run("show", lamps, "--on", "2023-01-01")
    assert (shown.returncode, shown.stdout) == (0, KEPT)
    assert "as document.yml says" in shown.stderr


@pytest.mark.parametrize("day", ["2019", "2019-02-30", "yesterday"])
def test_what_is_no_day(lamps: Path, day: str) -> None:
    shown = run("show", lamps, "--on", day)
    assert shown.returncode == 2
    assert f"“{day}” is no day" in shown.stderr


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("from: 2022", "document.yml:4: from: “2022” is no whole day: write one like 2022-01-01"),
        ("since: 2022-01-01", "the keys here are from, until, clauses"),
        ("{from: 2022-02-01, until: 2022-01-01}", "ends (2022-01-01) before it begins"),
    ],
)
def test_what_document_yml_may_not_say(lamps: Path, said: str, complaint: str) -> None:
    inner = f" {said}" if said.startswith("{") else f"\n      {said}"
    (lamps / "document.yml").write_text(
        f"versions:\n  - file: 2022.txt\n    in_force:{inner}\n", encoding="utf-8"
    )
    shown = run("show", lamps, "--on", "2023-01-01")
    assert shown.returncode == 2
    assert complaint in shown.stderr
