"""Rows at which a version breaks off: what is lost there is unknown, not deleted.

Of a version that is cut off the last unit, of a fragment the first, may be a broken half. Where it agrees
with the other side up to the break, the row is told as `not_in_text`, and what the other side has beyond the
break stands as one edit of its own: the last one, of a fragment the first.
"""

from bisect import bisect_left

from hexapla.comparison.diff import diff_texts
from hexapla.comparison.word_segmenter import WordSegmenter
from hexapla.model import Edit, Op
from hexapla.text import make_key

MIN_AGREEMENT = 0.5
"""share of the broken text that must stand on the other side for the rest to count as lost"""


def find_exact_end(broken: str, whole: str) -> int | None:
    """Return how much of the whole text says what the broken text says; None where it does not begin so."""
    if whole.startswith(broken):
        return len(broken)
    folded = make_key(broken)
    end = bisect_left(range(len(whole)), len(folded), key=lambda stop: len(make_key(whole[:stop])))
    return end if folded and make_key(whole[:end]) == folded else None


def estimate_end(broken: str, whole: str, language: str, words: WordSegmenter | None) -> int | None:
    """As `prefix_length`, where some words before the break differ too."""
    found = diff_texts(broken, whole, language, words)
    kept = sum(len(edit.text) for edit in found if edit.op is Op.EQUAL)
    if kept < MIN_AGREEMENT * len(broken) or found[-1].op is not Op.INSERT:
        return None
    lost = found[-1].text
    if found[-2].op is Op.DELETE:
        # The break may go through a word, which then reads as replaced by the whole word.
        if not lost.startswith(found[-2].text):
            return None
        lost = lost[len(found[-2].text) :]
    return len(whole) - len(lost)


def diff_until_break(
    broken: str, whole: str, language: str, words: WordSegmenter | None = None, *, start_lost: bool
) -> tuple[Edit, ...] | None:
    """Mark a broken text (as base) against a whole one (as target).

    Returns the edits up to the break and then one insertion, the text beyond it (before it where the start is
    lost); None where the broken text has no such counterpart, or nothing is missing.
    """
    if start_lost:
        found = diff_until_break(broken[::-1], whole[::-1], language, words, start_lost=False)
        if found is None:
            return None
        lost = len(found[-1].text)
        return (Edit(Op.INSERT, whole[:lost]), *diff_texts(broken, whole[lost:], language, words))
    if not broken:
        return None
    end = find_exact_end(broken, whole)
    if end is None:
        end = estimate_end(broken, whole, language, words)
    if end is None or end >= len(whole):
        return None
    return (*diff_texts(broken, whole[:end], language, words), Edit(Op.INSERT, whole[end:]))
