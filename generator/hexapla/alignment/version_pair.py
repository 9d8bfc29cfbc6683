"""Align two versions, and every pair of versions: anchors, scored links, and whether the two are related."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

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
from hexapla.alignment.relatedness import (
    Relatedness,
    assess_relatedness,
    bear_one_title,
    link_shared_phrases,
)
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


class KnownLinks(NamedTuple):
    """Main links of two versions that are given, one entry per link."""

    left: Ints
    right: Ints
    score: Floats


PairAlignments = dict[tuple[int, int], PairAlignment]
"""the links of each pair of versions, by their positions (left, right)"""


def align_all_pairs(
    sides: Sequence[PreparedVersion],
    rulings: ResolvedDecisions,
    title: str = "",
    weights: LinkWeights = DEFAULT,
    trace: Trace | None = None,
) -> PairAlignments:
    """Align every pair of versions; which is left depends on their contents, not on their order.

    `title` is that of the document.
    """
    place = rank_by_content(sides)
    out = {}
    for pairing in combinations(range(len(sides)), 2):
        left, right = sorted(pairing, key=place.__getitem__)
        out[left, right] = align_pair(
            sides[left],
            sides[right],
            settled=rulings.settled(left, right),
            barred=rulings.barred(left, right),
            one_title=bear_one_title(title, sides[left].version, sides[right].version),
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
    known: KnownLinks | None = None,
    one_title: bool = False,
    weights: LinkWeights = DEFAULT,
    trace: Trace | None = None,
) -> PairAlignment:
    """Link the units of two versions.

    Args:
        left: one version.
        right: the other.
        settled: units of either side whose partners an editor has decided; they are not linked here.
        barred: pairs that an editor keeps apart.
        known: links that other versions prove; the rest is linked beside them.
        one_title: whether both bear the title of the document.
        weights: thresholds and weights of the alignment.
        trace: records what decides about one unit of each version.
    """
    links = PairLinks.empty(left.size, right.size, trace)
    exclude_settled_units(links, settled, barred)
    translated = is_cross_language(left, right, weights)
    aside = (NONE, NONE) if translated else set_placeholders_aside(left, right, links)
    add_known_links(links, known)
    link_equal_units(left, right, links, weights)
    drop_barred_links(links, barred)
    if translated:
        related = link_by_structure(left, right, links, barred, weights)
        return build_pair_alignment(left, right, links, related=related, translated=True)
    weighing = Matcher(left, right, links, barred, weights)
    weighing.run()
    if not barred:  # if an editor keeps repeated clauses apart, their order is no evidence
        link_repeated_units(left, right, links)
    counterparts = weighing.find_counterparts()
    kin = assess_relatedness(left, right, links, counterparts, weights, one_title=one_title)
    if kin is Relatedness.RELATED:
        weighing.complete()
        links.parts.extend(link_lone_headings(left, right, links, weights))
        links.report(Stage.HEADING)
        link_placeholders((left, right), aside, links, barred, weights)
    elif kin is Relatedness.LOOSE:
        drop_low_scores(links, CHECK_FROM)
        links.parts.extend(link_shared_phrases(left, right, links, barred, weights))
        links.report(Stage.PHRASE)
    else:
        drop_low_scores(links, weights.quoted)
    return build_pair_alignment(left, right, links, related=kin is not Relatedness.UNRELATED)


def add_known_links(links: PairLinks, known: KnownLinks | None) -> None:
    """Add the links that are given, if any, between units that may be linked."""
    if known is None:
        return
    free = (links.to_right[known.left] == UNLINKED) & (links.to_left[known.right] == UNLINKED)
    links.add(known.left[free], known.right[free], known.score[free])


def exclude_settled_units(
    links: PairLinks, settled: tuple[frozenset[int], frozenset[int]], barred: frozenset[tuple[int, int]]
) -> None:
    """Exclude the units whose partners an editor has decided from linking."""
    links.to_right[sorted(settled[0])] = EXCLUDED
    links.to_left[sorted(settled[1])] = EXCLUDED
    trace = links.trace
    if trace is not None and (
        trace.pair in barred or trace.pair[0] in settled[0] or trace.pair[1] in settled[1]
    ):
        trace.weigh(TraceStep(stage=Stage.DECISION, outcome=LinkOutcome.SETTLED))


def drop_barred_links(links: PairLinks, barred: frozenset[tuple[int, int]]) -> None:
    """Drop the links of units that an editor keeps apart."""
    for at, other in barred:
        if links.to_right[at] == other:
            links.to_right[at] = links.to_left[other] = UNLINKED
    links.report(Stage.DECISION)


def drop_low_scores(links: PairLinks, least: float) -> None:
    """Drop main and partial links with scores below `least`."""
    linked = links.linked
    doubtful = linked[links.score[linked] < least]
    links.to_left[links.to_right[doubtful]] = UNLINKED
    links.to_right[doubtful] = UNLINKED
    links.parts[:] = [part for part in links.parts if part.score >= least]
    links.report(Stage.RELATION)


def build_pair_alignment(
    left: PreparedVersion,
    right: PreparedVersion,
    links: PairLinks,
    *,
    related: bool,
    translated: bool = False,
) -> PairAlignment:
    """Build the result from the main links, then the partial links, with the basis of each."""
    linked, parts = links.linked, sorted(links.parts)
    partner = links.to_right[linked]
    basis = [
        determine_basis(left, right, (at, other), links, translated=translated)
        for at, other in zip(linked.tolist(), partner.tolist(), strict=True)
    ]
    basis += [
        Basis.NUMBER if (part.left, part.right) in links.by_number else Basis.CONTAINMENT for part in parts
    ]
    return PairAlignment(
        left=np.concatenate([linked, np.array([part.left for part in parts], np.int64)]),
        right=np.concatenate([partner, np.array([part.right for part in parts], np.int64)]),
        score=np.concatenate([links.score[linked], [part.score for part in parts]]),
        basis=tuple(basis),
        main=np.arange(len(linked) + len(parts)) < len(linked),
        translated=translated,
        related=related,
    )


def determine_basis(
    left: PreparedVersion,
    right: PreparedVersion,
    pair: tuple[int, int],
    links: PairLinks,
    *,
    translated: bool,
) -> Basis:
    """Return the basis of a main link: identical, by number, by wording, or, if translated, by structure."""
    at, other = pair
    if left.keys[at] == right.keys[other]:
        return Basis.IDENTICAL
    if pair in links.by_number:
        return Basis.NUMBER
    if not translated:
        return Basis.WORDING
    return Basis.NUMBER if left.labels[at] and left.labels[at] == right.labels[other] else Basis.STRUCTURE


def name_translations(sides: Sequence[PreparedVersion], found: PairAlignments) -> frozenset[tuple[str, str]]:
    """Return the pairs of sigla, in their order, of versions in different languages."""
    return frozenset(
        (sides[min(pairing)].version.siglum, sides[max(pairing)].version.siglum)
        for pairing in found
        if found[pairing].translated
    )
