"""Rows of small documents: which clauses belong together, and where silence proves nothing."""

from alignment.specimens import document, version
from hexapla.alignment import align
from hexapla.model import Alignment, Basis, Completeness

PURPOSE = "为了规范园区用水秩序，保护地下水源，制定本规则。"
DUTY = "管理人应当每月巡查水渠一次，并把结果写入簿册。"
FINE = "违反第二条规定浪费用水的，处二百元以下罚款。"
FORCE = "本规则自公布之日起施行，旧规则同时废止。"
NEW = "儿童不得单独靠近蓄水池，由同行成人负责看护。"


def numbers(alignment: Alignment) -> list[tuple[str, ...]]:
    return [tuple("+".join(cell).replace("art_", "") for cell in row.cells) for row in alignment.rows]


def test_equal_clauses_stand_in_one_row_whatever_their_number() -> None:
    table = align(document([PURPOSE, DUTY, FORCE], [PURPOSE, NEW, DUTY, FORCE]))
    assert numbers(table) == [("1", "1"), ("", "2"), ("2", "3"), ("3", "4")]


def test_a_reference_that_was_renumbered_is_no_difference() -> None:
    table = align(document([PURPOSE, DUTY, FINE], [PURPOSE, NEW, DUTY, FINE.replace("第二条", "第三条")]))
    assert [link.basis for link in table.rows[-1].links] == [Basis.IDENTICAL]


def test_a_reworded_clause_is_linked_by_its_wording() -> None:
    reworded = DUTY.replace("每月巡查水渠一次", "每周巡查水渠两次").replace("写入簿册", "记入簿册")
    table = align(document([PURPOSE, DUTY, FORCE], [PURPOSE, reworded, FORCE]))
    assert numbers(table) == [("1", "1"), ("2", "2"), ("3", "3")]
    assert table.rows[1].links[0].basis is Basis.WORDING


def test_a_moved_clause_keeps_its_partner() -> None:
    table = align(document([PURPOSE, DUTY, FINE, FORCE], [PURPOSE, FINE, FORCE, DUTY]))
    assert ("2", "4") in numbers(table)


def test_three_versions_share_one_table() -> None:
    table = align(document([PURPOSE, DUTY, FORCE], [PURPOSE, FORCE], [PURPOSE, NEW, DUTY]))
    assert numbers(table) == [("1", "1", "1"), ("", "", "2"), ("2", "", "3"), ("3", "2", "")]


def test_rows_are_named_after_their_first_clause_in_the_first_version() -> None:
    table = align(document([PURPOSE, DUTY], [PURPOSE, NEW, DUTY]))
    assert [row.id for row in table.rows] == ["A__art_1", "B__art_2", "A__art_2"]


def test_what_a_cut_off_version_lacks_after_its_end_is_not_in_its_text() -> None:
    cut = version("B", [PURPOSE, FINE], completeness=Completeness.CUT_OFF)
    table = align(document([PURPOSE, DUTY, FINE, FORCE, NEW], cut))
    assert [row.not_in_text for row in table.rows] == [(), (), (), ("B",), ("B",)]


def test_what_a_fragment_lacks_before_its_beginning_is_not_in_its_text() -> None:
    rest = version("B", [FINE, FORCE], completeness=Completeness.FRAGMENT)
    table = align(document([PURPOSE, DUTY, FINE, NEW, FORCE], rest))
    assert [row.not_in_text for row in table.rows] == [("B",), ("B",), (), (), ()]


def test_without_versions_there_are_no_rows() -> None:
    assert align(document()).rows == ()


def test_one_version_makes_a_row_of_every_clause() -> None:
    assert numbers(align(document([PURPOSE, "", DUTY]))) == [("1",), ("2",), ("3",)]
