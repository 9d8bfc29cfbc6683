"""Instruments of many countries, of our own writing: what they make of our texts, to the last character."""

from pathlib import Path

import pytest

from hexapla.api.instruments import apply

SPECIMENS = sorted((Path(__file__).parent / "specimens").iterdir())


@pytest.mark.parametrize("folder", SPECIMENS, ids=lambda folder: folder.name)
def test_an_instrument_gives_the_consolidated_text(folder: Path) -> None:
    amended = apply(folder / "base.txt", folder / "instrument.txt")
    assert amended.doubts == ()
    assert amended.text == (folder / "target.txt").read_text(encoding="utf-8")


def test_a_reference_to_merged_clauses_cites_what_they_became_once() -> None:
    folder = Path(__file__).parent / "specimens" / "zh-decision-merge"
    told = {(r.before, r.after) for r in apply(folder / "base.txt", folder / "instrument.txt").rewritten}
    assert ("第八条、第九条", "第七条") in told
    assert ("第十五条", "第十三条") in told  # the range ended with a clause that is gone


def test_a_text_that_an_instrument_for_many_texts_does_not_name_stays_and_is_told() -> None:
    folder = Path(__file__).parent / "specimens"
    other = apply(folder / "zh-amendment" / "base.txt", folder / "zh-bundle-wells" / "instrument.txt")
    assert [doubt.reason for doubt in other.doubts] == ["the instrument amends other texts, not this one"]
    assert other.text == (folder / "zh-amendment" / "base.txt").read_text(encoding="utf-8")
