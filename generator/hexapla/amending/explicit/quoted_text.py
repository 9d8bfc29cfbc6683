"""Quotations to the letter: what stands between the signs is the text, with its line breaks.

Each paragraph of a quotation opens with its sign and only the last closes. Quotations inside are nested as
they are. Time is linear: a sign that nothing closes is met once, and from there on an open quotation ends
with its line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from hexapla.amending.quotations import Quotation, skip_blanks

Pairs = Sequence[tuple[str, str]]
MARK = "\x01{}\x02"
"""what stands in a skeleton for a quotation"""
MASKED = regex.compile("\x01([0-9]+)\x02")
NESTED = {
    "“": regex.compile(r"(?<![\w’])‘(?=\S)([^‘’\n]{1,200}?)’(?!\w)"),
    '"': regex.compile(r"(?<![\w'])'(?=\S)([^'\n]{1,200}?)'(?!\w)"),
    "‘": regex.compile(r"“(?=\S)([^“”\n]{1,200}?)”"),
    "„": regex.compile(r"‚(?=\S)([^‚‘\n]{1,200}?)‘"),
}
"""quotations inside one of these signs, as they are printed there; the text itself has the outer signs"""
OPEN_BEFORE = regex.compile(r"[\s(\[—–-]|^")
MOST_SIGNS = 12
"""characters of a quotation that begins with a mark of punctuation"""
LETTER = regex.compile(r"[\p{L}\p{N}]")


@dataclass(frozen=True, slots=True)
class QuotedSkeleton:
    """The words of an instrument with an index in place of every quotation."""

    text: str
    quotations: tuple[Quotation, ...]
    lines: tuple[int, ...]
    """in the instrument, of each line of `text`"""


def opens_here(text: str, at: int, opening: str, closing: str) -> bool:
    """Tell whether a sign opens a quotation; where both signs are one, what stands beside it tells."""
    if opening != closing:
        return True
    before = text[at - 1] if at else "\n"
    after = text[at + len(opening) : at + len(opening) + 1]
    if not OPEN_BEFORE.match(before) or not after or after.isspace():
        return False
    return after not in {".", ",", ";", ")"} or text.find(closing, at + 1, at + MOST_SIGNS) > 0


def closes_here(text: str, at: int, closing: str) -> bool:
    """Tell whether a sign closes a quotation: one that is an apostrophe too does not before a letter."""
    return closing != "’" or not LETTER.match(text, at + 1)


def give_own_signs(words: str, pair: tuple[str, str]) -> str:
    """Give quotations inside a quotation the signs that the text itself has."""
    nested = NESTED.get(pair[0])
    if nested is None or pair[0] in words or pair[1] in words.replace("’s", ""):
        return words
    return nested.sub(lambda found: f"{pair[0]}{found[1]}{pair[1]}", words)


def read_quotation(text: str, start: int, pair: tuple[str, str], *, hasty: bool) -> tuple[str, int, bool]:
    """Read a quotation from its opening sign on.

    Args:
        text: of the instrument.
        start: where the sign stands.
        pair: the signs.
        hasty: it ends with its line at the latest.

    Returns:
        its words, where the text goes on, and whether a sign closed it.
    """
    opening, closing = pair
    signs = regex.compile(f"{regex.escape(opening)}|{regex.escape(closing)}|\n")
    at = piece = start + len(opening)
    depth = 1
    out: list[str] = []
    while found := signs.search(text, at):
        at = found.end()
        if found[0] == "\n":
            if hasty:
                return finish(out, text[piece : found.start()], pair), found.start(), False
            lead = skip_blanks(text, at)
            if depth == 1 and text.startswith(opening, lead):
                out.append(text[piece:at])
                at = piece = lead + len(opening)
        elif found[0] == opening and opens_here(text, found.start(), opening, closing):
            depth += 1
        elif closes_here(text, found.start(), closing):
            depth -= 1
            if not depth:
                return finish(out, text[piece : found.start()], pair), at, True
    return finish(out, text[piece:], pair), len(text), False


def finish(pieces: Sequence[str], last: str, pair: tuple[str, str]) -> str:
    """Join the pieces of a quotation."""
    return give_own_signs("".join([*pieces, last]), pair)


def sign_unquoted(text: str, announces: "regex.Pattern[str]", orders: "regex.Pattern[str]") -> str:
    """Put signs around text that an instrument gives without any, below the line that announces it.

    Args:
        text: of the instrument.
        announces: the end of a line after which new text stands.
        orders: the beginning of a line that is the instrument's own again.
    """
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        at += 1
        if not announces.search(lines[at - 1]):
            continue
        while at < len(lines) and not lines[at].strip():
            at += 1
        first = last = at
        while at < len(lines) and not orders.match(lines[at]):
            last = at if lines[at].strip() else last
            at += 1
        held = "\n".join(lines[first : last + 1])
        if at > first and "『" not in held and "』" not in held:
            lines[first] = "『" + lines[first].lstrip(" \t　")
            lines[last] = lines[last].rstrip() + "』"
    return "\n".join(lines)


def build_explicit_skeleton(text: str, pairs: Pairs) -> QuotedSkeleton:
    """Part an instrument into its own words and what it quotes."""
    by_sign = {opening: (opening, closing) for opening, closing in pairs}
    signs = regex.compile("|".join(map(regex.escape, sorted(by_sign, key=len, reverse=True))))
    out: list[str] = []
    quotations: list[Quotation] = []
    lines, line, at, hasty = [1], 1, 0, False
    while found := signs.search(text, at):
        if not opens_here(text, found.start(), *by_sign[found[0]]):
            out.append(text[at : found.end()])
            lines += range(line + 1, line + 1 + out[-1].count("\n"))
            line, at = lines[-1], found.end()
            continue
        own = text[at : found.start()]
        lines += range(line + 1, line + 1 + own.count("\n"))
        line = line + own.count("\n")
        words, end, closed = read_quotation(text, found.start(), by_sign[found[0]], hasty=hasty)
        if not closed and not hasty:
            hasty = True
            words, end, closed = read_quotation(text, found.start(), by_sign[found[0]], hasty=True)
        out += [own, MARK.format(len(quotations))]
        quotations.append(Quotation(line, words, closed))
        line += text.count("\n", found.start(), end)
        at = end
    own = text[at:]
    lines += range(line + 1, line + 1 + own.count("\n"))
    return QuotedSkeleton("".join([*out, own]), tuple(quotations), tuple(lines))


def write_quotation(text: str, pair: tuple[str, str]) -> str:
    """Write a text between signs; each paragraph opens with one."""
    opening, closing = pair
    lines = text.split("\n")
    out = [lines[0]]
    for before, line in pairwise(lines):
        signed = line.strip() and (not before.strip() or line.lstrip(" \t　").startswith(opening))
        out.append(opening + line if signed else line)
    return opening + "\n".join(out) + closing


def quote_exactly(text: str, pairs: Pairs) -> str:
    """Write a text as a quotation that reads back as it is, with the first signs that can hold it.

    Raises:
        ValueError: none can.
    """
    for pair in pairs:
        written = write_quotation(text, pair)
        if read_quotation(written, 0, pair, hasty=False) == (text, len(written), True):
            return written
    raise ValueError("no signs of quotation can hold this text")
