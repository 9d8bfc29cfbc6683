"""Statutes as each language prints them: which numbers are clauses, and how they stand to each other."""

from pathlib import Path

import pytest

from hexapla.comparison.entities import find_entities
from hexapla.comparison.tokens import tokenize
from segmentation.texts import cut, outline, tiles

STATUTES = sorted((Path(__file__).parent / "statutes").glob("*.txt"))
"""each a file: the clauses in the notation of the table of hard cases, an empty line, the text"""


@pytest.mark.parametrize("path", STATUTES, ids=lambda path: path.stem)
def test_a_statute_is_read_as_its_language_counts(path: Path) -> None:
    expected, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    document = cut(text)
    tiles(document)
    assert " ∥ ".join(outline(version) for version in document.versions) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("th", "ค่าเช่าห้าพันบาทภายในสามสิบวัน", "5000 THB, 30 day"),
        ("th", "ก่อนวันที่ ๓ มีนาคม พ.ศ. ๒๕๖๔", "2564-3-3"),
        ("th", "ค่าปรับร้อยละ ๑๕ ไม่เกินสามร้อยยี่สิบเอ็ดบาท", "3/20, 321 THB"),
        ("cs", "Poplatek 5 000 Kč do patnácti dnů před 3. března 2021.", "5000 CZK, 15 day, 2021-3-3"),
        ("nb", "Avgiften er 1 200 kroner innen tretti dager før 3. mars 2021.", "1200 NOK, 30 day, 2021-3-3"),
        ("lt", "Mokestis – 1 500 eurų per dešimt dienų iki 2021 m. kovo 3 d.", "1500 EUR, 10 day, 2021-3-3"),
        ("el", "Τέλος 30 ευρώ σε δέκα ημέρες ως τις 3 Μαρτίου 2021.", "30 EUR, 10 day, 2021-3-3"),
    ],
)
def test_amounts_periods_and_dates_are_facts(language: str, text: str, expected: str) -> None:
    assert ", ".join(fact.value for fact in find_entities(text, language)) == expected


def test_thai_is_cut_at_known_words_and_never_inside_a_syllable() -> None:
    text = "ผู้เช่าต้องชำระค่าเช่าภายในหนึ่งเดือนและห้ามนำสัตว์เลี้ยงเข้าบ้าน"
    pieces = [token.text for token in tokenize(text, "th")]
    assert "".join(pieces) == text
    assert {"ต้อง", "หนึ่ง", "เดือน", "ห้าม", "นำสัตว์เลี้ยง"} <= set(pieces)
    for piece in pieces:
        assert piece[0] not in "ะาำ่้๊๋็ัิีึืุู์"
        assert piece[-1] not in "เแโใไ"
