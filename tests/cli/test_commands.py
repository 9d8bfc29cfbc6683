"""The commands as a user meets them: what goes where, and the exit status."""

import json
import re
from pathlib import Path

import pytest

from commands import run
from small_collections import written_pair

OLD = "第一条 为了规范花园的管理，制定本办法。\n第二条 居民应当在三十日内提出申请。\n"
NEW = "第一条 为了规范花园的管理，制定本办法。\n第二条 居民可以在六十日内提出申请。\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return written_pair(tmp_path, OLD, NEW)


def test_help_shows_a_worked_example_for_every_command() -> None:
    listed = run("--help").stdout
    for command in ("build", "show", "compare", "align", "verify"):
        assert command in listed
        shown = run(command, "--help").stdout
        assert "Example" in shown
        assert f"hexapla {command}" in shown


def test_show_prints_clause_trees_on_stdout(pair: tuple[Path, Path]) -> None:
    result = run("show", *pair)
    assert result.returncode == 0
    assert "第二条" in result.stdout
    assert result.stderr == ""


def test_show_as_json_is_json(pair: tuple[Path, Path]) -> None:
    data = json.loads(run("show", *pair, "--format", "json").stdout)
    assert data["schema"] == "hexapla/1"
    assert [version["siglum"] for version in data["documents"][0]["versions"]] == ["A", "B"]


def test_compare_marks_words_in_text(pair: tuple[Path, Path]) -> None:
    shown = run("compare", *pair).stdout
    assert "居民[-应当-]{+可以+}在[-三十日-]{+六十日+}内提出申请。" in shown


def test_compare_writes_one_html_file_that_needs_nothing(pair: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    result = run("compare", *pair, "--format", "html", "-o", out)
    assert (result.returncode, result.stdout) == (0, "")
    html = out.read_text(encoding="utf-8")
    assert re.findall(r'(?:href|src)="(?!#|data:)[^"]*"|url\(["\']?(?:https?:|/|\.)|@import', html) == []
    assert "三十日" in html


BAD = {
    "missing file": ["show", "missing.txt"],
    "undecodable bytes": ["show", "bad.txt"],
    "directory without texts": ["build", "--sources", "hollow", "--site-dir", "out"],
    "no such directory": ["build", "--sources", "nowhere", "--site-dir", "out"],
    "no such configuration": ["build", "-f", "nowhere.yml"],
    "a site folder that holds something else": ["build", "--sources", "good", "--site-dir", "precious"],
    "an unknown option": ["build", "--nonsense"],
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_a_message_and_status_2(name: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x81\x00\xff\xfe\x00\x81\x8d")
    (tmp_path / "hollow").mkdir()
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "thesis.txt").write_text("years of work")
    (tmp_path / "good" / "rules").mkdir(parents=True)
    (tmp_path / "good" / "rules" / "a.txt").write_text(OLD, encoding="utf-8")
    result = run(*BAD[name], cwd=tmp_path)
    assert result.returncode == 2, result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
    assert (tmp_path / "precious" / "thesis.txt").read_text() == "years of work"
    assert not (tmp_path / "out").exists()


def test_findings_at_the_bar_give_status_1_and_the_output_all_the_same(tmp_path: Path) -> None:
    skipped = tmp_path / "skipped.txt"
    skipped.write_text("第一条 甲。\n第二条 乙。\n第五条 丙。\n", encoding="utf-8")
    assert run("show", skipped).returncode == 0
    strict = run("show", skipped, "--strict")
    assert strict.returncode == 1
    assert "number_skipped" in strict.stdout


def test_empty_input_is_no_error(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    result = run("show", empty, "--format", "json")
    assert result.returncode == 0
    (document,) = json.loads(result.stdout)["documents"]
    assert document["versions"] == []
    assert "empty_source" in {finding["code"] for finding in document["findings"]}


def test_doubtful_links_can_be_pasted_as_decisions_once_they_bear_a_reason(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    body = "居民申请地块的，应当向管理小组提交书面材料，管理小组逐一登记后在门口公告栏公布结果。"
    other = "志愿者领取工具的，管理小组逐一登记，并在门口公告栏公布借出时间，归还时当面核对数量。"
    (folder / "2018.txt").write_text(f"第一条 {body}\n第二条 花园每日开放。\n", encoding="utf-8")
    (folder / "2023.txt").write_text(f"第一条 花园每日开放。\n第二条 {other}\n", encoding="utf-8")
    decisions = folder / "alignment.yml"
    decisions.write_text("- together: [A/art_1, B/art_2]\n  reason: 同一事项。\n", encoding="utf-8")
    assert "A__art_1  A: 第一条  B: 第二条" in run("align", folder).stdout
    decisions.write_text("- together: [A/art_1, B/art_9]\n  reason: 同一事项。\n", encoding="utf-8")
    stale = run("align", folder)
    assert stale.returncode == 1
    decisions.write_text("- together: [A/art_1, B/art_2]\n  reason:\n", encoding="utf-8")
    unreasoned = run("align", folder)
    assert unreasoned.returncode == 2
    assert "alignment.yml:2" in unreasoned.stderr
