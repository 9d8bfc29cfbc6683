"""Instruments of our own writing applied to texts of our own: what comes out, and what is doubtful."""

from pathlib import Path

import pytest

from hexapla.amending import Amended
from hexapla.api.inputs import text_source
from hexapla.api.instruments import apply
from hexapla.errors import UsageError

HARBOUR = Path(__file__).parent / "harbour"
LAW = """码头办法

第一条 灯笼常亮，由商会看管。

第二条 有下列情形之一的，旗帜降下：

（一）大风；

（二）大雨；

（三）其他情形。

船只应当停航。

第三条 依照第二条第二项降下旗帜的，应当记录。

第四条 违反第三条的，处十元罚款；依照《信号法》第三条另行处罚。

第五条 本办法自公布之日起施行。
"""


def amend(*instruments: str, law: str = LAW) -> Amended:
    """Apply instruments to a law."""
    return apply(
        text_source("law.txt", law), *(text_source(f"i{n}.txt", t) for n, t in enumerate(instruments))
    )


def test_a_decision_with_mergers_renumbering_and_references() -> None:
    amended = apply(HARBOUR / "base.txt", HARBOUR / "decision.txt")
    assert amended.text == (HARBOUR / "target.txt").read_text(encoding="utf-8")
    assert amended.doubts == ()
    assert [(each.clause, each.before, each.after) for each in amended.rewritten] == [
        ("第七条", "第五条第二项", "第六条第三项"),
        ("第十四条", "第四条", "第五条"),
        ("第十四条", "第八条", "第十条"),
        ("第十五条", "第六条第二款", "第七条第二款"),
        ("第十五条", "第七条", "第九条"),
        ("第十五条", "第十一条", "第十一条"),  # what was 第九条: the end of the range is gone
        ("第十六条", "第十二条", "第十四条"),
    ]


@pytest.mark.parametrize(
    ("instrument", "before", "after"),
    [
        ("将第一条修改为：“灯笼夜间点亮。”", "灯笼常亮，由商会看管。", "灯笼夜间点亮。"),
        ("将第一条中的“商会”修改为“管理处”。", "由商会看管", "由管理处看管"),
        ("第一条中的“灯笼”后增加“和标牌”。", "灯笼常亮", "灯笼和标牌常亮"),
        ("第一条中的“商会”前增加“码头”。", "由商会", "由码头商会"),
        ("删去第一条中的“，由商会看管”。", "，由商会看管", ""),
        ("将第二条第二款修改为：“船只停航。”", "船只应当停航。", "船只停航。"),
        ("将第二条第二项修改为：“（二）暴雨；”", "（二）大雨；", "（二）暴雨；"),
        ("将第二条第二项修改为：“暴雨；”", "（二）大雨；", "（二）暴雨；"),
        (
            "将第二条第一款开始部分修改为：“下列时候旗帜降下：”",
            "有下列情形之一的，旗帜降下：",
            "下列时候旗帜降下：",
        ),
        ("删去第二条第二款。", "\n\n船只应当停航。", ""),
        ("第一条增加一款，作为第二款：“雨天也亮。”", "看管。\n", "看管。\n\n雨天也亮。\n"),
        ("第一条增加规定：“雨天也亮。”", "看管。", "看管。雨天也亮。"),
        ("在第五条后增加一条，作为第五条之一：“灯笼免费。”", "施行。\n", "施行。\n\n第五条之一 灯笼免费。\n"),
        ("将名称修改为：“码头灯笼办法”。", "码头办法\n", "码头灯笼办法\n"),
        ("将第四条中的“第三条的”修改为“本办法的”。", "违反第三条的", "违反本办法的"),
    ],
)
def test_one_command_changes_what_it_names_and_nothing_else(instrument: str, before: str, after: str) -> None:
    amended = amend(f"一、{instrument}")
    assert amended.doubts == ()
    assert amended.text == LAW.replace(before, after, 1)


def test_an_item_that_comes_pushes_the_others_and_their_references() -> None:
    amended = amend("一、第二条增加一项，作为第二项：“（二）大雪；”")
    assert "（一）大风；\n\n（二）大雪；\n\n（三）大雨；\n\n（四）其他情形。" in amended.text
    assert "依照第二条第三项降下" in amended.text


