"""From two rows of tokens to parts: by word where they are short, by sentence first where they are long.

The engine's time grows with the length times the number of differences, so its work is bounded: beyond
`CAP` pairs of tokens the sentences that stand once on either side are matched in order, and words are
compared between them; what has no such sentence is matched by rare phrases; what has none of these either
reads as replaced.
"""

from collections.abc import Callable, Hashable, Sequence

from rapidfuzz.distance import Indel

from hexapla.comparison.diff_engine import diff_sequences
from hexapla.comparison.hunks import NO_TOKENS, Hunk, Tokens, normalize_hunks
from hexapla.comparison.tokens import Token, TokenKind
from hexapla.sequences import longest_increasing

MAX_TOKEN_PAIRS = 250_000
"""pairs of tokens that the engine compares at once: 500 against 500, a clause of 900 Han characters"""
MIN_SIMILARITY = 0.30
"""share of tokens in common below which two stretches are not compared by word"""
PHRASE = 4
"""tokens of a phrase that is rare enough to hold two long texts together"""

Pieces = Sequence[Tokens]
Blocks = list[tuple[Tokens, Tokens]]


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
