"""Passages in which no mark is looked for: footnotes, quotations, rows of tables.

Quotations and rows stay text of their clauses; footnotes are set aside.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hexapla.findings import Span
from hexapla.lazy_patterns import compile_lazily
from hexapla.segmentation.folded_view import ExcludedSpan, ExcludedSpans, is_ended
from hexapla.segmentation.front_matter import MARKED
from hexapla.text import RAISED, read_numeral

FOOTNOTE_KIND = "footnote"
FOOTNOTE_MARK_KIND = "footnote_mark"
NOTE_LINE = compile_lazily(rf"^[ \t]*([{RAISED}]+)(?=[ \t]*[^\s{RAISED}])[^\n]*(?:\n|\Z)", re.MULTILINE)
NOTE_REFERENCE = compile_lazily(
    rf"[{RAISED}](?<=[^\s{RAISED}].)(?<!\bm.)(?<!\b[kcdm]m.)[{RAISED}]*(?![a-zA-Z{RAISED}])"
)
BOOK_TITLE = compile_lazily(
    r"(?<=《)[^《》〈〉\n]{0,60}(?:[第(\d]|[一二三四五六七八九十]、)[^《》\n]{0,60}(?=》)"
)
SERIAL_NUMBER = compile_lazily(r"\d{1,4}|[一二三四五六七八九十]{1,3}|[IVX]{1,5}")
QUOTATION_MARKS = {"“": "”", "「": "」", "『": "』", "«": "»", "„": "“”", "‘": "’", '"': '"', "〝": "〞"}
LINE = compile_lazily(r"[^\n]+")
PIPE_TABLE = compile_lazily(
    r"^\|[^\n]{1,4000}\|[ \t]*\n\|(?:[ \t]*:?-{1,80}:?[ \t]*\|){1,40}[ \t]*"
    r"(?:\n\|[^\n]{1,4000}\|[ \t]*(?=\n|\Z)){1,2000}",
    re.MULTILINE,
)
"""a table in strokes with a rule below its head"""
DEEPEST_INDENT = 40
"""blanks before a sign at a line start, at most"""
SHORT_QUOTATION = 200
"""characters of a quotation that nothing leads on to but that holds no mark either"""
QUOTATION_SIGN = compile_lazily(r"[“”「」『』«»„‘’\"〝〞]")
SIGN_OR_MARK = compile_lazily(
    rf"{QUOTATION_SIGN.pattern}|"
    r"(?<=\n)[ \x1f]{0,4}(?P<mark>[一二三四五六七八九十]{1,3}(?=、)|\d{1,3}(?=[.、]))(?P<sign>[.、])"
)
"""a sign of a quotation, or a mark at a line start"""
OPENS = compile_lazily(r":[ \x1f\n]{1,3}$")
QUOTATION_LEAD_IN = compile_lazily(r"[:\x1e—–](?:[ \x1f]*\n)*[ \x1f\n]*$")
QUOTED_MARK = compile_lazily(
    r"[ \x1f]*(?:\([一-十\da-z]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,3}[.、)]|第[一-十百零〇\d]{1,5}条)"
)
QUOTED_ARTICLE = compile_lazily(
    r"제\d{1,4}조(?:의\d{1,2})?[ \x1f(]|第[一二三四五六七八九十百\d]{1,5}条[ \x1f(]"
)
"""an article that stands right behind the sign of a quotation at a line start"""
STRAIGHT_CLOSES = compile_lazily(r"\"[ \x1f]*(?:\n|$|[。.;,:!?)]|[一二三四五六七八九十]+、)")


BULLET_BEFORE_MARK = compile_lazily(
    r"(?:(?<=\n)|\A)[ \x1f]{0,40}(?P<sign>[•●▪◆■◦‣⁃])"
    r"[ \x1f]{1,8}(?=\(?(?:[a-z]|\d{1,3}|[ivx]{1,5})[.)][ \x1f])"
)


def find_bullets_before_marks(view: str, start: int, end: int) -> list[ExcludedSpan]:
    """Return the bullets that a program set before items with marks of their own: • a) keep the stairs."""
    found = BULLET_BEFORE_MARK.finditer(view, start, end)
    return [ExcludedSpan(*one.span("sign"), "ornament") for one in found]


def find_footnotes(text: str, start: int, end: int) -> list[ExcludedSpan]:
    """Return the foot- and endnotes of a stretch and the marks that lead to them, in order and apart.

    A note is a line that begins with a raised number which stands after a word of the text above; what was
    broken off it at a width goes with it. Readers of documents put notes at the end of the text; a page's
    notes stand among its lines. Either way they are no part of the clause above them, and the numbers that
    lead to them change when a note is added elsewhere: both are set aside, so that texts are compared without
    them. A raised number without such a line (m²) stays.
    """
    marks = [(mark[0], mark.span()) for mark in NOTE_REFERENCE.finditer(text, start, end)]
    first: dict[str, int] = {}
    for number, (at, _) in marks:
        first.setdefault(number, at)
    found: list[ExcludedSpan] = []
    numbers: set[str] = set()
    at = start
    for line in NOTE_LINE.finditer(text, start, end):
        if line.start() >= at and first.get(line[1], end) < line.start():
            at = find_note_end(text, line.end(), end)
            found.append(ExcludedSpan(line.start(), at, FOOTNOTE_KIND))
            numbers.add(line[1])
    inside = ExcludedSpans(found)
    leading = [
        ExcludedSpan(*span, FOOTNOTE_MARK_KIND)
        for number, span in marks
        if number in numbers and not inside.covers(span[0])
    ]
    return sorted([*found, *join_marks(text, leading)], key=lambda hole: hole.start)


def join_marks(text: str, marks: Sequence[ExcludedSpan]) -> list[ExcludedSpan]:
    """Let the commas between several marks in one place go with them."""
    out: list[ExcludedSpan] = []
    for mark in marks:
        if out and text[out[-1].end : mark.start] == ",":
            out[-1] = replace(out[-1], end=mark.end)
        else:
            out.append(mark)
    return out


def find_note_end(text: str, at: int, end: int) -> int:
    """Return where a note ends whose first line ends at `at`: lines go on that were broken in a sentence."""
    begin = text.rfind("\n", 0, at - 1) + 1
    while at < end and not is_ended(text[begin:at].strip()):
        stop = text.find("\n", at, end) + 1 or end
        line = text[at:stop].strip()
        if not line or MARKED.match(line) or NOTE_LINE.match(text, at):
            break
        begin, at = at, stop
    return at


def find_quotations(view: str, start: int, end: int) -> list[Span]:
    """Return the spans between the signs of quotations, in order and apart.

    Marks in the new wording that an amendment quotes belong to the quotation: `修改为：“第三条 …（一）…”`. A
    quotation counts where a colon or a line break leads on to it, or where it is brief and stands within a
    line (`将“（一）…”修改为“（一）…”`). Where every quoted paragraph opens anew and only the last one closes
    (a custom of print), the openings in between are passed over. An opening without a closing is no
    quotation, so that a lost sign costs nothing.
    """
    found: list[Span] = []
    opened, closing, depth = -1, "", 0
    outer: tuple[str, int] | None = None
    for sign in SIGN_OR_MARK.finditer(view, start, end):
        at, char = sign.start(), sign[0]
        if sign["mark"]:
            mark = read_line_mark(sign)
            if opened >= 0 and mark == outer_successor(outer) and begins_quotation(view, sign.end(), end):
                found.append((opened + 1, at))  # its closing sign was lost
                opened = -1
            outer = mark if opened < 0 else outer
            continue
        if opened < 0:
            if char in QUOTATION_MARKS and leads_to_quotation(view, start, at):
                opened, closing, depth = at, QUOTATION_MARKS[char], 1
            continue
        if char == closing == '"' and opens_behind_colon(view, at):
            opened, depth = at, 1  # a sign that never closed is no quotation
            continue
        depth += measure_step(view, opened, at, closing, depth)
        if depth == 0:
            found.append((opened + 1, at))
            opened = -1
    return merge_quotations(found, list(find_short_quotations(view, start, end)))


def leads_to_quotation(view: str, start: int, at: int) -> bool:
    """Tell whether a colon or a line break leads on to a sign, or an article follows it at a line start."""
    if QUOTATION_LEAD_IN.search(view, max(start, at - 12), at):
        return True
    return is_at_line_start(view, at) and QUOTED_ARTICLE.match(view, at + 1) is not None


def opens_behind_colon(view: str, at: int) -> bool:
    """Tell whether a straight sign opens beyond doubt: a colon and a blank before it, a letter behind it."""
    return OPENS.search(view[max(0, at - 4) : at]) is not None and view[at + 1 : at + 2].isalnum()


def measure_step(view: str, opened: int, at: int, closing: str, depth: int) -> int:
    """Return by how much a sign deepens the quotation that is open, or closes it."""
    char = view[at]
    if char == '"' and closing == '"':
        return -1 if is_spaced(view, opened, at) else measure_depth_change(view, at, depth)
    if char in closing:
        return -1
    return int(char in QUOTATION_MARKS and closing in QUOTATION_MARKS[char] and not is_reopening(view, at))


def read_line_mark(sign: re.Match[str]) -> tuple[str, int]:
    """Return the form and the number of a mark at a line start."""
    printed = sign["mark"]
    return sign["sign"] if printed.isascii() else "、", read_numeral(printed) or 0


def outer_successor(mark: tuple[str, int] | None) -> tuple[str, int] | None:
    """Return the mark that follows one."""
    return (mark[0], mark[1] + 1) if mark else None


def begins_quotation(view: str, at: int, end: int) -> bool:
    """Tell whether the next sign of a quotation opens one on the same line, which a colon leads on to."""
    stop = view.find("\n", at, end)
    sign = QUOTATION_SIGN.search(view, at, stop if stop >= 0 else end)
    if sign is None or sign[0] not in QUOTATION_MARKS:
        return False
    return QUOTATION_LEAD_IN.search(view, max(at, sign.start() - 12), sign.start()) is not None


def is_spaced(view: str, opened: int, at: int) -> bool:
    """Tell whether a straight sign closes a quotation whose signs stand apart from its words: " so "."""
    return view[opened + 1 : opened + 2] == " " and view[at - 1] == " "


def find_book_titles(view: str, start: int, end: int) -> list[Span]:
    """Return the titles between 《 and 》 that hold a number, as of a part of a standard."""
    return [found.span() for found in BOOK_TITLE.finditer(view, start, end)]


def measure_depth_change(view: str, at: int, depth: int) -> int:
    """Return by how much a straight sign deepens an open quotation: blanks tell an opening from a closing.

    Before a stop or a line end it closes all, so that a sign that was lost inside costs little.
    """
    if is_at_line_start(view, at):
        return 0
    if STRAIGHT_CLOSES.match(view, at):
        return -depth
    before, after = view[at - 1], view[at + 1]
    if before in " (":
        return int(after != " ")
    return -int(after == " ")


def find_short_quotations(view: str, start: int, end: int) -> Iterator[Span]:
    """Yield the spans between paired signs near each other on one line: words that are spoken of.

    A single letter belongs to a number: Глава втора „а“.
    """
    opened, sign = -1, ""
    for found in QUOTATION_SIGN.finditer(view, start, end):
        at, char = found.start(), found[0]
        if opened >= 0 and char in QUOTATION_MARKS[sign]:
            letter = at - opened == len("„а") and view[opened + 1].isalpha()
            if at - opened <= SHORT_QUOTATION and not letter and "\n" not in view[opened:at]:
                yield opened + 1, at
            opened = -1
        elif char in QUOTATION_MARKS and char != '"' and (opened < 0 or char == sign):
            opened, sign = (-1 if is_at_line_start(view, at) else at), char


def find_table_rows(text: str, start: int, end: int) -> list[Span]:
    """Return the lines of tables whose rows bear serial numbers: cells parted by tabs, as many in each row.

    Rows of two cells count where a line without a number heads them: a list whose items have tabs has none.
    """
    found: list[Span] = []
    run: list[Span] = []
    cells = 0
    for line in LINE.finditer(text[start:end]):
        count = line[0].count("\t")
        if count != cells or not run or line.start() != run[-1][1] + 1:
            found += keep_if_table(text[start:end], run, cells)
            run, cells = [], count
        if count:
            run.append(line.span())
    found += keep_if_table(text[start:end], run, cells)
    ruled = [
        line.span()
        for one in PIPE_TABLE.finditer(text, start, end)
        for line in LINE.finditer(text, *one.span())
    ]
    return merge_spans([(first + start, last + start) for first, last in found], ruled)


def keep_if_table(text: str, run: Sequence[Span], cells: int) -> Sequence[Span]:
    """Return the rows if they are a table's with serial numbers, else nothing."""
    first = [text[begin:stop].split("\t", 1)[0].strip() for begin, stop in run]
    serial = [SERIAL_NUMBER.fullmatch(cell) is not None for cell in first]
    headed = cells > 1 or (bool(first) and not serial[0] and not MARKED.match(first[0]))
    return run if len(run) > 1 and headed and sum(serial) * 2 >= len(run) else ()


def merge_spans(one: Sequence[Span], other: Sequence[Span]) -> list[Span]:
    """Return the spans of two lists in order and apart; those that meet are one."""
    found: list[Span] = []
    for span in sorted((*one, *other)):
        if found and span[0] < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], span[1]))
        else:
            found.append(span)
    return found


def merge_quotations(long: Sequence[Span], short: Sequence[Span]) -> list[Span]:
    """Return the spans in order; short ones that touch a long one are left out."""
    ends = [span[1] for span in long]
    apart = []
    for span in short:
        n = bisect_right(ends, span[0])
        if n == len(long) or span[1] <= long[n][0]:
            apart.append(span)
    return sorted([*long, *apart])


def is_reopening(view: str, at: int) -> bool:
    """Tell whether an opening sign stands before a further paragraph of the quotation."""
    return (
        is_at_line_start(view, at)
        or view[at - 1] in "。;."
        or (view[at - 1] == ":" and bool(QUOTED_MARK.match(view, at + 1)))
    )


def is_at_line_start(view: str, at: int) -> bool:
    """Tell whether only blanks stand before a sign on its line."""
    left = max(0, at - DEEPEST_INDENT)
    return not view[max(left, view.rfind("\n", left, at) + 1) : at].strip(" \x1f")
