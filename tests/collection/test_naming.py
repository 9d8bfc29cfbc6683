"""Names of files → order and ids."""

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from hexapla.collection.file_names import document_id, make_printable, natural_key

ORDERED = [
    ["a1.txt", "a2.txt", "a10.txt"],
    ["2009.txt", "2015-2.txt", "2015-10.txt"],
    ["一审稿", "二审稿", "三审稿", "十审稿", "十一审稿"],
    ["第２稿", "第十稿", "第12稿"],
    ["A.txt", "a.txt", "B.txt"],
    ["a01.txt", "a1.txt"],
    ["e\u0301a", "\u00e9b"],
]


@pytest.mark.parametrize("names", ORDERED)
def test_numbers_count_as_numbers(names: list[str]) -> None:
    others = names[::-1]
    others.sort(key=natural_key)
    assert others == names


@given(st.lists(st.text(), unique=True), st.randoms())
def test_natural_order_is_one_order(names: list[str], random: object) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # Hypothesis types its randoms as object
    assert sorted(shuffled, key=natural_key) == sorted(names, key=natural_key)


IDS = [
    ("000_2b1ac350fdd0b560", "000_2b1ac350fdd0b560"),
    ("党委责任制 实施细则", "党委责任制-实施细则"),
    ("Règlement", "Règlement"),
    ("Re\u0300glement", "Règlement"),
    ("..", "-"),
    ("..hidden", "-hidden"),
    ("a.b.", "a.b-"),
    ("v1.2", "v1.2"),
    ("a\nb\tc", "a-b-c"),
    ("a/b\\c", "a-b-c"),
    ('<x>:"|?*#%', "-x-"),
    ("{{ config }}", "-config-"),
    ("](javascript:x)", "-(javascript-x)"),
    ("规定(试行)", "规定(试行)"),
    ("a\u202eb\u200bc", "a-b-c"),
    ("a\udcffb", "a-b"),
    ("", "document"),
    ("제1조", "제1조"),
    ("नियम", "नियम"),
]


@pytest.mark.parametrize(("name", "expected"), IDS)
def test_letters_of_any_script_stay(name: str, expected: str) -> None:
    assert document_id(name) == expected


def test_long_names_are_cut_and_kept_apart() -> None:
    ids = {document_id("规" * 80 + end) for end in ("", "甲", "乙")}
    assert len(ids) == 3
    assert all(len(each.encode()) <= 120 and each.startswith("规" * 30) for each in ids)


@given(st.text())
def test_ids_are_safe_and_stable(name: str) -> None:
    made = document_id(name)
    assert made
    assert made == unicodedata.normalize("NFC", made)
    assert not made.startswith(".")
    assert not regex.search(r'[\p{C}\p{Z}\s/\\<>:"|?*#%{}]', made)
    assert document_id(made) == made


@pytest.mark.parametrize(("name", "line"), [("a\nb", "a�b"), ("a\udcff", "a�"), ("条 {{", "条 {{")])
def test_shown_names_stay_on_their_line(name: str, line: str) -> None:
    assert make_printable(name) == line
