"""What a printer puts on each page: page numbers, running headers and feet.

That a line stands in a text several times does not make it a printer's header: laws repeat `(repealed)`,
closing sentences and captions. A header also shows the page: a counter in the line that rises from page to
page, a page number or a form feed beside it, or a sentence that it interrupts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.boilerplate import (
    BARE,
    ENOUGH,
    INSIDE,
    LINE_STOPS,
    LONGEST,
    NUMBERED,
    PAGE,
    PAGE_OF,
    PAGES,
    SHEET,
    SHEETS_OF,
)
from hexapla.segmentation.folded_view import ExcludedSpan, TextLine, is_ended, split_lines
from hexapla.segmentation.front_matter import MARKED, TITLE_KINDS, is_title_like
from hexapla.text.scripts import is_small_letter

FOOT = compile_lazily(
    rf"(?:^|\s{{2,}}|\s[–—|-]\s)(?:\[(?:{PAGES})\s*\d{{1,4}}\]|(?:{PAGES})\s*\d{{1,4}}\s*(?:{PAGE_OF}|/)\s*\d{{1,4}})$|"
    r"\S\s{3,}[-–—] ?\d{1,4} ?[-–—]$",
    re.IGNORECASE,
)
"""the end of a page's foot, by its form alone: [Page 2], page 1 of 2"""
CELLS = compile_lazily(r"\S(?:[^\n]{0,60}?\S)?(?:\s{3,}\S(?:[^\n]{0,60}?\S)?){1,3}")
"""words that stand apart over the breadth of a page"""
COUNTED = (
    rf"第\s*(\d{{1,4}})\s*[{SHEET}](?:\s*[,/]?\s*(?:{SHEETS_OF})\s*\d{{1,4}}\s*[{SHEET}])?|"
    rf"(?:{PAGES})\s*(\d{{1,4}})(?:\s*(?:{PAGE_OF}|/)\s*\d{{1,4}})?|"
    r"[-—–·•|] ?(\d{1,4}) ?[-—–·•|]"
)
COUNTER = compile_lazily(
    rf"(?:{COUNTED}|\s{{2,}}(?:\d{{1,2}}-)?(?P<after>\d{{1,4}}))$|^(?:{COUNTED}|(?P<before>\d{{1,4}})\s{{2,}})|"
    r"\s{2,}(\d{1,4})(?= ?/ ?\d{1,4}$)",
    re.IGNORECASE,
)
"""a page number; behind a stroke stands how many pages there are, which is the same on all of them"""
WORD = compile_lazily(r"\w+")
BRACKETED_LINE = compile_lazily(r"[(\[【〔].*[)\]】〕]$")
FEWEST_REPEATS = 3
"""times that a line without a counter stands in the text before it could be a header"""
FEWEST_LETTERS = 3
"""characters of a header's words"""
MOST_PAGES_BETWEEN = 9
"""pages without the header, at most, between two that have it"""
LINES_AT_HEAD = 3
"""lines at the beginning among which the title stands"""
LONG_HAN_LINE = 10
"""characters of a line of Han text that a page's end could have cut"""


