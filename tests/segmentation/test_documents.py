"""What becomes of titles, labels, dates, ids, roles and set-aside text; what an editor's plan overrules."""

import re
from pathlib import Path

import pytest

from hexapla.findings import FINDING_KINDS
from hexapla.languages.schemes import SCHEMES
from hexapla.model import Completeness, Order, Role
from hexapla.plan import Plan, VersionPlan
from hexapla.segmentation import segment
from segmentation.texts import cut, cut_one, source

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "findings.md"
STATUTE = (
    "菜市规定\n2012年3月1日 街道办公布\n\n第一章 总则\n第一条 菜市早开。\n雨天晚开。\n"
    "第二条 摊位：\n（一）东排；\n（二）西排。\n街道办\n2012年3月1日\n"
)


def test_every_finding_is_explained() -> None:
    headings = set(re.findall(r"^### `(\w+)`$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert headings == set(FINDING_KINDS)


def test_ids_follow_numbers_and_unnumbered_paragraphs_are_parts() -> None:
    version = cut(STATUTE).versions[0]
    assert [(clause.id, clause.role) for clause in version.clauses] == [
        ("chp_1", Role.DIVISION),
        ("art_1", Role.UNIT),
        ("art_1__para_2", Role.PART),
        ("art_2", Role.UNIT),
        ("art_2__lvl_1", Role.PART),
        ("art_2__lvl_2", Role.PART),
    ]


@pytest.mark.parametrize(
    ("text", "title", "lead"),
    [
        ("The warden shall (a) ring the bell; (b) bar the door.", None, "The warden shall"),
        ("The warden shall\n(a) ring the bell;\n(b) bar the door.", None, "The warden shall"),
        ("入会者应当提交 1.推荐信； 2.近照。", None, "入会者应当提交"),
        ("Bell rules\n(a) ring it at noon;\n(b) oil it.", "Bell rules", None),
        ("敲钟办法 1.正午敲钟； 2.每月上油。", "敲钟办法", None),
    ],
)
def test_words_that_a_list_goes_on_with_are_no_title(text: str, title: str | None, lead: str | None) -> None:
    version = cut(text).versions[0]
    first = version.clauses[0]
    set_aside = "title" in {aside.kind for aside in version.set_aside}
    assert (version.title if set_aside else None, None if first.number else first.text) == (title, lead)


def test_title_note_and_signature_are_set_aside() -> None:
    version = cut(STATUTE).versions[0]
    assert version.title == "菜市规定"
    assert version.issued == "2012-03-01"
    assert [aside.kind for aside in version.set_aside] == ["title", "note", "blank", "signature"]


def test_items_of_a_later_paragraph_are_named_after_it() -> None:
    version = cut("第一条 可：\n（一）甲；\n（二）乙。\n不可：\n（一）丙。").versions[0]
    assert [clause.id for clause in version.clauses][-1] == "art_1__para_2__lvl_1"


def test_decimal_sections_are_units_with_their_heading() -> None:
    version = cut("1. Use\n1.1 Wells are open.\n1.2 Wells are shared.").versions[0]
    assert [(clause.number, clause.heading, clause.role) for clause in version.clauses] == [
        ("1.", "Use", Role.UNIT),
        ("1.1", None, Role.UNIT),
        ("1.2", None, Role.UNIT),
    ]


@pytest.mark.parametrize(
    ("text", "heading", "own"),
    [
        ("第一条【目的】为了治水。", "【目的】", "为了治水。"),
        ("一、管水。专人管水，专人开闸。", "管水。", "专人管水，专人开闸。"),
        ("一、专人管水，专人开闸。", None, "专人管水，专人开闸。"),
        ("Section 1. Keys. A key is kept here.", "Keys.", "A key is kept here."),
        ("第一章 总则", "总则", ""),
    ],
)
def test_heading(text: str, heading: str | None, own: str) -> None:
    clause = cut(text).versions[0].clauses[0]
    assert (clause.heading, clause.text) == (heading, own)


def test_an_empty_source_makes_no_version() -> None:
    document = cut(" \n\t\u3000\n")
    assert document.versions == ()
    assert [one.code for one in document.findings] == ["empty_source"]


def test_the_plan_overrules_what_the_text_tells() -> None:
    plan = Plan(
        id="x",
        title="Wells",
        language="en",
        order=Order.PARALLEL,
        versions=(
            VersionPlan(file="b.txt", siglum="N", label="new", issued="2020"),
            VersionPlan(file="a.txt"),
        ),
    )
    document = segment([source("1. One.", path="a.txt"), source("1. Two.", path="b.txt")], plan)
    assert document.title == "Wells"
    assert document.sigla == ("N", "B")
    assert [version.label for version in document.versions] == ["new", "a"]
    assert not document.findings


def test_dated_versions_stand_in_the_order_of_time() -> None:
    sources = [source("1. Two.", path="2020.txt"), source("1. One.", path="2010.txt")]
    document = segment(sources, Plan(id="x"))
    assert document.order is Order.CHRONOLOGICAL
    assert [version.issued for version in document.versions] == ["2010", "2020"]


def test_schemes_restrict_the_reading() -> None:
    text = "一、甲。(一)乙。(二)丙。二、丁。"
    document = segment([source(text)], Plan(id="x", schemes=("一、",)))
    assert [clause.number for clause in document.versions[0].clauses] == ["一、", "二、"]


def test_unit_names_the_family_of_units() -> None:
    text = "一、甲。(一)乙。(二)丙。二、丁。"
    document = segment([source(text)], Plan(id="x", unit="一、"))
    assert [clause.role for clause in document.versions[0].clauses] == [
        Role.UNIT,
        Role.PART,
        Role.PART,
        Role.UNIT,
    ]


def test_names_of_schemes_are_unique() -> None:
    names = [scheme.name for scheme in SCHEMES]
    assert len(set(names)) == len(names)
    assert {scheme.alias for scheme in SCHEMES if scheme.alias} <= set(names)


TWO_PARTS = "范文一\n一、扫地。\n二、擦窗。\n范文二\n一、浇花。\n二、喂猫。\n"


def test_derived_sigla_avoid_those_of_the_plan() -> None:
    plan = Plan(id="x", versions=(VersionPlan(file="1.txt", siglum="B"),))
    document = segment([source("1. One.", path="1.txt"), source("1. Two.", path="2.txt")], plan)
    assert len(set(document.sigla)) == 2
    assert document.sigla[0] == "B"


def test_a_siglum_for_a_whole_compilation_stays_with_its_first_part() -> None:
    plan = Plan(id="x", versions=(VersionPlan(file="1.txt", siglum="Q"),))
    document = segment([source(TWO_PARTS, path="1.txt")], plan)
    assert document.sigla == ("Q", "B")
    assert "siglum_repeated" in [one.code for one in document.versions[1].findings]


def test_an_unknown_base_falls_back() -> None:
    document = segment([source("1. One.", path="1.txt")], Plan(id="x", base="Z"))
    assert document.base is None
    assert "base_unknown" in [one.code for one in document.findings]


def test_the_order_of_the_plan_holds_for_parts_of_one_file() -> None:
    whole = VersionPlan(file="1.txt", label="all")
    parts = (VersionPlan(file="1.txt", part=2, siglum="N"), VersionPlan(file="1.txt", part=1, siglum="O"))
    assert segment([source(TWO_PARTS, path="1.txt")], Plan(id="x", versions=parts)).sigla == ("N", "O")
    mixed = segment([source(TWO_PARTS, path="1.txt")], Plan(id="x", versions=(whole, parts[0])))
    assert mixed.versions[0].label == "all"
    assert mixed.versions[1].siglum == "N"


def test_versions_dated_only_in_their_text_stand_in_the_order_of_time() -> None:
    texts = [f"扫除规定\n（{year}年3月1日通过）\n第一条 扫地。\n第二条 擦窗。\n" for year in (2011, 2005)]
    document = segment([source(text, path=f"{n}.txt") for n, text in enumerate(texts)], Plan(id="x"))
    assert [version.issued for version in document.versions] == ["2005-03-01", "2011-03-01"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("粮仓文件\n粮仓〔2011〕4号\n\n关于晒谷的意见\n一、晴天晒。\n二、雨天收。\n", "关于晒谷的意见"),
        ("粮仓〔2011〕4号\n关于晒谷的通知\n一、晴天晒。\n二、雨天收。\n", "关于晒谷的通知"),
        ("Home\nLog in\n\nBaking club rules\n1. Bread is baked.\n2. Salt is covered.\n", "Baking club rules"),
        (
            "位置：首页 / 通知\n晒谷场规定\n时间：2011-06-01　浏览：12\n第一条 晴天晒。\n第二条 雨天收。",
            "晒谷场规定",
        ),
        (
            "晒谷场规则（2011年1月6日村民会议通过）第一章总则第一条晴天晒。第二章附则第二条雨天收。",
            "晒谷场规则",
        ),
        ("晒谷场章程 序言 谷贵如金，议定此章。第一章 总则 第一条 晴天晒。", "晒谷场章程"),
        (
            "Jump to navigation\nSign in\n\nBaking rules\n1. Bread is baked.\n2. Salt is not.\n",
            "Baking rules",
        ),
    ],
)
def test_title_under_letterhead_or_navigation(text: str, title: str) -> None:
    assert cut_one(text).title == title


def test_words_that_lead_from_recitals_to_clauses_belong_to_no_recital() -> None:
    lease = (
        "POND LEASE\nWHEREAS:\n(A) The Owner has a pond; and\n(B) The Tenant has ducks.\n"
        "NOW THEREFORE the parties agree as follows:\n1. Pond\n1.1 The pond is deep.\n2. Ducks\n"
    )
    clauses = cut_one(lease).clauses
    assert [(clause.number, clause.depth) for clause in clauses[2:5]] == [("(B)", 0), (None, 0), ("1.", 0)]
    assert clauses[3].text.startswith("NOW THEREFORE")


def test_a_last_line_that_promises_more_is_set_aside_and_tells_that_the_text_is_cut_off() -> None:
    version = cut_one("1. Kites fly.\n2. Kites land on the\nmeadow.\nContinue reading\n")
    assert version.completeness is Completeness.CUT_OFF
    assert [aside.kind for aside in version.set_aside] == ["furniture"]
    assert version.clauses[-1].text == "Kites land on the\nmeadow."
