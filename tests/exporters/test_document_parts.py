"""Texts written from right to left, in Word files."""

import re

import pytest

from hexapla.exporters.word.document_parts import write_paragraph, write_run

TEXTS = [
    ("يلتزم الأعضاء بدفع الاشتراك.", True, True),
    ("1. יום אחד", True, True),
    ("The word كتاب is Arabic.", False, True),
    ("第一条 会员缴纳会费。", False, False),
    ("", False, False),
]


@pytest.mark.parametrize(("text", "whole", "marked"), TEXTS)
def test_a_paragraph_runs_as_its_first_letter_does(text: str, whole: bool, marked: bool) -> None:  # noqa: FBT001 - a table's columns
    made = write_paragraph(write_run(text), "Cell", '<w:jc w:val="center"/>')
    assert ('<w:pStyle w:val="Cell"/><w:bidi/><w:jc w:val="center"/>' in made) == whole
    assert ("<w:rtl/></w:rPr>" in made) == marked
    assert re.sub("<[^>]*>", "", made) == text


def test_properties_of_a_run_stay_before_its_direction() -> None:
    assert "<w:rPr><w:b/><w:bCs/><w:rtl/></w:rPr>" in write_run("كتاب", "<w:b/><w:bCs/>")
