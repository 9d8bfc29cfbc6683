"""The value of a printed number, so that 30 days, thirty days and 三十日 are the same."""

from collections.abc import Sequence
from fractions import Fraction

import regex

from hexapla.comparison.language_tables import LanguageTables

__all__ = ["parse_han_number", "parse_number"]

DIGIT = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
DIGIT |= {c: n for n, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
POWER = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIAD = {"万": 10_000, "亿": 100_000_000}
LONGEST = 60
"""characters of a number that is read; what is longer stands for itself"""
GROUPED = regex.compile(r"\d{1,3}(?:[,. ]\d{3})+(?:[.,]\d{1,2})?")
PLAIN = regex.compile(r"(\d+)(?:[.,](\d+))?")
WORD = regex.compile(r"[\p{L}]+(?:-\p{L}+)*")


def parse_han_number(text: str) -> Fraction | None:
    """Read Han numerals, with 点 for the decimal point; 二〇二五 digit by digit."""
    whole, _, decimals = text.partition("点")
    if (
        len(text) > LONGEST
        or not all(c in DIGIT or c in POWER or c in MYRIAD for c in whole + decimals)
        or not whole
    ):
        return None
    tail = Fraction(int("0" + "".join(str(DIGIT.get(c, 0)) for c in decimals)), 10 ** len(decimals))
    if all(c in DIGIT for c in whole):
        return int("".join(str(DIGIT[c]) for c in whole)) + tail
    total = section = digit = 0
    for char in whole:
        if char in DIGIT:
            digit = DIGIT[char]
        elif char in POWER:
            section, digit = section + (digit or 1) * POWER[char], 0
        else:
            total, section, digit = (total + section + digit or 1) * MYRIAD[char], 0, 0
    return total + section + digit + tail


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
    """Read digits with a Han power after them: 1.5万, 300亿."""
    stem = text.rstrip("万亿千百十")
    amount = parse_digits(stem) if stem else None
    if amount is None:
        return None
    for char in text[len(stem) :]:
        amount *= (POWER | MYRIAD)[char]
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
    if len(text) > LONGEST:
        return None
    for read in (parse_digits, parse_han_number, parse_mixed_number):
        number = read(text)
        if number is not None:
            return number
    found = WORD.findall(text)
    return parse_number_words(found, tables) if found else None
