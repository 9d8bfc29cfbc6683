"""From links of pairs to rows over all versions: unite, strongest first, one unit per version and row.

Links that would put two units of a version into a row lose against stronger ones; the parts of a split or
a merge are united last, and they alone make cells of several units.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Bond", "unite"]

Node = tuple[int, int]
"""(version, unit), both counted from 0"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """A link between units of any two versions."""

    left: Node
    right: Node
    score: float
    main: bool


class _Sets:
    """Disjoint sets of units, each knowing what it holds of which version."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.parent: dict[Node, Node] = {}
        self.members: dict[Node, dict[int, list[Node]]] = {
            (version, unit): {version: [(version, unit)]}
            for version, size in enumerate(sizes)
            for unit in range(size)
        }

    def root(self, node: Node) -> Node:
        while (above := self.parent.get(node)) is not None:
            further = self.parent.get(above)
            if further is not None:
                self.parent[node] = further
            node = above
        return node

    def join(self, left: Node, right: Node) -> None:
        if len(self.members[left]) < len(self.members[right]):
            left, right = right, left
        self.parent[right] = left
        for version, nodes in self.members.pop(right).items():
            self.members[left].setdefault(version, []).extend(nodes)


def unite(sizes: Sequence[int], bonds: Iterable[Bond]) -> list[dict[int, list[int]]]:
    """Unite units into rows: per row the units of each version that has some.

    Post-conditions:
        1. Every unit stands in exactly one row.
        2. The rows do not depend on the order of the bonds.
        3. A row holds two units of one version only where a part of a split or a merge binds them.
    """
    sets = _Sets(sizes)
    for bond in sorted(bonds, key=lambda bond: (not bond.main, -bond.score, bond.left, bond.right)):
        left, right = sets.root(bond.left), sets.root(bond.right)
        if left == right:
            continue
        if bond.main and sets.members[left].keys() & sets.members[right].keys():
            continue
        sets.join(left, right)
    return [
        {version: sorted(unit for _, unit in nodes) for version, nodes in sorted(members.items())}
        for members in sets.members.values()
    ]
