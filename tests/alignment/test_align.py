"""Rows of small documents: which clauses belong together, why, and where silence proves nothing."""

from pathlib import Path

import pytest

import commands
from alignment.specimens import ANSWER, APPLY, DUTY, FINE, FORCE, PURPOSE, RECORD, document, version
from hexapla.alignment import align, rank_doubtful_links
from hexapla.model import Alignment, Basis, Completeness, Confidence
from hexapla.plan import Decision

CITING = "违反第二条规定浪费用水的，处二百元以下罚款。"
NEW = "儿童不得单独靠近蓄水池，由同行成人负责看护。"
ENGLISH = [
    (
        "Article 1",
        "These rules are made to protect the groundwater and to govern the use of water in the park.",
    ),
    (
        "Article 2",
        "The keeper inspects the channels monthly and enters the results in the book within 7 days.",
    ),
    ("Article 3", "Whoever wastes water pays a fine of not less than 200 and not more than 5,000 yuan."),
]
CHINESE = [
    ("第一条", "为了保护地下水源，规范园区用水，制定本规则。"),
    ("第二条", "管理人应当每月巡查水渠，并在七日内把结果写入簿册。"),
    ("第三条", "浪费用水的，处二百元以上五千元以下罚款。"),
]


def cells(alignment: Alignment) -> list[tuple[str, ...]]:
    return [tuple("+".join(cell).replace("art_", "") for cell in row.cells) for row in alignment.rows]


def decision(*clauses: tuple[str, str], together: bool) -> Decision:
    return Decision(together=together, clauses=clauses, reason="read by hand", file="alignment.yml", line=3)


def test_equal_clauses_stand_in_one_row_whatever_their_number() -> None:
    table = align(document([PURPOSE, DUTY, FORCE], [PURPOSE, NEW, DUTY, FORCE]))
    assert cells(table) == [("1", "1"), ("", "2"), ("2", "3"), ("3", "4")]


def test_a_reference_that_was_renumbered_is_no_difference() -> None:
    table = align(document([PURPOSE, DUTY, CITING], [PURPOSE, NEW, DUTY, CITING.replace("第二条", "第三条")]))
    assert [link.basis for link in table.rows[-1].links] == [Basis.IDENTICAL]


def test_a_reworded_clause_is_linked_by_its_wording() -> None:
    reworded = DUTY.replace("每月巡查水渠一次", "每周巡查水渠两次").replace("写入簿册", "记入簿册")
    table = align(document([PURPOSE, DUTY, FORCE], [PURPOSE, reworded, FORCE]))
    assert cells(table) == [("1", "1"), ("2", "2"), ("3", "3")]
    assert table.rows[1].links[0].basis is Basis.WORDING


def test_a_moved_clause_keeps_its_partner() -> None:
    table = align(document([PURPOSE, DUTY, CITING, FORCE], [PURPOSE, CITING, FORCE, DUTY]))
    assert ("2", "4") in cells(table)


def test_three_versions_share_one_table() -> None:
    table = align(document([PURPOSE, DUTY, FORCE], [PURPOSE, FORCE], [PURPOSE, NEW, DUTY]))
    assert cells(table) == [("1", "1", "1"), ("", "", "2"), ("2", "", "3"), ("3", "2", "")]


def test_rows_are_named_after_their_first_clause_in_the_first_version() -> None:
    table = align(document([PURPOSE, DUTY], [PURPOSE, NEW, DUTY]))
    assert [row.id for row in table.rows] == ["A__art_1", "B__art_2", "A__art_2"]


def test_what_a_cut_off_version_lacks_after_its_end_is_not_in_its_text() -> None:
    cut = version("B", [PURPOSE, CITING], completeness=Completeness.CUT_OFF)
    table = align(document([PURPOSE, DUTY, CITING, FORCE, NEW], cut))
    assert [row.not_in_text for row in table.rows] == [(), (), (), ("B",), ("B",)]


def test_what_a_fragment_lacks_before_its_beginning_is_not_in_its_text() -> None:
    rest = version("B", [CITING, FORCE], completeness=Completeness.FRAGMENT)
    table = align(document([PURPOSE, DUTY, CITING, NEW, FORCE], rest))
    assert [row.not_in_text for row in table.rows] == [("B",), ("B",), (), (), ()]


def test_without_versions_there_are_no_rows() -> None:
    assert align(document()).rows == ()


def test_one_version_makes_a_row_of_every_clause() -> None:
    assert cells(align(document([PURPOSE, "", DUTY]))) == [("1",), ("2",), ("3",)]


def test_a_clause_that_was_split_names_both_parts() -> None:
    table = align(document([PURPOSE, APPLY + ANSWER, FORCE], [PURPOSE, APPLY, ANSWER, FORCE]))
    assert cells(table) == [("1", "1"), ("2", "2+3"), ("3", "4")]


def test_clauses_that_were_merged_name_their_whole() -> None:
    table = align(document([PURPOSE, DUTY, RECORD, FORCE], [PURPOSE, DUTY + RECORD, FORCE]))
    assert cells(table) == [("1", "1"), ("2+3", "2"), ("4", "3")]


