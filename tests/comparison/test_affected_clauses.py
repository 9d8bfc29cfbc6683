"""Clauses whose words stay while what they lean on changes: fifty judgements, precision and recall."""

from collections.abc import Iterator

import pytest

from comparison.affected_cases import CHINESE, ENGLISH, MISSED, Case, number_clauses
from hexapla.alignment import align
from hexapla.comparison import compare
from hexapla.comparison.definitions import DefinitionScope, find_definitions
from hexapla.model import Comparison
from hexapla.plan import Plan, VersionPlan
from hexapla.segmentation import segment
from hexapla.units import build_units
from segmentation.texts import cut, source

CASES = {
    **{f"zh {name}": (case, True) for name, case in CHINESE.items()},
    **{f"en {name}": (case, False) for name, case in ENGLISH.items()},
}


def read(case: Case, *, chinese: bool) -> Comparison:
    plan = Plan(
        id="x",
        versions=(VersionPlan(file="1.txt", issued="2012"), VersionPlan(file="2.txt", issued="2018")),
    )
    texts = [number_clauses(texts, chinese=chinese) for texts in (case.old, case.new)]
    sources = [source(text, path=f"{at}.txt") for at, text in enumerate(texts, 1)]
    return compare(align(segment(sources, plan)), "A", "B")


def judge(case: Case, *, chinese: bool) -> Iterator[tuple[int, set[str], set[str]]]:
    """Yield for each judged clause what it should be affected by, and what was found."""
    comparison = read(case, chinese=chinese)
    units = [unit.id for unit in build_units(comparison.document.version("B")) if unit.number]
    found = {
        unit: {str(each.reason) for each in change.affected}
        for change in comparison.changes
        for unit in change.cells[1]
    }
    for at, reasons in case.judged.items():
        yield at, set(reasons.split()), found[units[at - 1]]


@pytest.mark.parametrize("name", CASES)
def test_a_judgement(name: str) -> None:
    case, chinese = CASES[name]
    for at, wanted, found in judge(case, chinese=chinese):
        assert (at, found) == (at, wanted)


def test_precision_and_recall_over_all() -> None:
    every = [*CASES.values(), *MISSED.values()]
    told = [each for case, chinese in every for each in judge(case, chinese=chinese)]
    right = sum(bool(wanted & found) for _, wanted, found in told)
    found = sum(bool(found) for _, _, found in told)
    wanted = sum(bool(wanted) for _, wanted, _ in told)
    assert len(told) >= 50
    assert right / found >= 0.9
    assert right / wanted >= 0.8


def test_an_affected_clause_is_no_change() -> None:
    case, chinese = CASES["zh a term is widened"]
    comparison = read(case, chinese=chinese)
    change = comparison.changes[1]
    assert [str(flag) for flag in change.flags] == ["identical"]
    assert [(each.change, each.words) for each in change.affected] == [("A__art_1", "泊位")]


def test_read_backwards_it_is_the_same() -> None:
    case, chinese = CASES["zh both"]
    forward = read(case, chinese=chinese)
    alignment = align(forward.document)
    back = compare(alignment, "B", "A")
    assert [change.affected for change in back.changes] == [change.affected for change in forward.changes]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("第一条 本法所称船舶，是指各类船只。", {"船舶"}),
        ("第一条 “浮标”是指水面上的标志。", {"浮标"}),
        ("第一条 航标管理中心（以下简称管理中心）负责。", {"管理中心"}),
        ("第一条 本条所称船舶，包括木筏。", {"船舶"}),
        ("第一条 船舶应当点灯，这是指全部船舶。", set()),
        ("Section 1. “Boat” means anything that floats.", {"Boat"}),
        ("1.1. “Boat”\nmeans anything that floats.\n1.2. “Quay”\nmeans a wall.", {"Boat", "Quay"}),
        ("Section 1. By no means may a boat stay.", set()),
        ("Section 1. The Harbour Office (the “Office”) runs it.", {"Office"}),
    ],
)
def test_terms_that_a_text_defines(text: str, terms: set[str]) -> None:
    units = build_units(cut(text).versions[0])
    assert {each.term for each in find_definitions(units)} == terms


def test_where_a_definition_holds() -> None:
    text = (
        "第一条 本条所称船舶，包括木筏。\n第二条 本章所称船员，包括学徒。\n"
        "第三条 本法所称泊位，包括浮码头。\n"
    )
    scopes = [each.scope for each in find_definitions(build_units(cut(text).versions[0]))]
    assert scopes == [DefinitionScope.CLAUSE, DefinitionScope.DIVISION, DefinitionScope.TEXT]
