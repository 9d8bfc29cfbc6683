"""The page of numbers: what was re-used is flagged, and every clause of every version is found there."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from elements import find_first
from hexapla.collection import load_files
from hexapla.pages import render_document, render_resolve_index
from hexapla.pipeline import build_document

OLD = "第一条 渡口每日开放。\n第二条 渡工穿救生衣。\n第三条 夜间停渡。\n第四条 看守人值夜。\n"
NEW = (
    "第一条 渡口每日开放。\n第二条 渡资每人二元，儿童免费。\n"
    "第三条 渡工穿救生衣。\n第四条 夜间停渡，看守人值夜。\n"
)


MOVED_OLD = """第一章 开放
第一条 渡口每日开放。
第二条 夜间停渡，看守人值夜。
第二章 渡工
第三条 渡工穿救生衣。
第四条 渡船漏水的，渡工应当当日报告渡口管理所。
第五条 渡工可以收取小费。
第六条 渡工每年体检一次。
"""
MOVED_NEW = """第一章 开放
第一条 渡口每日开放。
第二条 渡船漏水的，渡工应当当日报告渡口管理所。
第三条 夜间停渡，看守人值夜。
第二章 渡工
第四条 渡工穿救生衣。
第五条 渡工每年体检一次。
"""


def read_page(tmp_path: Path, language: str = "zh", texts: tuple[str, str] = (OLD, NEW)) -> LexborHTMLParser:
    for year, text in zip(("2012", "2018"), texts, strict=True):
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    built = build_document(load_files(sorted(tmp_path.glob("*.txt"))))
    made = render_document(built.alignment, built.comparisons, language=language)
    return LexborHTMLParser(next(each.html for each in made if each.uri.endswith("concordance.html")))


def test_a_number_that_two_clauses_bore_is_flagged(tmp_path: Path) -> None:
    flagged = {each.attributes["title"] for each in read_page(tmp_path).css(".hx-again")}
    assert "第二条在 B 是另一条" in flagged
    assert "第二条在 A 是另一条" in flagged
    assert not any("第一条" in (each or "") for each in flagged)


def test_every_clause_of_every_version_has_its_place(tmp_path: Path) -> None:
    there = {each.attributes["id"] for each in read_page(tmp_path).css(".hx-conc [id]")}
    wanted = {f"{siglum}__art_{number}" for siglum in "AB" for number in range(1, 5)}
    assert wanted <= there


def test_an_old_citation_can_be_asked_for_as_the_example_shows(tmp_path: Path) -> None:
    html = read_page(tmp_path)
    assert html.css(".hx-cite-q input")[0].attributes["placeholder"] == "第一条@2012"
    heads = [(each.attributes["data-s"], each.attributes["data-i"]) for each in html.css("thead th[data-s]")]
    assert heads == [("A", "2012"), ("B", "2018")]


def test_the_address_of_all_leads_to_the_pages_of_numbers() -> None:
    page = render_resolve_index([("b", "B", "en"), ("a", "A", "zh")], language="en")
    links = LexborHTMLParser(page.html).css("a[data-document]")
    assert [(each.attributes["data-document"], each.attributes["href"]) for each in links] == [
        ("a", "texts/a/concordance.html"),
        ("b", "texts/b/concordance.html"),
    ]


def test_what_was_removed_behind_a_clause_that_moved_away_stays_in_its_own_division(tmp_path: Path) -> None:
    rows = read_page(tmp_path, texts=(MOVED_OLD, MOVED_NEW)).css(".hx-conc tbody tr")
    told = [" ".join((find_first(row, "th").text()).split()) for row in rows]
    assert [text for text in told if text.startswith("第")] == ["第一章 开放", "第二章 渡工"]
    removed = next(at for at, text in enumerate(told) if text.startswith("渡工可以收取小费"))
    assert removed > told.index("第二章 渡工")
