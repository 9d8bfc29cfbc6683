import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.i18n import load_messages
from hexapla.pages.inline_html import (
    Run,
    escape_text,
    flatten_text,
    render_runs,
    shorten_text,
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
    assert str(render_runs([Run("ins", "new")], SAY)) == '<ins><span class="hx-m">[ins: </span>new</ins>'


def test_white_space_is_not_marked() -> None:
    assert str(render_runs([Run("", "a"), Run("ins", " "), Run("", "b")], SAY)) == "a b"


def test_an_opening_ends_with_its_sentence_or_in_time() -> None:
    assert shorten_text("工具应当登记。逾期不还的。", 20) == "工具应当登记"
    assert shorten_text("工具应当登记逾期不还的", 4) == "工具应当…"
