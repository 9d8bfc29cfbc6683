"""Words by a program: an extra that decides where edits stand and nothing else."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparison.reading_table import marking, own
from hexapla.comparison import WordSegmenter, diff_texts, find_flags, load_word_segmenter
from hexapla.comparison.tokens import TokenKind, tokenize
from hexapla.errors import UsageError
from hexapla.model import Edit, Op

pytest.importorskip("rjieba", reason="the extra “words” is not installed")
RJIEBA = load_word_segmenter("rjieba")
TEXTS = st.text(
    st.sampled_from("应当可以不得在三十日内向主管部门报告渔船拖网刺网琉璃瓦面，。；（）a1 "), max_size=60
)
READINGS = [reading for table in ("tuned", "held", "unknown", "unknown-held") for reading in own(table)]


def spelled(found: tuple[Edit, ...], skipped: Op) -> str:
    return "".join(edit.text for edit in found if edit.op is not skipped)


def test_the_default_asks_no_program() -> None:
    assert load_word_segmenter(None) is None


def test_name_and_version_are_told() -> None:
    assert str(WordSegmenter("words", "1.2", list)) == "words 1.2"


def test_an_unknown_program_is_refused() -> None:
    with pytest.raises(UsageError, match="choose rjieba"):
        load_word_segmenter("scissors")


def test_a_missing_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    with pytest.raises(UsageError, match=r"pip install 'hexapla\[words\]'"):
        load_word_segmenter("rjieba")


@given(TEXTS, TEXTS)
def test_the_laws_hold_for_every_program(base: str, target: str) -> None:
    found = diff_texts(base, target, "zh", RJIEBA)
    assert (spelled(found, Op.INSERT), spelled(found, Op.DELETE)) == (base, target)
    back = diff_texts(target, base, "zh", RJIEBA)
    assert (spelled(back, Op.INSERT), spelled(back, Op.DELETE)) == (target, base)
    assert [edit.text for edit in back if edit.op is Op.EQUAL] == [
        edit.text for edit in found if edit.op is Op.EQUAL
    ]


@given(TEXTS)
def test_tokens_join_to_the_text(text: str) -> None:
    assert "".join(token.text for token in tokenize(text, "zh", RJIEBA)) == text


def test_signals_and_modal_words_stay_ours() -> None:
    found = [(token.text, token.kind) for token in tokenize("不得在三十日内报告", "zh", RJIEBA)]
    assert ("不得", TokenKind.MODAL) in found
    assert ("三十日", TokenKind.PERIOD) in found


def test_most_readings_are_the_same_by_either_way() -> None:
    right = sum(
        marking(diff_texts(one.base, one.target, one.language, RJIEBA)) in one.accepted for one in READINGS
    )
    assert right >= 0.9 * len(READINGS)


def test_flags_ask_no_program() -> None:
    base, target = "船长应当核对舱单", "船长可以核对提单"
    assert find_flags(diff_texts(base, target, "zh", RJIEBA), "zh") == find_flags(
        diff_texts(base, target, "zh"), "zh"
    )
