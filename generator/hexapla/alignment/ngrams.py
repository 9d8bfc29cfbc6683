"""Count the n-grams of units, per sentence.

Han (also kana, hangul, and scripts written without spaces) is counted in 1- to 3-grams of characters, other
scripts in words, pairs of words, and pieces of long words; no n-gram crosses the end of a sentence. A single
character is weak evidence, but often the only one left when the words of a clause are replaced by synonyms;
pieces of words find the same word in another form or in a compound (Mutter, Müttern, Mutterschutzfrist).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.arrays import Bools, Ints
from hexapla.alignment.prepared import (
    BREAK,
    UNIT_END,
    Codes,
    PreparedVersion,
    map_characters,
)
from hexapla.alignment.sparse_tables import SMALL, Counts, make_table, stack_tables
from hexapla.text import make_key
from hexapla.text.scripts import is_written_without_spaces
from hexapla.text.window_hashes import MIX, PRIME, hash_all_windows, hash_windows

OTHER, SINGLE, LETTER, HARD, SOFT, COMMA, SPACE, NEWLINE = range(8)
"""classes of characters: HARD ends a sentence, SOFT ends one before white space, COMMA ends a phrase"""
MARKS = (
    dict.fromkeys(f"。;!?{BREAK}{UNIT_END}", HARD)
    | dict.fromkeys(".:", SOFT)
    | dict.fromkeys(",、", COMMA)
    | {"\n": NEWLINE}
)
CHUNK = 1 << 19
"""characters hashed at a time; bounds the memory of the hashes"""
PIECE = 5
"""letters of a piece of a word: about a stem; shorter ones are mostly endings"""
FEW_GRAMS = 1 << 17
"""n-grams below which they are numbered without a table of all hashes"""
BUCKETS = 24
"""bits of an n-gram's hash: few of a million n-grams collide, and a table of all hashes stays small"""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitNgrams:
    """Counts of n-grams of all units asked for, with common columns."""

    sentences: Counts
    """sentence x n-gram"""
    first: Ints
    """per unit the number of its first sentence, and the number of sentences at the end,
    shape (units + 1,)"""


def count_ngrams(sides: Sequence[tuple[PreparedVersion, Ints]], *, phrases: bool = False) -> UnitNgrams:
    """Count n-grams per sentence in the given units of each side, one side after another.

    With `phrases`, a comma ends a sentence too.
    """
    rows: list[Ints] = []
    sizes: list[int] = []
    hashes: list[NDArray[np.uint32]] = []
    first: list[Ints] = [np.zeros(1, np.int64)]
    for side, chosen in sides:
        for units in split_into_chunks(side, chosen):
            tokens = hash_tokens(side, units, phrases=phrases)
            parts = hash_ngrams(tokens), tokens.pieces
            rows.append(np.concatenate([part for part, _ in parts]).astype(np.int32))
            hashes.append(np.concatenate([gram for _, gram in parts]))
            first.append(sum(sizes) + tokens.last)
            sizes.append(int(tokens.last[-1]) if len(tokens.last) else 0)
    ends = np.cumsum([len(each) for each in hashes])[:-1]
    joined = np.concatenate(hashes) if hashes else np.zeros(0, np.uint32)
    del hashes
    columns, width = number_columns(joined)
    del joined
    own = np.split(columns, ends) if rows else []
    small = len(columns) < SMALL
    counted = [count_cells(*given, width, small=small) for given in zip(rows, own, sizes, strict=True)]
    sentences = stack_tables(counted, width, small=small)
    return UnitNgrams(sentences=sentences, first=np.concatenate(first))


