"""Pairs that were measured once are not measured again, and nothing of that shows."""

import sys

import pytest

from hexapla.reuse import DocumentPassages, PairMemory, find_reuse
from hexapla.reuse.likeness import have_in_common
from reuse.made_texts import clause, copy, passages_of


def documents(count: int) -> list[DocumentPassages]:
    """Make documents of which two and two share a few words, and all have copies of one clause."""
    return [
        passages_of(
            f"d{number}",
            [clause(900 + number // 2, 9) + clause(number, 70), copy(clause(700), 0.2, seed=number)],
        )
        for number in range(count)
    ]


def test_a_memory_changes_no_result() -> None:
    memory = PairMemory()
    assert find_reuse(documents(8), memory=memory) == find_reuse(documents(8))
    again = PairMemory.load(memory.dump())
    assert len(again.pairs) > 0
    assert find_reuse(documents(9), memory=again) == find_reuse(documents(9))


def test_what_is_known_is_not_measured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = PairMemory()
    asked: list[tuple[str, str]] = []
    find_reuse(documents(8), memory=memory)

    def noted(a: str, b: str, least: int) -> bool:
        asked.append((a, b))
        return have_in_common(a, b, least)

    monkeypatch.setattr(sys.modules[find_reuse.__module__], "have_in_common", noted)
    first = find_reuse(documents(8), memory=PairMemory())
    cold = len(asked)
    asked.clear()
    assert find_reuse(documents(8), memory=memory) == first
    assert len(asked) < cold


def test_a_memory_that_was_cut_short_is_refused() -> None:
    memory = PairMemory()
    find_reuse(documents(6), memory=memory)
    with pytest.raises(ValueError, match="cut short"):
        PairMemory.load(memory.dump()[:-1])
