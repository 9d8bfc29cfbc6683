"""What of a document may stand in others: each text once, whichever versions have it."""

import builders
from hexapla.model import Clause, Role
from hexapla.reuse import extract_passages
from hexapla.reuse.document_passages import LONGEST, cut_long_key

SHED = "借用工具的居民应当在七日内归还。"


def unit(number: int, text: str) -> Clause:
    return builders.clause(f"art_{number}", f"第{number}条", text, depth=0, role=Role.UNIT)


def test_a_clause_that_stays_is_one_passage_of_all_its_versions() -> None:
    document = builders.document(
        [
            builders.version("A", [unit(1, SHED), unit(2, "工具损坏的，借用人应当照价赔偿损失。")]),
            builders.version("B", [unit(3, SHED), unit(4, "工具损坏的，借用人不必赔偿任何损失。")]),
        ]
    )
    found = extract_passages(document, rank=2)
    assert [(passage.clause, passage.versions) for passage in found.passages] == [
        ("art_1", ("A", "B")),
        ("art_2", ("A",)),
        ("art_4", ("B",)),
    ]
    assert (found.rank, found.latest) == (2, "B")


def test_what_is_too_short_or_was_taken_out_is_no_passage() -> None:
    document = builders.document(
        [builders.version("A", [unit(1, "附则。"), unit(2, "（删除）"), unit(3, SHED)])]
    )
    assert [passage.clause for passage in extract_passages(document).passages] == ["art_3"]


def test_traditional_and_simplified_characters_are_one() -> None:
    document = builders.document(
        [
            builders.version("A", [unit(1, "借用工具的居民應當在七日內歸還。")]),
            builders.version("B", [unit(1, SHED)]),
        ]
    )
    assert [passage.versions for passage in extract_passages(document).passages] == [("A", "B")]


def test_a_very_long_clause_is_several_passages() -> None:
    pieces = list(cut_long_key("x" * (3 * LONGEST + 1)))
    assert "".join(pieces) == "x" * (3 * LONGEST + 1)
    assert max(map(len, pieces)) <= LONGEST
