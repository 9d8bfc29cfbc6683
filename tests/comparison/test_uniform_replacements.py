"""Expressions that are exchanged throughout a text, and the places at which they are not."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders
from hexapla.comparison import compare
from hexapla.model import Alignment, Comparison, Order, Row

DUTIES = (
    "登记后三日内告知保管员",
    "每季度清点一次并留存记录",
    "对损坏的器具负责赔偿",
    "可以查阅本人的借用记录",
    "离职前交还全部器具",
    "发现遗失立即报告值班人员",
    "按照标签放回原处",
    "不在仓库内吸烟",
    "借出器具前检查外观",
    "向主管人员说明用途",
)


def compared(base: Sequence[str], target: Sequence[str], *, turned: bool = False) -> Comparison:
    """Compare articles of which the n-th of either text are the same clause."""
    numbers = [f"第{n}条" for n in range(1, len(base) + 1)]
    versions = [
        builders.version(siglum, builders.articles(list(zip(numbers, texts, strict=True)), stem="c"))
        for siglum, texts in (("A", base), ("B", target))
    ]
    rows = [
        Row(id=f"r{n}", cells=((f"c{n}",), (f"c{n}",)), links=(), not_in_text=())
        for n in range(1, len(base) + 1)
    ]
    alignment = Alignment(
        document=builders.document(versions, order=Order.CHRONOLOGICAL), rows=tuple(rows), findings=()
    )
    return compare(alignment, *("BA" if turned else "AB"))


def told(comparison: Comparison) -> list[tuple[str, str, int, int]]:
    return [(each.delete, each.insert, each.count, each.kept_count) for each in comparison.replacements]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("仓库用户", "仓库成员"),
        ("借用人", "借用人和使用人"),
        ("器具保管大会", "器具保管会"),
        ("市场主体", "经营主体"),
        ("设备检查主管部门", "器具安全主管部门"),
    ],
)
def test_an_expression_is_told_whole_with_its_count(old: str, new: str) -> None:
    base = [f"{old}应当{duty}。" for duty in DUTIES]
    comparison = compared(base, [text.replace(old, new) for text in base])
    assert told(comparison) == [(old, new, len(DUTIES), 0)]
    assert all(change.replacements == (1,) for change in comparison.changes)
    assert not any(change.findings for change in comparison.changes)


def test_the_places_that_were_forgotten_are_told() -> None:
    base = [f"本站的{'登记' if n % 2 else ''}用户{duty}。" for n, duty in enumerate(DUTIES)]
    target = [text if n == 6 else text.replace("用户", "成员") for n, text in enumerate(base)]
    comparison = compared(base, target)
    assert told(comparison) == [("用户", "成员", 9, 1)]
    assert comparison.replacements[0].kept_in == ("r7",)
    forgotten = comparison.changes[6]
    assert [finding.code for finding in forgotten.findings] == ["replacement_exception"]
    assert forgotten.findings[0].message == "“用户” stays here; it became “成员” at 9 of 10 places."
    assert forgotten.findings[0].row == "r7"


def test_where_many_places_stay_none_looks_forgotten() -> None:
    base = [f"用户{duty}。" for duty in DUTIES]
    target = [text if n in {3, 6} else text.replace("用户", "成员") for n, text in enumerate(base)]
    comparison = compared(base, target)
    assert told(comparison) == [("用户", "成员", 8, 2)]
    assert comparison.replacements[0].kept_in == ("r4", "r7")
    assert not any(change.findings for change in comparison.changes)


def test_what_stays_elsewhere_belongs_to_the_expression() -> None:
    """大 stays in 大门: what is exchanged is 器具大会."""
    base = [*(f"器具大会{duty}，大门由值班人员看管。" for duty in DUTIES), "大门在东侧。"]
    comparison = compared(base, [text.replace("器具大会", "器具会") for text in base])
    assert told(comparison) == [("器具大会", "器具会", len(DUTIES), 0)]


def test_a_row_in_which_more_differs_is_not_explained() -> None:
    base = [f"用户{duty}。" for duty in DUTIES]
    target = [text.replace("用户", "成员") for text in base]
    target[2] = "成员对损坏的器具负责修理。"
    comparison = compared(base, target)
    assert told(comparison) == [("用户", "成员", len(DUTIES), 0)]
    assert [change.id for change in comparison.changes if not change.replacements] == ["r3"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("十五日内", "三十日内"),
        ("应当", "可以"),
        ("第七条", "第九条"),
        ("500元", "800元"),
        ("，", "、"),
    ],
)
def test_facts_and_marks_are_no_expressions(old: str, new: str) -> None:
    base = [f"保管员{old}{duty}。" for duty in DUTIES]
    comparison = compared(base, [text.replace(old, new) for text in base])
    assert not comparison.replacements
    assert not any(change.replacements for change in comparison.changes)


def test_a_particle_that_may_begin_a_word_is_part_of_the_expression() -> None:
    base = [f"用户{duty}到达仓库。" for duty in DUTIES]
    target = [text.replace("达仓库", "达借用处") for text in base]
    assert told(compared(base, target)) == [("到达仓库", "到达借用处", len(DUTIES), 0)]


def test_a_particle_that_stands_at_some_places_alone_is_none_of_it() -> None:
    base = [*(f"用户{duty}并附领用凭证。" for duty in DUTIES), "用户附领用凭证。"]
    target = [text.replace("并附领用凭证", "并附凭证") for text in base]
    assert told(compared(base, target)) == [("附领用凭证", "附凭证", len(DUTIES), 1)]


def test_twice_is_no_replacement() -> None:
    base = [f"用户{duty}。" for duty in DUTIES[:2]]
    assert not compared(base, [text.replace("用户", "成员") for text in base]).replacements


def test_words_are_exchanged_as_words() -> None:
    duties = ("keeps the ladder dry", "tells the caretaker", "pays for what is broken", "locks the shed")
    base = [f"The borrower {duty}." for duty in duties]
    comparison = compared(base, [text.replace("borrower", "member") for text in base])
    assert told(comparison) == [("borrower", "member", 4, 0)]


def test_read_backwards_the_expressions_change_sides() -> None:
    base = [f"用户{duty}。" for duty in DUTIES]
    target = [text if n == 6 else text.replace("用户", "成员") for n, text in enumerate(base)]
    forth, back = compared(base, target), compared(base, target, turned=True)
    assert told(back) == [("成员", "用户", 9, 1)]
    assert back.replacements == forth.reversed().replacements
    assert [one.replacements for one in back.changes] == [one.replacements for one in forth.changes]


@given(
    kept=st.sets(st.integers(0, 9), max_size=2),
    terms=st.sampled_from([("用户", "成员"), ("保管箱", "储物柜"), ("值班室", "门卫室")]),
)
def test_every_place_is_counted_once(kept: set[int], terms: tuple[str, str]) -> None:
    old, new = terms
    base = [f"{DUTIES[9 - n]}，{old}{duty}。" for n, duty in enumerate(DUTIES)]
    target = [text if n in kept else text.replace(old, new) for n, text in enumerate(base)]
    (found,) = compared(base, target).replacements
    assert (found.delete, found.insert) == terms
    assert (found.count, found.kept_count) == (10 - len(kept), len(kept))
    assert set(found.changes).isdisjoint(found.kept_in)
