"""Phrases that moved inside a clause."""

import pytest

from hexapla.comparison import diff_texts, find_moved_phrases


@pytest.mark.parametrize(
    ("base", "target", "language", "moved"),
    [
        (
            "经灯塔看守人书面同意，游客可以登塔参观，但不得触碰灯具。",
            "游客可以登塔参观，但不得触碰灯具，经灯塔看守人书面同意。",
            "zh",
            ["经灯塔看守人书面同意"],
        ),
        (
            "Boats, unless the harbour master agrees otherwise, leave the quay before the tide comes in.",
            "Boats leave the quay before the tide comes in, unless the harbour master agrees otherwise.",
            "en",
            ["harbour master agrees otherwise"],
        ),
        ("船长签字，大副复核。", "大副签字，船长复核。", "zh", []),
        ("灯塔看守人应当登记。", "灯塔看守人应当登记。", "zh", []),
    ],
)
def test_a_long_phrase_is_seen_to_move(base: str, target: str, language: str, moved: list[str]) -> None:
    found = diff_texts(base, target, language)
    pairs = find_moved_phrases(found)
    assert len(pairs) == len(moved)
    for (gone, new), phrase in zip(pairs, moved, strict=True):
        assert phrase in found[gone].text
        assert phrase in found[new].text
