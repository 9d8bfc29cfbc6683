"""Titles that part a source: one title with several years or stages, or those of different documents."""

import re
from itertools import pairwise

from hexapla.languages import words_of
from hexapla.languages.patterns import write_alternation
from hexapla.languages.schemes import SCHEMES, Level
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.back_matter import is_dated
from hexapla.segmentation.dates import find_stated_date
from hexapla.segmentation.folded_view import TextLine, is_ended, iterate_lines, split_lines
from hexapla.segmentation.front_matter import (
    DATED,
    FIRST_MARK,
    MARKED,
    TITLE_KINDS,
    could_be_title,
    find_next_text,
    has_first_mark_after,
    has_first_mark_nearby,
    is_title_like,
    names_kind,
    names_policy,
)
from hexapla.segmentation.marks import select_possible_schemes
from hexapla.segmentation.version_marks import FRAMING_SIGNS
from hexapla.text import HIDDEN, fold_print

YEAR = compile_lazily(r"(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3}年")
KIND_OF = compile_lazily(
    rf"(?:the )?(?:\w+ )?(?:{write_alternation(words_of('titles', 'heads'))}) "
    rf"(?:{write_alternation(words_of('titles', 'of'))})\b",
    re.IGNORECASE,
)
"""a title in capitals that begins with the kind of text; in small letters it could be a section's heading"""
NOT_NAME = compile_lazily(r"[^\w]+")
HEADINGS = frozenset(fold_print(word).lower() for word in words_of("headings", "general"))
WHITE = compile_lazily(rf"[\s{HIDDEN}]+")
DIVISIONS = tuple(one for one in SCHEMES if one.level in (Level.DIVISION, Level.ANNEX))
LONGEST_DIVISION = 40
"""characters of a line with the number of a division alone"""
FEWEST_CELLS = 3
"""words apart in a script without spaces, and as many below them, that are rows of a table"""
SHORTEST_TITLE = 4
SENTENCE_END = compile_lazily(r"[。;!?]|\.(?= |$)")
UNSPACED = compile_lazily("[\u2e80-\u9fff\uac00-\ud7af]")
SHINGLE = 4
"""characters of a run of Han, Kana or Hangul by which texts are compared; twice as many of others"""
ALIKE = 0.4
"""share of the shorter text's runs that the other has, if both are versions of one text"""
FEWEST_SHINGLES = 40
"""runs that a text must have to show whose version it is"""
MOST_COMPARED = 20_000
"""characters of a text that are compared"""
BRACKETS_BEHIND = compile_lazily(r"(?: ?[(\[【〔][^()\[\]【】〔〕\n]{1,40}[)\]】〕]){1,2}$")
"""what a title says of its text in brackets at its end: 办法（送审稿）"""


def strip_brackets(text: str) -> str:
    """Return a title without what it says of its text in brackets at its end."""
    return BRACKETS_BEHIND.sub("", text)


def find_repeated_titles(view: str, start: int, end: int) -> list[TextLine]:
    """Return the lines of one title that stands again, perhaps with another stage in brackets behind it.

    It names a kind of text, opens the stretch, and a text that begins with its first number follows.
    """
    found: dict[str, list[TextLine]] = {}
    opening: str | None = None
    for line in split_lines(view, start, end):
        if not line.text or (opening and not (opening[0] in line.text and opening[-1] in line.text)):
            continue
        name = NOT_NAME.sub("", strip_brackets(line.text))
        opening = name if opening is None else opening
        if name == opening and could_be_title(line.text) and is_title_of_text(view, line, end):
            found.setdefault(name, []).append(line)
    titles = found.get(opening or "", [])
    stops = [*(line.start for line in titles[1:]), end][: len(titles)]
    filled = all(has_sentence(view, line.end, stop) for line, stop in zip(titles, stops, strict=True))
    return titles if len(titles) > 1 and filled and len(opening or "") >= SHORTEST_TITLE else []


def has_sentence(view: str, start: int, end: int) -> bool:
    """Tell whether a clause with a sentence stands in a stretch: a title page with its contents has none."""
    return any(
        MARKED.match(line.text) and SENTENCE_END.search(line.text) for line in iterate_lines(view, start, end)
    )


def find_alike_texts(view: str, start: int, end: int) -> list[TextLine]:
    """Return the headings of texts that begin with the same number and say mostly the same words.

    How such a heading is worded does not matter (Stand März, 甲方修改稿): versions of one text repeat each
    other, as the sections of one text do not. No mark stands before the first of them.
    """
    found: list[TextLine] = []
    first = ""
    for line in split_lines(view, start, end):
        if not line.text or line.text == first:
            continue
        if not found and MARKED.match(line.text):
            return []
        bracketed = line.text.startswith("(")  # the caption of an article
        if not bracketed and could_head_document(line.text, "") and has_first_mark_after(view, line, end):
            mark = FIRST_MARK.match(view, find_next_text(view, line.end, end))
            printed = mark[0].strip(" " + HIDDEN) if mark else ""
            if not found or printed == first:
                found.append(line)
                first = printed
    if len(found) == 1 or len({NOT_NAME.sub("", line.text) for line in found}) < len(found):
        return []
    stops = [*(line.start for line in found[1:]), end][: len(found)]
    texts = [make_shingles(view[line.end : stop]) for line, stop in zip(found, stops, strict=True)]
    alike = all(is_alike(one, other) for one, other in pairwise(texts))
    return found if len(found) > 1 and alike else []


