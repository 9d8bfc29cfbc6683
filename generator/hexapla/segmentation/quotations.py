"""Quoted new wording in amendments: `修改为：“第三条 …（一）…”`. Its marks belong to the quotation.

A quotation counts where a colon or a line break leads on to it, or where it is brief and stands within a line
(`将“（一）…”修改为“（一）…”`). Where every quoted paragraph opens anew and only the last one closes (a custom
of print), the openings in between are passed over. An opening without a closing is no quotation, so that a
lost sign costs nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from hexapla.findings import Span

PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»", "„": "“”", "‘": "’", '"': '"', "〝": "〞"}
INDENT = 40
"""blanks before a sign at a line start, at most"""
SHORT = 200
"""characters of a quotation that nothing leads on to but that holds no mark either"""
SIGN = re.compile(r"[“”「」『』«»„‘’\"〝〞]")
QUOTATION_LEAD_IN = re.compile(r"[:\x1e—–](?:[ \x1f]*\n)*[ \x1f\n]*$")
MARK = re.compile(
    r"[ \x1f]*(?:\([一-十\da-z]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,3}[.、)]|第[一-十百零〇\d]{1,5}条)"
)
STRAIGHT_CLOSES = re.compile(r"\"[ \x1f]*(?:\n|$|[。.;,:!?)]|[一二三四五六七八九十]+、)")


def find_quotations(view: str, start: int, end: int) -> list[Span]:
    """Return the spans between the signs of quotations, in order and apart."""
    found: list[Span] = []
    opened, closing, depth = -1, "", 0
    for sign in SIGN.finditer(view, start, end):
        at, char = sign.start(), sign[0]
        if opened < 0:
            if char in PAIRS and QUOTATION_LEAD_IN.search(view, max(start, at - 12), at):
                opened, closing, depth = at, PAIRS[char], 1
            continue
        if char == '"' and closing == '"':
            depth += measure_depth_change(view, at, depth)
            if depth == 0:
                found.append((opened + 1, at))
                opened = -1
        elif char in closing:
            depth -= 1
            if depth == 0:
                found.append((opened + 1, at))
                opened = -1
        elif char in PAIRS and closing in PAIRS[char] and not is_reopening(view, at):
            depth += 1
    return merge_quotations(found, list(find_short_quotations(view, start, end)))


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
    """Yield the spans between paired signs near each other on one line: words that are spoken of."""
    opened, sign = -1, ""
    for found in SIGN.finditer(view, start, end):
        at, char = found.start(), found[0]
        if opened >= 0 and char in PAIRS[sign]:
            if at - opened <= SHORT and "\n" not in view[opened:at]:
                yield opened + 1, at
            opened = -1
        elif char in PAIRS and char != '"' and (opened < 0 or char == sign):
            opened, sign = (-1 if is_at_line_start(view, at) else at), char


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
        or (view[at - 1] == ":" and bool(MARK.match(view, at + 1)))
    )


def is_at_line_start(view: str, at: int) -> bool:
    """Tell whether only blanks stand before a sign on its line."""
    left = max(0, at - INDENT)
    return not view[max(left, view.rfind("\n", left, at) + 1) : at].strip(" \x1f")
