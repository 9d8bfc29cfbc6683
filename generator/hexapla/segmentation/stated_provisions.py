"""Provisions whose places in the tree a format's elements say, so that no number has to be guessed.

Akoma Ntoso 1.0, part 1, 4.2: the hierarchy of a law is that of its elements. A number may be bare (`1`, `a`),
and what looks like a number elsewhere (“Section 1: supplementary”) is none. Between the provisions, in a
preamble or a schedule without elements of its own, marks are looked for as in any text.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from hexapla.languages.schemes import Level
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.beam_search import ChosenMark, choose_marks
from hexapla.segmentation.mark_numbers import (
    READERS,
    Value,
    read_digits,
    read_letter,
    read_ordinal,
    read_roman,
)
from hexapla.segmentation.mark_weights import MarkWeights
from hexapla.segmentation.marks import Mark, stated_family
from hexapla.segmentation.text_structure import StatedProvision, TextStructure

BLANK = " \n\x1f"
DIVISIONS = frozenset("book chapter division part subchapter subdivision subpart subtitle title tome".split())
ARTICLES = frozenset("article rule section".split())
LETTERS = compile_lazily(r"[A-Za-z]{1,7}")
WORD = compile_lazily(r"[^\W_]+")
SURE = 9.0
"""strength of a mark that an element states"""
WITHIN = (Level.OUTLINE, Level.ITEM)
"""what can stand in the running text of a provision"""


class OpenProvision(NamedTuple):
    """A provision in which others may stand."""

    end: int
    level: Level
    last: dict[str, Value]
    """of the provisions directly in it, by their element"""


class Gap(NamedTuple):
    """Running text between two provisions, or within one."""

    start: int
    end: int
    depth: int
    """of the provisions around it"""


def choose_among_provisions(
    view: str,
    start: int,
    end: int,
    marks: Sequence[Mark],
    weights: MarkWeights,
    structure: TextStructure,
) -> list[ChosenMark]:
    """Return the marks of a text, those that its format states in their stated places.

    Post-conditions:
        1. Every provision with a number has its mark; its depth is the number of those around it, and one
           more below a schedule or division of the running text before it.
        2. Marks are in order and do not overlap.
    """
    stated = [
        one
        for one in structure.provisions
        if start <= one.start and one.end <= end and one.number > one.start
    ]
    if not stated:
        return choose_marks(view, start, end, marks, weights, [one.start for one in structure.headings])
    levels = assign_levels(stated)
    chosen: list[ChosenMark] = []
    opened: list[OpenProvision] = []
    outermost: dict[str, Value] = {}
    above = 0
    at = start
    for n, one in enumerate(stated):
        while opened and opened[-1].end <= one.start:
            at = add_gap(view, marks, weights, Gap(at, opened[-1].end, above + len(opened)), chosen)
            opened.pop()
        at = add_gap(view, marks, weights, Gap(at, one.start, above + len(opened)), chosen)
        if not opened:
            above = count_divisions_above(chosen, above)
        counts = opened[-1].last if opened else outermost
        following = stated[n + 1] if n + 1 < len(stated) else None
        mark = make_mark(view, one, levels[n], counts.get(one.element), following)
        counts[one.element] = mark.value
        chosen.append(ChosenMark(mark, above + len(opened)))
        opened.append(OpenProvision(one.end, levels[n], {}))
        at = find_line_end(view, one)
    while opened:
        at = add_gap(view, marks, weights, Gap(at, opened[-1].end, above + len(opened)), chosen)
        opened.pop()
    add_gap(view, marks, weights, Gap(at, end, 0), chosen)
    return chosen


def find_line_end(view: str, one: StatedProvision) -> int:
    """Return where the line of a provision's number ends: what stands on it is its heading or its text."""
    stop = view.find("\n", one.number, one.end)
    return one.end if stop < 0 else stop + 1


