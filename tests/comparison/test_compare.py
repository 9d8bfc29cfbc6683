"""Changes: relations, moves, numbers, broken ends, references, over alignments made by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import builders
from agreement.documents import SHORT, built
from hexapla.comparison import compare, compare_all
from hexapla.model import (
    Alignment,
    Change,
    Completeness,
    Flag,
    Op,
    Order,
    Relation,
    Row,
    Version,
)

Texts = Sequence[tuple[str | None, str]]


def version(siglum: str, texts: Texts, completeness: Completeness = Completeness.WHOLE) -> Version:
    return builders.version(siglum, builders.articles(texts, stem="c"), completeness=completeness)


def table(versions: Sequence[Version], rows: Sequence[str], silent: str = "") -> Alignment:
    """An alignment from rows such as `1 2,3` (numbers of clauses, `-` for none)."""
    document = builders.document(versions, order=Order.CHRONOLOGICAL)
    made = []
    for text in rows:
        cells = tuple(
            () if cell == "-" else tuple(f"c{number}" for number in cell.split(",")) for cell in text.split()
        )
        lacking = tuple(
            name for name, cell in zip(document.sigla, cells, strict=True) if not cell and name in silent
        )
        made.append(Row(id=text.replace(" ", "_"), cells=cells, links=(), not_in_text=lacking))
    return Alignment(document=document, rows=tuple(made), findings=())


def texts(count: int) -> Texts:
    names = "甲乙丙丁戊己庚辛"
    return [(f"第{n}条", f"{names[n - 1]}号仓库由保管员看守并登记。") for n in range(1, count + 1)]


def side(change: Change, skipped: Op) -> str:
    return "".join(edit.text for edit in change.edits if edit.op is not skipped)


@pytest.mark.parametrize(
    ("row", "relation"),
    [
        ("1 1", Relation.MATCHED),
        ("1 1,2", Relation.SPLIT),
        ("1,2 1", Relation.MERGED),
        ("1,2 1,2", Relation.REGROUPED),
        ("1 -", Relation.ONLY_BASE),
        ("- 1", Relation.ONLY_TARGET),
    ],
)
def test_relation_is_read_off_the_cells(row: str, relation: Relation) -> None:
    found = compare(table([version("A", texts(2)), version("B", texts(2))], [row]), "A", "B")
    assert [change.relation for change in found.changes] == [relation]


def test_a_row_that_neither_side_has_is_no_change() -> None:
    made = table([version(name, texts(2)) for name in "ABC"], ["1 1 1", "2 2 -", "- - 2"])
    assert [change.row for change in compare(made, "A", "B").changes] == ["1_1_1", "2_2_-"]
    assert [(found.base, found.target) for found in compare_all(made)] == [("A", "B"), ("A", "C"), ("B", "C")]


def test_silence_of_a_cut_off_version_is_no_deletion() -> None:
    made = table([version("A", texts(2)), version("B", texts(1), Completeness.CUT_OFF)], ["1 1", "2 -"], "B")
    change = compare(made, "A", "B").changes[1]
    assert (change.relation, change.flags) == (Relation.NOT_IN_TEXT, ())


@pytest.mark.parametrize(
    "torn",
    [
        "货物到港后，收货人应当在十日内提",
        "货物到港后,收货人应当在十日内提",
        "货物到港后，收货方应当在十日内提",
    ],
)
def test_the_lost_half_of_a_broken_clause_is_one_edit_at_the_end(torn: str) -> None:
    whole = "货物到港后，收货人应当在十日内提货，逾期支付堆存费。"
    made = table([version("A", [("一", whole)]), version("B", [("一", torn)], Completeness.CUT_OFF)], ["1 1"])
    (change,) = compare(made, "A", "B").changes
    assert change.relation is Relation.NOT_IN_TEXT
    assert (change.edits[-1].op, change.edits[-1].text) == (Op.DELETE, "货，逾期支付堆存费。")
    assert (side(change, Op.INSERT), side(change, Op.DELETE)) == (whole, torn)
    (back,) = compare(made, "B", "A").changes
    assert (back.relation, back.edits[-1].op) == (Relation.NOT_IN_TEXT, Op.INSERT)


def test_what_stands_before_the_break_is_compared() -> None:
    whole = "货物到港后，收货人应当在十日内提货，逾期支付堆存费。"
    torn = "货物到港后，收货人可以在十日内提货，逾"
    made = table([version("A", [("一", whole)]), version("B", [("一", torn)], Completeness.CUT_OFF)], ["1 1"])
    (change,) = compare(made, "A", "B").changes
    assert (change.relation, change.flags) == (Relation.NOT_IN_TEXT, (Flag.MODALITY,))


def test_the_lost_beginning_of_a_fragment_is_one_edit_at_the_start() -> None:
    whole = "货物到港后，收货人应当在十日内提货。"
    torn = "应当在十日内提货。"
    made = table(
        [version("A", [("一", whole)]), version("B", [("一", torn)], Completeness.FRAGMENT)], ["1 1"]
    )
    (change,) = compare(made, "A", "B").changes
    assert change.relation is Relation.NOT_IN_TEXT
    assert (change.edits[0].op, change.edits[0].text) == (Op.DELETE, "货物到港后，收货人")
    assert change.flags == (Flag.IDENTICAL,)


def test_a_last_clause_that_is_all_there_is_matched() -> None:
    made = table([version("A", texts(1)), version("B", texts(1), Completeness.CUT_OFF)], ["1 1"])
    assert compare(made, "A", "B").changes[0].relation is Relation.MATCHED


def test_the_row_off_the_common_order_moved() -> None:
    made = table([version("A", texts(4)), version("B", texts(4))], ["1 4", "2 1", "3 2", "4 3"])
    for pair in (("A", "B"), ("B", "A")):
        assert [change.row for change in compare(made, *pair).changes if change.moved] == ["1_4"]


def test_neighbours_that_moved_together_say_so() -> None:
    made = table([version("A", texts(6)), version("B", texts(6))], ["1 5", "2 6", "3 1", "4 2", "5 3", "6 4"])
    found = {change.row: change.moved_with for change in compare(made, "A", "B").changes if change.moved}
    assert found == {"1_5": None, "2_6": "1_5"}


@pytest.mark.parametrize(
    ("base", "target", "renumbered"),
    [
        ("第十条", "第10条", False),
        ("第十条", "第十一条", True),
        ("第十条", "第十条之一", True),
        ("§ 3", "§3", False),
        ("Section 4", "Section 5", True),
        (None, "第一条", False),
    ],
)
def test_renumbered_compares_what_the_number_says(base: str | None, target: str, renumbered: bool) -> None:  # noqa: FBT001 -- a table's column
    made = table([version("A", [(base, "甲")]), version("B", [(target, "甲")])], ["1 1"])
    assert compare(made, "A", "B").changes[0].renumbered is renumbered


def citing(number: str) -> Texts:
    return [("第一条", f"依照本章程第{number}条办理。"), *texts(5)[1:]]


@pytest.mark.parametrize(
    ("base", "target", "rows", "codes"),
    [
        ("三", "三", ["1 1", "2 2", "3 3", "4 4", "5 5"], set()),
        ("三", "四", ["1 1", "2 2", "3 4", "4 3", "5 5"], {"reference_updated"}),
        ("三", "三", ["1 1", "2 2", "3 4", "4 3", "5 5"], {"reference_stale"}),
        ("三", "五", ["1 1", "2 2", "3 4", "4 3", "5 5"], {"reference_stale"}),
        ("三", "五", ["1 1", "2 2", "3 3", "4 4", "5 5"], set()),
        ("三", "九", ["1 1", "2 2", "3 3", "4 4", "5 5"], {"reference_dangling"}),
    ],
)
def test_references_are_followed_over_the_alignment(
    base: str, target: str, rows: list[str], codes: set[str]
) -> None:
    made = table([version("A", citing(base)), version("B", citing(target))], rows)
    change = compare(made, "A", "B").changes[0]
    assert {one.code for one in change.findings} == codes
    assert (Flag.REFERENCE_STALE in change.flags) == ("reference_stale" in codes)


def test_comparing_a_version_with_its_copy_finds_nothing() -> None:
    made = table([version("A", texts(5)), version("B", texts(5))], [f"{n} {n}" for n in range(1, 6)])
    for change in compare(made, "A", "B").changes:
        assert (change.flags, change.moved, change.renumbered) == ((Flag.IDENTICAL,), False, False)


def told(change: Change) -> tuple[object, ...]:
    flags = tuple(flag for flag in change.flags if flag.value != "reference_stale")
    return change.id, change.cells, change.relation, change.moved, change.renumbered, flags


@pytest.mark.parametrize("name", SHORT)
def test_a_comparison_read_backwards_is_that_of_the_other_order(name: str, tmp_path: Path) -> None:
    made = built(tmp_path, *SHORT[name])
    for comparison in made.comparisons:
        back = comparison.reversed()
        anew = compare(made.alignment, comparison.target, comparison.base)
        assert (back.base, back.target) == (anew.base, anew.target)
        assert list(map(told, back.changes)) == list(map(told, anew.changes))
        assert [(each.kind, each.base, each.target) for each in back.set_aside_changes] == [
            (each.kind, each.base, each.target) for each in anew.set_aside_changes
        ]
        assert back.reversed() == comparison
