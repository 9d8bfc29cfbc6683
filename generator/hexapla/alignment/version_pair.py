"""Align two versions, and every pair of versions: anchors, scored links, and whether the two are related."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from hexapla.alignment.anchors import link_equal_units, link_repeated_units
from hexapla.alignment.arrays import NONE, Bools, Floats, Ints
from hexapla.alignment.cross_language import is_cross_language, link_by_structure
from hexapla.alignment.decisions import ResolvedDecisions
from hexapla.alignment.link_weights import DEFAULT, LinkWeights
from hexapla.alignment.links import EXCLUDED, UNLINKED, PairLinks
from hexapla.alignment.matching import Matcher
from hexapla.alignment.placeholders import link_placeholders, set_placeholders_aside
from hexapla.alignment.position import link_lone_headings
from hexapla.alignment.prepared import PreparedVersion, rank_by_content
from hexapla.alignment.relatedness import Relatedness, assess_relatedness, link_shared_phrases
from hexapla.alignment.trace import LinkOutcome, Stage, Trace, TraceStep
from hexapla.model import CHECK_FROM, Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAlignment:
    """The links of two versions; the arrays have one entry per link."""

    left: Ints
    right: Ints
    score: Floats
    basis: tuple[Basis, ...]
    main: Bools
    """True for main links, one per unit; False for parts of splits and merges"""
    translated: bool
    """the versions are in different languages and were linked by structure"""
    related: bool
    """False: the texts have too little in common; only near-literal quotations are linked"""


PairAlignments = dict[tuple[int, int], PairAlignment]
"""the links of each pair of versions, by their positions (left, right)"""


def align_all_pairs(
    sides: Sequence[PreparedVersion],
    rulings: ResolvedDecisions,
    weights: LinkWeights = DEFAULT,
    trace: Trace | None = None,
) -> PairAlignments:
    """Align every pair of versions; which is left depends on their contents, not on their order."""
    place = rank_by_content(sides)
    out = {}
    for pairing in combinations(range(len(sides)), 2):
        left, right = sorted(pairing, key=place.__getitem__)
        out[left, right] = align_pair(
            sides[left],
            sides[right],
            settled=rulings.settled(left, right),
            barred=rulings.barred(left, right),
            weights=weights,
            trace=trace if trace is not None and trace.begin(left, right) else None,
        )
    return out


def align_pair(
    left: PreparedVersion,
    right: PreparedVersion,
    *,
    settled: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
    barred: frozenset[tuple[int, int]] = frozenset(),
    weights: LinkWeights = DEFAULT,
    trace: Trace | None = None,
) -> PairAlignment:
    """Link the units of two versions.

    Args:
        left: one version.
        right: the other.
        settled: units of either side whose partners an editor has decided; they are not linked here.
        barred: pairs that an editor keeps apart.
        weights: thresholds and weights of the alignment.
        trace: records what decides about one unit of each version.
    """
    ties = PairLinks.empty(left.size, right.size, trace)
    _obey(ties, settled, barred)
    translated = is_cross_language(left, right, weights)
    aside = (NONE, NONE) if translated else set_placeholders_aside(left, right, ties)
    link_equal_units(left, right, ties, weights)
    for at, other in barred:
        if ties.to_right[at] == other:
            ties.to_right[at] = ties.to_left[other] = UNLINKED
    ties.report(Stage.DECISION)
    if translated:
        related = link_by_structure(left, right, ties, barred, weights)
        return build_pair_alignment(left, right, ties, related=related, translated=True)
    weighing = Matcher(left, right, ties, barred, weights)
    weighing.run()
    if not barred:  # if an editor keeps repeated clauses apart, their order is no evidence
        link_repeated_units(left, right, ties)
    kin = assess_relatedness(left, right, ties, weights)
    if kin is Relatedness.RELATED:
        weighing.complete()
        ties.parts.extend(link_lone_headings(left, right, ties, weights))
        ties.report(Stage.HEADING)
        link_placeholders((left, right), aside, ties, barred, weights)
    elif kin is Relatedness.LOOSE:
        drop_low_scores(ties, CHECK_FROM)
        ties.parts.extend(link_shared_phrases(left, right, ties, barred, weights))
        ties.report(Stage.PHRASE)
    else:
        drop_low_scores(ties, weights.quoted)
    return build_pair_alignment(left, right, ties, related=kin is not Relatedness.UNRELATED)


def _obey(
    ties: PairLinks, settled: tuple[frozenset[int], frozenset[int]], barred: frozenset[tuple[int, int]]
) -> None:
    """Exclude the units whose partners an editor has decided from linking."""
    ties.to_right[sorted(settled[0])] = EXCLUDED
    ties.to_left[sorted(settled[1])] = EXCLUDED
    trace = ties.trace
    if trace is not None and (
        trace.pair in barred or trace.pair[0] in settled[0] or trace.pair[1] in settled[1]
    ):
        trace.weigh(TraceStep(stage=Stage.DECISION, outcome=LinkOutcome.SETTLED))


def drop_low_scores(ties: PairLinks, least: float) -> None:
    """Drop main and partial links with scores below `least`."""
    linked = ties.linked
    doubtful = linked[ties.score[linked] < least]
    ties.to_left[ties.to_right[doubtful]] = UNLINKED
    ties.to_right[doubtful] = UNLINKED
    ties.parts[:] = [tie for tie in ties.parts if tie.score >= least]
    ties.report(Stage.RELATION)


def build_pair_alignment(
    left: PreparedVersion, right: PreparedVersion, ties: PairLinks, *, related: bool, translated: bool = False
) -> PairAlignment:
    """Build the result from the main links, then the partial links, with the basis of each."""
    linked, parts = ties.linked, sorted(ties.parts)
    partner = ties.to_right[linked]
    basis = [
        determine_basis(left, right, (at, other), ties, translated=translated)
        for at, other in zip(linked.tolist(), partner.tolist(), strict=True)
    ]
    basis += [Basis.NUMBER if (tie.left, tie.right) in ties.by_number else Basis.CONTAINMENT for tie in parts]
    return PairAlignment(
        left=np.concatenate([linked, np.array([tie.left for tie in parts], np.int64)]),
        right=np.concatenate([partner, np.array([tie.right for tie in parts], np.int64)]),
        score=np.concatenate([ties.score[linked], [tie.score for tie in parts]]),
        basis=tuple(basis),
        main=np.arange(len(linked) + len(parts)) < len(linked),
        translated=translated,
        related=related,
    )


def determine_basis(
    left: PreparedVersion, right: PreparedVersion, pair: tuple[int, int], ties: PairLinks, *, translated: bool
) -> Basis:
    """Return the basis of a main link: identical, by number, by wording, or, if translated, by structure."""
    at, other = pair
    if left.keys[at] == right.keys[other]:
        return Basis.IDENTICAL
    if pair in ties.by_number:
        return Basis.NUMBER
    if not translated:
        return Basis.WORDING
    return Basis.NUMBER if left.labels[at] and left.labels[at] == right.labels[other] else Basis.STRUCTURE
