"""The head of a text: its title, also over several lines, and the notes of adoption around it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from hexapla.findings import Span
from hexapla.languages import words_of
from hexapla.languages.patterns import UNSPACED, write_alternation
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.dates import find_stated_date
from hexapla.segmentation.folded_view import BLANK, ExcludedSpan, TextLine, is_ended, split_lines
from hexapla.segmentation.front_matter import (
    ADDRESSEE,
    CONTENTS,
    FIELD,
    FORM_FIELD,
    LEADS_ON,
    LONGEST,
    LONGEST_LATIN,
    MARKED,
    PROMISE,
    TITLE_KINDS,
    could_be_title,
    is_title_like,
    names_kind,
)
from hexapla.segmentation.letterheads import count_letterhead_lines
from hexapla.segmentation.notes import (
    NOTE,
    OF,
    find_issue_date,
    is_note,
    leaves_note_open,
)
from hexapla.segmentation.paragraph_breaks import is_stanza
from hexapla.text import HIDDEN, join_pieces, unwrap
from hexapla.text.scripts import is_small_letter

MOST_TITLE_LINES = 4
FIELDS = 4
"""lines to fill in above a title, at most"""
SUBTITLE = compile_lazily(r" ?\([^()]{1,40}\)$")
"""what stands in brackets behind a title: 合同（示范文本）"""
WANTING = frozenset(
    word.lower()
    for words in (words_of("titles", "small"), words_of("titles", "of"), words_of("titles", "open"))
    for word in words
)
"""words after which a title goes on"""
HAN_WANTING = tuple(word for word in words_of("titles", "open") if UNSPACED.match(word))
TITLE_GOES_ON = compile_lazily(rf"(?:{write_alternation(words_of('titles', 'going_on'))})")
"""how the next line of a title begins: 若干问题的意见"""
TITLE_BEGINS = compile_lazily(rf"(?:{write_alternation(words_of('titles', 'first'))})(?!\w)", re.IGNORECASE)
"""a kind of text with which a title begins; small letters on the next line go on with it"""
TITLE_LABEL = compile_lazily(rf"(?:{write_alternation(words_of('titles', 'label'))}) ?: ?", re.IGNORECASE)
ABOUT = compile_lazily(rf"(?:{write_alternation(words_of('titles', 'about'))})")
"""before the subject of a title, which leads on to its kind: 关于……的通知"""
MOST_VERSES = 20
"""of the first stanza that are looked at"""
BRACKETED = compile_lazily(r"\([^()]{4,80}\)$")
PREFACE = compile_lazily(
    r"[^\s。;:,]{4,40}(?=[ \x1f]+(?:序言|序|前言|引言|导言|導言|绪言)[ \x1f:]|"
    r"[ \x1f]+(?:19|20)\d\d年\d{1,2}月\d{1,2}日[^ \x1f\n。,]{0,8},)"
)
"""a title that a preface, or a sentence with its date, follows on its own line"""
RULE = compile_lazily(r"[-=_*~—–.]{3,}$")
ITEM = compile_lazily(r"[(\[]?\w{1,6}[)\].、:]{0,2} *(?P<text>[^\n.。;]{0,200})(?P<end>.?)")
"""a mark with its text up to the first sign that could end it"""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the first mark and is no clause."""

    title: str | None
    issued: str | None
    holes: tuple[ExcludedSpan, ...]
    end: int
    """where clauses may begin"""


def read_front_matter(
    text: str,
    view: str,
    start: int,
    end: int,
    *,
    marked: bool,
    titled: int | None = None,
    known: bool = False,
    apart: bool = False,
) -> FrontMatter:
    """Read title lines and notes of adoption before `end`, where the first mark stands.

    The first lines that could be a title are it; lines that tell of adoption are notes, rules of dashes
    ornament. Everything else stays text. Without marks (`marked`) a title is only what is followed by more.
    Where the format says that a heading is the title (`titled` is where it begins), it is, and what stands
    above it are notes. Where the title is `known` from elsewhere, no line is one; where the format sets it
    aside, it has set aside the notes as well (`apart`).
    """
    if apart:
        return FrontMatter(None, None, (), start)
    every = [line for line in split_lines(view, start, end) if line.text]
    letterhead, titled = find_letterhead(every, titled)
    if every and (front := read_title_before_preface(text, view, start, end)):
        return front

    def find(lines: Sequence[TextLine]) -> FoundTitle | None:
        return None if known else find_title(text, view, lines, end, marked=marked, titled=titled)

    head = read_head_lines(every, letterhead, (start, end), find)
    title, holes, rest = head.title, head.holes, every[head.lines :]
    if title is None and marked and not known and is_title_below(rest, end):
        title = FoundTitle(1, *read_title(text, view, rest[-1:]))
        holes = (*holes, ExcludedSpan(rest[-1].start, rest[-1].end, "title"))
    stated = title.date if title else None
    issued = max(filter(None, (stated, find_issue_date(head.notes))), default=None)
    return FrontMatter(title.title if title else None, issued, holes, head.end)


