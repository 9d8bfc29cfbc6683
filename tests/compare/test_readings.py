"""Edits and flags against tables of readings that a careful editor would mark by hand."""

import pytest

from compare.reading_table import SHARED, Reading, marking, own, shared
from hexapla.compare import edits, flags

TABLES = ("tuned", "held", "unknown", "unknown-held", "third", "third-held")


def name(reading: Reading) -> str:
    return reading.accepted[0]


@pytest.mark.parametrize("reading", [reading for table in TABLES for reading in own(table)], ids=name)
def test_edits_read_as_marked_by_hand(reading: Reading) -> None:
    assert marking(edits(reading.base, reading.target, reading.language)) in reading.accepted


@pytest.mark.parametrize("reading", [reading for table in TABLES for reading in own(table)], ids=name)
def test_flags_are_those_a_reader_would_give(reading: Reading) -> None:
    found = flags(edits(reading.base, reading.target, reading.language), reading.language)
    assert set(found) == reading.flags


@pytest.mark.skipif(not SHARED.exists(), reason="the shared readings are not at hand")
def test_shared_readings() -> None:
    readings = shared()
    marked = [edits(reading.base, reading.target, reading.language) for reading in readings]
    right = sum(marking(found) in reading.accepted for found, reading in zip(marked, readings, strict=True))
    flagged = sum(
        set(flags(found, reading.language)) == reading.flags
        for found, reading in zip(marked, readings, strict=True)
    )
    assert right >= 68
    assert flagged >= 64
