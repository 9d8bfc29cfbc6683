"""What a mark earns by its place in the sequence: as the next of an open list, the first of a new one, anew.

Worths are in the unit of the strengths of places (see `mark_weights`).
"""

from hexapla.languages.schemes import Level
from hexapla.segmentation.mark_features import (
    BackPointers,
    LastValues,
    MarkFeatures,
    OpenLists,
)
from hexapla.segmentation.mark_numbers import Value
from hexapla.segmentation.mark_weights import MarkWeights
from hexapla.segmentation.marks import SCHEMES_BY_NAME
from hexapla.segmentation.number_steps import is_first, measure_distance
from hexapla.segmentation.surroundings import Surroundings

SECOND_PARAGRAPH = (2,)
"""the first paragraph of a Japanese article has no number"""
TRANSITIONAL = frozenset({"trans", "added"})
"""prefixes of ids of provisions that count beside the articles: Geçici Madde 1, Ek Madde 1"""
ABOVE = (Level.ANNEX, Level.DIVISION)
BELOW = (Level.OUTLINE, Level.ITEM)


def refund_torn_beginning(one: MarkFeatures) -> float:
    """What the first mark of all gets back if it is no first number: the text may begin in the middle."""
    return (
        0.0
        if one.first or one.mark.strength < one.weights.heading or one.counts_on
        else -one.weights.not_first / 2
    )


def raise_strength(
    one: MarkFeatures, counted: LastValues, chain: BackPointers, clear: Surroundings, start: int
) -> float:
    """Return the strength of a mark after a heading (第一章总则第一条), a mark ((a)(1)) or the title.

    An article that an item's own words lead to is cited, unless it is the first one or the one that is due.
    """
    strength, begin = one.mark.strength, one.mark.start
    if strength < one.weights.middle_or_less:
        return strength
    if chain is None:
        lifts = clear.sentence <= start and begin - start < one.reach and not one.decimal
        return max(strength, 1.0) if lifts else strength
    last = chain[0]
    division = last.scheme.level is Level.DIVISION
    if (
        (clear.sentence if division else clear.phrase) > last.stop
        or begin - last.stop > one.reach
        or last.family == one.family
    ):
        return strength
    if one.counts_on and (last.scheme.level is Level.ITEM or (not division and begin == last.stop)):
        return strength
    goes_on = any(name == one.family and measure_distance(value, one.value) == 1 for name, value in counted)
    first = one.anew if one.counts_on and last.scheme.level is Level.OUTLINE else one.first or one.counts_on
    return one.weights.heading if first or division or goes_on else strength


def is_counted_through(above: str, one: MarkFeatures) -> bool:
    """Tell whether a list may count on from under one clause to under the next: 一、(一)(二) 二、(三)(四)."""
    level = SCHEMES_BY_NAME[above].level
    return level is Level.DIVISION or (level is one.level is Level.OUTLINE and not one.decimal)


def count_lists_on_lines(chain: BackPointers, weights: MarkWeights) -> int:
    """Count the open lists, from the outermost on, up to the last that a line or a mark at its start begins.

    The others run in: they began in mid-sentence, and end with their paragraph.
    """
    for _ in range(weights.look_back):
        if chain is None:
            return 0
        mark, depth, chain = chain
        if mark.line or mark.scheme.level not in BELOW:
            return depth + 1
        last = chain[0] if chain else None
        if last and last.line:
            gap = weights.heading_length if last.scheme.level is Level.ARTICLE else 0
            if mark.start - last.stop <= gap:
                return depth + 1
    return 0


def count_outer_lists(stack: OpenLists, rank: int) -> int:
    """Count the open lists, from the outermost on, that stand no lower than a rank."""
    lower = (k for k, (name, _) in enumerate(stack) if SCHEMES_BY_NAME[name].rank > rank)
    return next(lower, len(stack))


