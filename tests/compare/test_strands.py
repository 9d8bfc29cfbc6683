"""A row read between two versions: only what these two did to each other is told."""

import pytest

from hexapla.compare.strands import relation_in, strands
from hexapla.model import Basis, Link, Relation, Row

ROWS = [
    # base units, target units, links, strands, relation
    ("15 16", "16 17", "A15-B16 A16-B17", "15:16 16:17", Relation.MATCHED),
    ("15 16", "16 17", "A15-B16 A15-B17 A16-B17", "15 16:16 17", Relation.REGROUPED),
    ("15 16", "18", "A15-B18 A16-B18", "15 16:18", Relation.MERGED),
    ("3", "3 5", "A3-B3 A3-B5", "3:3 5", Relation.SPLIT),
    ("1 2", "1 2 3", "A1-B1 A2-B2 A2-B3", "1:1 2:2 3", Relation.SPLIT),
    ("1 2 3", "1 2 3", "A1-B1 A1-B2 A2-B3 A3-B3", "1:1 2 2 3:3", Relation.REGROUPED),
    ("15 16", "16 17", "A15-B16 A16-C18 C18-B17", "15:16 16:17", Relation.MATCHED),
    ("15 16", "16 17", "A15-B16 A16-C18", "15 16:16 17", Relation.REGROUPED),
    ("1", "1", "", "1:1", Relation.MATCHED),
]


def node(name: str) -> tuple[str, str]:
    return name[0], name[1:]


@pytest.mark.parametrize(("base", "target", "links", "expected", "relation"), ROWS)
def test_row(base: str, target: str, links: str, expected: str, relation: Relation) -> None:
    made = tuple(
        Link(a=node(a), b=node(b), basis=Basis.WORDING, score=0.5)
        for a, b in (sorted(link.split("-")) for link in links.split())
    )
    row = Row(id="A__1", cells=(tuple(base.split()), tuple(target.split())), links=made)
    found = strands(row, ("A", base.split()), ("B", target.split()))
    assert " ".join(f"{' '.join(left)}:{' '.join(right)}" for left, right in found) == expected
    assert relation_in(found) is relation


@pytest.mark.parametrize(("base", "target", "links", "expected", "relation"), ROWS)
def test_units_are_in_exactly_one_strand(
    base: str, target: str, links: str, expected: str, relation: Relation
) -> None:
    del expected, relation
    made = tuple(
        Link(a=node(a), b=node(b), basis=Basis.WORDING, score=0.5)
        for a, b in (sorted(link.split("-")) for link in links.split())
    )
    row = Row(id="A__1", cells=(tuple(base.split()), tuple(target.split())), links=made)
    found = strands(row, ("A", base.split()), ("B", target.split()))
    assert sorted(unit for left, _ in found for unit in left) == sorted(base.split())
    assert sorted(unit for _, right in found for unit in right) == sorted(target.split())
