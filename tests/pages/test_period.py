"""A reading page says from when to when its version holds."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from hexapla.collection import load_files
from hexapla.pages import render_document
from hexapla.pipeline import build_document

TEXT = "第一条 船须点灯。\n第二条 灯须长明。\n第三条 本办法自{day}起施行{more}。\n"
VERSIONS = {
    "2011": TEXT.format(day="2011年5月1日", more=""),
    "2019": TEXT.format(day="2019年9月1日", more="，但第二条自2020年1月1日起施行").replace("点灯", "点红灯"),
    "2022": TEXT.format(day="2019年9月1日", more="").replace("点灯", "点绿灯"),
}


UNKNOWN = (
    "From when it is in force is not known: "
    "its commencement clause may be that of an earlier state of the text"
)


def read_imprints(tmp_path: Path, versions: dict[str, str], language: str = "en") -> list[list[str]]:
    for name, text in versions.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    built = build_document(load_files(sorted(tmp_path.glob("*.txt"))))
    made = render_document(built.alignment, built.comparisons, language=language)
    pages = [LexborHTMLParser(each.html) for each in made if "/read-" in each.uri]
    return [[each.text() for each in page.css(".hx-imprint")[1:]] for page in pages]


def test_each_version_says_its_period_and_what_followed(tmp_path: Path) -> None:
    assert read_imprints(tmp_path, VERSIONS) == [
        ["In force from 2011-05-01, until before 2019-09-01 · then B 2019 · As of a day"],
        ["In force from 2019-09-01; until when is not known · 第二条 from 2020-01-01 · As of a day"],
        [f"{UNKNOWN} · As of a day"],
    ]


def test_a_text_that_says_nothing_of_it_has_no_such_line(tmp_path: Path) -> None:
    assert read_imprints(tmp_path, {"2011": "第一条 船须点灯。\n第二条 灯须长明。\n"}) == [[]]


def test_in_chinese(tmp_path: Path) -> None:
    first, *_ = read_imprints(tmp_path, VERSIONS, "zh")
    assert first == ["2011-05-01 起施行，至 2019-09-01 前 · 此后为 B 2019 · 某日的文本"]


def test_a_version_that_ended_says_so_on_its_pages_with_the_way_on(tmp_path: Path) -> None:
    made = render_pages(tmp_path, VERSIONS)
    for name in ("read-A.html", "compare-A-B.html"):
        own = LexborHTMLParser(made[name]).css(".hx-over")
        shown = [each for each in own if "hidden" not in each.attributes]
        assert len(shown) == (name == "read-A.html"), name
    (banner,) = LexborHTMLParser(made["read-A.html"]).css(".hx-over")
    assert banner.text().startswith("A · 2011 ceased to be in force on 2019-09-01")
    assert [link.attributes["href"] for link in banner.css("a")] == ["read-B.html"]


def test_a_version_that_may_not_have_begun_is_told_by_the_readers_own_clock(tmp_path: Path) -> None:
    (banner,) = LexborHTMLParser(render_pages(tmp_path, VERSIONS)["read-B.html"]).css(".hx-over")
    assert (banner.attributes["data-from"], "hidden" in banner.attributes) == ("2019-09-01", True)
    assert [link.attributes["href"] for link in banner.css("a")] == ["read-A.html"]


def test_every_day_stands_in_the_list_with_its_text(tmp_path: Path) -> None:
    days = LexborHTMLParser(render_pages(tmp_path, VERSIONS)["at.html"])
    told = [
        (line.attributes["data-from"], line.css(".hx-at-t")[0].text(strip=True).split(" ")[0])
        for line in days.css(".hx-at>li")
    ]
    assert told == [
        ("", "Nothing"),
        ("2011-05-01", "In"),
        ("2019-09-01", "In"),
        ("2020-01-01", "In"),
        ("2022-01-01", "Not"),
    ]
    first = days.css(".hx-at>li")[1]
    assert {link.attributes["href"] for link in first.css("a")} == {
        "read-A.html",
        "compare-A-B.html",
        "compare-A-C.html",
    }
    staged = days.css(".hx-at>li")[2].text()
    assert "Not yet: 第二条, from 2020-01-01 only" in staged


def test_where_nothing_is_said_of_time_there_is_no_such_page(tmp_path: Path) -> None:
    assert "at.html" not in render_pages(tmp_path, {"2011": "第一条 船须点灯。\n第二条 灯须长明。\n"})


def render_pages(tmp_path: Path, versions: dict[str, str]) -> dict[str, str]:
    """Return the pages' HTML by the last part of their addresses."""
    for name, text in versions.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    built = build_document(load_files(sorted(tmp_path.glob("*.txt"))))
    made = render_document(built.alignment, built.comparisons, language="en")
    return {each.uri.rpartition("/")[2]: each.html for each in made}
