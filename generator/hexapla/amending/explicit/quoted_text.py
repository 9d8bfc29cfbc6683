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
OPEN_BEFORE = regex.compile(r"[\s(\[—–-]|^")
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
    return bool(OPEN_BEFORE.match(before)) and not after.isspace() and after not in {"", ".", ",", ";", ")"}


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
                return "".join([*out, text[piece : found.start()]]), found.start(), False
            lead = skip_blanks(text, at)
            if depth == 1 and text.startswith(opening, lead):
                out.append(text[piece:at])
                at = piece = lead + len(opening)
        elif found[0] == opening and opens_here(text, found.start(), opening, closing):
            depth += 1
        else:
            depth -= 1
            if not depth:
                return "".join([*out, text[piece : found.start()]]), at, True
    return "".join([*out, text[piece:]]), len(text), False


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
