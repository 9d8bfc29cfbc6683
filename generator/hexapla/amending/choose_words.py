"""From the words of a clause before and after: the shortest commands that drafters would write.

The rule, after drafting manuals:

1. Words are exchanged as words (“A” becomes “B”) where few words change, no sentence part comes or goes, and
   naming them is shorter than saying the paragraph anew.
2. Else the paragraph, or the item, is said anew; one that comes is put in, one that goes is taken out.
3. The whole clause is said anew where that is shorter, or where nothing of it would be left unsaid.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex
from rapidfuzz.distance import Indel

from hexapla.amending.instrument import Command, Place, Verb
from hexapla.amending.law_passages import Passage, spell_passages
from hexapla.amending.places import make_step
from hexapla.comparison import diff_texts
from hexapla.model import Op
from hexapla.sequences import pair_in_order

MOST_HUNKS = 3
"""changes of words in one passage that are named one by one"""
ALIKE = 0.45
"""likeness from which two passages are one that was changed"""
SENTENCE_PART = regex.compile(r"[，。；：！？\n]")
LONGEST_CONTEXT = 24
"""characters taken in around words so that they stand in their place once"""
MOST_PAIRS = 40_000
"""pairs of passages whose likeness is measured"""


@dataclass(slots=True)
class WordUnit:
    """A character, or a stretch that the instrument changes without naming it (a reference that follows)."""

    base: str
    now: str


@dataclass(slots=True)
class WordChange:
    """Units that change, and what stands there then."""

    start: int
    end: int
    new: str


def make_units(base: str, traces: Sequence[tuple[int, int, str]]) -> list[WordUnit]:
    """Pair the words of the base with those that stand there after implied changes."""
    units: list[WordUnit] = []
    at = 0
    for start, end, now in traces:
        units += [WordUnit(char, char) for char in base[at:start]]
        units.append(WordUnit(base[start:end], now))
        at = end
    return units + [WordUnit(char, char) for char in base[at:]]


def find_hunks(units: Sequence[WordUnit], target: str, language: str = "zh") -> list[WordChange]:
    """Find what changes from the words that stand there to those of the target."""
    now = "".join(unit.now for unit in units)
    starts, at = [], 0
    for unit in units:
        starts.append(at)
        at += len(unit.now)
    starts.append(at)
    unit_at = {start: index for index, start in reversed(list(enumerate(starts)))}
    raw: list[tuple[int, int, str]] = []
    position, open_ = 0, False
    for edit in diff_texts(now, target, language):
        if edit.op is Op.EQUAL:
            position, open_ = position + len(edit.text), False
            continue
        if not open_:
            raw.append((position, position, ""))
            open_ = True
        start, end, new = raw[-1]
        if edit.op is Op.DELETE:
            raw[-1] = (start, end + len(edit.text), new)
            position += len(edit.text)
        else:
            raw[-1] = (start, end, new + edit.text)
    hunks: list[WordChange] = []
    for start, end, new in raw:
        before, after = start, end
        while before not in unit_at:
            before -= 1
        while after not in unit_at:
            after += 1
        words = now[before:start] + new + now[end:after]
        first, last = unit_at[before], unit_at[after]
        if hunks and first < hunks[-1].end:
            return [WordChange(0, len(units), target)]
        hunks.append(WordChange(first, last, words))
    return hunks


def widen(
    hunk: WordChange, units: Sequence[WordUnit], low: int, high: int, text: str
) -> tuple[str, str, int] | None:
    """Take in words around a hunk until its own words stand in the place once.

    Words of the same sentence part are taken first, after and before in turns.

    Returns:
        the words of the base, those of the target, and where they end; None if that is not to be had.
    """
    first, last, new = hunk.start, hunk.end, hunk.new
    right = True
    for _ in range(LONGEST_CONTEXT):
        base = "".join(unit.base for unit in units[first:last])
        if len(base) > 1 and count_overlapping(text, base) == 1:
            return base, new, last
        after = last < high and not SENTENCE_PART.search(units[last].base)
        before = first > low and not SENTENCE_PART.search(units[first - 1].base)
        if not (after or before):
            after, before = last < high, first > low
        if not (after or before):
            return None
        right = after if not (after and before) else right
        if right:
            new, last = new + units[last].now, last + 1
        else:
            new, first = units[first - 1].now + new, first - 1
        right = not right
    return None


def count_overlapping(text: str, words: str) -> int:
    """Count how often words stand in a text, up to 2."""
    at = text.find(words)
    if at < 0:
        return 0
    return 1 if text.find(words, at + 1) < 0 else 2


def insert_command(
    hunk: WordChange, units: Sequence[WordUnit], bounds: tuple[int, int], text: str, place: Place
) -> tuple[Command, int] | None:
    """Say that words come after others, or before, if these stand in the place once; and where these end."""
    low, high = bounds
    for length in range(2, LONGEST_CONTEXT):
        for position in ("after", "before"):
            start = hunk.start - length if position == "after" else hunk.start
            if start < low or start + length > high:
                continue
            stretch = units[start : start + length]
            base = "".join(unit.base for unit in stretch)
            if any(unit.base != unit.now for unit in stretch) or SENTENCE_PART.search(base):
                continue
            if count_overlapping(text, base) == 1:
                command = Command(
                    verb=Verb.INSERT, places=(place,), old=(base,), new=(hunk.new,), position=position
                )
                return command, max(start + length, hunk.end)
    return None


def write_hunks(
    units: Sequence[WordUnit], hunks: Sequence[WordChange], text: str, place: Place
) -> list[Command] | None:
    """Say hunks as commands on words; None if one of them cannot be said."""
    commands = []
    low = 0
    for index, hunk in enumerate(hunks):
        high = hunks[index + 1].start if index + 1 < len(hunks) else len(units)
        base = "".join(unit.base for unit in units[hunk.start : hunk.end])
        if not base:
            command = insert_command(hunk, units, (low, high), text, place)
            if command:
                commands.append(command[0])
                low = command[1]
                continue
        if base and not hunk.new and count_overlapping(text, base) == 1:
            commands.append(Command(verb=Verb.DELETE, places=(place,), old=(base,)))
            low = hunk.end
            continue
        found = widen(hunk, units, low, high, text)
        if found is None or "\n" in found[0]:
            return None
        commands.append(Command(verb=Verb.SUBSTITUTE, places=(place,), old=(found[0],), new=(found[1],)))
        low = found[2]
    return commands


def change_words(base: str, now: Passage, target: str, text: str, place: Place) -> list[Command] | None:
    """Say a change of a passage's words by naming words, where the rule allows it.

    Args:
        base: words of the passage in the base.
        now: the passage after changes that nobody names.
        target: what shall stand there.
        text: all words of the place in the base, in which a quotation must stand once.
        place: as the instrument names it.
    """
    units = make_units(base, now.traces)
    if "".join(unit.now for unit in units) != now.text:
        return None
    hunks = find_hunks(units, target)
    if not 0 < len(hunks) <= MOST_HUNKS:
        return None
    for hunk in hunks:
        old = "".join(unit.base for unit in units[hunk.start : hunk.end])
        if SENTENCE_PART.search(old + hunk.new):
            return None
    return write_hunks(units, hunks, text, place)


def likeness(one: Passage, other: Passage) -> float:
    """Measure how alike two passages are, with what stands below them."""
    a, b = spell_passages([one], plain=True), spell_passages([other], plain=True)
    return (
        1.0
        if a == b
        else float(
            Indel.normalized_similarity(one.text, other.text) * 0.5 + Indel.normalized_similarity(a, b) * 0.5
        )
    )


def pair_passages(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[int | None, int | None]]:
    """Pair the passages of two clauses in order, so that the pairs are as alike as can be."""

    def gain(one: Passage, other: Passage) -> float:
        alike = likeness(one, other) if bool(one.number) == bool(other.number) else 0.0
        return alike if alike >= ALIKE else 0.0

    return pair_in_order(old, new, gain, most=MOST_PAIRS)


def number_places(passages: Sequence[Passage]) -> Iterator[int]:
    """Yield the place of each passage among those of its kind."""
    paragraphs = items = 0
    for passage in passages:
        if passage.number:
            items += 1
            yield items
        else:
            paragraphs += 1
            yield paragraphs


def make_place(above: Place, kind: str, label: str) -> Place:
    """Add a step to a place."""
    return (*above, make_step(kind, label))
