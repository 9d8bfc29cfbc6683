"""Long runs of like lines: a register of thousands of entries, each its number and a few words.

Such a run is known by its first lines. What reads texts line by line can leave the others out, read the rest,
and put them back, at a hundredth of the time.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

MOST_LINES = 120_000
"""lines of a text that are read one by one, at most: each can be a clause, and costs about 0.1 ms"""
KEPT = 256
"""lines at the beginning of a run that stay"""
FEWEST = 2_000
"""lines that make a run long"""
HIGHEST_FIRST = 500
"""a run begins with a number up to here; one that begins later counts something else, as years"""
NUMBERED = re.compile(r"([^\w\n]{0,8}(?:[^\W\d_]{1,12}[ .]?)?[^\w\n]{0,2})(\d{1,6})(?=[^\d\n])([^\n]{1,200})")
"""what stands before the number (`Article `, `第`, `(`), the number, and the rest of a line"""
NUMERAL = "一二三四五六七八九十百千零〇两壹贰叁甲乙丙丁第附编章节篇部分版稿目录页"
LETTER = rf"[^\W\d_{NUMERAL}]"
PLAIN_WORDS = re.compile(
    rf"(?P<tail>[^\w\n]{{0,2}}[条條조]?[^\w\n]{{0,3}}){LETTER}+(?:[,，、 ]{{1,2}}{LETTER}+)*(?P<end>[。；;.])"
)
"""words without figures, brackets or quotation marks up to a sign that ends a sentence"""


class LineRun(NamedTuple):
    """Lines of a run that are left out: all but its first ones and the last."""

    start: int
    """where the first of them begins in the text"""
    last: int
    """where the run's last line begins, which stays"""
    stop: int
    """where the number of that line ends"""
    head: str
    """what stands before the number in each line"""
    first_number: int
    """of the first line that is left out; the last line bears it in the shortened text"""
    lines: int
    """how many are left out"""

    @property
    def stand_in(self) -> str:
        """What the last line begins with in the shortened text."""
        return f"{self.head}{self.first_number}"


class OpenRun(NamedTuple):
    """A run on its way: its first lines' beginning, number and rest."""

    line: int
    number: int
    head: str
    rest: str
    plain: tuple[str, str] | None


def describe_words(rest: str) -> tuple[str, str] | None:
    """Return what parts the number from plain words and what ends these; None for other words."""
    found = PLAIN_WORDS.fullmatch(rest)
    return (found["tail"], found["end"]) if found else None


@lru_cache(maxsize=4)
def find_line_runs(text: str, fewest: int = FEWEST, kept: int = KEPT) -> tuple[LineRun, ...]:
    r"""Return the long runs of like lines of a text, in order.

    Lines are like if they begin alike, bear numbers that count on by one, and go on with the same words, or
    with plain words up to the same sign.

    >>> (run,) = find_line_runs("".join(f"{n}. Pear.\n" for n in range(1, 7)), fewest=5, kept=3)
    >>> run.first_number, run.lines, run.stand_in
    (4, 2, '4')
    """
    if text.count("\n") < fewest:
        return ()
    lines = text.split("\n")
    return tuple(locate_runs(lines, collect_runs(lines, fewest), kept))


def collect_runs(lines: Sequence[str], fewest: int) -> Iterator[tuple[OpenRun, int]]:
    """Yield the runs, each with the line behind it."""
    run: OpenRun | None = None
    for n, line in enumerate(lines):
        found = NUMBERED.fullmatch(line)
        head, printed, rest = found.groups() if found else ("", "", "")
        if run and found and head == run.head and int(printed) == run.number + n - run.line:
            like = rest == run.rest or (run.plain is not None and describe_words(rest) == run.plain)
            if like and printed[0] != "0":
                continue
        if run and n - run.line >= fewest:
            yield run, n
        run = OpenRun(n, int(printed), head, rest, describe_words(rest)) if found else None
        if run and run.number > HIGHEST_FIRST:
            run = None
    if run and len(lines) - run.line >= fewest:
        yield run, len(lines)


def locate_runs(lines: Sequence[str], runs: Iterator[tuple[OpenRun, int]], kept: int) -> Iterator[LineRun]:
    """Yield what is left out of each run."""
    at = line = 0
    for run, behind in runs:
        first, last = run.line + kept, behind - 1
        start = at + sum(len(one) + 1 for one in lines[line:first])
        end = start + sum(len(one) + 1 for one in lines[first:last])
        stop = end + len(run.head) + len(str(run.number + last - run.line))
        yield LineRun(start, end, stop, run.head, run.number + kept, last - first)
        at, line = end, last


def shorten_text(text: str, runs: Sequence[LineRun]) -> str:
    r"""Return a text without the lines that are left out; the line behind them counts on from those before.

    >>> text = "".join(f"{n}. Pear.\n" for n in range(1, 7))
    >>> shorten_text(text, find_line_runs(text, fewest=5, kept=3)).split()
    ['1.', 'Pear.', '2.', 'Pear.', '3.', 'Pear.', '4.', 'Pear.']
    """
    pieces, at = [], 0
    for run in runs:
        pieces += [text[at : run.start], run.stand_in]
        at = run.stop
    return "".join([*pieces, text[at:]])
