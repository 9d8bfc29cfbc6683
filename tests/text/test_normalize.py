"""Foldings: which keep offsets, which are done once for all, and that one table serves them."""

import doctest

from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from hexapla.text import (
    FULL_WIDTH,
    fold_case,
    fold_character,
    fold_print,
    fold_script,
    make_key,
    normalize,
    remove_space,
    simplified_characters,
    simplify,
    simplify_character,
)
from hexapla.text.normalize import find_convertible, read_conversions

texts = st.text(
    st.sampled_from("條条國国會议議Ａａ１￥！，。 \u3000\u00ad\u200bßÉe\u0301ﬁ㎡𡻕𠁞"), max_size=12
)


def test_the_examples_in_the_module_hold() -> None:
    done = doctest.testmod(normalize)
    assert done.attempted > 0
    assert done.failed == 0


@given(texts | st.text())
def test_foldings_of_one_character_to_one_keep_every_offset(text: str) -> None:
    assert fold_script(text) == "".join(map(fold_script, text))
    assert fold_print(text) == "".join(map(fold_print, text))
    assert len(fold_script(text)) == len(fold_print(text)) == len(text)


@given(texts)
def test_what_is_folded_stays(text: str) -> None:
    for fold in (fold_case, make_key, fold_print, fold_script, remove_space):
        assert fold(fold(text)) == fold(text)


@given(texts)
def test_keys_ignore_what_is_form_alone(text: str) -> None:
    assert (
        make_key(text) == make_key(fold_case(text)) == make_key(remove_space(text)) == make_key(f"（{text}）")
    )


def test_one_table_simplifies_characters_wherever_they_stand() -> None:
    """The converter itself is asked, character by character: the table must say what it says."""
    table = simplified_characters()
    assert len(table) > 3000
    for code in [*table, *map(ord, "国一龜乾")]:
        alone = simplify(chr(code))
        assert simplify_character(code) == ord(alone)
        assert fold_script(chr(code)) == alone


def test_characters_outside_the_table_are_simplified_one_by_one() -> None:
    rare = "\U0002146d"
    assert ord(rare) not in simplified_characters()
    assert chr(simplify_character(ord(rare))) == simplify(rare) != rare


def test_full_width_forms_become_those_of_half_width() -> None:
    assert "".join(map(chr, FULL_WIDTH)).translate(FULL_WIDTH)[:5] == '!"#$%'
    assert fold_script("￡￥Ａ～") == "£¥A~"


def test_what_no_conversion_changes_is_not_converted() -> None:
    """A phrase may change although each of its characters is simplified already."""
    assert simplify("一目瞭然，反覆") == "一目了然，反复"
    plain = "一目了然的条款反复适用"
    assert find_convertible().search(plain) is None
    assert simplify(plain) == OpenCC("t2s").convert(plain) == plain
    phrases = [old for old, _ in read_conversions("TSPhrases.txt")]
    assert all(simplify(phrase) == OpenCC("t2s").convert(phrase) for phrase in phrases[::5])


def test_phrases_are_simplified_as_a_whole() -> None:
    assert simplify("乾坤之內，乾燥") == "乾坤之内，干燥"


def test_a_character_may_fold_to_white_space_or_to_several() -> None:
    assert [fold_character(char) for char in "\u3000Ａ㎡"] == [" ", "a", "m2"]
