"""Rows whose words stay while what they lean on changes: told quietly, with the way to what changed."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from hexapla.collection import load_files
from hexapla.pipeline import build_document
from hexapla.reading.captions import Wording
from hexapla.reading.summary import tell_comparison
from other_direction import render_direction

OLD = """第一条 本办法所称泊位，是指船只停靠的固定位置。
第二条 泊位由港务室统一编号。
第三条 看守人每日清点钥匙。
第四条 停泊费每日十元。
第五条 逾期不缴第四条规定的费用的，不得离港。
第六条 渔网不得晾晒在台阶上。
"""
NEW = OLD.replace("的固定位置", "的固定位置和浮码头").replace("每日十元", "每日三十元，节日加倍")


def compare_page(tmp_path: Path, language: str = "en", pair: str = "A-B") -> LexborHTMLParser:
    for year, text in ((2019, OLD), (2024, NEW)):
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    built = build_document(load_files([tmp_path / "2019.txt", tmp_path / "2024.txt"]))
    base, _, target = pair.partition("-")
    html = render_direction(built.alignment, built.comparisons, base, target, language)
    return LexborHTMLParser(html)


def read_notes(html: LexborHTMLParser) -> dict[str, list[tuple[str | None, str]]]:
    """Return the links in notes by the names of their rows."""
    return {
        row.attributes["id"] or "": [(link.attributes["href"], link.text()) for link in row.css(".hx-note a")]
        for row in html.css(".hx-row")
        if row.css(".hx-note a")
    }


def test_a_row_says_what_affects_it_and_leads_there(tmp_path: Path) -> None:
    html = compare_page(tmp_path)
    assert read_notes(html) == {
        "A__art_2": [("#A__art_1", "Affected: “泊位” is defined differently")],
        "A__art_5": [("#A__art_4", "Affected: 第四条 reads differently")],
    }
    names = {row.attributes["id"] for row in html.css(".hx-row")}
    assert {"A__art_1", "A__art_4"} <= names


def test_both_directions_tell_the_same(tmp_path: Path) -> None:
    assert read_notes(compare_page(tmp_path, pair="B-A")) == read_notes(compare_page(tmp_path))


def test_it_is_counted_beside_and_is_no_change(tmp_path: Path) -> None:
    html = compare_page(tmp_path)
    filters = {each.attributes["data-f"]: each.text().split()[0] for each in html.css(".hx-filters li")}
    assert (filters["changed"], filters["same"], filters["affected"]) == ("2", "4", "2")
    (row,) = html.css("#A__art_2")
    assert (row.attributes["data-k"], "data-changed" in row.attributes) == ("same affected", False)


def test_a_fold_says_how_many_of_it_are_affected(tmp_path: Path) -> None:
    told = [" ".join(each.text().split()) for each in compare_page(tmp_path).css(".hx-fold > summary")]
    assert told == [
        "第二条 – 第三条 2 unchanged (1 affected)",
        "第五条 – 第六条 2 unchanged (1 affected)",
    ]


def test_in_chinese(tmp_path: Path) -> None:
    notes = read_notes(compare_page(tmp_path, language="zh"))
    assert notes["A__art_5"] == [("#A__art_4", "受影响：第四条的文字不同")]


def test_the_summary_tells_it_last(tmp_path: Path) -> None:
    for year, text in ((2019, OLD), (2024, NEW)):
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    built = build_document(load_files([tmp_path / "2019.txt", tmp_path / "2024.txt"]))
    told = tell_comparison(built.comparisons[0], Wording("en"))
    assert told.endswith("2 unchanged, but affected: 第二条, 第五条.")