def count_lists_above_transition(stack: OpenLists, one: MarkFeatures, counted: LastValues) -> int:
    """Count the open lists above transitional provisions; the article that is due ends these."""
    due = any(name == one.family and measure_distance(value, one.value) == 1 for name, value in counted)
    places = (k for k, (name, _) in enumerate(stack) if SCHEMES_BY_NAME[name].eid in TRANSITIONAL)
    return next(places, len(stack)) if due and one.scheme.eid not in TRANSITIONAL else len(stack)


def list_transitions(
    stack: OpenLists,
    counted: LastValues,
    one: MarkFeatures,
    strength: float,
    chain: BackPointers,
    clear: Surroundings,
) -> list[tuple[float, OpenLists]]:
    """Return the ways to take a mark, with what each earns."""
    name, value = one.family, one.value
    entry = (name, one.mark.last or value)
    if one.level is Level.ANNEX:
        return [(strength, (entry,))] if strength > 0 else []
    settled = len(stack)
    if chain is not None and clear.paragraph > chain[0].stop:
        settled = min(settled, count_lists_on_lines(chain, one.weights))
    for own in range(len(stack) - 1, -1, -1):
        if stack[own][0] == name:
            return continue_own_list(stack, own, counted, one, (strength, settled), chain, clear)
    if sister := continue_confused_form(stack, one, strength):
        return [sister]
    if len(stack) >= one.weights.deepest:
        return []
    below = one.weights.after_run_in if settled < len(stack) else 0.0
    if value == SECOND_PARAGRAPH and is_after_paragraph(chain, clear):
        below -= not_first(one) / 2
    found = [(score_opening(stack, counted, one, strength) + below, (*stack, entry))]
    if settled < len(stack):
        found.append((score_opening(stack[:settled], counted, one, strength), (*stack[:settled], entry)))
    if value == SECOND_PARAGRAPH and one.scheme.first != (1,):
        found += open_second_paragraph(stack, counted, one, strength)
    return [*found, *open_above(stack, counted, one, strength, chain, clear)]


def continue_own_list(
    stack: OpenLists,
    k: int,
    counted: LastValues,
    one: MarkFeatures,
    place: tuple[float, int],
    chain: BackPointers,
    clear: Surroundings,
) -> list[tuple[float, OpenLists]]:
    """Return the ways to take a mark whose list is open; `place` is its strength and the lists not ended."""
    (strength, settled), entry = place, (one.family, one.mark.last or one.value)
    ended, worth = k >= settled, score_continuation(stack[k][1], one, strength, chain)
    going = continue_list(stack, k, one, worth, ended=ended)
    if ended and one.first:
        opened = score_opening(stack[:settled], counted, one, strength)
        going.append((opened, (*stack[:settled], entry)))
    lowest = SCHEMES_BY_NAME[stack[-1][0]]
    below = lowest.decimal or (lowest.level is Level.ITEM and one.line and stack[k][1] != one.value)
    if one.first and below and k < len(stack) - 1 and not one.decimal and clear.announced:
        # 1 … 3.1.2 … as follows: 1 …, or 4. … d) … as follows: 1. …: the outermost form further down
        opened = score_opening(stack, counted, one, strength) - (one.weights.upward if lowest.decimal else 0)
        going.append((opened, (*stack, entry)))
    return going


def continue_list(
    stack: OpenLists, k: int, one: MarkFeatures, worth: float | None, *, ended: bool
) -> list[tuple[float, OpenLists]]:
    """Return the way to take a mark into the k-th open list, if it has a worth there."""
    if worth is None:
        return []
    if ended and not (one.line or one.anew or one.decimal):
        worth += one.weights.after_run_in
    name, last = stack[k]
    entry = last if one.value < last and not one.anew else one.mark.last or one.value
    return [(worth, (*stack[:k], (name, entry)))]


