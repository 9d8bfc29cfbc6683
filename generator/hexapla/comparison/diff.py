"""Mark one text against another, as a careful editor would by hand.

Tokens → smallest difference → clean-up rules → edits. `docs/method/comparison.md` tells the rules.

The engine is diff-match-patch (Myers' O(ND) algorithm), with one private character for each distinct token.
`fast-diff-match-patch` (an extra) is a port to C++ with the same answers; a test holds the two together. No
timeout: the default of one second returns one deletion and one insertion on long input, silently and
depending on the machine's load. No clean-up by the engine either: on Chinese it swallows unchanged text.

The engine's time grows with the length times the number of differences, so its work is bounded: beyond
`MAX_TOKEN_PAIRS` the sentences that occur once in either text are matched in order, and words are compared
between them; what has no such sentence is matched by rare phrases; what has none of these either reads as
replaced.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from diff_match_patch import diff_match_patch

from hexapla.comparison.cleanup import (
    drop_chance_matches,
    keep_respaced_words,
    merge_rewritten_passage,
    slide_edits,
)
from hexapla.comparison.hunks import NO_TOKENS, Hunk, Tokens, normalize_hunks, sum_weights
from hexapla.comparison.language_tables import tables_for
from hexapla.comparison.remembered import remember_short_texts
from hexapla.comparison.tokens import ENTITY_KINDS, Token, TokenKind, tokenize
from hexapla.comparison.word_boundaries import widen_to_words
from hexapla.comparison.word_segmenter import WordSegmenter
from hexapla.model import Edit, Op
from hexapla.sequences import longest_increasing

DiffRun = tuple[int, int]
"""(-1 deleted, 0 kept, 1 inserted; how many)"""
Engine = Callable[[str, str], list[DiffRun]]
Pieces = Sequence[Tokens]
SURROGATES: Final = range(0xD800, 0xE000)
MAX_TOKEN_PAIRS = 250_000
"""pairs of tokens that the engine compares at once: 500 against 500, a clause of 900 Han characters"""
MIN_SIMILARITY = 0.30
"""share of tokens in common below which two stretches are not compared by word"""
PHRASE = 4
"""tokens of a phrase that is rare enough to hold two long texts together"""
LONG = 20_000
"""characters from which it is asked whether two texts have anything in common"""
SHINGLE = 16
"""characters of a phrase that is no chance"""
LIGHT = frozenset({TokenKind.SPACE, TokenKind.MARK, TokenKind.END, TokenKind.LINK})
HEAVY = ENTITY_KINDS | {TokenKind.WORD, TokenKind.MODAL}
"""kinds of tokens by which a passage is known; a single Han character may be half of a word"""
SHARED = 0.02
"""share of the shorter text's phrases below which two long texts read as replaced"""


class DiffOptions(NamedTuple):
    """How words are compared."""

    language: str
    words: WordSegmenter | None
    """what breaks Han text into words; None: the closed list"""


def diff_in_python(base: str, target: str) -> list[DiffRun]:
    """Compare with the Python package."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return [(op, len(text)) for op, text in engine.diff_main(base, target, False)]  # noqa: FBT003 -- its name is checklines, the package takes it by place


ENGINES: dict[str, Engine] = {"diff-match-patch": diff_in_python}
try:
    from fast_diff_match_patch import diff
except ImportError:  # the extra is not installed
    pass
else:
    SIGN: Final = {"-": -1, "=": 0, "+": 1}

    def diff_in_cpp(base: str, target: str) -> list[DiffRun]:
        """Compare with the C++ package."""
        found = diff(base, target, timelimit=0, checklines=False, cleanup="No")
        return [(SIGN[op], length) for op, length in found]

    ENGINES["fast-diff-match-patch"] = diff_in_cpp
DEFAULT_ENGINE = list(ENGINES)[-1]


@lru_cache(maxsize=1 << 14)
def encode_token(number: int) -> str:
    """Give a character for the n-th distinct token, around the surrogates."""
    code = number + 0x100
    return chr(code if code < SURROGATES.start else code + len(SURROGATES))


def diff_sequences(
    base: Sequence[Hashable], target: Sequence[Hashable], engine: str = DEFAULT_ENGINE
) -> list[DiffRun]:
    """Compare two sequences; the runs, in order, spell both."""
    distinct = dict.fromkeys((*base, *target))
    codes = dict(zip(distinct, map(encode_token, range(len(distinct))), strict=True))
    return ENGINES[engine](*("".join(map(codes.__getitem__, side)) for side in (base, target)))


def split_sentences(tokens: Sequence[Token]) -> list[Tokens]:
    """Divide after each mark that ends a sentence or item."""
    out: list[Tokens] = []
    start = 0
    for index, token in enumerate(tokens):
        if token.kind is TokenKind.END:
            out.append(tuple(tokens[start : index + 1]))
            start = index + 1
    if start < len(tokens):
        out.append(tuple(tokens[start:]))
    return out


def diff_by_tokens(base: Tokens, target: Tokens) -> list[Hunk]:
    """Compare token by token."""
    left, right = [token.text for token in base], [token.text for token in target]
    out: list[Hunk] = []
    i = j = 0
    for op, length in diff_sequences(left, right):
        if op == 0:
            out.append(Hunk(base[i : i + length], NO_TOKENS, NO_TOKENS))
        elif op < 0:
            out.append(Hunk(NO_TOKENS, base[i : i + length], NO_TOKENS))
        else:
            out.append(Hunk(NO_TOKENS, NO_TOKENS, target[j : j + length]))
        i += length * (op <= 0)
        j += length * (op >= 0)
    return out


def index_unique(keys: Sequence[Hashable]) -> dict[Hashable, int]:
    """Map what occurs once to its place."""
    seen: dict[Hashable, int] = {}
    for index, key in enumerate(keys):
        seen[key] = -1 if key in seen else index
    return {key: index for key, index in seen.items() if index >= 0}


def match_unique(base: Sequence[Hashable], target: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pair what stands once on either side, in order."""
    left, right = index_unique(base), index_unique(target)
    pairs = [(index, right[key]) for key, index in left.items() if key in right]
    return [pairs[at] for at in longest_increasing([there for _, there in pairs])]


