"""Footnotes of a redline: real ones, whose numbers Word counts, in the places of both versions.

A note that both versions have is one note where its mark stands at the same place of both, and its words are
tracked inside it. Where the place is another, the note is deleted there and inserted here. Notes whose marks
do not count 1, 2, 3 (†, ᵃ, those that begin anew on each page) keep the mark that is printed.
"""

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, NamedTuple
from unicodedata import normalize

from hexapla.comparison.paratext_comparison import match_paratexts
from hexapla.exporters.word.tracked_changes import (
    FootnoteReference,
    MoveBoundary,
    StreamItem,
    TrackedRun,
)
from hexapla.findings import Span
from hexapla.model import Op, Version
from hexapla.paratexts import FOOTNOTE, Paratext, extract_paratexts
from hexapla.text import remove_space

FIRST_NUMBER: Final = 2
"""number of the first note: 0 and 1 are the lines that part notes from text"""
MARK: Final = "footnote_mark"
Host = str | int
"""where a mark stands: in a clause, by its id, or in a line of the text's own, by where that begins"""


class FootnoteMark(NamedTuple):
    """A mark in a text."""

    at: int
    """characters before it that are not white space"""
    note: int | None
    """ordinal of its note in the version; None: another mark has led to the note already"""
    mark: str


NO_MARK: Final = FootnoteMark(0, None, "")


class Footnote(NamedTuple):
    """A footnote of the file."""

    op: Op
    """how it is tracked: EQUAL, both versions have it, though its words may differ"""
    base: str
    """its words; empty where the base has not got it"""
    target: str
    mark: str
    """as printed; empty where a word processor counts it"""


@dataclass(frozen=True, slots=True)
class VersionFootnotes:
    """The notes of a version and where marks lead to them."""

    notes: tuple[Paratext, ...]
    places: Mapping[Host, tuple[FootnoteMark, ...]]
    counted: frozenset[int]
    """notes whose marks count 1, 2, 3 in the order of the text"""
    lengths: Mapping[Host, int]
    """characters that are not white space"""

    def within(self, hosts: Iterable[Host]) -> list[FootnoteMark]:
        """Return the marks in several hosts that stand one after the other, counted from where they begin."""
        found: list[FootnoteMark] = []
        before = 0
        for host in hosts:
            found += [place._replace(at=before + place.at) for place in self.places.get(host, ())]
            before += self.lengths.get(host, 0)
        return found

    @property
    def loose(self) -> tuple[Paratext, ...]:
        """Notes to which no mark leads."""
        led = {place.note for found in self.places.values() for place in found}
        return tuple(note for number, note in enumerate(self.notes) if number not in led)


def find_footnotes(version: Version) -> VersionFootnotes:
    """Find the marks of a version, and the note to which each leads: the first of its mark that stands below.

    Post-conditions:
        1. A note is led to from one place at most.
    """
    own = extract_paratexts(version)
    notes = tuple(each for each in own if each.kind == FOOTNOTE)
    hosts = sorted(find_hosts(version, own))
    starts = [start for start, _, _ in hosts]
    by_mark: dict[str, list[int]] = defaultdict(list)
    for number, note in enumerate(notes):
        by_mark[note.mark or ""].append(number)
    found: dict[Host, list[FootnoteMark]] = defaultdict(list)
    source, led = version.source.text, set[int]()
    for start, end in sorted(span for each in version.set_aside if each.kind == MARK for span in each.spans):
        index = bisect_right(starts, start) - 1
        if index >= 0:
            _, through, host = hosts[index]
            mark = source[start:end]
            found[host].append(FootnoteMark(through, find_note_below(by_mark[mark], notes, start, led), mark))
    places = {host: tuple(each) for host, each in found.items()}
    order = dict.fromkeys(host for _, _, host in hosts)
    lengths = {host: through for _, through, host in sorted(hosts, key=lambda each: each[1])}
    return VersionFootnotes(notes, places, frozenset(find_counted_notes(places, order)), lengths)