def open_above(
    stack: OpenLists,
    counted: LastValues,
    one: MarkFeatures,
    strength: float,
    chain: BackPointers,
    clear: Surroundings,
) -> list[tuple[float, OpenLists]]:
    """Return the way to open a list above those that stand lower in most texts.

    That costs nothing where words part the texts: those that end recitals, a line in capitals, and before the
    first article a paragraph that belongs to no item.
    """
    broken = clear.parting
    apart = broken is not None and chain is not None and chain[0].stop < broken[0]
    recitals = apart and broken is not None and broken[1]
    if recitals:
        upper = sum(SCHEMES_BY_NAME[other].level in ABOVE for other, _ in stack)
    else:
        upper = count_outer_lists(stack, one.scheme.rank)
        if one.counts_on and one.level is Level.ARTICLE:
            upper = min(upper, count_lists_above_transition(stack, one, counted))
    if upper == len(stack):
        return []
    under = SCHEMES_BY_NAME[stack[upper - 1][0]].level if upper else None
    between = chain is not None and one.line and one.counts_on and one.anew and clear.before > chain[0].stop
    cost = one.weights.apart if recitals else 0.0
    closed = SCHEMES_BY_NAME[stack[upper][0]]
    side_by_side = closed.level is one.level is Level.ARTICLE  # further provisions after the articles
    if not apart and not between and not side_by_side:
        cost = score_closing(one, upper, under, counted, chain)
    return [
        (
            score_opening(stack[:upper], counted, one, strength) + cost,
            (*stack[:upper], (one.family, one.mark.last or one.value)),
        )
    ]


def continue_confused_form(
    stack: OpenLists, one: MarkFeatures, strength: float
) -> tuple[float, OpenLists] | None:
    """Return the way to take a mark as the next of a list in another form: 1、 2、 3."""
    if one.scheme.sister is None:
        return None
    for k, (name, last) in enumerate(stack):
        if name == one.scheme.sister and measure_distance(last, one.value) == 1:
            return strength + one.weights.next + one.weights.mixed_up, (*stack[:k], (name, one.value))
    return None


def is_after_paragraph(chain: BackPointers, clear: Surroundings) -> bool:
    """Tell whether an article's first paragraph stands before a number, of sentences and without a number."""
    above = chain[0] if chain is not None else None
    return above is not None and above.scheme.level is Level.ARTICLE and clear.sentence > above.stop


def open_second_paragraph(
    stack: OpenLists, counted: LastValues, one: MarkFeatures, strength: float
) -> list[tuple[float, OpenLists]]:
    """Return the way to open a list of paragraphs right below the article, whose first has no number."""
    articles = [k for k, (other, _) in enumerate(stack) if SCHEMES_BY_NAME[other].level is Level.ARTICLE]
    below = stack[: articles[-1] + 1] if articles else stack
    if len(below) == len(stack):
        return []
    return [
        (score_opening(below, counted, one, strength), (*below, (one.family, one.mark.last or one.value)))
    ]


def score_closing(
    one: MarkFeatures, above: int, under: Level | None, counted: LastValues, chain: BackPointers
) -> float:
    """What closing lower lists costs; a torn text may come to an outer list that does not begin."""
    if one.decimal or one.scheme.reader == "only":
        return 0.0
    if one.level is Level.DIVISION:
        return one.weights.closing_by_division
    if one.level is Level.ARTICLE and under is Level.ARTICLE:
        return 0.0  # after incisos a Portuguese article goes on with its next §
    if any(name == one.family for name, _ in counted):
        return one.weights.closing
    late = above == 0 and not one.first and (is_torn(chain, one.weights) or goes_on_above(chain, one))
    return -one.weights.not_first / 2 if late else one.weights.closing


def goes_on_above(chain: BackPointers, one: MarkFeatures) -> bool:
    """Tell whether a number is the next of those that the decimal before it has begun: 1.1, 1.2, then 2."""
    if chain is None or len(one.value) != 1:
        return False
    before = chain[0]
    return before.scheme.decimal and len(before.value) > 1 and before.value[0] + 1 == one.value[0]


def is_torn(chain: BackPointers, weights: MarkWeights) -> bool:
    """Tell whether a text begins, not far before, with a number that begins no list."""
    for _ in range(weights.look_back):
        if chain is None:
            return False
        mark, _, chain = chain
        if chain is None:
            return not is_first(mark)
    return False


