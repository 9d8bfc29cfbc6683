"""TF-IDF similarity of units, and the candidate pairs that share rare n-grams.

Likeness is the larger of the cosine and the mean of cosine and containment. Containment is the shared idf
mass as a share of the smaller unit, averaged, where it is worth the time, with the share of a unit in
sentences that match a single sentence of the other: a moved sentence is evidence even if the rest of the
units differs. Containment is scaled down for very short units.

Candidate pairs are found by a sparse matrix product.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.arrays import Floats, Ints, Pairs, sort_distinct
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.ngrams import UnitNgrams
from hexapla.alignment.sparse_tables import Counts, is_small, make_table

PAIRS_AT_ONCE = 1 << 14
CELLS_AT_ONCE = 1 << 20
"""both bound the memory of a step, and do not affect the result"""
ROWS_AT_ONCE = 1024
"""rows multiplied at a time: bounds the memory of the product, does not affect the result"""
ROUGH = 1 - 1e-5
"""share of a bound in single precision that is surely below the bound"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TfIdfSimilarity:
    """The weighted n-grams of two sets of units; positions count the first set, then the second."""

    weights: LinkWeights
    first_size: int
    sentences: Counts
    """sentence x n-gram, each 1"""
    first: Ints
    """per unit the row of its first sentence, and the number of rows; shape (units + 1,)"""
    present: Counts
    """unit x n-gram, each 1"""
    idf: NDArray[np.float32]
    cosine: Counts
    """unit x n-gram, rows of length 1"""
    length: Floats
    """per unit the length of its row before it was divided by it"""
    mass: Floats
    """per unit the sum of the idf of its distinct n-grams"""
    sentence_mass: Floats

    def shared(self, left: Ints, right: Ints) -> Floats:
        """Return the idf mass of the n-grams that the units of each pair share, shape (pairs,)."""
        return apply_in_batches(left, right, self._shared_of)

    def likeness(self, left: Ints, right: Ints) -> Floats:
        """Return the likeness of each pair, 0 to 1, shape (pairs,)."""
        return apply_in_batches(left, right, self._likeness_of)

    def softened(self, left: Ints, right: Ints, share: float | None = None) -> Floats:
        """Return the cosine of each pair, divided by less than the lengths of its units, shape (pairs,).

        So a part of a long unit is not outweighed by a short unit that has little in common with anything.
        `share` is the share of the lengths, as `length_share` if it is not given; 1 is the cosine.
        """
        cosine = np.asarray(self.cosine[left].multiply(self.cosine[right]).sum(axis=1), np.float64).ravel()
        return cosine * self.softening(left, right, share)

    def softening(self, left: Ints, right: Ints, share: float | None = None) -> Floats:
        """Return by what `softened` multiplies the cosine of each pair, shape (pairs,)."""
        share = self.weights.length_share if share is None else share
        value: Floats = (self.length[left] * self.length[right]) ** (1 - share)
        return value

    def _shared_of(self, left: Ints, right: Ints) -> Floats:
        both = self.present[left].multiply(self.present[right]).tocsr()
        return np.asarray(both @ self.idf, np.float64)

    def _likeness_of(self, left: Ints, right: Ints) -> Floats:
        both = self.cosine[left].multiply(self.cosine[right]).tocsr()
        cosine = np.asarray(both.sum(axis=1), np.float64).ravel()
        both.data = np.ones_like(both.data)  # where both have an n-gram, `present` has one too
        smaller = np.minimum(self.mass[left], self.mass[right])
        contained = np.asarray(both @ self.idf, np.float64) / np.maximum(smaller, 1e-9) * self._trust(smaller)
        width = np.diff(self.first)
        small = width[left] * width[right] <= self.weights.most_sentence_pairs
        near = np.flatnonzero(
            (cosine < self.weights.cosine_enough) & (contained > self.weights.containment_from) & small
        )
        for part in np.split(near, find_batch_bounds(width[left[near]] * width[right[near]])):
            contained[part] = (contained[part] + self._coverage(left[part], right[part])) / 2
        return np.maximum(cosine, (cosine + contained) / 2)

    def _coverage(self, left: Ints, right: Ints) -> Floats:
        """Return per pair the share of a unit's mass in sentences that match one sentence of the other unit.

        Of the two units the larger share counts.
        """
        begin, begin_other = self.first[left], self.first[right]
        width, width_other = self.first[left + 1] - begin, self.first[right + 1] - begin_other
        cells = width * width_other
        pair = np.repeat(np.arange(len(left)), cells)
        place = np.arange(len(pair)) - np.repeat(np.cumsum(cells) - cells, cells)
        mine = begin[pair] + place // width_other[pair]
        yours = begin_other[pair] + place % width_other[pair]
        common = apply_in_batches(mine, yours, self._common, 4 * PAIRS_AT_ONCE)
        found = [self._found(pair, side, common, unit) for side, unit in ((mine, left), (yours, right))]
        return np.maximum(*found)

    def _common(self, mine: Ints, yours: Ints) -> Floats:
        both = self.sentences[mine].multiply(self.sentences[yours]).tocsr()
        return np.asarray(both @ self.idf, np.float64)

    def _found(self, pair: Ints, sentence: Ints, common: Floats, unit: Ints) -> Floats:
        good = common >= self.weights.sentence_found * self.sentence_mass[sentence]
        worth = np.where(good, common, 0.0)
        slot = pair * len(self.sentence_mass) + sentence
        order = np.lexsort((-worth, slot))
        best = order[np.concatenate([[True], slot[order][1:] != slot[order][:-1]])] if len(order) else order
        total = np.bincount(pair[best], worth[best], len(unit))
        return total / np.maximum(self.mass[unit], 1e-9) * self._trust(self.mass[unit])

    def _trust(self, mass: Floats) -> Floats:
        return np.minimum(1.0, mass / self.weights.full_mass)


