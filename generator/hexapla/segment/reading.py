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
from typing import NamedTuple

from hexapla.segment.marks import BY_NAME, Mark
from hexapla.segment.numerals import Value
from hexapla.segment.schemes import Level

__all__ = ["Chosen", "choose", "gap"]

WIDTH = 8
"""states kept; more changes nothing on the statutes measured"""
MARGIN = 7.0
"""states further behind the best than this never came back"""
DEEPEST = 9

NEXT = 1.0
SECOND = 0.6
"""the second of a list proves the first"""
MISSING = 1.5
"""for each number left out, up to three"""
MISSING_ON_LINE = 2.4
OPENED = -0.4
NOT_FIRST = -2.3
DIVISION_NOT_FIRST = -1.0
ARTICLE_NOT_FIRST = -0.5
UPWARD = -0.7
"""a list opened below one that stands lower in most texts"""
ANEW = -1.2
REPEATED = -2.0
RESTARTED = -2.2
"""articles that begin anew without a division between, as where two texts stand in one"""
BACKWARD = -2.2
OUT_OF_ORDER = -2.8
"""an article at a line start whose number fits nowhere: printed it is all the same"""
SURE = 3.0
LOOK_BACK = 40
YEARS = 1000
"""a bare number from here on is a year unless its neighbour is there"""
ADJACENT = 1.5
CLOSING_BY_DIVISION = -0.3
APART = 0.5
"""what clauses after recitals earn outside their list"""
CLOSING = -1.2
"""a list that begins above those which are open, as after a torn beginning"""
SECOND_PARAGRAPH = (2,)
"""the first paragraph of a Japanese article has no number"""
HEADING = 2.0
"""strength of a first mark right after a heading without punctuation"""
HEADING_LENGTH = 40

OPERATIVE = re.compile(
    r"(?:AND )?(?:NOW,? THEREFORE|IT IS (?:HEREBY |NOW )?AGREED|AGREED TERMS|OPERATIVE PROVISIONS)\b|"
    r"(?:[Tt]he )?[Pp]arties (?:hereby |therefore )?(?:agree|have agreed)\b|IN CONSIDERATION OF\b|"
    r"(?:Now,? therefore|It is (?:hereby )?agreed)\b"
)
"""words that end the recitals, whose list the clauses do not go on with"""
CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ ,&'’-]{3,60}:?")
FAR = 400
MIDDLE_OR_LESS = -0.6
ABOVE = (Level.ANNEX, Level.DIVISION, Level.ARTICLE)

BLANK = " \n\x1f"
FULL_STOPS = ".;:!?"
STOPS = re.compile(r"[。;:,!?、\n】]|\.(?=[ \n])")


class Chosen(NamedTuple):
    """A mark in its place in the tree."""

    mark: Mark
    depth: int


Stack = tuple[tuple[str, Value], ...]
Counted = tuple[tuple[str, Value], ...]
Chain = tuple[Mark, int, "Chain"] | None
Break = tuple[int, bool] | None
"""where the line before a mark begins, if it parts texts, and whether its words end recitals"""


def gap(before: Value, after: Value) -> int:
    """Return how far a number is from its successor: 1 next, 2 one left out, 0 the same, negative backward.

    `(4,)` → `(4, 1)` → `(4, 2)` → `(5,)` is 第四条, 之一, 之二, 第五条 (inserted 제2조의2 begin with 2); `(1,
    3)` → `(2, 1)` a verse of the next chapter.
    """
    if len(before) == len(after) == 1:
        return after[0] - before[0]
    if after[:-1] == before:
        return max(1, after[-1] - 1) if len(before) == 1 else after[-1]
    for k, (a, b) in enumerate(zip(before, after, strict=False)):
        if a == b:
            continue
        rest = after[k + 1 :]
        if b < a or not rest:
            return b - a
        return b - a if set(rest) == {1} else b - a + sum(rest) - len(rest) + 1
    return len(after) - len(before)


def is_first(mark: Mark) -> bool:
    """Tell whether a list may begin with this number; 2A and 第二条之一 begin none."""
    if len(mark.value) > 1 and mark.scheme.level is not Level.ARTICLE and not mark.family.startswith("1.1"):
        return False
    return mark.value[-1] in mark.scheme.first or mark.value == (0,)


def begins_anew(mark: Mark) -> bool:
    """Tell whether an article is the first of all: 1, 1.1, 1:1."""
    return set(mark.value) == {1}


def supported(marks: Sequence[Mark]) -> list[Mark]:
    """Drop weak candidates without a predecessor, and enumerations: neighbours without text between."""
    seen: set[tuple[str, Value]] = set()
    kept: list[Mark] = []
    high = {(mark.family, mark.value[0]) for mark in marks if mark.value[0] >= YEARS and mark.strength >= 1}
    for n, mark in enumerate(marks):
        following = marks[n + 1] if n + 1 < len(marks) else None
        if (
            following
            and following.family == mark.family
            and following.pos <= mark.stop
            and not following.line
            and (mark.strength < ADJACENT or following.strength >= ADJACENT)
        ):
            continue
        if mark.value[0] >= YEARS and mark.scheme.level is Level.OUTLINE and not has_neighbour(mark, high):
            continue
        weak = mark.strength < 1
        if weak and not is_first(mark) and (mark.family, (*mark.value[:-1], mark.value[-1] - 1)) not in seen:
            continue
        seen.add((mark.family, mark.value))
        kept.append(mark)
    return kept


