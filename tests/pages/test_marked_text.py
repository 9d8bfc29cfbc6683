"""Edits as runs of one mark each, and runs as HTML: nothing is lost, and no text becomes markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.i18n import load_messages
from hexapla.model import Edit, Op
from hexapla.pages.marked_text import (
    Run,
    build_edit_runs,
    escape_text,
    flatten_text,
    merge_sides,
    render_runs,
    render_side,
    shorten_text,
    slice_runs,
    spell_runs,
    unwrap_runs,
)

SAY = load_messages("en")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("借用工具\n应当登记", "借用工具应当登记"),
        ("借用工具，\n应当登记", "借用工具，应当登记"),
        ("return a\ntool", "return a tool"),
        ("return a\n      tool", "return a tool"),
        ("借用\nUSB 线", "借用 USB 线"),
        ("一  二", "一  二"),
        ("end\n", "end"),
    ],
)
def test_a_line_feed_is_how_the_source_breaks_its_lines(text: str, shown: str) -> None:
    assert flatten_text(text) == shown


def test_a_line_feed_between_two_marks_is_seen_from_both() -> None:
    runs = unwrap_runs([Run("", "工具"), Run("ins", "\n应当"), Run("", "登记")])
    assert runs == (Run("", "工具"), Run("ins", "应当"), Run("", "登记"))


RUNS = st.lists(st.builds(Run, st.sampled_from(["", "ins", "del"]), st.text("ab 一二。\n\t", max_size=5)))


@given(RUNS)
def test_flowing_loses_nothing_but_white_space(runs: list[Run]) -> None:
    out = unwrap_runs(runs)
    assert all(run.text and "\n" not in run.text for run in out)
    for mark in ("", "ins", "del"):
        before = "".join("".join(run.text.split()) for run in runs if run.mark == mark)
        after = "".join("".join(run.text.split()) for run in out if run.mark == mark)
        assert before == after


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "{{ config }}", "](javascript:x)", '"><img>', "&lt;"]
)
def test_markup_in_a_text_is_text(hostile: str) -> None:
    shown = str(render_runs([Run("", hostile)], SAY))
    assert "<" not in shown
    assert '"' not in shown


def test_what_turns_the_direction_of_writing_is_kept_to_itself() -> None:
    assert str(escape_text("a\u202eb")) == "<bdi>a\u202eb</bdi>"
    assert flatten_text("a\u202eb") == "ab"


def test_marks_are_elements_with_words_for_those_who_see_no_colour() -> None:
    begin, end = '<span class="hx-m">[ins: </span>', '<span class="hx-m">]</span>'
    assert str(render_runs([Run("ins", "new")], SAY)) == f"<ins>{begin}new{end}</ins>"


def test_white_space_is_not_marked() -> None:
    assert str(render_runs([Run("", "a"), Run("ins", " "), Run("", "b")], SAY)) == "a b"


def test_an_opening_ends_with_its_sentence_or_in_time() -> None:
    assert shorten_text("工具应当登记。逾期不还的。", 20) == "工具应当登记"
    assert shorten_text("工具应当登记逾期不还的", 4) == "工具应当…"


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