def find_hosts(version: Version, own: Sequence[Paratext]) -> Iterator[tuple[int, int, Host]]:
    """Yield every stretch that a mark can follow: its start, what its host spells up to its end, the host."""
    own_lines = [each for each in own if each.kind != FOOTNOTE]
    hosts: list[tuple[Host, tuple[Span, ...]]] = [(clause.id, clause.spans) for clause in version.clauses]
    for host, spans in (*hosts, *((each.spans[0][0], each.spans) for each in own_lines)):
        through = 0
        for start, end in spans:
            through += len(remove_space(version.source.text[start:end]))
            yield start, through, host


def find_note_below(
    numbers: Sequence[int], notes: Sequence[Paratext], start: int, led: set[int]
) -> int | None:
    """Return the first of some notes that stands below a mark, unless another mark has led to it."""
    at = bisect_right(numbers, start, key=lambda number: notes[number].spans[0][0])
    if at == len(numbers) or numbers[at] in led:
        return None
    led.add(numbers[at])
    return numbers[at]


def find_counted_notes(places: Mapping[Host, Sequence[FootnoteMark]], order: Iterable[Host]) -> Iterator[int]:
    """Yield the notes whose marks count from 1 as a word processor does; others do not disturb the count."""
    last = 0
    for place in (place for host in order for place in places.get(host, ())):
        digits = normalize("NFKC", place.mark)
        if place.note is not None and digits.isdecimal() and int(digits) == last + 1:
            last += 1
            yield place.note


class RedlineFootnotes:
    """The notes of both versions: gives them numbers, and marks their places in the stream."""

    def __init__(self, base: Version, target: Version) -> None:
        """Find which belong together."""
        self.sides = {Op.DELETE: find_footnotes(base), Op.INSERT: find_footnotes(target)}
        left, right = (self.sides[op].notes for op in (Op.DELETE, Op.INSERT))
        place = {id(note): number for notes in (left, right) for number, note in enumerate(notes)}
        self.both = {
            place[id(one)]: place[id(other)]
            for one, other in match_paratexts(left, right)
            if one and other and self.same_mark(place[id(one)], place[id(other)])
        }
        self.made: list[Footnote] = []

    def numbered(self) -> Iterator[tuple[int, Footnote]]:
        """Yield the notes to which marks in the stream led, with their numbers in the file."""
        yield from enumerate(self.made, FIRST_NUMBER)

    def same_mark(self, one: int, other: int) -> bool:
        """Tell whether one mark can stand for both: it is counted in both versions, or printed the same."""
        base, target = self.sides[Op.DELETE], self.sides[Op.INSERT]
        are_counted = one in base.counted, other in target.counted
        return all(are_counted) or (not any(are_counted) and base.notes[one].mark == target.notes[other].mark)

    def marked(
        self, stream: Iterable[StreamItem], base: Sequence[FootnoteMark], target: Sequence[FootnoteMark]
    ) -> Iterator[StreamItem]:
        """Yield a stretch of the stream with the marks that stand in it.

        Args:
            stream: what both versions have there.
            base: places in the base's part of it, rising.
            target: the same of the target's.
        """
        items = list(stream)
        if not base and not target:
            yield from items
            return
        ends = list(accumulate(len(item.text) if isinstance(item, TrackedRun) else 0 for item in items))
        left = list(zip(find_mark_offsets(items, base, Op.INSERT), base, strict=True))
        right = list(zip(find_mark_offsets(items, target, Op.DELETE), target, strict=True))
        found = sorted(self.joined(items, ends, left, right), key=lambda each: each[0])
        yield from insert_marks(items, ends, [(at, self.item(one, other)) for at, one, other in found])

    def joined(
        self,
        items: Sequence[StreamItem],
        ends: Sequence[int],
        left: Iterable[tuple[int, FootnoteMark]],
        right: Sequence[tuple[int, FootnoteMark]],
    ) -> Iterator[tuple[int, FootnoteMark | None, FootnoteMark | None]]:
        """Yield the marks with their offsets: one for both versions where it can stand at the same place."""
        there = {place.note: (at, place) for at, place in right if place.note is not None}
        done = set[int]()
        for at, place in left:
            other = None if place.note is None else self.both.get(place.note)
            if other is not None and other in there and is_shared_mark(items, ends, at, there[other][0]):
                done.add(other)
                yield max(at, there[other][0]), place, there[other][1]
            else:
                yield at, place, None
        yield from ((at, None, place) for at, place in right if place.note not in done)

    def item(self, base: FootnoteMark | None, target: FootnoteMark | None) -> StreamItem:
        """Make a mark and its note; a mark that leads to a note a second time is printed as it is.

        Notes get their numbers in the order of the stream: LibreOffice takes the first mark to lead to the
        first note of the file, whatever their numbers are.
        """
        op = Op.EQUAL if base and target else Op.DELETE if base else Op.INSERT
        words: dict[Op, str] = {}
        is_counted = False
        for side, place in ((Op.DELETE, base), (Op.INSERT, target)):
            if place is not None:
                if place.note is None:
                    return TrackedRun(op, place.mark)
                own = self.sides[side]
                words[side] = own.notes[place.note].text
                is_counted = is_counted or place.note in own.counted
        mark = "" if is_counted else (target or base or NO_MARK).mark
        self.made.append(Footnote(op, words.get(Op.DELETE, ""), words.get(Op.INSERT, ""), mark))
        return FootnoteReference(op, FIRST_NUMBER + len(self.made) - 1, mark)


