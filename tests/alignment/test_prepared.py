"""Keys: what scanning confuses, and which references are no part of them."""

import pytest

from hexapla.alignment.prepared import LOOKALIKE_GROUPS, LOOKALIKES, find_references


@pytest.mark.parametrize("group", LOOKALIKE_GROUPS)
def test_every_row_of_lookalikes_folds_to_its_first_character(group: str) -> None:
    assert len(set(group)) == len(group) > 1
    assert {char.translate(LOOKALIKES) for char in group} == {group[0]}


def test_no_character_stands_in_two_rows_of_lookalikes() -> None:
    every = "".join(LOOKALIKE_GROUPS)
    assert len(set(every)) == len(every)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("第三条规定的工具", ["3"]),
        ("依照第三条规定", ["3"]),
        ("《借用办法》第三条规定", [""]),
        ("》第三条", [""]),
        ("第三条、《办法》第四条和第五条", ["3", "", "5"]),
        ("第二款规定", [""]),
    ],
)
def test_a_reference_leads_into_another_text_only_behind_its_title(text: str, labels: list[str]) -> None:
    assert [label for _, _, label in find_references(text)] == labels
