"""Comparison: an alignment read from one version to another, with marks and facts."""

from hexapla.comparison.changed_facts import ChangedFact, pair_changed_facts
from hexapla.comparison.compare import compare, compare_all
from hexapla.comparison.diff import diff_texts
from hexapla.comparison.flags import find_flags
from hexapla.comparison.language_tables import is_modal
from hexapla.comparison.moves import find_moved_phrases
from hexapla.comparison.word_segmenter import (
    WORD_SEGMENTERS,
    WordSegmenter,
    load_word_segmenter,
)

__all__ = [
    "WORD_SEGMENTERS",
    "ChangedFact",
    "WordSegmenter",
    "compare",
    "compare_all",
    "diff_texts",
    "find_flags",
    "find_moved_phrases",
    "is_modal",
    "load_word_segmenter",
    "pair_changed_facts",
]
