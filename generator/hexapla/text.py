"""All we believe about characters: folding, width, numerals.

The original characters are kept everywhere; they are folded only in the moment of comparing.
"""

import unicodedata

import regex

__all__ = [
    "SUPERSCRIPTS",
    "find_line_number",
    "is_wide",
    "join_pieces",
    "make_key",
    "normalize_spaces",
    "read_numeral",
    "remove_space",
]

SKIPPED = regex.compile(r"[\p{P}\p{Z}\p{C}\p{S}\s]+")
SPACE = regex.compile(r"[\s\x1c-\x1f\p{Cf}\p{Z}]+")
"""U+001C to U+001F are space to `str.split`, and so wherever a text is cut; to Unicode they are not"""
SUPERSCRIPTS = "⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ†‡"
"""signs by which notes are referred to, for a character class"""
UNSEEN = regex.compile(r"\p{Cf}+")
"""characters that take no room, as a soft hyphen"""
WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303F\uFF00-\uFFEF\u2018-\u201D\u2026\u2014]")

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "兩": 2}
POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "萬": 10_000}


def make_key(text: str) -> str:
    """Fold a text for comparing: compatibility forms, case, punctuation and white space.

    Idempotent. Two texts with equal keys say the same in other characters. Signs that carry meaning in
    numbers (`%`, `§`, `$`) go too: what differs only in them is told apart by flags, not by keys.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return SKIPPED.sub("", unicodedata.normalize("NFKC", folded))


def remove_space(text: str) -> str:
    """Remove white space and invisible format characters."""
    return SPACE.sub("", text)


def is_wide(char: str) -> bool:
    """Tell whether no space is written between this character and a Han character."""
    return bool(WIDE.match(char))


def join_pieces(*pieces: str | None) -> str:
    """Join pieces of a clause (number, heading, text) as its language does: no space beside Han."""
    out = ""
    for piece in filter(None, pieces):
        gap = "" if not out or out[-1].isspace() or is_wide(out[-1]) or is_wide(piece[0]) else " "
        out += gap + piece
    return out


def normalize_spaces(text: str) -> str:
    """Return a text with the spaces that belong to its writing: one between two words, none beside Han.

    What is the same then says the same however its source breaks lines and sets spaces.
    """
    return join_pieces(*UNSEEN.sub("", text).split())


def find_line_number(text: str, offset: int) -> int:
    """Return the line on which a character stands, counted from 1."""
    return text.count("\n", 0, offset) + 1


def read_numeral(printed: str) -> int | None:
    """Read a number of Chinese or Western digits: `一百二十`, `120`, `１２０`: 120; `二〇一七`: 2017.

    Returns None for what is no number. The grammar is that of clause numbers, up to 99,999; amounts of
    money with 亿 are the business of comparison.
    """
    digits = unicodedata.normalize("NFKC", printed)
    if digits.isdecimal():
        return int(digits)
    if not digits or not set(digits) <= DIGITS.keys() | POWERS.keys():
        return None
    if not POWERS.keys() & set(digits):
        return int("".join(str(DIGITS[c]) for c in digits))
    total = section = digit = 0
    for char in digits:
        if char in DIGITS:
            digit = DIGITS[char]
        elif POWERS[char] == POWERS["万"]:
            total, section, digit = (total + section + digit) * POWERS["万"], 0, 0
        else:
            section, digit = section + (digit or 1) * POWERS[char], 0
    return total + section + digit
