"""Numbers as lists print them: `3` as 三, iii, c, ③. The names are those of ECMA-376, `ST_NumberFormat`.

Beyond its range a format goes on with decimals, as word processors do.
"""

from collections.abc import Callable

from hexapla.languages import load_languages
from hexapla.text.numerals import (
    AIUEO,
    GANADA,
    HAN_DIGITS,
    IROHA,
    ROMAN_NUMERALS,
    STEMS,
)

LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
LEGAL_JAPANESE = "〇壱弐参四五六七八九"
KOREAN = "영일이삼사오육칠팔구"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
FULL_IROHA = IROHA + "ン"
HALF_AIUEO = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
KOREAN_COUNTING = "하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열".split()
CIRCLED_HAN = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
ENGLISH = load_languages()["en"]
CARDINALS = ENGLISH.words("numbers", "units")
TENS = ENGLISH.words("numbers", "tens")
ORDINALS = dict(
    zip(CARDINALS[1:], (word.lower() for word in ENGLISH.words("ordinals", "both")), strict=False)
)
MOST_ROMAN = 4999
MOST_LETTERS = 780
"""thirty times the alphabet, where word processors begin anew"""
MOST_WORDS = 99
MOST_HAN = 99_999


def format_number(number: int, form: str) -> str | None:
    """Write a number in a format; None for a format that nobody knows."""
    write = FORMATS.get(form)
    return None if write is None else write(number) or str(number)


def format_roman(number: int) -> str:
    """Write a number in small Roman numerals; nothing where there are none for it."""
    if not 0 < number <= MOST_ROMAN:
        return ""
    out = ""
    for value, letters in ROMAN_NUMERALS:
        count, number = divmod(number, value)
        out += letters * count
    return out.lower()


def format_repeated_letters(number: int, letters: str = LATIN) -> str:
    """Write y, z, aa, bb, cc: as Word does."""
    times, index = divmod(number - 1, len(letters))
    return letters[index] * (times + 1) if 0 < number <= MOST_LETTERS else ""


def format_alphabetic(number: int, letters: str = LATIN) -> str:
    """Write y, z, aa, ab, ac: as HTML and OpenDocument do."""
    out = ""
    while number > 0:
        number, index = divmod(number - 1, len(letters))
        out = letters[index] + out
    return out


def format_digits(number: int, of: str, zero: str) -> str:
    """Write every digit by itself: 一〇三."""
    return "".join(zero if digit == "0" else of[int(digit)] for digit in str(number)) if number >= 0 else ""


def format_with_powers(number: int, of: str, powers: str, *, one: str, zero: str) -> str:
    """Write a number with its powers: 一百零三.

    Args:
        number: up to 99,999.
        of: digits.
        powers: ten, hundred, thousand, ten thousand.
        one: where a power's one is written: `all`, `inner` (十三, but 一百一十三), `none` (百十三).
        zero: what stands for powers that are left out; may be nothing.
    """
    if not 0 < number <= MOST_HAN:
        return of[0] if number == 0 else ""
    out, left_out = "", False
    for power in range(4, -1, -1):
        digit = number // 10**power % 10
        if not digit:
            left_out = bool(out)
            continue
        out += zero if left_out else ""
        left_out = False
        ten_thousand = len("千百十") < power
        spoken = one == "all" or ten_thousand or (one == "inner" and (power > 1 or bool(out)))
        out += of[digit] if digit > 1 or power == 0 or spoken else ""
        out += powers[power - 1] if power else ""
    return out


def format_up_to_99(number: int, zero: str) -> str:
    """Write 十三 up to ninety-nine, digits beyond: the “counting” formats without thousands."""
    if number <= MOST_WORDS:
        return format_with_powers(number, HAN_DIGITS, "十百千万", one="inner", zero="零")
    return format_digits(number, HAN_DIGITS, zero)


def format_enclosed(number: int, first: str, most: int) -> str:
    """Write a number as one of a run of characters."""
    return chr(ord(first) + number - 1) if 0 < number <= most else ""


def format_circled(number: int) -> str:
    """Write ① to ⑳; ⓪ is nought."""
    return "⓪" if number == 0 else format_enclosed(number, "①", 20)


def format_from_list(number: int, signs: str | list[str]) -> str:
    """Write a number as one of a list, nothing beyond its end."""
    return signs[number - 1] if 0 < number <= len(signs) else ""


