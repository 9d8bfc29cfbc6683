"""Fold a text for searching, one UTF-16 unit to one, exactly as the script of the search box does.

Offsets in the folded text are offsets in the text itself, so that hits can be marked. What would change the
length (`㎡`, `ß`, a decomposed accent) stays as it is, and so does everything beyond the Basic Multilingual
Plane. Two blocks to which Unicode still adds capital letters are left alone, so that a new browser and an old
Python say the same.

The function of a unit c: white space → space; else NFKC, then lower case, if that is again one unit.
"""

from functools import cache

import numpy as np
import regex
from numpy.typing import NDArray

from hexapla.text import SPACE, fold_character, simplified_characters

CodeUnits = NDArray[np.uint16]
"""UTF-16 units of a text"""
PLANE = 0x10000
LINE_FEED = 10
"""stands between texts, is never folded, and is in no text: white space is made flat before"""
SKIPPED = regex.compile(r"[\p{P}\p{Z}\p{S}\p{Cc}\p{Cf}\s]")
GROWING = (range(0x1C80, 0x1C90), range(0xA7C0, 0xA800))
SURROGATES = range(0xD800, 0xE000)


def collapse_space(text: str) -> str:
    """Return a text on one line: white space of any length and kind as one space, none at the ends."""
    return SPACE.sub(" ", text).strip(" ")


def encode_utf16(text: str) -> CodeUnits:
    """Return a text's UTF-16 units."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)


@cache
def fold_table() -> CodeUnits:
    """Return what each unit is folded to."""
    table = np.arange(PLANE, dtype=np.uint16)
    for code in range(PLANE):
        if code == LINE_FEED or code in SURROGATES or any(code in block for block in GROWING):
            continue
        one = fold_character(chr(code))
        if len(one) == 1 and ord(one) < PLANE:
            table[code] = ord(one)
    return table


@cache
def skip_table() -> NDArray[np.bool_]:
    """Return which folded units are punctuation, signs or white space, which a reader may ignore."""
    table = np.zeros(PLANE, np.bool_)
    for code in range(PLANE):
        table[code] = code != LINE_FEED and code not in SURROGATES and bool(SKIPPED.match(chr(code)))
    return table


@cache
def simplified_pairs() -> tuple[tuple[str, str], ...]:
    """Return traditional characters with their simplified ones, where both are one unit."""
    return tuple((chr(a), chr(b)) for a, b in simplified_characters().items() if b < PLANE)


@cache
def simplified_table() -> CodeUnits:
    """Return the simplified form of each folded unit."""
    table = np.arange(PLANE, dtype=np.uint16)
    for traditional, simple in simplified_pairs():
        table[ord(traditional)] = ord(simple)
    return table


def fold_units(units: CodeUnits) -> CodeUnits:
    """Fold width, compatibility forms and case."""
    return fold_table()[units]


def simplify_units(units: CodeUnits) -> CodeUnits:
    """Fold traditional characters, of a folded text."""
    return simplified_table()[units]


def drop_skipped(units: CodeUnits) -> CodeUnits:
    """Leave out punctuation, signs and white space, of a folded text."""
    return units[~skip_table()[units]]
