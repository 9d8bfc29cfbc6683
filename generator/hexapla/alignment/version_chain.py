"""Align many versions: a few pairs directly, the others through the rows that these make.

The pairs of n versions are n (n - 1) / 2. Of few versions each pair is aligned by itself. Of many each
version is aligned with the one most like it, along a tree that joins them all, and with the one that is most
like all of them. What the links of these pairs unite into a row is linked in every other pair too, if the
texts are alike enough that the pair itself would have been linked. Where that leaves a few clauses of both
versions without a partner, these alone are aligned; where it leaves many, the pair is aligned as a whole.

Rows and links are those that all pairs make, but for some guesses between versions that are far apart: there
a clause that was taken out is easily taken for one that was put in.

Which versions are aligned directly depends on their contents, not on their order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from hexapla.alignment.anchors import CHARACTER
from hexapla.alignment.arrays import Bools, Floats, Ints, Pairs
from hexapla.alignment.cross_language import is_cross_language
from hexapla.alignment.decisions import ResolvedDecisions
from hexapla.alignment.link_weights import DEFAULT, LinkWeights
from hexapla.alignment.links import PairLinks
from hexapla.alignment.ngrams import count_ngrams
from hexapla.alignment.prepared import PreparedVersion, rank_by_content
from hexapla.alignment.relatedness import bear_one_title, measure_common_share
from hexapla.alignment.row_table import RowCells, build_rows
from hexapla.alignment.tfidf import TfIdfSimilarity, weight_ngrams
from hexapla.alignment.version_pair import (
    KnownLinks,
    PairAlignment,
    PairAlignments,
    align_pair,
    build_pair_alignment,
)
from hexapla.model import CHECK_FROM

ALL_PAIRS_UP_TO = 12
"""versions of which every pair is aligned directly"""
FEW_OPEN = 0.1
"""share of the units of the smaller version that may be left open for a pair not to be aligned as a whole"""
LIKELY = 0.2
"""likeness from which units that are left open may belong together"""
NOT_THERE, SEVERAL = -1, -2
"""of a row that a version does not have, and of one in which it has several units"""
VersionPair = tuple[int, int]
"""positions of two versions, the left one first"""


def align_through_rows(
    sides: Sequence[PreparedVersion],
    rulings: ResolvedDecisions,
    title: str = "",
    weights: LinkWeights = DEFAULT,
) -> PairAlignments:
    """Align every pair of versions, most of them through the rows of a few.

    `title` is that of the document.
    """
    place = rank_by_content(sides)
    every = [sort_pair(pair, place) for pair in combinations(range(len(sides)), 2)]
    direct = {sort_pair(pair, place) for pair in choose_direct_pairs(sides, place)}
    direct |= {pair for pair in every if any(rulings.settled(*pair)) or rulings.barred(*pair)}

    def align_directly(pair: VersionPair, known: KnownLinks | None = None) -> PairAlignment:
        left, right = pair
        return align_pair(
            sides[left],
            sides[right],
            settled=rulings.settled(left, right),
            barred=rulings.barred(left, right),
            known=known,
            one_title=bear_one_title(title, sides[left].version, sides[right].version),
            weights=weights,
        )

    found = {pair: align_directly(pair) for pair in every if pair in direct}
    shared = SharedRows.of(sides, build_rows(sides, found, rulings), weights)
    for pair in every:
        if pair in direct:
            continue
        known = shared.link(*pair)
        left, right = sides[pair[0]], sides[pair[1]]
        few, likely = shared.look_at_open_units(*pair, known)
        if not is_surely_related(left, right, known, title, weights) or (likely and not few):
            found[pair] = align_directly(pair)
        elif likely:
            found[pair] = keep_sound_links(align_directly(pair, known), known)
        else:
            found[pair] = build_pair_alignment(left, right, collect_known(left, right, known), related=True)
    return {pair: found[pair] for pair in every}


def sort_pair(pair: VersionPair, place: Sequence[int]) -> VersionPair:
    """Put the version first that comes first by content; `place` is the rank of each."""
    one, other = sorted(pair, key=place.__getitem__)
    return one, other


def choose_direct_pairs(sides: Sequence[PreparedVersion], place: Sequence[int]) -> Iterator[VersionPair]:
    """Yield the pairs to align directly: a tree of the most alike, and all with the one in the middle.

    Versions are alike as far as they have clauses of equal text. `place` is their rank by content, which
    breaks ties.
    """
    held = [frozenset(side.keys) for side in sides]
    alike = np.zeros((len(sides), len(sides)), np.int64)
    for one, other in combinations(range(len(sides)), 2):
        alike[one, other] = alike[other, one] = len(held[one] & held[other])
    ranked = sorted(range(len(sides)), key=place.__getitem__)
    middle = max(ranked, key=lambda at: (int(alike[at].sum()), -place[at]))
    yield from ((middle, other) for other in ranked if other != middle)
    nearest = dict.fromkeys((at for at in ranked if at != middle), middle)
    while nearest:
        new = max(nearest, key=lambda at: (int(alike[at, nearest[at]]), -place[at]))
        yield nearest.pop(new), new
        for at, known in nearest.items():
            if alike[at, new] > alike[at, known]:
                nearest[at] = new


@dataclass(frozen=True, slots=True)
class SharedRows:
    """The rows of the pairs that were aligned directly, and how alike the texts in them are."""

    units: tuple[Ints, ...]
    """per version and row the unit that it has there, NOT_THERE, or SEVERAL; shape (rows,)"""
    texts: tuple[Ints, ...]
    """per version and unit the number of its text, equal for equal keys"""
    long: Bools
    """per text whether it is long enough to be known again by itself"""
    evidence: TfIdfSimilarity
    """of the texts, by these numbers"""
    least: float
    """likeness from which a pair is linked"""

    @classmethod
    def of(
        cls, sides: Sequence[PreparedVersion], table: Sequence[RowCells], weights: LinkWeights
    ) -> "SharedRows":
        """Read the rows, and weigh each text once."""
        units = tuple(np.full(len(table), NOT_THERE, np.int64) for _ in sides)
        for row, cells in enumerate(table):
            for version, members in cells.items():
                units[version][row] = members[0] if len(members) == 1 else SEVERAL
        numbers: dict[bytes, int] = {}
        chosen: list[Ints] = []
        texts: list[Ints] = []
        for side in sides:
            before = len(numbers)
            own = np.array([numbers.setdefault(key, len(numbers)) for key in side.keys], np.int64)
            fresh, first = np.unique(own, return_index=True)
            chosen.append(np.sort(first[fresh >= before]))
            texts.append(own)
        grams = count_ngrams(tuple(zip(sides, chosen, strict=True)))
        evidence = weight_ngrams(grams, np.arange(len(numbers)), 0, weights)
        long = np.array([len(key) >= CHARACTER * weights.anchor_length for key in numbers], bool)
        return cls(units, tuple(texts), long, evidence, weights.second_round)

    def link(self, left: int, right: int) -> KnownLinks:
        """Return the links of two versions: of equal texts, and of rows in which each has one unit."""
        mine, yours = self.units[left], self.units[right]
        both = (mine >= 0) & (yours >= 0)
        ends: Pairs = self.match_equal_texts(left, right)
        beside = both & ~np.isin(mine, ends[0]) & ~np.isin(yours, ends[1])
        ends = np.concatenate([ends[0], mine[beside]]), np.concatenate([ends[1], yours[beside]])
        here, there = self.texts[left][ends[0]], self.texts[right][ends[1]]
        score: Floats = np.ones(len(here))
        differ = np.flatnonzero(here != there)
        score[differ] = self.evidence.likeness(here[differ], there[differ])
        good: Bools = score >= self.least
        return KnownLinks(ends[0][good], ends[1][good], np.minimum(np.round(score[good], 6), 1.0))

    def match_equal_texts(self, left: int, right: int) -> Pairs:
        """Return the units whose long text stands once in either version."""
        first = [np.unique(self.texts[at], return_index=True, return_counts=True) for at in (left, right)]
        once = [(text[often == 1], unit[often == 1]) for text, unit, often in first]
        common, here, there = np.intersect1d(once[0][0], once[1][0], assume_unique=True, return_indices=True)
        long = self.long[common]
        return once[0][1][here[long]], once[1][1][there[long]]

    def look_at_open_units(self, left: int, right: int, known: KnownLinks) -> tuple[bool, bool]:
        """Tell of the units without a partner among known links whether they are few, and alike to be linked.

        They are as few as those of the version that has fewer.
        """
        mine = np.setdiff1d(np.arange(len(self.texts[left])), known.left)
        yours = np.setdiff1d(np.arange(len(self.texts[right])), known.right)
        fewer, smaller = min(len(mine), len(yours)), min(len(self.texts[left]), len(self.texts[right]))
        one, other = (grid.ravel() for grid in np.meshgrid(mine, yours))
        alike = self.evidence.likeness(self.texts[left][one], self.texts[right][other])
        return fewer <= FEW_OPEN * smaller, bool((alike >= LIKELY).any())


def keep_sound_links(pairing: PairAlignment, known: KnownLinks) -> PairAlignment:
    """Keep the links that are known, and of others those that are no mere guess.

    How much a likeness is worth is measured on the texts that are compared; on the few that are left it is
    overrated.
    """
    given = set(zip(known.left.tolist(), known.right.tolist(), strict=True))
    ends = zip(pairing.left.tolist(), pairing.right.tolist(), strict=True)
    kept = np.flatnonzero(np.array([pair in given for pair in ends], bool) | (pairing.score >= CHECK_FROM))
    return replace(
        pairing,
        left=pairing.left[kept],
        right=pairing.right[kept],
        score=pairing.score[kept],
        main=pairing.main[kept],
        basis=tuple(pairing.basis[at] for at in kept.tolist()),
    )


def collect_known(left: PreparedVersion, right: PreparedVersion, known: KnownLinks) -> PairLinks:
    """Return links that are known as the links of a pair."""
    links = PairLinks.empty(left.size, right.size)
    links.add(known.left, known.right, known.score)
    return links


def is_surely_related(
    left: PreparedVersion, right: PreparedVersion, known: KnownLinks, title: str, weights: LinkWeights
) -> bool:
    """Tell whether what is linked already proves two texts, of one language, to be versions of one."""
    if is_cross_language(left, right, weights):
        return False
    share = measure_common_share(left, right, collect_known(left, right, known))
    return share >= weights.related or bear_one_title(title, left.version, right.version)
