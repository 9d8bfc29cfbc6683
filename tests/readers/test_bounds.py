"""A row of blanks is read once: with three ways to share it out, this would never end."""

import pytest

from hexapla.readers.web.linked_notes import NOTE_START


@pytest.mark.parametrize("blank", [" ", "\u3000", "\n"])
def test_a_note_of_blanks_begins_with_no_number(blank: str) -> None:
    assert NOTE_START.match(blank * 50_000 + "x") is None


@pytest.mark.parametrize("text", [" ^ [12] x", "（3）x", "↑ 7. x", "12"])
def test_a_note_begins_with_its_number(text: str) -> None:
    found = NOTE_START.match(text)
    assert found is not None
    assert found[1] in text
