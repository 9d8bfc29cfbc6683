"""What people use otherwise to link the clauses of two versions, as functions of two lists of clauses.

The Hungarian method (Kuhn 1955) finds the assignment of one to one whose likeness is greatest in sum; pairs
below a floor are left out. Each such baseline gets the floor, of .05, .10, … .95, at which it is best on the
texts that are scored: more than a user could know. Needs numpy and scipy.
"""

import difflib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

__all__ = ["FLOORS", "assign", "compare_dice", "compare_tfidf", "link_by_difflib", "link_by_number"]

Texts = Sequence[tuple[str, str]]
"""printed mark and text of every clause of a version"""
Links = list[tuple[int, int]]
"""places of two clauses that belong together"""
Likeness = NDArray[np.float64]
Comparer = Callable[[Texts, Texts], Likeness]
FLOORS = tuple(round(0.05 * step, 2) for step in range(1, 20))
LIKE = 0.5
"""likeness from which difflib's pairs are links"""
TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W\d_]+|\d+")


def link_by_number(left: Texts, right: Texts) -> Links:
    """Link clauses of the same number."""
    there = {number: at for at, (number, _) in enumerate(right)}
    return [(at, there[number]) for at, (number, _) in enumerate(left) if number in there]


def link_by_difflib(left: Texts, right: Texts) -> Links:
    """Greedy, the likest pair first; the usual script."""
    likeness = []
    for other, (_, theirs) in enumerate(right):
        matcher = difflib.SequenceMatcher(None, "", theirs, autojunk=False)
        for one, (_, ours) in enumerate(left):
            matcher.set_seq1(ours)
            if matcher.real_quick_ratio() > LIKE and matcher.quick_ratio() > LIKE:
                likeness.append((-matcher.ratio(), one, other))
    taken: tuple[set[int], set[int]] = (set(), set())
    links = []
    for worth, one, other in sorted(likeness):
        if -worth > LIKE and one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            links.append((one, other))
    return links


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


def _grams(text: str) -> list[str]:
    tokens = TOKEN.findall(text.lower())
    return [*tokens, *(f"{one} {other}" for one, other in pairwise(tokens))]
