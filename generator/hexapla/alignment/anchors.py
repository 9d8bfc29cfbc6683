"""Link units with equal texts, before any similarity is computed."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from hexapla.alignment.arrays import Ints
from hexapla.alignment.link_weights import LinkWeights
from hexapla.alignment.links import UNLINKED, PairLinks
from hexapla.alignment.prepared import PreparedVersion
from hexapla.alignment.trace import Stage

CHARACTER = 4
"""bytes per character of a key (UTF-32)"""


def link_equal_units(
    left: PreparedVersion, right: PreparedVersion, links: PairLinks, weights: LinkWeights
) -> None:
    """Link unlinked units with equal texts.

    Post-conditions:
        1. Units whose keys are long enough, equal, and unique on both sides are linked, in order or not.
        2. So are those whose keys are equal once look-alikes are folded.
        3. Between two consecutive links of the longest chain in order, units with equal keys are linked in
           order if both sides have equally many. Two equal texts are thus linked unit by unit.
    """
    for stage, keys in (
        (Stage.EQUAL, (left.keys, right.keys)),
        (Stage.LOOKALIKE, (left.loose, right.loose)),
    ):
        pairs = match_unique_keys(*keys, links, CHARACTER * weights.anchor_length)
        links.add(pairs[:, 0], pairs[:, 1], 1.0)
        links.report(stage)
    link_between_anchors(left, right, links)
    links.report(Stage.BETWEEN)


def match_unique_keys(left: Sequence[bytes], right: Sequence[bytes], links: PairLinks, least: int) -> Ints:
    """Match unlinked units with equal keys that occur once among the unlinked units of each side.

    Args:
        left: keys of the left units.
        right: keys of the right units.
        links: the links made so far.
        least: least length of a key, in bytes.

    Returns:
        Pairs of positions (left, right), shape (pairs, 2).
    """
    mine = Counter(key for at, key in enumerate(left) if links.to_right[at] == UNLINKED)
    yours = Counter(key for at, key in enumerate(right) if links.to_left[at] == UNLINKED)
    place = {key: at for at, key in enumerate(right) if links.to_left[at] == UNLINKED}
    pairs = [
        (at, place[key])
        for at, key in enumerate(left)
        if len(key) >= least and links.to_right[at] == UNLINKED and mine[key] == 1 and yours[key] == 1
    ]
    return np.array(pairs, np.int64).reshape(-1, 2)


def link_between_anchors(left: PreparedVersion, right: PreparedVersion, links: PairLinks) -> None:
    """Link equal units between each two consecutive links of the longest chain in order."""
    chain = links.chain
    places = [
        (-1, -1),
        *zip(chain.tolist(), links.to_right[chain].tolist(), strict=True),
        (left.size, right.size),
    ]
    for (start, other), (end, other_end) in pairwise(places):
        if end - start > 1 and other_end - other > 1:
            link_in_gap(left, right, links, range(start + 1, end), range(other + 1, other_end))


def link_in_gap(
    left: PreparedVersion, right: PreparedVersion, links: PairLinks, mine: range, yours: range
) -> None:
    """Link unlinked units with equal keys within two ranges of positions, in order.

    Units with one key are linked only if both ranges hold equally many of them. A unit with an empty key is
    identified by its number instead.
    """
    here: defaultdict[bytes, list[int]] = defaultdict(list)
    there: defaultdict[bytes, list[int]] = defaultdict(list)
    for side, places, taken, groups in (
        (left, mine, links.to_right, here),
        (right, yours, links.to_left, there),
    ):
        for at in places:
            if taken[at] == UNLINKED:
                groups[side.keys[at] or side.labels[at].encode()].append(at)
    for key, places_here in here.items():
        if len(there.get(key, ())) == len(places_here):
            links.add(np.array(places_here), np.array(there[key]), 1.0)


def link_repeated_units(left: PreparedVersion, right: PreparedVersion, links: PairLinks) -> None:
    """Link the remaining units with equal, repeated texts: first those with equal numbers, then in order."""
    here: defaultdict[bytes, list[int]] = defaultdict(list)
    there: defaultdict[bytes, list[int]] = defaultdict(list)
    busy = tuple(set(units.tolist()) for units in links.busy)
    for side, taken, groups, parts in (
        (left, links.to_right, here, busy[0]),
        (right, links.to_left, there, busy[1]),
    ):
        for at in np.flatnonzero(taken == UNLINKED).tolist():
            if side.keys[at] and at not in parts:
                groups[side.keys[at]].append(at)
    for key, mine in here.items():
        yours = there.get(key, [])
        numbered = {right.labels[at]: at for at in reversed(yours)}
        pairs = [(at, numbered.pop(left.labels[at])) for at in mine if left.labels[at] in numbered]
        done = {at for at, _ in pairs}, {at for _, at in pairs}
        rest = [
            [at for at in units if at not in known] for units, known in zip((mine, yours), done, strict=True)
        ]
        for at, other in (*pairs, *zip(*rest, strict=False)):
            links.add(np.array([at]), np.array([other]), 1.0)
    links.report(Stage.REPEAT)
