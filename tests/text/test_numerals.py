"""Printed numbers and what they count: read back what is written by rule, in every way it may be printed."""

import doctest
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.readers.list_numbers import format_number
from hexapla.text import numerals
from hexapla.text.numerals import (
    ENCLOSED,
    FINANCIAL,
    HAN_DIGITS,
    first_number,
    han_amount,
    number_in_digits,
    number_label,
    read_numeral,
    reference_label,
    roman_numeral,
    strip_closing_signs,
)

WRITTEN = ("decimal", "decimalFullWidth", "chineseCountingThousand", "taiwaneseCountingThousand")
"""formats in which a clause may be numbered"""
ALTERED = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def written(number: int, form: str) -> str:
    found = format_number(number, form)
    assert found is not None
    return found


def spelled(number: int) -> str:
    """Write an amount below a thousand milliards in groups of four digits, with 零 for what is left out."""
    out, gap = "", False
    for power, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group = number // power % 10**4
        if not group:
            gap = bool(out)
            continue
        zero = "零" if out and (gap or group < 10**3) else ""
        out += (
            zero
            + written(group, "chineseCountingThousand").replace("一十", "十" if not out else "一十")
            + name
        )
        gap = False
    return out or "零"


def test_the_examples_in_the_module_hold() -> None:
    done = doctest.testmod(numerals)
    assert done.attempted > 0
    assert done.failed == 0


@given(st.integers(1, 99_999), st.sampled_from(WRITTEN))
def test_a_number_is_read_back_however_it_is_written(number: int, form: str) -> None:
    assert read_numeral(written(number, form)) == number


@given(st.integers(0, 9999))
def test_digits_one_by_one_count_by_their_places(number: int) -> None:
    digits = "".join(HAN_DIGITS[int(digit)] for digit in str(number))
    assert read_numeral(digits) == number
    assert han_amount(digits) == number


@given(st.text("第条之之abIV.-（）点", max_size=6))
def test_what_holds_no_numeral_is_no_number(text: str) -> None:
    assert read_numeral(text) is None


@given(st.integers(1, 10**12 - 1))
def test_an_amount_is_read_back_in_plain_and_in_financial_digits(amount: int) -> None:
    assert han_amount(spelled(amount)) == amount
    assert han_amount(spelled(amount).translate(ALTERED)) == amount
    assert spelled(amount).translate(ALTERED).translate(FINANCIAL) == spelled(amount)


@given(st.integers(0, 99), st.text(HAN_DIGITS, min_size=1, max_size=5))
def test_a_decimal_point_parts_whole_and_fraction(whole: int, decimals: str) -> None:
    tail = Fraction(int("".join(str(HAN_DIGITS.index(digit)) for digit in decimals)), 10 ** len(decimals))
    assert han_amount(f"{spelled(whole)}点{decimals}") == whole + tail


@pytest.mark.parametrize("text", ["", "点五", "三人", "三" * 61])
def test_what_is_no_amount_is_not_read(text: str) -> None:
    assert han_amount(text) is None


def test_every_roman_numeral_is_read_and_no_other_letters() -> None:
    known = {written(number, "upperRoman"): number for number in range(1, 2000)}
    assert {letters: roman_numeral(letters) for letters in known} == known


@given(st.text("IVXLCDM", max_size=9))
def test_only_the_canonical_form_is_a_roman_numeral(letters: str) -> None:
    value = roman_numeral(letters)
    assert value is None or written(value, "upperRoman") == letters


@given(st.integers(1, 99_999), st.sampled_from(WRITTEN))
def test_a_label_is_the_same_however_the_number_is_written(number: int, form: str) -> None:
    printed = f"第{written(number, form)}条"
    assert number_label(printed) == str(number)
    assert reference_label(printed) == str(number)
    assert number_in_digits(printed) == f"第{number}条"


@given(st.integers(1, 99_999), st.sampled_from([form for form in WRITTEN if form != "decimalFullWidth"]))
def test_the_first_number_is_found_before_all_others(number: int, form: str) -> None:
    assert first_number(f"第{written(number, form)}条之七") == number


@pytest.mark.parametrize(
    ("printed", "label", "cited", "in_digits"),
    [
        ("第一百零二条之三", "102-3", "102-3", "第102条之3"),
        ("§ 14b", "14b", "14b", "14b"),
        ("Section 7.", "7", "7", "section7"),
        ("3.10", "3-10", "3.10", "3.10"),
        ("(c)", "c", "c", "c"),
        ("（四）", "4", "4", "4"),
        ("Article IX", "articleix", "ix", "articleix"),
        ("제12조의3", "12-3", "12-3", "제12조의3"),
    ],
)
def test_each_spelling_serves_its_own_use(printed: str, label: str, cited: str, in_digits: str) -> None:
    assert (number_label(printed), reference_label(printed), number_in_digits(printed)) == (
        label,
        cited,
        in_digits,
    )


def test_unnumbered_text_has_no_label() -> None:
    assert number_label(None) == ""
    assert number_label("") == ""


@pytest.mark.parametrize(
    ("printed", "bare"), [("3.", "3"), ("一、", "一"), ("§ 7:", "§ 7"), ("（二）", "（二）")]
)
def test_what_closes_a_number_is_left_out_of_its_name(printed: str, bare: str) -> None:
    assert strip_closing_signs(printed) == bare


@pytest.mark.parametrize(
    ("sign", "value"), [("①", 1), ("⑳", 20), ("㉟", 35), ("❿", 10), ("⑴", 1), ("⒛", 20), ("㈩", 10)]
)
def test_a_number_may_be_one_character(sign: str, value: int) -> None:
    assert ENCLOSED[sign] == value


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("第五条の二の二", "5-2-2"),
        ("제2조의2의3", "2-2-3"),
        ("Art. 3-bis", "3bis"),
        ("Art. 4 quater", "4quater"),
        ("§ 3a bis", "3abis"),
        ("Section 4AA", "4aa"),
        ("1¹-modda", "1-1"),
        ("Art. 4^1", "4-1"),
        ("2. gr. a.", "2a"),
        ("Член 2-а", "2а"),
        ("סעיף 2א", "2א"),
        ("Artigo 1.º-A", "1a"),
        ("Article 1er", "1"),
        ("5-бап.", "5"),
    ],
)
def test_a_label_keeps_what_was_added_to_a_number(printed: str, label: str) -> None:
    assert number_label(printed) == label
