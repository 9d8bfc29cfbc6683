"""Decide whether two texts are versions of one text; link what loosely related texts share.

Texts that bear one title are versions of one text, as whoever put them together says. Of others it is
measured, as the share of the smaller text in linked units, weighted by score: most revisions of laws and
licences reach .33 and more; unrelated laws of one legislator .05 and less, mostly boilerplate. A law that was
rewritten from end to end reaches .20, a law that borrows from another .17; but the clauses of the former that
are most alike still stand in order.

In between are texts that borrow from each other. Their unmatched units are linked if they share a whole rare
phrase; between revisions of one text this would wrongly link added with deleted units that share formulaic
phrases.
"""

from enum import Enum

import numpy as np
from numpy.typing import NDArray

from hexapla.alignment.arrays import Ints, Pairs
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.links import EXCLUDED, UNLINKED, PairLinks, PartialLink
from hexapla.alignment.ngrams import UnitNgrams, count_ngrams
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.sparse_tables import is_small, list_cells, make_table_of_cells
from hexapla.alignment.tfidf import inverse_frequency
from hexapla.alignment.trace import Check, LinkOutcome, Stage, TraceStep
from hexapla.model import CHECK_FROM, STRONG_FROM, Version
from hexapla.sequences import longest_increasing
from hexapla.text import make_key


class Relatedness(Enum):
    """How two texts are related."""

    RELATED = "related"
    """versions of one text: an unmatched unit was added or deleted"""
    LOOSE = "loose"
    """one borrows from the other, or both from a third: shared phrases are linked"""
    UNRELATED = "unrelated"
    """similarities are due to chance or boilerplate"""


def assess_relatedness(
    left: PreparedVersion,
    right: PreparedVersion,
    links: PairLinks,
    counterparts: Pairs,
    weights: LinkWeights,
    *,
    one_title: bool,
) -> Relatedness:
    """Classify two versions by their titles, by the text that they have in common, and by its order.

    Args:
        left: one version.
        right: the other.
        links: the links made so far.
        counterparts: pairs of units each of which is the other's most similar one, by position.
        weights: thresholds of relation.
        one_title: whether both bear the title of the document.
    """
    share = measure_common_share(left, right, links)
    order = measure_common_order(left, right, counterparts, weights)
    if links.trace is not None:
        checks = (
            Check(name="title", value=float(one_title), least=1.0),
            Check(name="common", value=share, least=weights.related),
            Check(name="order", value=order, least=weights.related_order),
        )
        links.trace.weigh(TraceStep(stage=Stage.RELATION, outcome=LinkOutcome.CHECKED, checks=checks))
    ordered = share >= weights.loose and order >= weights.related_order
    if one_title or ordered or share >= weights.related:
        return Relatedness.RELATED
    return Relatedness.LOOSE if share >= weights.loose else Relatedness.UNRELATED


def bear_one_title(title: str, left: Version, right: Version) -> bool:
    """Tell whether both versions have titles of their own that hold the title of their document.

    The document's title is what the titles of its versions share, apart from years and words like “draft”.
    The title above a compilation is that of its page, not of each of its parts.
    """
    shared = make_key(title)
    return bool(shared) and all(
        version.part is None and version.titled and shared in make_key(version.title)
        for version in (left, right)
    )


def measure_common_order(
    left: PreparedVersion, right: PreparedVersion, counterparts: Pairs, weights: LinkWeights
) -> float:
    """Return the share of the units of the smaller version whose counterparts stand in order.

    0 if these are too few to tell.
    """
    by_left = np.argsort(counterparts[0], kind="stable")
    chain = longest_increasing(counterparts[1][by_left].tolist())
    return len(chain) / min(left.size, right.size) if len(chain) >= weights.ordered_units else 0.0


def measure_common_share(left: PreparedVersion, right: PreparedVersion, links: PairLinks) -> float:
    """Return the share of the smaller text in linked units, weighted by the scores of the links.

    Units that an editor has linked count in full; if one text is empty, the share is 1.
    """
    mine, yours = (np.array([len(key) for key in side.keys], np.float64) for side in (left, right))
    linked = links.linked
    common = float((np.minimum(mine[linked], yours[links.to_right[linked]]) * links.score[linked]).sum())
    common += float(min(mine[links.to_right == EXCLUDED].sum(), yours[links.to_left == EXCLUDED].sum()))
    smaller = float(min(mine.sum(), yours.sum()))
    return common / smaller if smaller else 1.0


def link_shared_phrases(
    left: PreparedVersion,
    right: PreparedVersion,
    links: PairLinks,
    barred: frozenset[tuple[int, int]],
    weights: LinkWeights,
) -> list[PartialLink]:
    """Link unmatched units by shared phrases, the largest first, each unit once.

    The confidence of such a link is always `check`: its score rises with the share from `CHECK_FROM` to just
    below `STRONG_FROM`.
    """
    busy_left, busy_right = links.busy
    mine = np.setdiff1d(np.flatnonzero(links.to_right == UNLINKED), busy_left)
    yours = np.setdiff1d(np.flatnonzero(links.to_left == UNLINKED), busy_right)
    found = []
    for mass, share, one, other in find_shared_phrases(left, right, mine, yours, weights):
        place = int(mine[one]), int(yours[other])
        if place not in barred:
            score = round(CHECK_FROM + (STRONG_FROM - CHECK_FROM) * min(share, 0.999), 6)
            found.append((-mass, PartialLink(*place, score)))
    taken: tuple[set[int], set[int]] = (set(), set())
    found_parts = []
    for _, part in sorted(found):
        if part.left not in taken[0] and part.right not in taken[1]:
            taken[0].add(part.left)
            taken[1].add(part.right)
            found_parts.append(part)
    return found_parts


def find_shared_phrases(
    left: PreparedVersion, right: PreparedVersion, mine: Ints, yours: Ints, weights: LinkWeights
) -> list[tuple[float, float, int, int]]:
    """Find pairs of phrases, one of each side, that share enough.

    Args:
        left: one version.
        right: the other.
        mine: positions of the left units to search, ascending.
        yours: positions of the right units to search, ascending.
        weights: least mass and least share.

    Returns:
        Per pair the shared idf mass, its share of the smaller phrase, and the units' positions in `mine` and
        `yours`.
    """
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
    common = list_cells((weighed @ present[there].T).tocsr())
    out = []
    for at, other, held in zip(*(each.tolist() for each in common), strict=True):
        one, two = here[at], there[other]
        share = held / min(mass[one], mass[two])
        if held >= least and share >= weights.phrase_share:
            units = np.searchsorted(mine, owner[one]), np.searchsorted(yours, owner[two] - left.size)
            out.append((held, share, int(units[0]), int(units[1])))
    return out


def compute_idf(grams: UnitNgrams, weights: LinkWeights) -> NDArray[np.float32]:
    """Return the inverse document frequency of each n-gram over all units, shape (n-grams,)."""
    units = len(grams.first) - 1
    owner = np.repeat(np.arange(units), np.diff(grams.first))
    small = is_small(grams.sentences)
    owners = make_table_of_cells(owner, np.arange(len(owner)), (units, len(owner)), small=small)
    counts = (owners @ grams.sentences).tocsr()
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    return inverse_frequency(frequency, units, weights)
