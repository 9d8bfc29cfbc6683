"""`hexapla amend` as it is called: what it prints, where, and with which exit status."""

import json
from pathlib import Path

import pytest

from commands import run

LAW = "码头办法\n\n第一条 灯笼由商会看管，夜间常亮。\n\n第二条 违反第一条的，处十元罚款。\n"
NEW = (
    "码头办法\n\n第一条 灯笼免费。\n\n第二条 灯笼由商会看管，夜间常亮。\n\n"
    "第三条 违反第二条的，处十元罚款。\n"
)
DECISION = "一、增加一条，作为第一条：“灯笼免费。”\n条文顺序作相应调整。\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in (("law", LAW), ("new", NEW), ("decision", DECISION)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "wrong.txt").write_text("一、删去第九条。\n二、灯笼从宽。\n", encoding="utf-8")
    return tmp_path


def test_commands_are_listed_as_lines_and_as_data(files: Path) -> None:
    lines = run("amend", "parse", "wrong.txt", cwd=files)
    assert lines.stdout == "1: delete 第九条\n2: not understood: 灯笼从宽。\n"
    data = json.loads(run("amend", "parse", "decision.txt", "--format", "json", cwd=files).stdout)
    assert data["schema"] == "hexapla/1"
    first = data["commands"][0]
    assert (first["line"], first["verb"], first["place"], first["new"]) == (
        1,
        "insert",
        ["第一条"],
        "灯笼免费。",
    )
    assert data["unparsed"] == []


def test_the_consolidated_text_is_written_and_references_are_told(files: Path) -> None:
    result = run("amend", "apply", "law.txt", "decision.txt", "-o", "out.txt", cwd=files)
    assert result.returncode == 0, result.stderr
    assert (files / "out.txt").read_text(encoding="utf-8") == NEW
    assert "第三条: 第一条 → 第二条" in result.stderr
    assert "not authentic" in result.stderr


def test_a_doubt_is_told_and_gives_status_1(files: Path) -> None:
    result = run("amend", "apply", "law.txt", "wrong.txt", "--format", "json", cwd=files)
    assert result.returncode == 1
    data = json.loads(result.stdout)
    assert data["text"] == LAW
    assert [doubt["line"] for doubt in data["doubts"]] == [1, 2]


def test_what_is_generated_can_be_applied(files: Path) -> None:
    made = run("amend", "generate", "law.txt", "new.txt", "-o", "made.txt", cwd=files)
    assert made.returncode == 0, made.stderr
    result = run("amend", "apply", "law.txt", "made.txt", cwd=files)
    assert (result.returncode, result.stdout) == (0, NEW)


def test_a_file_that_is_not_there_gives_status_2(files: Path) -> None:
    assert run("amend", "apply", "law.txt", "nowhere.txt", cwd=files).returncode == 2
