"""Which nodes of two texts are one: what a comparison says, and of what has no number, its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from hexapla.amending.explicit.carry_out import keeps_number
from hexapla.amending.explicit.outline import Node, Outline
from hexapla.model import Comparison
from hexapla.sequences import longest_increasing, pair_in_order

ALIKE = 0.45
"""likeness from which two stretches are one that was changed"""
MOST_CELLS = 40_000
"""pairs of passages whose likeness is measured"""


@dataclass(frozen=True, slots=True)
class NodePairs:
    """What became of outermost nodes."""

    source: dict[int, int]
    """index in the target → index in the base"""
    moved: frozenset[int]
    """indices in the target of what left its order"""


def plain(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


def likeness(one: Node, other: Node) -> float:
    """Measure how alike two nodes are, their numbers apart."""
    if one.kind != other.kind or bool(one.number) != bool(other.number):
        return 0.0
    if one.kind == "division" and keeps_number(one, other.head):
        return 0.0
    a, b = plain(one.head[len(one.number) :]), plain(other.head[len(other.number) :])
    return 1.0 if a == b else float(Indel.normalized_similarity(a, b))


def pair_by_likeness(old: Sequence[Node], new: Sequence[Node]) -> list[tuple[int | None, int | None]]:
    """Pair nodes in order, so that the pairs are as alike as can be."""

    def gain(one: Node, other: Node) -> float:
        alike = likeness(one, other)
        return alike if alike >= ALIKE else 0.0

    return pair_in_order(old, new, gain, most=MOST_CELLS)


def pair_units(old: Outline, new: Outline, comparison: Comparison) -> dict[int, int]:
    """Pair units as the comparison does; of several that became one, or one several, the most alike."""
    here = {node.id: index for index, node in enumerate(old.nodes) if node.id}
    there = {node.id: index for index, node in enumerate(new.nodes) if node.id}
    source: dict[int, int] = {}
    for change in comparison.changes:
        before = [here[i] for i in change.cells[0] if i in here]
        after = [there[j] for j in change.cells[1] if j in there]
        ranked = sorted((-likeness(old.nodes[i], new.nodes[j]), i, j) for i in before for j in after)
        taken: set[int] = set()
        for _, i, j in ranked:
            numbered = bool(old.nodes[i].number) == bool(new.nodes[j].number)
            if numbered and i not in taken and j not in source:
                source[j] = i
                taken.add(i)
    return source


def pair_nodes(old: Outline, new: Outline, comparison: Comparison, *, moves: bool) -> NodePairs:
    """Pair outermost nodes.

    Args:
        old: outline of the base.
        new: outline of the target.
        comparison: which says which units are one.
        moves: units may leave their order; else they are taken for others.
    """
    source = pair_units(old, new, comparison)
    others = [i for i, n in enumerate(old.nodes) if n.kind != "unit"]
    news = [j for j, n in enumerate(new.nodes) if n.kind != "unit"]
    for i, j in pair_by_likeness([old.nodes[i] for i in others], [new.nodes[j] for j in news]):
        if i is not None and j is not None:
            source[news[j]] = others[i]
    order = sorted(source)
    chain = {order[k] for k in longest_increasing([source[j] for j in order])}
    away = [j for j in order if j not in chain]
    moved = frozenset(j for j in away if moves and new.nodes[j].kind == "unit")
    return NodePairs({j: i for j, i in source.items() if j in chain or j in moved}, moved)
