"""A row read between two versions: only what these two did to each other is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.comparison.pair_rows import classify_sizes, find_components
from hexapla.model import Basis, Link, Relation, Row

ROWS = [
    # base units, target units, links, strands
    ("15 16", "16 17", "A15-B16 A16-B17", "15:16 16:17"),
    ("15 16", "16 17", "A15-B16 A15-B17 A16-B17", "15 16:16 17"),
    ("15 16", "18", "A15-B18 A16-B18", "15 16:18"),
    ("3", "3 5", "A3-B3 A3-B5", "3:3 5"),
    ("1 2", "1 2 3", "A1-B1 A2-B2 A2-B3", "1:1 2:2 3"),
    ("1 2 3", "1 2 3", "A1-B1 A1-B2 A2-B3 A3-B3", "1:1 2 2 3:3"),
    ("1", "1", "", "1:1"),
    ("1 2", "1", "", "1 2:1"),
    # a third version joins what has no link of its own
    ("15 16", "16 17", "A15-B16 A16-C18 B17-C18", "15:16 16:17"),
    ("15 16", "17", "A15-C18 A16-C18 B17-C18", "15 16:17"),
    ("1 2", "1 2", "A1-B1 A2-C5 C5-D6 B2-D6", "1:1 2:2"),
    ("15 16", "16 17", "A15-B16 A16-C18", "15 16:16 17"),
    # and adds nothing to what has one
    ("2 2b", "2", "A2-B2 A2b-C2 B2-C2", "2:2 2b:"),
    ("2", "2 2b", "A2-B2 A2-C2 B2b-C2", "2:2 :2b"),
    ("2 2b 2c", "2", "A2-B2 A2b-C2 A2c-C2 B2-C2", "2:2 2b: 2c:"),
    ("1 2", "1 2", "A1-B1 A2-C1 B2-D1 B1-C1 A1-D1", "1:1 2: :2"),
    ("15 16", "", "A15-C18 A16-C18", "15: 16:"),
    ("", "15 16", "B15-C18 B16-C18", ":15 :16"),
]


def node(name: str) -> tuple[str, str]:
    return name[0], name[1:]


def row(base: str, target: str, links: str, decision: str | None = None) -> Row:
    made = tuple(
        Link(a=node(a), b=node(b), basis=Basis.WORDING, score=0.5)
        for a, b in (sorted(link.split("-")) for link in links.split())
    )
    return Row(id="A__1", cells=(tuple(base.split()), tuple(target.split())), links=made, decision=decision)


def parted(base: str, target: str, links: str, decision: str | None = None) -> str:
    found = find_components(row(base, target, links, decision), ("A", base.split()), ("B", target.split()))
    return " ".join(f"{' '.join(left)}:{' '.join(right)}" for left, right in found)


@pytest.mark.parametrize(("base", "target", "links", "expected"), ROWS)
def test_row(base: str, target: str, links: str, expected: str) -> None:
    assert parted(base, target, links) == expected


def test_what_an_editor_decided_is_not_parted_on_missing_evidence() -> None:
    assert parted("2 2b", "2", "A2-B2 A2b-C2 B2-C2", decision="one provision in two articles") == "2 2b:2"
    assert parted("15 16", "16 17", "A15-B16 A16-B17", decision="two rules") == "15:16 16:17"
    assert parted("15 16", "", "A15-C18 A16-C18", decision="one provision in two articles") == "15 16:"


@pytest.mark.parametrize(
    ("sizes", "relation"),
    [
        ((1, 1), Relation.MATCHED),
        ((1, 3), Relation.SPLIT),
        ((2, 1), Relation.MERGED),
        ((2, 2), Relation.REGROUPED),
        ((2, 0), Relation.ONLY_BASE),
        ((0, 1), Relation.ONLY_TARGET),
    ],
)
def test_relation(sizes: tuple[int, int], relation: Relation) -> None:
    assert classify_sizes(*sizes) is relation


names = st.lists(st.sampled_from("1234"), unique=True).map(lambda own: tuple(sorted(own)))
nodes = st.tuples(st.sampled_from("ABC"), st.sampled_from("1234"))


@given(names, names, st.lists(st.tuples(nodes, nodes).filter(lambda pair: pair[0][0] < pair[1][0])))
def test_laws(
    base: tuple[str, ...],
    target: tuple[str, ...],
    pairs: list[tuple[tuple[str, str], tuple[str, str]]],
) -> None:
    held = {("A", unit) for unit in base} | {("B", unit) for unit in target}
    links = tuple(
        Link(a=a, b=b, basis=Basis.WORDING, score=0.5)
        for a, b in pairs
        if all(end in held or end[0] == "C" for end in (a, b))
    )
    made = Row(id="A__1", cells=(base, target), links=links)
    found = find_components(made, ("A", base), ("B", target))
    assert sorted(unit for left, _ in found for unit in left) == sorted(base)
    assert sorted(unit for _, right in found for unit in right) == sorted(target)
    for link in links:
        if (link.a[0], link.b[0]) == ("A", "B"):
            assert any(link.a[1] in left and link.b[1] in right for left, right in found)
    back = find_components(made, ("B", target), ("A", base))
    assert {(right, left) for left, right in back} == set(found)
