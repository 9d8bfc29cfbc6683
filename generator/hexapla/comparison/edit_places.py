"""The places at which characters are exchanged, each with what stands around it, over a whole comparison.

`uniform_replacements` finds among them those that are one exchange made many times.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

import regex

from hexapla.comparison.remembered import remember_short_texts
from hexapla.findings import Span
from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.model import Change, Edit, Op, Relation
from hexapla.text.scripts import is_written_without_spaces

MOST_UNITS: Final = 14
"""characters or words that are known of what stands before and behind a place"""
NEAR: Final = 4
"""characters of a script without spaces between two edits that may be one: 环境保护 → 生态环境 keeps 环境"""
LONGEST: Final = 40
"""characters of an expression"""
LEAST_COUNT: Final = 3
"""places at which an exchange must be made to be one that recurs"""
ONE_SIDED: Final = frozenset({Relation.ONLY_BASE, Relation.ONLY_TARGET, Relation.NOT_IN_TEXT})
UNSPACED: Final = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
WORD: Final = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{UNSPACED}]]+"
NEXT_UNIT: Final = compile_lazily_with_properties(rf"[{UNSPACED}]|\s?{WORD}", regex.V1)
LAST_UNIT: Final = compile_lazily_with_properties(rf"(?:[{UNSPACED}]|{WORD}\s?)$", regex.V1)
SEPARATOR: Final = "\0"
"""between kept stretches: no expression holds it"""


class Place(NamedTuple):
    """Where characters are exchanged: an edit of one change, with what stands around it."""

    change: int
    """index of the change"""
    gone: str
    new: str
    left: tuple[str, ...]
    """what precedes it, as 0, 1, 2 … units of text that both versions have, up to a mark"""
    right: tuple[str, ...]
    """what follows it, likewise"""
    before: int
    """where the kept stretch before it ends, in the kept text; -1: what precedes it is no kept stretch"""
    after: int
    """where the kept stretch behind it begins; -1 as above"""
    runs: tuple["EditGroup", ...]
    """the runs of edits that it is made of"""


class EditGroup(NamedTuple):
    """Edits of one text without kept text between them, or with little."""

    change: int
    """index of the change"""
    part: int
    """0: of its headings, 1: of its texts"""
    edits: Sequence[Edit]
    """all of that part"""
    first: int
    """index of the first edit"""
    last: int
    """index behind the last"""
    before: int
    """as in `Place`"""
    after: int

    spans: tuple[Span, Span]
    """its place in the part's text of base and of target"""

    def spell(self, skipped: Op) -> str:
        """Spell its edits on one side; `skipped` is what the other side has."""
        return "".join(edit.text for edit in self.edits[self.first : self.last] if edit.op is not skipped)


@dataclass(frozen=True, slots=True)
class KeptText:
    """All text of the clauses that both versions have and that was kept, one stretch after the other."""

    text: str
    starts: Sequence[int]
    """where each stretch begins"""
    changes: Sequence[int]
    """index of each stretch's change"""

    def find(self, expression: str) -> Iterator[int]:
        """Yield where an expression stands, not overlapping."""
        at = self.text.find(expression)
        while at >= 0:
            yield at
            at = self.text.find(expression, at + len(expression))

    def change_at(self, place: int) -> int:
        """Return the index of the change that a place is in."""
        return self.changes[bisect_right(self.starts, place) - 1]


@dataclass(slots=True)
class KeptStretches:
    """Kept stretches, as they are gathered."""

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    changes: list[int] = field(default_factory=list)
    size: int = 0

    def add(self, change: int, part: int, edits: Sequence[Edit]) -> list[EditGroup]:
        """Take the kept stretches of a text, and return the runs of edits between them."""
        spans = {-1: (-1, -1), len(edits): (-1, -1)}
        for at, edit in enumerate(edits):
            if edit.op is Op.EQUAL:
                self.starts.append(self.size)
                self.changes.append(change)
                self.texts.append(edit.text)
                spans[at] = self.size, self.size + len(edit.text)
                self.size += len(edit.text) + len(SEPARATOR)
        if len(spans) == len(edits) + 2:  # all is kept, as in most texts
            return []
        here, there = (measure_ends(edits, skipped) for skipped in (Op.INSERT, Op.DELETE))
        return [
            EditGroup(
                change,
                part,
                edits,
                left + 1,
                right,
                spans[left][1],
                spans[right][0],
                ((here[left + 1], here[right]), (there[left + 1], there[right])),
            )
            for left, right in pairwise(sorted(spans))
            if left + 1 < right
        ]


