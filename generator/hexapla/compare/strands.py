"""The strands of a row between two versions: which of its units belong to which.

A row of many versions can hold several units of both, because a third version unites them: sections 15 and 16
became 16 and 17, and in a later text both are 18. Read from the first to the second nothing was regrouped.
So what two versions make of a row is read from the links between these two, and where a unit has none of its
own, from those that lead over a third version.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hexapla.model import Relation, Row

__all__ = ["Strand", "relation_in", "strands"]

Node = tuple[str, str]
"""(siglum, unit)"""
Strand = tuple[tuple[str, ...], tuple[str, ...]]
"""units of the base and of the target, in document order, none empty"""


def strands(
    row: Row, base: tuple[str, Sequence[str]], target: tuple[str, Sequence[str]]
) -> tuple[Strand, ...]:
    """Part a row that both versions have.

    Args:
        row: the row.
        base: siglum, and its units in the row.
        target: the same.

    Post-conditions:
        1. Every unit of both versions is in exactly one strand.
        2. Strands stand in the order of their first units in the base.
        3. Nothing is parted on missing evidence: if a unit finds no partner, the row is one strand.
    """
    left = [(base[0], unit) for unit in base[1]]
    right = [(target[0], unit) for unit in target[1]]
    whole = (tuple(base[1]), tuple(target[1]))
    if len(left) == 1 or len(right) == 1:
        return (whole,)
    partners = defaultdict(set)
    for one, other in pairs(row, left, right):
        partners[one].add(other)
        partners[other].add(one)
    if any(node not in partners for node in (*left, *right)):
        return (whole,)
    return tuple(
        (
            tuple(unit for siglum, unit in left if (siglum, unit) in group),
            tuple(unit for siglum, unit in right if (siglum, unit) in group),
        )
        for group in groups(left, partners)
    )


def pairs(row: Row, left: Sequence[Node], right: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    """Yield what is linked, directly or, where a unit has no direct link, over a third version."""
    near = defaultdict(set)
    for link in row.links:
        near[link.a].add(link.b)
        near[link.b].add(link.a)
    there = set(right)
    for one in left:
        direct = near[one] & there
        over = {far for middle in near[one] for far in near[middle] & there}
        for other in direct or over:
            yield one, other
    for other in right:
        if not near[other] & set(left):
            for middle in near[other]:
                for one in near[middle] & set(left):
                    yield one, other


def groups(left: Sequence[Node], partners: dict[Node, set[Node]]) -> Iterator[set[Node]]:
    """Yield the connected groups, by their first unit on the left."""
    seen: set[Node] = set()
    for start in left:
        if start in seen:
            continue
        group, waiting = set(), [start]
        while waiting:
            node = waiting.pop()
            if node not in group:
                group.add(node)
                waiting += partners[node]
        seen |= group
        yield group


def relation_in(parted: Sequence[Strand]) -> Relation:
    """Say what the strands of a row make of it: the most that happened in any of them."""
    split = any(len(left) == 1 and len(right) > 1 for left, right in parted)
    merged = any(len(right) == 1 and len(left) > 1 for left, right in parted)
    both = any(len(left) > 1 and len(right) > 1 for left, right in parted)
    if both or (split and merged):
        return Relation.REGROUPED
    if split or merged:
        return Relation.SPLIT if split else Relation.MERGED
    return Relation.MATCHED
