"""Slide a pure insertion or deletion to where it reads best.

An added sentence, item or word can often be cut out of its surroundings in several ways that spell the same
two texts. A reader sees a whole sentence, an item with its comma, a word with the space after it.
"""

from collections.abc import Sequence

from hexapla.comparison.hunks import NO_TOKENS, Hunk, Tokens, normalize_hunks
from hexapla.comparison.tokens import TokenKind

STOPS = (TokenKind.END, TokenKind.MARK, None)
MARKS = (TokenKind.END, TokenKind.MARK)
REACH = 2000
"""tokens that an edit is moved at most to either side"""


def rate_position(around: Tokens, start: int, length: int) -> tuple[int, int]:
    """Judge a place: higher reads better; among equals the later one."""
    kinds = [token.kind for token in around[max(0, start - 2) : start + length + 1]]
    offset = min(start, 2)
    inside = kinds[offset : offset + length]
    after = kinds[offset + length] if offset + length < len(kinds) else None
    before = next((kind for kind in reversed(kinds[:offset]) if kind is not TokenKind.SPACE), TokenKind.END)
    first, last = inside[0], inside[-1]
    close = next((kind for kind in reversed(inside) if kind is not TokenKind.SPACE), TokenKind.SPACE)
    halves = sum(
        0 < cut < len(around) and around[cut - 1].kind is around[cut].kind is TokenKind.HAN
        for cut in (start, start + length)
    )
    score = (
        8 * (before is close is TokenKind.END)
        + 4 * (before is close is TokenKind.MARK and after not in STOPS)
        + 3 * (first in MARKS and after in STOPS and close not in MARKS)
        + 2
        * (
            (last is TokenKind.SPACE) != (after in STOPS)
            and TokenKind.SPACE in (first, last)
            and after is not TokenKind.SPACE
        )
        - (first in MARKS)
        - (close in MARKS and after in MARKS)
        - 3 * halves
    )
    return score, start


def find_best_shift(before: Tokens, moved: Tokens, after: Tokens) -> int:
    """Return by how many tokens to move an edit, to the left if negative."""
    around = before + moved + after
    length = len(moved)
    low = high = len(before)
    while low and len(before) - low < REACH and around[low - 1].text == around[low + length - 1].text:
        low -= 1
    limit = min(len(around), len(before) + length + REACH)
    while high + length < limit and around[high].text == around[high + length].text:
        high += 1
    if low == high:
        return 0
    return max(range(low, high + 1), key=lambda start: rate_position(around, start, length)) - len(before)


def slide_edits(parts: Sequence[Hunk]) -> list[Hunk]:
    """Move each pure insertion or deletion to its most readable place."""
    out = [Hunk(NO_TOKENS, NO_TOKENS, NO_TOKENS), *parts, Hunk(NO_TOKENS, NO_TOKENS, NO_TOKENS)]
    for index, part in enumerate(out):
        if part.kept or bool(part.gone) == bool(part.new):
            continue
        side = 1 if part.gone else 2
        before, after = out[index - 1].kept, out[index + 1].kept
        shift = find_best_shift(before, part[side], after)
        if not shift:
            continue
        around = before + part[side] + after
        start = len(before) + shift
        stop = start + len(part[side])
        edit = around[start:stop]
        out[index - 1] = Hunk(around[:start], NO_TOKENS, NO_TOKENS)
        out[index] = Hunk(NO_TOKENS, edit if side == 1 else NO_TOKENS, edit if side > 1 else NO_TOKENS)
        out[index + 1] = Hunk(around[stop:], NO_TOKENS, NO_TOKENS)
    return normalize_hunks(out)
