"""Which rows and columns of two tables belong together, in the order in which they stand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hexapla.sequences import heaviest_increasing

LEAST_LIKENESS = 0.4
"""of two rows that are one row changed"""
NAME_WEIGHT = 2.0
"""of the first cell of a row, which names it, against one of any other"""
MOST_PAIRS = 10_000
"""of rows that are weighed against each other; in longer tables rows are known by their names alone"""
LONGEST_CELL = 400
"""characters of a cell by which it is weighed"""


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row of a table in a text."""

    start: int
    end: int
    cells: Mapping[int, tuple[int, int]]
    """column → where its text stands; ascending, without those that are empty"""
    texts: Mapping[int, str]
    """column → that text"""
    name: tuple[int, int] = (0, 0)
    """table and row, as `ClauseCell` counts them"""


def pair_columns(base: Sequence[TextRow], target: Sequence[TextRow]) -> dict[int, int]:
    """Return which column of the base is which of the target: all in order, where there are as many.

    >>> rows = [
    ...     [TextRow(0, 0, {}, dict(enumerate(words.split(), 1)))] for words in ("boat fee", "boat pier fee")
    ... ]
    >>> pair_columns(*rows)
    {1: 1, 2: 3}
    """
    columns = [sorted({column for row in side for column in row.texts}) for side in (base, target)]
    if len(columns[0]) == len(columns[1]):
        return dict(zip(*columns, strict=True))
    words = [
        {column: Counter(row.texts[column] for row in side if column in row.texts) for column in own}
        for side, own in zip((base, target), columns, strict=True)
    ]
    pairs = [
        (one, other, float(shared))
        for one in columns[0]
        for other in reversed(columns[1])
        if (shared := (words[0][one] & words[1][other]).total())
    ]
    return {pairs[at][0]: pairs[at][1] for at in heaviest_increasing(pairs)}


def pair_rows(
    base: Sequence[TextRow], target: Sequence[TextRow], columns: Mapping[int, int]
) -> list[tuple[int, int]]:
    """Return the rows that belong together, as pairs of their places, in order."""
    head = count_equal(base, target)
    tail = count_equal(base[head:][::-1], target[head:][::-1])
    inner = base[head : len(base) - tail], target[head : len(target) - tail]
    if len(inner[0]) * len(inner[1]) <= MOST_PAIRS:
        weighed = [
            (at, to, likeness)
            for at, one in enumerate(inner[0])
            for to, other in reversed(tuple(enumerate(inner[1])))
            if (likeness := measure_row_likeness(one, other, columns)) >= LEAST_LIKENESS
        ]
    else:
        weighed = pair_by_names(*inner)
    middle = [(head + weighed[at][0], head + weighed[at][1]) for at in heaviest_increasing(weighed)]
    ends = zip(range(len(base) - tail, len(base)), range(len(target) - tail, len(target)), strict=True)
    return [*((at, at) for at in range(head)), *middle, *ends]


def count_equal(base: Sequence[TextRow], target: Sequence[TextRow]) -> int:
    """Return with how many equal rows two tables begin."""
    pairs = zip(base, target, strict=False)
    return next(
        (at for at, (one, other) in enumerate(pairs) if one.texts != other.texts),
        min(len(base), len(target)),
    )


def pair_by_names(base: Sequence[TextRow], target: Sequence[TextRow]) -> list[tuple[int, int, float]]:
    """Return the rows whose first cells are the same and stand once on either side."""
    places: list[dict[str, int]] = []
    for side in (base, target):
        seen: dict[str, int] = {}
        for at, row in enumerate(side):
            name = next(iter(row.texts.values()), "")
            seen[name] = -1 if name in seen else at
        places.append(seen)
    return sorted(
        (at, places[1][name], 1.0)
        for name, at in places[0].items()
        if at >= 0 and places[1].get(name, -1) >= 0
    )


def measure_row_likeness(one: TextRow, other: TextRow, columns: Mapping[int, int]) -> float:
    """Return how alike two rows are, 0 to 1: the first cell, which names the row, counts twice."""
    got = most = 0.0
    weight = NAME_WEIGHT
    for left, right in columns.items():
        texts = one.texts.get(left, ""), other.texts.get(right, "")
        if any(texts):
            got += weight * measure_cell_likeness(*texts)
            most += weight
            weight = 1.0
    return got / most if most else 0.0


def measure_cell_likeness(one: str, other: str) -> float:
    """Return how alike two cells are; figures are the same or they are not."""
    if one == other:
        return 1.0
    if not any(map(str.isalpha, one)) or not any(map(str.isalpha, other)):
        return 0.0
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - few texts have tables

    return float(Indel.normalized_similarity(one[:LONGEST_CELL], other[:LONGEST_CELL]))
