"""Which version brought each word, as CSV and JSON."""

import csv
import io
import json
from pathlib import Path

import pytest

from commands import run
from hexapla.collection import load_files
from hexapla.errors import UsageError
from hexapla.exporters import FORMATS, OFFERED_FORMATS, ExportRequest, Scope
from hexapla.pipeline import build_document
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument

OLD = """\
第一条 灯具
灯具由看守人登记。
第二条 船只进港鸣笛一声。
第三条 渔网不得晾晒在石阶上。
"""
NEW = """\
第一条 灯具
灯具由看守人书面登记。
第二条 码头每周清扫。
第三条 船只进港鸣笛两声。
第四条 渔网不得晾晒在石阶上。
"""
TEXTS = {"2010.txt": OLD, "2020.txt": NEW}


def request_for(tmp_path: Path, texts: dict[str, str]) -> ExportRequest:
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    built = build_document(load_files([tmp_path / name for name in texts]))
    return ExportRequest(
        printed=PrintedDocument(built.alignment), comparisons=built.comparisons, wording=Wording("en")
    )


def test_each_line_spells_its_place(tmp_path: Path) -> None:
    data = FORMATS["blame"].writers[Scope.DOCUMENT](request_for(tmp_path, TEXTS))
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    last = [row for row in rows if row["version"] == "B"]
    assert [(row["number"], row["text"], row["brought_by"]) for row in last if row["clause"] == "art_3"] == [
        ("第三条", "船只进港鸣笛", "A"),
        ("第三条", "两声", "B"),
        ("第三条", "。", "A"),
    ]
    assert {row["brought_by"] for row in last if row["clause"] == "art_2"} == {"B"}
    assert all(int(row["end"]) - int(row["start"]) == len(row["text"]) for row in rows)
    assert {row["brought_by"]: row["issued"] for row in rows} == {"A": "2010", "B": "2020"}


def test_data_say_the_same_by_clause(tmp_path: Path) -> None:
    record = json.loads(FORMATS["blame-json"].writers[Scope.DOCUMENT](request_for(tmp_path, TEXTS)))
    clauses = {each["id"]: each for each in record["versions"][1]["clauses"]}
    assert clauses["art_1"]["text"] == [["灯具由看守人", "A"], ["书面", "B"], ["登记。", "A"]]
    assert "".join(text for text, _ in clauses["art_3"]["text"]) == "船只进港鸣笛两声。"


def test_versions_in_no_order_have_no_origins(tmp_path: Path) -> None:
    texts = {"north.txt": OLD, "south.txt": NEW}
    with pytest.raises(UsageError, match="order: chronological"):
        FORMATS["blame"].writers[Scope.DOCUMENT](request_for(tmp_path, texts))
    done = run("export", str(tmp_path / "north.txt"), str(tmp_path / "south.txt"), "--format", "blame")
    assert done.returncode == 2
    assert done.stdout == ""


def test_a_site_does_not_offer_it_unless_asked() -> None:
    assert not {"blame", "blame-json"} & set(OFFERED_FORMATS)
    assert set(OFFERED_FORMATS) < set(FORMATS)
