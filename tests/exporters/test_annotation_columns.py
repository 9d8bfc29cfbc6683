"""Notes on clauses where they are read: beside rows of pages, in a column of Word tables and workbooks."""

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.collection import load_files
from hexapla.exporters import FORMATS, ExportRequest, Scope
from hexapla.pages import render_document
from hexapla.pipeline import AnalysedDocument, build_document
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument

OLD = """\
第一条 器具由保管员登记。
第二条 借用人三日内归还器具。
第三条 遗失器具的应当赔偿。
第四条 器具不得转借。
"""
TEXTS = {"2020.txt": OLD, "2024.txt": OLD.replace("三日", "五日")}
NOTES = """\
- clause: B/art_2
  kind: reason
  text: |-
    三日过短，
    见去年的记录。
  author: 李
  date: 2024-05
- {clause: A/art_3, kind: review}
- {clause: A/art_3, text: "=SUM(A1)<b>"}
"""


def built(tmp_path: Path, notes: str) -> AnalysedDocument:
    folder = tmp_path / "tools"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "notes.yml").write_text(notes, encoding="utf-8")
    return build_document(load_files([folder]))


def request_for(document: AnalysedDocument) -> ExportRequest:
    return ExportRequest(
        printed=PrintedDocument(document.alignment),
        comparisons=document.comparisons,
        wording=Wording("zh"),
        comparison=document.comparisons[0],
    )


@pytest.mark.parametrize("scope", [Scope.DOCUMENT, Scope.COMPARISON])
def test_a_word_table_has_a_column_for_them(tmp_path: Path, scope: Scope) -> None:
    data = FORMATS["docx"].writers[scope](request_for(built(tmp_path, NOTES)))
    table = docx.Document(io.BytesIO(data)).tables[0]
    assert table.rows[0].cells[-1].text == "注释"
    said = [row.cells[-1].text for row in table.rows[1:]]
    assert said == ["", "说明：三日过短，\n见去年的记录。（李、2024-05）", "已阅\n意见：=SUM(A1)<b>", ""]


def test_a_workbook_has_one_too(tmp_path: Path) -> None:
    data = FORMATS["xlsx"].writers[Scope.DOCUMENT](request_for(built(tmp_path, NOTES)))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[1]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0][-1] == "注释"
    assert [row[-1] or "" for row in rows[1:]] == [
        "",
        "说明：三日过短，\n见去年的记录。（李、2024-05）",
        "已阅\n意见：=SUM(A1)<b>",
        "",
    ]
    assert sheet.cell(4, 7).data_type == "s"


def test_without_notes_there_is_no_column(tmp_path: Path) -> None:
    request = request_for(built(tmp_path, ""))
    table = docx.Document(io.BytesIO(FORMATS["docx"].writers[Scope.COMPARISON](request))).tables[0]
    assert [cell.text for cell in table.rows[0].cells][-1] == "说明"
    sheet = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].writers[Scope.DOCUMENT](request))).worksheets[1]
    assert sheet.max_column == 6


def test_pages_show_them_at_their_rows_and_fold_none_away(tmp_path: Path) -> None:
    document = built(tmp_path, NOTES)
    made = render_document(
        document.alignment, document.comparisons, findings=document.findings, language="en"
    )
    html = {page.uri.rpartition("/")[2]: LexborHTMLParser(page.html) for page in made}
    said = {
        row.attributes["id"]: [" ".join(line.text().split()) for line in row.css(".hx-annos li")]
        for row in html["compare-A-B.html"].css(".hx-row")
    }
    assert said["A__art_2"] == ["reason 三日过短， 见去年的记录。 李, 2024-05"]
    assert said["A__art_3"] == ["review", "comment =SUM(A1)<b>"]
    assert not html["compare-A-B.html"].css(".hx-fold [id=A__art_3]")
    assert len(html["history.html"].css(".hx-hist .hx-annos")) == 2
    assert not html["history.html"].css(".hx-fold [id=A__art_3]")
