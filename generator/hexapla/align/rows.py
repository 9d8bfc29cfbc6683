"""From links of pairs to rows over all versions: unite, strongest first, one unit per version and row.

Links that would put two units of a version into a row lose against stronger ones; the parts of a split or
a merge are united after them, and they and an editor alone make cells of several units.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

__all__ = ["Bond", "Cells", "Node", "Strength", "unite"]

Node = tuple[int, int]
"""(version, unit), both counted from 0"""
Cells = dict[int, list[int]]
"""the units of a row, per version that has some"""


class Strength(IntEnum):
    """What a link may do to rows, in the order in which links are heard."""

    DECLARED = 0
    """unites whatever it joins"""
    MAIN = 1
    """joins rows that have no version in common"""
    PART = 2
    """part of a split or a merge: unites whatever it joins"""
    QUOTED = 3
    """between unrelated texts: as MAIN, but a row takes one, so that no stranger brings others together"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """A link between units of any two versions."""

    left: Node
    right: Node
    score: float
    strength: Strength


class _Sets:
    """Disjoint sets of units, each knowing what it holds."""

    def __init__(self, sizes: Sequence[int], apart: Mapping[Node, frozenset[Node]]) -> None:
        nodes = [(version, unit) for version, size in enumerate(sizes) for unit in range(size)]
        self.parent: dict[Node, Node] = {}
        self.members: dict[Node, list[Node]] = {node: [node] for node in nodes}
        self.versions: dict[Node, int] = {node: 1 << node[0] for node in nodes}
        """per set the versions it holds, one bit each"""
        self.quoting: set[Node] = set()
        self.apart = apart

    def root(self, node: Node) -> Node:
        while (above := self.parent.get(node)) is not None:
            further = self.parent.get(above)
            if further is not None:
                self.parent[node] = further
            node = above
        return node

    def allows(self, left: Node, right: Node, strength: Strength) -> bool:
        if self.apart and self._kept_apart(left, right):
            return False
        if strength in (Strength.DECLARED, Strength.PART):
            return True
        if self.versions[left] & self.versions[right]:
            return False
        return strength is Strength.MAIN or not {left, right} & self.quoting

    def join(self, left: Node, right: Node, strength: Strength) -> None:
        if len(self.members[left]) < len(self.members[right]):
            left, right = right, left
        self.parent[right] = left
        self.members[left].extend(self.members.pop(right))
        self.versions[left] |= self.versions.pop(right)
        if strength is Strength.QUOTED:
            self.quoting.add(left)

    def _kept_apart(self, left: Node, right: Node) -> bool:
        return any(
            self.root(other) == right for node in self.members[left] for other in self.apart.get(node, ())
        )


def unite(sizes: Sequence[int], bonds: Iterable[Bond], apart: Mapping[Node, frozenset[Node]]) -> list[Cells]:
    """Unite units into rows.

    Post-conditions:
        1. Every unit stands in exactly one row.
        2. The rows do not depend on the order of the bonds.
        3. A row holds two units of one version only where a part of a split or a merge, or an editor, binds.
        4. No row holds two units that are to be kept apart, unless an editor contradicts himself.
    """
    sets = _Sets(sizes, apart)
    for bond in sorted(bonds, key=lambda bond: (bond.strength, -bond.score, bond.left, bond.right)):
        left, right = sets.root(bond.left), sets.root(bond.right)
        if left != right and sets.allows(left, right, bond.strength):
            sets.join(left, right, bond.strength)
    return [_cells(nodes) for nodes in sets.members.values()]


def _cells(nodes: list[Node]) -> Cells:
    cells: Cells = {}
    for version, unit in sorted(nodes):
        cells.setdefault(version, []).append(unit)
    return cells