def test_what_no_command_names_is_numbered_in_order_and_references_follow() -> None:
    amended = amend("一、增加一条，作为第二条：“灯笼免费。”\n条文顺序作相应调整。")
    assert "第三条 有下列情形" in amended.text
    assert "依照第三条第二项降下" in amended.text
    assert "违反第四条的" in amended.text
    assert "《信号法》第三条另行" in amended.text


def test_a_reference_to_a_clause_that_is_gone_is_told() -> None:
    amended = amend("一、删去第三条。\n条文顺序作相应调整。")
    assert [(each.clause, each.before, each.after) for each in amended.rewritten] == [
        ("第三条", "第三条", "")
    ]


@pytest.mark.parametrize(
    ("instrument", "reason"),
    [
        ("将第九条修改为：“灯。”", "there is no 第九条"),
        ("将第一条中的“旗”修改为“灯”。", "does not stand there"),
        ("将第二条中的“大”修改为“小”。", "stands there 2 times"),
        ("将第二条第五项修改为：“（五）灯。”", "there is no 第五项"),
        ("将第一条修改为：“灯笼常亮，由商会看管。”", "already"),
    ],
)
def test_a_command_that_cannot_be_placed_is_a_doubt_with_its_line(instrument: str, reason: str) -> None:
    amended = amend(f"\n一、{instrument}\n二、将第五条修改为：“本办法自明日起施行。”\n")
    assert [doubt.line for doubt in amended.doubts] == [2]
    assert reason in amended.doubts[0].reason
    assert amended.text == LAW.replace("自公布之日", "自明日")


def test_a_doubt_leaves_its_whole_clause_as_it_was() -> None:
    amended = amend("一、将第一条中的“商会”修改为“管理处”，“旗”修改为“灯”。\n二、删去第二条第二款。")
    assert "由商会看管" in amended.text
    assert "船只应当停航" not in amended.text
    assert len(amended.doubts) == 1


def test_a_restated_result_is_checked() -> None:
    start = "一、第一条中的“商会”修改为“管理处”。这一条相应地修改为："
    assert amend(f"{start}“灯笼常亮，由管理处看管。”").doubts == ()
    assert "restates" in amend(f"{start}“灯笼常亮。”").doubts[0].reason


def test_an_instrument_is_not_applied_twice() -> None:
    decision = "一、增加一条，作为第二条：“灯笼一律免费。”\n二、删去第五条。\n条文顺序作相应调整。"
    once = amend(decision)
    again = amend(decision, law=once.text)
    chained = amend(decision, decision)
    assert once.doubts == ()
    assert again.text == chained.text == once.text
    assert again.doubts
    assert chained.doubts


def test_instruments_are_applied_one_after_the_other() -> None:
    amended = amend(
        "一、增加一条，作为第一条：“灯笼一律免费。”\n条文顺序作相应调整。",
        "一、删去第三条第二款。",
    )
    assert "船只应当停航" not in amended.text
    assert amended.doubts == ()


def test_of_an_instrument_for_many_texts_the_commands_for_this_one_are_applied() -> None:
    amended = amend("一、修改《旗帜办法》\n删去第一条。\n二、修改《码头办法》\n删去第二条第二款。\n")
    assert amended.text == LAW.replace("\n\n船只应当停航。", "")


def test_words_are_exchanged_throughout_but_where_they_were_said_anew() -> None:
    amended = amend("一、将第一条修改为：“旗帜、灯笼常亮。”\n二、将本办法中的“旗帜”统一修改为“彩旗”。")
    assert "旗帜、灯笼常亮。" in amended.text
    assert amended.text.count("彩旗") == 2


def test_without_instrument_nothing_is_applied() -> None:
    with pytest.raises(UsageError, match="at least one"):
        amend()


def test_an_instrument_in_a_language_without_grammar_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot be read yet"):
        amend("La section 4 est supprimée et remplacée par les mots suivants du capitaine du port.")
