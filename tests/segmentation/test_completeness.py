"""A verdict on the end of a text needs something that shows it; a missing full stop is a doubt at most."""

import pytest

from hexapla.model import Completeness, Document
from hexapla.plan import Plan
from hexapla.segmentation import segment
from segmentation.texts import cut, source

HAN = "一、水够即磨。\n二、水少即停。\n"
EN = "1. The mill turns when there is water.\n2. It rests when there is none.\n"
DE = "§ 1 Die Mühle mahlt, wenn Wasser da ist.\n§ 2 Sie ruht, wenn keines da ist.\n"
JA = "第一条　水があれば回す。\n第二条　水がなければ休む。\n"
KO = "제1조 물이 있으면 돌린다.\n제2조 물이 없으면 쉰다.\n"


def verdict(document: Document, n: int = 0) -> tuple[str, bool]:
    version = document.versions[n]
    return version.completeness.value, "full_stop_missing" in {one.code for one in version.findings}


@pytest.mark.parametrize(
    "text",
    [
        HAN + "三、本规约自立春起施行",
        HAN + "三、磨坊由村民会议负责解释",
        HAN + "三、停磨须写明事由",
        HAN + "磨面价目\n（注：细面另计。）",
        HAN + "大家一起守住水渠！",
        HAN + "水渠还够用吗？",
        HAN + "三、水渠清单\n东渠\n西渠",
        HAN + "网址：brook.example",
        EN + "3. Questions go to the miller:\n\nMill House\nBrook Lane 2\nMillbridge",
        EN + "3. Forms are found at:\n\nhttps://brook.example/forms",
        EN + "3. The miller is Brook Mill Ltd.\n\nEntered in the Mill Register as No. 77 M",
        EN + "3. Signature:",
        EN + "3. Fees\n\nflour\t3\nbran\t-",
        EN + "3. “Mill” means the house on the brook (and its wheel)",
        DE + "§ 3 Sitz\n\nMühle GmbH\nAm Bach 3\nHRB 77, eingetragen beim Amtsgericht Bach",
        DE + "§ 3 Eigentümer ist die „Mühle am Bach“",
        JA + "附則\nこの規則は、公布の日から施行する\n",
        JA + "別表\n一　東の水車\n二　西の水車",
        KO + "부칙\n제1조 이 규칙은 오늘부터 시행한다.\n제2조 생략",
    ],
)
def test_a_whole_text_is_whole_however_it_ends(text: str) -> None:
    assert verdict(cut(text)) == ("whole", False)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (HAN + "三、渠水分给东村、", "it ends with a comma or an opening sign"),
        (HAN + "三、渠水（指东渠", "a bracket or a quotation is not closed"),
        (HAN + "三、渠水由管水员，并", "it ends with a word that leads on"),
        (HAN + "三、堵渠的，由", "it ends with a word that leads on"),
        (HAN + "三、堵渠的，应当赔", "it ends with a word that leads on"),
        (HAN + "三、有下列情形之一的，停磨：", "it announces a list that does not follow"),
        ("一、水够即磨：送到仓房。\n二、粗面也送到仓", "its last word is broken off"),
        (
            "一、有下列三种情形的，停磨：\n（一）水少；\n（二）水浑。",
            "it announces more items than there are",
        ),
        (EN + "3. The miller keeps the key of the", "it ends with a word that leads on"),
        (EN + "3. The miller shall:", "it announces a list that does not follow"),
        (EN + "3. The sluice is opened at dawn and the flour is deliv", "its last word is broken off"),
        (EN + "3. The sluice is opened at dawn and the flour is car-", "its last word is broken off"),
        (
            EN + "3. The following three wheels turn:\n(a) east;\n(b) west;",
            "it announces more items than there are",
        ),
        (DE + "§ 3 Der Müller öffnet das Wehr und die", "it ends with a word that leads on"),
        (JA + "第三条　水車番は、鍵を", "it ends with a word that leads on"),
        (KO + "제3조 물레방아지기는 열쇠를", "it ends with a word that leads on"),
    ],
)
def test_what_shows_that_the_end_is_missing(text: str, evidence: str) -> None:
    version = cut(text).versions[0]
    assert version.completeness.value == "cut_off"
    assert [dict(one.values)["evidence"] for one in version.findings if one.code == "cut_off"] == [evidence]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (HAN + "三、管水员每日早晚各看一次水渠", True),
        (EN + "3. The miller looks after the sluice, day and night", True),
        (DE + "§ 3 Der Müller sieht bei Tag und Nacht nach dem Wehr", True),
        (DE + "§ 3 Der Müller schaltet das Rad ein", True),
        ("一、带面袋到磨坊来\n二、带扁担到磨坊来\n三、带零钱到磨坊来", False),
        ("1. flour for the whole village\n2. bran for the pigs of the mill", False),
        (HAN + "水渠村磨坊办公室\n2011年5月3日", False),
        (HAN + "三、开磨日期：2011年5月3日起至秋分 12", False),
    ],
)
def test_a_lost_full_stop_is_a_doubt_beside_others_that_have_theirs(text: str, doubt: bool) -> None:  # noqa: FBT001
    assert verdict(cut(text)) == ("whole", doubt)