@dataclass(frozen=True, slots=True)
class HeaderCandidate:
    """Where words that could be a header stand."""

    n: int
    """index of the line"""
    counter: int | None
    plain: bool
    """the counter, if any, has no sign of a page: it could be a column of a table"""


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a stretch that are not empty, and which of them are page numbers."""

    text: str
    every: Sequence[TextLine]
    numbers: frozenset[int]
    counted: frozenset[int] = frozenset()
    """lines whose counters rise from page to page"""

    def beside(self, n: int) -> bool:
        """Tell whether a page number or a line with a counter stands beside a line."""
        return any(n + step in self.numbers or n + step in self.counted for step in (-1, 1))

    def shown(self, n: int, *, torn: bool = True) -> bool:
        """Tell whether a page ends at a line: a page number or a form feed beside it, or a cut sentence.

        Args:
            n: index of the line.
            torn: a sentence that runs across the line shows it too.
        """
        last = len(self.every) - 1
        left = self.every[n - 1].end - 1 if n else self.every[0].start
        right = self.every[n + 1].start if n < last else self.every[n].end
        if self.beside(n) or "\f" in self.text[left:right]:
            return True
        return torn and 0 < n < last and self.interrupts(n)

    def repeats_title(self, n: int) -> bool:
        """Tell whether a line says words that stand above the first mark, at the text's head, and no others.

        Of a line without a counter a sentence that runs across it proves nothing by itself: in a text whose
        lines were broken at a width every sentence does, and what recurs there is often its own phrase.
        """
        above = takewhile(lambda line: not MARKED.match(line.text), self.every[:LINES_AT_HEAD])
        head = {word for line in above for word in WORD.findall(line.text)}
        return all(word in head for word in WORD.findall(self.every[n].text))

    def interrupts(self, n: int) -> bool:
        """Tell whether a sentence runs from the line before to the line after."""
        before, after = self.every[n - 1].text, self.every[n + 1].text
        if is_ended(before) or MARKED.match(after) or NUMBERED.match(after):
            return False
        if after[0].islower() or before[-1] in ",、":
            return True
        return not before[-1].isascii() and len(before) >= LONG_HAN_LINE and not MARKED.match(before)

    def is_only_text(self, n: int) -> bool:
        """Tell whether a line is all that stands under a mark."""
        mark = MARKED.match(self.every[n - 1].text) if n else None
        return mark is not None and not WORD.search(self.every[n - 1].text, mark.end())

    def headers(self, found: Sequence[HeaderCandidate]) -> Iterator[int]:
        """Return which of the lines with the same words are running headers."""
        counted = [one.n for one in found if one.n in self.counted]
        yield from counted
        bare = [one.n for one in found if one.counter is None]
        inner = bare[1:] if bare and self.is_title(bare[0]) else bare
        sure = len(inner) > 1 and all(map(self.beside, inner))
        titled = self.repeats_title(found[0].n)
        told = sum(self.shown(n, torn=titled) for n in inner)
        few = len(found) < FEWEST_REPEATS or told * 2 < len(inner)
        if not counted and few and not sure:
            return
        yield from (n for n in inner if not self.is_only_text(n))

    def is_title(self, n: int) -> bool:
        """Tell whether the first of several equal lines is the title: not if the title stands below it."""
        if n >= LINES_AT_HEAD or (n > 0 and self.shown(n)):
            return False
        below = self.every[n + 1].text if n + 1 < len(self.every) else ""
        if is_title_like(below) and self.says_more(n, below):
            return False
        return not (
            is_title_like(below) and TITLE_KINDS.search(below) and not TITLE_KINDS.search(self.every[n].text)
        )

    def says_more(self, n: int, title: str) -> bool:
        """Tell whether a line repeats a title with other words beside it: Pier Lease - Confidential."""
        words = set(WORD.findall(title.lower()))
        return len(words) > 1 and words < set(WORD.findall(self.every[n].text.lower()))

    def rising(self, found: Sequence[HeaderCandidate]) -> list[int]:
        """Return the lines whose counters rise from page to page; none if they could be rows of a table."""
        chain: list[HeaderCandidate] = []
        for one in found:
            last = chain[-1] if chain else None
            pages = (one.counter or 0) - (last.counter or 0) if last else 0
            if last is None or (one.n > last.n + 1 and 0 < pages <= MOST_PAGES_BETWEEN):
                chain.append(one)
        sure = any(not one.plain for one in chain) or any(self.shown(one.n) for one in chain)
        return [one.n for one in chain] if len(chain) > 1 and sure else []


def find_page_lines(text: str, view: str, start: int, end: int) -> list[ExcludedSpan]:
    """Return page numbers and running headers inside a stretch, each with its line feed, in order.

    A line that holds a mark, one that is bracketed as a whole, and the only text under a mark are no headers.
    """
    every = [line for line in split_lines(view, start, end) if line.text]
    numbers = [n for n, line in enumerate(every) if could_be_page_line(line.text) and PAGE.match(line.text)]
    if all(BARE.match(every[n].text) for n in numbers):
        numbers = []
    feet = [n for n, line in enumerate(every) if is_foot(text, every, n)]
    heads = [n + 1 for n in feet if n + 1 < len(every) and is_running_head(every[n + 1].text)]
    apart = [n for n, line in enumerate(every) if INSIDE.fullmatch(line.text)]
    certain = sorted({*feet, *heads, *apart})
    numbers = sorted({*numbers, *certain})
    pages = PageLines(text, every, frozenset(numbers))
    places: dict[tuple[str, ...], list[HeaderCandidate]] = {}
    for n, line in enumerate(every):
        if n not in pages.numbers and could_be_page_line(line.text) and not NUMBERED.match(line.text):
            counter = COUNTER.search(line.text)
            rest = COUNTER.sub("", line.text) if counter else line.text
            words = tuple(sorted(WORD.findall(rest)))
            if len("".join(words)) >= FEWEST_LETTERS and (counter or could_be_header(line.text)):
                places.setdefault(words, []).append(build_header_candidate(n, counter))
    holes = [
        ExcludedSpan(every[n].start, every[n].end, "page_header" if n in certain else "page_number")
        for n in numbers
    ]
    several = [found for found in places.values() if len(found) > 1]
    counted = {
        n for found in several for n in pages.rising([one for one in found if one.counter is not None])
    }
    pages = replace(pages, counted=frozenset(counted))
    for found in several:
        holes += [ExcludedSpan(every[n].start, every[n].end, "page_header") for n in pages.headers(found)]
    return sorted(holes, key=lambda hole: hole.start)


def is_foot(text: str, every: Sequence[TextLine], n: int) -> bool:
    """Tell whether a line is a page's foot or head by its form, or by the title that it repeats."""
    line = every[n]
    if has_title_cell(every, n):
        return True
    if not could_be_page_line(line.text) or NUMBERED.match(line.text):
        return False
    if FOOT.search(line.text):
        return True
    counter = COUNTER.search(line.text) if n >= LINES_AT_HEAD else None
    if counter is None or not is_set_apart(text, line):
        return False
    words = [word for word in WORD.findall(COUNTER.sub("", line.text).lower()) if len(word) >= FEWEST_LETTERS]
    title = {word for one in every[:LINES_AT_HEAD] for word in WORD.findall(one.text.lower())}
    return len(words) >= ENOUGH and sum(word in title for word in words) * 2 > len(words)