def format_sexagenary(number: int) -> str:
    """Write 甲子, 乙丑 … 癸亥."""
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12] if 0 < number <= 60 else ""  # noqa: PLR2004 - the cycle's length


def format_ordinal(number: int) -> str:
    """Write 1st, 2nd, 3rd, 4th."""
    teens = number % 100 // 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def format_cardinal_words(number: int) -> str:
    """Write One, Twenty-one."""
    if not 0 <= number <= MOST_WORDS:
        return ""
    tens, ones = divmod(number, 10)
    if number < len(CARDINALS):
        return CARDINALS[number].capitalize()
    return (TENS[tens] + (f"-{CARDINALS[ones]}" if ones else "")).capitalize()


def format_ordinal_words(number: int) -> str:
    """Write First, Twenty-first."""
    head, dash, last = format_cardinal_words(number).lower().rpartition("-")
    if not last:
        return ""
    last = ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return (head + dash + last).capitalize()


def format_full_width(number: int) -> str:
    """Write decimal digits of full width."""
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)) if number >= 0 else ""


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": format_full_width,
    "decimalFullWidth2": format_full_width,
    "numberInDash": lambda n: f"- {n} -",
    "hex": lambda n: f"{n:X}",
    "ordinal": format_ordinal,
    "cardinalText": format_cardinal_words,
    "ordinalText": format_ordinal_words,
    "lowerRoman": format_roman,
    "upperRoman": lambda n: format_roman(n).upper(),
    "lowerLetter": format_repeated_letters,
    "upperLetter": lambda n: format_repeated_letters(n).upper(),
    "russianLower": lambda n: format_repeated_letters(n, RUSSIAN),
    "russianUpper": lambda n: format_repeated_letters(n, RUSSIAN).upper(),
    "decimalEnclosedCircle": format_circled,
    "decimalEnclosedCircleChinese": format_circled,
    "decimalEnclosedFullstop": lambda n: format_enclosed(n, "⒈", 20),
    "decimalEnclosedParen": lambda n: format_enclosed(n, "⑴", 20),
    "ideographEnclosedCircle": lambda n: format_from_list(n, CIRCLED_HAN),
    "chineseCounting": lambda n: format_up_to_99(n, "○"),
    "taiwaneseCounting": lambda n: format_up_to_99(n, "○"),
    "chineseCountingThousand": lambda n: format_with_powers(
        n, HAN_DIGITS, "十百千万", one="inner", zero="零"
    ),
    "taiwaneseCountingThousand": lambda n: format_with_powers(
        n, HAN_DIGITS, "十百千萬", one="inner", zero="零"
    ),
    "chineseLegalSimplified": lambda n: format_with_powers(
        n, LEGAL_SIMPLIFIED, "拾佰仟萬", one="all", zero="零"
    ),
    "ideographLegalTraditional": lambda n: format_with_powers(
        n, LEGAL_TRADITIONAL, "拾佰仟萬", one="all", zero="零"
    ),
    "ideographDigital": lambda n: format_digits(n, HAN_DIGITS, "〇"),
    "taiwaneseDigital": lambda n: format_digits(n, HAN_DIGITS, "○"),
    "japaneseDigitalTenThousand": lambda n: format_digits(n, HAN_DIGITS, "〇"),
    "japaneseCounting": lambda n: format_with_powers(n, HAN_DIGITS, "十百千万", one="none", zero=""),
    "japaneseLegal": lambda n: format_with_powers(n, LEGAL_JAPANESE, "拾百阡萬", one="all", zero=""),
    "koreanDigital": lambda n: format_digits(n, KOREAN, "영"),
    "koreanDigital2": lambda n: format_digits(n, HAN_DIGITS, "零"),
    "koreanCounting": lambda n: format_with_powers(n, KOREAN, "십백천만", one="none", zero=""),
    "koreanLegal": lambda n: format_from_list(n, KOREAN_COUNTING),
    "ganada": lambda n: format_from_list(n, GANADA),
    "chosung": lambda n: format_from_list(n, CHOSUNG),
    "aiueo": lambda n: format_from_list(n, HALF_AIUEO),
    "aiueoFullWidth": lambda n: format_from_list(n, AIUEO),
    "iroha": lambda n: format_from_list(n, FULL_IROHA),
    "irohaFullWidth": lambda n: format_from_list(n, FULL_IROHA),
    "ideographTraditional": lambda n: format_from_list(n, STEMS),
    "ideographZodiac": lambda n: format_from_list(n, BRANCHES),
    "ideographZodiacTraditional": format_sexagenary,
}