def has_neighbour(mark: Mark, known: set[tuple[str, int]]) -> bool:
    """Tell whether the number before or after is there too."""
    return any((mark.family, mark.value[0] + step) in known for step in (-1, 1))


def choose(view: str, start: int, end: int, marks: Sequence[Mark]) -> list[Chosen]:
    """Return the marks of the best reading, with their depth.

    Post-conditions:
        1. Marks are in order and do not overlap.
        2. Depth grows by at most one from a mark to the next.
    """
    stops = [found.end() for found in STOPS.finditer(view, start, end)]
    states: dict[tuple[Stack, Counted], tuple[float, Chain]] = {((), ()): (0.0, None)}
    for mark in supported(marks):
        place = bisect_right(stops, mark.start)
        clear = stops[place - 1] if place else start
        states = step(states, mark, clear, start, after_break(view, start, mark))
    best = max(states.values(), key=lambda state: state[0])
    return unwind(best[1])


def after_break(view: str, start: int, mark: Mark) -> Break:
    """Look at the line before a mark: words that end recitals, or a line in capitals after a full stop."""
    if not mark.line:
        return None
    before = view[max(start, mark.start - FAR) : mark.start].rstrip(BLANK)
    begin = before.rfind("\n") + 1
    line = before[begin:].strip(BLANK)
    operative = bool(OPERATIVE.match(line))
    if not operative and not (CAPITALS.fullmatch(line) and before[:begin].rstrip(BLANK)[-1:] in FULL_STOPS):
        return None
    return max(start, mark.start - FAR) + begin, operative


def unwind(chain: Chain) -> list[Chosen]:
    """Read a chain of back pointers forward."""
    chosen: list[Chosen] = []
    while chain:
        mark, depth, earlier = chain
        chosen.append(Chosen(mark, depth))
        chain = earlier
    return chosen[::-1]


def step(
    states: dict[tuple[Stack, Counted], tuple[float, Chain]],
    mark: Mark,
    clear: int,
    start: int,
    broken: Break,
) -> dict[tuple[Stack, Counted], tuple[float, Chain]]:
    """Let every state pass the mark over or take it."""
    new = dict(states)
    counts_on, annex = mark.scheme.counts_on, mark.scheme.level is Level.ANNEX
    for (stack, counted), (score, chain) in states.items():
        if chain is not None and chain[0].end > mark.pos:
            continue
        strength = mark.strength
        if strength < HEADING:
            strength = lifted(mark, chain, clear, start, strength)
        for worth, taken in moves(stack, counted, mark, strength, chain, broken):
            key = (taken, counted)
            if counts_on or under_division(taken):
                key = (
                    taken,
                    (*(pair for pair in counted if pair[0] != mark.family), (mark.family, mark.value)),
                )
            elif annex:
                key = (taken, ())
            total = score + worth + (torn(mark) if chain is None else 0)
            if key not in new or total > new[key][0]:
                new[key] = (total, (mark, len(taken) - 1, chain))
    if len(new) <= 1:
        return new
    best = max(state[0] for state in new.values()) - MARGIN
    kept = [pair for pair in new.items() if pair[1][0] >= best]
    if len(kept) > WIDTH:
        kept.sort(key=lambda pair: -pair[1][0])
        kept = kept[:WIDTH]
    return dict(kept)


def under_division(stack: Stack) -> bool:
    """Tell whether the last list stands directly in a division, through which it may count on."""
    return len(stack) > 1 and BY_NAME[stack[-2][0]].level is Level.DIVISION


def torn(mark: Mark) -> float:
    """What the first mark of all gets back if it is no first number: the text may begin in the middle."""
    return 0.0 if is_first(mark) or mark.strength < HEADING or mark.scheme.counts_on else -NOT_FIRST / 2


def lifted(mark: Mark, chain: Chain, clear: int, start: int, strength: float) -> float:
    """Return the strength of a mark after a heading (第一章总则第一条), a mark ((a)(1)) or the title."""
    if strength < MIDDLE_OR_LESS:
        return strength
    if chain is None:
        lifts = clear <= start and mark.start - start < HEADING_LENGTH and not mark.family.startswith("1.1")
        return max(strength, 1.0) if lifts else strength
    last = chain[0]
    if clear > last.stop or mark.start - last.stop > HEADING_LENGTH or last.family == mark.family:
        return strength
    return (
        HEADING
        if is_first(mark) or mark.scheme.counts_on or last.scheme.level is Level.DIVISION
        else strength
    )


