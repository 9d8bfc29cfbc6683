"""How a compilation marks its versions: 【第一篇】, Version 1, a title with a number, before and after."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hexapla.findings import Span
from hexapla.languages import words_of
from hexapla.languages.ordinals import BEFORE_WORD, ORDINALS, list_capitals
from hexapla.languages.patterns import UNSPACED, write_alternation, write_phrases
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import TextLine, split_lines
from hexapla.segmentation.front_matter import (
    ANNEX,
    FIRST_MARK,
    MARKED,
    TITLE_KINDS,
    find_next_text,
    is_title_like,
)
from hexapla.segmentation.mark_numbers import read_roman
from hexapla.text import HIDDEN, read_numeral

N = r"(?:[一二三四五六七八九十百千〇零]{1,7}|\d{1,6})"
LATIN = r"(?:\d{1,6}(?![.\d])|[A-Z](?!\w)|[IVXLC]{1,9}(?!\w))"
NTH = write_alternation({form for word in BEFORE_WORD for form in (word, *list_capitals(word))})
LATIN_PARTS = write_alternation(
    form
    for word in words_of("versions", "parts")
    if not UNSPACED.match(word)
    for form in (word, *list_capitals(word))
)
HAN_PARTS = write_alternation(word for word in words_of("versions", "parts") if UNSPACED.match(word))
EDITIONS = write_alternation(words_of("versions", "editions"))
MARKS = compile_lazily(
    rf"【 *(?P<boxed>第 *(?P<a>{N}) *[篇部份]|篇 *(?P<b>{N})|(?:{HAN_PARTS}) *(?P<c>{N})) *】[ \x1f]*:?|"
    rf"(?:(?<=\n)|\A)[ \x1f]*(?P<line>第 *(?P<d>{N}) *[篇稿版]|篇 *(?P<e>{N})|"
    rf"(?:{HAN_PARTS}) *(?P<f>{N})|(?:{LATIN_PARTS}) +(?P<g>{LATIN})|(?P<h>{NTH}) (?i:{EDITIONS}))"
    rf"(?=[ \x1f]*(?:[:\n(【]|[ \x1f]+[^\s\x1fa-z]|$))[ \x1f]*"
    rf"(?:\([^)\n]{{0,40}}\)(?:, [^,\n]{{1,20}}(?=\n))?)?[ \x1f]*:?"
)
TITLED = compile_lazily(
    rf"(?P<title>.*?[^\W\d])[ \x1f]*"
    rf"(?P<mark>[(\[【〔]?(?:[第之]? *篇? *(?P<n>{N}) *篇?|(?:version|no\.|"
    rf"#) *(?P<m>\d{{1,6}}))[)\]】〕]?):?$",
    re.IGNORECASE,
)
MONTHS = write_alternation(word for same in words_of("months", "names") for word in same.split("/"))
DATE_LEADS = write_alternation(words_of("versions", "date_leads"))
STAGE = compile_lazily(
    rf"(?:{write_phrases(words_of('versions', 'stages'))})|(?:19|20)\d\d (?:{EDITIONS})|"
    rf"(?:{write_alternation(words_of('versions', 'dated'))})(?: (?:{DATE_LEADS}))?:? "
    rf"(?:(?:[^\W_][\w ./-]{{0,16}})?(?:19|20)\d\d|\d{{1,2}}\.? (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}})|"
    rf"(?:{write_alternation(words_of('versions', 'numbered'))}) \d{{1,3}}(?:\.\d{{1,3}})?,? "
    r"[^\W_][\w ./-]{0,24}(?:19|20)\d\d|"
    r"(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:版本?|文本|稿|(?:修[订訂改正]|修正|通过|公布|发布)(?:版|稿|本|文本))",
    re.IGNORECASE,
)
TAIL = frozenset("0123456789一二三四五六七八九十百千〇零篇")
FRAMING_SIGNS = " \x1f【】[]()〔〕「」《》:-—–=*#"
ARTICLE = compile_lazily(r"(?:\A|[\s\x1f。】;])第[ \x1f]*([一二三四五六七八九十百零〇\d]{1,6})[ \x1f]*条")
ABOVE = compile_lazily(
    r"(?:\A|[\n。])[ \x1f]*(?:第[ \x1f]?[一二三四五六七八九十百零〇\d]{1,6}[ \x1f]?条|§ ?\d|"
    r"(?:Article|Section|Artikel|Art\.?|Artículo) \d)"
)
NUMERAL = re.compile(r"[一二三四五六七八九十百〇零]{1,5}|\d{1,4}")
ENOUGH = 3
"""articles before the first mark that show that it marks no version"""
COMPILATION_WORDS = compile_lazily(
    rf"(?:{write_alternation(words_of('versions', 'collected'))}|[一二三四五六七八九十])*"
)
"""what the head of a page says of its pieces behind their common title"""
NAME = compile_lazily(r"[^\W\d]+")
PIECE = compile_lazily(rf"[(\[【]?(?:第 ?(?P<n>{N}) ?篇|篇 ?(?P<m>{N}))[)\]】]?:?")
BRACKET_BEHIND = compile_lazily(r" ?\([^()\n]{1,60}\)$")
LONGEST_TITLE = 40
FURTHEST = 3
"""parts that may be missing between two that are there"""
SHORTEST_TITLE = 4


class VersionMark(NamedTuple):
    """A mark of a version."""

    start: int
    end: int
    number: int
    title: Span | None
    """the title in front of the number on the mark's own line"""


