"""Why two paragraphs or items are linked or not: one case for each rule that can decide."""

import pytest

import builders
from alignment.test_items import GATE, KEEPER, NOISE, PIPE, PLANTS, TOOLS, document, version
from hexapla.alignment import Explanation, LinkOutcome, PartExplanation, PartReason, align, explain
from hexapla.exporters import explanation_record
from hexapla.model import Document
from hexapla.pages import explanation_lines

SOON = PIPE.replace("立即", "马上")
HALVES = (
    "公共花坛内的草木不得擅自移栽；确需移栽的，应当经住户会议同意。"
    "借用剪枝工具和梯子的，应当在登记簿上写明姓名和归还日期。"
)
FINE = "擅自移栽公共花坛内的草木的，由住户会议责令补种，并处五十元以下罚款。"
ARBOUR = ("住户可以在阅览亭内翻阅报纸，离开时应当放回原处。", "凉亭每季度粉刷一次，粉刷期间暂停开放。")
POND = "儿童进入池塘边的，应当由成年人陪同。"
BOXES = "信箱由各户自行保管钥匙，遗失的自行更换。"
BEDS = "公共花坛内的草木不得擅自移栽、截断或者挪动。"
BEDS_FINE = "擅自移栽、截断或者挪动公共花坛内的草木的，处五十元罚款。"
GERMAN = [
    "Das Tor öffnet um 8 Uhr und schließt um 19 Uhr.",
    "Die Leitung prüft der Verwalter bis zum 15. März.",
]
CHINESE = ["园门8时开放，19时关闭。", "管理员在3月15日前检查水管。"]

CASES: dict[PartReason, tuple[Document, str, str]] = {
    PartReason.EQUAL: (document([[GATE, PIPE]], [[GATE, PIPE]]), "A/art_1__para_2", "B/art_1__para_2"),
    PartReason.PROMINENT: (
        document([[GATE, PIPE]], [[GATE, NOISE, SOON]]),
        "A/art_1__para_2",
        "B/art_1__para_3",
    ),
    PartReason.HOLDS: (
        document([[GATE, HALVES]], [[GATE, PLANTS.replace("擅自", "任意"), TOOLS.replace("写明", "记下")]]),
        "A/art_1__para_2",
        "B/art_1__para_3",
    ),
    PartReason.MOVED: (
        document([[GATE, PIPE, TOOLS], [PLANTS, NOISE]], [[GATE, TOOLS], [PLANTS, NOISE, SOON]]),
        "A/art_1__para_2",
        "B/art_2__para_3",
    ),
    PartReason.ELSEWHERE: (
        document([[GATE, PIPE]], [[GATE, NOISE, SOON]]),
        "A/art_1__para_2",
        "B/art_1__para_2",
    ),
    PartReason.BELOW: (
        document([[GATE, PIPE]], [[GATE.replace("八", "九"), NOISE]]),
        "A/art_1__para_2",
        "B/art_1__para_2",
    ),
    PartReason.RIVAL: (
        document(
            [[GATE, *ARBOUR, PIPE], [NOISE, TOOLS, POND], [KEEPER, PLANTS, BOXES]],
            [[GATE, *ARBOUR], [NOISE, TOOLS, POND, SOON], [KEEPER, PLANTS, BOXES, SOON]],
        ),
        "A/art_1__para_4",
        "B/art_2__para_4",
    ),
    PartReason.KIND: (
        document(
            [[GATE, *ARBOUR, BEDS], [TOOLS, NOISE, POND, KEEPER]],
            [[GATE, *ARBOUR], [TOOLS, NOISE, POND, KEEPER, BEDS_FINE]],
        ),
        "A/art_1__para_4",
        "B/art_2__para_5",
    ),
    PartReason.UNWEIGHED: (
        document([[GATE, PIPE], [PLANTS, TOOLS]], [[GATE], [PLANTS, TOOLS, "Nachts ruht der Lärm."]]),
        "A/art_1__para_2",
        "B/art_2__para_3",
    ),
}


