"""All we believe about characters: foldings, numerals, line ends, scripts.

The original characters are kept everywhere; they are folded only in the moment of comparing.
"""

from hexapla.text.normalize import (
    FULL_WIDTH,
    HIDDEN,
    INVISIBLE,
    SPACE,
    fold_case,
    fold_character,
    fold_print,
    fold_script,
    key,
    simplified_characters,
    simplify,
    simplify_character,
    without_space,
)
from hexapla.text.numerals import number_label, numeral, without_closing
from hexapla.text.scripts import HAN, RAISED, is_wide
from hexapla.text.wrap import SOFT_BREAK, evenly_spaced, joined, soft_breaks, unwrap

__all__ = [
    "FULL_WIDTH",
    "HAN",
    "HIDDEN",
    "INVISIBLE",
    "RAISED",
    "SOFT_BREAK",
    "SPACE",
    "evenly_spaced",
    "fold_case",
    "fold_character",
    "fold_print",
    "fold_script",
    "is_wide",
    "joined",
    "key",
    "number_label",
    "numeral",
    "simplified_characters",
    "simplify",
    "simplify_character",
    "soft_breaks",
    "unwrap",
    "without_closing",
    "without_space",
]