def weight_ngrams(grams: UnitNgrams, chosen: Ints, first_size: int, weights: LinkWeights) -> TfIdfSimilarity:
    """Weight the n-grams of the chosen units; the first `first_size` of them are the left side.

    The idf is computed over these units only, so that n-grams that most of them contain have little weight.
    """
    width = grams.first[chosen + 1] - grams.first[chosen]
    first = np.concatenate([[0], np.cumsum(width)]).astype(np.int64)
    rows = np.arange(first[-1]) + np.repeat(grams.first[chosen] - first[:-1], width)
    every = len(rows) == grams.sentences.shape[0] and bool((rows == np.arange(len(rows))).all())
    sentences = grams.sentences if every else grams.sentences[rows]
    ones = np.ones(len(rows), np.float32)
    shape = len(chosen), len(rows)
    owner = make_table(ones, np.arange(len(rows)), first, shape, small=is_small(sentences))
    counts = (owner @ sentences).tocsr()
    counts.sort_indices()
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = inverse_frequency(frequency, max(len(chosen), weights.fewest_units), weights)
    cosine = replace_entries(counts, (1 + np.log(counts.data)) * idf[counts.indices])
    length = np.sqrt(np.asarray(cosine.multiply(cosine).sum(axis=1), np.float64).ravel())
    cosine.data /= np.repeat(np.maximum(length, 1e-9), np.diff(cosine.indptr)).astype(np.float32)
    present, apart = (replace_entries(each, np.ones_like(each.data)) for each in (counts, sentences))
    return TfIdfSimilarity(
        weights=weights,
        first_size=first_size,
        sentences=apart,
        first=first,
        present=present,
        idf=idf,
        cosine=cosine,
        length=length,
        mass=np.asarray(present @ idf, np.float64),
        sentence_mass=np.asarray(apart @ idf, np.float64),
    )


def inverse_frequency(frequency: Ints, size: int, weights: LinkWeights) -> NDArray[np.float32]:
    """Return the inverse document frequency of each n-gram, at least `idf_floor`.

    Args:
        frequency: per n-gram the number of units that contain it, shape (n-grams,).
        size: number of units.
        weights: of which `idf_floor` is used.
    """
    idf: Floats = np.log((size + 1) / (frequency + 0.5)).clip(weights.idf_floor)
    return idf.astype(np.float32)


def replace_entries(counts: Counts, entries: NDArray[np.float32]) -> Counts:
    """Return a matrix with other stored entries at the same places; the two share where these are."""
    return make_table(entries, counts.indices, counts.indptr, counts.shape, small=is_small(counts))


