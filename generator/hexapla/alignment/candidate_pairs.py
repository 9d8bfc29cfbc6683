"""Which pairs of units are worth weighing: those that share rare n-grams, found by a sparse product."""

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.ngrams import Counts
from hexapla.alignment.tfidf import TfIdfSimilarity
from hexapla.alignment.weights import Weights

__all__ = ["find_candidate_pairs"]

Ints = NDArray[np.int64]
Pairs = tuple[Ints, Ints]

ROWS_AT_ONCE = 1024
"""bounds the memory of the product, and changes no result"""


def find_candidate_pairs(evidence: TfIdfSimilarity) -> Pairs:
    """Pairs of units (positions in the evidence), sorted, each once.

    N-grams in more than about the square root of the units are left out: they tell little and cost most,
    and without them the product stays near linear.
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


def find_nearest_units(rows: Counts, others: Counts, mass: NDArray[np.float64], weights: Weights) -> Pairs:
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
    """Rows and positions of the best entries of each row; none below a share of the row's best one."""
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
