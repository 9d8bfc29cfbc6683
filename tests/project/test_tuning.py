"""Benchmarks that tune the weights of segmentation and say where a reading is lost: the same each time."""

import shutil
from pathlib import Path

import pytest
from benchmarks import reading_errors, tuning
from benchmarks.hard_texts import read_texts

from corpora import OWN
from hexapla.segmentation.mark_weights import DEFAULT

TEXTS = ("it-commi-bis", "en-verse", "en-cut-off-mid-word", "zhhant-hanging-indent")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in TEXTS:
        shutil.copy(OWN / f"segmentation/{name}.json", tmp_path)
    return tmp_path


def test_a_weight_that_spoils_the_reading_is_not_taken(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [str(folder), "--only", "line", "--by", "0.1", "--rounds", "1", "--noise", "1"]
    assert tuning.main(asked) == 0
    first = capsys.readouterr().out
    assert "→" not in first
    assert first.count("before") == first.count("after") == 2
    assert tuning.main(asked) == 0
    assert capsys.readouterr().out == first


def test_each_text_is_in_one_half_and_spoiled_weights_read_worse(folder: Path) -> None:
    texts = read_texts(folder)
    halves = tuning.halve(texts)
    assert sorted(text.name for half in halves for text in half) == sorted(TEXTS)
    spoiled = tuning.multiply(DEFAULT, {"line": 0.1, "next": 0.1})
    assert tuning.measure(texts, spoiled) < tuning.measure(texts, DEFAULT)


def test_the_step_is_named_at_which_a_reading_is_lost(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reading_errors.main([str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0].split(maxsplit=1) for line in lines[:2]] == [
        ["en-cut-off-mid-word", "after the reading"],
        ["en-verse", "no form"],
    ]
    assert lines[2] == "4 texts, 2 right"
