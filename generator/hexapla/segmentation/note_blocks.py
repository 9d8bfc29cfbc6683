"""Notes below a text or a page that are printed in plain digits: what they are known by.

Their numbers look like those of items. What tells them apart is that each of them stands a second time, glued
to a word of the text above: `of the gardens.1)`, and below a rule `1) Act 12 of 1921.`
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hexapla.findings import Span
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import TextLine, is_ended, split_lines

RULE = compile_lazily(r"[_—–=*-]{3,}$")
"""a line that parts notes from a text"""
LABEL = compile_lazily(
    r"(?:(?P<bracket>\d{1,2})\)|\[(?P<square>\d{1,2})\]|(?P<letter>[A-Z]\d{1,3})(?= )|"
    r"(?P<circle>[①-⑳])|(?P<bare>\d{1,2})(?= [^\s\d])) {0,4}(?=\S)"
)
FORMS = ("bracket", "square", "letter", "circle", "bare")
REFERENCES = {
    "bracket": re.compile(r"(?<=[^\s\d()\[])(?:\d{1,2},)?(\d{1,2})\)"),
    "square": re.compile(r"(?<=[^\s\d()\[])\[(\d{1,2})\]"),
    "letter": re.compile(r"\[?(?<!\w)([A-Z]\d{1,3})(?= {0,2}[(\d\[])"),
    "circle": re.compile(r"(?<=[^\s:;。①-⑳])([①-⑳])(?=[^①-⑳]|$)"),
    "bare": re.compile(r"(?<=[^\W\d_A-Z]{2})[.,;:]?(\d{1,2})(?=[\s.,;:)]|$)"),
}
"""how the number of a note stands at its word"""
LONGEST_NOTE = 6
"""lines over which a note goes, at most"""


class NoteBlocks(NamedTuple):
    """What belongs to notes."""

    notes: Sequence[Span]
    """the notes, each block with the rule above it"""
    glued: Sequence[Span]
    """their numbers at the words of the text, which are no marks"""
    before: Sequence[Span]
    """signs of notes that stand before a mark: [F1"""


def find_note_blocks(view: str, start: int, end: int) -> NoteBlocks:
    """Return the blocks of notes in a stretch, with their numbers in the text above."""
    every = [line for line in split_lines(view, start, end) if line.text]
    notes: list[Span] = []
    glued: list[Span] = []
    before: list[Span] = []
    known: dict[str, list[tuple[str, Span]]] = {}
    n, after = 0, start
    while n < len(every):
        label = LABEL.match(every[n].text)
        form = next((one for one in FORMS if label and label[one]), None)
        if form is None or not could_begin(every, n, form):
            n += 1
            continue
        if form not in known:
            known[form] = [(found[1], found.span()) for found in REFERENCES[form].finditer(view, start, end)]
        labels, stop = read_block(every, n, form)
        above = [(name, span) for name, span in known[form] if after <= span[0] < every[n].start]
        if labels and set(labels) <= {name for name, _ in above} and (len(labels) > 1 or is_ruled(every, n)):
            ruled = n - 1 if is_ruled(every, n) else n
            notes.append((every[ruled].start, every[stop - 1].end))
            own = [span for name, span in above if name in labels]
            (before if form == "letter" else glued).extend(own)
            n, after = stop, every[stop - 1].end
            continue
        n += 1
    return NoteBlocks(notes, glued, before)


def could_begin(every: Sequence[TextLine], n: int, form: str) -> bool:
    """Tell whether a block of notes could begin at a line: below a rule or a blank line."""
    if n == 0:
        return False
    return is_ruled(every, n) or form == "letter" or bool(every[n - 1].end < every[n].start)


def is_ruled(every: Sequence[TextLine], n: int) -> bool:
    """Tell whether a rule stands on the line before."""
    return n > 0 and RULE.fullmatch(every[n - 1].text) is not None


def read_block(every: Sequence[TextLine], n: int, form: str) -> tuple[list[str], int]:
    """Return the labels of a block that begins at a line, and the line behind it."""
    labels: list[str] = []
    while n < len(every):
        label = LABEL.match(every[n].text)
        if label is None or not label[form] or (labels and not is_next(labels[-1], label[form])):
            break
        labels.append(label[form])
        n = sum(1 for _ in iterate_note(every, n)) + n
    return labels, n


def iterate_note(every: Sequence[TextLine], n: int) -> Iterator[TextLine]:
    """Yield the lines of the note that begins at a line: it goes on while its sentence is not ended."""
    first = n
    while n < len(every) and n - first < LONGEST_NOTE:
        yield every[n]
        follows = n + 1 < len(every) and every[n].end == every[n + 1].start
        if is_ended(every[n].text) or not follows or LABEL.match(every[n + 1].text):
            return
        n += 1


def is_next(label: str, other: str) -> bool:
    """Tell whether a note follows another."""
    if label[-1].isdecimal():
        return int(re.sub(r"\D", "", other)) == int(re.sub(r"\D", "", label)) + 1
    return ord(other) == ord(label) + 1
