"""Tables of old and new wording: their columns are versions, their notes stay with the clauses."""

from pathlib import Path

import docx
import pytest

from hexapla.model import Document, Order
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.readers.comparison_tables import find_columns
from hexapla.segmentation import segment
from segmentation.texts import tiles

ROWS = [
    ("改正後", "改正前", "備考"),
    ("第一条　港は、市長が管理する。", "第一条　港は、町長が管理する。", ""),
    ("第二条　使用料は、百円とする。", "第二条　使用料は、八十円とする。", "値上げ"),
    ("（同左）", "第三条　灯は、夜に点ける。", ""),
    ("（削除）", "第四条　船は、届け出る。", "不要"),
]
OLD = [
    "第一条 港は、町長が管理する。",
    "第二条 使用料は、八十円とする。",
    "第三条 灯は、夜に点ける。",
    "第四条 船は、届け出る。",
]
NEW = ["第一条 港は、市長が管理する。", "第二条 使用料は、百円とする。", "第三条 灯は、夜に点ける。"]


def write_docx(path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("港湾条例新旧対照表")
    table = made.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.save(str(path))


def write_html(path: Path) -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    path.write_text(f"<h1>港湾条例新旧対照表</h1><table>{rows}</table>", encoding="utf-8")


def write_markdown(path: Path) -> None:
    head, *rows = (f"| {' | '.join(row)} |\n" for row in ROWS)
    path.write_text(f"# 港湾条例新旧対照表\n\n{head}|--|--|--|\n{''.join(rows)}", encoding="utf-8")


def write_text(path: Path) -> None:
    path.write_text(
        "港湾条例新旧対照表\n\n" + "".join("\t".join(row) + "\n" for row in ROWS), encoding="utf-8"
    )


def read(path: Path) -> Document:
    document = segment([read_source(path.name, path.read_bytes())], Plan(id="a"))
    tiles(document)
    return document


@pytest.mark.parametrize(
    ("suffix", "write"),
    [("docx", write_docx), ("html", write_html), ("md", write_markdown), ("txt", write_text)],
)
def test_columns_are_versions(tmp_path: Path, suffix: str, write) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    path = tmp_path / f"a.{suffix}"
    write(path)
    document = read(path)
    old, new = document.versions
    assert [f"{one.number} {one.text}" for one in old.clauses] == OLD
    assert [f"{one.number} {one.text}" for one in new.clauses] == NEW
    assert (old.label, new.label, document.order) == ("改正前", "改正後", Order.CHRONOLOGICAL)
    assert document.title == "港湾条例新旧対照表"


def test_notes_stay_with_their_clauses(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt")
    old, new = read(tmp_path / "a.txt").versions
    notes = [
        [
            (one.clause, version.source.text[slice(*one.spans[0])].strip())
            for one in version.set_aside
            if one.kind == "note"
        ]
        for version in (old, new)
    ]
    assert notes == [[("art_4", "（削除）"), ("art_4", "不要")], [("art_2", "値上げ")]]


def test_numbers_that_a_table_leaves_out_are_no_gaps(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Current text|Proposed text\n"
        "Section 4. Lamps burn.|Section 4. Lamps glow.\n"
        "Section 9. End.|Section 9. Stop.\n"
    )
    document = read(path)
    codes = {one.code for version in document.versions for one in version.findings}
    assert not codes & {"number_skipped", "fragment"}
    numbers = [[one.number for one in version.clauses] for version in document.versions]
    assert numbers == [["Section 4.", "Section 9."]] * 2


def test_a_row_may_stand_over_several_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    rule = "+------------+------------+\n"
    head = "| Alte Fassung | Neue Fassung |\n"
    row = (
        "| § 1 Boote    | § 1 Boote    |\n| Sie liegen   | Sie liegen   |\n| frei.        | fest.        |\n"
    )
    path.write_text(f"{rule}{head}{rule}{row}{rule}")
    old, new = read(path).versions
    assert [one.text.split() for one in (*old.clauses, *new.clauses)] == [
        ["Sie", "liegen", "frei."],
        ["Sie", "liegen", "fest."],
    ]


def test_a_small_table_in_another_text_makes_no_versions(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    law = "".join(
        f"第{n}条 船舶停靠码头应当登记，并且服从管理员的安排，不得妨碍他人。\n\n" for n in "一二三四五"
    )
    path.write_text(f"# 规定\n\n{law}附：\n\n| 旧 | 新 |\n|--|--|\n| 八十元 | 一百元 |\n", encoding="utf-8")
    (version,) = read(path).versions
    assert version.numbered >= 5


HEADS = [
    (["第一条", "内容"], False),
    (["修正條文", "說明"], False),
    (["港口管理規則修正條文", "現行條文（民國一百年）", "說明"], True),
    (["개 정 안", "현 행"], True),
    (["Neue Fassung", "Geltende Fassung"], True),
    (["New boats", "Old boats"], False),
]


@pytest.mark.parametrize(("heads", "found"), HEADS)
def test_an_old_and_a_new_wording_make_a_table(heads: list[str], *, found: bool) -> None:
    assert (find_columns(heads) is not None) is found


def test_text_around_a_table_is_no_versions_own(tmp_path: Path) -> None:
    path = tmp_path / "notice.md"
    rows = [
        f"| 第{n}条 井由三户看管，每户{n}日。 | 第{n}条 井由四户看管，每户{n}日。 |" for n in "一二三四五"
    ]
    path.write_text(
        "\n".join(
            ["水井公告", "", "| 修订前 | 修订后 |", "| --- | --- |", *rows, "", "其他条款不变。", "井务处"]
        ),
        encoding="utf-8",
    )
    document = segment([read_source(str(path), path.read_bytes())], Plan(id="wells"))
    texts = [[clause.text for clause in version.clauses] for version in document.versions]
    assert [len(one) for one in texts] == [5, 5]
    assert not any("不变" in text for one in texts for text in one)
    around = document.set_aside[0].spans[0]
    assert "其他条款不变。" in read_source(str(path), path.read_bytes()).text[slice(*around)]
