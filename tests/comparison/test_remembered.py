"""What is found of texts is found once in a document, and forgotten with it."""

import pytest

from alignment.specimens import document, version
from hexapla.alignment import align
from hexapla.comparison import compare, compare_all, remembered
from hexapla.comparison.remembered import FEW, SHORT, forget_texts, remember_short_texts

calls: list[str] = []


@remember_short_texts
def shout(text: str) -> str:
    """Write a text in capitals."""
    calls.append(text)
    return text.upper()


def test_a_short_text_is_read_once_until_it_is_forgotten() -> None:
    calls.clear()
    assert shout("lamps") == shout("lamps") == "LAMPS"
    assert calls == ["lamps"]
    forget_texts()
    assert shout("lamps") == "LAMPS"
    assert len(calls) == 2


def test_of_long_texts_the_last_few_are_kept() -> None:
    texts = [str(at).zfill(SHORT + 1) for at in range(FEW + 1)]
    calls.clear()
    for text in (*texts, texts[-1], texts[0]):
        shout(text)
    assert calls == [*texts, texts[0]]


def test_a_document_is_forgotten_when_its_versions_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(remembered, "FORGETTING", [lambda: told.append("forgotten")])
    compare_all(align(document(["租金按月支付。"], ["租金按季支付。"])))
    assert told == ["forgotten"]


def test_all_pairs_tell_what_each_tells_alone() -> None:
    texts = (
        ["租金按月支付。", "保持整洁。"],
        ["租金按季支付。", "保持整洁。"],
        ["保持整洁。", "租金按季支付。"],
    )
    table = align(document(*(version("ABC"[at], each) for at, each in enumerate(texts))))
    assert compare_all(table) == tuple(
        compare(table, base, target) for base, target in (("A", "B"), ("A", "C"), ("B", "C"))
    )
