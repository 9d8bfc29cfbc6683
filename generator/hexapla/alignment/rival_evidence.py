"""Weigh pairs of units by what their rivals leave them: units that explain what the two say already.

Evidence counts once. News are the n-grams of a pair that no rival holds. A pair wins the sentences of which
it shares more than any rival does. Both are asked of thousands of pairs, so all are weighed together: an
entry is an n-gram of one pair, known by a single number, and sets of entries are sorted arrays of these.
"""

from collections.abc import Callable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.arrays import Bools, Floats, Ints, Pairs, sort_distinct
from hexapla.alignment.sparse_tables import Counts
from hexapla.alignment.tfidf import TfIdfSimilarity, find_batch_bounds

SPARSE = 4
"""places of a table for each entry that is looked up there"""
Rivals = Sequence[Sequence[int]]
"""per pair the units that are its rivals"""


class SharedEntries(NamedTuple):
    """The n-grams that both units of each pair hold, shape (entries,), by pair and n-gram ascending."""

    pair: Ints
    entry: Ints
    worth: Floats
    """product of the weights of the n-gram in both units"""


class HeldSentences(NamedTuple):
    """The sentences of units, and how much of each another unit holds."""

    owner: Ints
    """which of the units asked for, shape (sentences,)"""
    mass: Floats
    """idf mass of the n-grams that the other unit holds too, same shape"""
    sentence: Ints
    """per n-gram of a sentence the position of that sentence, shape (n-grams,)"""
    entry: Ints
    """per n-gram of a sentence its entry, same shape"""


def soften_news(evidence: TfIdfSimilarity, pairs: Pairs, rivals: Rivals) -> Floats:
    """Return what `softened` returns of each pair, but for the n-grams that its rivals hold, shape (pairs,).

    Args:
        evidence: weighted n-grams of the units.
        pairs: positions in the evidence.
        rivals: per pair the units that explain something of it.
    """

    def weigh(chosen: slice) -> Floats:
        left, right = pairs[0][chosen], pairs[1][chosen]
        shared = find_shared_entries(evidence, left, right)
        pair, rival = flatten_rivals(rivals[chosen])
        held, _, _ = list_entries(evidence.present, rival, pair)
        return sum_softened(evidence, (left, right), shared, ~are_among(shared.entry, np.sort(held)))

    return weigh_in_batches(evidence, pairs, (rivals,), weigh)


def soften_won(evidence: TfIdfSimilarity, pairs: Pairs, rivals: tuple[Rivals, Rivals]) -> Floats:
    """Return what `softened` returns of each pair, but by the n-grams of sentences alone that it wins twice.

    Such an n-gram stands in a sentence of either unit of which the other holds more than any rival.

    Args:
        evidence: weighted n-grams of the units.
        pairs: positions in the evidence.
        rivals: per pair the units that compete for the sentences of its left unit, and of its right one.
    """

    def weigh(chosen: slice) -> Floats:
        ends = left, right = pairs[0][chosen], pairs[1][chosen]
        shared = find_shared_entries(evidence, left, right)
        won = np.ones(len(shared.entry), bool)
        for unit, other, several in zip(ends, ends[::-1], rivals, strict=True):
            won &= are_among(shared.entry, find_won_entries(evidence, unit, other, several[chosen]))
        return sum_softened(evidence, ends, shared, won)

    return weigh_in_batches(evidence, pairs, rivals, weigh)


def cover_units(
    evidence: TfIdfSimilarity, pairs: Pairs, partners: tuple[Rivals, Rivals]
) -> tuple[Floats, Floats]:
    """Return the share and the idf mass of the first unit of each pair that the second newly explains.

    It is counted by sentence: one counts if most of it stands in the second unit and in none of that unit's
    partners, and then by as much more than the first unit's own partners hold.

    Args:
        evidence: weighted n-grams of the units.
        pairs: positions in the evidence.
        partners: per pair the partners of the first unit, and of the second.
    """

    def weigh(chosen: slice) -> Floats:
        unit, other = pairs[0][chosen], pairs[1][chosen]
        (own, mine), (owned, yours) = (flatten_rivals(several[chosen]) for several in partners)
        table = evidence.sentences
        owner, row = spread(evidence.first[unit], evidence.first[unit + 1])
        entry, at, sentence = list_entries(table, row, owner)
        known, theirs, partnered = (
            are_among(entry, np.sort(list_entries(evidence.present, units, pair)[0]))
            for units, pair in ((mine, own), (other, np.arange(len(other))), (yours, owned))
        )
        weight = evidence.idf[table.indices[at]]
        total, found, explained = (
            np.bincount(sentence, held, len(row))
            for held in (weight, weight * (theirs & ~partnered), weight * known)
        )
        counted = found >= evidence.weights.sentence_found * total
        new = np.where(counted, np.maximum(0, found - explained), 0.0)
        mass, whole = (np.bincount(owner, each, len(unit)) for each in (new, total))
        return np.stack([mass / np.maximum(whole, 1e-9), mass], axis=1)

    share, mass = weigh_in_batches(evidence, pairs, partners, weigh).reshape(-1, 2).T
    return share, mass


