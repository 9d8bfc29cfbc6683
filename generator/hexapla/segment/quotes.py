"""Quoted new wording in amendments: `修改为：“第三条 …（一）…”`. Its marks belong to the quotation.

A quotation counts only where a colon or a line break leads on to it: short quotations within a sentence hold
no marks. Where every quoted paragraph opens anew and only the last one closes (a custom of print), the
openings in between are passed over. An opening without a closing is no quotation, so that a lost sign costs
nothing.
"""

import re

from hexapla.findings import Span

__all__ = ["quotations"]

PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»", "„": "“”", "‘": "’", '"': '"', "〝": "〞"}
SIGN = re.compile(r"[“”「」『』«»„‘’\"〝〞]")
LED_ON = re.compile(r"[:\x1e](?:[ \x1f]*\n)*[ \x1f\n]*$")
MARK = re.compile(
    r"[ \x1f]*(?:\([一-十\da-z]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,3}[.、)]|第[一-十百零〇\d]{1,5}条)"
)
STRAIGHT_CLOSES = re.compile(r"\"[ \x1f]*(?:\n|$|[。.;,:!?)]|[一二三四五六七八九十]+、)")


def quotations(view: str, start: int, end: int) -> list[Span]:
    """Return the spans between the signs of quotations that a colon leads on to, in order and apart."""
    found: list[Span] = []
    opened, closing, depth = -1, "", 0
    for sign in SIGN.finditer(view, start, end):
        at, char = sign.start(), sign[0]
        if opened < 0:
            if char in PAIRS and LED_ON.search(view, max(start, at - 12), at):
                opened, closing, depth = at, PAIRS[char], 1
            continue
        if char == '"' and closing == '"':
            if STRAIGHT_CLOSES.match(view, at) and not at_line_start(view, at):
                found.append((opened + 1, at))
                opened = -1
        elif char in closing:
            depth -= 1
            if depth == 0:
                found.append((opened + 1, at))
                opened = -1
        elif char in PAIRS and closing in PAIRS[char] and not opens_anew(view, at):
            depth += 1
    return found


def opens_anew(view: str, at: int) -> bool:
    """Tell whether an opening sign stands before a further paragraph of the quotation."""
    return (
        at_line_start(view, at)
        or view[at - 1] in "。;."
        or (view[at - 1] == ":" and bool(MARK.match(view, at + 1)))
    )


def at_line_start(view: str, at: int) -> bool:
    """Tell whether only blanks stand before a sign on its line."""
    return not view[view.rfind("\n", max(0, at - 40), at) + 1 : at].strip(" \x1f")
