"""How far the number of a clause is from another one, and which numbers begin a list."""

from hexapla.languages.schemes import Level
from hexapla.segmentation.mark_numbers import Value
from hexapla.segmentation.marks import Mark

TENS = 10
"""by which sections of codes count, to leave room: § 7.04.010, § 7.04.020"""


HUNDRED = 100
"""from here on a number names book, title and chapter, digit by digit: after L100-3 comes L110-1"""


def is_first_of_chapter(number: int) -> bool:
    """Tell whether the last part of a code is a first one: 1, and 101, 201 in codes that count so."""
    return number % HUNDRED == 1


def is_in_tens(value: Value) -> bool:
    """Tell whether the last part of a code counts by tens."""
    return len(value) > 2 and value[-1] % TENS == 0 and value[-1] > 0  # noqa: PLR2004 - 7.04.010


def measure_distance(before: Value, after: Value) -> int:
    """Return how far a number is from its successor: 1 next, 2 one left out, 0 the same, negative backward.

    `(4,)` → `(4, 1)` → `(4, 2)` → `(5,)` is 第四条, 之一, 之二, 第五条 (inserted 제2조의2 begin with 2); `(1,
    3)` → `(2, 1)` a verse of the next chapter.
    """
    if len(before) == len(after) == 1:
        return after[0] - before[0]
    if is_in_tens(before) and is_in_tens(after) and after[:-1] == before[:-1]:
        return (after[-1] - before[-1]) // TENS
    if after[:-1] == before:
        return max(1, after[-1] - 1)
    if after[: len(before)] == before and set(after[len(before) :]) == {1}:
        return 1  # the first below the first that came in: 305 AA behind 305
    for k, (a, b) in enumerate(zip(before, after, strict=False)):
        if a == b:
            continue
        return measure_step(a, b, after[k + 1 :])
    return len(after) - len(before)


def measure_step(before: int, after: int, rest: Value) -> int:
    """Return how far the first part that differs is from its successor, given the parts behind it."""
    if after < before or not rest:
        return after - before
    if all(is_first_of_chapter(number) for number in rest):
        return 1 if before >= HUNDRED else after - before
    return after - before + sum(rest) - len(rest) + 1


def is_first(mark: Mark) -> bool:
    """Tell whether a list may begin with this number; 2A and 第二条之一 begin none."""
    if len(mark.value) > 1 and mark.scheme.level is not Level.ARTICLE and not mark.scheme.decimal:
        return False
    by_tens = is_in_tens(mark.value) and mark.value[-1] == TENS
    by_hundreds = len(mark.value) > 1 and is_first_of_chapter(mark.value[-1])
    return mark.value[-1] in mark.scheme.first or mark.value == (0,) or by_tens or by_hundreds
