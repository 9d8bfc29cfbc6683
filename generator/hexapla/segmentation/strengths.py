"""What places are worth and what likenesses cost, by the names that guards use; `weights` has the numbers."""

from hexapla.segmentation.mark_weights import DEFAULT

LINE, SENTENCE, BRACKET = DEFAULT.line, DEFAULT.sentence, DEFAULT.bracket
MIDDLE, IN_TABLE = DEFAULT.middle, DEFAULT.in_table
UNFINISHED, REFERENCE, OPEN_SENTENCE = DEFAULT.unfinished, DEFAULT.reference, DEFAULT.open_sentence
DEFERRED, ROW, ENUMERATION = DEFAULT.deferred, DEFAULT.row, DEFAULT.enumeration
