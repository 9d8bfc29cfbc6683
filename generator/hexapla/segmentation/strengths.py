"""What places are worth and what likenesses cost, by the names that guards use; `weights` has the numbers."""

from hexapla.segmentation.weights import DEFAULT

__all__ = [
    "BRACKET",
    "DEFERRED",
    "ENUMERATION",
    "IN_TABLE",
    "LINE",
    "MIDDLE",
    "OPEN_SENTENCE",
    "REFERENCE",
    "ROW",
    "SENTENCE",
    "UNFINISHED",
]

LINE, SENTENCE, BRACKET = DEFAULT.line, DEFAULT.sentence, DEFAULT.bracket
MIDDLE, IN_TABLE = DEFAULT.middle, DEFAULT.in_table
UNFINISHED, REFERENCE, OPEN_SENTENCE = DEFAULT.unfinished, DEFAULT.reference, DEFAULT.open_sentence
DEFERRED, ROW, ENUMERATION = DEFAULT.deferred, DEFAULT.row, DEFAULT.enumeration
