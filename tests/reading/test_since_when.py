"""Since when a clause reads as it does, in one line."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.collection import load_files
from hexapla.pages import render_document
from hexapla.pipeline import build_document

VERSIONS = {
    "2012": "第一条 为了管好渡口，制定本规则。\n第二条 渡船逾期十日不还的，收回。\n渡工应当穿救生衣。\n"
    "第三条 看守人值夜。\n",
    "2018": "第一条 为了管好渡口，制定本规则。\n第二条 渡船逾期十日不还的，收回。\n渡工应当穿救生衣。\n"
    "第三条 渡口免费。\n第四条 看守人值夜。\n",
    "2023": "第一条 为了管好渡口，制定本规则。\n第二条 渡船逾期三十日不还的，收回。\n渡工应当穿救生衣。\n"
    "第三条 渡口免费。\n第四条 看守人值夜。\n",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LexborHTMLParser]:
    folder = tmp_path_factory.mktemp("texts")
    for name, text in VERSIONS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    built = build_document(load_files(sorted(folder.glob("*.txt"))))
    made = render_document(built.alignment, built.comparisons, language="en")
    return {each.uri.rpartition("/")[2]: LexborHTMLParser(each.html) for each in made}


def read_ages(page: LexborHTMLParser) -> dict[str, str]:
    return {
        node.attributes["id"] or "": told.text()
        for node in page.css(".hx-rc")
        if (told := node.css_first("p.hx-age-l"))
    }


def test_parts_that_stayed_and_words_that_are_newer(pages: dict[str, LexborHTMLParser]) -> None:
    assert read_ages(pages["read-C.html"]) == {
        "C__art_1": "All of it since 2012",
        "C__art_2": "para. 2 unchanged since 2012; “三十日” since 2023",
        "C__art_3": "All of it since 2018",
        "C__art_4": "All of it since 2012",
    }


def test_words_bear_the_version_that_brought_them(pages: dict[str, LexborHTMLParser]) -> None:
    spans = pages["read-C.html"].css(".hx-text .hx-by")
    assert [(each.attributes["data-by"], each.text()) for each in spans] == [
        ("C", "三十日"),
        ("B", "渡口免费。"),
    ]
    assert [each.attributes["data-by"] for each in pages["read-C.html"].css(".hx-age-key a")] == [
        "A",
        "B",
        "C",
    ]


def test_the_oldest_version_has_no_switch(pages: dict[str, LexborHTMLParser]) -> None:
    assert not pages["read-A.html"].css(".hx-age, .hx-text .hx-by")


def test_the_history_says_it_of_clauses_that_changed(pages: dict[str, LexborHTMLParser]) -> None:
    told = [each.text() for each in pages["history.html"].css(".hx-hist>.hx-sub")]
    assert "para. 2 unchanged since 2012; “三十日” since 2023" in told


def test_versions_that_replace_no_others_have_none(tmp_path: Path) -> None:
    for name, text in (("a", VERSIONS["2012"]), ("b", VERSIONS["2023"])):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    built = build_document(load_files([tmp_path / "a.txt", tmp_path / "b.txt"]))
    made = render_document(built.alignment, built.comparisons, language="en")
    assert not [each.uri for each in made if "hx-age" in each.html]