def add_gap(
    view: str, marks: Sequence[Mark], weights: MarkWeights, gap: Gap, chosen: list[ChosenMark]
) -> int:
    """Add the marks that stand in running text; return where it ends.

    Within a provision only a list can stand that begins on lines of its own.
    """
    if gap.end <= gap.start:
        return max(gap.start, gap.end)
    first = bisect_left(marks, gap.start, key=lambda mark: mark.start)
    own = []
    for mark in marks[first:]:
        if mark.start >= gap.end:
            break
        if not gap.depth or (mark.line and mark.scheme.level in WITHIN):
            own.append(mark)
    if own:
        found = choose_marks(view, gap.start, gap.end, own, weights)
        chosen += [ChosenMark(one.mark, one.depth + gap.depth) for one in found]
    return gap.end


def count_divisions_above(chosen: Sequence[ChosenMark], above: int) -> int:
    """Return how many schedules and divisions of the running text stand above what follows."""
    last = chosen[-1] if chosen else None
    if last is None or last.mark.family.startswith(stated_family("", None)):
        return above if last else 0
    return last.depth + 1 if last.mark.scheme.level in (Level.ANNEX, Level.DIVISION) else 0


def assign_levels(stated: Sequence[StatedProvision]) -> list[Level]:
    """Return the level of each provision.

    A section is an article where no article stands in it; what stands below an article, or below an item, is
    an item.
    """
    articles = [one.start for one in stated if one.element == "article"]
    levels: list[Level] = []
    opened: list[tuple[int, Level]] = []
    for one in stated:
        while opened and opened[-1][0] <= one.start:
            opened.pop()
        within = {level for _, level in opened}
        n = bisect_left(articles, one.start + 1)
        holds = n < len(articles) and articles[n] < one.end
        if one.element in DIVISIONS or (one.element in ARTICLES and holds):
            level = Level.DIVISION
        elif within & {Level.ARTICLE, Level.OUTLINE, Level.ITEM}:
            level = Level.ITEM
        else:
            level = Level.ARTICLE if one.element in ARTICLES else Level.OUTLINE
        levels.append(level)
        opened.append((one.end, level))
    return levels


def make_mark(
    view: str, one: StatedProvision, level: Level, before: Value | None, following: StatedProvision | None
) -> Mark:
    """Make the mark of a provision."""
    printed = view[one.start : one.number]
    begin = one.start + len(printed) - len(printed.lstrip(BLANK))
    end = one.start + len(printed.rstrip(BLANK))
    stop = one.number
    while stop < one.end and view[stop] in " \x1f":
        stop += 1
    after = view[following.start : following.number] if following and following.element == one.element else ""
    return Mark(
        start=one.start,
        pos=begin,
        end=end,
        stop=stop,
        family=stated_family(one.element, level),
        value=read_stated_number(printed, before, after),
        strength=SURE,
        line=True,
        damaged=False,
    )


def read_stated_number(printed: str, before: Value | None, after: str) -> Value:
    """Return what a printed number counts, whatever stands around it.

    Args:
        printed: `1`, `(a)`, `Article 3 bis`, `第十二条`.
        before: the number before it in its list; None for the first.
        after: the number after it, as printed.

    >>> read_stated_number("(i)", None, "(ii)"), read_stated_number("i", (8,), "j")
    ((1,), (9,))
    """
    due = (before[0] + 1,) if before else (1,)
    words = WORD.findall(printed)
    if any(char.isdigit() for char in printed):
        return read_digits(printed) or due
    if not words:
        return due
    letters = words[-1]
    if LETTERS.fullmatch(letters):
        readings = [
            value for value in (read_letter(letters), read_roman(letters), read_ordinal(letters)) if value
        ]
        roman = (WORD.findall(after) or [""])[-1].lower() == "ii"
        if before is None and roman and letters.lower() == "i":
            return (1,)
        return next((value for value in readings if value == due), readings[0] if readings else due)
    return READERS["han"](letters.strip("第条條章节節编編款項项")) or due
