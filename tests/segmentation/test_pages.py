"""Page headers are told from lines that a law repeats."""

import pytest

from segmentation.texts import cut, tiles


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("§ 1 Zaun\nEr steht.\n§ 2\n(entfallen)\n§ 3\n(entfallen)\n§ 4\n(entfallen)\n", "(entfallen)"),
        ("第一条 种葱。\n第二条\n（废止）\n第三条\n（废止）\n第四条\n（废止）\n", "（废止）"),
        ("第一条 种葱。\n第二条\n略\n第三条\n略\n第四条\n略\n第五条 略\n", "略"),
        (
            "1. Oats.\nThe cook decides.\n2. Rye.\nThe cook decides.\n3. Tea.\nThe cook decides.\n",
            "The cook decides.",
        ),
        ("1. Oats.\nCost\nTwo.\n2. Rye.\nCost\nTwo.\n3. Tea.\nCost\nTwo.\n", "Cost"),
        ("1. Oats\nCup  5\nBowl  7\n2. Rye\nCup  6\nBowl  8\n", "Bowl  8"),
        (
            "1. Members:\nthe chair\nthe clerk\n2. Guests:\nthe chair\nthe clerk\n3. Both:\nthe chair\n",
            "the chair",
        ),
    ],
)
def test_repeated_lines_stay(text: str, kept: str) -> None:
    document = cut(text)
    tiles(document)
    (version,) = document.versions
    there = "\n".join(f"{clause.number} {clause.heading} {clause.text}" for clause in version.clauses)
    assert there.count(kept) == text.count(kept)


@pytest.mark.parametrize(
    ("text", "header"),
    [
        (
            "1. Carts wait at\nMill Post, No. 9  4\nthe gate.\n2. Mules are\n5  No. 9, Mill Post\nfed.\n",
            "Mill Post",
        ),
        (
            "1. Carts wait at\nMill Post\n-4-\nthe gate.\n2. Mules\nMill Post\n-5-\nrest.\nMill Post\n-6-\n",
            "Mill Post",
        ),
        ("第一条 车马\n车行 内部 ·1·\n入棚。\n第二条 喂料须\n车行 内部 ·2·\n过秤。\n", "内部"),
        (
            "1. Carts wait\n\fMill Post\nbelow.\n2. Mules\n\fMill Post\nrest.\n3. Oxen\n\fMill Post\nwork.\n",
            "Mill Post",
        ),
    ],
)
def test_headers_are_set_aside(text: str, header: str) -> None:
    document = cut(text)
    tiles(document)
    (version,) = document.versions
    assert not any(header in (clause.heading or "") + clause.text for clause in version.clauses)
