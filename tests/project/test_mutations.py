"""Harder cases made by program: the same bytes every time, and a gold alignment of all that they hold."""

import json
import random
from pathlib import Path

from benchmarks.mutations import Piece, main, mutate, renumber

LAW = [
    Piece("第一章 总则"),
    *(
        Piece(
            f"{subject}应当每月巡查一次，并把结果写入簿册。逾期的，依照第{at}条办理。",
            (f"第{at}条",),
            f"第{at}条",
        )
        for at, subject in zip(
            "一二三四五六七", ("守夜人", "管理员", "理事会", "居民", "船主", "商会", "渡工"), strict=True
        )
    ),
]


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    for name in "xy":
        assert main([str(tmp_path / name), "--count", "3"]) == 0
    files = sorted(path.relative_to(tmp_path / "x") for path in (tmp_path / "x").glob("*/*"))
    assert len(files) == 9
    assert all((tmp_path / "x" / each).read_bytes() == (tmp_path / "y" / each).read_bytes() for each in files)
    for gold in (tmp_path / "x").glob("*/gold.json"):
        (pair,) = json.loads(gold.read_text(encoding="utf-8"))["pairs"]
        for side in "ab":
            text = (gold.parent / f"{side}.txt").read_text(encoding="utf-8")
            assert all(f"\n{mark}" in f"\n{text}" for row in pair["alignment"] for mark in row[side])


def test_clauses_are_numbered_anew_and_references_follow() -> None:
    moved = renumber([LAW[0], LAW[3], LAW[1], LAW[2]])
    assert [piece.mark for piece in moved] == ["", "第一条", "第二条", "第三条"]
    assert "第一条办理" in moved[1].text
    assert [piece.origins for piece in moved[1:]] == [("第三条",), ("第一条",), ("第二条",)]


def test_at_the_rate_of_none_nothing_but_terms_changes() -> None:
    kept = mutate(LAW, (), 0.0, random.Random(1))  # noqa: S311 - seeded
    assert [piece.origins for piece in kept] == [piece.origins for piece in LAW]


def test_every_clause_knows_where_its_text_comes_from() -> None:
    known = {origin for piece in LAW for origin in piece.origins}
    lighthouse = Piece("灯塔常年点亮，由看守人看管。", ("第九条",), "第九条")
    for seed in range(20):
        made = mutate(LAW, (lighthouse,), 0.5, random.Random(seed))  # noqa: S311 - seeded
        assert {origin for piece in made for origin in piece.origins} <= known
        assert all(piece.text.strip() for piece in made)
