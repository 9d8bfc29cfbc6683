"""The heaviest set of pairs that rise on both sides: what two orders have in common."""

from collections.abc import Iterable

__all__ = ["find_heaviest_chain"]

WeightedPair = tuple[int, int, int]
"""place on the one side, place on the other, weight"""


def find_heaviest_chain(pairs: Iterable[WeightedPair]) -> list[tuple[int, int]]:
    """Return the heaviest chain of pairs that rises strictly on both sides, in order.

    A longest increasing subsequence with weights, over a prefix-maximum tree (Fenwick 1994): n log n.
    """
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    size = max((other for _, other, _ in ordered), default=0) + 1
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    before: list[int] = []
    best = (0, -1)
    for index, (_, other, weight) in enumerate(ordered):
        total, previous = prefix_maximum(tree, other)
        before.append(previous)
        reached = (total + weight, index)
        raise_maximum(tree, other + 1, reached)
        best = max(best, reached, key=lambda entry: entry[0])
    chain = []
    at = best[1]
    while at >= 0:
        chain.append(ordered[at][:2])
        at = before[at]
    return chain[::-1]


def prefix_maximum(tree: list[tuple[int, int]], places: int) -> tuple[int, int]:
    """Return the best entry at the first so many places."""
    found = (0, -1)
    while places > 0:
        if tree[places][0] > found[0]:
            found = tree[places]
        places -= places & -places
    return found


def raise_maximum(tree: list[tuple[int, int]], place: int, entry: tuple[int, int]) -> None:
    """Enter a value at a place (counted from 1)."""
    while place < len(tree):
        if entry[0] > tree[place][0]:
            tree[place] = entry
        place += place & -place
