"""From two texts to the instrument, and back: what was written gives the target, character for character."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import examples
from hexapla.amending import Generated, Verb
from hexapla.api.inputs import text_source
from hexapla.api.instruments import amend, apply
from hexapla.errors import UsageError
from hexapla.text.numerals import write_han_numeral

HARBOUR = Path(__file__).parent / "harbour"
LAW = """第一条 灯笼由码头商会看管，夜间常亮。

第二条 有下列情形之一的，旗帜降下：

（一）大风；

（二）大雨。

船只应当停航，等候码头商会的信号。

第三条 依照第二条降下旗帜的，应当向码头商会报告。

第四条 违反第三条的，处十元罚款。
"""


def write(old: str, new: str, form: str = "decision") -> Generated:
    """Write the instrument between two texts, and hold it to the target."""
    base, target = text_source("old.txt", old), text_source("new.txt", new)
    made = amend(base, target, form=form)
    assert made.missed == ()
    amended = apply(base, text_source("i.txt", made.text))
    assert (amended.text, amended.doubts) == (new, ())
    return made


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("夜间常亮", "雨天常亮", "一、将第一条中的“夜间”修改为“雨天”。"),
        ("夜间常亮", "夜间一律常亮", "一、第一条中的“夜间”后增加“一律”。"),
        ("船只应当停航", "船只停航", "一、删去第二条第二款中的“应当”。"),
        ("（二）大雨。", "（二）大雨；\n\n（三）大雪。", "作为第三项：“（三）大雪。”"),
        ("\n\n船只应当停航，等候码头商会的信号。", "", "一、删去第二条第二款。"),
        ("处十元罚款。", "处十元罚款。\n\n罚款交码头。", "一、第四条增加一款，作为第二款：“罚款交码头。”"),
        ("处十元罚款。\n", "处十元罚款。\n\n第五条 灯笼免费。\n", "一、增加一条，作为第五条：“灯笼免费。”"),
    ],
)
def test_a_change_is_said_as_drafters_say_it(before: str, after: str, said: str) -> None:
    made = write(LAW, LAW.replace(before, after, 1))
    assert said in made.text
    assert made.fallbacks == 0


def test_numbers_and_references_that_follow_are_not_said() -> None:
    new = (
        LAW.replace("第四条 违反第三条", "第五条 违反第四条")
        .replace("第三条 依照第二条", "第四条 依照第三条")
        .replace("第二条 有", "第二条 灯笼免费。\n\n第三条 有")
    )
    made = write(LAW, new)
    assert [str(each.verb) for each in made.commands] == ["insert", "commence", "reorder"]


def test_words_that_are_exchanged_throughout_are_said_once() -> None:
    made = write(LAW, LAW.replace("码头商会", "港务局"))
    assert "将本法中的“码头商会”统一修改为“港务局”。" in made.text
    assert sum(each.verb is Verb.SUBSTITUTE for each in made.commands) == 1


def test_an_amendment_leaves_numbers_and_inserts_between_them() -> None:
    made = write(LAW, LAW.replace("第三条 依", "第二条之一 灯笼免费。\n\n第三条 依"), "amendment")
    assert "在第二条后增加一条，作为第二条之一：“灯笼免费。”" in made.text
    assert all(each.verb is not Verb.REORDER for each in made.commands)


def test_chapters_come_and_go() -> None:
    new = "第一章 总则\n\n" + LAW.replace("第三条 依", "第二章 报告\n\n第三条 依")
    write(LAW, new)
    write(new, LAW)
    write(new, new.replace("第二章 报告", "第二章 报告和处罚"))


def test_a_decision_of_our_own_is_found_again() -> None:
    made = write(
        (HARBOUR / "base.txt").read_text(encoding="utf-8"),
        (HARBOUR / "target.txt").read_text(encoding="utf-8"),
    )
    assert made.fallbacks == 0


def test_every_instrument_says_that_it_is_not_authentic() -> None:
    assert "不是正式文本" in write(LAW, LAW.replace("夜间", "雨天")).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("第三条 依照第二条降下旗帜的，应当向码头商会报告。\n\n第四条 违反第三条的", "第三条 违反第三条的"),
        ("（一）大风；\n\n（二）大雨。", "（一）大雨。"),
        ("，夜间常亮", ""),
        ("\n\n船只应当停航，等候码头商会的信号。", ""),
    ],
)
def test_deletions_alone_are_not_made_twice(before: str, after: str) -> None:
    base, target = text_source("old.txt", LAW), text_source("new.txt", LAW.replace(before, after, 1))
    made = text_source("i.txt", amend(base, target).text)
    once = apply(base, made)
    twice = apply(once_source := text_source("new.txt", once.text), made)
    assert once.doubts == ()
    assert twice.text == once_source.text
    assert twice.doubts


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(UsageError, match="no form"):
        amend(text_source("a.txt", LAW), text_source("b.txt", LAW), form="edict")


WORDS = st.sampled_from(
    "灯笼 旗帜 码头 商会 船只 雨天 应当 可以 夜间 记录 “看管” 三日内 依照第二条的规定 罚款 、 ，".split()
)
SENTENCE = st.lists(WORDS, min_size=3, max_size=8).map(lambda words: "凡" + "".join(words) + "。")
ARTICLE = st.lists(SENTENCE, min_size=1, max_size=3)
ARTICLES = st.lists(ARTICLE, min_size=4, max_size=7)


def spell(articles: list[list[str]]) -> str:
    """Write articles as a law."""
    return (
        "\n".join(
            f"第{write_han_numeral(number)}条 " + "\n".join(paragraphs)
            for number, paragraphs in enumerate(articles, start=1)
        )
        + "\n"
    )


@st.composite
def amended_laws(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a law and another that was made of it: articles and paragraphs come, go, move and change."""
    old = draw(ARTICLES)
    new = [list(article) for article in old]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(new) - 1))
        match draw(st.sampled_from(["insert", "delete", "paragraph", "cut", "word", "move"])):
            case "insert":
                new.insert(at, draw(ARTICLE))
            case "delete" if len(new) > 3:
                del new[at]
            case "paragraph":
                new[at] = [*new[at], draw(SENTENCE)]
            case "cut" if len(new[at]) > 1:
                new[at] = new[at][1:]
            case "move":
                new.append(new.pop(at))
            case _:
                new[at] = [new[at][0].replace("凡", "凡是", 1), *new[at][1:]]
    return spell(old), spell(new)


@examples(0.75)
@given(amended_laws())
def test_round_trip(laws: tuple[str, str]) -> None:
    old, new = laws
    made = amend(text_source("old.txt", old), text_source("new.txt", new))
    amended = apply(text_source("old.txt", old), text_source("i.txt", made.text))
    assert made.text
    assert amended.text == new
