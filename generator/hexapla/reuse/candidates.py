"""Which passages may share words: those that have rare shingles in common.

A shingle that few documents have pairs all of them. One that many have is a set phrase, and pairs nobody; but
a formula that stands in three hundred laws consists of nothing else. So long shingles are asked too, and one
of those that many have pairs each of them with the first: as many pairs as passages, and it is the first whom
a family is named after.
"""

from collections.abc import Sequence

import numpy as np

from hexapla.reuse.held_texts import HeldText
from hexapla.reuse.shingles import Bools, Floats, Ints, ShingleIndex, index_shingles, weigh_shingles

MOST_SHARED = 48
"""passages that have a shingle above which it pairs only with the first"""
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
WEIGHT_BITS, WEIGHT_UNIT = 12, 2048
"""of a sorted pair its weight, in units of 1/2048: pairs and weights are sorted as one number, which is
several times as fast as to sort one by the other"""

Pairs = tuple[Ints, Ints]
"""the earlier and the later text of each pair"""


def find_candidates(texts: Sequence[HeldText], index: ShingleIndex) -> tuple[Pairs, Floats]:
    """Find the pairs of texts that are worth measuring.

    Returns:
        The pairs, ascending, and the weight of their common shingles. Texts of one document make no pair.
    """
    codes, weights = count_common(index, index.frequency <= MOST_SHARED, stars=False)
    codes, weights = drop_light_pairs(index, codes, weights, LEAST_WEIGHT)
    longer = index_shingles(texts, times=LONGER)
    stars, star_weights = count_common(longer, longer.frequency > MOST_SHARED, stars=True)
    stars, star_weights = drop_light_pairs(index, stars, star_weights, LEAST_STARS)
    fresh = ~np.isin(stars, codes, assume_unique=True)
    codes = np.concatenate([codes, stars[fresh]])
    weights = np.concatenate([weights, star_weights[fresh]])
    order = np.argsort(codes)
    return split_codes(index, codes[order]), weights[order]


def split_codes(index: ShingleIndex, codes: Ints) -> Pairs:
    """Return the pairs that codes stand for."""
    return codes // len(index.lengths), codes % len(index.lengths)


def drop_light_pairs(index: ShingleIndex, codes: Ints, weights: Floats, least: float) -> tuple[Ints, Floats]:
    """Keep the pairs whose common shingles weigh enough for the length of the shorter passage."""
    a, b = split_codes(index, codes)
    enough = weights > least * np.minimum(index.lengths[a], index.lengths[b])
    return codes[enough], weights[enough]


def count_common(index: ShingleIndex, chosen: Bools, *, stars: bool) -> tuple[Ints, Floats]:
    """Pair the texts that have shingles in common, and weigh these.

    Args:
        index: of all texts.
        chosen: entries of the index to be used.
        stars: pair each text only with the first that has the shingle, and weigh all alike; else pair all
            with all.

    Returns:
        The pairs as earlier · size + later, ascending, and what their common shingles weigh; of those that
        have `FEWEST` in common.
    """
    owner, group = index.owner[chosen].astype(np.int64), index.group[chosen]
    weights = 1 if stars else weigh_shingles(index.frequency[chosen], index.total)
    units = (np.ones(len(group)) * weights * WEIGHT_UNIT).astype(np.int64)
    heads = np.flatnonzero(np.diff(group, prepend=-1))
    sizes = np.diff(np.append(heads, len(group)))
    place = np.arange(len(group)) - np.repeat(heads, sizes)
    parts = 1 + int(np.sum(sizes * (sizes - 1) // 2)) // MOST_PAIRS
    steps = 1 if stars else int(sizes.max(initial=1)) - 1
    found: list[tuple[Ints, Floats]] = []
    for part in range(parts):
        entries: list[Ints] = []
        for step in range(1, steps + 1):
            later = np.flatnonzero(place >= step)
            a, b = owner[later - (place[later] if stars else step)], owner[later]
            wanted = (index.documents[a] != index.documents[b]) & (a % parts == part)
            code = a[wanted] * len(index.lengths) + b[wanted]
            entries.append(code << WEIGHT_BITS | units[later[wanted]])
        found.append(sum_entries(entries))
    codes = np.concatenate([code for code, _ in found])
    order = np.argsort(codes)
    return codes[order], np.concatenate([total for _, total in found])[order]


def sum_entries(entries: Sequence[Ints]) -> tuple[Ints, Floats]:
    """Sum the weights of the same pairs; those that come less than `FEWEST` times are left out."""
    together = np.concatenate(entries) if entries else np.zeros(0, np.int64)
    together.sort()
    codes = together >> WEIGHT_BITS
    heads = np.flatnonzero(np.diff(codes, prepend=-1))
    often = np.diff(np.append(heads, len(codes))) >= FEWEST
    units = together & ((1 << WEIGHT_BITS) - 1)
    totals = np.add.reduceat(units, heads) if len(heads) else units
    return codes[heads[often]], totals[often] / WEIGHT_UNIT
