"""The value of a printed number, so that 30 days, thirty days and 三十日 are the same."""

from collections.abc import Sequence
from fractions import Fraction
from math import prod

import regex

from hexapla.comparison.language_tables import LanguageTables
from hexapla.text.numerals import LONGEST_AMOUNT, MYRIADS, POWERS, han_amount

GROUPED = regex.compile(r"\d{1,3}(?:[,. ]\d{3})+(?:[.,]\d{1,2})?")
PLAIN = regex.compile(r"(\d+)(?:[.,](\d+))?")
MIXED_PART = regex.compile(r"([\d,.]+)([十百千万亿]+)")
MIXED = regex.compile(rf"(?:{MIXED_PART.pattern})+(\d{{4}})?")
WORD = regex.compile(r"[\p{L}]+(?:-\p{L}+)*")


def parse_digits(text: str) -> Fraction | None:
    """Read digits with grouping marks: 1,250.00 and 1.250,00 are equal, 12.5 and 12,5 are decimals."""
    text = text.strip()
    if GROUPED.fullmatch(text):
        mark = next(c for c in text if not c.isdecimal())
        text = text.replace(mark, "")
    found = PLAIN.fullmatch(text)
    if not found:
        return None
    decimals = found[2] or ""
    return int(found[1]) + Fraction(int(decimals or "0"), 10 ** len(decimals))


def parse_mixed_number(text: str) -> Fraction | None:
    """Read digits with Han powers after them: 1.5万, 300亿, 3亿5000万, 1万5000."""
    whole = MIXED.fullmatch(text)
    if whole is None:
        return None
    amount = Fraction(int(whole[3] or "0"))
    for found in MIXED_PART.finditer(text):
        part = parse_digits(found[1])
        if part is None:
            return None
        amount += part * prod((POWERS | MYRIADS)[char] for char in found[2])
    return amount


def parse_number_words(found: Sequence[str], tables: LanguageTables) -> Fraction | None:
    """Read number words: one hundred and twenty; a or an before a power counts as one."""
    total = section = 0
    for word in found:
        if word in tables.powers:
            power = tables.powers[word]
            section = (section or 1) * power
            if power >= 1000:  # noqa: PLR2004 -- a thousand closes a group: two hundred thousand and five
                total, section = total + section, 0
        elif word in tables.numbers:
            section += tables.numbers[word]
        elif word not in tables.joints and word not in ("a", "an"):
            return None
    return Fraction(total + section)


def parse_number(text: str, tables: LanguageTables) -> Fraction | None:
    """Return the value of a printed number in folded characters; None for what is no number."""
    text = text.strip().lower()
    if text in ("a", "an"):
        return Fraction(1)
    if text == "半":
        return Fraction(1, 2)
    if len(text) > LONGEST_AMOUNT:
        return None
    for read in (parse_digits, han_amount, parse_mixed_number):
        number = read(text)
        if number is not None:
            return number
    found = WORD.findall(text)
    return parse_number_words(found, tables) if found else None
