"""What stands above the first clause: titles, also over several lines, notes of adoption, and their dates."""

from textwrap import dedent

import pytest

from hexapla.segmentation.dates import find_stated_date
from hexapla.segmentation.notes import find_issue_date, is_note
from segmentation.texts import cut, cut_one


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("二〇二一年三月十二日", "2021-03-12"),
        ("令和三年三月十二日", "2021-03-12"),
        ("平成元年十二月一日", "1989-12-01"),
        ("昭和五十三年四月", "1978-04"),
        ("中華民國110年3月12日", "2021-03-12"),
        ("民國 110 年 03 月 12 日", "2021-03-12"),
        ("民國一百一十年三月十二日", "2021-03-12"),
        ("2021. 3. 12.", "2021-03-12"),
        ("2021년 3월 12일", "2021-03-12"),
        ("12 March 2021", "2021-03-12"),
        ("this 12th day of March 2021", "2021-03-12"),
        ("March 12, 2021", "2021-03-12"),
        ("March 2021", "2021-03"),
        ("12. März 2021", "2021-03-12"),
        ("12.03.2021", "2021-03-12"),
        ("1er mars 2021", "2021-03-01"),
        ("12 de marzo de 2021", "2021-03-12"),
        ("Ley 5/2021, de 12 de marzo", "2021-03-12"),
        ("12 marca 2021 r.", "2021-03-12"),
        ("12 марта 2021 г.", "2021-03-12"),
        ("๑๒ มีนาคม พ.ศ. ๒๕๖๔", "2021-03-12"),
        ("๑๒ มีนาคม ๒๕๖๔", "2021-03-12"),
        ("20210312", "2021-03-12"),
        ("2021-13", "2021"),
        ("lamps 12/03", None),
        ("三年三月", None),
    ],
)
def test_a_date_is_read_as_its_country_prints_it(printed: str, iso: str | None) -> None:
    assert find_stated_date(printed) == iso


@pytest.mark.parametrize(
    ("notes", "iso"),
    [
        (["[시행 2021. 5. 11.] [부령 제45호, 2021. 3. 12., 일부개정]"], "2021-03-12"),
        (["2021-03-12发布", "2021-05-01实施"], "2021-03-12"),
        (["2021年3月12日通过,自2021年5月1日起施行"], "2021-03-12"),
        (["Made 12th March 2021", "Coming into force 6th April 2021"], "2021-03-12"),
        (["2016年1月1日通过", "2021年3月12日修订"], "2021-03-12"),
        (["Effective 6 April 2021"], "2021-04-06"),
        (["adopted by the club"], None),
    ],
)
def test_a_text_is_of_the_day_it_was_last_adopted_not_of_that_from_which_it_holds(
    notes: list[str], iso: str | None
) -> None:
    assert find_issue_date(notes) == iso


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("(令和三年三月十二日条例第四号)", True),
        ("平成十九年政令第百七号", True),
        ("条例第十二号", True),
        ("港务〔2021〕12号", True),
        ("修正日期:民國 110 年 03 月 12 日", True),
        ("2021 No. 321", True),
        ("[12th March 2021]", True),
        ("某某市港务局 发布", True),
        ("vom 12. März 2021 (GVBl. S. 88)", True),
        ("The lamps were lit on 12 March 2021 by the keeper", False),
        ("2021年3月12日起,码头晚上点灯", False),
        ("of 12 boats", False),
        ("灯笼 12号", False),
        ("Boats lie at pier No. 5 and go", False),
    ],
)
def test_a_note_of_adoption_is_told_from_text(line: str, told: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_note(line) is told


HEADS = {
    "a title in three lines with its note": (
        """\
        某市港务法院
        关于审理缆绳案件适用规则
        若干问题的解释
        （2021年3月12日港务会第5次会议通过）
        第一条 缆绳断的，应当换新。
        """,
        ("某市港务法院关于审理缆绳案件适用规则若干问题的解释", "2021-03-12", 1),
    ),
    "a title broken before its kind": (
        """\
        某市港务局关于做好码头
        点灯工作的通知
        一、灯笼常亮。
        二、缆绳系牢。
        """,
        ("某市港务局关于做好码头点灯工作的通知", None, 2),
    ),
    "an issuer above a title is no part of it": (
        """\
        某市港务局
        码头点灯办法
        一、灯笼常亮。
        二、缆绳系牢。
        """,
        ("码头点灯办法", None, 2),
    ),
    "the number of a law stands above its name": (
        """\
        平成十九年政令第百七号
        港灯管理法施行令
        第一条　船は港に泊まる。
        第二条　灯りを点ける。
        """,
        ("港灯管理法施行令", "2007", 2),
    ),
    "a note in brackets is no caption of the first article": (
        """\
        港灯条例
        （令和三年三月十二日条例第四号）
        （目的）
        第一条　船は港に泊まる。
        （灯り）
        第二条　灯りを点ける。
        """,
        ("港灯条例", "2021-03-12", 2),
    ),
    "a note that breaks over two lines": (
        """\
        某省渔港办法
        2012年3月31日港务会通过
        2021年3月12日港务会《关于修改〈某省渔港办法〉等
        四件规定的决定》修正
        第一条 渔港早开。
        第二条 渔船系牢。
        """,
        ("某省渔港办法", "2021-03-12", 2),
    ),
    "codes above the title of a standard": (
        """\
        ICS 47.020
        DB98/T 12—2021
        码头灯笼规范
        2021-03-12发布
        某市港务局 发布
        1 范围
        本文件规定灯笼。
        2 灯笼
        灯笼是红的。
        """,
        ("码头灯笼规范", "2021-03-12", 2),
    ),
    "a label before the title": (
        """\
        法規名稱：燈塔管理辦法
        修正日期：民國 110 年 03 月 12 日
        第 1 條
        燈塔由主管機關管理。
        第 2 條
        燈塔常亮。
        """,
        ("燈塔管理辦法", "2021-03-12", 2),
    ),
    "an instrument with its number, dates and commencement": (
        """\
        STATUTORY INSTRUMENTS
        2021 No. 321
        The Harbour Lamps Regulations 2021
        Made 12th March 2021
        Coming into force 6th April 2021
        1. Lamps burn at night.
        2. Boats show a lamp.
        """,
        ("The Harbour Lamps Regulations 2021", "2021-03-12", 2),
    ),
    "a title that goes on in small letters": (
        """\
        DÉCRET n° 2021-12 du 12 mars 2021
        relatif aux lanternes du port
        Article 1er
        Les lanternes brûlent.
        Article 2
        Les barques restent.
        """,
        ("DÉCRET n° 2021-12 du 12 mars 2021 relatif aux lanternes du port", "2021-03-12", 2),
    ),
    "a title whose middle line is its date": (
        """\
        USTAWA
        z dnia 12 marca 2021 r.
        o latarniach portowych
        Art. 1. Latarnie świecą.
        Art. 2. Łodzie stoją.
        """,
        ("USTAWA z dnia 12 marca 2021 r. o latarniach portowych", "2021-03-12", 2),
    ),
}


def test_a_party_to_a_contract_is_no_title() -> None:
    (version,) = cut("甲方：______\n乙方：______\n一、码头早开。\n二、码头晚关。").versions
    assert version.clauses[0].text == "甲方：______\n乙方：______"


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS)
def test_what_stands_above_the_first_clause_is_its_title_and_its_notes(
    text: str, expected: tuple[str, str | None, int]
) -> None:
    version = cut_one(dedent(text))
    assert (version.title, version.issued, len(version.clauses)) == expected
    assert version.clauses[0].number is not None