def moves(
    stack: Stack, counted: Counted, mark: Mark, strength: float, chain: Chain, broken: Break
) -> list[tuple[float, Stack]]:
    """Return the ways to take a mark, with what each earns."""
    name, value = mark.family, mark.value
    entry = (name, value)
    if mark.scheme.level is Level.ANNEX:
        return [(strength, (entry,))] if strength > 0 else []
    for k, (other, last) in enumerate(stack):
        if other == name:
            worth = continued(last, mark, strength, chain)
            anew = begins_anew(mark) if mark.scheme.counts_on else is_first(mark)
            swapped = value < last and not anew
            return [] if worth is None else [(worth, (*stack[:k], (name, last) if swapped else entry))]
    if len(stack) >= DEEPEST:
        return []
    found = [(opened(stack, counted, mark, strength), (*stack, entry))]
    if value == SECOND_PARAGRAPH and mark.scheme.first != (1,):
        top = (
            max(
                (k for k, (other, _) in enumerate(stack) if BY_NAME[other].level is Level.ARTICLE), default=-1
            )
            + 1
        )
        if 0 < top < len(stack):
            found.append((opened(stack[:top], counted, mark, strength), (*stack[:top], entry)))
    upper = 0
    while upper < len(stack) and BY_NAME[stack[upper][0]].rank <= mark.scheme.rank:
        upper += 1
    if broken is not None and broken[1] and chain is not None and chain[0].stop < broken[0]:
        upper = sum(BY_NAME[other].level in ABOVE[:2] for other, _ in stack)
    if upper < len(stack):
        apart = broken is not None and chain is not None and chain[0].stop < broken[0]
        recitals = APART if broken is not None and broken[1] else 0.0
        cost = recitals if apart else closing(mark, upper, counted)
        worth = opened(stack[:upper], counted, mark, strength) + cost
        found.append((worth, (*stack[:upper], entry)))
    return found


def closing(mark: Mark, above: int, counted: Counted) -> float:
    """What closing lower lists costs; a torn text may come to an outer list that does not begin."""
    if mark.family.startswith("1.1") or mark.scheme.reader == "only":
        return 0.0
    if mark.scheme.level is Level.DIVISION:
        return CLOSING_BY_DIVISION
    if any(name == mark.family for name, _ in counted):
        return CLOSING
    return -NOT_FIRST / 2 if above == 0 and not is_first(mark) else CLOSING


def continued(last: Value, mark: Mark, strength: float, chain: Chain) -> float | None:
    """What a mark earns in a list that is open; None if it cannot belong to it."""
    distance = gap(last, mark.value)
    if distance == 1:
        return strength + NEXT + (SECOND if last[-1] == 1 else 0)
    if distance > 1:
        return strength - missing(distance, mark)
    if distance == 0:
        return strength + REPEATED if strength >= HEADING else None
    return fallen_back(distance, mark, strength, chain)


def fallen_back(distance: int, mark: Mark, strength: float, chain: Chain) -> float | None:
    """What a mark earns whose number is smaller than the last of its list."""
    if mark.scheme.counts_on and begins_anew(mark):
        return strength + RESTARTED if strength >= HEADING else None
    if is_first(mark) and not mark.scheme.counts_on:
        return strength + ANEW if strength >= 1 else None
    if distance == -1 and mark.line and strength + BACKWARD > 0 and was_left_out(mark, chain):
        return strength + BACKWARD
    if mark.line and mark.scheme.level is Level.ARTICLE and strength >= SURE:
        return strength + OUT_OF_ORDER
    return None


def missing(distance: int, mark: Mark) -> float:
    """What numbers that are left out cost; at a line start no gap is too wide to be printed."""
    cost = MISSING * min(distance - 1, 3)
    return min(cost, MISSING_ON_LINE) if mark.line else cost


def was_left_out(mark: Mark, chain: Chain) -> bool:
    """Tell whether the list has no such number yet: the mark before its last one is smaller."""
    seen = 0
    for _ in range(LOOK_BACK):
        if chain is None:
            return False
        earlier, _, chain = chain
        if earlier.family == mark.family:
            seen += 1
            if seen > 1:
                return earlier.value < mark.value
    return False


def opened(stack: Stack, counted: Counted, mark: Mark, strength: float) -> float:
    """What a mark earns as the first of a new list on top of the stack."""
    scheme = mark.scheme
    worth = strength + OPENED
    if scheme.counts_on or (stack and BY_NAME[stack[-1][0]].level is Level.DIVISION):
        last = next((value for name, value in counted if name == mark.family), None)
        if last is not None:
            distance = gap(last, mark.value)
            if distance == 1:
                return strength + (NEXT if scheme.counts_on else 0)
            if distance > 1 and scheme.counts_on:
                return strength - missing(distance, mark)
    if mark.family.startswith("1.1") and all(value != mark.value[:-1] for _, value in stack):
        worth += (NOT_FIRST / 2 if stack else 0) if mark.line else NOT_FIRST
    if not is_first(mark):
        worth += {Level.DIVISION: DIVISION_NOT_FIRST, Level.ARTICLE: ARTICLE_NOT_FIRST}.get(
            scheme.level, NOT_FIRST
        )
    if stack and scheme.rank < BY_NAME[stack[-1][0]].rank:
        worth += UPWARD * (3 if scheme.level is Level.DIVISION else 1)
    return worth
