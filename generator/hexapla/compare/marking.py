"""Mark one text against another, as a careful editor would by hand.

Tokens → smallest difference → the rules of the pen → edits. `docs/method/comparison.md` tells the rules.
"""

from typing import NamedTuple

from hexapla.compare.breaking import Breaker
from hexapla.compare.difference import difference
from hexapla.compare.halves import whole_words
from hexapla.compare.parts import Part
from hexapla.compare.polish import islands, rewritten
from hexapla.compare.sliding import slide
from hexapla.compare.tables import tables_for
from hexapla.compare.tokens import tokens
from hexapla.model import Edit, Op

__all__ = ["Manner", "edits"]


LONG = 20_000
"""characters from which it is asked whether two texts have anything in common"""
SHINGLE = 16
"""characters of a phrase that is no chance"""
SHARED = 0.02
"""share of the shorter text's phrases below which two long texts read as replaced"""


class Manner(NamedTuple):
    """How words are compared."""

    language: str
    words: Breaker | None
    """what breaks Han text into words; None: the closed list"""


def strangers(base: str, target: str) -> bool:
    """Tell whether next to nothing of one long text stands in the other; linear, before any cutting."""
    if len(base) < LONG or len(target) < LONG:
        return False
    short, long = sorted((base, target), key=len)
    phrases = {short[at : at + SHINGLE] for at in range(len(short) - SHINGLE + 1)}
    common = {
        phrase for at in range(len(long) - SHINGLE + 1) if (phrase := long[at : at + SHINGLE]) in phrases
    }
    return len(common) < SHARED * len(phrases)


def marked(base: str, target: str, language: str, words: Breaker | None) -> list[Part]:
    """Compare two texts that differ."""
    parts = difference(tokens(base, language, words), tokens(target, language, words))
    if len(parts) == 1 and parts[0].is_edit:
        return parts
    parts = slide(rewritten(islands(slide(parts))))
    return whole_words(parts, tables_for(language).suffixes)


def edits(base: str, target: str, language: str, words: Breaker | None = None) -> tuple[Edit, ...]:
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
    if not first or strangers(first, second):
        return tuple(edit for edit in (Edit(Op.DELETE, base), Edit(Op.INSERT, target)) if edit.text)
    parts = marked(first, second, language, words)
    out: list[Edit] = []
    for kept, gone, new in parts:
        if swapped:
            gone, new = new, gone  # noqa: PLW2901 -- told above
        for op, side in ((Op.EQUAL, kept), (Op.DELETE, gone), (Op.INSERT, new)):
            if side:
                out.append(Edit(op, "".join(token.text for token in side)))
    return tuple(out)
