"""Which texts can hold a query: the pairs of characters that stand in them, hashed to 16 bits.

A pair of Han characters says much, a pair of Latin letters next to nothing, so runs of ASCII count by fours
as well. The script makes the same hashes of a query's words; a shard that lacks one of them cannot hit. One
that has them all may still not hit: then it was read in vain, no more.
"""

import numpy as np
from numpy.typing import NDArray

from hexapla.search.search_folding import (
    LINE_FEED,
    CodeUnits,
    drop_skipped,
    encode_utf16,
    fold_units,
    simplify_units,
)
from hexapla.text.numerals import first_number

BITS = 16
GOLDEN = np.uint32(0x9E3779B1)
FOUR = np.uint32(0x5BD1E995)
"""sets the hashes of fours apart from those of pairs"""
NUMBER = np.uint32(0xFFFF0000)
"""sets numbers of clauses apart; no pair has a first unit U+FFFF"""
ASCII = 0x80
LARGEST = 0xFFFF


def hash_values(values: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Hash by multiplication, the upper bits."""
    product: NDArray[np.uint32] = values * GOLDEN
    return product >> np.uint32(32 - BITS)


def hash_ngrams(units: CodeUnits) -> NDArray[np.uint32]:
    """Return the hashes of a folded text's pairs and of its fours of ASCII."""
    wide = units.astype(np.uint32)
    inside = units != LINE_FEED
    pairs = (wide[:-1] << np.uint32(16) | wide[1:])[inside[:-1] & inside[1:]]
    own = inside & (units < ASCII)
    size = max(0, len(wide) - 3)
    fours = np.zeros(size, np.uint32)
    all_ascii = np.ones(size, np.bool_)
    for at in range(4):
        fours |= wide[at : at + size] << np.uint32(7 * at)
        all_ascii &= own[at : at + size]
    return np.concatenate([hash_values(pairs), hash_values(fours[all_ascii] ^ FOUR)])


def parse_clause_number(printed: str) -> int | None:
    """Return the first number in a clause's number: 42 of `第四十二条之一`, 5 of `Section 5(a)`."""
    value = first_number(printed)
    return value if value is not None and value <= LARGEST else None


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
    for hashes in (hash_ngrams(units), hash_ngrams(drop_skipped(units)), hash_values(own | NUMBER)):
        bits[hashes] = True
    return np.packbits(bits).tobytes()