def diff_by_sentences(base: Tokens, target: Tokens) -> list[Hunk] | None:
    """Match sentences that stand once on either side; None where there is none."""
    left, right = split_sentences(base), split_sentences(target)
    keys = [["".join(token.text for token in sentence) for sentence in side] for side in (left, right)]
    chain = match_unique(*keys)
    return diff_between_anchors(left, right, chain, diff_by_phrases) if chain else None


def diff_by_phrases(base: Tokens, target: Tokens) -> list[Hunk]:
    """Match phrases that stand once on either side; without one, the whole reads as replaced."""
    if len(base) * len(target) <= MAX_TOKEN_PAIRS:
        return diff_tokens(base, target)
    texts = [[token.text for token in side] for side in (base, target)]
    keys = [list(zip(*(side[start:] for start in range(PHRASE)), strict=False)) for side in texts]
    chain = match_unique(*keys)
    if len(chain) * PHRASE < MIN_SIMILARITY * min(len(base), len(target)) / 4:
        return [Hunk(NO_TOKENS, base, target)]
    left, right = ([(token,) for token in side] for side in (base, target))
    return diff_between_anchors(left, right, chain, lambda a, b: diff_tokens(a, b, deep=False))


def diff_between_anchors(
    base: Pieces,
    target: Pieces,
    chain: list[tuple[int, int]],
    compare: Callable[[Tokens, Tokens], list[Hunk]],
) -> list[Hunk]:
    """Keep the paired pieces and compare what lies between them."""
    out: list[Hunk] = []
    i = j = 0
    for a, b in [*chain, (len(base), len(target))]:
        left = tuple(token for piece in base[i:a] for token in piece)
        right = tuple(token for piece in target[j:b] for token in piece)
        if left or right:
            out += compare(left, right) if left and right else [Hunk(NO_TOKENS, left, right)]
        if a < len(base):
            out.append(Hunk(tuple(base[a]), NO_TOKENS, NO_TOKENS))
        i, j = a + 1, b + 1
    return out


