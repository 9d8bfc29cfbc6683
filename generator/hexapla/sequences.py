"""What two orders have in common: increasing subsequences of integers, and the pairing of two sequences.

Alignment, comparison, amending, pages and files ask it which pairs of places stand in the same order on both
sides. All functions return positions in what they are given, for the caller to look up what stands there.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


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
    piles: list[int] = []
    for value in values:
        if not tops or value > tops[-1]:  # most values of two orders that agree
            piles.append(len(tops))
            tops.append(value)
            continue
        pile = bisect_left(tops, value)
        piles.append(pile)
        tops[pile] = value
    # What stands before a value is the last one on the pile before its own.
    chain: list[int] = []
    wanted = len(tops) - 1
    for position in range(len(piles) - 1, -1, -1):
        if piles[position] == wanted:
            chain.append(position)
            wanted -= 1
    return chain[::-1]


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


def pair_in_order(
    base: Sequence[Item], target: Sequence[Item], gain: Callable[[Item, Item], float], *, most: int
) -> list[tuple[int | None, int | None]]:
    """Pair the items of two sequences, without crossing, so that the sum of gains is as great as can be.

    The global alignment of Needleman and Wunsch (1970) in which a gap costs nothing; O(n m) time and memory.
    Ties: pairs come as early as they can; of items without partner those of the base come first.

    Args:
        base: one sequence.
        target: the other.
        gain: what a pair is worth; 0 for two items that must not be paired.
        most: pairs to measure. Where there would be more, none is made.

    Returns:
        Positions in both, in order; each once, with None beside what has no partner.

    >>> pair_in_order("abc", "acd", lambda a, b: float(a == b), most=9)
    [(0, 0), (1, None), (2, 1), (None, 2)]
    >>> pair_in_order("ab", "ba", lambda a, b: float(a == b), most=9)
    [(0, None), (1, 0), (None, 1)]
    """
    rows, columns = len(base), len(target)
    if rows * columns > most:
        return [*((row, None) for row in range(rows)), *((None, column) for column in range(columns))]
    gains = [[gain(one, other) for other in target] for one in base]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        below, here, own = best[row + 1], best[row], gains[row]
        for column in range(columns - 1, -1, -1):
            both = below[column + 1] + own[column] if own[column] else 0.0
            here[column] = max(below[column], here[column + 1], both)
    found: list[tuple[int | None, int | None]] = []
    row = column = 0
    while row < rows or column < columns:
        worth = gains[row][column] if row < rows and column < columns else 0.0
        if worth and best[row][column] == best[row + 1][column + 1] + worth:
            found.append((row, column))
            row, column = row + 1, column + 1
        elif row < rows and best[row][column] == best[row + 1][column]:
            found.append((row, None))
            row += 1
        else:
            found.append((None, column))
            column += 1
    return found


def _chain(before: Sequence[int], last: int) -> list[int]:
    """Follow predecessors back from the last position; -1 ends."""
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]
