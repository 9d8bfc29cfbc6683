"""Numbers as they are printed, and what they count: 三十二, XII, (c), ⑷, Third.

Readers take a printed numeral and return its value, or None for what is none. Below them the labels: the
number of a clause in one spelling, so that 第三十二条 and 第32条 are found to be the same.
"""

import unicodedata
from fractions import Fraction
from functools import lru_cache

import regex

from hexapla.lazy_patterns import compile_lazily, compile_lazily_with_properties
from hexapla.text.normalize import fold_case, make_key

# ---------------------------------------------------------------- signs

HAN_DIGITS = "零一二三四五六七八九"
"""nought to nine"""
FINANCIAL = str.maketrans("壹貳贰貮參叁叄肆伍陸陆柒捌玖拾佰仟", "一二二二三三三四五六六七八九十百千")
"""digits that cannot be altered, as amounts are written, to plain ones"""
DIGITS = {digit: n for n, digit in enumerate(HAN_DIGITS)} | {"〇": 0, "○": 0, "两": 2, "兩": 2}
POWERS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
HAN_NUMERALS = "〇零○一二三四五六七八九十百千万萬两兩"
"""characters of the numbers of clauses, for a character class"""
HAN_CHARACTERS = frozenset(HAN_NUMERALS)
AMOUNT_CHARACTERS = DIGITS.keys() | POWERS.keys() | MYRIADS.keys()
STEMS = "甲乙丙丁戊己庚辛壬癸"
IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
GANADA = "가나다라마바사아자차카타파하"
ENCLOSED = (
    {chr(first + n): n + 1 for first in (0x2460, 0x2474, 0x2488) for n in range(20)}
    | {chr(0x3251 + n): n + 21 for n in range(15)}
    | {chr(0x2776 + n): n + 1 for n in range(10)}
    | {chr(0x3220 + n): n + 1 for n in range(10)}
)
"""numbers that are one character: ① ❶ ⑴ ⒈ ㈠"""
ROMAN_NUMERALS = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "M CM D CD C XC L XL X IX V IV I".split(),
        strict=True,
    )
)
"""value and letters, the greatest first"""
ROMAN_LETTERS = {letters: value for value, letters in ROMAN_NUMERALS if len(letters) == 1}
CANONICAL_ROMAN = compile_lazily_with_properties(
    r"(?=[MDCLXVI])M{0,1}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})"
)

# ---------------------------------------------------------------- patterns

LATIN_ADVERB = r"(?:bis|ter|quater|[a-z]{2,12}ies)(?!\p{L}|\s+[\d§])"
"""how an inserted clause is counted: bis, ter, quater, quinquies, sexies …; `§ 4 bis 6` is a range"""
EASTERN = r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]"
ADDED = (
    rf"[\s.-]?{LATIN_ADVERB}|[-./]?(?!{EASTERN})\p{{L}}(?!\p{{L}})"
    r"|\p{Latin}{2}(?!\p{L})|\s[a-z](?=[\s.]|$)"
)
"""what is added to the number of an inserted clause: 4a, 4-bis, 4 AA, 2-а"""
FIGURES_WITH_LETTER = compile_lazily_with_properties(
    rf"(?P<figures>[{HAN_NUMERALS}]+)|(?P<figures>\d+)(?P<added>(?:{LATIN_ADVERB}|{ADDED})){{0,3}}"
    r"(?:\.?\s\p{Ll}{1,8}\.?(?P<added>\s\p{Ll})\.?$)?"
)
ORDINAL_ENDS = compile_lazily_with_properties(r"(?<=\d)(?:\.?[ºª°]|(?:er|re|st|nd|rd|th)(?!\p{L}))")
"""1er, 1.º, 2nd"""
PLAIN_ARTICLE = compile_lazily(r"第([0-9]{1,5}|[一二三四五六七八九十百千]{1,9})[条條]")
"""the number of most articles in Chinese and Japanese: nothing is added to its figures"""
RAISED_FIGURES = compile_lazily_with_properties(r"[¹²³⁰⁴-⁹]+")
HAN_OR_DECIMALS = compile_lazily_with_properties(rf"[{HAN_NUMERALS}]+|\d+")
HAN_OR_ASCII = compile_lazily_with_properties(rf"[{HAN_NUMERALS}]+|[0-9]+")
HAN_OR_DIGITS = compile_lazily_with_properties(rf"[{HAN_NUMERALS}]{{1,12}}|[0-9０-９]{{1,5}}")
HAN_OR_LAST_WORD = compile_lazily_with_properties(rf"[{HAN_NUMERALS}]{{1,12}}|[A-Za-z]{{1,8}}(?=\W*$)")
KOREAN_ARTICLE = r"제\s?[0-9]{1,4}조(?:의[0-9]{1,3})?"
KOREAN_NUMBER = compile_lazily_with_properties(KOREAN_ARTICLE)
ASCII_DIGITS = compile_lazily_with_properties("[0-9]+")
LEVELS = compile_lazily_with_properties(
    rf"[0-9]{{1,5}}(?:[\s-]?{LATIN_ADVERB}|(?:-?(?!{EASTERN})\p{{L}}(?!\p{{L}})|[a-z]{{2}}(?!\p{{L}})|[a-z])(?:\s{LATIN_ADVERB})?)?"
    r"(?:[.-][0-9]{1,4}){0,6}",
    regex.IGNORECASE,
)
"""a number with those of its levels: 4.2, 12a"""
LETTER_JOINT = compile_lazily_with_properties(r"(?<=[0-9]\p{L}?)[\s-](?=\p{L})")
"""between a number and what is added to it"""
LEVEL_MARK = compile_lazily_with_properties(r"[.．-]")
NUMBER_OF_RANGE = compile_lazily_with_properties(
    rf"(?:[{HAN_NUMERALS}]{{1,12}}|\d{{1,5}})"
    rf"(?:\s?[条條조]?\s?[之のノ의.-]\s?(?:[{HAN_NUMERALS}]{{1,6}}|\d{{1,4}}))*(?:[a-z]{{1,2}}(?!\p{{L}})|[\s-]?{LATIN_ADVERB})?"
)
DIGITS_AND_LETTERS = compile_lazily_with_properties(r"(\d+)(\p{L}*)")
CLOSING = ".．、,，:：。"
"""marks that close a printed number"""

