"""How much of two passages is the same, and whether that is evidence.

What two passages share is the longest common subsequence of their characters, of which runs count only:
single letters that happen to stand in the same order are in any two texts of a language. The share of a
passage is weighed, so that set phrases (结合本市实际) count little beside words that few documents have.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from hexapla.reuse.shingles import HAN_SIZE, Floats, Ints, ShingleIndex

SHORTEST_HAN_RUN, SHORTEST_WORD_RUN = 2, 4
"""characters of a run; what is shorter is chance"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseWeights:
    """All thresholds of reuse. `benchmarks/reuse.py` shows what each of them holds."""

    near: float = 0.5
    """common characters · 2 / characters of both, from which on a passage may be a near copy; of random Han
    text .25 are common, of one in which four of ten characters were replaced .62"""
    near_share: float = 0.36
    """weighed share in runs that both must have in common; where four of ten were replaced it is .49"""
    rarity: float = 0.92
    """weight of a common character beside the mean of its passage, in the one or the other. Two purposes of
    laws are alike by .6, but in what all purposes say (.8); a copy shares rare and common words (.95)"""
    part_share: float = 0.4
    """weighed share of one passage in a stretch that stands in the other nearly unbroken, from which on a
    part of it stands there: half, but for what the seam costs"""
    same: float = 0.8
    """likeness from which on a passage is a copy however common its words are: a formula"""
    near_mass: float = 8.0
    """what is common must weigh as much as so many characters that nobody else has"""
    near_stretch: float = 7.0
    """what must stand in one stretch, nearly unbroken: two fines for different acts have phrases in common,
    but hardly one longer than 责令限期改正 between the words that say which act"""
    near_density: float = 0.85
    """mean weight of a common character from which on no such stretch is asked for: where many single
    characters were replaced, what is left is short, but nobody else has it"""
    part_mass: float = 13.0
    """the same of a stretch, which says nothing of the rest"""
    part_weight: float = 0.08
    """weight of common shingles per character of the shorter passage from which on such a stretch is looked
    for though the two are not alike"""


class CommonRun(NamedTuple):
    """Characters that follow each other in both passages."""

    start_a: int
    start_b: int
    length: int
    mass_a: float
    """what they weigh in the earlier passage; the runs around count into the weight of a run's ends"""
    mass_b: float


@dataclass(frozen=True, slots=True)
class CommonText:
    """What two passages have in common, the earlier (a) and the later (b)."""

    likeness: float
    """common characters · 2 / characters of both, 0 to 1"""
    share_a: float
    """weighed share of the earlier that stands in the later, 0 to 1"""
    share_b: float
    """weighed share of the later that stands in the earlier, 0 to 1"""
    near: bool = True
    """the one is a near copy of the other as a whole; else a stretch of one stands in the other"""

    def reversed(self) -> "CommonText":
        """Read it from the later to the earlier."""
        return CommonText(self.likeness, self.share_b, self.share_a, self.near)


VERBATIM = CommonText(1.0, 1.0, 1.0)


def find_least_common(pairs: tuple[Ints, Ints], common: Floats, lengths: Ints, weights: ReuseWeights) -> Ints:
    """Return per pair how many characters two texts must have in common to be worth a closer look.

    Args:
        pairs: numbers of the earlier and of the later texts.
        common: what their common shingles weigh, as `find_candidates` says.
        lengths: characters per text.
        weights: the thresholds.
    """
    one, other = (lengths[side] for side in pairs)
    shorter = np.minimum(one, other)
    may_be_part = common >= weights.part_weight * shorter
    least = np.where(may_be_part, weights.part_share * shorter, weights.near * (one + other) / 2)
    found: Ints = np.ceil(least).astype(np.int64)
    return found


def count_common_characters(a: str, b: str, least: int) -> int:
    """Count the characters that two texts have in common, in order; 0 where they are fewer than `least`.

    >>> (
    ...     count_common_characters("归还工具", "归还所有工具", 3),
    ...     count_common_characters("归还工具", "工具箱", 3),
    ... )
    (4, 0)
    """
    return LCSseq.similarity(a, b, score_cutoff=least)


