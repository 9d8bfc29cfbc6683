from hypothesis import given
from hypothesis import strategies as st

from hexapla.model import Edit, Op
from hexapla.pages.edit_runs import (
    build_edit_runs,
    merge_sides,
    render_side,
    slice_runs,
    spell_runs,
)
from hexapla.pages.inline_html import Run

EDITS = (Edit(Op.EQUAL, "借期"), Edit(Op.DELETE, "三日"), Edit(Op.INSERT, "五日"), Edit(Op.EQUAL, "。"))


def test_each_side_has_its_own_words_marked() -> None:
    strands = build_edit_runs(EDITS, None)
    assert render_side(strands, "base") == (Run("", "借期"), Run("del", "三日"), Run("", "。"))
    assert render_side(strands, "target") == (Run("", "借期"), Run("ins", "五日"), Run("", "。"))


def test_against_a_base_a_gap_stands_where_the_base_says_more() -> None:
    assert merge_sides(build_edit_runs(EDITS, None), "only", "gap") == (
        Run("", "借期"),
        Run("gap", "三日"),
        Run("only", "五日"),
        Run("", "。"),
    )


def test_what_a_break_hides_is_neither_added_nor_removed() -> None:
    strands = build_edit_runs((Edit(Op.EQUAL, "应当告知管"), Edit(Op.DELETE, "理员。")), 1)
    assert render_side(strands, "base") == (Run("", "应当告知管"), Run("", "理员。"))
    assert merge_sides(strands, "only", "gap") == (Run("", "应当告知管"),)


def test_runs_are_cut_into_lines_and_the_line_feed_between_is_dropped() -> None:
    runs = (Run("", "一、甲\n二"), Run("ins", "、乙"))
    assert slice_runs(runs, [3, 3]) == [(Run("", "一、甲"),), (Run("", "二"), Run("ins", "、乙"))]


@given(st.lists(st.text("甲乙", max_size=4), min_size=1), st.lists(st.integers(1, 3)))
def test_slicing_gives_back_every_line(lines: list[str], cuts: list[int]) -> None:
    text, runs, at = "\n".join(lines), [], 0
    for cut in [*cuts, len(text)]:
        runs.append(Run("", text[at : at + cut]))
        at += cut
    made = slice_runs(tuple(run for run in runs if run.text), [len(line) for line in lines])
    assert [spell_runs(each) for each in made] == lines


def test_a_phrase_that_moved_is_marked_as_moved_on_either_side() -> None:
    edits = (Edit(Op.DELETE, "先登记，"), Edit(Op.EQUAL, "后入库"), Edit(Op.INSERT, "，先登记"))
    strands = build_edit_runs(edits, None, [(0, 2)])
    assert render_side(strands, "base") == (Run("from", "先登记，"), Run("", "后入库"))
    assert render_side(strands, "target") == (Run("", "后入库"), Run("to", "，先登记"))
