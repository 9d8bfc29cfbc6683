"""“Clauses” means the same wherever they are counted: those with a number; fewer units are told apart."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.collection import load_files
from hexapla.exporters import document_record
from hexapla.pages import document_lines, render_document
from hexapla.pipeline import AnalysedDocument, build_document

OUTLINE = (
    "第一章 总则\n\n第一条 借用工具，应当登记：\n（一）姓名；\n（二）日期。\n\n第二条 工具{}日内归还。\n"
)
PLAIN = "第一条 借用工具，应当登记。\n\n第二条 工具{}日内归还。\n"
SAID = {
    OUTLINE: ("5 numbered clauses, 2 of them main clauses", "编号条款 5 个，其中 2 条", "2 5"),
    PLAIN: ("2 clauses", "2 条", "2"),
}


def made(home: Path, text: str) -> AnalysedDocument:
    """Make a document of two versions."""
    for name, days in (("a", "三"), ("b", "五")):
        (home / f"{name}.txt").write_text(text.format(days), encoding="utf-8")
    return build_document(load_files([home / "a.txt", home / "b.txt"]))


@pytest.mark.parametrize("text", SAID, ids=["with items and a chapter", "articles alone"])
def test_page_terminal_and_json_count_the_same(tmp_path: Path, text: str) -> None:
    built = made(tmp_path, text)
    english, chinese, cells = SAID[text]
    assert f" · {english} · " in "\n".join(document_lines(built.document))
    for language, told in (("en", english), ("zh", chinese)):
        pages = {
            page.uri.rpartition("/")[2]: LexborHTMLParser(page.html)
            for page in render_document(built.alignment, built.comparisons, language=language)
        }
        assert told in pages["read-A.html"].text()
        head = pages["compare-A-B.html"].css_first(".hx-head")
        assert head is not None
        assert told in head.text()
        row = pages["index.html"].css_first(".hx-table-v tbody tr")
        assert row is not None
        assert " ".join(cell.text() for cell in row.css("td.hx-n[data-l]")[:-1]) == cells
    record = json.loads(json.dumps(document_record(built.document)))
    clauses = record["versions"][0]["clauses"]
    assert sum(clause["number"] is not None for clause in clauses) == int(cells.split()[-1])