NumberKey = tuple[tuple[int, str], ...]
"""a number with that inserted after it, to be sorted: § 4a is ((4, "a"),), 第五条の二 ((5, ""), (2, ""))"""

# ---------------------------------------------------------------- values

LONGEST_AMOUNT = 60
"""characters of an amount that is read; what is longer stands for itself"""


def read_decimal(digits: str) -> int | None:
    """Read decimal digits of any script; None where one is newer than this Python's table of characters.

    Patterns find digits by the table that their own library brings, which may be a newer one.

    >>> read_decimal("12"), read_decimal("๑๒"), read_decimal("\U000116d0") in (0, None)
    (12, 12, True)
    """
    try:
        return int(digits)
    except ValueError:
        return None


def read_numeral(printed: str) -> int | None:
    """Read a number of Chinese or Western digits, up to 99,999; None for what is no number.

    >>> read_numeral("一百二十"), read_numeral("１２０"), read_numeral("二〇一七"), read_numeral("百分")
    (120, 120, 2017, None)
    """
    digits = unicodedata.normalize("NFKC", printed)
    if digits.isdecimal():
        return int(digits)
    if not digits or not HAN_CHARACTERS.issuperset(digits):
        return None
    return _count(digits, bare=0)


def han_amount(printed: str) -> Fraction | None:
    """Read an amount in Han numerals, with 点 for the decimal point, up to 亿; None for what is none.

    >>> han_amount("三亿五千万"), han_amount("二点五"), han_amount("叁拾")
    (Fraction(350000000, 1), Fraction(5, 2), Fraction(30, 1))
    """
    if len(printed) > LONGEST_AMOUNT:
        return None
    whole, _, decimals = printed.translate(FINANCIAL).partition("点")
    if not whole or not AMOUNT_CHARACTERS.issuperset(whole + decimals):
        return None
    tail = int("0" + "".join(str(DIGITS.get(char, 0)) for char in decimals))
    return _count(whole, bare=1) + Fraction(tail, 10 ** len(decimals))


def _count(numerals: str, *, bare: int) -> int:
    """Return the value of Han numerals; digits alone count by their places: 二〇二五.

    Args:
        numerals: digits, powers and myriads.
        bare: what a myriad multiplies that has nothing before it.
    """
    if DIGITS.keys() >= set(numerals):
        return int("".join(str(DIGITS[char]) for char in numerals))
    total = section = digit = 0
    for char in numerals:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in POWERS:
            section, digit = section + (digit or 1) * POWERS[char], 0
        else:
            myriad = MYRIADS[char]
            # 三亿 stands apart from the 五千万 after it, and 一万 before 亿 is multiplied by it.
            above, below = (total, 0) if total >= myriad else (0, total)
            total, section, digit = above + (below + section + digit or bare) * myriad, 0, 0
    return total + section + digit


def roman_numeral(printed: str) -> int | None:
    """Read a Roman numeral in capitals, up to 1999, in its canonical form only.

    >>> roman_numeral("XLIX"), roman_numeral("IIII")
    (49, None)
    """
    if not CANONICAL_ROMAN.fullmatch(printed):
        return None
    worth = [ROMAN_LETTERS[letter] for letter in printed]
    return sum(
        -value if value < following else value
        for value, following in zip(worth, [*worth[1:], 1], strict=True)
    )


