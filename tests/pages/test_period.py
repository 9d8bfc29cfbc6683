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
        ["In force from 2011-05-01, until before 2019-09-01 · then B 2019"],
        ["In force from 2019-09-01; until when is not known · 第二条 from 2020-01-01"],
        [
            UNKNOWN,
        ],
    ]


def test_a_text_that_says_nothing_of_it_has_no_such_line(tmp_path: Path) -> None:
    assert read_imprints(tmp_path, {"2011": "第一条 船须点灯。\n第二条 灯须长明。\n"}) == [[]]


def test_in_chinese(tmp_path: Path) -> None:
    first, *_ = read_imprints(tmp_path, VERSIONS, "zh")
    assert first == ["2011-05-01 起施行，至 2019-09-01 前 · 此后为 B 2019"]