class FoundTitle(NamedTuple):
    """A title."""

    lines: int
    """over how many it goes"""
    title: str
    date: str | None
    """that it bears"""


class HeadLines(NamedTuple):
    """The first lines of a text, as long as each is title, note or ornament."""

    lines: int
    """how many they are"""
    title: FoundTitle | None
    notes: tuple[str, ...]
    """words of adoption; those that go on over several lines are one"""
    holes: tuple[ExcludedSpan, ...]
    end: int
    """where the last of them ends"""


def read_head_lines(
    every: Sequence[TextLine],
    letterhead: int,
    extent: Span,
    find: Callable[[Sequence[TextLine]], FoundTitle | None],
) -> HeadLines:
    """Read title, notes and ornament, up to the first line that is none of them.

    Args:
        every: the lines before the first mark.
        letterhead: how many of them stand above the title.
        extent: where they begin and end.
        find: returns the title that begins with the first of some lines, if one does.
    """
    title, notes, holes = None, list[str](), list[ExcludedSpan]()
    n, (at, end) = 0, extent
    while n < len(every):
        line, stop, going_on = every[n], n + 1, bool(notes) and leaves_note_open(notes[-1])
        if title is None and n >= letterhead and (found := find(every[n:])):
            kind, stop, title = "title", n + found.lines, found
        elif n < letterhead or going_on or is_note_line(line, last=n == len(every) - 1 and line.end >= end):
            kind = "note"
            notes.append(notes.pop() + line.text if going_on else line.text)
        elif RULE.match(line.text) or (title is None and is_field_above_title(every[n:])):
            kind = "ornament" if RULE.match(line.text) else "note"
        else:
            break
        holes.append(ExcludedSpan(at, every[stop - 1].end, kind))
        n, at = stop, every[stop - 1].end
    return HeadLines(n, title, tuple(notes), tuple(holes), at)


def find_letterhead(every: Sequence[TextLine], titled: int | None) -> tuple[int, int | None]:
    """Return how many lines stand above the title, and where it begins if the format's word for it holds."""
    if titled is None:
        return count_letterhead_lines(every) if every and not count_broken_title(every) else 0, None
    count = sum(line.end <= titled for line in every)
    return (count, titled) if all(is_title_like(line.text) for line in every[:count]) else (0, None)


def is_title_below(every: Sequence[TextLine], end: int) -> bool:
    """Tell whether the last line before the first mark is a title below sentences: a report stands above."""
    if len(every) <= 1:
        return False
    line, above = every[-1], every[-2]
    return line.end <= end and names_kind(line.text) and could_be_title(line.text) and is_ended(above.text)


def is_field_above_title(every: Sequence[TextLine]) -> bool:
    """Tell whether a line is a field (合同编号：____) or an addressee above a title that says what it is."""
    if ADDRESSEE.match(every[0].text):
        return len(every) > 1 and is_title_like(every[1].text)
    if not is_field(every[0].text):
        return False
    if any(TITLE_LABEL.match(one.text) for one in every[1 : FIELDS + 1]):
        return True
    below = (SUBTITLE.sub("", one.text) for one in every[1 : FIELDS + 1] if not is_field(one.text))
    return names_kind(next(below, ""))


def is_field(text: str) -> bool:
    """Tell whether a line is to be filled in."""
    return FIELD.match(text) is not None or FORM_FIELD in text


def find_title(
    text: str, view: str, every: Sequence[TextLine], end: int, *, marked: bool, titled: int | None
) -> FoundTitle | None:
    """Return the title that begins with the first of some lines, or None."""
    line = every[0]
    if titled is not None and line.start <= titled < line.end:
        return FoundTitle(1, read_seen(text, view, titled, line.end), find_stated_date(line.text))
    if RULE.match(line.text) or (not marked and begins_stanza(every)):
        return None
    count = count_title_lines(every, view, end, marked=marked)
    return FoundTitle(count, *read_title(text, view, every[:count])) if count else None


def begins_stanza(every: Sequence[TextLine]) -> bool:
    """Tell whether the first of some lines is a verse, which the rest of its stanza follows at once."""
    run = [every[0].text]
    for line, after in pairwise(every):
        if after.start != line.end or len(run) >= MOST_VERSES:
            break
        run.append(after.text)
    return is_stanza(run)


def read_seen(text: str, view: str, start: int, end: int) -> str:
    """Return the characters of a stretch that readers see."""
    pairs = zip(text[start:end], view[start:end], strict=True)
    return "".join(char for char, shown in pairs if shown != HIDDEN).strip()


def is_note_line(line: TextLine, *, last: bool) -> bool:
    """Tell whether a line is a note of adoption; the sentence on the first mark's own line is none."""
    return is_note(line.text) and not (last and line.text[-1] == "。")


