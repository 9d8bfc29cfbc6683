"""`hexapla reuse`: which clauses of a collection stand in several of its documents, in four forms."""

import csv
import io
import json
from pathlib import Path

import pytest
from lxml import etree

from commands import run

LAW = (
    "第一条 借用工具的居民，应当在七日内归还；逾期不还的，按日收取保管费。\n"
    "第二条 工具损坏的，借用人应当照价赔偿，自然损耗的除外。\n"
    "第三条 水塔每年春季清洗一次，由两名值班人共同完成。\n"
)
RULE = (
    "第一条 烟囱由持证人员检查，每年至少两次，结果公布在门厅。\n"
    "第二条 居民借用工具的，应当在十日内归还；逾期不还的，按日收取保管费用。\n"
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A collection of two documents that share a clause, and of one whose name is hostile."""
    for name, text in {
        "law/2019": LAW,
        "rule/2021": RULE,
        "=1+1&<b>/2022": "第一条 猫可以在院子里散步，狗须有人牵着。\n",
    }.items():
        path = tmp_path / "source_texts" / f"{name}.txt"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_json_tells_families_and_shares(texts: Path) -> None:
    done = run("reuse", "--no-cache", "--format", "json", cwd=texts)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    (family,) = found["families"]
    assert [(member["document"], member["number"]) for member in family["members"]] == [
        ("law", "第一条"),
        ("rule", "第二条"),
    ]
    assert 0.8 < family["members"][1]["likeness"] < 1
    assert {each["id"]: [share["with"] for share in each["shares"]] for each in found["documents"]}[
        "rule"
    ] == ["law"]


def test_the_suffix_decides_and_nothing_becomes_formula_or_markup(texts: Path) -> None:
    for name in ("out.csv", "out.graphml", "out.json", "out.txt"):
        done = run("reuse", "--no-cache", "-o", name, cwd=texts)
        assert done.returncode == 0, done.stderr
    rows = list(csv.reader(io.StringIO((texts / "out.csv").read_text(encoding="utf-8-sig"))))
    assert [row[2] for row in rows] == ["document", "law", "rule"]
    graph = etree.fromstring((texts / "out.graphml").read_bytes())
    nodes = graph.findall(".//{*}node")
    assert {node.get("id") for node in nodes} >= {"law", "rule"}
    assert len(nodes) == 3
    assert "A clause of 2 documents" in (texts / "out.txt").read_text(encoding="utf-8")


def test_rank_leads_a_family(texts: Path) -> None:
    (texts / "source_texts/rule/document.yml").write_text("rank: 1\n", encoding="utf-8")
    one = run("reuse", "--no-cache", "--format", "json", cwd=texts)
    assert json.loads(one.stdout)["families"][0]["members"][0]["document"] == "rule"


@pytest.mark.slow
def test_workers_change_nothing(texts: Path) -> None:
    one, two = (
        run("reuse", "--no-cache", "--format", "json", "--workers", count, cwd=texts) for count in "12"
    )
    assert one.stdout == two.stdout


def test_a_document_that_fails_is_told_and_leaves_the_others(texts: Path) -> None:
    (texts / "source_texts/rule/document.yml").write_text("rank: 0\n", encoding="utf-8")
    done = run("reuse", "--no-cache", "--format", "json", cwd=texts)
    assert done.returncode == 1
    assert "rank" in done.stderr
    assert {each["id"] for each in json.loads(done.stdout)["documents"]} >= {"law"}


def test_what_was_read_once_is_remembered(texts: Path) -> None:
    first = run("reuse", "--cache", "cache", "--format", "json", cwd=texts)
    again = run("reuse", "--cache", "cache", "--format", "json", cwd=texts)
    assert first.returncode == again.returncode == 0, first.stderr
    assert first.stdout == again.stdout
