"""Suggest counterparts for clauses that found none: clauses that may speak of the same matter.

A suggestion is no link. It joins no rows and counts nowhere; it tells an editor where to look. Texts by
different hands seldom share words even where they speak of the same matter, so the most similar pair of both
clauses is told from a likeness on that would prove nothing by itself.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from hexapla.alignment.arrays import Ints, find_two_best
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.ngrams import count_ngrams
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.row_table import RowCells
from hexapla.alignment.tfidf import find_candidate_pairs, weight_ngrams
from hexapla.alignment.version_pair import PairAlignments
from hexapla.model import Suggestion, SuggestionReason


def suggest_counterparts(
    sides: Sequence[PreparedVersion],
    table: Sequence[RowCells],
    found: PairAlignments,
    weights: LinkWeights,
) -> tuple[Suggestion, ...]:
    """Suggest counterparts for the units whose row has none in the other version, per pair of versions.

    Post-conditions:
        1. No suggested pair stands in one row; a unit has at most one suggestion in another version.
        2. Versions in different languages have none, since they share no words.
    """
    out = []
    for one, other in combinations(range(len(sides)), 2):
        pairing = found.get((one, other)) or found[other, one]
        if not pairing.translated:
            alone = list_lone_units(table, one, other), list_lone_units(table, other, one)
            out += suggest_for_pair((sides[one], sides[other]), alone, weights)
    return tuple(out)


def list_lone_units(table: Sequence[RowCells], version: int, other: int) -> Ints:
    """Return the positions of the units of a version in rows that another version has no part in."""
    lone = [unit for cells in table if other not in cells for unit in cells.get(version, ())]
    return np.array(sorted(lone), np.int64)


def suggest_for_pair(
    sides: tuple[PreparedVersion, PreparedVersion], alone: tuple[Ints, Ints], weights: LinkWeights
) -> list[Suggestion]:
    """Suggest the pairs of lone units that are most similar to each other."""
    if not len(alone[0]) or not len(alone[1]):
        return []
    every = [np.arange(side.size) for side in sides]
    grams = count_ngrams(tuple(zip(sides, every, strict=True)), phrases=True)
    chosen = np.concatenate([alone[0], alone[1] + sides[0].size])
    evidence = weight_ngrams(grams, chosen, len(alone[0]), weights)
    left, right = find_candidate_pairs(evidence)
    likeness = evidence.softened(left, right, share=1.0)
    best = np.zeros(len(chosen))
    np.maximum.at(best, left, likeness)
    np.maximum.at(best, right, likeness)
    score = np.round(likeness / np.maximum((best[left] + best[right]) / 2, 1e-9) * np.sqrt(likeness), 6)
    here = np.arange(len(score))
    top_left, _ = find_two_best(left, score, len(chosen))
    top_right, _ = find_two_best(right, score, len(chosen))
    good = (top_left[left] == here) & (top_right[right] == here) & (score >= weights.topic)
    return [
        Suggestion(
            a=(sides[0].version.siglum, sides[0].units[alone[0][left[at]]].id),
            b=(sides[1].version.siglum, sides[1].units[alone[1][right[at] - len(alone[0])]].id),
            score=min(1.0, float(score[at])),
            reason=SuggestionReason.TOPIC,
        )
        for at in np.flatnonzero(good).tolist()
    ]
