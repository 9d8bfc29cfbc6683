"""`check`: each remark at its file and line, in forms that programs read."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hexapla.cli import app
from hexapla.findings import Severity
from hexapla.pipeline import FORMS, CheckRemark

LAW = "第一条 菜园由社区管理。\n第二条 依照本办法第九条处理。\n第三条 居民应当申请。\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection with a dangling reference, a stale decision, settings and a file that cannot be read."""
    monkeypatch.chdir(tmp_path)
    files: dict[str, str | bytes] = {
        "law/2018.txt": LAW,
        "law/2023.txt": LAW,
        "law/alignment.yml": "\n- {together: [A/art_1, B/art_77], reason: x}\n",
        "wrong/a.txt": LAW,
        "wrong/document.yml": "title: x\ntitel: y\n",
        "bytes/a.txt": b"\x81\x00\xff\xfe\x00\x81\x8d",
    }
    for name, content in files.items():
        path = tmp_path / "texts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path / "texts"


def run(form: str, *more: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["check", "--sources", "texts", "--no-cache", "--format", form, *more])
    return done.exit_code, done.stdout


@pytest.mark.usefixtures("root")
def test_every_kind_of_trouble_has_its_place() -> None:
    status, text = run("json")
    remarks = json.loads(text)["remarks"]
    places = {(each["path"], each["line"], each["code"]) for each in remarks}
    assert status == 1
    assert ("texts/law/2023.txt", 2, "reference_dangling") in places
    assert ("texts/law/alignment.yml", 2, "decision_stale") in places
    assert ("texts/wrong/document.yml", 2, "document_failed") in places
    assert ("texts/bytes/a.txt", 1, "document_failed") in places


def test_a_clause_that_stayed_and_is_affected_is_told_at_its_line(root: Path) -> None:
    first = "第一条 菜园归社区。\n第二条 居民应当在十日内申请。\n第三条 未依照第二条申请的，不得种植。\n"
    (root / "law/2018.txt").write_text(first, encoding="utf-8")
    (root / "law/2023.txt").write_text(first.replace("十日", "三十日"), encoding="utf-8")
    told = [line for line in run("text")[1].splitlines() if "[clause_affected]" in line]
    said = "note: Its words stay, but what it leans on does not: 第二条 (reworded). [clause_affected]"
    assert told == [f"texts/law/2023.txt:3: {said}"]


@pytest.mark.usefixtures("root")
def test_a_reference_dangles_in_any_version_and_is_told_once() -> None:
    told = [line for line in run("text")[1].splitlines() if "[reference_dangling]" in line]
    assert sorted(line.partition(": ")[0] for line in told) == [
        "texts/law/2018.txt:2",
        "texts/law/2023.txt:2",
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_line_is_the_line_of_the_file_whatever_ends_it_and_however_it_is_written(
    encoding: str, ends: str, root: Path
) -> None:
    text = f"菜园管理办法\n\n{LAW}\n第七条 居民可以申请登记，由管理委员会决定。\n"
    (root / "alone.txt").write_bytes(text.replace("\n", ends).encode(encoding))
    lines = run("github")[1].splitlines()
    assert "::warning file=texts/alone.txt,title=reference_dangling,line=4::" in "\n".join(lines)
    assert "::warning file=texts/alone.txt,title=number_skipped,line=7::" in "\n".join(lines)


@pytest.mark.usefixtures("root")
def test_the_bar_decides_the_exit_status() -> None:
    assert run("text", "--fail-on", "never")[0] == 0
    assert "texts/law/2023.txt:2: warning: " in run("text")[1]


def test_an_annotation_says_where_and_escapes_what_ends_it() -> None:
    remark = CheckRemark(
        path="a,b:c.txt",
        line=3,
        severity=Severity.NOTE,
        code="cut_off",
        message="100%\n::error::x",
        document="d",
    )
    expected = "::notice file=a%2Cb%3Ac.txt,title=cut_off,line=3::100%25%0A::error::x\n"
    assert FORMS["github"]([remark]) == expected


@pytest.mark.usefixtures("root")
def test_a_log_in_sarif_keeps_the_rules_of_the_format() -> None:
    log = json.loads(run("sarif")[1])
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    (made,) = log["runs"]
    rules = [rule["id"] for rule in made["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    for result in made["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"note", "warning", "error"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith("/")
        assert " " not in place["artifactLocation"]["uri"]
        assert place.get("region", {"startLine": 1})["startLine"] >= 1
