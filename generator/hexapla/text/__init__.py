"""Character handling: normalisation, numerals, line breaks, scripts.

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
    make_key,
    remove_space,
    simplified_characters,
    simplify,
    simplify_character,
)
from hexapla.text.numerals import number_label, read_numeral, strip_closing_signs
from hexapla.text.scripts import HAN, RAISED, is_wide
from hexapla.text.wrap import (
    SOFT_BREAK,
    count_columns,
    join_pieces,
    normalize_spaces,
    shorten,
    shorten_to_columns,
    soft_breaks,
    unwrap,
)

__all__ = [
    "FULL_WIDTH",
    "HAN",
    "HIDDEN",
    "INVISIBLE",
    "RAISED",
    "SOFT_BREAK",
    "SPACE",
    "count_columns",
    "fold_case",
    "fold_character",
    "fold_print",
    "fold_script",
    "is_wide",
    "join_pieces",
    "make_key",
    "normalize_spaces",
    "number_label",
    "read_numeral",
    "remove_space",
    "shorten",
    "shorten_to_columns",
    "simplified_characters",
    "simplify",
    "simplify_character",
    "soft_breaks",
    "strip_closing_signs",
    "unwrap",
]