def read_title(text: str, view: str, lines: Sequence[TextLine]) -> tuple[str, str | None]:
    """Return the title in lines of a text as one line, and the date that it bears."""
    first, final = lines[0], lines[-1]
    words = strip_adoption_note(CONTENTS.sub("", final.text))
    label = TITLE_LABEL.match(first.text)
    left = view.index(first.text[0], first.start) + (label.end() if label else 0)
    right = view.index(final.text[0], final.start) + len(PROMISE.sub("", words).rstrip())
    return unwrap(read_seen(text, view, left, right)), find_stated_date(" ".join(line.text for line in lines))


def count_title_lines(every: Sequence[TextLine], view: str, end: int, *, marked: bool) -> int:
    """Return over how many lines a title goes that begins with the first of these; 0 if none does."""
    if is_title_line(every, view, end, marked=marked):
        return max(1, count_broken_title(every))
    return count_broken_title(every)


def is_title_line(every: Sequence[TextLine], view: str, end: int, *, marked: bool) -> bool:
    """Tell whether the first of the lines before a mark is a title by itself."""
    line, last = every[0], len(every) == 1
    words = strip_adoption_note(CONTENTS.sub("", line.text))
    return (
        is_title_like(words)
        and (marked or not last)
        and is_title(words, last=last, shared=line.end >= end and view[line.end - 1] != "\n")
        and not (last and marked and opens_list(words, view, end))
    )


def count_broken_title(every: Sequence[TextLine]) -> int:
    """Return over how many lines a title is broken; 0 if nothing shows that one is.

    Each line but the last leaves something open: a bracket, a word that wants another, a subject (关于) whose
    kind of text is named further down. No blank line, note or mark stands between.
    """
    whole = every[0].text
    named = TITLE_BEGINS.match(whole) is not None
    if (is_note(whole) and not named) or MARKED.match(whole) or is_ended(whole):
        return 0
    count = 1
    for line, after in pairwise(every[:MOST_TITLE_LINES]):
        below = every[count + 1].text if count + 1 < len(every) else ""
        dated = named and OF.match(after.text) and is_small_letter(below) and not is_note(below)
        other = is_note(after.text) or MARKED.match(after.text) or is_ended(after.text)
        apart = line.end != after.start or (other and not dated)
        wanted = (
            leaves_title_open(whole)
            or TITLE_GOES_ON.match(after.text)
            or (named and is_small_letter(after.text))
        )
        if apart or not wanted:
            break
        whole, count = join_pieces(whole, after.text), count + 1
    return count if count > 1 and is_named(whole) else 0


def leaves_title_open(text: str) -> bool:
    """Tell whether the words of a title want more."""
    if leaves_note_open(text) or text.lower().rsplit(" ", 1)[-1] in WANTING or text.endswith(HAN_WANTING):
        return True
    return ABOUT.search(text) is not None and not TITLE_KINDS.search(text)


def is_named(text: str) -> bool:
    """Tell whether a title over several lines is one: it names a kind of text, or its words are spaced."""
    return len(text) <= LONGEST_LATIN * 2 and bool(TITLE_KINDS.search(text) or not UNSPACED.match(text))


def strip_adoption_note(words: str) -> str:
    """Return a title without the note of its adoption in brackets behind it."""
    found = BRACKETED.search(words) if len(words) <= LONGEST_LATIN * 2 else None
    if found is None or not (NOTE.search(found[0]) or is_note(found[0])):
        return words
    bare = words[: found.start()].rstrip()
    return bare if TITLE_KINDS.search(bare) else words


def read_title_before_preface(text: str, view: str, start: int, end: int) -> FrontMatter | None:
    """Return a title that a preface follows on its own line; None if there is none."""
    found = PREFACE.match(view, next(at for at in range(start, end) if view[at] not in BLANK), end)
    if found is None or not TITLE_KINDS.search(found[0]):
        return None
    title = text[slice(*found.span())]
    return FrontMatter(
        title, find_stated_date(found[0]), (ExcludedSpan(start, found.end(), "title"),), found.end()
    )


def is_title(words: str, *, last: bool, shared: bool) -> bool:
    """Tell whether words that look like a title are one; on the mark's own line they must name a kind."""
    if is_note(words) or words[0] in ",,、" or FIELD.match(words) or ADDRESSEE.match(words):
        return False
    return bool(TITLE_KINDS.search(words)) or len(words) <= LONGEST // 2 if last and shared else True


def opens_list(words: str, view: str, mark: int) -> bool:
    """Tell whether words before the first mark begin the sentence that its list goes on with.

    Its items are parts of one sentence, each closed by a semicolon; they go on in small letters, or the words
    before them want more: The keeper shall (a) lock the gate; (b) feed the dog.
    """
    item = ITEM.match(view, mark)
    if item is None or item["end"] != ";" or TITLE_KINDS.search(words):
        return False
    return is_small_letter(item["text"]) or LEADS_ON.search(words) is not None
