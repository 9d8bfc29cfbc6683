"""Increasing subsequences of plain integers: what two orders of the same things have in common.

Alignment, comparison and pages ask it which pairs of places stand in the same order on both sides. Both
functions return positions in what they are given, for the caller to look up what the integers stand for.
"""

from bisect import bisect_left
from collections.abc import Sequence


def longest_increasing(values: Sequence[int]) -> list[int]:
    """Return the positions of a longest strictly increasing subsequence, in order; O(n log n).

    Patience sorting (Schensted 1961). Of several that are equally long it is the one whose last value is the
    least, whose last but one is the least that can stand before that one, and so on; of equal values it holds
    the one that came last before its successor.

    >>> longest_increasing([10, 30, 20, 40])
    [0, 2, 3]
    >>> longest_increasing([5, 5])
    [1]
    """
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(at[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        at[pile : pile + 1] = [position]
    return _chain(before, at[-1] if at else -1)


def heaviest_increasing(pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """Return the positions of the pairs of a heaviest chain that rises strictly on both sides, in order.

    A longest increasing subsequence with weights. The best chain that ends below each place on the right is
    kept in a tree of prefix maxima (Fenwick 1994): O(n log m) time, O(n + m) memory, m the greatest place.

    Ties: of several heaviest chains the one whose last pair is given first, and before it of several equally
    heavy beginnings again the one whose last pair is given first. Only between pairs with the same place on
    the left whose places on the right ascend is it the layout of the tree that decides; give them descending
    where that matters.

    Args:
        pairs: place on the left, ascending; place on the right, from 0, in any order; weight, above 0.
            Pairs with the same place on a side exclude each other.

    >>> heaviest_increasing([(0, 2, 5), (1, 0, 1), (2, 1, 1)])
    [0]
    >>> heaviest_increasing([(0, 2, 1), (1, 0, 1), (2, 1, 1)])
    [1, 2]
    >>> heaviest_increasing([(0, 0, 1), (0, 1, 1)])
    [0]
    """
    size = max((right for _, right, _ in pairs), default=-1) + 2
    best: list[float] = [0] * size
    end = [-1] * size
    total: list[float] = []
    before: list[int] = []
    top, last, entered = 0.0, -1, 0
    for position, (left, right, weight) in enumerate(pairs):
        while pairs[entered][0] < left:
            node, reached = pairs[entered][1] + 1, total[entered]
            while node < size:
                if reached > best[node]:
                    best[node], end[node] = reached, entered
                node += node & -node
            entered += 1
        below, behind, node = 0.0, -1, right
        while node > 0:
            if best[node] > below:
                below, behind = best[node], end[node]
            node &= node - 1
        before.append(behind)
        total.append(below + weight)
        if total[position] > top:
            top, last = total[position], position
    return _chain(before, last)


def _chain(before: Sequence[int], last: int) -> list[int]:
    """Follow predecessors back from the last position; -1 ends."""
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]
