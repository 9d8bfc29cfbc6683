"""What stands after the last clause: text, an annex, or a signature, and only what says that it signs."""

import pytest

from segmentation.texts import cut, cut_one

RULES = "Mill rules\n\n1. The mill turns at dawn.\n\n2. It rests at night.\n\n"
REGELN = "Mühlenordnung\n\n§ 1 Die Mühle mahlt.\n\n§ 2 Sie ruht.\n\n"
HAN = "磨坊规定\n第一条 天亮开磨。\n第二条 天黑停磨。\n"
JA = "水車規則\n第一条　朝に回す。\n第二条　夜に休む。\n"


@pytest.mark.parametrize(
    "text",
    [
        RULES + "Sluice board 7",
        RULES + "Email: mill@brook.example",
        RULES + "Phone 0000 123",
        RULES + "brook.example/forms",
        RULES + "Miller’s House\nBrook Lane 2\nMillbridge",
        REGELN + "Anschrift: Am Bach 2",
        REGELN + "Stellplatz 14",
        HAN + "电话：0000-123",
        HAN + "地址：水渠路2号",
        HAN + "邮箱：mo@brook.example",
        JA + "電話：0000-123",
        JA + "附　則\n次の日から施行する。\n一　第一条　平成九年七月一日\n二　第二条の規定　公布の日",
        "방앗간 규칙\n제1조 아침에 연다.\n제2조 밤에 닫는다.\n전화: 0000-123",
    ],
)
def test_a_contact_line_and_a_short_line_are_text(text: str) -> None:
    version = cut_one(text)
    assert "signature" not in {aside.kind for aside in version.set_aside}
    assert version.clauses[-1].text.endswith(text.rsplit("\n", 1)[-1])
    assert version.completeness.value == "whole"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (RULES + "Signed: Ada Mill", 1),
        (RULES + "Ada Mill, Chair", 1),
        (RULES + "Ada Mill\n3 May 2011", 2),
        (REGELN + "gez. Ada Mühl", 1),
        (REGELN + "Mühldorf, 3. Mai 2011", 1),
        (HAN + "水渠村磨坊办公室\n2011年5月3日", 2),
        (HAN + "水渠村村民委员会", 1),
        (HAN + "村长：某水生", 1),
        (HAN + "各户代表签字：", 1),
        (HAN + "磨坊（签字）：        农户（签字）：\n2011年  月  日        2011年  月  日", 2),
        (HAN + "磨坊管理处（章）\n二〇一一年五月三日", 2),
        (JA + "水車村長　水野 某", 1),
    ],
)
def test_what_says_that_it_signs_is_a_signature(text: str, lines: int) -> None:
    version = cut_one(text)
    aside = [
        text[slice(*span)] for each in version.set_aside if each.kind == "signature" for span in each.spans
    ]
    assert aside == ["\n".join(text.split("\n")[-lines:])]


@pytest.mark.parametrize(
    ("text", "last", "annex"),
    [
        (
            HAN + "附：\n磨面价目表\n细面\t三文\n粗面\t二文",
            "天黑停磨。",
            "磨面价目表\n细面\t三文\n粗面\t二文",
        ),
        (HAN + "附：磨面价目表\n细面\t三文", "天黑停磨。", "磨面价目表\n细面\t三文"),
        (HAN + "附件：磨面价目表\n细面\t三文", "天黑停磨。", "磨面价目表\n细面\t三文"),
        (HAN + "附表：\n细面\t三文", "天黑停磨。", "细面\t三文"),
        (HAN + "附图：水渠位置", "天黑停磨。", "水渠位置"),
        (RULES + "Annex: Fees\nflour\t3", "It rests at night.", "Fees\nflour\t3"),
        (RULES + "Schedule – Fees\nflour\t3", "It rests at night.", "Fees\nflour\t3"),
        (REGELN + "Anlage: Preise\nMehl\t3", "Sie ruht.", "Preise\nMehl\t3"),
    ],
)
def test_a_table_behind_the_last_article_is_an_annex(text: str, last: str, annex: str) -> None:
    version = cut_one(text)
    before, behind = version.clauses[-2:]
    assert (before.text, behind.number, behind.text) == (last, None, annex)
    assert behind.depth == 0
    assert version.completeness.value == "whole"


def test_an_attachment_named_within_an_article_is_no_annex() -> None:
    version = cut("规定\n第一条 甲。\n第二条 交申请书，\n附：身份证明\n第三条 丙。").versions[0]
    assert [clause.number for clause in version.clauses if clause.number] == ["第一条", "第二条", "第三条"]
    assert not any(clause.id.startswith("annex") for clause in version.clauses)
