"""What places are worth and what likenesses cost, in the unit of the reading's scores (see `reading`).

They were set by hand and checked on real statutes.
"""

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

LINE, SENTENCE, BRACKET, MIDDLE, IN_TABLE = 3.0, 2.0, 0.6, -0.5, -3.0
UNFINISHED = 1.5
"""taken from a mark at a line start if the line before ends with a comma or an opening bracket"""
REFERENCE = 3.0
OPEN_SENTENCE = 4.5
"""taken from a number at a line start that goes on with a sentence, even if it is due"""
DEFERRED = 1.5
"""taken from an article that another follows at once: only the number that is due overcomes it"""
ROW = 4.5
"""taken from the number of a table's row: more than a row of such numbers earns"""
ENUMERATION = 1.5
