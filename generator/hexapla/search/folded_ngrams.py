"""Texts folded for searching, and which texts can hold a query: exactly as the script of the search box does.

A text is folded one UTF-16 unit to one, so offsets in the folded text are offsets in the text itself, and
hits can be marked. White space becomes a space; any other unit is folded by `text.fold_character` (NFKC,
lower case, no accents, one form of apostrophe and hyphen), if that is again one unit. What would change the
length (`㎡`, `ß`, a decomposed accent) stays as it is, and so does everything beyond the Basic Multilingual
Plane. Two blocks to which Unicode still adds capital letters are left alone, so that a new browser and an old
Python do the same.

Pairs of characters of a folded text are hashed to 16 bits. A pair of Han characters says much, a pair of
Latin letters next to nothing, so runs of ASCII count by fours as well. The script makes the same hashes of a
query's words; a shard that lacks one of them cannot hit. One that has them all may still not hit: then it was
read in vain, no more.
"""

from functools import cache

import numpy as np
import regex
from numpy.typing import NDArray

from hexapla.text import SPACE, fold_character, simplified_characters
from hexapla.text.numerals import first_number

CodeUnits = NDArray[np.uint16]
"""UTF-16 units of a text"""
PLANE = 0x10000
LINE_FEED = 10
"""stands between texts, is never folded, and is in no text: white space is made flat before"""
SKIPPED = regex.compile(r"[\p{P}\p{Z}\p{S}\p{Cc}\p{Cf}\s]")
GROWING = (range(0x1C80, 0x1C90), range(0xA7C0, 0xA800))
SURROGATES = range(0xD800, 0xE000)
BITS = 16
GOLDEN = np.uint32(0x9E3779B1)
FOUR_SALT = np.uint32(0x5BD1E995)
"""sets the hashes of fours apart from those of pairs"""
NUMBER_SALT = np.uint32(0xFFFF0000)
"""sets numbers of clauses apart; no pair has a first unit U+FFFF"""
ASCII_END = 0x80
LARGEST_NUMBER = 0xFFFF


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


def hash_values(values: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Hash by multiplication, the upper bits."""
    product: NDArray[np.uint32] = values * GOLDEN
    return product >> np.uint32(32 - BITS)


def hash_ngrams(units: CodeUnits) -> NDArray[np.uint32]:
    """Return the hashes of a folded text's pairs and of its fours of ASCII_END."""
    wide = units.astype(np.uint32)
    inside = units != LINE_FEED
    pairs = (wide[:-1] << np.uint32(16) | wide[1:])[inside[:-1] & inside[1:]]
    own = inside & (units < ASCII_END)
    size = max(0, len(wide) - 3)
    fours = np.zeros(size, np.uint32)
    all_ascii = np.ones(size, np.bool_)
    for at in range(4):
        fours |= wide[at : at + size] << np.uint32(7 * at)
        all_ascii &= own[at : at + size]
    return np.concatenate([hash_values(pairs), hash_values(fours[all_ascii] ^ FOUR_SALT)])


def parse_clause_number(printed: str) -> int | None:
    """Return the first number in a clause's number: 42 of `第四十二条之一`, 5 of `Section 5(a)`."""
    value = first_number(printed)
    return value if value is not None and value <= LARGEST_NUMBER else None


def build_ngram_map(text: str, numbers: set[str]) -> bytes:
    """Return 65,536 bits, the most significant first: which hashes a text has.

    Args:
        text: texts with a line feed between them, numbers of clauses among them.
        numbers: the numbers of clauses, to be found in whatever form they are asked for.

    Ignoring traditional characters and ignoring punctuation is up to the reader. The first is always done
    here, since it only merges hashes; of the second both are kept.
    """
    units = simplify_units(fold_units(encode_utf16(text)))
    figures = {parse_clause_number("".join(map(chr, fold_units(encode_utf16(number))))) for number in numbers}
    own = np.array(sorted(figure for figure in figures if figure is not None), np.uint32)
    bits = np.zeros(1 << BITS, np.bool_)
    for hashes in (hash_ngrams(units), hash_ngrams(drop_skipped(units)), hash_values(own | NUMBER_SALT)):
        bits[hashes] = True
    return np.packbits(bits).tobytes()
