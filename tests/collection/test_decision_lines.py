"""A decision is put behind the others of `alignment.yml`, of which no byte changes."""

import pytest

from hexapla.collection import append_decision
from hexapla.collection.alignment_yml import read_decisions
from hexapla.errors import SettingsError

PATH = "alignment.yml"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# nothing yet\n",
        "# of the council\n- apart: [A/art_3, B/art_3]   # looked at twice\n  reason: Alike only.\n",
        "- together: [A/art_1, B/art_1]\n  reason: no line end",
        "  # by one hand\n  - together:\n      - A/art_1\n      - B/art_1\n    reason: >-\n      One\n",
    ],
)
def test_it_stands_last_and_all_else_stays(before: str) -> None:
    made = append_decision(
        PATH, before.encode(), ["A/art_9", "B/art_10"], 'the “lamp”: "ours"', together=False
    )
    assert made.startswith(before.encode())
    *others, last = read_decisions(PATH, PATH, made)
    assert others == list(read_decisions(PATH, PATH, before.encode()))
    assert (last.together, last.clauses) == (False, (("A", "art_9"), ("B", "art_10")))
    assert last.reason == 'the “lamp”: "ours"'


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("- together: [A/art_9, B/art_10]\n  reason: one\n", "says the opposite"),
        ("[{together: [A/art_1, B/art_1], reason: one}]\n", "alignment.yml"),
        ("- together: [A/art_1]\n  reason: one\n", "two or more clauses"),
    ],
)
def test_what_it_cannot_be_put_behind_is_refused(before: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        append_decision(PATH, before.encode(), ["A/art_9", "B/art_10"], "why", together=False)