def is_dissimilar(base: Tokens, target: Tokens) -> bool:
    """Tell whether two stretches have too little in common to be compared by word."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - short texts are never asked this

    likeness = Indel.normalized_similarity(
        [token.text for token in base], [token.text for token in target], score_cutoff=MIN_SIMILARITY
    )
    return likeness < MIN_SIMILARITY


def diff_tokens(base: Tokens, target: Tokens, *, deep: bool = True) -> list[Hunk]:
    """Compare two rows of tokens; the same on every machine, in bounded time.

    `deep` allows long stretches to be divided; without it they read as replaced.
    """
    size = len(base) * len(target)
    if size > MAX_TOKEN_PAIRS:
        found = (diff_by_sentences(base, target) or diff_by_phrases(base, target)) if deep else None
        return normalize_hunks(found or [Hunk(NO_TOKENS, base, target)])
    if size > MAX_TOKEN_PAIRS // 4 and is_dissimilar(base, target):
        return [Hunk(NO_TOKENS, base, target)]
    return normalize_hunks(diff_by_tokens(base, target))


def keep_heavier_words(parts: Sequence[Hunk]) -> list[Hunk]:
    """Keep words rather than the commas, spaces and particles between them.

    A smallest difference counts tokens: in `big, gray, fuzzy` and `big, old, gray` a comma kept is worth as
    much as `gray` kept. Where nothing but light tokens parts two edits, and a word stands in both, the words
    are compared by themselves, and what keeps more weight is taken.
    """
    out: list[Hunk] = []
    at = 0
    while at < len(parts):
        end = at
        while end + 2 < len(parts) and parts[end].is_edit and is_light(parts[end + 1].kept):
            end += 2
        window = parts[at : end + 1]
        out += (diff_words_first(window) if len(window) > 1 else None) or window
        at = end + 1
    return normalize_hunks(out)


def is_light(tokens: Tokens) -> bool:
    """Tell whether a stretch has no word, number or single Han character."""
    return all(token.kind in LIGHT for token in tokens)


def diff_words_first(parts: Sequence[Hunk]) -> list[Hunk] | None:
    """Compare the words of some hunks, then what lies between; None where that keeps no more weight."""
    old = tuple(token for part in parts for token in part.kept + part.gone)
    new = tuple(token for part in parts for token in part.kept + part.new)
    left, right = ([at for at, token in enumerate(side) if token.kind in HEAVY] for side in (old, new))
    if len(old) * len(new) > MAX_TOKEN_PAIRS or {old[at].text for at in left}.isdisjoint(
        new[at].text for at in right
    ):
        return None
    chain: list[tuple[int, int]] = []
    i = j = 0
    for op, length in diff_sequences([old[at].text for at in left], [new[at].text for at in right]):
        if op == 0:
            chain += zip(left[i : i + length], right[j : j + length], strict=True)
        i += length * (op <= 0)
        j += length * (op >= 0)
    base, target = ([(token,) for token in side] for side in (old, new))
    found = diff_between_anchors(base, target, chain, diff_by_tokens)
    kept = [sum(sum_weights(part.kept) for part in side) for side in (parts, found)]
    return found if kept[1] > kept[0] else None


def is_unrelated(base: str, target: str) -> bool:
    """Tell whether next to nothing of one long text stands in the other; linear, before any cutting."""
    if len(base) < LONG or len(target) < LONG:
        return False
    short, long = sorted((base, target), key=len)
    phrases = {short[at : at + SHINGLE] for at in range(len(short) - SHINGLE + 1)}
    common = {
        phrase for at in range(len(long) - SHINGLE + 1) if (phrase := long[at : at + SHINGLE]) in phrases
    }
    return len(common) < SHARED * len(phrases)


def build_hunks(base: str, target: str, language: str, words: WordSegmenter | None) -> list[Hunk]:
    """Compare two texts that differ."""
    parts = keep_heavier_words(
        diff_tokens(tokenize(base, language, words), tokenize(target, language, words))
    )
    if len(parts) == 1 and parts[0].is_edit:
        return parts
    parts = slide_edits(merge_rewritten_passage(drop_chance_matches(slide_edits(parts))))
    return widen_to_words(parts, tables_for(language).suffixes)


def diff_texts(base: str, target: str, language: str, words: WordSegmenter | None = None) -> tuple[Edit, ...]:
    """Mark two texts against each other.

    Args:
        base: any text.
        target: any text.
        language: BCP 47 tag, for word lists and units.
        words: what breaks Han text into words; None: the closed list, which is the same everywhere.

    Post-conditions:
        1. Equal and delete spell the base, equal and insert the target.
        2. No edit is empty, no two neighbours have the same op, a deletion stands before its insertion.
        3. `edits(target, base, …)` is the same with deletions and insertions exchanged.
        4. The result depends on nothing but the arguments.
    """
    if base == target:
        return (Edit(Op.EQUAL, base),) if base else ()
    # The engine is not symmetric, so the two are always compared in one order.
    swapped = (len(base), base) > (len(target), target)
    first, second = (target, base) if swapped else (base, target)
    if not first or is_unrelated(first, second):
        return tuple(edit for edit in (Edit(Op.DELETE, base), Edit(Op.INSERT, target)) if edit.text)
    return mark_differing_texts(first, second, language, words, swapped)


@remember_short_texts
def mark_differing_texts(
    first: str,
    second: str,
    language: str,
    words: WordSegmenter | None,
    swapped: bool,  # noqa: FBT001 -- by place, as what is remembered
) -> tuple[Edit, ...]:
    """Mark two texts that differ; `swapped`: the second is the base."""
    out: list[Edit] = []
    for kept, gone, new in build_hunks(first, second, language, words):
        sides = (kept, new, gone) if swapped else (kept, gone, new)
        for op, side in zip((Op.EQUAL, Op.DELETE, Op.INSERT), sides, strict=True):
            if side:
                out.append(Edit(op, "".join([token.text for token in side])))
    return tuple(keep_respaced_words(out))
