"""Find facts in a text with their values, so that 30 days, thirty days and 三十日 are equal.

Facts are dates, references, percentages, amounts of money, periods, counts and modal words: what a lawyer
looks for first.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

import regex

from hexapla.comparison.entity_patterns import HAN_DIGIT, entity_patterns_for
from hexapla.comparison.language_tables import LanguageTables
from hexapla.comparison.remembered import remember_short_texts
from hexapla.comparison.tokens import TokenKind, index_by_first_character, tokenize
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Flag
from hexapla.text import fold_script
from hexapla.text.numerals import LONGEST_AMOUNT, MYRIADS, POWERS, han_amount, read_decimal

GROUPED = compile_lazily_with_properties(r"\d{1,3}(?:[,. ]\d{3})+(?:[.,]\d{1,2})?")
PLAIN = compile_lazily_with_properties(r"(\d+)(?:[.,](\d+))?")
MIXED_PART = compile_lazily_with_properties(r"([\d,.]+)([十百千万亿]+)")
MIXED = compile_lazily_with_properties(rf"(?:{MIXED_PART.pattern})+(\d{{4}})?")
NUMBER_WORD = compile_lazily_with_properties(r"[\p{L}]+(?:-\p{L}+)*")
MYRIAD = 10**6
"""what multiplies all before it: ล้าน"""
HAN_NUMBER = compile_lazily_with_properties(rf"[{HAN_DIGIT}]+(?:点[零〇一二三四五六七八九]+)?")
HAN_FRACTION = compile_lazily_with_properties(r"(.+)分之(.+)")
SIGNED = compile_lazily_with_properties(r"([^\d]*?)\s?(\d[\d.,]*)\s?(.*)")
GROUP = compile_lazily_with_properties(r"(?<=\d)\s(?=\d)")
NUMBER = compile_lazily_with_properties(r"\d+")
NUMBER_WORD = compile_lazily_with_properties(r"[\p{L}\p{M}]+")
SPACE = compile_lazily_with_properties(r"\s+")
YEAR_FROM = 1000
"""a number in a date from which it is a year"""
ENTITY_FLAGS = (
    Flag.DATE,
    Flag.REFERENCE,
    Flag.PERCENTAGE,
    Flag.MONEY,
    Flag.PERIOD,
    Flag.NUMBER,
    Flag.MODALITY,
)
REACH = 16
"""characters looked back at for the end of a sentence"""
PERCENT_DIVISORS = {"%": 100, "‰": 1000}
LARGE = {"million": 10**6, "billion": 10**9, "万": 10**4, "亿": 10**8}
AMBIGUOUS_MODALS = frozenset("得可")
"""modal words that are written in foreign names too: 彼得, 可可西里"""


class Entity(NamedTuple):
    """A fact at its place in the text."""

    start: int
    end: int
    flag: Flag
    value: str
    """equal for equal facts, whatever they look like"""
    doubtful: bool = False
    """a character between characters that no list knows: perhaps a syllable of a name"""


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
    whole, rest = read_decimal(found[1]), read_decimal(decimals or "0")
    return None if whole is None or rest is None else whole + Fraction(rest, 10 ** len(decimals))


def parse_mixed_number(text: str) -> Fraction | None:
    """Read digits with Han powers after them: 1.5万, 300亿, 3亿5000万, 1万5000."""
    whole = MIXED.fullmatch(text)
    if whole is None:
        return None
    amount = Fraction(read_decimal(whole[3] or "0") or 0)
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


def parse_joined_number_words(
    text: str, numbers: Mapping[str, int], powers: Mapping[str, int]
) -> Fraction | None:
    """Read number words that are written together, each digit before its power: สามร้อยยี่สิบเอ็ด is 321."""
    values = {**numbers, **powers}
    index = index_by_first_character(frozenset(values))
    total = section = digit = at = 0
    while at < len(text):
        word = next((one for one in index.get(text[at], ()) if text.startswith(one, at)), "")
        if not word:
            return None
        if word not in powers:
            digit = numbers[word]
        elif powers[word] >= MYRIAD:
            total, section, digit = (total + section + digit or 1) * powers[word], 0, 0
        else:
            section, digit = section + (digit or 1) * powers[word], 0
        at += len(word)
    return Fraction(total + section + digit)


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
    found = NUMBER_WORD.findall(text)
    return parse_number_words(found, tables) if found else None


def convert_han_numbers(text: str) -> str:
    """Write every Han number in digits."""
    return HAN_NUMBER.sub(lambda found: str(han_amount(found[0]) or found[0]), text)


def normalize_date(text: str, tables: LanguageTables) -> str:
    """Read a date as year-month-day, `-` for what is not said."""
    digits = convert_han_numbers(text)
    if text[0] in "周星礼":
        return text[-1]
    if any(mark in text for mark in "年月日"):
        parts = {unit: number for number, unit in regex.findall(r"(\d+)([年月日])", digits)}
        return "-".join(parts.get(unit, "") for unit in "年月日")
    numbers = [read_decimal(number) or 0 for number in NUMBER.findall(digits)]
    month = next((tables.months[word] for word in NUMBER_WORD.findall(text) if word in tables.months), None)
    if month is None:
        return "-".join(map(str, numbers[::-1] if "." in text and numbers[-1] >= YEAR_FROM else numbers))
    year = next((number for number in numbers if number >= YEAR_FROM), "")
    day = next((number for number in numbers if number < YEAR_FROM), "")
    return f"{year}-{month}-{day}"


def normalize_percentage(text: str, tables: LanguageTables) -> str:
    """Read a share of a whole."""
    fraction = HAN_FRACTION.fullmatch(text)
    if fraction:
        below, above = parse_number(fraction[1], tables), parse_number(fraction[2], tables)
        return str(above / below) if above is not None and below else text
    share = parse_number(text[:-1], tables)
    return text if share is None else str(share / PERCENT_DIVISORS[text[-1]])


def normalize_money(text: str, tables: LanguageTables) -> str:
    """Read an amount with its sign before it or after it: $1,250.00, US$ 3 million, 1 500 €."""
    found = SIGNED.fullmatch(GROUP.sub("", text))
    amount = parse_number(found[2].rstrip(".,"), tables) if found else None
    if found is None or amount is None:
        return text
    sign, _, large = found.groups()
    return f"{amount * LARGE.get(large.rstrip('元整'), 1)} {sign or large}"


def normalize_entity(found: regex.Match[str], group: Flag, tables: LanguageTables) -> str:
    """Return the value of a signal."""
    text = found[0].lower()
    amount, unit = found["amount"], (found["currency"] or found["unit"] or "").strip().lower()
    number = parse_number(amount, tables) if amount else None
    if number is None and amount and tables.unspaced:
        number = parse_joined_number_words(amount, tables.numbers, tables.powers)
    if group is Flag.DATE:
        return normalize_date(text, tables)
    if group in (Flag.REFERENCE, Flag.MODALITY):
        return convert_han_numbers(SPACE.sub("", text))
    if number is None:
        plain = (
            normalize_percentage
            if group is Flag.PERCENTAGE
            else normalize_money
            if group is Flag.MONEY
            else None
        )
        return plain(text, tables) if plain else text
    if found["half"]:
        number += Fraction(1, 2)
    if unit in tables.fractions:
        above, below = tables.fractions[unit]
        return str(number * above / below)
    canonical = tables.units.get(group, {}).get(unit, unit)
    if canonical == "percent" or unit in tables.shares:
        return str(number / 100)
    return f"{number} {canonical}"


def is_capitalized_midsentence(found: regex.Match[str]) -> bool:
    """Tell whether a word has a capital letter that no beginning of a sentence explains."""
    before = found.string[max(0, found.start() - REACH) : found.start()].rstrip()
    return found[0][0].isupper() and bool(before) and before[-1] not in ".!?;:"


def find_modal_words(low: str, text: str, language: str) -> Iterator[Entity]:
    """Find the modal words of Han text, which only the tokens tell from parts of other words (应 in 应急)."""
    at = 0
    found = tokenize(text, language)
    for index, token in enumerate(found):
        end = at + len(token.text)
        if token.kind is TokenKind.MODAL and not token.text.isascii():
            around = [found[place].kind for place in (index - 1, index + 1) if 0 <= place < len(found)]
            doubtful = low[at:end] in AMBIGUOUS_MODALS and around == [TokenKind.HAN, TokenKind.HAN]
            yield Entity(at, end, Flag.MODALITY, low[at:end], doubtful)
        at = end


@remember_short_texts
def find_entities(text: str, language: str) -> tuple[Entity, ...]:
    """Find the facts of a text, in order; they do not overlap."""
    low = fold_script(text)
    grammar = entity_patterns_for(language, low)
    out: list[Entity] = []
    for found in grammar.signal.finditer(low):
        flag = next(flag for flag in ENTITY_FLAGS if found[flag] is not None)
        if flag is Flag.NUMBER and found[0] in grammar.tables.words:
            continue  # 万一, 千万: a word
        if (
            flag is Flag.MODALITY
            and found[0].lower() in grammar.tables.months
            and is_capitalized_midsentence(found)
        ):
            continue  # in May: a month
        out.append(Entity(found.start(), found.end(), flag, normalize_entity(found, flag, grammar.tables)))
    taken = {offset for fact in out for offset in range(fact.start, fact.end)}
    out += [fact for fact in find_modal_words(low, text, language) if fact.start not in taken]
    return tuple(sorted(out))
