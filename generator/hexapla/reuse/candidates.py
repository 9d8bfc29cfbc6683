"""Which passages may share words: those that have rare shingles in common.

A shingle that few documents have pairs all of them. One that many have is a set phrase, and pairs nobody; but
a formula that stands in three hundred laws consists of nothing else. So long shingles are asked too, and one
of those that many have pairs each of them with the first: as many pairs as passages, and it is the first whom
a family is named after.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from hexapla.reuse.shingles import Bools, Floats, Ints, Levels, Places, ShingleIndex

LONGER = 3
"""times as long as others are the shingles that pair with the first"""
FEWEST = 2
"""shingles in common below which two passages are not compared; one is chance"""
LEAST_WEIGHT = 0.02
"""weight of common shingles per character of the shorter passage below which they are not compared; a copy in
which four of ten characters were replaced has .1"""
LEAST_STARS = 0.25
"""common long shingles per character of the shorter passage, of those that many have: a third of it in one
piece, or more in several"""
MOST_PAIRS = 1 << 24
"""pairs of entries that are counted at a time; bounds the memory"""
WEIGHT_BITS = 6
"""of a sorted pair what a shingle weighs: pairs and weights are sorted as one number, which is several times
as fast as to sort one by the other"""

Pairs = tuple[Ints, Ints]
"""the earlier and the later text of each pair"""


def find_candidates(
    index: ShingleIndex, longer: ShingleIndex, wanted: Bools | None = None
) -> tuple[Pairs, Floats]:
    """Find the pairs of texts that are worth measuring.

    Args:
        index: of the texts.
        longer: of the same texts, of shingles that are `LONGER` times as long.
        wanted: per text whether its pairs are wanted; None: those of all.

    Returns:
        The pairs, ascending, and the weight of their common shingles. Texts of one document make no pair.
    """
    codes, weights = count_common(index, wanted, stars=False)
    codes, weights = drop_light_pairs(index, codes, weights, LEAST_WEIGHT)
    stars, star_weights = count_common(longer, wanted, stars=True)
    stars, star_weights = drop_light_pairs(index, stars, star_weights, LEAST_STARS)
    fresh = ~np.isin(stars, codes, assume_unique=True)
    codes = np.concatenate([codes, stars[fresh]])
    weights = np.concatenate([weights, star_weights[fresh]])
    order = np.argsort(codes)
    return split_codes(index, codes[order]), weights[order]


def split_codes(index: ShingleIndex, codes: Ints) -> Pairs:
    """Return the pairs that codes stand for."""
    return codes // len(index.layout.lengths), codes % len(index.layout.lengths)


def drop_light_pairs(index: ShingleIndex, codes: Ints, weights: Floats, least: float) -> tuple[Ints, Floats]:
    """Keep the pairs whose common shingles weigh enough for the length of the shorter passage."""
    a, b = split_codes(index, codes)
    enough = weights > least * np.minimum(index.layout.lengths[a], index.layout.lengths[b])
    return codes[enough], weights[enough]


def count_common(index: ShingleIndex, wanted: Bools | None, *, stars: bool) -> tuple[Ints, Floats]:
    """Pair the texts that have shingles in common, and weigh these.

    Args:
        index: of all texts.
        wanted: per text whether its pairs are wanted; None: those of all.
        stars: pair each text only with the first that has the shingle, and weigh all alike; else pair all
            with all.

    Returns:
        The pairs as earlier · size + later, ascending, and what their common shingles weigh; of those that
        have `FEWEST` in common.
    """
    owner, group, weight = choose_entries(index, wanted, stars=stars)
    heads = np.flatnonzero(np.diff(group, prepend=-1))
    sizes = np.diff(np.append(heads, len(group)))
    chosen = None if wanted is None else wanted[owner]
    parts = 1 + int(np.sum(sizes * (sizes - 1) // 2)) // MOST_PAIRS
    found: list[tuple[Ints, Floats]] = []
    for part in range(parts):
        entries: list[Ints] = []
        for before, later in pair_with_first(heads, sizes) if stars else pair_all(heads, sizes, chosen):
            a, b = owner[before], owner[later]
            kept = (a % parts == part) & (index.layout.documents[a] != index.layout.documents[b])
            if chosen is not None:
                kept &= chosen[before] | chosen[later]
            code = a[kept].astype(np.int64) * len(index.layout.lengths) + b[kept]
            entries.append(code << WEIGHT_BITS | weight[later[kept]])
        found.append(sum_entries(entries))
    codes = np.concatenate([code for code, _ in found])
    order = np.argsort(codes)
    totals = np.concatenate([total for _, total in found])[order]
    return codes[order], totals if stars else totals / index.top


def pair_with_first(heads: Ints, sizes: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Yield the first entry of each group with each other one.

    Args:
        heads: where each group begins.
        sizes: entries of each.
    """
    first = np.repeat(heads, sizes)
    later = np.flatnonzero(np.arange(len(first)) > first)
    yield first[later], later


def pair_all(heads: Ints, sizes: Ints, chosen: Bools | None) -> Iterator[tuple[Ints, Ints]]:
    """Yield all pairs of entries of a group, the earlier first.

    Args:
        heads: where each group begins.
        sizes: entries of each.
        chosen: per entry whether its pairs are wanted; None: those of all.
    """
    first = np.repeat(heads, sizes)
    if chosen is None:
        later = np.arange(len(first))
        for step in range(1, int(sizes.max(initial=1))):
            later = later[later - first[later] >= step]
            yield later - step, later
        return
    size = np.repeat(sizes, sizes)
    own = np.flatnonzero(chosen)
    pieces = np.cumsum(size[own]) // MOST_PAIRS
    for one in np.split(own, np.flatnonzero(np.diff(pieces)) + 1):
        ends = np.cumsum(size[one])
        each = np.repeat(one, size[one])
        other = np.arange(len(each)) + np.repeat(first[one] - (ends - size[one]), size[one])
        kept = (other != each) & (~chosen[other] | (other > each))
        yield np.minimum(each, other)[kept], np.maximum(each, other)[kept]


def choose_entries(
    index: ShingleIndex, wanted: Bools | None, *, stars: bool
) -> tuple[Places, Places, Levels]:
    """Return text, shingle and weight of the entries of shingles that any wanted text has."""
    weight = np.ones(len(index.level), np.uint8) if stars else (index.top - index.level).astype(np.uint8)
    if wanted is None:
        return index.owner, index.group, weight
    asked = np.zeros(int(index.group.max(initial=0)) + 1, np.bool_)
    asked[index.group[wanted[index.owner]]] = True
    chosen = asked[index.group]
    return index.owner[chosen], index.group[chosen], weight[chosen]


def sum_entries(entries: Sequence[Ints]) -> tuple[Ints, Floats]:
    """Sum the weights of the same pairs; those that come less than `FEWEST` times are left out."""
    together = np.concatenate(entries) if entries else np.zeros(0, np.int64)
    together.sort()
    codes = together >> WEIGHT_BITS
    together &= (1 << WEIGHT_BITS) - 1
    heads = np.flatnonzero(np.diff(codes, prepend=-1))
    often = np.diff(np.append(heads, len(codes))) >= FEWEST
    totals = np.add.reduceat(together, heads) if len(heads) else together
    return codes[heads[often]], totals[often].astype(np.float64)