def score_continuation(last: Value, one: MarkFeatures, strength: float, chain: BackPointers) -> float | None:
    """What a mark earns in a list that is open; None if it cannot belong to it."""
    distance = measure_distance(last, one.value)
    if distance == 1:
        second = last[-1] == 1 and last[:-1] == one.value[:-1]  # 1.1, 1.2; not 1.1, 2.1
        return strength + one.weights.next + (one.weights.second if second else 0)
    if distance > 1:
        return strength - penalize_gap(distance, one)
    if distance == 0:
        return (
            strength + (one.weights.article_repeated if one.counts_on else one.weights.repeated)
            if strength >= one.weights.heading
            else None
        )
    return score_backward_step(distance, one, strength, chain)


def score_backward_step(
    distance: int, one: MarkFeatures, strength: float, chain: BackPointers
) -> float | None:
    """What a mark earns whose number is smaller than the last of its list."""
    if one.anew and one.counts_on:
        return strength + one.weights.restarted if strength >= one.weights.heading else None
    if one.anew:
        return strength + one.weights.anew if strength >= 1 else None
    if distance == -1 and one.line and strength + one.weights.backward > 0 and is_value_left_out(one, chain):
        return strength + one.weights.backward
    if one.line and one.level is Level.ARTICLE and strength >= one.weights.sure:
        return strength + one.weights.out_of_order
    return None


def penalize_gap(distance: int, one: MarkFeatures) -> float:
    """What numbers that are left out cost; at a line start no gap is too wide to be printed."""
    cost = one.weights.missing * min(distance - 1, 3)
    return min(cost, one.weights.missing_on_line) if one.line else cost


def is_value_left_out(one: MarkFeatures, chain: BackPointers) -> bool:
    """Tell whether the list has no such number yet: the mark before its last one is smaller."""
    mark, seen = one.mark, 0
    for _ in range(one.weights.look_back):
        if chain is None:
            return False
        earlier, _, chain = chain
        if earlier.family == mark.family:
            seen += 1
            if seen > 1:
                return earlier.value < mark.value
    return False


def not_first(one: MarkFeatures) -> float:
    """What it costs that a list begins with another number than the first."""
    if one.level is Level.DIVISION:
        return one.weights.division_not_first
    return one.weights.article_not_first if one.level is Level.ARTICLE else one.weights.not_first


def names_list_above(value: Value, stack: OpenLists) -> bool:
    """Tell whether a decimal names the number of an open list: 1.1 below 1, also 1.0.1 without a section."""
    above = value[:-1]
    bare = above
    while bare and bare[-1] == 0:
        bare = bare[:-1]
    return any(known in (above, bare) for _, known in stack)


def score_opening(stack: OpenLists, counted: LastValues, one: MarkFeatures, strength: float) -> float:
    """What a mark earns as the first of a new list on top of the stack."""
    worth = strength + one.weights.opened
    above = SCHEMES_BY_NAME[stack[-1][0]] if stack else None
    if counted and (one.counts_on or (above and is_counted_through(above.name, one))):
        last = next((value for name, value in counted if name == one.family), None)
        if last is not None:
            distance = measure_distance(last, one.value)
            if distance == 1:
                return strength + (one.weights.next if one.counts_on else 0)
            if distance > 1 and one.counts_on:
                return strength - penalize_gap(distance, one)
    if one.decimal and not names_list_above(one.value, stack):
        worth += (one.weights.not_first / 2 if stack else 0) if one.line else one.weights.not_first
    if not one.first:
        below = one.decimal and one.line and names_list_above(one.value, stack)
        worth += not_first(one) / 2 if below else not_first(one)
    if above and one.scheme.rank < above.rank:
        outer = one.level is Level.DIVISION or (one.counts_on and above.level is Level.ITEM)
        worth += one.weights.upward * (3 if outer else 1)
    return worth
