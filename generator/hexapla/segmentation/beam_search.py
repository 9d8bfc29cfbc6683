"""Choose the marks: the best consistent reading of the whole text.

A beam search over the stack of open lists. Each candidate is either passed over (no cost) or taken: as the
next of an open list, as the first of a new one below it, or as a list that begins anew. What it earns is the
strength of its place plus what the sequence says. The best states are kept at each step, so the time is
linear in the candidates.

Earlier than the reading, candidates that nothing supports are dropped (`supported`): a mark in mid-sentence
without its predecessor in the text is not worth a state.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from hexapla.languages import words_of
from hexapla.languages.patterns import write_phrases
from hexapla.languages.schemes import Cells, Level
from hexapla.segmentation.folded_view import is_ended, split_lines
from hexapla.segmentation.mark_features import (
    BackPointers,
    LastValues,
    MarkFeatures,
    OpenLists,
    Surroundings,
    TextBreak,
    extract_features,
)
from hexapla.segmentation.mark_numbers import Value
from hexapla.segmentation.mark_weights import DEFAULT, MarkWeights
from hexapla.segmentation.marks import Mark
from hexapla.segmentation.number_steps import is_first
from hexapla.segmentation.transitions import (
    is_counted_through,
    list_transitions,
    raise_strength,
    refund_torn_beginning,
)

OPERATIVE = re.compile(rf"(?<!\w)(?:{write_phrases(words_of('lists', 'operative'))})(?!\w)", re.IGNORECASE)
"""words that end the recitals, whose list the clauses do not go on with"""
HEADS = re.compile(rf"(?:{write_phrases(words_of('lists', 'parting'))}) ?:?", re.IGNORECASE)
"""lines that part the parties, the recitals and the clauses of a contract"""
LEAD = 24
"""characters before a mark in which a colon is looked for"""
LONGEST_LINE = 160
"""characters of a line with words that end recitals, at most"""
CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ ,&'’-]{3,60}:?")
BLANK = " \n\x1f"
FULL_STOPS = ".;:!?"
COMMA = ", "
STOPS = re.compile(r"[。;:,!?、\n】]|\.(?=[ \n])")


class ChosenMark(NamedTuple):
    """A mark in its place in the tree."""

    mark: Mark
    depth: int


SCORE = itemgetter(0)
POSITION = attrgetter("pos")
States = dict[tuple[OpenLists, LastValues], tuple[float, BackPointers]]


def filter_supported(marks: Sequence[Mark], weights: MarkWeights = DEFAULT) -> list[Mark]:
    """Drop weak candidates without a predecessor, and enumerations: neighbours without text between."""
    seen: set[tuple[str, Value]] = set()
    begun: set[tuple[str, Value]] = set()
    kept: list[Mark] = []
    high = {
        (mark.family, mark.value[0])
        for mark in marks
        if mark.value[0] >= weights.years_from and mark.strength >= 1
    }
    there = {(mark.family, mark.value) for mark in marks if mark.scheme.table is Cells.CELL}
    decimals = {(mark.family, mark.value) for mark in marks if mark.line and is_late(mark, weights)}
    for n, mark in enumerate(marks):
        following = marks[n + 1] if n + 1 < len(marks) else None
        if following and is_enumerated(mark, following, weights):
            continue
        if (
            mark.value[0] >= weights.years_from
            and mark.scheme.level is Level.OUTLINE
            and not has_neighbour(mark, high)
        ):
            continue
        late = is_late(mark, weights) and (mark.family, mark.value[:-1]) not in begun
        if late and not is_beside_other(mark, decimals):
            continue
        if mark.scheme.table is Cells.CELL and not is_verse(mark, there):
            continue
        begun.add((mark.family, mark.value[:-1]))
        weak = mark.strength < 1 or is_guess(mark)
        headed = kept and mark.scheme.counts_on and kept[-1].scheme.level is Level.DIVISION
        weak = weak and not (headed and 0 <= mark.start - kept[-1].stop <= weights.heading_length)
        if weak and not is_first(mark) and (mark.family, (*mark.value[:-1], mark.value[-1] - 1)) not in seen:
            continue
        seen |= {(mark.family, mark.value), *((mark.family, last) for last in list_end_values(mark))}
        kept.append(mark)
    return kept


def is_enumerated(mark: Mark, following: Mark, weights: MarkWeights) -> bool:
    """Tell whether another mark of the list follows at once, without text between."""
    return (
        following.family == mark.family
        and mark.end <= following.pos <= mark.stop
        and not following.line
        and following.strength >= min(mark.strength, weights.adjacent)
    )


def is_late(mark: Mark, weights: MarkWeights) -> bool:
    """Tell whether a decimal stands late in its list: 10.15 is a time if no 10.x came before it."""
    return mark.scheme.decimal and mark.value[-1] >= weights.late_from and not is_first(mark)


def is_beside_other(mark: Mark, decimals: set[tuple[str, Value]]) -> bool:
    """Tell whether a late decimal at a line start is one of three in a row: 14.20, 14.21, 14.22."""
    above, last = mark.value[:-1], mark.value[-1]
    there = [(mark.family, (*above, last + step)) in decimals for step in (-2, -1, 0, 1, 2)]
    return any(all(there[k : k + 3]) for k in range(3))


def is_verse(mark: Mark, there: set[tuple[str, Value]]) -> bool:
    """Tell whether chapter and verse are no time of day: the first verse, one alone or with a neighbour."""
    chapter, verse = mark.value[0], mark.value[-1]
    return (
        len(there) == 1
        or verse == 1
        or any((mark.family, (chapter, verse + step)) in there for step in (-1, 1))
    )


def is_guess(mark: Mark) -> bool:
    """Tell whether a number was read where none is printed: Section S, which must be due."""
    return mark.damaged and mark.scheme.counts_on and mark.scheme.reader != "han"


def list_end_values(mark: Mark) -> tuple[Value, ...]:
    """Return the numbers after which the next may follow a run of numbers: 213a and so 213."""
    return (mark.last, mark.last[:1]) if mark.last else ()


def has_neighbour(mark: Mark, known: set[tuple[str, int]]) -> bool:
    """Tell whether the number before or after is there too."""
    return any((mark.family, mark.value[0] + step) in known for step in (-1, 1))


def choose_marks(
    view: str,
    start: int,
    end: int,
    marks: Sequence[Mark],
    weights: MarkWeights = DEFAULT,
    headings: Sequence[int] = (),
) -> list[ChosenMark]:
    """Return the marks of the best reading, with their depth.

    Post-conditions:
        1. Marks are in order and do not overlap.
        2. Depth grows by at most one from a mark to the next.
    """
    stops = [found.end() for found in STOPS.finditer(view, start, end)]
    ends = [stop for stop in stops if not view.startswith(COMMA, stop - 1)] if COMMA in view else stops
    paragraphs = find_paragraph_starts(view, start, end)
    states: States = {((), ()): (0.0, None)}
    for _, same in groupby(filter_supported(marks, weights), key=POSITION):
        found = [states]  # of the readings of one mark none goes on with another
        for mark in same:
            paragraph = find_last_before(paragraphs, mark.pos, start)
            clear = Surroundings(
                phrase=find_last_before(stops, mark.start, start),
                sentence=find_last_before(ends, mark.start, start),
                paragraph=paragraph,
                before=find_last_before(paragraphs, paragraph - 1, start),
                parting=find_break_before(view, start, mark, weights.far, headings),
                announced=is_announced(view, start, mark.start),
            )
            found.append(advance_states(states, extract_features(mark, weights), clear, start))
        states = keep_best_states(merge_states(found), weights)
    best = max(states.values(), key=lambda state: state[0])
    return trace_back(best[1])


def is_announced(view: str, start: int, at: int) -> bool:
    """Tell whether a colon leads on to a place, on the same line or the one before."""
    return view[max(start, at - LEAD) : at].rstrip(BLANK).endswith(":")


def merge_states(found: Sequence[States]) -> States:
    """Unite states; of equal ones the best stays."""
    best = dict(found[0])
    for states in found[1:]:
        for key, state in states.items():
            if key not in best or state[0] > best[key][0]:
                best[key] = state
    return best


def find_last_before(places: Sequence[int], at: int, start: int) -> int:
    """Return the last of the places up to this one; the start if there is none."""
    place = bisect_right(places, at)
    return places[place - 1] if place else start


def find_paragraph_starts(view: str, start: int, end: int) -> list[int]:
    """Return where lines begin before which a sentence ends; a colon or a semicolon ends none."""
    found: list[int] = []
    ended = False
    for line in split_lines(view, start, end):
        if line.text:
            if ended:
                found.append(line.start)
            ended = is_ended(line.text) and line.text[-1] not in ":;"
    return found


def find_break_before(view: str, start: int, mark: Mark, far: int, headings: Sequence[int] = ()) -> TextBreak:
    """Look at the line before a mark: words that end recitals, or a line in capitals after a full stop.

    A heading before it parts texts too; `headings` says where those begin that the format marks.
    """
    if not mark.line:
        at = find_operative_words(view, max(start, mark.start - LONGEST_LINE), mark.start)
        return (at, True) if at is not None else None
    n = bisect_right(headings, mark.start - 1)
    if n and mark.start - headings[n - 1] <= far:
        return headings[n - 1], False
    before = view[max(start, mark.start - far) : mark.start].rstrip(BLANK)
    begin = before.rfind("\n") + 1
    line = before[begin:].strip(BLANK)
    place = max(start, mark.start - far) + begin
    if HEADS.fullmatch(line) or (len(line) <= LONGEST_LINE and OPERATIVE.match(line)):
        return place, True
    if len(line) <= LONGEST_LINE and line.endswith((":", ",")) and OPERATIVE.search(line):
        return place, True
    if not (CAPITALS.fullmatch(line) and before[:begin].rstrip(BLANK)[-1:] in FULL_STOPS):
        return None
    return place, False


def find_operative_words(view: str, start: int, end: int) -> int | None:
    """Return where words stand that lead on to a mark in mid-line: they therefore agree: FIRST: …."""
    if view[start:end].rstrip(BLANK)[-1:] != ":":
        return None
    begin = max(view.rfind(". ", start, end), view.rfind("\n", start, end), start)
    found = OPERATIVE.search(view, begin, end)
    return found.start() if found else None


def trace_back(chain: BackPointers) -> list[ChosenMark]:
    """Read a chain of back pointers forward."""
    chosen: list[ChosenMark] = []
    while chain:
        mark, depth, earlier = chain
        chosen.append(ChosenMark(mark, depth))
        chain = earlier
    return chosen[::-1]


def advance_states(
    states: States,
    one: MarkFeatures,
    clear: Surroundings,
    start: int,
) -> States:
    """Let every state pass the mark over or take it."""
    new = dict(states)
    mark, strong = one.mark, one.mark.strength >= one.weights.heading
    counts_on, annex, entry = (
        one.counts_on,
        one.level is Level.ANNEX,
        (one.family, mark.last or one.value),
    )
    for (stack, counted), (score, chain) in states.items():
        if chain is not None and chain[0].end > mark.pos:
            continue
        strength = mark.strength if strong else raise_strength(one, counted, chain, clear, start)
        for worth, taken in list_transitions(stack, counted, one, strength, chain, clear):
            now = counted
            if counts_on or (len(taken) > 1 and is_counted_through(taken[-2][0], one)):
                # a list under a heading may count on through the next one, as articles always may
                now = (*(pair for pair in counted if pair[0] != one.family), entry)
            elif annex:
                now = ()
            total = score + worth + (refund_torn_beginning(one) if chain is None else 0)
            known = new.get((taken, now))
            if known is None or total > known[0]:
                new[taken, now] = (total, (assign_to_list(mark, taken[-1][0]), len(taken) - 1, chain))
    return keep_best_states(new, one.weights)


def assign_to_list(mark: Mark, family: str) -> Mark:
    """Count a mark to the list in which it was taken, whose form may be another."""
    return mark if mark.family == family else mark._replace(family=family)


def keep_best_states(states: States, weights: MarkWeights) -> States:
    """Keep the best states."""
    if len(states) <= 1:
        return states
    bar = max(states.values(), key=SCORE)[0] - weights.beam_margin
    kept = [pair for pair in states.items() if pair[1][0] >= bar]
    if len(kept) > weights.beam_width:
        kept.sort(key=lambda pair: -pair[1][0])
        del kept[weights.beam_width :]
    return dict(kept)
