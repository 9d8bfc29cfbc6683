"""What a clause is called: the same in every output, and enough to find it."""

import builders
from hexapla.model import Clause, Role
from hexapla.reading.labels import label_units, strip_number
from hexapla.units import Unit, build_units


def division(name: str, number: str | None, heading: str | None = None, *, depth: int = 0) -> Clause:
    return builders.clause(name, number, "", heading=heading, depth=depth, role=Role.DIVISION)


def own(siglum: str, *clauses: Clause) -> tuple[Unit, ...]:
    return build_units(builders.version(siglum, list(clauses)))


def article(name: str, number: str | None, *, depth: int = 1) -> Clause:
    return builders.clause(name, number, "y", depth=depth)


def test_what_closes_a_number_is_no_part_of_its_name() -> None:
    assert [strip_number(each) for each in ("3.", "一、", "第三条：", "（二）", "第十\n二条", None)] == [
        *("3", "一", "第三条", "（二）", "第十二条", "")
    ]


def test_a_number_that_one_version_has_once_and_another_twice_is_told_alike_in_both() -> None:
    first, second = division("d0", "（一）"), division("d1", "（二）")
    twice = own("A", first, article("a", "3."), second, article("b", "3."))
    once = own("B", first, article("a", "1."), second, article("b", "3."))
    assert label_units({"B": once})["B", "b"] == "3"
    told = label_units({"A": twice, "B": once})
    assert told["A", "b"] == told["B", "b"] == "（二）3"
    assert told["B", "a"] == "1"


def test_so_many_divisions_are_told_as_tell_clauses_apart() -> None:
    parts = [
        clause
        for at, part in enumerate("一二")
        for clause in (
            division(f"p{at}", f"第{part}编"),
            division(f"c{at}", "第一章", depth=1),
            article(f"a{at}", "第一条", depth=2),
            division(f"e{at}", f"第{'二三'[at]}章", depth=1),
            article(f"b{at}", "第二条", depth=2),
        )
    ]
    told = label_units({"A": own("A", *parts)})
    assert list(told.values()) == ["第一编第一章第一条", "第二章第二条", "第二编第一章第一条", "第三章第二条"]


def test_a_division_without_a_number_is_told_by_its_heading() -> None:
    clauses = (
        *(division("d0", None, "Members"), article("a", "Rule 1")),
        *(division("d1", None, "Guests of the members and of their families"), article("b", "Rule 1")),
    )
    told = label_units({"A": own("A", *clauses)})
    assert list(told.values()) == ["Members Rule 1", "Guests of the members… Rule 1"]


def test_clauses_without_a_number_share_a_name() -> None:
    told = label_units({"A": own("A", division("d", "I."), article("a", None), article("b", None))}, "¶")
    assert set(told.values()) == {"¶"}