def link_texts(
    index: ShingleIndex, a: tuple[int, str], b: tuple[int, str], weights: ReuseWeights
) -> CommonText | None:
    """Measure what two texts have in common, if it is evidence that one stands in the other.

    Args:
        index: of all texts.
        a: number and key of the one.
        b: of the other.
        weights: the thresholds.

    Returns:
        None where it is no evidence. The same whichever is called the one, but for its sides.
    """
    if a[1] > b[1]:
        found = link_texts(index, b, a, weights)
        return found and found.reversed()
    runs = find_common_runs(index, a, b)
    common = measure_common_text(index, a, b, runs)
    if common.likeness >= weights.same:
        return common
    rarity = max(common.share_a * len(a[1]), common.share_b * len(b[1]))
    if not runs or rarity < weights.rarity * sum(run.length for run in runs):
        return None
    stretch = weigh_heaviest_stretch(runs)
    if is_near_copy(common, runs, stretch, weights):
        return common
    whole = min(index.sum_masses(text)[-1] for text in (a[0], b[0])) / index.unit
    if stretch >= max(weights.part_mass, weights.part_share * whole):
        return replace(common, near=False)
    return None


def is_near_copy(
    common: CommonText, runs: Sequence[CommonRun], stretch: float, weights: ReuseWeights
) -> bool:
    """Tell whether what two texts have in common is evidence that they are copies as wholes.

    Args:
        common: what they have in common.
        runs: the same, run by run.
        stretch: what the heaviest stretch of runs weighs.
        weights: the thresholds.
    """
    mass = max(sum(run.mass_a for run in runs), sum(run.mass_b for run in runs))
    dense = mass >= weights.near_density * sum(run.length for run in runs)
    return (
        common.likeness >= weights.near
        and min(common.share_a, common.share_b) >= weights.near_share
        and mass >= weights.near_mass
        and (dense or stretch >= weights.near_stretch)
    )


def measure_common_text(
    index: ShingleIndex, a: tuple[int, str], b: tuple[int, str], runs: Sequence[CommonRun] | None = None
) -> CommonText:
    """Measure what two texts have in common, evidence or not.

    Args:
        index: of all texts.
        a: number and key of the one.
        b: of the other.
        runs: the common runs of both, where they are known already.

    Returns:
        the same whichever is called the one, but for its sides.
    """
    if a[1] > b[1]:
        return measure_common_text(index, b, a).reversed()
    found = find_common_runs(index, a, b) if runs is None else runs
    whole_a, whole_b = (index.sum_masses(text)[-1] / index.unit for text in (a[0], b[0]))
    return CommonText(
        likeness=2 * LCSseq.similarity(a[1], b[1]) / (len(a[1]) + len(b[1])),
        share_a=min(1.0, sum(run.mass_a for run in found) / whole_a) if whole_a else 0.0,
        share_b=min(1.0, sum(run.mass_b for run in found) / whole_b) if whole_b else 0.0,
    )


def find_common_runs(index: ShingleIndex, a: tuple[int, str], b: tuple[int, str]) -> tuple[CommonRun, ...]:
    """Find the runs of characters that are common to two texts, in order, and weigh them.

    Single characters, and pairs and threes of letters, are no runs.
    """
    least = SHORTEST_HAN_RUN if index.layout.sizes[a[0]] == HAN_SIZE else SHORTEST_WORD_RUN
    unit, masses_a, masses_b = index.unit, index.sum_masses(a[0]), index.sum_masses(b[0])
    return tuple(
        CommonRun(
            at_a,
            at_b,
            length,
            (masses_a[at_a + length] - masses_a[at_a]) / unit,
            (masses_b[at_b + length] - masses_b[at_b]) / unit,
        )
        for at_a, at_b, length in LCSseq.opcodes(a[1], b[1]).as_matching_blocks()
        if length >= least
    )


def weigh_heaviest_stretch(runs: Sequence[CommonRun]) -> float:
    """Return what the heaviest stretch of runs weighs; a character between two runs costs a whole one.

    So a stretch is nearly unbroken: the weight of a character is at most 1.
    """
    best = weight = 0.0
    for before, run in zip((None, *runs), runs, strict=False):
        if before is not None:
            gap_a = run.start_a - before.start_a - before.length
            gap_b = run.start_b - before.start_b - before.length
            weight = max(0.0, weight - max(gap_a, gap_b))
        weight += min(run.mass_a, run.mass_b)
        best = max(best, weight)
    return best
