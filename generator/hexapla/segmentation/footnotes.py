"""Foot- and endnotes: lines that begin with a raised number which stands after a word of the text above.

Readers of documents put notes at the end of the text; a page's notes stand among its lines. Either way they
are no part of the clause above them, and the numbers that lead to them change when a note is added elsewhere:
both are set aside, so that texts are compared without them. A raised number without such a line (m²) stays.
"""

import re

from hexapla.segmentation.excluded_spans import ExcludedSpan, ExcludedSpans
from hexapla.segmentation.first_marks import MARKED
from hexapla.segmentation.text_lines import is_ended
from hexapla.text import RAISED

FOOTNOTE_KIND = "footnote"
FOOTNOTE_MARK_KIND = "footnote_mark"

LINE = re.compile(rf"^[ \t]*([{RAISED}]+)(?=[ \t]*[^\s{RAISED}])[^\n]*(?:\n|\Z)", re.MULTILINE)
REFERENCE = re.compile(rf"(?<=[^\s{RAISED}])(?<!\bm)(?<!\b[kcdm]m)[{RAISED}]+(?![a-zA-Z])")


def find_footnotes(text: str, start: int, end: int) -> list[ExcludedSpan]:
    """Return the notes of a stretch and the marks that lead to them, in order and apart.

    A note is a line; what was broken off it at a width goes with it.
    """
    marks = [(mark[0], mark.span()) for mark in REFERENCE.finditer(text, start, end)]
    first: dict[str, int] = {}
    for number, (at, _) in marks:
        first.setdefault(number, at)
    found: list[ExcludedSpan] = []
    numbers: set[str] = set()
    at = start
    for line in LINE.finditer(text, start, end):
        if line.start() >= at and first.get(line[1], end) < line.start():
            at = find_note_end(text, line.end(), end)
            found.append(ExcludedSpan(line.start(), at, FOOTNOTE_KIND))
            numbers.add(line[1])
    inside = ExcludedSpans(found)
    leading = [
        ExcludedSpan(*span, FOOTNOTE_MARK_KIND)
        for number, span in marks
        if number in numbers and not inside.covers(span[0])
    ]
    return sorted([*found, *leading], key=lambda hole: hole.start)


def find_note_end(text: str, at: int, end: int) -> int:
    """Return where a note ends whose first line ends at `at`: lines go on that were broken in a sentence."""
    begin = text.rfind("\n", 0, at - 1) + 1
    while at < end and not is_ended(text[begin:at].strip()):
        stop = text.find("\n", at, end) + 1 or end
        line = text[at:stop].strip()
        if not line or MARKED.match(line) or LINE.match(text, at):
            break
        begin, at = at, stop
    return at