def find_version_marks(view: str, start: int, end: int) -> list[VersionMark]:
    """Return the marks that take a stretch apart, two or more in order; none if it is one version.

    Where the numbers of clauses go on across the first of them, they are options within one text: 第二条,
    方案一, 第三条, 方案二, 第三条.
    """
    ways = (find_numbered_marks, find_titled_marks, find_stage_marks, find_inline_marks)
    run = next((found for way in ways if (found := way(view, start, end))), [])
    return [] if run and do_numbers_go_on(view, start, run[0], end) else run


def do_numbers_go_on(view: str, start: int, mark: VersionMark, end: int) -> bool:
    """Tell whether a number behind a mark is the one that is due after those of the same form before it."""
    before = dict(read_line_numbers(view, start, mark.start))
    after = dict[str, int]()
    for form, number in read_line_numbers(view, mark.end, end):
        if after.setdefault(form, number) == before.get(form, number) + 1:
            return True
        if len(after) > len(before):
            break
    return False


def read_line_numbers(view: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield the numbers at the beginnings of lines: their form without the numeral, and their value."""
    for line in split_lines(view, start, end):
        found = MARKED.match(line.text)
        numeral = NUMERAL.search(found[0]) if found else None
        number = read_numeral(numeral[0]) if numeral else None
        if found and numeral and number is not None:
            yield found[0].replace(numeral[0], "", 1), number


def find_numbered_marks(view: str, start: int, end: int) -> list[VersionMark]:
    """Return the version marks of one word that rise from 1; none if they are divisions of one work.

    Draft and Option mark different things: the first two that bear one word begin the run.
    """
    runs: dict[str, list[VersionMark]] = {}
    for found in MARKS.finditer(view, start, end):
        run = runs.setdefault(read_mark_word(found), [])
        number = read_mark_number(found, run[-1].number if run else 0)
        if number is not None and is_next_number(run, number):
            run.append(VersionMark(found.start(), found.end(), number, None))
    run = next((run for run in runs.values() if len(run) > 1), [])
    if run:
        run += find_last_stage(view, run, end)
    if run and len(ABOVE.findall(view, start, run[0].start)) >= ENOUGH:
        return []  # forms and examples (Muster 1) at the end of a law
    return keep_if_compilation(view, run, end)


def read_mark_word(found: re.Match[str]) -> str:
    """Return what a version mark calls a version, without its number: 篇, 稿, draft, option."""
    number = next(name for name in "abcdefgh" if found[name])
    start, end = found.span("line" if found["line"] else "boxed")
    whole = found.string
    words = f"{whole[start : found.start(number)]} {whole[found.end(number) : end]}"
    return extract_letters(words).removeprefix("第")


def find_last_stage(view: str, run: Sequence[VersionMark], end: int) -> list[VersionMark]:
    """Return the line that names the stage behind numbered ones: Final text, after two drafts.

    The same first number follows all of them.
    """
    first = read_first_mark(view, run[-1].end, end)
    for line in split_lines(view, run[-1].end, end):
        bare = line._replace(text=BRACKET_BEHIND.sub("", line.text))
        if first and bare.text and read_stage(bare) and read_first_mark(view, line.end, end) == first:
            return [VersionMark(line.start, line.end, run[-1].number + 1, None)]
    return []


def read_mark_number(found: re.Match[str], last: int) -> int | None:
    """Return the number of a version mark; letters count from A, those that could be numerals as is due."""
    printed = next((found[name] for name in "abcdef" if found[name]), None) or found["g"]
    if found["h"]:
        return ORDINALS[found["h"].lower()]
    if found["g"] is None or printed.isdigit():
        return read_numeral(printed)
    as_letter = ord(printed) - ord("A") + 1 if len(printed) == 1 else None
    read = read_roman(printed)
    as_roman = read[0] if read else None
    due = last < (as_roman or 0) <= last + FURTHEST
    return as_roman if as_roman is not None and (due and as_letter != last + 1) else as_letter


def is_next_number(run: Sequence[VersionMark], number: int) -> bool:
    """Tell whether a number goes on with a run, or begins it."""
    last = run[-1].number if run else 0
    return last < number <= last + FURTHEST and (bool(run) or number == 1)


def keep_if_compilation(view: str, run: list[VersionMark], end: int) -> list[VersionMark]:
    """Return a run of two or more that are not divisions of one work."""
    return run if len(run) > 1 and not has_continuous_articles(view, run, end) else []


def has_continuous_articles(view: str, run: Sequence[VersionMark], end: int) -> bool:
    """Tell whether articles count on from part to part, so that the parts are divisions of one work."""
    firsts = []
    for n, mark in enumerate(run):
        stop = run[n + 1].start if n + 1 < len(run) else end
        article = ARTICLE.search(view, max(0, mark.end - 1), stop)
        firsts.append(read_numeral(article[1]) if article else None)
    known = [first for first in firsts if first is not None]
    return len(known) > 1 and known[0] == 1 and all(a < b for a, b in pairwise(known))


def find_titled_marks(view: str, start: int, end: int) -> list[VersionMark]:
    """Return the lines that repeat one title with numbers that rise from 1: 守则 篇1, 守则（二）, Rules 3.

    The title names a kind of text, or it is the one at the head of the page.
    """
    runs: dict[str, list[VersionMark]] = {}
    every = [line for line in split_lines(view, start, end) if line.text]
    for line in every:
        could_be = line.text.rstrip(FRAMING_SIGNS)[-1:] in TAIL and is_title_like(line.text)
        found = TITLED.match(line.text) if could_be else None
        if found is None or MARKED.match(line.text) or ANNEX.match(line.text):
            continue
        number = read_numeral(found["n"] or found["m"])
        name = extract_letters(found["title"])
        left = view.index(line.text[0], line.start)
        run = runs.setdefault(name, [])
        if number is not None and is_next_number(run, number):
            span = (left, left + len(found["title"]))
            run.append(VersionMark(line.start, line.end, number, span))
    front = extract_letters(every[0].text) if every else ""
    for name, run in runs.items():
        headed = front.startswith(name) and COMPILATION_WORDS.fullmatch(front, len(name))
        known = bool(run) and (
            (bool(headed) and not is_bare_article(view, run[0], every[0])) or is_piece_of_kind(view, run[0])
        )
        if len(name) >= SHORTEST_TITLE and known and keep_if_compilation(view, run, end):
            return run
    return []


def is_piece_of_kind(view: str, one: VersionMark) -> bool:
    """Tell whether a title that is not the page's names a kind of text and its number a piece (篇)."""
    if one.title is None:
        return False
    return "篇" in view[one.title[1] : one.end] and bool(TITLE_KINDS.search(view, *one.title))


def is_bare_article(view: str, one: VersionMark, first: TextLine) -> bool:
    """Tell whether a text begins with one word and a number alone: an article in an unknown language."""
    if one.title is None or one.start > first.start or TITLE_KINDS.search(view, *one.title):
        return False
    alone = len(view[slice(*one.title)].split()) == 1
    return alone and view[one.title[1] : one.end].strip(" :\n\x1f").isdecimal()


def extract_letters(title: str) -> str:
    """Return the letters of a title."""
    return "".join(NAME.findall(title)).lower()


def find_stage_marks(view: str, start: int, end: int) -> list[VersionMark]:
    """Return the lines that name stages of one text: 修订前 and 修订后, As introduced and As enacted.

    Each stands once, and each leads on to the same first number, with at most the text's title between them.
    """
    found = [(line, stage) for line in split_lines(view, start, end) if (stage := read_stage(line))]
    names = [stage for _, stage in found]
    if len(found) < 2 or len(set(names)) < len(names):  # noqa: PLR2004 - one part is no compilation
        return []
    begun = {read_first_mark_below_title(view, line.end, end) for line, _ in found}
    if len(begun) > 1 or "" in begun:
        return []
    return keep_if_compilation(
        view, [VersionMark(line.start, line.end, n, None) for n, (line, _) in enumerate(found, start=1)], end
    )


def find_inline_marks(view: str, start: int, end: int) -> list[VersionMark]:
    """Return the marks of pieces that run on without line breaks: 守则 篇1一、.

    The same title stands before each, and names a kind of text.
    """
    run: list[VersionMark] = []
    if view.count("篇", start, end) < 2:  # noqa: PLR2004 - one part is no compilation
        return []
    for found in PIECE.finditer(view, start, end):
        number = read_numeral(found["n"] or found["m"])
        titled = bool(
            TITLE_KINDS.search(
                view, max(start, found.start() - LONGEST_TITLE), find_words_end(view, found.start())
            )
        )
        if number is not None and titled and is_next_number(run, number):
            run.append(VersionMark(found.start(), found.end(), number, None))
    names = {
        view[find_words_end(view, one.start) - SHORTEST_TITLE : find_words_end(view, one.start)]
        for one in run
    }
    return keep_if_compilation(view, run, end) if len(names) == 1 else []


def find_words_end(view: str, at: int) -> int:
    """Return where the words before a place end."""
    while at > 0 and view[at - 1] in FRAMING_SIGNS:
        at -= 1
    return at


def read_stage(line: TextLine) -> str | None:
    """Return the stage that a line names, or None."""
    words = line.text.strip(FRAMING_SIGNS)
    return words.lower() if words and STAGE.fullmatch(words) else None


def read_first_mark_below_title(view: str, at: int, end: int) -> str:
    """Return the number that follows at once, or below one line that could be a title."""
    if first := read_first_mark(view, at, end):
        return first
    begin = find_next_text(view, at, end)
    stop = view.find("\n", begin, end)
    titled = 0 <= stop - begin <= LONGEST_TITLE and is_title_like(view[begin:stop].strip(" " + HIDDEN))
    return read_first_mark(view, stop, end) if titled else ""


def read_first_mark(view: str, at: int, end: int) -> str:
    """Return the number that follows at once, as far as a first one looks; empty if there is none."""
    at = find_next_text(view, at, end)
    found = FIRST_MARK.match(view, at, end) or MARKED.match(view, at, end)
    return found[0].strip(" " + HIDDEN) if found else ""
