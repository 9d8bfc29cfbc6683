"""Statements of an instrument: its words, parted where an item of it begins or a sentence is complete."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from hexapla.amending.grammar import Grammar

ITEM = regex.compile(
    r"[ \t　]*(?:[〇零一二三四五六七八九十百]{1,6}[、．.]|[0-9０-９]{1,3}[.．、](?![0-9])|"
    r"[（(][〇零一二三四五六七八九十百0-9]{1,5}[）)]|第[〇零一二三四五六七八九十百]{1,6}条[ 　]+)[ 　]*"
)
WIDE = str.maketrans(",:;", "，：；")
"""half-width signs of an instrument's own words, and what they are printed for"""
SOLID = regex.compile(r"\S+")
COMPLETE = regex.compile(r"[。：:；”》]\s*$")
TAIL = 40
"""characters of a line by which its end is told"""
LONGEST_TARGET = 300
"""characters of words that say which text is amended"""


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of a skeleton without white space and without the item's number."""

    text: str
    lines: tuple[int, ...]
    """of every character"""
    fresh: bool
    """an item begins here: places that were named before are no longer meant"""


def part_statements(skeleton: str, lines: list[int], grammar: Grammar) -> Iterator[Statement]:
    """Part the words of an instrument; a line that is broken anywhere goes on in the next.

    Lines that order nothing (the title, dates) are left out.
    """
    words: list[str] = []
    places: list[int] = []
    fresh, at = False, 0
    tail = ""
    for line in skeleton.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip():
            continue
        item = ITEM.match(line)
        if item and tail and not COMPLETE.search(tail) and not grammar.begins.match(line, item.end()):
            item = None
        heads = any(pattern.fullmatch(line.strip()) for pattern in grammar.lines)
        goes_on = tail and not COMPLETE.search(tail) and not item and not heads
        quoted = tail and not item and line.lstrip().startswith("“")
        if not (goes_on or quoted) and words:
            yield Statement("".join(words).translate(WIDE), tuple(places), fresh)
            words, places, tail = [], [], ""
        if heads:
            fresh = True
            continue
        if not words:
            fresh = bool(item)
        begin = item.end() if item else 0
        for piece in SOLID.finditer(line, begin):
            words.append(piece[0])
            places += lines[start + piece.start() : start + piece.end()]
        tail = line[-TAIL:]
        if not COMPLETE.search(tail) and len(places) < LONGEST_TARGET:
            named = "".join(words).translate(WIDE)
            tail += "。" * any(pattern.fullmatch(named) for pattern in grammar.targets)
    if words:
        yield Statement("".join(words).translate(WIDE), tuple(places), fresh)
