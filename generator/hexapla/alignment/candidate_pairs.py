"""Candidate pairs of units: those that share rare n-grams, found by a sparse matrix product."""

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.ngrams import Counts
from hexapla.alignment.tfidf import TfIdfSimilarity

Ints = NDArray[np.int64]
Pairs = tuple[Ints, Ints]

ROWS_AT_ONCE = 1024
"""rows multiplied at a time: bounds the memory of the product, does not affect the result"""


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
    code = np.unique(np.concatenate([there[0] * total + there[1] + size, back[1] * total + back[0] + size]))
    return code // total, code % total


def find_nearest_units(
    rows: Counts, others: Counts, mass: NDArray[np.float64], weights: LinkWeights
) -> Pairs:
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
        for worth, most in (
            (product.data, weights.nearest_by_cosine),
            (product.data * mass[product.indices], weights.nearest_by_mass),
        ):
            row, at = select_best_entries(product, worth, most, weights.near_best)
            found.append((row + start, product.indices[at].astype(np.int64)))
    return np.concatenate([row for row, _ in found]), np.concatenate([column for _, column in found])


def select_best_entries(product: Counts, worth: NDArray[np.floating], most: int, near: float) -> Pairs:
    """Select the best entries of each row of a sparse matrix.

    Args:
        product: the matrix.
        worth: value by which its stored entries are ranked, shape (entries,).
        most: entries kept per row.
        near: least share of the best value of the row.

    Returns:
        Per selected entry its row, and its position among the stored entries.
    """
    width = np.diff(product.indptr)
    row = np.repeat(np.arange(len(width)), width)
    top = np.zeros(len(width))
    filled = width > 0
    top[filled] = np.maximum.reduceat(worth, product.indptr[:-1][filled])
    good = np.flatnonzero(worth >= near * top[row])
    order = good[np.lexsort((product.indices[good], -worth[good], row[good]))]
    begin = np.searchsorted(row[order], np.arange(len(width)))
    order = order[np.arange(len(order)) - begin[row[order]] < most]
    return row[order], order
