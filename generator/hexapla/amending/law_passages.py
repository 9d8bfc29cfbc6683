"""Passages: the paragraphs, items and sub-items of a clause, as an instrument counts them.

Which is which is told by the marks that passages begin with: one without a mark is a paragraph; the first
kind of mark below it counts items, a second kind sub-items.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

import regex

from hexapla.text.numerals import HAN_NUMERALS, number_label, read_numeral, write_han_numeral

MARK = regex.compile(
    rf"[（(](?:[{HAN_NUMERALS}]{{1,6}}|\d{{1,3}}|[a-z])[）)]|[{HAN_NUMERALS}]{{1,4}}、|\d{{1,3}}[.．、](?!\d)"
    r"|[①-⒛㈠-㈩]"
)
NUMERAL = regex.compile(rf"[{HAN_NUMERALS}]+|\d+")
ENCLOSED_RANGES = ((0x2460, 20), (0x2474, 20), (0x2488, 20), (0x3220, 10))
"""first characters of rows of numbers that are one character, and how many follow"""

FOLDED = str.maketrans("()．", "（）.")
T = TypeVar("T")


@dataclass(slots=True)
class Passage:
    """A passage while a clause is edited."""

    number: str
    """its mark as printed; empty for a paragraph"""
    between: str
    """white space after the mark"""
    text: str
    gap: str = "\n"
    """what parts it from the next passage of its clause"""
    children: list["Passage"] = field(default_factory=list)
    label: str = ""
    """its number in the base, in digits; of a paragraph its place; empty for what an instrument brought in"""
    fixed: int = 0
    """the number that an instrument gives it"""
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    """words that are exchanged: where in the text, and what stands there then"""
    traces: list[tuple[int, int, str]] = field(default_factory=list)
    """what was exchanged: where in the base's words, and what stands there now"""
    fresh: list[tuple[int, int]] = field(default_factory=list)
    """stretches of the text that an instrument wrote; references in them are not rewritten"""

    def walk(self) -> Iterator["Passage"]:
        """Yield the passage and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def mark_kind(number: str) -> str:
    """Name the kind of a mark: its shape without the numeral."""
    for first, count in ENCLOSED_RANGES:
        if number and first <= ord(number[0]) < first + count:
            return chr(first)
    return mark_shape(number).translate(FOLDED)


def mark_shape(number: str) -> str:
    """Return a mark without its numeral, as it is printed."""
    return NUMERAL.sub(lambda found: "1" if found[0][0].isdigit() else "一", number)


def renumber_mark(number: str, value: int) -> str:
    """Write a mark with another number, in its own style.

    >>> (
    ...     renumber_mark("（三）", 12),
    ...     renumber_mark("3.", 4),
    ...     renumber_mark("⒊", 4),
    ...     renumber_mark("第 3 條", 5),
    ... )
    ('（十二）', '4.', '⒋', '第 5 條')
    """
    for first, count in ENCLOSED_RANGES:
        if number and first <= ord(number[0]) < first + count:
            return chr(first + value - 1) if 0 < value <= count else number
    return NUMERAL.sub(
        lambda found: str(value) if found[0][0].isdigit() else write_han_numeral(value), number, count=1
    )


def mark_value(number: str) -> int:
    """Return the number that a mark counts; 0 if none."""
    label = number_label(number).partition("-")[0]
    return int(label) if label.isdecimal() else read_numeral(label) or 0


def build_tree(flat: Iterable[Passage]) -> list[Passage]:
    """Put passages under those they belong to, and label each by its place or its number."""
    top: list[Passage] = []
    open_: list[Passage] = []
    for passage in flat:
        if not passage.number:
            open_ = [passage]
            top.append(passage)
            continue
        kind = mark_kind(passage.number)
        while (
            len(open_) > 1
            and kind in (mark_kind(each.number) for each in open_[1:])
            and mark_kind(open_[-1].number) != kind
        ):
            open_.pop()
        if open_ and open_[-1].number and mark_kind(open_[-1].number) == kind:
            open_.pop()
        if open_:
            open_[-1].children.append(passage)
        else:
            top.append(passage)
        open_.append(passage)
    return top


def label_passages(top: Sequence[Passage]) -> None:
    """Write down the numbers that passages have in the base."""
    paragraphs = 0
    for passage in top:
        paragraphs += not passage.number
        passage.label = str(paragraphs) if not passage.number else str(mark_value(passage.number))
        for below in passage.walk():
            if below is not passage:
                below.label = str(mark_value(below.number))


def read_passages(text: str, gap: str, between: str = "") -> list[Passage]:
    """Read quoted words as passages, a line each.

    Args:
        text: lines.
        gap: what parts passages in the law that they come into.
        between: white space after marks there, where the quotation has none of its own.
    """
    flat = []
    for line in text.split("\n"):
        mark = MARK.match(line)
        number = mark[0] if mark else ""
        rest = line[len(number) :]
        body = rest.lstrip() if number else rest
        space = rest[: len(rest) - len(body)] or (between if number else "")
        flat.append(Passage(number, space, body, gap, fresh=[(0, len(body))]))
    return build_tree(flat)


def spell_passages(passages: Iterable[Passage], *, plain: bool = False) -> str:
    """Write passages as the text they make; `plain`: with line feeds alone between them."""
    flat = [each for passage in passages for each in passage.walk()]
    out = []
    for index, each in enumerate(flat):
        gap = "" if index == len(flat) - 1 else "\n" if plain else each.gap
        out += [each.number, each.between, each.text, gap]
    return "".join(out)


def settle_edits(passage: Passage) -> bool:
    """Make the exchanges of words that were noted.

    Returns:
        whether they do not overlap; else nothing is done.
    """
    edits = sorted(passage.edits)
    if any(one[1] > other[0] for one, other in pairwise(edits)):
        return False
    out: list[str] = []
    fresh: list[tuple[int, int]] = []
    at = length = 0
    for start, end, new in edits:
        out += [passage.text[at:start], new]
        length += start - at
        fresh.append((length, length + len(new)))
        length, at = length + len(new), end
    if edits:
        passage.text, passage.fresh = "".join([*out, passage.text[at:]]), fresh
        passage.traces = edits
    passage.edits = []
    return True


def arrange(old: Sequence[T], fixed: dict[int, T]) -> list[T]:
    """Put what has its number at it, and fill the free numbers with the rest, in order.

    >>> arrange(["a", "b", "c"], {2: "new"})
    ['a', 'new', 'b', 'c']
    """
    rest, out = iter(old), []
    for place in range(1, len(old) + len(fixed) + 1):
        if place in fixed:
            out.append(fixed[place])
        else:
            following = next(rest, None)
            if following is None:
                break
            out.append(following)
    out += [fixed[place] for place in sorted(fixed) if place > len(out) and fixed[place] not in out]
    return out
