"""The numbers of marks as tuples that count on: 第四条之一 is (4, 1), § 12-3.1 is (12, 3, 1).

Each reader takes the printed numeral in the folded view and returns its value, or None for what is no
numeral.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from hexapla.languages.ordinals import ORDINALS, SOLE, SUCCESSORS
from hexapla.lazy_patterns import compile_lazily
from hexapla.text.numerals import (
    AIUEO,
    ENCLOSED,
    FINANCIAL,
    GANADA,
    IROHA,
    STEMS,
    read_numeral,
    roman_numeral,
)

Value = tuple[int, ...]

LOOK_ALIKES = str.maketrans(
    {
        bad: good
        for good, group in {
            "一": "—ー―‐–-|丨",
            "二": "ニ",
            "三": "彐彡Ξ",
            "八": "入ハ",
            "十": "土士+",
            "〇": "OoΟ○0",
            "1": "l",
        }.items()
        for bad in group
    }
)
LOOK_ALIKE_DIGITS = str.maketrans("lI|OoSsZzB", "1110055228")
ALPHABET = 26
DIGITS = compile_lazily(r"\d{1,4}")
ORDINAL_END = compile_lazily(r"(?<=\d)(?:er|re|ER|RE)$")
"""1er"""
NOISE = compile_lazily(r"[\s\x1f]+")
JOINT = compile_lazily(r"[之のノ의]")
"""what joins an inserted number to the one before it"""
PIECES = compile_lazily(
    rf"\d+|(?i:{'|'.join(sorted(map(re.escape, SUCCESSORS), key=len, reverse=True))})(?![^\W\d_])|[^\W\d_]"
)
"""figures, words of inserted clauses, letters"""
QUOTED_LETTER = compile_lazily(r"[\s\x1f][„“\"«]([^\W\d_])[“”\"»]$")
"""Глава втора „а“"""
RAISED = compile_lazily(r"[¹²³⁰⁴-⁹]+")
LETTERS_BETWEEN = {"ç": "c", "ğ": "g", "ş": "s", "đ": "d"}
"""letters with the one after which they stand in an alphabet that has them"""
ABJAD = "أبجدهوزحطيكلمن"
"""Arabic letters in the order in which they count"""
ALPHABETS = "aαаאक"
"""first letters, from which the letter of an inserted clause counts: 5a, 5α, 5а"""


def build_value(*numbers: int | None) -> Value | None:
    """Return the value if all its numbers could be read."""
    known = tuple(n for n in numbers if n is not None)
    return known if len(known) == len(numbers) else None


def repair_numeral(printed: str) -> str:
    """Write a damaged Chinese numeral as it was meant: `—` for 一, `O` for 〇."""
    return printed.translate(LOOK_ALIKES)


@lru_cache(maxsize=4096)
def read_han(printed: str) -> Value | None:
    """`十二`, `15-1`, `四条之一`, `2의2`; look-alikes of numerals are read as what they stand for."""
    if printed.isascii() and printed.isdecimal():
        return (int(printed),)
    clean = NOISE.sub("", printed).translate(FINANCIAL)
    pieces = re.split(r"[条章节编관조장절편]?[之의のノ]|(?<=\d)-(?=\d)", clean)
    values = [read_numeral(piece) for piece in pieces]
    if None in values:
        values = [
            read_numeral(repair_numeral(piece)) if value is None else value
            for value, piece in zip(values, pieces, strict=True)
        ]
    return build_value(*values)


def read_digits(printed: str) -> Value | None:
    """`12`, `1a` and `1 bis` (1, 1), `3a bis` (3, 1, 1), `12-3.1`, `3:16`; `l` for 1 where there is no digit.

    Letters before the first figure (`L. 12-1`) say nothing of the number; of those behind it each is a step.
    """
    clean = RAISED.sub(lambda found: "-" + unicodedata.normalize("NFKC", found[0]), NOISE.sub("", printed))
    first = DIGITS.search(clean)
    if not first:
        return tuple(int(n) for n in re.findall(r"\d+", clean.translate(LOOK_ALIKE_DIGITS))) or None
    return tuple(
        read_step(piece)
        for piece in PIECES.findall(JOINT.sub("-", ORDINAL_END.sub("", clean[first.start() :])))
    )


def read_step(piece: str) -> int:
    """Return the number for which figures, a word of inserted clauses or a letter stands."""
    if piece.isdecimal():
        return int(piece)
    added = piece.lower()
    before = [letter for letter in ALPHABETS if letter <= added[0]]
    return SUCCESSORS.get(added) or (ord(added[0]) - ord(max(before)) + 1 if before else 1)


def read_misread_digits(printed: str) -> Value | None:
    """`1O` 10, `l1` 11: digits among which stand letters that look like them."""
    return read_digits(printed.translate(LOOK_ALIKE_DIGITS))


def read_ordinal(printed: str) -> Value | None:
    """`First`, `premier`, `ONE`, `Erster`, `única` 1, `2.ª` 2."""
    digits = DIGITS.match(printed)
    if digits:
        return build_value(int(digits[0]))
    quoted = QUOTED_LETTER.search(printed)
    if quoted:
        return build_value(*(read_ordinal(printed[: quoted.start()]) or (None,)), read_step(quoted[1]))
    words = printed.lower().split()
    number = ORDINALS.get(" ".join(words)) or ORDINALS.get(words[-1])
    if " ".join(words) in ORDINALS:
        return build_value(number)
    return build_value(1 if words[-1].capitalize() in SOLE else number)


def read_roman(printed: str) -> Value | None:
    """`IV`, `xii`, `XI bis` and `XI^1` (11, 1); only numerals in their canonical form."""
    plain, *added = printed.lower().replace("-", " ").replace("^", " ").split()
    number = roman_numeral(re.sub(r"(?:er|re)$", "", plain).upper())
    return build_value(number, *(int(one) if one.isdecimal() else SUCCESSORS.get(one) for one in added))


def read_roman_sign(printed: str) -> Value | None:
    """Return the value of a Roman numeral of one character: Ⅳ."""
    return (ord(printed) - ord("Ⅰ") + 1,)


def read_roman_or_digits(printed: str) -> Value | None:
    """`IV` or `4a` or `12-3.1`, or a word for one."""
    if any(char.isdigit() for char in printed.split("^", maxsplit=1)[0]):
        return read_digits(printed)
    return read_roman(printed) or read_ordinal(printed)


def read_letter(printed: str) -> Value | None:
    """`a` 1 … `z` 26, `aa` 27, `b-bis` (2, 1); a letter of its own between two others, `ç`, `đ`, (3, 1)."""
    low, _, added = printed.lower().partition("-")
    if low in LETTERS_BETWEEN:
        return (ord(LETTERS_BETWEEN[low]) - ord("a") + 1, 1)
    if len(set(low)) > 1:
        return None
    place = ALPHABET * (len(low) - 1) + ord(low[0]) - ord("a") + 1
    return (place, SUCCESSORS[added]) if added else (place,)


def read_branch(printed: str) -> Value | None:
    """`a` 1, `bis` 1, `ter` 2: what is added behind a number."""
    added = SUCCESSORS.get(printed.lower())
    return (added,) if added else read_letter(printed)


def read_lettered(printed: str) -> Value | None:
    """`A.1.2` (1, 1, 2): a number below an annex that bears a letter."""
    letter, *numbers = printed.split(".")
    return (ord(letter) - ord("A") + 1, *map(int, numbers))


def read_double_letter(printed: str) -> Value | None:
    """`aa` 1, `bb` 2."""
    return (ord(printed[0]) - ord("a") + 1,) if len(set(printed)) == 1 else None


def read_enclosed(printed: str) -> Value | None:
    """`①` 1, `⑴` 1, `㈠` 1; `○2`, a circle that did not close around its figure, 2; `<17>` 17."""
    if printed[0] == "<":
        return build_value(int(printed.strip("<>")))
    return build_value(int(printed[1:]) if printed[1:].isdecimal() else ENCLOSED.get(printed))


def make_row_reader(row: Sequence[str]) -> Callable[[str], Value | None]:
    """Make a reader of letters that count in the order of a row, half-width forms as the others."""
    place = {char: n for n, char in enumerate(row, start=1)}
    return lambda printed: build_value(place.get(unicodedata.normalize("NFKC", printed)))


def read_ganada(printed: str) -> Value | None:
    """`가` 1, `가의2` (1, 2): an item that came in later."""
    letter, _, added = printed.partition("의")
    value = read_hangul(letter)
    return (*value, int(added)) if value and added else value


def read_unnumbered(_printed: str) -> Value:
    """A heading that stands for a number (附則): 0."""
    return (0,)


def read_sole_paragraph(_printed: str) -> Value:
    """The one paragraph of an article (Parágrafo único): 1."""
    return (1,)


read_hangul = make_row_reader(GANADA)
READERS: dict[str, Callable[[str], Value | None]] = {
    "none": read_unnumbered,
    "only": read_sole_paragraph,
    "han": read_han,
    "digits": read_digits,
    "misread": read_misread_digits,
    "ordinal": read_ordinal,
    "roman": read_roman,
    "roman_sign": read_roman_sign,
    "roman_or_digits": read_roman_or_digits,
    "letter": read_letter,
    "double_letter": read_double_letter,
    "lettered": read_lettered,
    "enclosed": read_enclosed,
    "iroha": make_row_reader(IROHA),
    "aiueo": make_row_reader(AIUEO),
    "ganada": read_ganada,
    "stems": make_row_reader(STEMS),
    "abjad": make_row_reader(ABJAD),
}
