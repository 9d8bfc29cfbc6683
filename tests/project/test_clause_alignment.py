"""The benchmark that stands alone: its table, its scorer, and that it needs nothing of ours."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.predictions import predict
from clauses import cut, cut_task
from scorer import TEXTS, read_han_number, remove_space, tally, tasks

from hexapla.text import read_numeral
from hexapla.text.numerals import write_han_numeral

FOLDER = TEXTS.parent


def test_the_figures_of_the_page_are_those_of_the_command(tmp_path: Path) -> None:
    """In Python's isolated mode, away from the tree: nothing of hexapla can be found."""
    for name, folder, gold in tasks():
        (tmp_path / "hexapla").mkdir(exist_ok=True)
        (tmp_path / f"hexapla/{name}.json").write_text(json.dumps(predict(folder, gold)), encoding="utf-8")
    command = [sys.executable, "-I", str(FOLDER), str(tmp_path / "hexapla")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert done.stdout in page


def test_the_benchmark_imports_nothing_of_the_program() -> None:
    programs = sorted(FOLDER.glob("*.py"))
    assert [path.name for path in programs] == ["__main__.py", "baselines.py", "clauses.py", "scorer.py"]
    for path in programs:
        assert "import hexapla" not in (text := path.read_text(encoding="utf-8"))
        assert "from hexapla" not in text


def test_every_mark_of_the_gold_begins_a_clause_of_its_text_once() -> None:
    for name, folder, gold in tasks():
        for version, clauses in cut_task(folder, gold).items():
            cited = {
                remove_space(mark)
                for pair in gold["pairs"]
                for side in "ab"
                if pair[side] == version
                for mark in [mark for row in pair["alignment"] for mark in row[side]]
            }
            marks = [mark for mark, _ in clauses]
            assert cited <= set(marks), name
            assert len(set(marks)) == len(marks), name


def test_items_are_found_below_the_section_that_they_belong_to() -> None:
    text = "一、门\n（一）锁。\n1.铜的\n二、窗\n（一）帘。\n1.布的\n"
    marks = {"一、（一）", "一、（一）1.", "二、（一）", "二、（一）1."}
    assert cut(text, marks) == [
        ("一、（一）", "锁。"),
        ("一、（一）1.", "铜的\n二、窗"),
        ("二、（一）", "帘。"),
        ("二、（一）1.", "布的"),
    ]


def test_the_gold_scored_against_itself_is_perfect() -> None:
    for _, _, gold in tasks():
        assert tally(gold, gold).rates[2:4] == pytest.approx((1.0, 1.0))


def test_the_scorer_reads_han_numbers_as_the_program_does() -> None:
    for number in (*range(1, 130), 999, 2024):
        printed = write_han_numeral(number)
        assert read_han_number(printed) == read_numeral(printed) == number
