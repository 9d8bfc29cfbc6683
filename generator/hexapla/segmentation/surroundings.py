"""What stands before a mark: the last sign, sentence and paragraph, a colon, words or a line that part texts.

The places of a stretch are found once, what stands before one mark when it is first asked for: a mark that
goes on with its list is asked for little.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from hexapla.languages import words_of
from hexapla.languages.patterns import UNSPACED, write_phrases
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import is_ended, split_lines
from hexapla.segmentation.marks import Mark

TextBreak = tuple[int, bool] | None
"""where the line before a mark begins, if it parts texts, and whether its words end recitals"""
SPACED_OPERATIVE = write_phrases(word for word in words_of("lists", "operative") if not UNSPACED.match(word))
UNSPACED_OPERATIVE = write_phrases(word for word in words_of("lists", "operative") if UNSPACED.match(word))
OPERATIVE = compile_lazily(rf"(?<!\w)(?:{SPACED_OPERATIVE})(?!\w)|{UNSPACED_OPERATIVE}", re.IGNORECASE)
"""words that end the recitals, whose list the clauses do not go on with"""
HEADS = compile_lazily(rf"(?:{write_phrases(words_of('lists', 'parting'))}) ?:?", re.IGNORECASE)
"""lines that part the parties, the recitals and the clauses of a contract"""
LEAD = 24
"""characters before a mark in which a colon is looked for"""
LEADING_ON = (":", ",", "。")
"""signs with which a line leads on to the clauses; elsewhere a full stop only right behind the words"""
LONGEST_LINE = 160
"""characters of a line with words that end recitals, at most"""
CAPITALS = compile_lazily(r"[A-ZÀ-Þ][A-ZÀ-Þ ,&'’-]{3,60}:?")
BLANK = " \n\x1f"
FULL_STOPS = ".;:!?"
COMMA = ", "
STOPS = compile_lazily(r"[。;:,!?、\n】]|\.(?=[ \n])")


class StretchPlaces:
    """Where signs, sentences and paragraphs end or begin in a stretch of the view."""

    def __init__(self, view: str, start: int, end: int, far: int, headings: Sequence[int] = ()) -> None:
        """Look at the stretch once.

        Args:
            view: the folded view.
            start: where the stretch begins.
            end: where it ends.
            far: characters before a mark in which the line before it is looked for.
            headings: where those begin that the format marks.
        """
        self.view, self.start, self.far, self.headings = view, start, far, headings
        self.stops = [found.end() for found in STOPS.finditer(view, start, end)]
        self.ends = self.stops
        if COMMA in view:
            self.ends = [stop for stop in self.stops if not view.startswith(COMMA, stop - 1)]
        self.paragraphs = find_paragraph_starts(view, start, end)

    def last(self, places: Sequence[int], at: int) -> int:
        """Return the last of some places up to this one; the start of the stretch if there is none."""
        place = bisect_right(places, at)
        return places[place - 1] if place else self.start


class Surroundings:
    """What stands before a mark; places are characters of the view."""

    def __init__(self, places: StretchPlaces, mark: Mark) -> None:
        """Find what every mark is asked for."""
        self.places, self.mark = places, mark
        self.paragraph = places.last(places.paragraphs, mark.pos)
        """where the mark's paragraph begins: the last line after one that ends like a sentence"""

    @cached_property
    def phrase(self) -> int:
        """Where the text after the last sign of any kind begins."""
        return self.places.last(self.places.stops, self.mark.start)

    @cached_property
    def sentence(self) -> int:
        """The same of the last sign that is no comma between Latin words, as a heading may hold."""
        return self.places.last(self.places.ends, self.mark.start)

    @cached_property
    def before(self) -> int:
        """Where the paragraph before its own begins."""
        return self.places.last(self.places.paragraphs, self.paragraph - 1)

    @cached_property
    def parting(self) -> TextBreak:
        """The line before it, if that parts texts."""
        places = self.places
        return find_break_before(places.view, places.start, self.mark, places.far, places.headings)

    @cached_property
    def announced(self) -> bool:
        """Whether a colon leads on to it, on the same line or the one before."""
        lead = self.places.view[max(self.places.start, self.mark.start - LEAD) : self.mark.start]
        return lead.rstrip(BLANK).endswith(":")


def find_paragraph_starts(view: str, start: int, end: int) -> list[int]:
    """Return where lines begin before which a sentence ends; a colon or a semicolon ends none."""
    found: list[int] = []
    ended = False
    for line in split_lines(view, start, end):
        if line.text:
            if ended:
                found.append(line.start)
            ended = is_ended(line.text) and line.text[-1] not in ":;"
    return found


def find_break_before(view: str, start: int, mark: Mark, far: int, headings: Sequence[int] = ()) -> TextBreak:
    """Look at the line before a mark: words that end recitals, or a line in capitals after a full stop.

    A heading before it parts texts too; `headings` says where those begin that the format marks.
    """
    if not mark.line:
        at = find_operative_words(view, max(start, mark.start - LONGEST_LINE), mark.start)
        return (at, True) if at is not None else None
    n = bisect_right(headings, mark.start - 1)
    if n and mark.start - headings[n - 1] <= far:
        return headings[n - 1], False
    before = view[max(start, mark.start - far) : mark.start].rstrip(BLANK)
    begin = before.rfind("\n") + 1
    line = before[begin:].strip(BLANK)
    place = max(start, mark.start - far) + begin
    if HEADS.fullmatch(line) or is_operative(line):
        return place, True
    if not (CAPITALS.fullmatch(line) and before[:begin].rstrip(BLANK)[-1:] in FULL_STOPS):
        return None
    return place, False


def is_operative(line: str) -> bool:
    """Tell whether a line of the folded view ends recitals: it begins with such words, or leads on with them.

    >>> is_operative("NOW THEREFORE the parties agree:"), is_operative("The parties agree on a day in May.")
    (True, True)
    >>> (
    ...     is_operative("Both have met; it is agreed as follows:"),
    ...     is_operative("What it is agreed upon is kept."),
    ... )
    (True, False)
    """
    if len(line) > LONGEST_LINE:
        return False
    found = OPERATIVE.search(line)
    if found is None:
        return False
    return (
        not found.start() or line.endswith(LEADING_ON) or (line[-1] == "." and found.end() == len(line) - 1)
    )


def find_operative_words(view: str, start: int, end: int) -> int | None:
    """Return where words stand that lead on to a mark in mid-line: they therefore agree: FIRST: …."""
    if view[start:end].rstrip(BLANK)[-1:] != ":":
        return None
    begin = max(view.rfind(". ", start, end), view.rfind("\n", start, end), start)
    found = OPERATIVE.search(view, begin, end)
    return found.start() if found else None
