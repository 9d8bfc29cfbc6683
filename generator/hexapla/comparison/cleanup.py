"""The rules of the pen: from a smallest difference to one that reads as if marked by hand.

A smallest difference is not a readable one: it keeps chance characters inside a rewritten passage and puts
an added sentence where the alphabet happens to allow it. Each rule here takes parts and gives parts that
spell the same two texts.
"""

from collections.abc import Sequence

from hexapla.comparison.hunks import NO_TOKENS, Hunk, Tokens, normalize_hunks, sum_weights
from hexapla.comparison.tokens import ENTITY_KINDS, Token, TokenKind

ONE_EDIT = 1.6
"""a kept stretch lighter than this does not part two ragged edits"""
LINK_ONLY = 0.75
"""nor one lighter than this a ragged edit and a small one"""
SMALL = 6
"""weight up to which a ragged edit may stand beside a light kept stretch"""
ANCHOR_WEIGHT = 4
"""a kept stretch of this weight (four Han characters, two words) stands between any edits"""
CLEAN = 3
"""tokens that a clean replacement exchanges at most"""
TERM = 4
"""Han characters of a term that is exchanged as one"""
FIRST_HAN = "\u3400"
PASSAGE = 5
"""weight from which a passage can count as rewritten"""
CHANCE = 0.2
"""share of a rewritten passage that may be kept by chance"""
EXCHANGED = ENTITY_KINDS | {TokenKind.MODAL}


def is_clean_replacement(edit: Hunk) -> bool:
    """Tell whether up to three tokens are exchanged for as many of the same kinds: 应当 → 可以."""
    if all(is_term(side) for side in (edit.gone, edit.new)):
        return True
    return 0 < len(edit.gone) == len(edit.new) <= CLEAN and all(
        unify_word_kinds(a.kind) == unify_word_kinds(b.kind) or {a.kind, b.kind} <= EXCHANGED
        for a, b in zip(edit.gone, edit.new, strict=True)
    )


def is_term(side: Tokens) -> bool:
    """Tell whether one side of an edit is a Han word or short compound, known or not: 修缮, 宗亲会."""
    han = all(
        token.kind is TokenKind.HAN or (token.kind is TokenKind.WORD and is_han_word(token)) for token in side
    )
    return han and len(side) > 0 and sum_weights(side) <= TERM


def is_han_word(token: Token) -> bool:
    """Tell whether a word is of Han characters."""
    return token.weight == len(token.text) and token.text >= FIRST_HAN


def unify_word_kinds(kind: TokenKind) -> TokenKind:
    """Take a lone Han character for a word."""
    return TokenKind.WORD if kind is TokenKind.HAN else kind


def measure_raggedness(edit: Hunk) -> float:
    """Return 0 for a clean replacement, an insertion or a deletion, else the weight of the lighter side."""
    if is_clean_replacement(edit) or not (edit.gone and edit.new):
        return 0
    return min(sum_weights(edit.gone), sum_weights(edit.new))


def is_chance_match(kept: Tokens, left: Hunk, right: Hunk) -> bool:
    """Tell whether a kept stretch between two edits is chance, and goes with them."""
    ragged = measure_raggedness(left), measure_raggedness(right)
    if all(token.kind is TokenKind.SPACE for token in kept):
        return True
    small = all(
        sum_weights(edit.gone + edit.new) <= SMALL
        for edit, rough in zip((left, right), ragged, strict=True)
        if rough
    )
    glue = ONE_EDIT if all(ragged) else 0 if small else LINK_ONLY
    weight = sum_weights(kept)
    if weight < glue or (weight < ANCHOR_WEIGHT and weight * 3 <= min(ragged)):
        return True
    lone = len(kept) == 1 and kept[0].kind is TokenKind.HAN
    return lone and all(edit.gone and edit.new for edit in (left, right))


def drop_chance_matches(parts: Sequence[Hunk]) -> list[Hunk]:
    """Drop kept stretches that only part two ragged edits; never one of four Han characters or two words."""
    out: list[Hunk] = []
    for part in parts:
        out.append(part)
        while len(out) > 2 and out[-1].is_edit and is_chance_match(out[-2].kept, out[-3], out[-1]):  # noqa: PLR2004 -- edit, kept, edit
            left, (kept, _, _), right = out[-3:]
            out[-3:] = [Hunk(NO_TOKENS, left.gone + kept + right.gone, left.new + kept + right.new)]
    return normalize_hunks(out)


def merge_rewritten_passage(parts: Sequence[Hunk]) -> list[Hunk]:
    """Join first to last edit into one replacement where next to nothing between them was kept."""
    at = [index for index, part in enumerate(parts) if part.is_edit]
    if not at or all(is_clean_replacement(parts[index]) for index in at):
        return list(parts)
    middle = parts[at[0] : at[-1] + 1]
    kept, gone, new = (sum_weights(token for part in middle for token in part[side]) for side in range(3))
    lighter = min(gone, new)
    if (
        lighter < PASSAGE
        or kept >= CHANCE * lighter
        or any(sum_weights(part.kept) >= ANCHOR_WEIGHT for part in middle)
    ):
        return list(parts)
    old = tuple(token for part in middle for token in part.kept + part.gone)
    fresh = tuple(token for part in middle for token in part.kept + part.new)
    return normalize_hunks([*parts[: at[0]], Hunk(NO_TOKENS, old, fresh), *parts[at[-1] + 1 :]])