def ask(reason: PartReason) -> tuple[Explanation, PartExplanation]:
    found = explain(*CASES[reason])
    assert found.parts is not None
    return found, found.parts


@pytest.mark.parametrize("reason", CASES)
def test_the_rule_that_decided_is_named(reason: PartReason) -> None:
    assert ask(reason)[1].reason is reason


@pytest.mark.parametrize("reason", CASES)
def test_an_explanation_says_what_the_alignment_says(reason: PartReason) -> None:
    made, a, b = CASES[reason]
    parts = ask(reason)[1]
    ends = tuple(tuple(name.split("/")) for name in (a, b))
    links = [link for link in align(made).items if (link.a, link.b) == ends]
    assert parts.link == (links[0] if links else None)
    assert all(link in align(made).items for link in parts.others)


@pytest.mark.parametrize("reason", CASES)
def test_the_question_can_be_asked_from_either_side(reason: PartReason) -> None:
    made, a, b = CASES[reason]
    turned = explain(made, b, a).parts
    straight = ask(reason)[1]
    assert turned is not None
    assert (turned.reason, turned.link) == (straight.reason, straight.link)
    assert [step.checks for step in turned.steps] == [step.checks for step in straight.steps]


@pytest.mark.parametrize("reason", CASES)
def test_it_is_told_in_words_and_as_data(reason: PartReason) -> None:
    found, parts = ask(reason)
    for language in ("en", "zh"):
        text = "\n".join(explanation_lines(found, CASES[reason][0], language))
        assert all("/".join(end) in text for end in (parts.a, parts.b))
        assert "explain-" not in text
    record = explanation_record(found, "d")["parts"]
    assert isinstance(record, dict)
    assert record["reason"] == reason.value
    assert record["linked"] is (parts.link is not None)
    assert len(record["steps"]) == len(parts.steps)


@pytest.mark.parametrize("reason", [PartReason.PROMINENT, PartReason.HOLDS, PartReason.MOVED])
def test_what_was_linked_passed_every_check_of_the_contest_that_decided(reason: PartReason) -> None:
    (made,) = (step for step in ask(reason)[1].steps if step.outcome is LinkOutcome.LINKED)
    assert made.checks
    assert all(check.holds for check in made.checks)


def test_a_part_that_went_to_another_row_is_asked_for_more() -> None:
    (moved,) = (step for step in ask(PartReason.MOVED)[1].steps if step.outcome is LinkOutcome.LINKED)
    assert {"margin", "mass", "kind"} <= {check.name for check in moved.checks}


def test_a_rule_and_what_follows_upon_its_breach_are_told_apart_by_kind() -> None:
    made = document([[GATE, PLANTS, KEEPER], [TOOLS, NOISE]], [[GATE, KEEPER], [TOOLS, NOISE, FINE]])
    parts = explain(made, "A/art_1__para_2", "B/art_2__para_3").parts
    assert parts is not None
    assert parts.link is None
    assert parts.reason in (PartReason.KIND, PartReason.BELOW)
    assert any(not check.holds for step in parts.steps for check in step.checks if check.name == "kind")


def test_versions_in_two_languages_are_linked_by_the_form_of_their_row() -> None:
    paragraphs = [(GERMAN, "A"), (CHINESE, "B")]
    made = builders.document(
        [version(siglum, [texts, [texts[0]], [texts[1]]]) for texts, siglum in paragraphs]
    )
    parts = explain(made, "A/art_1__para_2", "B/art_1__para_2").parts
    assert parts is not None
    assert parts.reason is PartReason.FORM


def test_of_two_clauses_nothing_is_said_below_them() -> None:
    made = document([[GATE, PIPE]], [[GATE, SOON]])
    assert explain(made, "A/art_1", "B/art_1").parts is None