def collect_places(changes: Sequence[Change]) -> tuple[KeptText, list[Place]]:
    """Gather the kept text and the places of all clauses that both versions have, in their order.

    Edits with little kept between them are one place where the same pair of edits stands at several.
    """
    kept = KeptStretches()
    texts = [
        kept.add(index, part, edits)
        for index, change in enumerate(changes)
        if all(change.cells) and change.relation not in ONE_SIDED
        for part, edits in enumerate((change.heading_edits, change.edits))
    ]
    chains = [chain for runs in texts for chain in join_near_runs(runs)]
    joined = list(map(describe_place, chains))
    counted = Counter((place.gone, place.new) for place in joined)
    places: list[Place] = []
    for chain, one in zip(chains, joined, strict=True):
        recurs = len(chain) == 1 or counted[one.gone, one.new] >= LEAST_COUNT
        places += [one] if recurs else [describe_place([run]) for run in chain]
    return KeptText(SEPARATOR.join(kept.texts), kept.starts, kept.changes), places


def measure_ends(edits: Sequence[Edit], skipped: Op) -> list[int]:
    """Return where each edit begins in the text of one side, and where the last ends."""
    sizes = (0 if edit.op is skipped else len(edit.text) for edit in edits)
    return list(accumulate(sizes, initial=0))


def join_near_runs(runs: Sequence[EditGroup]) -> Iterator[list[EditGroup]]:
    """Yield the runs of a text, those together that stand near each other."""
    chain: list[EditGroup] = []
    for run in runs:
        if chain and not is_near(run.edits[run.first - 1].text):
            yield chain
            chain = []
        chain.append(run)
    if chain:
        yield chain


def is_near(between: str) -> bool:
    """Tell whether kept text is so short, and without a mark, that one expression may hold it."""
    return len(between) <= NEAR and all(is_written_without_spaces(ord(char)) for char in between)


def describe_place(runs: Sequence[EditGroup]) -> Place:
    """Make the place of runs; what both sides share at an end, in a script without spaces, is context."""
    run = runs[0]._replace(last=runs[-1].last, after=runs[-1].after)
    gone, new = run.spell(Op.INSERT), run.spell(Op.DELETE)
    head = count_common(gone, new)
    tail = count_common(gone[head:][::-1], new[head:][::-1])
    end = len(gone) - tail
    before = run.edits[run.first - 1].text[-LONGEST:] if run.first else ""
    behind = run.edits[run.last].text[:LONGEST] if run.last < len(run.edits) else ""
    return Place(
        run.change,
        gone[head:end],
        new[head : len(new) - tail],
        list_left_contexts(before + gone[:head]),
        list_right_contexts(gone[end:] + behind),
        -1 if head else run.before,
        -1 if tail else run.after,
        tuple(runs),
    )


@remember_short_texts
def list_left_contexts(text: str) -> tuple[str, ...]:
    """Return the contexts with which a text ends, from none on, each by a unit longer than the one before."""
    return tuple(accumulate(split_units_before(text), lambda near, unit: unit + near, initial=""))


@remember_short_texts
def list_right_contexts(text: str) -> tuple[str, ...]:
    """Return the contexts with which a text begins, in the same way."""
    return tuple(accumulate(split_units_after(text), initial=""))


def count_common(one: str, other: str) -> int:
    """Count the characters with which both begin, in a script without spaces.

    >>> count_common("市场主体", "市场"), count_common("company", "companies")
    (2, 0)
    """
    size = 0
    for left, right in zip(one, other, strict=False):
        if left != right or not is_written_without_spaces(ord(left)):
            break
        size += 1
    return size


def split_units_after(text: str) -> Iterator[str]:
    """Yield the characters or words with which a text begins, up to a mark.

    >>> list(split_units_after("主体，在")), list(split_units_after(" of the tenant. If"))
    (['主', '体'], [' of', ' the', ' tenant'])
    """
    at = 0
    for _ in range(MOST_UNITS):
        found = NEXT_UNIT.match(text, at)
        if not found:
            return
        yield found[0]
        at = found.end()


def split_units_before(text: str) -> Iterator[str]:
    """Yield the characters or words with which a text ends, the last first, up to a mark.

    >>> list(split_units_before("，市场")), list(split_units_before("now, of the "))
    (['场', '市'], ['the ', 'of '])
    """
    end = len(text)
    for _ in range(MOST_UNITS):
        found = LAST_UNIT.search(text, 0, end)
        if not found:
            return
        yield found[0]
        end = found.start()