def find_mark_offsets(
    items: Iterable[StreamItem], places: Sequence[FootnoteMark], absent: Op
) -> Iterator[int]:
    """Yield where places stand, counted in all characters of a stream; `absent`: what the version has not."""
    waiting = deque(places)
    start = seen = 0
    for item in items:
        if not isinstance(item, TrackedRun):
            continue
        if item.op is not absent and waiting:
            most = seen + len(remove_space(item.text))
            here = []
            while waiting and waiting[0].at <= most:
                here.append(waiting.popleft().at - seen)
            yield from (start + offset for offset in find_text_ends(item.text, here))
            seen = most
        start += len(item.text)
    yield from (start for _ in waiting)


def find_text_ends(text: str, counts: Sequence[int]) -> Iterator[int]:
    """Yield where so many characters that are not white space end, for counts that rise."""
    waiting = deque(counts)
    seen = 0
    for at, char in enumerate(text if counts else ""):
        while waiting and waiting[0] <= seen:
            waiting.popleft()
            yield at
        seen += bool(remove_space(char))
    yield from (len(text) for _ in waiting)


def is_shared_mark(items: Sequence[StreamItem], ends: Sequence[int], base: int, target: int) -> bool:
    """Tell whether nothing between two offsets is the version's that stops first: one mark serves both."""
    own = Op.INSERT if base < target else Op.DELETE
    first, last = sorted((base, target))
    at = bisect_right(ends, first)
    while first < last and at < len(items):
        item = items[at]
        if isinstance(item, TrackedRun) and item.op is not own:
            return False
        first, at = ends[at], at + 1
    return True


def insert_marks(
    items: Sequence[StreamItem], ends: Sequence[int], marks: Sequence[tuple[int, StreamItem]]
) -> Iterator[StreamItem]:
    """Yield a stream with marks in it, cutting runs where a mark stands inside."""
    waiting = list(reversed(marks))
    for item, end in zip(items, ends, strict=True):
        if not isinstance(item, TrackedRun):
            while isinstance(item, MoveBoundary) and not item.opens and waiting and waiting[-1][0] <= end:
                yield waiting.pop()[1]
            yield item
            continue
        start, at = end - len(item.text), 0
        while waiting and waiting[-1][0] < end:
            offset, mark = waiting.pop()
            if offset - start > at:
                yield item._replace(text=item.text[at : offset - start])
                at = offset - start
            yield mark
        yield item._replace(text=item.text[at:]) if at else item
    yield from (mark for _, mark in reversed(waiting))
