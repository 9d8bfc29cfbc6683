"""Foldings: texts as they are compared and looked up. What is shown is always cut from the original.

    fold_case        width, compatibility forms and case; the length may change
    key              the same, without punctuation, signs and white space: do two texts say the same?
    fold_script      full width and traditional Han characters, one character to one
    simplify         traditional Chinese to simplified, whole phrases; the length may change
    fold_print       width, spaces, brackets and invisible characters, one character to one: to find marks
    fold_character   one character as the search sees it

A folding of one character to one keeps offsets, so that what was found can be marked in the original.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

from hexapla.lazy_patterns import compile_lazily, compile_lazily_with_properties

SKIPPED = compile_lazily_with_properties(r"[\p{P}\p{Z}\p{C}\p{S}\s]+")
UNPRINTED = compile_lazily_with_properties(r"[\s\x1c-\x1f\p{Cf}\p{Z}]+")
"""U+001C to U+001F are space to `str.split`, and so wherever a text is cut; to Unicode they are not"""
SPACE = compile_lazily_with_properties(r"[\s\x1c-\x1f\x85\ufeff]+")
"""white space to Python or to the script of the search box"""

SAME_SIGNS = dict(zip("’‘ʼʹ′´`‐đħıłøŧ", "'''''''-dhilot", strict=True))
"""apostrophes, hyphens, and letters with a stroke, which Unicode takes for letters of their own"""
ACCENTED = compile_lazily_with_properties(r"[\p{Latin}\p{Greek}]\p{M}+")
"""a letter taken apart; kana with a mark are other kana"""

HAN_BLOCKS = (range(0x3400, 0xA000), range(0xF900, 0xFB00))
"""of the Basic Multilingual Plane; to look up the 75,000 rarer characters costs more than most comparisons"""
FULL_WIDTH_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
FULL_WIDTH = FULL_WIDTH_ASCII | {0xFFE1: ord("£"), 0xFFE5: ord("¥")}
"""code points of full-width forms, with those of half width"""
WIDE = compile_lazily(f"[{''.join(map(chr, FULL_WIDTH))}]")

WIDE_SIGNS = tuple((sign, unicodedata.normalize("NFKC", sign)) for sign in "，；：（）！？\u3000")
"""the commonest signs of full width, with those of half width"""

HIDDEN = "\x1f"
"""stands for what a reader does not see: zero-width characters, Markdown's signs"""
INVISIBLE = "\u00ad\u034f\u061c\u180e\ufeff" + "".join(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)))
)
SPACES = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
LINE_ENDS = "\r\v\f\x1c\x1d\x85\u2028\u2029"
SAME_LOOK = {
    "、": "﹑､",
    ":": "︰﹕∶",
    ";": "﹔",
    ".": "﹒",
    "(": "﹙",
    ")": "﹚",
    ",": "﹐",
    "°": "º˚",
    "条": "條",
    "编": "編",
    "节": "節",
    "录": "錄録",
}
"""of traditional characters only those by which clauses and divisions are called"""
RADICALS = (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
"""look like Han characters and stand for them where a PDF's letters were read by their shape"""
PRINT_TABLE = {
    **{code: same for code in RADICALS if len(same := unicodedata.normalize("NFKC", chr(code))) == 1},
    **{code: chr(narrow) for code, narrow in FULL_WIDTH_ASCII.items()},
    **{ord(char): HIDDEN for char in INVISIBLE},
    **{ord(char): " " for char in SPACES},
    **{ord(char): "\n" for char in LINE_ENDS},
    **{ord(char): to for to, chars in SAME_LOOK.items() for char in chars},
    ord("\x1e"): " ",
}


LAST_OF_PLANE = 0xFFFF
PRINTED = compile_lazily(
    f"[{re.escape(''.join(chr(code) for code in PRINT_TABLE if code <= LAST_OF_PLANE))}]"
)
RARE = compile_lazily("[\U0002f800-\U0002fa1f]")
"""the others of the table: a class with them would be slow"""
SHORT = 200
"""characters up to which a text is folded character by character; a longer one, sign by sign of the few that
it has: a tenth of the time"""


def fold_case(text: str) -> str:
    """Fold width, compatibility forms and case.

    The second normalization composes what folding the case took apart. To normalize a text that is normal
    takes a tenth of the time: of most Chinese texts that are not, signs of full width are all that is not.
    """
    if text.isascii():
        return text.lower()
    for wide, plain in WIDE_SIGNS:
        text = text.replace(wide, plain)
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def make_key(text: str) -> str:
    """Fold a text for comparing: compatibility forms, case, punctuation and white space.

    Idempotent. Two texts with equal keys say the same in other characters. Signs that carry meaning in
    numbers (`%`, `§`, `$`) go too: what differs only in them is told apart by flags, not by keys.

    >>> make_key("Ａrt. 3: “Seat”")
    'art3seat'
    """
    folded = SKIPPED.sub("", fold_case(text))
    # an accent that stood behind a space joins the letter before it
    return folded if unicodedata.is_normalized("NFC", folded) else fold_case(folded)


def remove_space(text: str) -> str:
    """Remove white space and invisible format characters."""
    return UNPRINTED.sub("", text)


@cache
def _converter() -> Any:  # noqa: ANN401 - it has no types
    from opencc import OpenCC  # noqa: PLC0415 - few texts need more than the table of characters

    return OpenCC("t2s")


@cache
def read_conversions(name: str) -> tuple[tuple[str, str], ...]:
    """Return what a table of OpenCC changes: each traditional form with its first simplified one."""
    table = files("opencc").joinpath("dictionary", name).read_text(encoding="utf-8")
    pairs = (line.split()[:2] for line in table.splitlines() if line.strip())
    return tuple((old, new) for old, new in pairs if old != new)


@cache
def simplified_characters() -> dict[int, int]:
    """Return the code points of traditional characters with those of their simplified ones, in order.

    OpenCC's table of single characters, as far as both sides are one character, of the Han blocks of the
    Basic Multilingual Plane. It is read from its file: to convert each character takes fifteen times as long.
    """
    pairs = read_conversions("TSCharacters.txt")
    known = {ord(old): ord(new) for old, new in pairs if len(old) == len(new) == 1}
    return {code: known[code] for block in HAN_BLOCKS for code in block if code in known}


def simplify_character(code: int) -> int:
    """Return the code point of a character's simplified form, of whatever plane."""
    if any(code in block for block in HAN_BLOCKS):
        return simplified_characters().get(code, code)
    return ord(_converter().convert(chr(code))[0])


@cache
def traditional_characters() -> re.Pattern[str]:
    """Return the pattern of a character that has a simplified form."""
    return compile_lazily(f"[{''.join(map(chr, simplified_characters()))}]")


@cache
def _script_table() -> dict[int, int]:
    return FULL_WIDTH | simplified_characters()


def fold_script(text: str) -> str:
    """Return a text of the same length in simplified, half-width characters.

    >>> fold_script("第３條")
    '第3条'
    """
    if text.isascii():
        return text
    if traditional_characters().search(text):
        return text.translate(_script_table())
    for sign in set(WIDE.findall(text)):  # a table asks of each character what a pattern asks at once
        text = text.replace(sign, chr(FULL_WIDTH[ord(sign)]))
    return text


@cache
def find_convertible() -> re.Pattern[str]:
    """Return the pattern of what a conversion changes: texts without it need none, and no converter."""
    characters = [old for old, _ in read_conversions("TSCharacters.txt")]
    known = frozenset(characters)
    phrases = [old for old, _ in read_conversions("TSPhrases.txt") if known.isdisjoint(old)]
    return compile_lazily("|".join([f"[{''.join(characters)}]", *map(re.escape, phrases)]))


def simplify(text: str) -> str:
    """Convert whole phrases from traditional to simplified Chinese; the length may change.

    >>> simplify("一目瞭然的條款"), simplify("一目了然的条款")
    ('一目了然的条款', '一目了然的条款')
    """
    if not find_convertible().search(text):
        return text
    converted: str = _converter().convert(text)
    return converted


def fold_print(text: str) -> str:
    """Return the text with width, spaces and brackets unified, of the same length.

    Post-conditions:
        1. `len(fold_print(text)) == len(text)`.
        2. `fold_print(fold_print(text)) == fold_print(text)`.
    """
    if len(text) < SHORT or text.isascii() or RARE.search(text):
        return text.translate(PRINT_TABLE)
    for sign in set(PRINTED.findall(text)):
        text = text.replace(sign, PRINT_TABLE[ord(sign)])
    return text


def fold_character(char: str) -> str:
    """Fold a character as the script of the search box does.

    White space, compatibility forms, case, the accents of Latin and Greek letters, and signs that one
    keyboard has and another has not (`SAME_SIGNS`). What comes out may be several
    characters; the search leaves such a one as it is.

    >>> "".join(map(fold_character, "L’État Ørsted"))
    "l'etat orsted"
    """
    if SPACE.match(char):
        return " "
    plain = unicodedata.normalize("NFKC", char).lower()
    plain = SAME_SIGNS.get(plain, plain)
    letter = unicodedata.normalize("NFD", plain)
    return letter[0] if ACCENTED.fullmatch(letter) else plain
