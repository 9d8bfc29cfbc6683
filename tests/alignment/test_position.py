"""What place and headings tell where words alone do not."""

from collections.abc import Sequence

import pytest

import builders
from alignment.specimens import (
    APPLY,
    DUTY,
    FORCE,
    PURPOSE,
    RECORD,
    document,
    heading_with_text_below,
    version,
)
from hexapla.alignment import align
from hexapla.model import Alignment, Role, Version

REWRITTEN = "渠道的看护由值班小组负责，巡查所见随时告知理事会，另由秘书写入簿册。"
STRANGE = "儿童须由成人陪伴，方可靠近蓄水池边缘。"
TWINS = (
    "浪费用水的，由理事会责令改正，处二百元以下罚款；情节严重的，处五百元以上一千元以下罚款，停止供水。",
    "毁坏水闸的，由理事会责令改正，处二百元以下罚款；情节严重的，处五百元以上一千元以下罚款，停止供水。",
)


def cells(alignment: Alignment) -> list[tuple[str, ...]]:
    return [tuple("+".join(cell).replace("art_", "") for cell in row.cells) for row in alignment.rows]


def headed(siglum: str, parts: Sequence[tuple[str, Sequence[str]]]) -> Version:
    """Make a version of chapters, each with its articles."""
    clauses, at = [], 0
    for place, (heading, texts) in enumerate(parts, 1):
        clauses.append(
            builders.clause(f"chp_{place}", f"第{place}章", "", heading=heading, role=Role.DIVISION)
        )
        for text in texts:
            at += 1
            clauses.append(builders.clause(f"art_{at}", f"第{at}条", text, depth=1))
    return builders.version(siglum, clauses)


def test_a_rewritten_clause_is_found_at_its_place() -> None:
    table = align(document([PURPOSE, DUTY, RECORD, FORCE], [PURPOSE, REWRITTEN, RECORD, FORCE]))
    assert cells(table) == [("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")]


def test_what_has_nothing_in_common_is_not_linked_at_the_same_place() -> None:
    table = align(document([PURPOSE, DUTY, RECORD, FORCE], [PURPOSE, STRANGE, RECORD, FORCE]))
    assert ("2", "2") not in cells(table)


def test_a_rewritten_clause_is_found_in_a_block_that_moved() -> None:
    table = align(document([PURPOSE, DUTY, RECORD, APPLY, FORCE], [PURPOSE, APPLY, FORCE, REWRITTEN, RECORD]))
    assert ("2", "4") in cells(table)


@pytest.mark.parametrize("turned", [False, True])
def test_the_heading_above_tells_twins_apart(*, turned: bool) -> None:
    both = "处罚由理事会决定，浪费用水、毁坏水闸的，责令改正，处二百元以下罚款，停止供水。"
    parts = [("用水", [DUTY, both]), ("水闸", [RECORD, both + "可以申诉。"])]
    before = headed("A", parts)
    after = headed(
        "B", [(name, [held[0], "另行规定：" + both]) for name, held in parts[:: -1 if turned else 1]]
    )
    table = align(document(before, after))
    pairs = {link.a[1]: link.b[1] for row in table.rows for link in row.links}
    assert pairs["art_2"] == ("art_4" if turned else "art_2")


def test_a_twin_that_was_merged_whole_is_seen_beside_its_twin() -> None:
    table = align(document([PURPOSE, *TWINS, DUTY, FORCE], [PURPOSE, "".join(TWINS), DUTY, FORCE]))
    assert ("2+3", "2") in cells(table)


def test_a_heading_belongs_to_the_clause_from_which_its_text_moved_below() -> None:
    table = align(heading_with_text_below(PURPOSE, [DUTY, RECORD], FORCE))
    rows = {row.cells for row in table.rows}
    assert (("lvl_2",), ("lvl_2", "lvl_2-1", "lvl_2-2")) in rows


ENGLISH = (
    "The press shall be oiled each friday by the member on duty, who enters it in the book of the shop.",
    "Type is returned to its case.",
    "No visitor may touch a standing forme, nor lean upon the stone, unless a member stands beside him.",
    "Proofs are read twice.",
)


def test_equal_numbers_make_no_translation_where_lengths_have_nothing_in_common() -> None:
    long, short = PURPOSE + APPLY + FORCE, "应当节水。"
    chinese = [
        (f"第{at}条", (short if at % 4 in (1, 3) else long) + "甲乙丙丁"[at % 4]) for at in range(1, 17)
    ]
    english = [(f"Article {at}", ENGLISH[(at - 1) % 4] + "!" * at) for at in range(1, 17)]
    table = align(document(version("A", chinese), version("B", english)))
    assert [found.code for found in table.findings] == ["unrelated"]
    assert not any(row.links for row in table.rows)


def test_equal_numbers_make_a_translation_where_lengths_agree() -> None:
    long, short = PURPOSE + APPLY + FORCE, "应当节水。"
    chinese = [(f"第{at}条", (long if at % 2 else short) + "甲乙丙丁"[at % 4]) for at in range(1, 17)]
    english = [(f"Article {at}", ENGLISH[(at - 1) % 4] + "!" * at) for at in range(1, 17)]
    table = align(document(version("A", chinese), version("B", english)))
    assert all(len(row.links) == 1 for row in table.rows)