def test_a_paragraph_that_moved_into_another_article_binds_both() -> None:
    table = align(
        document(
            [PURPOSE, DUTY + RECORD, APPLY + ANSWER, FORCE], [PURPOSE, DUTY, APPLY + RECORD + ANSWER, FORCE]
        )
    )
    assert ("2+3", "2+3") in cells(table)


def test_look_alikes_of_scanning_hide_no_sameness() -> None:
    table = align(
        document([PURPOSE, DUTY, FORCE], [PURPOSE, DUTY.replace("水", "氷").replace("人", "入"), FORCE])
    )
    assert cells(table) == [("1", "1"), ("2", "2"), ("3", "3")]


def test_simplified_and_traditional_are_one_language() -> None:
    table = align(document(CHINESE, [("第一條", "為了保護地下水源，規範園區用水，制定本規則。")]))
    assert table.rows[0].links[0].basis is Basis.IDENTICAL


def test_another_language_is_aligned_by_structure() -> None:
    table = align(document(CHINESE, ENGLISH))
    assert cells(table) == [("1", "1"), ("2", "2"), ("3", "3")]
    assert {link.basis for row in table.rows for link in row.links} == {Basis.NUMBER}


def test_in_another_language_figures_outweigh_shifted_numbers() -> None:
    shifted = [
        ENGLISH[0],
        ("Article 2", "A board of members meets in spring and elects the keeper of the park by vote."),
        ("Article 3", ENGLISH[1][1]),
        ("Article 4", ENGLISH[2][1]),
    ]
    assert cells(align(document(CHINESE, shifted))) == [("1", "1"), ("", "2"), ("2", "3"), ("3", "4")]


def test_a_stranger_is_reported_and_nothing_is_forced() -> None:
    report = [
        "昨日下午全体职工在礼堂听取了关于防汛形势的介绍。",
        "与会者表示将认真学习，并感谢组织者的安排。",
    ]
    table = align(document([PURPOSE, DUTY, FINE], report))
    assert all(sum(map(bool, row.cells)) == 1 for row in table.rows)
    assert [found.code for found in table.findings] == ["unrelated"]


def test_what_an_editor_declares_stands_in_one_row() -> None:
    given = document([PURPOSE, DUTY, FORCE], [PURPOSE, ANSWER, FORCE])
    table = align(given, [decision(("A", "art_2"), ("B", "art_2"), together=True)])
    assert cells(table) == [("1", "1"), ("2", "2"), ("3", "3")]
    assert table.rows[1].links[0].basis is Basis.DECLARED
    assert table.rows[1].decision == "read by hand"


def test_what_an_editor_keeps_apart_stays_apart() -> None:
    given = document([PURPOSE, DUTY, FORCE], [PURPOSE, DUTY, FORCE], [PURPOSE, DUTY, FORCE])
    table = align(given, [decision(("A", "art_2"), ("B", "art_2"), together=False)])
    assert not any(row.cells[0] == row.cells[1] == ("art_2",) for row in table.rows)


@pytest.mark.parametrize(
    ("clauses", "reason"),
    [
        ((("A", "art_1"), ("X", "art_1")), "there is no version X"),
        ((("A", "art_1"), ("B", "art_9")), "B has no clause art_9"),
        ((("A", "art_1"), ("A", "art_1")), "it names one clause only"),
    ],
)
def test_a_decision_that_fits_nothing_is_an_error(clauses: tuple[tuple[str, str], ...], reason: str) -> None:
    table = align(document([PURPOSE], [PURPOSE]), [decision(*clauses, together=True)])
    assert [(found.code, dict(found.values)["reason"]) for found in table.findings] == [
        ("decision_stale", reason)
    ]


def test_a_decision_against_an_earlier_one_is_an_error() -> None:
    pair = (("A", "art_1"), ("B", "art_1"))
    table = align(
        document([PURPOSE], [PURPOSE]), [decision(*pair, together=True), decision(*pair, together=False)]
    )
    assert [found.code for found in table.findings] == ["decision_stale"]
    assert cells(table) == [("1", "1")]


def test_review_lists_what_is_doubtful_and_nothing_else() -> None:
    loose = "管理人每周查看水闸，并把所见告知居民；水渠巡查结果另行写入簿册。"
    table = align(document([PURPOSE, DUTY, RECORD, FORCE], [PURPOSE, loose, FORCE]))
    doubtful = {link for row in table.rows for link in row.links if link.confidence is not Confidence.STRONG}
    assert set(rank_doubtful_links(table)) == doubtful


def test_rows_are_the_same_under_every_hash_seed() -> None:
    pair = ([DUTY + RECORD, APPLY, FINE], [APPLY + ANSWER, RECORD, DUTY])
    program = (
        f"import sys; sys.path[:0] = [{str(Path(__file__).parents[1])!r}]\n"
        "from alignment.specimens import document\nfrom hexapla.alignment import align\n"
        f"print(ascii(align(document(*{pair!r})).rows))"
    )
    assert commands.run_under_another_seed(program) == ascii(align(document(*pair)).rows)


def test_versions_keep_their_order_of_sigla_in_cells() -> None:
    table = align(document(version("B", [PURPOSE]), version("A", [PURPOSE, DUTY])))
    assert [row.id for row in table.rows] == ["B__art_1", "A__art_2"]
