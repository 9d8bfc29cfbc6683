"""A text and its translation in one file, one below the other, each with its title."""

from collections.abc import Sequence
from itertools import pairwise

from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import TextLine, split_lines
from hexapla.segmentation.front_matter import MARKED, has_first_mark_nearby, is_title_like

EASTERN = compile_lazily("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af]")
LETTER = compile_lazily(r"[^\W\d_]{2}")
FEWEST_MARKS = 3
"""lines with marks in each of the two"""


def find_translation_titles(view: str, start: int, end: int) -> list[TextLine]:
    """Return the two titles of a text and its translation below it; nothing if a stretch is one text.

    The script changes once: above are lines of Han, Kana or Hangul alone, below lines of another script
    alone, or the reverse. Both begin with a title and a first number, and about as many lines bear marks.
    """
    every = [line for line in split_lines(view, start, end) if line.text]
    at = find_change_of_script(every)
    if at is None:
        return []
    titles = [every[0], every[at]]
    if not all(could_head(view, line, end) for line in titles):
        return []
    marks = sorted(
        sum(MARKED.match(one.text) is not None for one in part) for part in (every[:at], every[at:])
    )
    return titles if marks[0] >= FEWEST_MARKS and marks[0] * 3 >= marks[1] * 2 else []


def could_head(view: str, line: TextLine, end: int) -> bool:
    """Tell whether a line is a title above a first mark."""
    return is_title_like(line.text) and not MARKED.match(line.text) and has_first_mark_nearby(view, line, end)


def find_change_of_script(every: Sequence[TextLine]) -> int | None:
    """Return the first line of the other script; None if there is no change, or more than one.

    >>> find_change_of_script([TextLine(0, 3, "灯笼"), TextLine(3, 9, "Lamps")])
    1
    """
    scripts = [
        (n, eastern)
        for n, line in enumerate(every)
        if (eastern := EASTERN.search(line.text) is not None) or LETTER.search(line.text)
    ]
    changes = [n for (_, before), (n, after) in pairwise(scripts) if before is not after]
    return changes[0] if len(changes) == 1 else None
