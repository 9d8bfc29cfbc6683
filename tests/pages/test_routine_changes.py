"""Changes that follow from something told elsewhere: folded to a line, counted, listed, never hidden."""

import io
from pathlib import Path

import openpyxl
import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.collection import load_files
from hexapla.exporters import FORMATS, ExportRequest, Scope
from hexapla.pages import PageFeatures, comparison_lines, render_document
from hexapla.pipeline import build_document
from hexapla.reading.captions import Wording
from hexapla.reading.printed_rows import PrintedDocument

DUTIES = (
    "登记后告知保管员",
    "每季度清点一次",
    "赔偿损坏的器具",
    "查阅本人的记录",
    "交还全部器具",
    "报告值班人员",
    "放回原处",
    "不在室内吸烟",
    "检查外观",
    "说明用途",
)
NUMBERS = "一二三四五六七八九十"
OLD = "".join(f"第{number}条 室内用户{duty}。\n" for number, duty in zip(NUMBERS, DUTIES, strict=True))
NEW = OLD.replace("用户", "成员").replace("成员不在", "用户不在").replace("损坏的器具", "丢失的器具")


def page(tmp_path: Path, settings: str = "", target: str = NEW) -> LexborHTMLParser:
    """Return the comparison of 2019 and 2024."""
    folder = tmp_path / "room"
    folder.mkdir()
    (folder / "2019.txt").write_text(OLD, encoding="utf-8")
    (folder / "2024.txt").write_text(target, encoding="utf-8")
    if settings:
        (folder / "document.yml").write_text(settings, encoding="utf-8")
    built = build_document(load_files([folder]))
    made = render_document(
        built.alignment,
        built.comparisons,
        findings=built.findings,
        language="en",
        features=PageFeatures(fold=built.fold),
    )
    return LexborHTMLParser(next(each.html for each in made if each.uri.endswith("compare-A-B.html")))


def test_a_run_of_routine_changes_is_one_line_that_says_why(tmp_path: Path) -> None:
    html = page(tmp_path)
    told = [" ".join(each.text().split()) for each in html.css(".hx-fold > summary")]
    assert told == [
        "第一条 – 第二条 2 changed by routine: 室内用户 → 室内成员",
        "第四条 – 第七条 4 changed by routine: 室内用户 → 室内成员",
        "第九条 – 第十条 2 changed by routine: 室内用户 → 室内成员",
    ]
    inside = [row.attributes["id"] for row in html.css(".hx-fold .hx-row")]
    assert inside == [f"A__art_{number}" for number in (1, 2, 4, 5, 6, 7, 9, 10)]


def test_a_single_one_folds_too_and_is_called_by_its_number(tmp_path: Path) -> None:
    """The seventh clause stands alone between one that is reworded and one that stays."""
    html = page(tmp_path, target=NEW.replace("报告值班人员", "通知值班人员"))
    told = [" ".join(each.text().split()) for each in html.css(".hx-fold > summary")]
    assert "第七条 1 changed by routine: 室内用户 → 室内成员" in told


def test_they_are_counted_among_the_changes_and_beside_them(tmp_path: Path) -> None:
    html = page(tmp_path)
    found = [(item.attributes["data-f"], item.css_first("b")) for item in html.css(".hx-filters > li")]
    counts = {name: figure.text() for name, figure in found if figure}
    assert counts == {"all": "10", "changed": "9", "same": "1", "word": "9", "routine": "8"}
    assert len(html.css(".hx-row[data-changed]")) == 9


def test_the_list_names_each_expression_once_and_where_it_stays(tmp_path: Path) -> None:
    (entry,) = page(tmp_path).css("#throughout li")
    said = " ".join(entry.text(separator=" ").split())
    assert said == "室内用户 → 室内成员 9 times Not at one place: 第八条"
    assert [link.attributes["href"] for link in entry.css("a")] == ["#A__art_1", "#A__art_8"]


def test_a_place_that_looks_forgotten_says_so_on_its_row(tmp_path: Path) -> None:
    row = page(tmp_path).css_first("[id=A__art_8]")
    assert row
    assert "“室内用户” stays here; it became “室内成员” at 9 of 10 places." in row.text()


@pytest.mark.parametrize("settings", ["fold: false\n"])
def test_an_editor_can_have_them_in_full(tmp_path: Path, settings: str) -> None:
    html = page(tmp_path, settings)
    assert html.css(".hx-fold") == []
    assert len(html.css('.hx-filters > [data-f="routine"]')) == 1


def test_a_terminal_and_a_workbook_say_it_too(tmp_path: Path) -> None:
    for name, text in (("2019.txt", OLD), ("2024.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    built = build_document(load_files([tmp_path / "2019.txt", tmp_path / "2024.txt"]))
    lines = list(comparison_lines(built.comparisons[0]))
    assert lines[2] == "  throughout: 室内用户 → 室内成员, 9 times; not in 第八条"
    request = ExportRequest(
        printed=PrintedDocument(built.alignment), comparisons=built.comparisons, wording=Wording("en")
    )
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].writers[Scope.DOCUMENT](request)))
    assert book.sheetnames == ["Concordance", "2019 → 2024", "Exchanged throughout"]
    assert list(book["Exchanged throughout"].iter_rows(min_row=2, values_only=True)) == [
        ("2019", "2024", "室内用户", "室内成员", "9", "1", "第八条")
    ]
