"""Suggest counterparts for clauses that found none: clauses that may speak of the same matter.

A suggestion is no link. It joins no rows and counts nowhere; it tells an editor where to look. Texts by
different hands seldom share words even where they speak of the same matter, so the most similar pair of both
clauses is told from a likeness on that would prove nothing by itself. Texts on one subject also take up its
matters in a similar order, so that of two equally similar clauses the one at the same relative place counts.
With a sentence model (`meaning`) pairs are suggested by meaning first, then by words.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from hexapla.alignment.arrays import Bools, Floats, Ints, Pairs, find_two_best
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.meaning import SentenceEncoder, compare_meanings, encode_texts
from hexapla.alignment.ngrams import count_ngrams
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.row_table import RowCells
from hexapla.alignment.tfidf import find_candidate_pairs, weight_ngrams
from hexapla.alignment.version_pair import PairAlignments
from hexapla.model import Suggestion, SuggestionReason

Scored = tuple[Ints, Ints, Floats]
"""positions of units in both versions, and the score of each pair"""


def suggest_counterparts(
    sides: Sequence[PreparedVersion],
    table: Sequence[RowCells],
    found: PairAlignments,
    weights: LinkWeights,
    encoder: SentenceEncoder | None = None,
) -> tuple[Suggestion, ...]:
    """Suggest counterparts for the units whose row has none in the other version, per pair of versions.

    Post-conditions:
        1. No suggested pair stands in one row; a unit has at most one suggestion in another version.
        2. Versions in different languages have none by words, since they share none.
    """
    out: list[Suggestion] = []
    vectors: dict[int, Floats] = {}
    for one, other in combinations(range(len(sides)), 2):
        pairing = found.get((one, other)) or found[other, one]
        alone = list_lone_units(table, one, other), list_lone_units(table, other, one)
        if not len(alone[0]) or not len(alone[1]):
            continue
        ends = sides[one], sides[other]
        pairs: list[Suggestion] = []
        if encoder is not None:
            for at in (one, other):
                if at not in vectors:
                    vectors[at] = encode_texts(encoder, [unit.headed_text for unit in sides[at].units])
            scored = match_by_meaning((vectors[one], vectors[other]), alone, ends, weights)
            pairs += build_suggestions(ends, scored, SuggestionReason.MEANING)
        if not pairing.translated:
            known = {end for each in pairs for end in (each.a, each.b)}
            by_words = build_suggestions(ends, match_by_words(ends, alone, weights), SuggestionReason.TOPIC)
            pairs += [each for each in by_words if not known & {each.a, each.b}]
        out += pairs
    return tuple(out)


def list_lone_units(table: Sequence[RowCells], version: int, other: int) -> Ints:
    """Return the positions of the units of a version in rows that another version has no part in."""
    lone = [unit for cells in table if other not in cells for unit in cells.get(version, ())]
    return np.array(sorted(lone), np.int64)


def match_by_words(
    sides: tuple[PreparedVersion, PreparedVersion], alone: tuple[Ints, Ints], weights: LinkWeights
) -> Scored:
    """Match the lone units that are most similar to each other by words."""
    grams = count_ngrams(tuple(zip(sides, alone, strict=True)), phrases=True)
    evidence = weight_ngrams(grams, np.arange(len(alone[0]) + len(alone[1])), len(alone[0]), weights)
    left, right = find_candidate_pairs(evidence)
    likeness = evidence.softened(left, right, share=1.0)
    places = alone[0][left], alone[1][right - len(alone[0])]
    return select_prominent(places, likeness, sides, weights.topic, weights)


def match_by_meaning(
    vectors: tuple[Floats, Floats],
    alone: tuple[Ints, Ints],
    sides: tuple[PreparedVersion, PreparedVersion],
    weights: LinkWeights,
) -> Scored:
    """Match the lone units that are most similar to each other by meaning."""
    likeness = compare_meanings(vectors[0][alone[0]], vectors[1][alone[1]])
    left, right = np.nonzero(likeness)
    places = alone[0][left], alone[1][right]
    return select_prominent(places, likeness[left, right], sides, weights.meaning, weights)


def select_prominent(
    places: Pairs,
    likeness: Floats,
    sides: tuple[PreparedVersion, PreparedVersion],
    least: float,
    weights: LinkWeights,
) -> Scored:
    """Select the pairs that are the most prominent of both units, from a least prominence on.

    Prominence is the likeness as a share of the best of either unit, times its square root; the likeness
    grows by up to `topic_place` for units at the same relative place.
    """
    left, right = places
    likeness = likeness * (
        1 + weights.topic_place * (1 - np.abs(relate(left, sides[0]) - relate(right, sides[1])))
    )
    best_left, best_right = np.zeros(sides[0].size), np.zeros(sides[1].size)
    np.maximum.at(best_left, left, likeness)
    np.maximum.at(best_right, right, likeness)
    best = (best_left[left] + best_right[right]) / 2
    score = np.round(likeness / np.maximum(best, 1e-9) * np.sqrt(likeness), 6)
    here = np.arange(len(score))
    top_left, _ = find_two_best(left, score, sides[0].size)
    top_right, _ = find_two_best(right, score, sides[1].size)
    good: Bools = (top_left[left] == here) & (top_right[right] == here) & (score >= least)
    return left[good], right[good], score[good]


def relate(places: Ints, side: PreparedVersion) -> Floats:
    """Return where units stand in their version, 0 for the first to 1 for the last."""
    where: Floats = places / max(1, side.size - 1)
    return where


def build_suggestions(
    sides: tuple[PreparedVersion, PreparedVersion], scored: Scored, reason: SuggestionReason
) -> list[Suggestion]:
    """Build the suggestions of matched units."""
    return [
        Suggestion(
            a=(sides[0].version.siglum, sides[0].units[one].id),
            b=(sides[1].version.siglum, sides[1].units[other].id),
            score=min(1.0, score),
            reason=reason,
        )
        for one, other, score in zip(*(column.tolist() for column in scored), strict=True)
    ]
