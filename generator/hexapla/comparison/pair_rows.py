"""The rows of an alignment between two versions: each with the units that the links of the two bind.

A row of many versions can hold several units of both, because a third version unites them: sections 15 and
16 became 16 and 17, and in a later text both are 18. Read from the first to the second nothing was regrouped.
And where one version prints an article as it is and as it will be, another that has only one of the two was
not merged from both. So a row is split into strands by the links between these two. A third version may join
what has no link of its own here; it takes none away, and adds none to a unit that has one.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from hexapla.comparison.version_contents import ComparedVersion
from hexapla.model import Alignment, Completeness, Relation, Row

Node = tuple[str, str]
"""(siglum, unit)"""
Component = tuple[tuple[str, ...], tuple[str, ...]]
"""units of the base and of the target, in document order; one of the two may be empty"""
Graph = Mapping[Node, AbstractSet[Node]]


class PairRow(NamedTuple):
    """A row between two versions: the whole, or one of the strands into which their links part it."""

    row: Row
    """its cells of the two versions hold the units that belong together here"""
    further: str | None = None
    """name of a strand that is not the row's first"""

    @property
    def id(self) -> str:
        """What this is called in the comparison."""
        return self.further or self.row.id


def build_pair_rows(alignment: Alignment, base: ComparedVersion, target: ComparedVersion) -> list[PairRow]:
    """Return the rows that either version has, in the table's order; the same whichever is the base.

    Post-conditions:
        1. Every unit of both versions is in exactly one.
        2. Ids are unique: the row's, and of further strands the name of their first unit.
        3. What a version lacks beyond its break is `not_in_text`, also of the strands of a row that it has.
    """
    first, second = sorted((base, target), key=lambda one: one.column)
    found = [
        strand
        for row in alignment.rows
        if row.cells[first.column] or row.cells[second.column]
        for strand in split_row(row, first, second)
    ]
    both = {row.id for row in alignment.rows if row.cells[first.column] and row.cells[second.column]}
    for here, there in ((first, second), (second, first)):
        if there.version.completeness is not Completeness.WHOLE:
            found = mark_not_in_text(found, here, there, both)
    return found


def split_row(row: Row, first: ComparedVersion, second: ComparedVersion) -> Iterator[PairRow]:
    """Yield the strands of a row, each as a row of its own."""
    own = find_components(
        row,
        (first.version.siglum, row.cells[first.column]),
        (second.version.siglum, row.cells[second.column]),
    )
    if len(own) == 1:
        yield PairRow(row)
        return
    for at, (left, right) in enumerate(own):
        cells = list(row.cells)
        cells[first.column], cells[second.column] = left, right
        name = f"{first.version.siglum}__{left[0]}" if left else f"{second.version.siglum}__{right[0]}"
        yield PairRow(replace(row, cells=tuple(cells)), name if at else None)


def mark_not_in_text(
    rows: Sequence[PairRow], here: ComparedVersion, there: ComparedVersion, both: Container[str]
) -> list[PairRow]:
    """Say of strands which a broken version lacks beyond its break that its silence proves nothing.

    The alignment says so of rows that the version lacks; here it is said of strands of rows that `both` have.
    A strand stands before the break if something after it, in the version that has it, has its counterpart in
    the broken one.
    """
    ends = there.version.completeness is Completeness.CUT_OFF
    known = [
        here.position[name]
        for each in rows
        if each.row.cells[there.column]
        for name in each.row.cells[here.column]
    ]
    edge = (max if ends else min)(known, default=-1)
    out = []
    for each in rows:
        row, own = each.row, [here.position[name] for name in each.row.cells[here.column]]
        alone = row.id in both and bool(own) and not row.cells[there.column]
        if alone and (min(own) > edge if ends else max(own) < edge):
            row = replace(row, not_in_text=(*row.not_in_text, there.version.siglum))
        out.append(each._replace(row=row))
    return out


def find_components(
    row: Row, base: tuple[str, Sequence[str]], target: tuple[str, Sequence[str]]
) -> tuple[Component, ...]:
    """Part a row.

    Args:
        row: the row.
        base: siglum, and its units in the row.
        target: the same.

    Post-conditions:
        1. Every unit of both versions is in exactly one strand.
        2. Strands stand in the order of their first units in the base, those without in the target's.
        3. Units that a link joins are in one strand.
        4. Nothing is parted on missing evidence: if a unit has no link at all, or an editor decided on the
           row and a unit finds no partner, the row is one strand.
    """
    left = [(base[0], unit) for unit in base[1]]
    right = [(target[0], unit) for unit in target[1]]
    whole = (tuple(base[1]), tuple(target[1]))
    if len(left) <= 1 and len(right) <= 1:
        return (whole,)
    near = build_link_graph(row)
    if any(node not in near for node in (*left, *right)):
        return (whole,)
    found = [
        order_component(group, left, right)
        for group in find_connected_units([*left, *right], find_partners(near, left, right))
    ]
    if row.decision is not None and not all(one and other for one, other in found):
        return (whole,)
    return tuple(alone for strand in found for alone in split_unlinked(strand))


def build_link_graph(row: Row) -> Graph:
    """Return what each unit of a row is linked to."""
    near: defaultdict[Node, set[Node]] = defaultdict(set)
    for link in row.links:
        near[link.a].add(link.b)
        near[link.b].add(link.a)
    return dict(near)


def find_partners(near: Graph, left: Sequence[Node], right: Sequence[Node]) -> Graph:
    """Return what each unit of two versions belongs to: what it is linked to in the other version.

    Of the units that have no link there, those belong together that links lead to over units of other
    versions.
    """
    here, there = set(left), set(right)
    direct = {node: there.intersection(near[node]) for node in left}
    direct |= {node: here.intersection(near[node]) for node in right}
    lonely = {node for node, others in direct.items() if not others}
    taken = direct.keys() - lonely
    passable = {node: own - taken for node, own in near.items()}
    found: dict[Node, AbstractSet[Node]] = dict(direct)
    for group in find_connected_units([node for node in direct if node in lonely], passable):
        own = group & lonely
        found |= dict.fromkeys(own, own)
    return found


def find_connected_units(starts: Sequence[Node], near: Graph) -> Iterator[set[Node]]:
    """Yield the connected groups in the order of the first of their starts."""
    seen: set[Node] = set()
    for start in starts:
        if start in seen:
            continue
        group, waiting = set[Node](), [start]
        while waiting:
            node = waiting.pop()
            if node not in group:
                group.add(node)
                waiting += near[node]
        seen |= group
        yield group


def order_component(group: set[Node], left: Sequence[Node], right: Sequence[Node]) -> Component:
    """Put the units of a group in document order."""
    return (
        tuple(node[1] for node in left if node in group),
        tuple(node[1] for node in right if node in group),
    )


def split_unlinked(strand: Component) -> Iterator[Component]:
    """Yield a strand; units that a third version binds to each other, but to nothing here, one by one."""
    base, target = strand
    if base and target:
        yield strand
        return
    yield from (((unit,), ()) for unit in base)
    yield from (((), (unit,)) for unit in target)


def classify_sizes(base: int, target: int) -> Relation:
    """Read the relation off how many units either version has."""
    if base > 1 and target > 1:
        return Relation.REGROUPED
    if base == target:
        return Relation.MATCHED
    if not base or not target:
        return Relation.ONLY_BASE if base else Relation.ONLY_TARGET
    return Relation.SPLIT if target > 1 else Relation.MERGED
