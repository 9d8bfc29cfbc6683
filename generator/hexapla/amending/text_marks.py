"""Marks of texts: short digests by which an instrument says from which text it leads to which.

An instrument that a program wrote ends with both. So it is known to have been applied before even where its
words tell nothing: after a deletion another clause bears the number of the deleted one.
"""

from hashlib import sha256

import regex

LENGTH = 8
MARKS = regex.compile(r"\[([0-9a-f]{8}) → ([0-9a-f]{8})\]")
TAIL = 400
"""characters at the end of an instrument where they stand"""


def mark_text(text: str) -> str:
    r"""Return the mark of a text; white space does not count.

    >>> mark_text("灯笼 常亮。") == mark_text("灯笼\n常亮。"), len(mark_text(""))
    (True, 8)
    """
    return sha256("".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def write_marks(before: str, after: str) -> str:
    """Write the marks of two texts as an instrument prints them."""
    return f"[{mark_text(before)} → {mark_text(after)}]"


def read_marks(instrument: str) -> tuple[str, str] | None:
    """Find the marks at the end of an instrument."""
    found = MARKS.search(instrument, max(0, len(instrument) - TAIL))
    return (found[1], found[2]) if found else None
