"""Sentences that say from when to when a text holds: 自2020年3月1日起施行, “comes into force on 1 March”.

A sentence is read where all of it is understood: one statement behind the other, from its first word to its
last. What speaks of the time in force and is not understood (a condition, a day that somebody will appoint)
is reported as unclear, so that it takes certainty away from the others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from hexapla.languages import words_of
from hexapla.languages.patterns import FEW_WORDS, write_alternation, write_phrases
from hexapla.lazy_patterns import compile_lazily
from hexapla.references.citations import Citation, find_citations
from hexapla.segmentation.dates import FoundDate, find_dates
from hexapla.text import fold_print, is_wide, unwrap

DAY: Final = "\ue000"
"""stands for a date of a sentence while it is read"""
CITED: Final = "\ue001"
"""stands for the citation of a clause"""
WHOLE_DAY: Final = len("2020-03-01")
LONGEST: Final = 2000
"""characters of a sentence that is read"""


class TimeStatement(Enum):
    """What a sentence says of the time in force."""

    DATED = auto()
    """the text holds from a day on"""
    PUBLISHED = auto()
    """it holds from the day of its publication"""
    DAY_AFTER = auto()
    """it holds from the day after its publication"""
    RETROACTIVE = auto()
    """it holds from a day that may lie before its issue"""
    CLAUSES = auto()
    """clauses hold from a day on"""
    THROUGH = auto()
    """a day is the last on which it holds"""
    ENDS = auto()
    """a day is the first on which it holds no longer"""
    REPEALS = auto()
    """something else ends"""
    UNCLEAR = auto()
    """something of the time in force that is not understood"""


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement with what it is about."""

    kind: TimeStatement
    day: str | None = None
    """ISO 8601; None where it names no day, or not all of it"""
    cited: tuple[Citation, ...] = ()
    """clauses that it is about; none: the whole text"""
    ranges: frozenset[int] = frozenset()
    """places in `cited` of clauses from which a range leads to the next one"""


@dataclass(frozen=True, slots=True)
class MaskedSentence:
    """A sentence whose dates and citations are single signs."""

    text: str
    dates: dict[int, FoundDate]
    """by their places in `text`"""
    citations: dict[int, Citation]


RANGE = r"(?:至|到|から|～|~|–|-|to|through|bis)"
JOINT = rf"[ ,、]{{0,2}}(?:{RANGE}|和|与|與|及|或|及び|並びに|and|or|und|sowie)?[ ,]{{0,2}}"
CHAIN = rf"{CITED}(?:{JOINT}{CITED}){{0,20}}(?:まで)?"
SOME_WORDS = rf"[^\n.。;{DAY}{CITED}]{{0,60}}"
ANYTHING = r"[^\n.。;]{0,60}"
SPACED_TEXT = compile_lazily(r"TEXT([^\W\dA-Za-z_]*) ")
"""scripts without spaces have none behind it"""
TEXTS = f"(?:{write_phrases(words_of('in_force', 'texts'))})"


def fill_slots(pattern: str, few: str) -> str:
    """Write what stands for days, the text itself, its clauses and a few words into a pattern of phrases."""
    pattern = SPACED_TEXT.sub(lambda found: f"TEXT{found[1]} ?", pattern)
    slots = (("DATE", DAY), ("CLAUSES", CHAIN), ("TEXT", TEXTS), (FEW_WORDS, few))
    for slot, written in slots:
        pattern = pattern.replace(slot, written)
    return pattern


