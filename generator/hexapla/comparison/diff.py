"""Mark one text against another, as a careful editor would by hand.

Tokens → smallest difference → the rules of the pen → edits. `docs/method/comparison.md` tells the rules.
"""

from typing import NamedTuple

from hexapla.comparison.cleanup import drop_chance_matches, merge_rewritten_passage
from hexapla.comparison.diff_slider import slide_edits
from hexapla.comparison.hunks import Hunk
from hexapla.comparison.insignificant_space import keep_respaced_words
from hexapla.comparison.language_tables import tables_for
from hexapla.comparison.token_diff import diff_tokens
from hexapla.comparison.tokens import tokenize
from hexapla.comparison.word_boundaries import widen_to_words
from hexapla.comparison.word_segmenter import WordSegmenter
from hexapla.model import Edit, Op

LONG = 20_000
"""characters from which it is asked whether two texts have anything in common"""
SHINGLE = 16
"""characters of a phrase that is no chance"""
SHARED = 0.02
"""share of the shorter text's phrases below which two long texts read as replaced"""


class DiffOptions(NamedTuple):
    """How words are compared."""

    language: str
    words: WordSegmenter | None
    """what breaks Han text into words; None: the closed list"""


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
    parts = diff_tokens(tokenize(base, language, words), tokenize(target, language, words))
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
    parts = build_hunks(first, second, language, words)
    out: list[Edit] = []
    for kept, gone, new in parts:
        if swapped:
            gone, new = new, gone  # noqa: PLW2901 -- told above
        for op, side in ((Op.EQUAL, kept), (Op.DELETE, gone), (Op.INSERT, new)):
            if side:
                out.append(Edit(op, "".join(token.text for token in side)))
    return tuple(keep_respaced_words(out))
