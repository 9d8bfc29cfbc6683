"""notes.yml: what an editor writes beside clauses."""

import pytest

from hexapla.collection.notes_yml import read_notes
from hexapla.errors import SettingsError
from hexapla.model import AnnotationKind, NoteEntry


def test_notes_bear_their_place() -> None:
    data = f"""\
# for the meeting in May
- clause: A/art_12
  text: 与第九条重复。
- clause: B/art_3__para_2
  kind: reason
  author: 器具组
  date: 2026-04
  text: |
    Asked for by the keeper,{"  "}
    who counts by hand.
- {{clause: B/art_4, kind: review, author: M. Ortiz}}
""".encode()
    comment, reason, review = read_notes("in/notes.yml", "notes.yml", data)
    assert comment == NoteEntry(clause=("A", "art_12"), text="与第九条重复。", file="notes.yml", line=2)
    assert reason.kind is AnnotationKind.REASON
    assert (reason.author, reason.date, reason.line) == ("器具组", "2026-04", 4)
    assert reason.text == "Asked for by the keeper,\nwho counts by hand."
    assert (review.kind, review.text, review.author) == (AnnotationKind.REVIEW, "", "M. Ortiz")


@pytest.mark.parametrize("data", [b"", b"# none yet\n", b"[]"])
def test_no_notes(data: bytes) -> None:
    assert read_notes("notes.yml", "notes.yml", data) == ()


def test_all_that_is_wrong_is_told_at_once() -> None:
    data = b"""\
- {clause: art_12, text: x}
- {clause: A/art_1}
- {clause: A/art_1, text: x, kind: remark}
- {clause: A/art_1, text: x, date: yesterday}
- {clause: A/art_1, text: x, colour: red}
"""
    with pytest.raises(SettingsError) as found:
        read_notes("in/notes.yml", "notes.yml", data)
    said = [(each.line, each.message) for each in found.value.problems]
    assert [line for line, _ in said] == [1, 2, 3, 4, 5]
    assert said[1][1] == "a note has a “text”; only a review may be without"
    assert said[2][1] == "kind: “remark” is no kind of note: write reason, comment or review"