def weigh_in_batches(
    evidence: TfIdfSimilarity, pairs: Pairs, rivals: Sequence[Rivals], weigh: Callable[[slice], Floats]
) -> Floats:
    """Apply `weigh` to consecutive slices of the pairs, and join the results: bounds the memory of a step."""
    if not len(pairs[0]):
        return np.zeros(0)
    size = np.diff(evidence.present.indptr).astype(np.int64)
    own = size[pairs[0]] + size[pairs[1]]
    cells = own.copy()
    for several in rivals:
        pair, rival = flatten_rivals(several)
        cells += np.bincount(pair, size[rival] + own[pair], len(own)).astype(np.int64)
    bounds = [0, *find_batch_bounds(cells).tolist(), len(own)]
    return np.concatenate([weigh(slice(*ends)) for ends in pairwise(bounds)])


def flatten_rivals(rivals: Rivals) -> Pairs:
    """Return per rival the position of its pair, and the rival."""
    count = [len(several) for several in rivals]
    unit = np.fromiter(chain.from_iterable(rivals), np.int64, sum(count))
    return np.repeat(np.arange(len(count)), count), unit


def spread(begin: NDArray[np.integer], end: NDArray[np.integer]) -> Pairs:
    """Return the positions of several ranges one after another: which range, and the position."""
    width = (end - begin).astype(np.int64)
    owner = np.repeat(np.arange(len(width)), width)
    return owner, np.arange(len(owner)) + np.repeat(begin - (np.cumsum(width) - width), width)


def list_entries(table: Counts, rows: Ints, pair: Ints) -> tuple[Ints, Ints, Ints]:
    """List the n-grams of rows of a table.

    Args:
        table: row x n-gram.
        rows: rows of the table.
        pair: to which pair each of them belongs.

    Returns:
        Per n-gram its entry, its position in the table, and which of the rows it stands in.
    """
    owner, at = spread(table.indptr[rows], table.indptr[rows + 1])
    return pair[owner] * table.shape[1] + table.indices[at], at, owner


def find_shared_entries(evidence: TfIdfSimilarity, left: Ints, right: Ints) -> SharedEntries:
    """Find the n-grams that both units of each pair hold."""
    table, every = evidence.cosine, np.arange(len(left))
    (mine, at, pair), (yours, there, _) = (list_entries(table, unit, every) for unit in (left, right))
    both = are_among(mine, yours)
    other = there[np.searchsorted(yours, mine[both])]
    worth = table.data[at[both]].astype(np.float64) * table.data[other]
    return SharedEntries(pair[both], mine[both], worth)


def sum_softened(evidence: TfIdfSimilarity, pairs: Pairs, shared: SharedEntries, chosen: Bools) -> Floats:
    """Return what `softened` returns of each pair, by the chosen ones of its shared n-grams."""
    total = np.bincount(shared.pair[chosen], shared.worth[chosen], len(pairs[0]))
    value: Floats = total * evidence.softening(*pairs)
    return value


def find_won_entries(evidence: TfIdfSimilarity, unit: Ints, other: Ints, rivals: Rivals) -> Ints:
    """Find the n-grams of the sentences of each unit of which `other` holds more than any of its rivals."""
    held = hold_sentences(evidence, unit, other)
    pair, rival = flatten_rivals(rivals)
    width = np.diff(evidence.first)
    asked, which = np.unique(unit[pair] * len(width) + rival, return_inverse=True)  # one unit has many pairs
    asker = asked // len(width)
    theirs = hold_sentences(evidence, asker, asked % len(width))
    first, source = (np.cumsum(width[each]) - width[each] for each in (unit, asker))
    _, place = spread(first[pair], first[pair] + width[unit[pair]])
    _, mass = spread(source[which], source[which] + width[unit[pair]])
    most = np.zeros(len(held.mass))
    np.maximum.at(most, place, theirs.mass[mass])
    return sort_distinct(held.entry[(held.mass > most)[held.sentence]])


def hold_sentences(evidence: TfIdfSimilarity, unit: Ints, other: Ints) -> HeldSentences:
    """Return per sentence of each unit how much of it the other unit of the same position holds."""
    table, every = evidence.sentences, np.arange(len(unit))
    owner, row = spread(evidence.first[unit], evidence.first[unit + 1])
    entry, at, sentence = list_entries(table, row, owner)
    theirs, _, _ = list_entries(evidence.present, other, every)
    known = evidence.idf[table.indices[at]] * are_among(entry, theirs)
    mass = np.asarray(np.bincount(sentence, known, len(row)), np.float64)
    return HeldSentences(owner, mass, sentence, entry)


def are_among(values: Ints, known: Ints) -> Bools:
    """Return per value whether it is among the known ones, which ascend.

    Most are not. A table of the last bits of the known ones tells most of these at one look; for the others
    it is searched.
    """
    found = np.zeros(len(values), bool)
    if not len(known):
        return found
    bits = (1 << (SPARSE * len(known)).bit_length()) - 1
    there = np.zeros(bits + 1, bool)
    there[known & bits] = True
    perhaps = np.flatnonzero(there[values & bits])
    asked = values[perhaps]
    found[perhaps] = known[np.minimum(np.searchsorted(known, asked), len(known) - 1)] == asked
    return found
