"""The rules of the pen: from a smallest difference to one that reads as if marked by hand.

A smallest difference is not a readable one: it keeps chance characters inside a rewritten passage and puts
an added sentence where the alphabet happens to allow it. Each rule here takes parts and gives parts that
spell the same two texts.
"""

from collections.abc import Sequence

from hexapla.compare.parts import NOTHING, Part, Tokens, join, weigh
from hexapla.compare.tokens import SIGNALS, Kind, Token

__all__ = ["islands", "rewritten"]

ONE_EDIT = 1.6
"""a kept stretch lighter than this does not part two ragged edits"""
LINK_ONLY = 0.75
"""nor one lighter than this a ragged edit and a small one"""
SMALL = 6
"""weight up to which a ragged edit may stand beside a light kept stretch"""
ISLAND = 4
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
EXCHANGED = SIGNALS | {Kind.MODAL}


def clean(edit: Part) -> bool:
    """Tell whether up to three tokens are exchanged for as many of the same kinds: 应当 → 可以."""
    if all(term(side) for side in (edit.gone, edit.new)):
        return True
    return 0 < len(edit.gone) == len(edit.new) <= CLEAN and all(
        plain(a.kind) == plain(b.kind) or {a.kind, b.kind} <= EXCHANGED
        for a, b in zip(edit.gone, edit.new, strict=True)
    )


def term(side: Tokens) -> bool:
    """Tell whether one side of an edit is a Han word or short compound, known or not: 修缮, 宗亲会."""
    han = all(token.kind is Kind.HAN or (token.kind is Kind.WORD and wide(token)) for token in side)
    return han and len(side) > 0 and weigh(side) <= TERM


def wide(token: Token) -> bool:
    """Tell whether a word is of Han characters."""
    return token.weight == len(token.text) and token.text >= FIRST_HAN


def plain(kind: Kind) -> Kind:
    """Take a lone Han character for a word."""
    return Kind.WORD if kind is Kind.HAN else kind


def raggedness(edit: Part) -> float:
    """Return 0 for a clean replacement, an insertion or a deletion, else the weight of the lighter side."""
    if clean(edit) or not (edit.gone and edit.new):
        return 0
    return min(weigh(edit.gone), weigh(edit.new))


def falls(kept: Tokens, left: Part, right: Part) -> bool:
    """Tell whether a kept stretch between two edits is chance, and goes with them."""
    ragged = raggedness(left), raggedness(right)
    if all(token.kind is Kind.SPACE for token in kept):
        return True
    small = all(
        weigh(edit.gone + edit.new) <= SMALL
        for edit, rough in zip((left, right), ragged, strict=True)
        if rough
    )
    glue = ONE_EDIT if all(ragged) else 0 if small else LINK_ONLY
    weight = weigh(kept)
    if weight < glue or (weight < ISLAND and weight * 3 <= min(ragged)):
        return True
    lone = len(kept) == 1 and kept[0].kind is Kind.HAN
    return lone and all(edit.gone and edit.new for edit in (left, right))


def islands(parts: Sequence[Part]) -> list[Part]:
    """Drop kept stretches that only part two ragged edits; never one of four Han characters or two words."""
    out: list[Part] = []
    for part in parts:
        out.append(part)
        while len(out) > 2 and out[-1].is_edit and falls(out[-2].kept, out[-3], out[-1]):  # noqa: PLR2004 -- edit, kept, edit
            left, (kept, _, _), right = out[-3:]
            out[-3:] = [Part(NOTHING, left.gone + kept + right.gone, left.new + kept + right.new)]
    return join(out)


def rewritten(parts: Sequence[Part]) -> list[Part]:
    """Join first to last edit into one replacement where next to nothing between them was kept."""
    at = [index for index, part in enumerate(parts) if part.is_edit]
    if not at or all(clean(parts[index]) for index in at):
        return list(parts)
    middle = parts[at[0] : at[-1] + 1]
    kept, gone, new = (weigh(token for part in middle for token in part[side]) for side in range(3))
    lighter = min(gone, new)
    if lighter < PASSAGE or kept >= CHANCE * lighter or any(weigh(part.kept) >= ISLAND for part in middle):
        return list(parts)
    old = tuple(token for part in middle for token in part.kept + part.gone)
    fresh = tuple(token for part in middle for token in part.kept + part.new)
    return join([*parts[: at[0]], Part(NOTHING, old, fresh), *parts[at[-1] + 1 :]])
