"""From two rows of tokens to parts: by word where they are short, by sentence first where they are long.

The engine's time grows with the length times the number of differences, so its work is bounded: beyond
`CAP` pairs of tokens the sentences that stand once on either side are matched in order, and words are
compared between them; what has no such sentence is matched by rare phrases; what has none of these either
reads as replaced.
"""

from collections.abc import Callable, Hashable, Sequence

from rapidfuzz.distance import Indel

from hexapla.compare.engine import lines_up
from hexapla.compare.parts import NOTHING, Part, Tokens, join
from hexapla.compare.tokens import Kind, Token

__all__ = ["difference"]

CAP = 250_000
"""pairs of tokens that the engine compares at once: 500 against 500, a clause of 900 Han characters"""
UNLIKE = 0.30
"""share of tokens in common below which two stretches are not compared by word"""
PHRASE = 4
"""tokens of a phrase that is rare enough to hold two long texts together"""

Pieces = Sequence[Tokens]
Blocks = list[tuple[Tokens, Tokens]]


def sentences(tokens: Sequence[Token]) -> list[Tokens]:
    """Divide after each mark that ends a sentence or item."""
    out: list[Tokens] = []
    start = 0
    for index, token in enumerate(tokens):
        if token.kind is Kind.END:
            out.append(tuple(tokens[start : index + 1]))
            start = index + 1
    if start < len(tokens):
        out.append(tuple(tokens[start:]))
    return out


def by_words(base: Tokens, target: Tokens) -> list[Part]:
    """Compare token by token."""
    left, right = [token.text for token in base], [token.text for token in target]
    out: list[Part] = []
    i = j = 0
    for op, length in lines_up(left, right):
        if op == 0:
            out.append(Part(base[i : i + length], NOTHING, NOTHING))
        elif op < 0:
            out.append(Part(NOTHING, base[i : i + length], NOTHING))
        else:
            out.append(Part(NOTHING, NOTHING, target[j : j + length]))
        i += length * (op <= 0)
        j += length * (op >= 0)
    return out


def once(keys: Sequence[Hashable]) -> dict[Hashable, int]:
    """Map what occurs once to its place."""
    seen: dict[Hashable, int] = {}
    for index, key in enumerate(keys):
        seen[key] = -1 if key in seen else index
    return {key: index for key, index in seen.items() if index >= 0}


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest run of pairs that rises on both sides (patience sorting); pairs rise on the left."""
    tops: list[int] = []
    before: list[int] = []
    for index, (_, right) in enumerate(pairs):
        low, high = 0, len(tops)
        while low < high:
            middle = (low + high) // 2
            if pairs[tops[middle]][1] < right:
                low = middle + 1
            else:
                high = middle
        before.append(tops[low - 1] if low else -1)
        tops[low : low + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = tops[-1] if tops else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def anchored(base: Sequence[Hashable], target: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pair what stands once on either side, in order."""
    left, right = once(base), once(target)
    return rising([(index, right[key]) for key, index in left.items() if key in right])


def by_sentences(base: Tokens, target: Tokens) -> list[Part] | None:
    """Match sentences that stand once on either side; None where there is none."""
    left, right = sentences(base), sentences(target)
    keys = [["".join(token.text for token in sentence) for sentence in side] for side in (left, right)]
    chain = anchored(*keys)
    return between(left, right, chain, by_phrases) if chain else None


def by_phrases(base: Tokens, target: Tokens) -> list[Part]:
    """Match phrases that stand once on either side; without one, the whole reads as replaced."""
    if len(base) * len(target) <= CAP:
        return difference(base, target)
    texts = [[token.text for token in side] for side in (base, target)]
    keys = [list(zip(*(side[start:] for start in range(PHRASE)), strict=False)) for side in texts]
    chain = anchored(*keys)
    if len(chain) * PHRASE < UNLIKE * min(len(base), len(target)) / 4:
        return [Part(NOTHING, base, target)]
    left, right = ([(token,) for token in side] for side in (base, target))
    return between(left, right, chain, lambda a, b: difference(a, b, deep=False))


def between(
    base: Pieces,
    target: Pieces,
    chain: list[tuple[int, int]],
    compare: Callable[[Tokens, Tokens], list[Part]],
) -> list[Part]:
    """Keep the paired pieces and compare what lies between them."""
    out: list[Part] = []
    i = j = 0
    for a, b in [*chain, (len(base), len(target))]:
        left = tuple(token for piece in base[i:a] for token in piece)
        right = tuple(token for piece in target[j:b] for token in piece)
        if left or right:
            out += compare(left, right) if left and right else [Part(NOTHING, left, right)]
        if a < len(base):
            out.append(Part(tuple(base[a]), NOTHING, NOTHING))
        i, j = a + 1, b + 1
    return out


def unlike(base: Tokens, target: Tokens) -> bool:
    """Tell whether two stretches have too little in common to be compared by word."""
    likeness = Indel.normalized_similarity(
        [token.text for token in base], [token.text for token in target], score_cutoff=UNLIKE
    )
    return likeness < UNLIKE


def difference(base: Tokens, target: Tokens, *, deep: bool = True) -> list[Part]:
    """Compare two rows of tokens; the same on every machine, in bounded time.

    `deep` allows long stretches to be divided; without it they read as replaced.
    """
    size = len(base) * len(target)
    if size > CAP:
        found = (by_sentences(base, target) or by_phrases(base, target)) if deep else None
        return join(found or [Part(NOTHING, base, target)])
    if size > CAP // 4 and unlike(base, target):
        return [Part(NOTHING, base, target)]
    return join(by_words(base, target))
