"""Find pairs of unlinked units at the same position of both texts, whatever their wording."""

import numpy as np

from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.links import UNLINKED, PairLinks
from hexapla.alignment.unit_pairs import Pairs, merge_pairs


def find_same_position_pairs(ties: PairLinks, weights: LinkWeights) -> Pairs:
    """Find pairs of unlinked units that lie in the same gap between links, or next to a link."""
    return merge_pairs(find_pairs_in_gaps(ties, weights.most_pairs_at_place), find_pairs_beside_links(ties))


def find_pairs_in_gaps(ties: PairLinks, most: int) -> Pairs:
    """Find pairs of unlinked units that lie between the same two links of the longest chain in order.

    Gaps with more than `most` pairs are left out.
    """
    chain = ties.chain
    left, right = np.flatnonzero(ties.to_right == UNLINKED), np.flatnonzero(ties.to_left == UNLINKED)
    here, there = np.searchsorted(chain, left), np.searchsorted(ties.to_right[chain], right)
    mine, yours = (np.bincount(gap, minlength=len(chain) + 1) for gap in (here, there))
    small = (mine * yours <= most)[here]
    left, here = left[small], here[small]
    width = yours[here]
    place = np.arange(width.sum()) - np.repeat(np.cumsum(width) - width, width)
    begin = np.repeat((np.cumsum(yours) - yours)[here], width)
    return np.repeat(left, width), right[begin + place]


def find_pairs_beside_links(ties: PairLinks) -> Pairs:
    """Find pairs of unlinked units whose neighbours before or after are linked, also inside moved blocks."""
    found = []
    linked = ties.linked
    for step in (-1, 1):
        left, right = linked + step, ties.to_right[linked] + step
        inside = (left >= 0) & (left < len(ties.to_right)) & (right >= 0) & (right < len(ties.to_left))
        left, right = left[inside], right[inside]
        free = (ties.to_right[left] == UNLINKED) & (ties.to_left[right] == UNLINKED)
        found.append((left[free], right[free]))
    return merge_pairs(*found)
