"""Texts that are only loosely related: lone units that share a whole rare phrase.

Between revisions of one text this would link what is new with what is gone, by their set phrases; between
texts that borrow from each other it is what there is to find.
"""

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from hexapla.alignment.links import UNLINKED, PairLinks, PartialLink
from hexapla.alignment.ngrams import UnitNgrams, count_ngrams
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.tfidf import inverse_frequency
from hexapla.alignment.unit_pairs import Ints
from hexapla.alignment.weights import Weights
from hexapla.model import CHECK_FROM, STRONG_FROM

__all__ = ["link_shared_phrases"]


def link_shared_phrases(
    left: PreparedVersion,
    right: PreparedVersion,
    ties: PairLinks,
    barred: frozenset[tuple[int, int]],
    weights: Weights,
) -> list[PartialLink]:
    """Link lone units by shared phrases, the largest first, each unit once.

    Such a link always asks to be checked: the share moves its score from there to just below strong.
    """
    busy_left, busy_right = ties.busy
    mine = np.setdiff1d(np.flatnonzero(ties.to_right == UNLINKED), busy_left)
    yours = np.setdiff1d(np.flatnonzero(ties.to_left == UNLINKED), busy_right)
    found = []
    for mass, share, one, other in find_shared_phrases(left, right, mine, yours, weights):
        place = int(mine[one]), int(yours[other])
        if place not in barred:
            score = round(CHECK_FROM + (STRONG_FROM - CHECK_FROM) * min(share, 0.999), 6)
            found.append((-mass, PartialLink(*place, score)))
    taken: tuple[set[int], set[int]] = (set(), set())
    ties_made = []
    for _, tie in sorted(found):
        if tie.left not in taken[0] and tie.right not in taken[1]:
            taken[0].add(tie.left)
            taken[1].add(tie.right)
            ties_made.append(tie)
    return ties_made


def find_shared_phrases(
    left: PreparedVersion, right: PreparedVersion, mine: Ints, yours: Ints, weights: Weights
) -> list[tuple[float, float, int, int]]:
    """Mass and share of phrases of one unit found in the other, with the units' positions."""
    grams = count_ngrams(((left, np.arange(left.size)), (right, np.arange(right.size))), phrases=True)
    idf = compute_idf(grams, weights)
    owner = np.repeat(np.arange(len(grams.first) - 1), np.diff(grams.first))
    present = grams.sentences.copy()
    present.data = np.ones_like(present.data)
    mass = np.asarray(present @ idf, np.float64)
    least = weights.phrase_grams * float(idf.max(initial=0.0))
    heavy = mass >= least
    here = np.flatnonzero(heavy & np.isin(owner, mine))
    there = np.flatnonzero(heavy & np.isin(owner, yours + left.size))
    weighed = present[here].copy()
    weighed.data = idf[weighed.indices]
    common = sp.coo_array(weighed @ present[there].T)
    out = []
    for at, other, held in zip(common.row.tolist(), common.col.tolist(), common.data.tolist(), strict=True):
        one, two = here[at], there[other]
        share = held / min(mass[one], mass[two])
        if held >= least and share >= weights.phrase_share:
            units = np.searchsorted(mine, owner[one]), np.searchsorted(yours, owner[two] - left.size)
            out.append((held, share, int(units[0]), int(units[1])))
    return out


def compute_idf(grams: UnitNgrams, weights: Weights) -> NDArray[np.float32]:
    units = len(grams.first) - 1
    owner = np.repeat(np.arange(units), np.diff(grams.first))
    ones = np.ones(len(owner), np.float32)
    counts = (
        sp.csr_array((ones, (owner, np.arange(len(owner)))), shape=(units, len(owner))) @ grams.sentences
    ).tocsr()
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    return inverse_frequency(frequency, units, weights)
