"""Peers of the alignment: a likeness of every two clauses, and the best assignment of one to one.

The Hungarian method (Kuhn 1955) finds the assignment whose likeness is greatest in sum; pairs below a floor
are left out. Every peer gets the floor, of .05, .10, … .95, at which it is best on the texts that are scored:
more than a user could know.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from hexapla.alignment import SentenceEncoder

__all__ = ["FLOORS", "Comparer", "assign", "compare_dice", "compare_meaning", "compare_tfidf"]

Texts = Sequence[tuple[str, str]]
"""printed number and text of every clause of a version"""
Likeness = NDArray[np.float64]
Comparer = Callable[[Texts, Texts], Likeness]
FLOORS = tuple(round(0.05 * step, 2) for step in range(1, 20))
TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W\d_]+|\d+")


def assign(likeness: Likeness, floor: float) -> list[tuple[int, int]]:
    """Assign clauses one to one so that their likeness is greatest in sum; leave out pairs below a floor."""
    ones, others = linear_sum_assignment(likeness, maximize=True)
    pairs = zip(ones.tolist(), others.tolist(), strict=True)
    return [(one, other) for one, other in pairs if likeness[one, other] >= floor]


def compare_dice(left: Texts, right: Texts) -> Likeness:
    """Dice's coefficient over pairs of characters (Dice 1945)."""
    mine, yours = ([set(map("".join, pairwise(text))) for _, text in side] for side in (left, right))
    return np.array(
        [[2 * len(one & other) / max(1, len(one) + len(other)) for other in yours] for one in mine]
    ).reshape(len(left), len(right))


def compare_tfidf(left: Texts, right: Texts) -> Likeness:
    """Cosine of words and pairs of words (Han: characters), weighed by rarity (Salton and Buckley 1988)."""
    counts = [Counter(_grams(text)) for _, text in (*left, *right)]
    often = Counter(gram for count in counts for gram in count)
    column = {gram: at for at, gram in enumerate(sorted(often))}
    table = np.zeros((len(counts), len(column)))
    for row, count in enumerate(counts):
        for gram, times in count.items():
            table[row, column[gram]] = (1 + np.log(times)) * np.log((1 + len(counts)) / (1 + often[gram]) + 1)
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    cosine: Likeness = table[: len(left)] @ table[len(left) :].T
    return cosine


def compare_meaning(encoder: SentenceEncoder) -> Comparer:
    """Cosine of the vectors of a sentence model, as they come."""
    known: dict[str, NDArray[np.float64]] = {}

    def vector(text: str) -> NDArray[np.float64]:
        if text not in known:
            found = np.array(encoder.run(text), np.float64)
            known[text] = found / max(float(np.linalg.norm(found)), 1e-9)
        return known[text]

    def compare(left: Texts, right: Texts) -> Likeness:
        mine, yours = (np.array([vector(text) for _, text in side]) for side in (left, right))
        cosine: Likeness = mine @ yours.T if len(left) and len(right) else np.zeros((len(left), len(right)))
        return cosine

    return compare


def _grams(text: str) -> list[str]:
    tokens = TOKEN.findall(text.lower())
    return [*tokens, *(f"{one} {other}" for one, other in pairwise(tokens))]