def pair(a: str, b: str) -> Document:
    return segment([source(a, path="a.txt"), source(b, path="b.txt")], Plan(id="x"))


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (HAN + "三、管水员早晚看渠", HAN + "三、管水员早晚看渠补漏。\n四、完。", "cut_off"),
        (
            EN + "3. The miller sees to the slu",
            "1. Other.\n2. Words.\n3. The miller sees to the sluice.",
            "cut_off",
        ),
        (HAN + "三、本规约自立春起施行", HAN + "三、本规约自立春起施行，旧约作废。", "whole"),
        (HAN + "三、管水员早晚看渠", HAN + "三、管水员早晚看渠。雨天多看一次。", "whole"),
        ("1. Flour\n2. Bran", "1. Flour\n2. Bran and oats", "whole"),
        (HAN, HAN + "三、水浑不磨。", "whole"),
    ],
)
def test_another_version_that_goes_on_is_evidence(own: str, other: str, expected: str) -> None:
    version, doubt = verdict(pair(own, other))
    assert version == expected
    assert expected != "cut_off" or not doubt


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("1. Bread is baked.\n2. A loaf bears\n(a) a stamp;\n(b) a date; and\n(c) the name of", "cut_off"),
        ("1. Bread is baked.\n2. A loaf bears\n(a) a stamp;\n(b) a date; and", "cut_off"),
        ("1. Bread\n2. Salt\n3. A jug of the", "cut_off"),
        ("1. Bread\n2. Salt\n3. A jug", "whole"),
        ("一、面包当日烤。\n二、盐罐须盖好，以及", "cut_off"),
        ("一、面包当日烤。\n二、盐罐盖好。\n附件：值班电话\n值班室 0000-456\n", "whole"),
        ("第一条 面包当日烤。\n第二条 盐罐盖好。\n附表\n南窗 三扇\n北窗 一扇\n", "whole"),
        ("1. Bread is baked.\n2. Salt is covered.\u200e\u202c", "whole"),
        ("1. Bread is baked.\n2. Salt is covered by the", "cut_off"),
        ("一、面包当日烤。\n二、有下列情形的，盖好盐罐：", "cut_off"),
        ("一、面包当日烤．\n二、盐罐盖好．", "whole"),
        ("一、面包当日烤。\n二、盐罐盖好。\n盐罐样式图", "whole"),
        ("一、面包当日烤。\n二、盐罐盖好。\n三、面包师应当填写盐罐登记表", "whole"),
        ("一、面包当日烤。\n二、盐罐盖好。\n三、附近的灶台应当列入清单", "whole"),
        ("1. Bread is baked.\n2. Salt is covered.\n3. Schedule A applies to any - or", "cut_off"),
        ("一、面包当日烤。\n二、盐罐盖好。\n正本：各灶\n副本：本村", "whole"),
    ],
)
def test_a_text_is_whole_or_cut_off(text: str, verdict: str) -> None:
    assert cut(text).versions[0].completeness is Completeness(verdict)


@pytest.mark.parametrize(("end", "expected"), [("水不足，经村民会", "cut_off"), ("水不足。", "whole")])
def test_one_alternative_alone_shows_that_others_are_missing(end: str, expected: str) -> None:
    document = cut(f"第一条 水够即磨。\n第二条 有下列情形之一的，停磨：\n（一）{end}")
    assert verdict(document)[0] == expected
