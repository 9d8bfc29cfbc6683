"""Numbers in the margin that count lines and not clauses: those of bills, pleadings, editions of poems.

Line after line (or each fifth) bears the next number, whatever stands in it. That sentences run on across
such lines, or that clauses with marks of their own begin on them, tells them from a list whose items have one
line each.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.context_rules import is_left_open
from hexapla.segmentation.folded_view import ExcludedSpan, TextLine, is_ended, split_lines
from hexapla.segmentation.front_matter import MARKED

LINE_NUMBER_KIND = "line_number"
BEFORE = compile_lazily(
    r"[ \x1f\t]{0,40}(\d{1,5})(?:[ \x1f\t]{2,60}(?=[^\s\x1f])|[ \x1f\t]{0,40}(?=\n)|[ \x1f\t](?=[a-z]))"
)
BEHIND = compile_lazily(r"(?<=[^\s\x1f])(?:\t|[ \x1f]{3})[ \x1f\t]{0,60}(\d{1,5})[ \x1f]{0,8}$")
BRACKETED = compile_lazily(r"\([\da-zA-Z]{1,4}\) ")
"""a mark of a clause's own behind the number of the line"""
LONGEST = 160
"""characters of a numbered line"""
FEWEST = 4
"""lines that are numbered one by one"""
FEWEST_BY_FIVES = 2
FIVE = 5
MOST_PARTED = 4
"""of so many lines at least one goes on with the sentence of the line before"""


class NumberedLine(NamedTuple):
    """A line with a number in its margin."""

    n: int
    """index of the line"""
    number: int
    start: int
    end: int
    """the number's place, with the space between it and the text"""


def find_line_numbers(view: str, start: int, end: int) -> list[ExcludedSpan]:
    """Return the numbers of lines in the margins of a stretch."""
    every = [line for line in split_lines(view, start, end) if line.text]
    found: list[ExcludedSpan] = []
    for pattern, end_at in ((BEFORE, 0), (BEHIND, -1)):
        # most lines have no digit there, and need no pattern
        digits = [(n, line) for n, line in enumerate(every) if line.text[end_at].isdecimal()]
        numbered = [one for n, line in digits if (one := read_line_number(view, n, line, pattern))]
        runs = (collect_runs(numbered, 1, FEWEST), collect_runs(numbered, FIVE, FEWEST_BY_FIVES))
        for run in (*runs[0], *(run for run in runs[1] if run[0].number % FIVE == 0)):
            if run[1].n - run[0].n == FIVE or counts_lines(view, every, run):
                found += [ExcludedSpan(one.start, one.end, LINE_NUMBER_KIND) for one in run]
    return sorted(found, key=lambda hole: hole.start)


def read_line_number(view: str, n: int, line: TextLine, pattern: re.Pattern[str]) -> NumberedLine | None:
    """Read the number in a line's margin."""
    stop = line.end - view.endswith("\n", line.start, line.end)
    if stop - line.start > LONGEST:
        return None
    if pattern is BEFORE:
        found = pattern.match(view, line.start, line.end)
        return NumberedLine(n, int(found[1]), line.start, found.end()) if found else None
    found = pattern.search(view, line.start, stop)
    return NumberedLine(n, int(found[1]), found.start(), found.end()) if found else None


def collect_runs(numbered: Sequence[NumberedLine], step: int, fewest: int) -> list[list[NumberedLine]]:
    """Return the runs of lines so many lines apart whose numbers rise by as many; a page may begin anew."""
    runs: list[list[NumberedLine]] = [[]]
    last: NumberedLine | None = None
    for one in numbered:
        apart = last is None or one.n - last.n != step
        if apart or (last and one.number not in (last.number + step, step)):
            runs.append([])
        runs[-1].append(one)
        last = one
    return [run for run in runs if len(run) >= fewest]


def counts_lines(view: str, every: Sequence[TextLine], run: Sequence[NumberedLine]) -> bool:
    """Tell whether sentences run on across the lines of a run, so that its numbers are no clauses'."""
    parted = marked = 0
    for before, after in pairwise(run):
        above, below = (view[one.end : every[one.n].end].strip(" \n\t\x1f") for one in (before, after))
        open_ended = bool(above and below) and not is_ended(above)
        goes_on = (
            below[:1].islower()
            or above[-1:] in ",、"
            or MARKED.match(above) is not None
            or is_left_open(above)
        )
        parted += open_ended and goes_on and not MARKED.match(below)
        marked += BRACKETED.match(below) is not None
    return (parted + marked) * MOST_PARTED >= len(run)