def make_shingles(text: str) -> set[str]:
    """Return the short runs of letters of a text: few are shared by texts that do not repeat each other."""
    letters = NOT_NAME.sub("", text[:MOST_COMPARED]).lower()
    length = SHINGLE if UNSPACED.search(letters) else 2 * SHINGLE
    return {letters[at : at + length] for at in range(max(0, len(letters) - length + 1))}


def is_alike(one: set[str], other: set[str]) -> bool:
    """Tell whether two texts share so much that they are versions of one; a list of contents is too short."""
    less, more = sorted((len(one), len(other)))
    return less >= max(FEWEST_SHINGLES, ALIKE * more) and len(one & other) >= ALIKE * less


def is_title_of_text(view: str, line: TextLine, end: int) -> bool:
    """Tell whether a line names a kind of text, and the first mark of a text follows it."""
    bare = strip_brackets(line.text)
    return (names_kind(bare) or names_policy(bare)) and has_first_mark_nearby(view, line, end)


def find_dated_titles(view: str, start: int, end: int) -> list[TextLine]:
    """Return the lines of one title that differ only in their year."""
    found: dict[str, list[TextLine]] = {}
    for line in split_lines(view, start, end):
        if is_title_like(line.text) and YEAR.search(line.text) and not FIRST_MARK.match(line.text):
            bare = NOT_NAME.sub("", DATED.sub("", line.text))
            if len(bare) >= SHORTEST_TITLE:
                found.setdefault(bare, []).append(line)
    for titles in found.values():
        years = [find_stated_date(line.text) for line in titles]
        if (
            len(titles) > 1
            and len(set(years)) == len(years)
            and all(leads_to_first_mark(view, line, end) for line in titles)
        ):
            return titles
    return []


def leads_to_first_mark(view: str, line: TextLine, end: int) -> bool:
    """Tell whether a first mark follows a dated title; words may come between if it names a kind of text."""
    if has_first_mark_after(view, line, end):
        return True
    bare = DATED.sub("", line.text)
    return (names_kind(bare) or names_policy(bare)) and has_first_mark_nearby(view, line, end)


def heads_table(view: str, line: TextLine, end: int) -> bool:
    """Tell whether a line is the head of a table, whose next row has as many cells: 序号 粮食 标准."""
    cells = len(line.text.split())
    if cells < FEWEST_CELLS or not UNSPACED.search(line.text):
        return False
    begin = find_next_text(view, line.end, end)
    stop = view.find("\n", begin, end)
    return len(view[begin : stop if stop >= 0 else end].replace(HIDDEN, " ").split()) == cells


def find_document_titles(view: str, start: int, end: int) -> list[TextLine]:
    """Return the titles of documents that follow each other, each with its first article at once.

    A title names a kind of text (规定, Rules) or stands after a blank line; before 1. it must do both.
    """
    titles: list[TextLine] = []
    last, gap = "", True
    for line in split_lines(view, start, end):
        if not line.text:
            gap = True
            continue
        apart = gap or not last or is_ended(last)
        if (
            apart
            and not heads_table(view, line, end)
            and could_head_document(line.text, last)
            and is_document_start(view, line, last if gap else "", end)
        ):
            first = FIRST_MARK.match(view, find_next_text(view, line.end, end))
            weak = first is None or first["weak"] is not None
            kind = line.text.isupper() and KIND_OF.match(line.text)
            named = bool(TITLE_KINDS.search(DATED.sub("", line.text)) or kind)
            if (gap and not weak) or (named and (gap or not weak)):
                titles.append(line)
        last, gap = line.text, False
    begins = bool(titles) and not view[start : titles[0].start].strip(" \n\x1f")
    return titles if len(titles) > 1 and begins else []


def could_head_document(text: str, before: str) -> bool:
    """Tell whether a line could be the title of another document, and is no heading of a division of one.

    A division's heading is known by its words (General provisions), or by a number alone on the line before.
    """
    return (
        could_be_title(text)
        and not is_division_heading(text)
        and not is_bare_division(before)
        and not is_numbered_division(text)
    )


def is_numbered_division(text: str) -> bool:
    """Tell whether a line begins with the number of a division: PART ONE – GENERAL, FIFTH SCHEDULE Rules.

    Annexes in figures stay: a collection may call its documents so (附件2 灯笼管理办法).
    """
    return any(
        scheme.regex.match(f"\n{text}\n", int(not scheme.line))
        for scheme in select_possible_schemes(text, DIVISIONS)
        if scheme.level is Level.DIVISION or scheme.reader == "ordinal"
    )


def is_division_heading(text: str) -> bool:
    """Tell whether a line says what divisions are called in every law: General provisions, 附则."""
    return WHITE.sub(" ", text).strip(" " + FRAMING_SIGNS).lower() in HEADINGS or (
        not text.isascii() and WHITE.sub("", text).strip(FRAMING_SIGNS) in HEADINGS
    )


def is_bare_division(text: str) -> bool:
    """Tell whether a line is the number of a division or an annex and nothing else: CHAPTER I."""
    if not 0 < len(text) <= LONGEST_DIVISION:
        return False
    line = f"\n{text}\n"
    found = (one.regex.match(line, int(not one.line)) for one in select_possible_schemes(line, DIVISIONS))
    return any(one is not None and not line[one.end() :].strip(FRAMING_SIGNS + "\n") for one in found)


def is_document_start(view: str, line: TextLine, before: str, end: int) -> bool:
    """Tell whether a first mark follows a title; after a document that was signed, words may come between."""
    if has_first_mark_after(view, line, end):
        return True
    return (
        is_dated(before)
        and TITLE_KINDS.search(line.text) is not None
        and has_first_mark_nearby(view, line, end)
    )
