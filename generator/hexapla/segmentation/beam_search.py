"""Choose the marks: the best consistent reading of the whole text.

A beam search over the stack of open lists. Each candidate is either passed over (no cost) or taken: as the
next of an open list, as the first of a new one below it, or as a list that begins anew. What it earns is the
strength of its place plus what the sequence says. The best states are kept at each step, so the time is
linear in the candidates.

Earlier than the reading, candidates that nothing supports are dropped (`supported`): a mark in mid-sentence
without its predecessor in the text is not worth a state.
"""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from hexapla.languages.schemes import Cells, Level
from hexapla.segmentation.mark_features import (
    BackPointers,
    LastValues,
    MarkFeatures,
    OpenLists,
    extract_features,
)
from hexapla.segmentation.mark_numbers import Value
from hexapla.segmentation.mark_weights import DEFAULT, MarkWeights
from hexapla.segmentation.marks import SCHEMES_BY_NAME, Mark
from hexapla.segmentation.number_steps import is_first
from hexapla.segmentation.surroundings import StretchPlaces, Surroundings
from hexapla.segmentation.transitions import (
    is_counted_through,
    list_transitions,
    raise_strength,
    refund_torn_beginning,
)


class ChosenMark(NamedTuple):
    """A mark in its place in the tree."""

    mark: Mark
    depth: int


CELLS = frozenset(name for name, scheme in SCHEMES_BY_NAME.items() if scheme.table is Cells.CELL)
"""families whose numbers can be cells of a table"""
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
    there = {(mark.family, mark.value) for mark in marks if mark.family in CELLS}
    decimals = {(mark.family, mark.value) for mark in marks if mark.line and is_late(mark, weights)}
    for n, mark in enumerate(marks):
        scheme = mark.scheme
        following = marks[n + 1] if n + 1 < len(marks) else None
        if following and is_enumerated(mark, following, weights):
            continue
        if (
            mark.value[0] >= weights.years_from
            and scheme.level is Level.OUTLINE
            and not has_neighbour(mark, high)
        ):
            continue
        late = is_late(mark, weights) and (mark.family, mark.value[:-1]) not in begun
        if late and not is_beside_other(mark, decimals):
            continue
        if scheme.table is Cells.CELL and not is_verse(mark, there):
            continue
        begun.add((mark.family, mark.value[:-1]))
        weak = mark.strength < 1 or is_guess(mark)
        headed = kept and scheme.counts_on and kept[-1].scheme.level is Level.DIVISION
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
    return mark.value[-1] >= weights.late_from and mark.scheme.decimal and not is_first(mark)


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
    places = StretchPlaces(view, start, end, weights.far, headings)
    states: States = {((), ()): (0.0, None)}
    for _, same in groupby(filter_supported(marks, weights), key=POSITION):
        found = [states]  # of the readings of one mark none goes on with another
        for mark in same:
            clear = Surroundings(places, mark)
            found.append(advance_states(states, extract_features(mark, weights), clear, start))
        states = keep_best_states(merge_states(found), weights)
    best = max(states.values(), key=lambda state: state[0])
    return trace_back(best[1])


def merge_states(found: Sequence[States]) -> States:
    """Unite states; of equal ones the best stays."""
    best = dict(found[0])
    for states in found[1:]:
        for key, state in states.items():
            if key not in best or state[0] > best[key][0]:
                best[key] = state
    return best


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