def count_cells(row: Ints, column: NDArray[np.int32], height: int, width: int, *, small: bool) -> Counts:
    """Return the matrix that says how often each cell is given; rows and columns ascend.

    Cells are sorted as single numbers, which takes a third of the time in which a matrix sorts its rows.

    Args:
        row: of each given cell, shape (cells,).
        column: likewise.
        height: rows of the matrix.
        width: its columns.
        small: whether it is a small table.
    """
    bits = max(width - 1, 0).bit_length()
    cells = (row.astype(np.int64) << bits) + column
    cells.sort()
    fresh = np.flatnonzero(np.concatenate([[True], cells[1:] != cells[:-1]])) if len(cells) else cells
    often = np.diff(np.append(fresh, len(cells))).astype(np.float32)
    cells = cells[fresh]
    starts = np.zeros(height + 1, np.int32)
    np.cumsum(np.bincount(cells >> bits, minlength=height), out=starts[1:])
    beside = (cells & ((1 << bits) - 1)).astype(np.int32)
    return make_table(often, beside, starts, (height, width), small=small)


@dataclass(frozen=True, slots=True, kw_only=True)
class HashedTokens:
    """The tokens of several units as hashes, in order; one array entry per token unless said otherwise."""

    hashes: NDArray[np.uint64]
    single: Bools
    """the token is one character of a script without spaces"""
    sentence: Ints
    last: Ints
    """per unit the number of sentences up to its end; shape (units,)"""
    pieces: tuple[Ints, NDArray[np.uint32]]
    """per piece of a word its sentence, and its hash of `BUCKETS` bits"""


