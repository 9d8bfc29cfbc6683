"""Find links by position in texts that are known to be related, where the wording does not tell.

Two unlinked units may lie in the same gap between links, or next to a link. And a heading may have lost its
text to the clauses below it, or gained it from there: `8. Termination` with a text became `8. Termination`
without one, and `8.1.` to `8.4.` with it. The old clause is linked to `8.1.` by its wording; the new heading
belongs to the same old clause, but has no wording of its own by which to link it.
"""

from collections.abc import Sequence

import numpy as np

from hexapla.alignment.arrays import Pairs, merge_pairs
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.links import UNLINKED, PairLinks, PartialLink
from hexapla.alignment.prepared import PreparedVersion


def find_same_position_pairs(links: PairLinks, weights: LinkWeights) -> Pairs:
    """Find pairs of unlinked units that lie in the same gap between links, or next to a link."""
    return merge_pairs(find_pairs_in_gaps(links, weights.most_pairs_at_place), find_pairs_beside_links(links))


def find_pairs_in_gaps(links: PairLinks, most: int) -> Pairs:
    """Find pairs of unlinked units that lie between the same two links of the longest chain in order.

    Gaps with more than `most` pairs are left out.
    """
    chain = links.chain
    left, right = np.flatnonzero(links.to_right == UNLINKED), np.flatnonzero(links.to_left == UNLINKED)
    here, there = np.searchsorted(chain, left), np.searchsorted(links.to_right[chain], right)
    mine, yours = (np.bincount(gap, minlength=len(chain) + 1) for gap in (here, there))
    small = (mine * yours <= most)[here]
    left, here = left[small], here[small]
    width = yours[here]
    place = np.arange(width.sum()) - np.repeat(np.cumsum(width) - width, width)
    begin = np.repeat((np.cumsum(yours) - yours)[here], width)
    return np.repeat(left, width), right[begin + place]


def find_pairs_beside_links(links: PairLinks) -> Pairs:
    """Find pairs of unlinked units whose neighbours before or after are linked, also inside moved blocks."""
    found = []
    linked = links.linked
    for step in (-1, 1):
        left, right = linked + step, links.to_right[linked] + step
        inside = (left >= 0) & (left < len(links.to_right)) & (right >= 0) & (right < len(links.to_left))
        left, right = left[inside], right[inside]
        free = (links.to_right[left] == UNLINKED) & (links.to_left[right] == UNLINKED)
        found.append((left[free], right[free]))
    return merge_pairs(*found)


def link_lone_headings(
    left: PreparedVersion, right: PreparedVersion, links: PairLinks, weights: LinkWeights
) -> list[PartialLink]:
    """Link each unlinked heading to the unit that begins with its words and is linked to a clause below."""
    score = weights.heading_score
    found = [
        PartialLink(at, other, score)
        for at, other in find_heading_partners(left, right, links.to_right.tolist(), list_part_pairs(links))
    ]
    back = find_heading_partners(
        right, left, links.to_left.tolist(), [(other, at) for at, other in list_part_pairs(links)]
    )
    return found + [PartialLink(at, other, score) for other, at in back]


def list_part_pairs(links: PairLinks) -> list[tuple[int, int]]:
    """Return the partial links as pairs of positions (left, right)."""
    return [(part.left, part.right) for part in links.parts]


def find_heading_partners(
    side: PreparedVersion, other: PreparedVersion, partner: Sequence[int], parts: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Find a partner for each unlinked heading without text on one side.

    The partner is a unit of the other side that is linked to a unit below the heading and whose key begins
    with the key of the heading.

    Args:
        side: the version of the headings.
        other: the other version.
        partner: per unit of `side` its main partner, or a negative value.
        parts: partial links (unit of `side`, unit of `other`).

    Returns:
        Pairs of positions (heading, partner).
    """
    busy = {at for at, _ in parts}
    lone = [
        at
        for at, unit in enumerate(side.units[:-1])
        if partner[at] == UNLINKED and at not in busy and unit.heading and not unit.text
    ]
    if not lone:
        return []
    beside: dict[int, list[int]] = {}
    for at, there in (*enumerate(partner), *parts):
        if there >= 0:
            beside.setdefault(at, []).append(there)
    out = []
    for at in lone:
        under = (there for below in find_units_below(side, at) for there in beside.get(below, ()))
        held = next((there for there in under if other.keys[there].startswith(side.keys[at])), None)
        if held is not None:
            out.append((at, held))
    return out


def find_units_below(side: PreparedVersion, at: int) -> range:
    """Return the positions of the units below a heading that is itself a unit."""
    depth = side.units[at].clause.depth
    end = at + 1
    while end < side.size and side.units[end].clause.depth > depth:
        end += 1
    return range(at + 1, end)