FORMS: Final = (
    (TimeStatement.RETROACTIVE, "retroactive"),
    (TimeStatement.CLAUSES, "clauses"),
    (TimeStatement.THROUGH, "through"),
    (TimeStatement.ENDS, "ends"),
    (TimeStatement.DATED, "dated"),
    (TimeStatement.DAY_AFTER, "day_after"),
    (TimeStatement.PUBLISHED, "published"),
    (TimeStatement.REPEALS, "repeals"),
)
"""statements with the lists of their phrases, in the order in which they are tried"""
FORM = compile_lazily(
    "|".join(
        f"(?P<{kind.name}>{fill_slots(write_phrases(words_of('in_force', name)), SOME_WORDS)})"
        for kind, name in FORMS
    ),
    re.IGNORECASE,
)
NOTED = compile_lazily(
    rf"(?:^|(?<=[\n,;:()\[\]。])|(?<=[⺀-鿿{DAY}] )) *"
    rf"(?:{fill_slots(write_phrases(words_of('in_force', 'noted')), SOME_WORDS)})",
    re.IGNORECASE,
)
WORD_BEGINS = "(?:(?<![A-Za-z])|(?![A-Za-z]))"
"""no Latin word goes on here"""
TELLS = compile_lazily(
    f"{WORD_BEGINS}(?:{fill_slots(write_phrases(words_of('in_force', 'tells')), ANYTHING)})", re.IGNORECASE
)
"""has so many branches that each place costs where it is tried"""
TRANSITIONAL = compile_lazily(
    rf"\b(?:{write_alternation(words_of('in_force', 'transitional'))}) {TEXTS}", re.IGNORECASE
)
WORDS = compile_lazily(write_alternation(words_of("in_force", "words")), re.IGNORECASE)
LOWERED_WORDS = compile_lazily(write_alternation([word.lower() for word in words_of("in_force", "words")]))
"""of a text in lower case: where letters have one case only, a text is passed over four times as fast"""
AMENDED = compile_lazily(
    rf"(?<![^\W_\d⺀-鿿])(?:{write_phrases(words_of('in_force', 'amended'))})", re.IGNORECASE
)
PUBLISHED = f"(?:{write_alternation(words_of('in_force', 'publication'))})"
PUBLISHED_BEFORE = compile_lazily(rf"(?<![^\W\d_]){PUBLISHED}[^,;。()\n]{{0,10}}$", re.IGNORECASE)
PUBLISHED_AFTER = compile_lazily(rf"[^,;。()\n]{{0,30}}?{PUBLISHED}", re.IGNORECASE)
BETWEEN = compile_lazily(r"[\s,;:]*(?:(?:and|but|und)\s+(?=[^\W_]))?")
PIECE_END = compile_lazily(r"(?<=[。;])")
"""ends a sentence whatever stands before it; a full stop may stand in a date"""
SENTENCE_END = compile_lazily(r"(?<=[.。;\n])")
RANGE_BETWEEN = compile_lazily(rf"[ ,、]{{0,2}}{RANGE}[ ,]{{0,2}}", re.IGNORECASE)


def find_statements(text: str) -> Iterator[FoundStatement]:
    """Yield what the sentences of a clause say of the time in force.

    >>> [(one.kind.name, one.day) for one in find_statements("本法自2020年3月1日起施行。")]
    [('DATED', '2020-03-01')]
    >>> [(one.kind.name, one.day) for one in find_statements("本法的施行日期由港务局另行规定。")]
    [('UNCLEAR', None)]
    """
    if not LOWERED_WORDS.search(text.lower()):
        return
    for piece in PIECE_END.split(fold_print(unwrap(text))):
        if not WORDS.search(piece):
            continue
        masked = mask_sentence(piece)
        starts = [0, *(found.end() for found in SENTENCE_END.finditer(masked.text)), len(masked.text)]
        for start, end in pairwise(starts):
            if end - start <= LONGEST and WORDS.search(masked.text, start, end):
                yield from read_sentence(masked, start, end)


def mask_sentence(text: str) -> MaskedSentence:
    """Put single signs in the place of dates and of citations of clauses."""
    dates = find_dates(text)
    found: list[tuple[int, int, FoundDate | Citation]] = [(one.start, one.end, one) for one in dates]
    found += [
        (one.start, one.end, one)
        for one in find_citations(text)
        if one.kind == "unit" and not any(one.start < day.end and day.start < one.end for day in dates)
    ]
    masked = MaskedSentence("", {}, {})
    parts, at, length = [], 0, 0
    for start, end, one in sorted(found, key=lambda each: each[:2]):
        if start < at:
            continue
        length += start - at
        parts += [text[at:start], DAY if isinstance(one, FoundDate) else CITED]
        if isinstance(one, FoundDate):
            masked.dates[length] = one
        else:
            masked.citations[length] = one
        length, at = length + 1, end
    return MaskedSentence("".join([*parts, text[at:]]), masked.dates, masked.citations)


