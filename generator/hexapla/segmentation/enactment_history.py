"""The history of an enactment above its first article: entry by entry, by which act it was made and amended.

Registers of laws print it between title and articles: `1. 中華民國…令訂定發布全文 5 條⏎2. …修正第 2 條`.
Its entries look like clauses. What tells them apart is that each of them has the date and the name of an act,
that they are numbered from 1, and that the first article or division of the text follows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hexapla.findings import Span
from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.dates import find_dates
from hexapla.segmentation.folded_view import BLANK, TextLine, split_lines
from hexapla.segmentation.front_matter import FIRST_MARK
from hexapla.segmentation.notes import ACT, find_issue_date

ENTRY = re.compile(r"\(?(\d{1,3})[.、)](?!\d{1,2}[.、)])")
TOLD = compile_lazily(
    rf"(?<!\w)(?:{write_alternation((*words_of('adopted', 'words'), *words_of('adopted', 'dated')))})(?!\w)",
    re.IGNORECASE,
)
"""enacted, amended, promulgated"""
LINES_ABOVE = 6
"""lines above the first entry, at most"""
MOST_LINES = 800
"""lines of a history, at most"""


@dataclass(slots=True)
class HistoryEntry:
    """An entry of a history, over one line or more."""

    number: int
    indent: int
    """blanks before its first line"""
    lines: list[str] = field(default_factory=list)

    def tells_of_enactment(self) -> bool:
        """Tell whether the entry has the date and the name of an act."""
        whole = "".join(self.lines)
        return bool(ACT.search(whole) or TOLD.search(whole)) and bool(find_dates(whole))


def find_enactment_history(view: str, start: int, end: int) -> Span | None:
    """Return where the history of an enactment stands above the first article; None if none does."""
    entries: list[HistoryEntry] = []
    begin = None
    for n, (line, indent) in enumerate(iterate_indented_lines(view, start, end)):
        label = ENTRY.match(line.text)
        number = int(label[1]) if label else 0
        if number == len(entries) + 1:
            begin = line.start if begin is None else begin
            entries.append(HistoryEntry(number, indent, [line.text]))
        elif not entries:
            if n >= LINES_ABOVE or FIRST_MARK.match(line.text):
                return None
        elif indent <= entries[-1].indent and begins_text(line.text):
            told = all(one.tells_of_enactment() for one in entries)
            return (begin, line.start) if told and begin is not None else None
        elif n > MOST_LINES:
            return None
        else:
            entries[-1].lines.append(line.text)
    return None


def iterate_indented_lines(view: str, start: int, end: int) -> Iterator[tuple[TextLine, int]]:
    """Yield the lines with words, each with the number of blanks before them."""
    for line in split_lines(view, start, end):
        if line.text:
            printed = view[line.start : line.end]
            yield line, len(printed) - len(printed.lstrip(BLANK))


def begins_text(text: str) -> bool:
    """Tell whether a line begins with the first article or division of a text."""
    found = FIRST_MARK.match(text)
    return found is not None and not found["weak"]


def find_history_date(view: str, history: Span | None) -> str | None:
    """Return the latest date at which a history says that its text was made or amended."""
    if history is None:
        return None
    told: Sequence[str] = [line.text for line in split_lines(view, *history) if line.text]
    return find_issue_date(told)
