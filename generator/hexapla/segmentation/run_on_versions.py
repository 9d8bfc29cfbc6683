"""Versions that run on within lines: 修改前：一、…修改后：一、…; a title that recurs behind a full stop."""

import re
from collections.abc import Iterator

from hexapla.languages import words_of
from hexapla.languages.patterns import UNSPACED, write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import TextLine
from hexapla.segmentation.front_matter import (
    FIRST_MARK,
    MARKED,
    could_be_title,
    find_next_text,
    names_kind,
)
from hexapla.segmentation.version_marks import (
    FRAMING_SIGNS,
    LONGEST_TITLE,
    SHORTEST_TITLE,
    STAGE,
    N,
    VersionMark,
    is_next_number,
)
from hexapla.text import HIDDEN, read_numeral

SPACED_PARTS = write_alternation(word for word in words_of("versions", "parts") if not UNSPACED.match(word))
UNSPACED_PARTS = write_alternation(word for word in words_of("versions", "parts") if UNSPACED.match(word))
APART = r"(?<![^\n\x1f 。!?;:])"
"""what stands before a version's name: the end of a sentence, or a space"""
NUMBERED = compile_lazily(
    rf"{APART}(?:第 *(?P<a>{N}) *[篇稿版]|篇 *(?P<b>{N})|(?:{UNSPACED_PARTS}) *(?P<c>{N})|"
    rf"(?:{SPACED_PARTS}) (?P<d>\d{{1,3}}))(?![\w.])[ \x1f:]*|"
    rf"(?:{UNSPACED_PARTS}) *(?P<e>{N})[ \x1f]*:[ \x1f]*"
)
NAMED_FIRST_MARK = compile_lazily(rf"(?<=[:】\])]){FIRST_MARK.pattern}", re.IGNORECASE)
"""one behind a colon or a bracket; to try it behind every sign took a fifth of the time of a whole text"""
BREAK = compile_lazily(r"[。!?;\n]|\.(?= )")
"""what parts a sentence from the name of the next version"""
BRACKET = compile_lazily(r" ?\((?P<words>[^()\n。]{1,40})\)[ \x1f:]*")


def find_run_on_marks(view: str, start: int, end: int) -> list[VersionMark]:
    """Return the marks of versions within lines, each before a first number; none if it is one version.

    Nothing but a heading stands before the first of them: 方案一 within a clause marks an option.
    """
    for found in (find_run_on_numbers(view, start, end), find_run_on_stages(view, start, end)):
        if len(found) > 1 and is_headed_only(view, start, found[0].start):
            return found
    return []


def is_headed_only(view: str, start: int, at: int) -> bool:
    """Tell whether nothing but a heading stands before a place: no sentence, and no mark."""
    begin = find_next_text(view, start, at)
    return begin == at or not (
        BREAK.search(view[begin:at].rstrip(" \n" + HIDDEN)) or MARKED.match(view, begin)
    )


def find_run_on_numbers(view: str, start: int, end: int) -> list[VersionMark]:
    """Return the names of versions with numbers that rise from 1, each before a first number or a title."""
    run: list[VersionMark] = []
    for found in NUMBERED.finditer(view, start, end):
        number = read_numeral(next(one for one in found.groups() if one))
        if number is not None and is_next_number(run, number) and leads_to_first(view, found.end(), end):
            run.append(VersionMark(found.start(), found.end(), number, None))
    return run


def leads_to_first(view: str, at: int, end: int) -> bool:
    """Tell whether a first number stands at a place, or behind a title on the same line."""
    if FIRST_MARK.match(view, find_next_text(view, at, end), end):
        return True
    first = FIRST_MARK.search(view, at, min(end, at + LONGEST_TITLE))
    title = view[at : first.start()].strip(FRAMING_SIGNS) if first else ""
    return could_be_title(title) and "," not in title


def find_run_on_stages(view: str, start: int, end: int) -> list[VersionMark]:
    """Return the names of stages, each once before the same first number, with a colon or in brackets."""
    run: list[VersionMark] = []
    names = set[str]()
    printed = ""
    for begin, first in iterate_named_firsts(view, start, end):
        mark = first[0].strip(" " + HIDDEN)
        words = view[begin : first.start()].strip(FRAMING_SIGNS)
        if words in names or not STAGE.fullmatch(words) or mark != (printed or mark):
            continue
        printed = mark
        names.add(words)
        run.append(VersionMark(begin, first.start(), len(run) + 1, None))
    return run


def iterate_named_firsts(view: str, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each first number behind a sign, with the beginning of the few words before it."""
    for first in NAMED_FIRST_MARK.finditer(view, start, end):
        least = max(start, first.start() - LONGEST_TITLE)
        breaks = [found.end() for found in BREAK.finditer(view, least, first.start())]
        if breaks or least == start:
            begin = find_next_text(view, breaks[-1] if breaks else start, end)
            if begin < first.start():
                yield begin, first


def find_run_on_titles(view: str, start: int, end: int) -> list[TextLine]:
    """Return the places of a title that stands again within lines, with another year or stage in brackets.

    It opens the stretch, names a kind of text, and a first number follows each time.
    """
    opening = find_next_text(view, start, end)
    first = FIRST_MARK.search(view, opening, min(end, opening + 2 * LONGEST_TITLE))
    title = view[opening : first.start()].split("(", maxsplit=1)[0].strip(FRAMING_SIGNS) if first else ""
    if len(title) < SHORTEST_TITLE or not (names_kind(title) and could_be_title(title)):
        return []
    found: list[TextLine] = []
    for one in re.finditer(APART + re.escape(title), view[start:end]):
        at = start + one.end()
        bracket = BRACKET.match(view, at, end)
        if bracket and FIRST_MARK.match(view, find_next_text(view, bracket.end(), end), end):
            begin = start + one.start()
            stop = begin + len(view[begin : bracket.end()].rstrip(" :" + HIDDEN))
            found.append(TextLine(begin, stop, view[begin:stop]))
    return found if len({one.text for one in found}) == len(found) > 1 else []
