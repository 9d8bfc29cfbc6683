"""Pages of texts of different ranks: rows led by each text, what is answered, the matrix."""

from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from elements import find_first
from hexapla.model import Page
from hexapla.pages import render_document
from levels.specimen import LAW, RULE, build_levels

MAPPING = """\
- {from: L/第三条, to: R/art_2, relation: superset, reason: "<b>每月</b>"}
- {from: R/art_3, to: L/art_2__lvl_1, relation: supports}
- {from: L/art_1, to: R, relation: none, reason: 看管不必细化}
- {from: L/art_4, to: R/art_3, relation: none}
"""


def render(folder: Path, mapping: str = MAPPING, language: str = "en") -> dict[str, Page]:
    """Return the pages by the ends of their addresses."""
    built = build_levels(folder, mapping)
    made = render_document(built.alignment, built.comparisons, findings=built.findings, language=language)
    return {page.uri.rpartition("/")[2]: page for page in made}


def tell(html: LexborHTMLParser, name: str) -> list[str]:
    """Return what stands beside a clause, a line an entry."""
    lines = html.css(f'[id="{name}"] .hx-lv-b .hx-lv-r')
    return [" ".join(line.text().split()) for line in lines]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    return render(tmp_path_factory.mktemp("levels") / "lamp")


def test_there_is_a_page_led_by_each_text_and_none_of_comparisons(pages: dict[str, Page]) -> None:
    assert set(pages) == {
        *("index.html", "read-L.html", "read-R.html"),
        *("levels-L.html", "levels-R.html", "coverage.html"),
    }


def test_a_text_that_is_read_does_not_say_that_the_others_lack_its_clauses(pages: dict[str, Page]) -> None:
    for name in ("read-L.html", "read-R.html"):
        html = LexborHTMLParser(pages[name].html)
        assert html.css(".hx-marg") == []
        assert not any("synopsis" in str(link.attributes["href"]) for link in html.css("a[href]"))


def test_rows_are_led_by_the_higher_text(pages: dict[str, Page]) -> None:
    html = LexborHTMLParser(pages["levels-L.html"].html)
    assert tell(html, "L__art_1") == ["∅ No counterpart in R · rule"]
    assert tell(html, "L__art_2") == ["← 第二条（一） supported by 第三条", "? Suggested 第一条"]
    assert tell(html, "L__art_3") == ["⊃ contains 第二条"]
    assert tell(html, "L__art_4") == ["≠ nothing in common with 第三条"]
    assert find_first(html, '[id="L__art_3"] .hx-lv-why').text() == "<b>每月</b>"
    assert find_first(html, '[id="L__art_3"] .hx-lv-w').text().strip() == "灯油每月初一领取。"


def test_from_the_other_side_a_relation_is_read_backwards(pages: dict[str, Page]) -> None:
    html = LexborHTMLParser(pages["levels-R.html"].html)
    assert tell(html, "R__art_2") == ["⊂ part of 第三条"]
    assert tell(html, "R__art_3") == ["→ supports 第二条（一）", "≠ nothing in common with 第四条"]
    assert find_first(html, '[id="R__art_2"] .hx-lv-b a').attributes["href"] == "levels-L.html#L__art_3"


def test_counts_tell_what_is_linked_absent_and_open_without_suggestions(pages: dict[str, Page]) -> None:
    told = [
        node.text()
        for name in ("levels-L.html", "levels-R.html")
        for node in LexborHTMLParser(pages[name].html).css(".hx-lv-t")
    ]
    assert told == [
        "2 of 4 linked; 1 without counterpart, 1 open",
        "2 of 3 linked; 0 without counterpart, 1 open",
    ]


def test_the_matrix_has_a_sign_for_each_link(pages: dict[str, Page]) -> None:
    html = LexborHTMLParser(pages["coverage.html"].html)
    signs = [
        [find_first(cell, "[aria-hidden]").text() if cell.css_first("a") else "" for cell in row.css("td")]
        for row in html.css(".hx-lv-m tbody tr")
    ]
    assert signs == [["", "", ""], ["", "", "←"], ["", "⊃", ""], ["", "", "≠"]]
    assert [row.text().strip() for row in html.css(".hx-lv-m th[scope=row]")] == [
        "第一条",
        "第二条",
        "第三条",
        "第四条",
    ]


def test_stale_links_are_marked(tmp_path: Path) -> None:
    mapping = "- {from: L/art_3, to: R/art_2, relation: superset, to_words: 000000000000}"
    html = LexborHTMLParser(render(tmp_path, mapping)["levels-L.html"].html)
    told = find_first(html, ".hx-lv-stale .hx-lv-doubt").text()
    assert told == "the words have changed since the link was made"


def test_a_very_large_matrix_leaves_out_what_is_not_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hexapla.pages.views.level_pages.MOST_CELLS", 11)
    html = LexborHTMLParser(render(tmp_path)["coverage.html"].html)
    assert len(html.css(".hx-lv-m tbody tr")) == 3
    assert "would have 12 cells" in html.text()


def test_headings_skip_no_level_and_anchors_are_there_once(tmp_path: Path) -> None:
    law = LAW.replace("第一条", "第一章 总则\n\n第一条")
    built = build_levels(tmp_path, MAPPING, law=law, rule=RULE)
    for page in render_document(built.alignment, (), findings=built.findings, language="zh"):
        levels = [entry.level for entry in page.toc]
        assert all(after - before <= 1 for before, after in pairwise(levels))
        ids = [str(node.attributes["id"]) for node in LexborHTMLParser(page.html).css("[id]")]
        assert len(ids) == len(set(ids))