def find_batch_bounds(cells: Ints) -> Ints:
    """Return where to split a sequence so that each batch has about `CELLS_AT_ONCE` cells.

    Args:
        cells: number of cells per item, shape (items,).
    """
    return np.flatnonzero(np.diff(np.cumsum(cells) // CELLS_AT_ONCE)) + 1


def apply_in_batches(
    left: Ints, right: Ints, function: Callable[[Ints, Ints], Floats], at_once: int = PAIRS_AT_ONCE
) -> Floats:
    """Apply a function of pairs to consecutive batches, and join the results.

    Args:
        left: per pair its left position, shape (pairs,).
        right: per pair its right position, shape (pairs,).
        function: returns one value per pair.
        at_once: pairs per batch.

    Returns:
        One value per pair, shape (pairs,).
    """
    parts = [
        function(left[start : start + at_once], right[start : start + at_once])
        for start in range(0, len(left), at_once)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def find_candidate_pairs(evidence: TfIdfSimilarity) -> Pairs:
    """Find candidate pairs of units, by position in the evidence, sorted, each once.

    N-grams that occur in more units than about the square root of their number are left out: they
    discriminate little, and without them the cost of the product stays near linear.
    """
    size, weights = evidence.first_size, evidence.weights
    left, right = evidence.cosine[:size], evidence.cosine[size:]
    most = max(weights.common_units, int(weights.common_slope * np.sqrt(max(left.shape[0], right.shape[0]))))
    width = left.shape[1]
    often = np.bincount(left.indices, minlength=width), np.bincount(right.indices, minlength=width)
    rare = np.flatnonzero((often[0] > 0) & (often[1] > 0) & (often[0] <= most) & (often[1] <= most))
    left, right = left[:, rare], right[:, rare]
    mass = np.sqrt(evidence.mass)
    there = find_nearest_units(left, right, mass[size:], weights)
    back = find_nearest_units(right, left, mass[:size], weights)
    total = evidence.cosine.shape[0]
    code = sort_distinct(
        np.concatenate([there[0] * total + there[1] + size, back[1] * total + back[0] + size])
    )
    return code // total, code % total


def find_nearest_units(rows: Counts, others: Counts, mass: Floats, weights: LinkWeights) -> Pairs:
    """Find for each row the best other units, by cosine and by cosine times the root of the unit's mass.

    Args:
        rows: unit x n-gram, rows of length 1.
        others: unit x n-gram of the other side, same columns.
        mass: square root of the idf mass of each unit of `others`, shape (others,).
        weights: how many units to keep, and from which share of the best one.

    Returns:
        Positions in `rows` and in `others`, one entry per pair; a pair can occur twice.
    """
    turned = others.T.tocsr()
    found: list[Pairs] = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for start in range(0, rows.shape[0], ROWS_AT_ONCE):
        product = (rows[start : start + ROWS_AT_ONCE] @ turned).tocsr()
        if not product.nnz:
            continue
        for factor, most in ((None, weights.nearest_by_cosine), (mass, weights.nearest_by_mass)):
            row, at = select_best_entries(product, factor, most, weights.near_best)
            found.append((row + start, product.indices[at].astype(np.int64)))
    return np.concatenate([row for row, _ in found]), np.concatenate([column for _, column in found])


def select_best_entries(product: Counts, factor: Floats | None, most: int, near: float) -> Pairs:
    """Select the best entries of each row of a sparse matrix.

    Args:
        product: the matrix.
        factor: per column by what its entries are multiplied before they are ranked; None: by nothing.
        most: entries kept per row.
        near: least share of the best value of the row.

    Returns:
        Per selected entry its row, and its position among the stored entries.
    """
    width = np.diff(product.indptr)
    filled = np.flatnonzero(width)
    if not len(filled):
        return filled, filled
    # Single precision, half the work, leaves out nearly all; what it leaves is weighed exactly.
    rough = product.data if factor is None else product.data * factor.astype(np.float32)[product.indices]
    parts = product.indptr[filled, None] + width[filled, None] * np.arange(most) // most
    tops = np.maximum.reduceat(rough, parts.ravel()).reshape(parts.shape)
    last = np.where(width[filled] >= most, tops.min(axis=1), 0.0)  # as many entries are as good
    least = ROUGH * np.maximum(near * tops.max(axis=1), last)
    good = np.flatnonzero(rough >= np.repeat(least.astype(np.float32), width[filled]))
    row = np.searchsorted(product.indptr, good, side="right") - 1
    worth = product.data[good].astype(np.float64)
    if factor is not None:
        worth *= factor[product.indices[good]]
    heads = np.flatnonzero(np.diff(row, prepend=-1))
    top = np.maximum.reduceat(worth, heads)
    exact = worth >= np.repeat(near * top, np.diff(heads, append=len(row)))
    good, row, worth = good[exact], row[exact], worth[exact]
    best = find_best_of_rows(row, product.indices[good].astype(np.int64), worth, most)
    return row[best], good[best]


def find_best_of_rows(row: Ints, column: Ints, worth: Floats, most: int) -> Ints:
    """Find the best entries of each row, row by row, the best first; of equals the first columns.

    Rows have dozens of entries, of which a few are kept: to take the best of all rows some times over costs a
    fraction of sorting all.

    Args:
        row: row of each entry, ascending, shape (entries,).
        column: its column, same shape.
        worth: by which entries are ranked, same shape.
        most: entries kept per row.

    Returns:
        positions of the entries that are kept.

    >>> find_best_of_rows(np.array([0, 0, 0, 1]), np.arange(4), np.array([0.1, 0.3, 0.2, 0.1]), 2).tolist()
    [1, 2, 3]
    """
    found = [row[:0]]
    left = np.arange(len(row))
    room = np.full(int(row[-1]) + 1 if len(row) else 0, most)
    while len(left):
        held = worth[left]
        heads = np.flatnonzero(np.diff(row[left], prepend=-1))
        top = np.maximum.reduceat(held, heads)
        equal = held == np.repeat(top, np.diff(heads, append=len(left)))
        best = left[equal]
        best = best[np.lexsort((column[best], row[best]))]
        owner = row[best]
        best = best[np.arange(len(best)) - np.searchsorted(owner, owner) < room[owner]]
        found.append(best)
        room -= np.bincount(row[best], minlength=len(room))
        left = left[~equal]
        left = left[room[row[left]] > 0]
    best = np.concatenate(found)
    return best[np.lexsort((column[best], -worth[best], row[best]))]
