"""alignment.yml: an editor's decisions."""

import pytest

from hexapla.collection.alignment_yml import read_decisions
from hexapla.errors import SettingsError
from hexapla.plan import Decision


def test_decisions_bear_their_place() -> None:
    data = b"""\
# what the editor decided
- together: [A/art_12, B/art_14, B/art_15]
  reason: Split by the amendment of 2019.

- reason: Alike in wording only.
  apart:
    - A/art_3
    - B/art_3__para_2
"""
    assert read_decisions("in/alignment.yml", "alignment.yml", data) == (
        Decision(
            together=True,
            clauses=(("A", "art_12"), ("B", "art_14"), ("B", "art_15")),
            reason="Split by the amendment of 2019.",
            file="alignment.yml",
            line=2,
        ),
        Decision(
            together=False,
            clauses=(("A", "art_3"), ("B", "art_3__para_2")),
            reason="Alike in wording only.",
            file="alignment.yml",
            line=5,
        ),
    )


@pytest.mark.parametrize("data", [b"", b"# none yet\n", b"[]"])
def test_no_decisions(data: bytes) -> None:
    assert read_decisions("alignment.yml", "alignment.yml", data) == ()


WRONG = [
    ("together: [A/a, B/b]", ["1: this file must be a list (lines that begin with “- ”), not a mapping"]),
    ("- A/a", ["1: this entry must hold lines of the form “key: value”, not a single value"]),
    ("- together: [A/a, B/b]", ["1: the key “reason” is missing here"]),
    ("- reason: x", ["1: an entry has either “together” or “apart”, and a “reason”"]),
    (
        "- {reason: x, together: [A/a, B/b], apart: [A/a, B/c]}",
        ["1: an entry has either “together” or “apart”, and a “reason”"],
    ),
    ("- together: [A/a]\n  reason: x", ["1: together: two or more clauses must be named, each once"]),
    ("- together: [A/a, A/a]\n  reason: x", ["1: together: two or more clauses must be named, each once"]),
    (
        "- apart: [A/a, art_2]\n  reason: x",
        ["1: apart: “art_2” names no clause: write siglum/id, like A/art_12"],
    ),
    ("- apart: [A/a, Ä/b]\n  reason: x", ["1: apart: “Ä/b” names no clause: write siglum/id, like A/art_12"]),
    (
        "- apart: A/a\n  reason: x",
        ["1: “apart” must be a list (lines that begin with “- ”), not a single value"],
    ),
    ("- togther: [A/a, B/b]\n  reason: x", ["1: the key “togther” is unknown; did you mean “together”?"]),
    (
        "- {together: [A/a, B/b, C/c], reason: x}\n- {apart: [C/c, A/a], reason: y}",
        ["2: line 1 says the opposite of A/a and C/c: remove one of the two"],
    ),
    (
        "- {together: [A/a], reason: x, reason: y}\n- {apart: 3}",
        [
            "1: the key “reason” is repeated; it stands on line 1 already",
            "1: together: two or more clauses must be named, each once",
            "2: “apart” must be a list (lines that begin with “- ”), not a single value",
            "2: the key “reason” is missing here",
        ],
    ),
]


@pytest.mark.parametrize(("text", "complaints"), WRONG)
def test_what_is_wrong(text: str, complaints: list[str]) -> None:
    with pytest.raises(SettingsError) as caught:
        read_decisions("alignment.yml", "alignment.yml", text.encode())
    assert [str(each).removeprefix("alignment.yml:") for each in caught.value.problems] == complaints