def split_into_chunks(side: PreparedVersion, chosen: Ints) -> list[Ints]:
    """Split positions of units into consecutive chunks of about `CHUNK` characters each."""
    if not len(chosen):
        return []
    sizes = side.starts[chosen + 1] - side.starts[chosen]
    return np.split(chosen, np.flatnonzero(np.diff(np.cumsum(sizes) // CHUNK)) + 1)


def hash_tokens(side: PreparedVersion, units: Ints, *, phrases: bool) -> HashedTokens:
    """Split the given units into tokens, hash each, and number the sentences.

    A token is a word, or one character of a script without spaces. Sentences without tokens are not counted.
    """
    lengths = side.starts[units + 1] - side.starts[units]
    ends = np.cumsum(lengths)
    codes = side.codes[np.arange(ends[-1]) + np.repeat(side.starts[units] - (ends - lengths), lengths)]
    kinds = map_characters(codes, classify_character)
    word = kinds == LETTER
    begins = word & ~np.concatenate([[False], word[:-1]])
    starts = np.flatnonzero(begins | (kinds == SINGLE))
    single = kinds[starts] == SINGLE
    hashes = codes[starts].astype(np.uint64) * MIX
    if word.any():
        hashes[~single] = hash_words(codes, word, begins)
    breaks = np.concatenate([[0], np.cumsum(mark_sentence_ends(kinds, codes, phrases=phrases))])[starts]
    fresh = np.concatenate([[True], breaks[1:] != breaks[:-1]]) if len(starts) else np.zeros(0, bool)
    sentence = np.cumsum(fresh) - 1
    before = np.searchsorted(starts, ends)
    last = np.concatenate([[-1], sentence])[before] + 1
    pieces = hash_pieces(codes, word)
    at = np.searchsorted(starts, pieces[0], side="right") - 1
    return HashedTokens(
        hashes=hashes, single=single, sentence=sentence, last=last, pieces=(sentence[at], pieces[1])
    )


def hash_words(codes: Codes, word: Bools, begins: Bools) -> NDArray[np.uint64]:
    """Hash each word from its characters and their places in it.

    Args:
        codes: code points, shape (characters,).
        word: whether a character belongs to a word, same shape.
        begins: whether a character is the first of a word, same shape.

    Returns:
        One hash per word, in order.
    """
    at = np.flatnonzero(word)
    heads = np.flatnonzero(begins[at])
    place = np.arange(len(at)) - np.repeat(heads, np.diff(np.concatenate([heads, [len(at)]])))
    mixed = (codes[at].astype(np.uint64) + (place.astype(np.uint64) << np.uint64(32))) * MIX
    mixed ^= mixed >> np.uint64(29)
    return np.add.reduceat(mixed * PRIME, heads) | np.uint64(1)


def hash_pieces(codes: Codes, word: Bools) -> tuple[Ints, NDArray[np.uint32]]:
    """Hash all pieces of `PIECE` letters of the words that are longer.

    Args:
        codes: code points, shape (characters,).
        word: whether a character belongs to a word, same shape.

    Returns:
        Per piece the place of its first letter, and its hash of `BUCKETS` bits.
    """
    count = max(0, len(codes) - PIECE + 1)
    whole = word[:count].copy()
    for place in range(1, PIECE):
        whole &= word[place : place + count]
    before, after = np.concatenate([[False], word[: count - 1]]), np.append(word[PIECE:], False)
    at = np.flatnonzero(whole & (before[:count] | after[:count]))
    return at, hash_windows(codes, at, PIECE, BUCKETS).astype(np.uint32)


def mark_sentence_ends(kinds: Codes, codes: Codes, *, phrases: bool) -> Bools:
    """Return per character whether a sentence ends with it; with `phrases`, a comma ends one too.

    Args:
        kinds: class of each character, shape (characters,).
        codes: code point of each character, same shape.
        phrases: whether to split at commas too.
    """
    space = (kinds == SPACE) | (kinds == NEWLINE)
    following = np.concatenate([space[1:], [True]])
    blank = (kinds == NEWLINE) & np.concatenate([kinds[1:] == NEWLINE, [True]])
    ends: Bools = (kinds == HARD) | ((kinds == SOFT) & following) | blank
    if phrases:
        ends |= kinds == COMMA
    ends |= codes == ord(UNIT_END)
    return ends


def hash_ngrams(tokens: HashedTokens) -> tuple[Ints, NDArray[np.uint32]]:
    """Hash the 1- to 3-grams of tokens that lie within one sentence.

    3-grams count only if their first or last token is a character of a script without spaces.

    Returns:
        Per n-gram the number of its sentence, and its hash of `BUCKETS` bits.
    """
    rows, grams = [], []
    for size in (1, 2, 3):
        count = max(0, len(tokens.hashes) - size + 1)
        last = slice(size - 1, size - 1 + count)
        same = tokens.sentence[:count] == tokens.sentence[last]
        if size == 3:  # noqa: PLR2004 - 3-grams of words are too rare to help
            same &= tokens.single[:count] | tokens.single[last]
        rows.append(tokens.sentence[:count][same])
        grams.append(hash_all_windows(tokens.hashes, size, BUCKETS)[same].astype(np.uint32))
    return np.concatenate(rows), np.concatenate(grams)


def number_columns(hashes: NDArray[np.uint32]) -> tuple[NDArray[np.int32], int]:
    """Number the distinct hashes in ascending order.

    Returns:
        Per n-gram the number of its hash, and how many distinct hashes there are.
    """
    if len(hashes) < FEW_GRAMS:
        distinct, inverse = np.unique(hashes, return_inverse=True)
        return inverse.astype(np.int32), len(distinct)
    ranked = np.sort(hashes)
    distinct = ranked[np.concatenate([[True], ranked[1:] != ranked[:-1]])]
    del ranked
    place = np.empty(1 << BUCKETS, np.int32)  # of which only what is written is asked for
    place[distinct] = np.arange(len(distinct), dtype=np.int32)
    return place[hashes], len(distinct)


@lru_cache(maxsize=1 << 16)
def classify_character(code: int) -> int:
    """Return the class of a code point, one of OTHER to NEWLINE."""
    char = chr(code)
    if char in MARKS:
        return MARKS[char]
    if char.isspace():
        return SPACE
    if is_written_without_spaces(code):
        return SINGLE
    return LETTER if make_key(char) else OTHER
