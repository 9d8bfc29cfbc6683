"""Edits and flags against tables of readings that a careful editor would mark by hand."""

from pathlib import Path

import pytest

from comparison.reading_table import Reading, marking, of_corpus, own
from corpora import FURTHER, OWN, readings
from hexapla.comparison import diff_texts, find_flags

TABLES = ("tuned", "held", "unknown", "unknown-held", "third", "third-held", "signs")


def name(reading: Reading) -> str:
    return reading.accepted[0]


@pytest.mark.parametrize("reading", [reading for table in TABLES for reading in own(table)], ids=name)
def test_edits_read_as_marked_by_hand(reading: Reading) -> None:
    assert marking(diff_texts(reading.base, reading.target, reading.language)) in reading.accepted


@pytest.mark.parametrize("reading", [reading for table in TABLES for reading in own(table)], ids=name)
def test_flags_are_those_a_reader_would_give(reading: Reading) -> None:
    found = find_flags(diff_texts(reading.base, reading.target, reading.language), reading.language)
    assert set(found) == reading.flags


FLOORS = {OWN: (63, 63), FURTHER: (68, 64)}
"""corpus → readings marked and flagged as by hand; of our own 64"""


@pytest.mark.parametrize("path", readings(), ids=lambda path: path.parents[1].name)
def test_readings_of_a_corpus(path: Path) -> None:
    read = of_corpus(path)
    marked = [diff_texts(reading.base, reading.target, reading.language) for reading in read]
    right = sum(marking(found) in reading.accepted for found, reading in zip(marked, read, strict=True))
    flagged = sum(
        set(find_flags(found, reading.language)) == reading.flags
        for found, reading in zip(marked, read, strict=True)
    )
    marks, facts = FLOORS[path.parents[1]]
    assert right >= marks
    assert flagged >= facts


def test_our_readings_are_said_once() -> None:
    (path,) = (path for path in readings() if path.is_relative_to(OWN))
    pairs = [(reading.base, reading.target) for reading in of_corpus(path)]
    here = [(reading.base, reading.target) for table in TABLES for reading in own(table)]
    assert len(set(pairs)) == len(pairs) >= 60
    assert set(pairs).isdisjoint(here)