def has_title_cell(every: Sequence[TextLine], n: int) -> bool:
    """Tell whether a line below the head has three cells over the page: the title, and at last a page."""
    text = every[n].text
    if n < LINES_AT_HEAD or not could_be_page_line(text) or not CELLS.fullmatch(text):
        return False
    cells = [" ".join(WORD.findall(cell.lower())) for cell in re.split(r"\s{3,}", text)]
    titles = {" ".join(WORD.findall(one.text.lower())) for one in every[:LINES_AT_HEAD]}
    return len(cells) > ENOUGH and COUNTER.search(text) is not None and not titles.isdisjoint(cells[1:-1])


def is_set_apart(text: str, line: TextLine) -> bool:
    """Tell whether blank lines stand before and behind a line."""
    before, after = text[: line.start].rstrip(" \t")[-2:], text[line.end : line.end + 80].lstrip(" \t")[:1]
    return before == "\n\n" and after == "\n"


def is_running_head(text: str) -> bool:
    """Tell whether the line below a page's foot is the next page's head: cells over its breadth, no mark."""
    return could_be_page_line(text) and not MARKED.match(text) and CELLS.fullmatch(text) is not None


def build_header_candidate(n: int, counter: re.Match[str] | None) -> HeaderCandidate:
    """Make a place of a line and its counter."""
    if counter is None:
        return HeaderCandidate(n, None, plain=True)
    number = next(group for group in counter.groups() if group)
    return HeaderCandidate(n, int(number), plain=bool(counter["after"] or counter["before"]))


def could_be_header(text: str) -> bool:
    """Tell whether a line without a counter could be a header: no mark, no brackets, no small letter.

    With a small letter a sentence goes on.
    """
    return not MARKED.match(text) and not BRACKETED_LINE.match(text) and not is_small_letter(text)


def could_be_page_line(text: str) -> bool:
    """Tell whether a line is short enough for a header and does not end like a sentence."""
    return len(text) <= LONGEST and text[-1] not in LINE_STOPS
