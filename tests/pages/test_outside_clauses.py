"""A comparison says at its head what differs outside the clauses, before anybody reads “unchanged”."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hexapla import pages
from hexapla.collection import load_files
from hexapla.pipeline import AnalysedDocument, build_document
from other_direction import render_direction

LEASE = """Lease of the mill <b>

1. The miller pays the rent.¹

2. The owner keeps the wheel.

¹ Four hundred crowns a year.

Signed: Jonas Ek
"""
OTHER = LEASE.replace("mill <b>", "old mill <b>").replace("Four", "Nine").replace("\nSigned: Jonas Ek\n", "")


def built(home: Path, *texts: str) -> AnalysedDocument:
    paths = [home / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return build_document(load_files(paths))


def page(made: AnalysedDocument, name: str, language: str = "en") -> LexborNode:
    html = {
        each.uri.rpartition("/")[2]: each.html
        for each in pages.render_document(
            made.alignment, made.comparisons, findings=made.findings, language=language
        )
    }[name]
    body = LexborHTMLParser(html).body
    assert body is not None
    return body


def lead(body: LexborNode) -> str:
    found = body.css_first(".hx-lead")
    assert found is not None
    return found.text()


LEADS = [
    (
        "en",
        "Outside the clauses 3 texts differ: the title, the signature, a footnote.",
    ),
    ("zh", "条文之外另有 3 处不同：题名、落款、脚注 1 处。"),
]


@pytest.mark.parametrize(("language", "said"), LEADS)
def test_the_lead_says_what_differs_outside_the_clauses(tmp_path: Path, language: str, said: str) -> None:
    assert said in lead(page(built(tmp_path, LEASE, OTHER), "compare-A-B.html", language))


def test_both_wordings_stand_there_with_marks_and_places(tmp_path: Path) -> None:
    body = page(built(tmp_path, LEASE, OTHER), "compare-A-B.html")
    told = [
        [" ".join(each.text().split()) for each in entry.css("p")]
        for entry in body.css("#outside-the-clauses li")
    ]
    assert [entry[0] for entry in told] == ["title", "signature", "footnote ¹"]
    assert told[0][1:] == [
        "A Lease of the mill <b> line 1",
        "B Lease of the [only right: old ]mill <b> line 1",
    ]
    assert told[1][1:] == ["A [only left: Signed: Jonas Ek] line 9", "B not in B"]
    assert [each.text() for each in body.css("#outside-the-clauses del")][-1].endswith("Four]")
    links = [each.attributes["href"] for each in body.css("#outside-the-clauses a")]
    assert set(links) == {"read-A.html#set-aside", "read-B.html#set-aside"}


def test_the_page_of_the_other_direction_tells_it_the_other_way_round(tmp_path: Path) -> None:
    made = built(tmp_path, LEASE, OTHER)
    body = LexborHTMLParser(render_direction(made.alignment, made.comparisons, "B", "A"))
    assert [each.text() for each in body.css("#outside-the-clauses ins")][-1].endswith("Four]")
    assert [each.text() for each in body.css("#outside-the-clauses del")][-1].endswith("Nine]")


def test_where_nothing_differs_nothing_is_said(tmp_path: Path) -> None:
    body = page(built(tmp_path, LEASE, LEASE), "compare-A-B.html")
    assert "Outside" not in lead(body)
    assert body.css_first("#outside-the-clauses") is None


def test_the_terminal_counts_it_and_shows_it(tmp_path: Path) -> None:
    made = built(tmp_path, LEASE, OTHER)
    lines = list(pages.comparison_lines(made.comparisons[0]))
    assert lines[1] == "  2 rows, 2 the same; outside the clauses 3 texts differ"
    assert "footnote ¹  (outside the clauses)" in lines
    assert "  [-Four-]{+Nine+} hundred crowns a year." in lines


def test_the_overview_tells_it_of_neighbours_in_words(tmp_path: Path) -> None:
    made = built(tmp_path, LEASE, LEASE.replace("Four", "Six"), LEASE.replace("Four", "Nine"))
    told = [each.text() for each in page(made, "index.html").css(".hx-finds li")]
    found = [text for text in told if "The footnote differs" in text]
    assert len(found) == 2
    assert "A has “Four hundred crowns a year.”, B has “Six hundred crowns a year.”" in found[0]


def test_one_file_tells_it_without_links(tmp_path: Path) -> None:
    made = built(tmp_path, LEASE, OTHER)
    body = LexborHTMLParser(pages.render_single_file(made.alignment, made.comparisons)).body
    assert body is not None
    assert len(body.css("#outside-the-clauses li")) == 3
    assert body.css("#outside-the-clauses a") == []


def test_a_word_of_the_interface_stands_apart_from_a_number_in_han(tmp_path: Path) -> None:
    old = "灯塔规则\n第一章 看守\n第一条 灯塔每夜点亮。\n第二章 油灯\n第二条 油由看守人领取。\n"
    made = built(tmp_path, old, old.replace("第二章 油灯", "第二章 油与灯"))
    assert "heading 第二章" in page(made, "compare-A-B.html").text()
    assert "标题第二章" in page(made, "compare-A-B.html", "zh").text()