def read_sentence(masked: MaskedSentence, start: int, end: int) -> Iterator[FoundStatement]:
    """Yield the statements of a sentence if all of it is understood, else one that is unclear, if any."""
    stop = start + len(masked.text[start:end].rstrip(" \n\x1f.。;"))
    read: list[FoundStatement] = []
    at = BETWEEN.match(masked.text, start, stop).end()  # type: ignore[union-attr]  # it matches anything
    while at < stop and (found := FORM.match(masked.text, at, stop)):
        read.append(describe(masked, TimeStatement[found.lastgroup or ""], found.start(), found.end()))
        at = BETWEEN.match(masked.text, found.end(), stop).end()  # type: ignore[union-attr]  # as above
    if at >= stop and read:
        yield from read
        return
    told = TRANSITIONAL.sub("", masked.text[start:stop])
    whole = [found[0] for found in TELLS.finditer(told)]
    if any(CITED not in each for each in whole) or (read and whole):
        yield FoundStatement(TimeStatement.UNCLEAR)
    elif whole:
        yield describe(masked, TimeStatement.UNCLEAR, start, stop)


def describe(masked: MaskedSentence, kind: TimeStatement, start: int, end: int) -> FoundStatement:
    """Make a statement of a stretch of a sentence: its last day, and the clauses that it cites."""
    days = [masked.dates[at].iso for at in range(start, end) if masked.text[at] == DAY]
    places = [at for at in range(start, end) if masked.text[at] == CITED]
    ranges = frozenset(
        number
        for number, (one, other) in enumerate(pairwise(places))
        if RANGE_BETWEEN.fullmatch(masked.text, one + 1, other)
    )
    day = days[-1] if days and len(days[-1]) == WHOLE_DAY else None
    return FoundStatement(kind, day, tuple(masked.citations[at] for at in places), ranges)


def find_noted_days(note: str) -> Iterator[tuple[int, str]]:
    """Yield where a note of adoption says from which day a text holds, and the day."""
    masked = mask_sentence(fold_print(note))
    for found in NOTED.finditer(masked.text):
        one = describe(masked, TimeStatement.DATED, found.start(), found.end())
        if one.day:
            yield found.start(), one.day


def find_publication_days(note: str) -> Iterator[str]:
    """Yield the days at which a note says that a text was published."""
    masked = mask_sentence(fold_print(note))
    for at, day in masked.dates.items():
        near = PUBLISHED_BEFORE.search(masked.text, 0, at) or PUBLISHED_AFTER.match(masked.text, at + 1)
        if near and DAY not in near[0] and len(day.iso) == WHOLE_DAY:
            yield day.iso


def tells_of_amendment(note: str) -> bool:
    """Tell whether a note or a title is that of a text whose last state came of an amendment.

    A word of amendment belongs to the date before it in Chinese and Japanese, else to that behind it. An
    amendment older than the last date was followed by a new issue of the whole text, which says anew from
    when it holds.

    >>> tells_of_amendment("2015年3月1日通过 2018年5月6日修正")
    True
    >>> tells_of_amendment("2015年3月1日通过 2018年5月6日修正 2022年7月8日修订")
    False
    """
    text = fold_print(note)
    dates = find_dates(text)
    last = max((one.iso for one in dates), default=None)
    for found in AMENDED.finditer(text):
        before = [one.iso for one in dates if one.end <= found.start()]
        behind = [one.iso for one in dates if one.start >= found.end()]
        own = before[-1:] if is_wide(found[0][0]) else behind[:1] or before[-1:]
        if not own or own[0] == last:
            return True
    return False
