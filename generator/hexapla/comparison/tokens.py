"""Cut a text into tokens, the smallest pieces that an edit may strike or insert.

Dates, amounts and the like are one token, and so is a Latin word. Han text is cut by a closed list of words
matched from the right, a suffix with its word (教育法规定 is 教育法|规定), the rest by character; a closed
list is the same everywhere, which a statistical word breaker is not. Runs of a script without spaces
between words, such as Thai, are cut by known words, never inside a syllable; what stands between two known
words stays whole, since without a dictionary nothing tells where its words end, and a cut through a
syllable reads worse than a longer edit. Each punctuation mark and white space is a token. Graphemes are
never cut.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from itertools import accumulate, pairwise, repeat
from typing import NamedTuple

from hexapla.comparison.entity_patterns import PLAIN, entity_patterns_for
from hexapla.comparison.language_tables import LanguageTables, tables_for
from hexapla.comparison.remembered import remember_short_texts
from hexapla.comparison.word_segmenter import WordSegmenter
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.text import HAN, fold_script


class TokenKind(StrEnum):
    """What a token is to the reader."""

    DATE = "date"
    REFERENCE = "reference"
    PERCENTAGE = "percentage"
    MONEY = "money"
    PERIOD = "period"
    NUMBER = "number"
    MODAL = "modal"
    LINK = "link"
    """a particle, article or conjunction: light in reading"""
    WORD = "word"
    HAN = "han"
    """a single Han character that no list knows: perhaps half of a word"""
    SPACE = "space"
    MARK = "mark"
    END = "end"
    """a mark that closes a sentence or an item"""


ENTITY_KINDS = frozenset(
    {
        TokenKind.DATE,
        TokenKind.REFERENCE,
        TokenKind.PERCENTAGE,
        TokenKind.MONEY,
        TokenKind.PERIOD,
        TokenKind.NUMBER,
    }
)
WEIGHTS = {
    TokenKind.SPACE: 0.05,
    TokenKind.MARK: 0.3,
    TokenKind.END: 0.6,
    TokenKind.LINK: 0.6,
} | dict.fromkeys(ENTITY_KINDS, 2.5)
CLUSTER = compile_lazily_with_properties(r"\X")
JOINER = compile_lazily_with_properties(
    r"[\p{M}\u200C\u200D\uFE00-\uFE0F\U0001F3FB-\U0001F3FF\U000E0100-\U000E01EF\r]"
)
"""without one of these no grapheme that a token could cut is longer than a character"""
PUNCTUATION = compile_lazily_with_properties(r"[\p{P}\p{Sm}\p{Sc}\p{Sk}]")
CACHED_LENGTH = 64
"""characters of a run that is remembered"""
ENDS = frozenset("。！？；.!?;\n")
DEPENDENT = compile_lazily_with_properties(r"[\p{M}\u0E30\u0E32\u0E33\u0E45\u0E46\u0E2F]")
"""vowels and signs that follow their consonant, so that no word of Thai begins with them"""
LEADING = frozenset("เแโใไ")
"""vowels before their consonant, so that no word ends with them"""
VOWEL = compile_lazily_with_properties(r"[\u0E30-\u0E3A\u0E40-\u0E44\u0E47]")


class Token(NamedTuple):
    """A piece of text with what it is and what it weighs."""

    text: str
    kind: TokenKind
    weight: float
    """in reading: a Han character 1, another word 2, a number or reference 2.5, a particle or mark little"""


def make_token(text: str, kind: TokenKind) -> Token:
    """Make a token."""
    return Token(text, kind, WEIGHTS.get(kind) or len(HAN.findall(text)) or 2)


def is_suffix_end(following: Sequence[str], tables: LanguageTables) -> bool:
    """Tell whether a suffix may end a word here: it could as well begin one with an unknown character."""
    after = following[-1] if following else ""
    return len(after) != 1 or after in tables.links or after in tables.modal


def cut_by_list(run: str, tables: LanguageTables) -> list[str]:
    """Cut a run of Han characters into known words, from the right; what no list knows stands alone."""
    words, suffixes, lengths_at = tables.words, tables.suffixes, tables.endings.get
    pieces: list[str] = []
    end = len(run)
    while end > 1:
        for length in lengths_at(run[end - 2 : end], ()):
            if length <= end and run[end - length : end] in words:
                size = length
                break
        else:
            size = 1
            if run[end - 1] in suffixes and is_suffix_end(pieces, tables):
                size += next((n for n in (3, 2) if n < end and run[end - 1 - n : end - 1] in words), 0)
        pieces.append(run[end - size : end])
        end -= size
    pieces += run[:end]
    pieces.reverse()
    return pieces


def cut_by_segmenter(run: str, tables: LanguageTables, words: WordSegmenter) -> list[str]:
    """Cut a run of Han characters by a program; modal words of two characters or more stay ours."""
    pieces: list[str] = []
    waiting = ""
    for piece in cut_by_list(run, tables):
        if len(piece) > 1 and piece in tables.modal:
            pieces += [*(words.run(waiting) if waiting else ()), piece]
            waiting = ""
        else:
            waiting += piece
    return pieces + (words.run(waiting) if waiting else [])


@cache
def index_by_first_character(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Gather words by their first character, longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(same) for first, same in found.items()}


def is_boundary(run: str, at: int) -> bool:
    """Tell whether a word may end or begin at a place: not between a vowel and its consonant."""
    return at >= len(run) or not (DEPENDENT.match(run, at) or (at > 0 and run[at - 1] in LEADING))


def find_known_word(run: str, at: int, words: Mapping[str, tuple[str, ...]]) -> str:
    """Return the longest known word at a place; empty if there is none."""
    if not is_boundary(run, at):
        return ""
    same = (word for word in words.get(run[at], ()) if run.startswith(word, at))
    return next((word for word in same if is_boundary(run, at + len(word))), "")


def cut_unspaced(run: str, words: frozenset[str]) -> list[str]:
    """Cut a run into known words and what stands between them.

    Consonants alone are no syllable but the end of the one before: they stay with it.

    Post-condition: the pieces joined are the run.
    """
    index = index_by_first_character(words)
    pieces: list[str] = []
    at = start = 0
    while at < len(run):
        word = find_known_word(run, at, index)
        if not word:
            at += 1
            continue
        add_unknown_piece(pieces, run[start:at])
        pieces.append(word)
        at = start = at + len(word)
    add_unknown_piece(pieces, run[start:])
    return pieces


def add_unknown_piece(pieces: list[str], rest: str) -> None:
    """Add what no list knows; without a vowel it belongs to the word before it."""
    if not rest:
        return
    if pieces and not VOWEL.search(rest):
        pieces[-1] += rest
    else:
        pieces.append(rest)


def classify_piece(piece: str, group: str, tables: LanguageTables) -> TokenKind:
    """Classify a folded piece by the group that matched it and the word lists."""
    if group in ENTITY_KINDS:
        return TokenKind(group)
    low = piece.lower()
    if low in tables.modal:
        return TokenKind.MODAL
    if low in tables.links:
        return TokenKind.LINK
    if group == "other":
        return classify_sign(piece)
    return TokenKind.HAN if group == "han" and len(piece) == 1 else TokenKind.WORD


def classify_sign(piece: str) -> TokenKind:
    """Classify what is neither word nor signal."""
    if piece in ENDS:
        return TokenKind.END
    if piece.isspace():
        return TokenKind.SPACE
    return TokenKind.MARK if PUNCTUATION.match(piece) else TokenKind.WORD


def find_grapheme_starts(text: str) -> frozenset[int] | None:
    """Return where graphemes begin; None where every character may be one."""
    if not JOINER.search(text):
        return None
    return frozenset(found.start() for found in CLUSTER.finditer(text))


@remember_short_texts
def tokenize(text: str, language: str, words: WordSegmenter | None = None) -> tuple[Token, ...]:
    """Cut a text into tokens.

    Args:
        text: any text.
        language: BCP 47 tag, for tables.
        words: what breaks Han text into words; None: the closed list.

    Post-conditions:
        1. The tokens' texts joined are the text.
        2. No token begins inside a grapheme.
    """
    low = fold_script(text)
    out: list[Token] = []
    for group, start, end in find_pieces(low, language):
        if group == "han":
            out += (tokenize_han_run if end - start <= CACHED_LENGTH else tokenize_han_run.__wrapped__)(
                text[start:end], low[start:end], language, words
            )
        else:
            out += cut_out(text[start:end], low[start:end], group, language)
    allowed = find_grapheme_starts(text)
    return tuple(out if allowed is None else join_graphemes(out, allowed))


def find_pieces(low: str, language: str) -> Iterator[tuple[str, int, int]]:
    """Yield the group, start and end of each piece of a folded text; Han pieces side by side are one run."""
    begun = -1
    at = 0
    plain, token = PLAIN.match, entity_patterns_for(language, low).token.match
    while at < len(low):
        found = plain(low, at) or token(low, at)
        group = (found and found.lastgroup) or "other"
        end = found.end() if found else at + 1
        if group == "han":
            begun = at if begun < 0 else begun
        else:
            if begun >= 0:
                yield "han", begun, at
                begun = -1
            yield group, at, end
        at = end
    if begun >= 0:
        yield "han", begun, at


@lru_cache(maxsize=4096)
def tokenize_han_run(run: str, low: str, language: str, words: WordSegmenter | None) -> tuple[Token, ...]:
    """Cut a run of Han characters; remembered, since two versions of a clause share most of their runs."""
    tables = tables_for(language)
    pieces = cut_by_list(low, tables) if words is None else cut_by_segmenter(low, tables, words)
    ends = [0, *accumulate(map(len, pieces))]
    printed = pieces if run == low else [run[start:end] for start, end in pairwise(ends)]
    return tuple(map(make_han_token, printed, pieces, repeat(language)))


@lru_cache(maxsize=1 << 15)
def make_han_token(piece: str, low: str, language: str) -> Token:
    """Make the token of a Han word or character; `low` is its folded form."""
    kind = classify_piece(low, "han", tables_for(language))
    return Token(piece, kind, WEIGHTS.get(kind) or len(piece))


def cut_out(piece: str, low: str, group: str, language: str) -> Iterator[Token]:
    """Yield the tokens of what is cut by pattern; of a script without spaces, its words."""
    if group != "unspaced":
        yield tokenize_match(piece, low, group, language)
        return
    at = 0
    for word in cut_unspaced(low, tables_for(language).unspaced):
        yield tokenize_match(piece[at : at + len(word)], word, group, language)
        at += len(word)


@lru_cache(maxsize=4096)
def tokenize_match(piece: str, low: str, group: str, language: str) -> Token:
    """Make the token of what is cut by pattern."""
    return make_token(piece, classify_piece(low, group, tables_for(language)))


def join_graphemes(found: Iterable[Token], allowed: frozenset[int]) -> list[Token]:
    """Join a token that begins inside a grapheme to the one before."""
    out: list[Token] = []
    at = 0
    for each in found:
        if out and at not in allowed:
            out[-1] = make_token(out[-1].text + each.text, out[-1].kind)
        else:
            out.append(each)
        at += len(each.text)
    return out