def write_han_numeral(value: int) -> str:
    """Write a number from 0 to 99,999 in Han numerals, as clauses are counted.

    >>> write_han_numeral(42), write_han_numeral(15), write_han_numeral(105), write_han_numeral(1020)
    ('四十二', '十五', '一百零五', '一千零二十')
    """
    out, pending = "", False
    for power, sign in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            out += "零" * pending + HAN_DIGITS[digit] + sign
        pending = not digit and bool(out)
    return out.removeprefix("一") if out.startswith("一十") else out or HAN_DIGITS[0]


# ---------------------------------------------------------------- labels


@lru_cache(maxsize=1 << 14)
def number_label(printed: str | None) -> str:
    """Spell the number of a clause by its figures alone; empty for None.

    >>> number_label("第一百二十条之一"), number_label("§ 1a"), number_label("4.02"), number_label("(b)")
    ('120-1', '1a', '4-2', 'b')
    >>> (
    ...     number_label("Art. 4 quater"),
    ...     number_label("Section 4AA"),
    ...     number_label("1¹-modda"),
    ...     number_label("2. gr. a."),
    ... )
    ('4quater', '4aa', '1-1', '2a')
    """
    if not printed:
        return ""
    if plain := PLAIN_ARTICLE.fullmatch(printed):
        return str(read_numeral(plain[1]))
    apart = RAISED_FIGURES.sub(lambda found: f"-{found[0]}", ORDINAL_ENDS.sub("", printed))
    folded = fold_case(apart)
    return "-".join(map(write_number, FIGURES_WITH_LETTER.finditer(folded))) or make_key(folded)


def write_number(found: regex.Match[str]) -> str:
    """Write the figures of a number in digits, with what is added to them."""
    value = read_numeral(found["figures"])
    added = (make_key(step) for step in found.captures("added"))
    return (found["figures"].lstrip("0") if value is None else str(value)) + "".join(added)


def reference_label(printed: str) -> str:
    """Spell the number of a clause as references cite it: levels of one number apart from inserted numbers.

    >>> reference_label("第二十条之一"), reference_label("Section 5."), reference_label("4.2")
    ('20-1', '5', '4.2')
    >>> reference_label("제3조의2"), reference_label("(a)")
    ('3-2', 'a')
    """
    numbers = HAN_OR_DIGITS.findall(printed)
    korean = KOREAN_NUMBER.search(printed)
    if korean:
        return "-".join(ASCII_DIGITS.findall(korean[0]))
    if "第" in printed and numbers:
        return "-".join(digits_of(number) for number in numbers)
    plain = LEVELS.search(ORDINAL_ENDS.sub("", printed))
    if plain:
        return LETTER_JOINT.sub("", plain[0].lower())
    inner = HAN_OR_LAST_WORD.search(printed)
    return digits_of(inner[0]).lower() if inner else printed.strip()


def digits_of(printed: str) -> str:
    """Write a numeral in digits; what is none stays."""
    value = read_numeral(printed)
    return printed if value is None else str(value)


def number_in_digits(printed: str) -> str:
    """Write the number of a clause with its word, figures in digits, without brackets, points and spaces.

    >>> number_in_digits("第三条"), number_in_digits("（十二）"), number_in_digits("3.02")
    ('第3条', '12', '3.2')
    """
    levels = (
        make_key(HAN_OR_DECIMALS.sub(lambda found: f" {read_numeral(found[0])} ", level))
        for level in LEVEL_MARK.split(printed)
    )
    return ".".join(filter(None, levels))


def first_number(folded: str) -> int | None:
    """Return the first number in the folded number of a clause.

    >>> first_number("第四十二条之一"), first_number("section 5(a)"), first_number("(b)")
    (42, 5, None)
    """
    found = HAN_OR_ASCII.search(folded)
    return read_numeral(found[0]) if found else None


def strip_closing_signs(number: str) -> str:
    """Return a printed number without what closes it (`3.`, `一、`), which reads oddly where it is named."""
    return number.strip(CLOSING).strip()


# ---------------------------------------------------------------- ranges


def make_number_key(label: str) -> NumberKey:
    """Return the label of a number (`number_label`) in a form that sorts as the numbers do.

    >>> make_number_key("4a") < make_number_key("5") < make_number_key("5-2") < make_number_key("6")
    True
    """
    return tuple((int(digits), letter) for digits, letter in DIGITS_AND_LETTERS.findall(label))


def read_number_range(printed: str) -> tuple[NumberKey, NumberKey] | None:
    """Return the first and the last of the numbers for which a printed one stands; None where there is none.

    >>> read_number_range("第二条から第四条まで")
    (((2, ''),), ((4, ''),))
    >>> read_number_range("§§ 4a to 6")[1], read_number_range("第三条")
    (((6, ''),), (((3, ''),), ((3, ''),)))
    """
    keys = [make_number_key(number_label(found[0])) for found in NUMBER_OF_RANGE.finditer(printed.lower())]
    keys = [key for key in keys if key]
    if not keys:
        return None
    return keys[0], max(keys)
