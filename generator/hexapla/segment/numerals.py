"""The numbers of marks as tuples that count on: 第四条之一 is (4, 1), § 12-3.1 is (12, 3, 1).

Each reader takes the printed numeral in the folded view and returns its value, or None for what is no
numeral.
"""

import re
from collections.abc import Callable

from hexapla.text import numeral

__all__ = ["READERS", "Value", "repaired", "roman"]

Value = tuple[int, ...]

LOOK_ALIKES = str.maketrans(
    {
        bad: good
        for good, group in {
            "一": "—ー―‐–-",
            "二": "ニ",
            "三": "彐",
            "八": "入",
            "十": "土士",
            "〇": "OoΟ○0",
        }.items()
        for bad in group
    }
)
LOOK_ALIKE_DIGITS = str.maketrans("lI|OoSsZz", "111005522")
ALPHABET = 26
NOISE = re.compile(r"[\s\x1f]+")
ROMAN = re.compile(r"(?=[MDCLXVI])M{0,1}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
GANADA = "가나다라마바사아자차카타파하"
CIRCLED = (
    dict(zip(map(chr, range(0x2460, 0x2474)), range(1, 21), strict=True))
    | dict(zip(map(chr, range(0x3251, 0x3260)), range(21, 36), strict=True))
    | dict(zip(map(chr, range(0x2776, 0x2780)), range(1, 11), strict=True))
)
PARENTHESISED = dict(zip(map(chr, range(0x2474, 0x2488)), range(1, 21), strict=True))
DOTTED = dict(zip(map(chr, range(0x2488, 0x249C)), range(1, 21), strict=True))
BRACKETED_HAN = dict(zip(map(chr, range(0x3220, 0x322A)), range(1, 11), strict=True))
ENCLOSED = CIRCLED | PARENTHESISED | DOTTED | BRACKETED_HAN


def positive(*numbers: int | None) -> Value | None:
    """Return the value if all its numbers could be read."""
    known = tuple(n for n in numbers if n is not None)
    return known if len(known) == len(numbers) else None


def repaired(printed: str) -> str:
    """Write a damaged Chinese numeral as it was meant: `—` for 一, `O` for 〇."""
    return printed.translate(LOOK_ALIKES)


def han(printed: str) -> Value | None:
    """`十二`, `15-1`, `四条之一`, `2의2`; look-alikes of numerals are read as what they stand for."""
    clean = NOISE.sub("", printed)
    pieces = re.split(r"[条章节编관조장절편]?[之의の]|(?<=\d)-(?=\d)", clean)
    values = [numeral(piece) if numeral(piece) is not None else numeral(repaired(piece)) for piece in pieces]
    return positive(*values)


def digits(printed: str) -> Value | None:
    """`12`, `1a` (1, 1), `12-3.1`, `3:16`, `L. 12-1`; `l` for 1 and `O` for 0 beside digits."""
    clean = NOISE.sub("", printed)
    numbers = [int(n) for n in re.findall(r"\d+", clean)]
    if not numbers:
        numbers = [int(n) for n in re.findall(r"\d+", clean.translate(LOOK_ALIKE_DIGITS))]
    suffix = re.search(r"(?<=\d)([a-z])$", clean)
    if suffix:
        numbers.append(ord(suffix[1]) - ord("a") + 1)
    return tuple(numbers) or None


def roman(printed: str) -> Value | None:
    """`IV`, `xii`; only numerals in their canonical form."""
    upper = printed.upper()
    if not ROMAN.fullmatch(upper):
        return None
    pairs = zip(upper, [*upper[1:], "I"], strict=True)
    return (sum(-WORTH[a] if WORTH[a] < WORTH[b] else WORTH[a] for a, b in pairs),)


def roman_or_digits(printed: str) -> Value | None:
    """`IV` or `4a` or `12-3.1`."""
    return digits(printed) if any(char.isdigit() for char in printed) else roman(printed)


def letter(printed: str) -> Value | None:
    """`a` 1 … `z` 26, `aa` 27."""
    low = printed.lower()
    if len(set(low)) > 1:
        return None
    return (ALPHABET * (len(low) - 1) + ord(low[0]) - ord("a") + 1,)


def double_letter(printed: str) -> Value | None:
    """`aa` 1, `bb` 2."""
    return (ord(printed[0]) - ord("a") + 1,) if len(set(printed)) == 1 else None


def enclosed(printed: str) -> Value | None:
    """`①` 1, `⑴` 1, `㈠` 1."""
    return positive(ENCLOSED.get(printed))


def in_row(row: str) -> Callable[[str], Value | None]:
    """Make a reader of letters that count in the order of a row."""
    place = {char: n for n, char in enumerate(row, start=1)}
    return lambda printed: positive(place.get(printed))


def none(_printed: str) -> Value:
    """A heading that stands for a number (附則): 0."""
    return (0,)


READERS: dict[str, Callable[[str], Value | None]] = {
    "none": none,
    "han": han,
    "digits": digits,
    "roman": roman,
    "roman_or_digits": roman_or_digits,
    "letter": letter,
    "double_letter": double_letter,
    "enclosed": enclosed,
    "iroha": in_row(IROHA),
    "aiueo": in_row(AIUEO),
    "ganada": in_row(GANADA),
}
