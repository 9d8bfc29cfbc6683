from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

import builders
from hexapla.model import Role, Version
from hexapla.reading.columns import (
    DisplacedUnits,
    DivisionSlot,
    PlacedRow,
    arrange_columns,
    merge_columns,
    pair_divisions,
    read_column,
)
from hexapla.units import build_units

Column = Sequence[str]
"""a version in short: a letter is a unit of that row, a digit a division"""


def version(siglum: str, column: Column) -> Version:
    return builders.version(
        siglum,
        [
            builders.clause(
                f"{name}{at}",
                name,
                "" if name.isdigit() else name * 3,
                heading=f"heading {name}" if name.isdigit() else None,
                depth=0 if name.isdigit() else 1,
                role=Role.DIVISION if name.isdigit() else Role.UNIT,
            )
            for at, name in enumerate(column)
        ],
    )


class Rows(dict[tuple[str, str], str]):
    """The rows of units whose names begin with the row's."""

    def __missing__(self, place: tuple[str, str]) -> str:
        return place[1][0]


def slots(base: Column, target: Column, moved: str = "") -> list[DivisionSlot | PlacedRow | DisplacedUnits]:
    versions = (version("A", base), version("B", target))
    own = (build_units(versions[0]), build_units(versions[1]))
    return list(arrange_columns(versions, own, Rows(), moved))


def told(base: Column, target: Column, moved: str = "") -> str:
    """Write an arrangement: `x` on both sides, `x-` `-x` on one, `x>` `<x` stubs, `x*` base repeated."""
    out = []
    for slot in slots(base, target, moved):
        if isinstance(slot, DivisionSlot):
            both = slot.base is not None and slot.target is not None
            clause = slot.base or slot.target
            assert clause is not None
            out.append(clause.id[0] if both else f"{clause.id[0]}-" if slot.base else f"-{clause.id[0]}")
        elif isinstance(slot, DisplacedUnits):
            out.append(f"{slot.row}>" if slot.side == "base" else f"<{slot.row}")
        elif slot.base_here and slot.target_here:
            out.append(slot.row)
        elif slot.base_here:
            out.append(f"{slot.row}-")
        else:
            out.append(f"{slot.row}*" if slot.row in "".join(base) else f"-{slot.row}")
    return " ".join(out)


def test_rows_in_the_same_order_stand_once() -> None:
    assert told("abc", "abc") == "a b c"


def test_a_clause_of_one_side_stands_in_its_column() -> None:
    assert told("abc", "axc") == "a b- -x c"


def test_a_moved_clause_stands_at_both_places() -> None:
    assert told("abcd", "acdb", moved="b") == "a b> c d b*"


def test_a_row_that_moved_never_pushes_others_out_of_place() -> None:
    assert told("abc", "cab", moved="c") == "c* a b c>"


def test_a_part_that_stands_apart_is_a_stub_in_its_column() -> None:
    assert told("abc", "abcb") == "a b c <b"


def test_divisions_stand_side_by_side_where_they_hold_the_same() -> None:
    assert told("1a2b", "1a2b") == "1 a 2 b"
    assert told("1ab", "1a2b") == "1 a -2 b"


COLUMNS = st.text("abcdef12", max_size=9)


def test_a_heading_above_the_same_first_clause_stands_once_wherever_its_other_clauses_went() -> None:
    assert told("1abcdef2x", "1ab3cdef2x") == "1 a b -3 c d e f 2 x"


@given(COLUMNS, COLUMNS, st.sets(st.sampled_from("abcdef")))
def test_each_column_is_its_version_whole_and_in_order(base: str, target: str, moved: set[str]) -> None:
    found = slots(base, target, "".join(sorted(moved)))
    for side, column in (("base", base), ("target", target)):
        own: list[str] = []
        for slot in found:
            if isinstance(slot, DivisionSlot):
                clause = slot.base if side == "base" else slot.target
                own += [clause.id] if clause else []
            elif isinstance(slot, DisplacedUnits):
                own += sorted(slot.here, key=lambda name: int(name[1:])) if slot.side == side else []
            else:
                here = slot.base_here if side == "base" else slot.target_here
                own += sorted(here, key=lambda name: int(name[1:]))
        assert own == [f"{name}{at}" for at, name in enumerate(column)]


@given(COLUMNS, COLUMNS)
def test_every_row_is_at_home_once(base: str, target: str) -> None:
    homes = [slot.row for slot in slots(base, target) if isinstance(slot, PlacedRow)]
    assert sorted(homes) == sorted(set(base + target) - set("12"))


def test_what_lies_beyond_a_break_comes_after_the_last_words_before_it() -> None:
    versions = (version("A", "abc"), version("B", "axy"))
    own = (build_units(versions[0]), build_units(versions[1]))
    found = arrange_columns(versions, own, Rows(), "", beyond=frozenset("bc"))
    assert [slot.row for slot in found if isinstance(slot, PlacedRow)] == ["a", "x", "y", "b", "c"]


# ---------------------------------------------------------------- as one sequence


def steps(base: Column, target: Column, moved: str = "") -> list[tuple[str, ...]]:
    """Write a sequence: what stands at each place, `-x` in the target only, `x-` in the base only."""
    versions = (version("A", base), version("B", target))
    own = (build_units(versions[0]), build_units(versions[1]))
    return [
        tuple(clause.id for clause in side)
        for step in merge_columns(versions, own, Rows(), moved)
        for side in (step.base, step.target)
    ]


def test_a_row_stands_once_in_a_sequence_unless_it_moved() -> None:
    assert steps("ab", "ab") == [("a0",), ("a0",), ("b1",), ("b1",)]
    assert steps("abc", "bca", "a") == [
        *((("a0",)), ()),
        *(("b1",), ("b0",)),
        *(("c2",), ("c1",)),
        *((), ("a2",)),
    ]


@given(COLUMNS, COLUMNS, st.sets(st.sampled_from("abcdef")))
def test_a_sequence_holds_both_versions_whole_and_in_order(base: str, target: str, moved: set[str]) -> None:
    found = steps(base, target, "".join(sorted(moved)))
    for side, column in ((found[::2], base), (found[1::2], target)):
        assert [name for place in side for name in place] == [f"{name}{at}" for at, name in enumerate(column)]


@given(COLUMNS, COLUMNS)
def test_page_and_redline_take_the_same_divisions_for_one(base: str, target: str) -> None:
    versions = version("A", base), version("B", target)
    columns = [read_column(one, Rows(), build_units(one)) for one in versions]
    partners = {
        (columns[0][left].clauses[0].id, columns[1][right].clauses[0].id)
        for left, right in pair_divisions(columns[0], columns[1]).items()
    }
    page = [slot for slot in slots(base, target) if isinstance(slot, DivisionSlot)]
    told = steps(base, target)
    both = [(one[0], other[0]) for one, other in zip(told[::2], told[1::2], strict=True) if one and other]
    assert {(slot.base.id, slot.target.id) for slot in page if slot.base and slot.target} <= partners
    assert {(one, other) for one, other in both if one[0].isdigit()} <= partners
