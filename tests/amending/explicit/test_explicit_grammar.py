"""Every row of the English, German and Japanese grammars reads its own example."""

import tomllib
from typing import Any

import pytest

from hexapla.amending.explicit import read_explicit
from hexapla.amending.explicit.explicit_grammar import load_explicit_grammar
from hexapla.amending.explicit.explicit_places import read_explicit_places
from hexapla.amending.grammar import is_explicit
from hexapla.languages.instrument_tables import FOLDER, find_instrument_languages

TABLES = {
    tag: tomllib.loads((FOLDER / f"{tag}.toml").read_text(encoding="utf-8"))
    for tag in find_instrument_languages()
    if is_explicit(tag)
}
ROWS = [(tag, row) for tag, table in TABLES.items() for row in table["command"]]
STEPS = [(tag, row) for tag, table in TABLES.items() for row in table["places"]["step"]]


@pytest.mark.parametrize(("tag", "row"), ROWS, ids=[row["example"][:40] for _, row in ROWS])
def test_a_phrase_reads_its_example(tag: str, row: dict[str, Any]) -> None:
    found = read_explicit(f"1. {row['example']}", tag)
    assert found.unparsed == ()
    assert any(
        row["verb"] in ("context", str(command.verb))
        and command.position == row.get("position", "")
        and command.everywhere == row.get("everywhere", False)
        for command in found.commands
    )


@pytest.mark.parametrize(("tag", "row"), STEPS, ids=[row["example"][:40] for _, row in STEPS])
def test_a_step_reads_its_example(tag: str, row: dict[str, Any]) -> None:
    found = read_explicit(f"1. {row['example']}", tag)
    assert found.unparsed == ()
    assert any(row["kind"] in [step.kind for step in command.place] for command in found.commands)


@pytest.mark.parametrize("tag", TABLES)
def test_lines_that_order_nothing_are_left_out(tag: str) -> None:
    for row in (*TABLES[tag]["line"], *TABLES[tag]["target"]):
        found = read_explicit(row["example"], tag)
        assert (found.commands, found.unparsed) == ((), ())


@pytest.mark.parametrize(
    ("tag", "printed", "labels"),
    [
        ("en", "Section 3(b)(ii)", [["3", "b", "ii"]]),
        ("en", "Sections 3, 4 and 7", [["3"], ["4"], ["7"]]),
        ("en", "paragraph (b) of Section 3", [["3", "b"]]),
        ("en", "Article 3(2), point (b)", [["3", "2", "b"]]),
        ("en", "the second sentence of Section 3.2", [["3.2", "2"]]),
        ("en", "Sections 3 to 5", [["3"], ["4"], ["5"]]),
        ("en", "Section 7A", [["7A"]]),
        ("de", "§ 1 Absatz 2 Satz 1 Nummer 3 Buchstabe a", [["1", "2", "1", "3", "a"]]),
        ("de", "§ 3 und § 5", [["3"], ["5"]]),
        ("de", "§§ 9 bis 11", [["9"], ["10"], ["11"]]),
        ("de", "§ 3 Absatz 1 und 2", [["3", "1"], ["3", "2"]]),
        ("ja", "第三条第二項第一号", [["3", "2", "1"]]),
        ("ja", "第三条の二", [["3-2"]]),
        ("ja", "第四条及び第五条", [["4"], ["5"]]),
        ("ja", "第一条第二項第三号ロ", [["1", "2", "3", "ロ"]]),
    ],
)
def test_places_are_read(tag: str, printed: str, labels: list[list[str]]) -> None:
    words = load_explicit_grammar(tag).places
    assert words.listed.fullmatch(printed)
    assert [[step.label for step in place] for place in read_explicit_places(printed, words)] == labels


US = """(1) in paragraph (2), by striking "lamp" and inserting "lantern"; and
(2) by adding at the end the following:
"(c) Rain counts as night.
"(d) So does fog.".
"""
HDR = """Artikel 1
Die Hafenlampenordnung wird wie folgt geändert:
1. § 1 wird wie folgt geändert:
a) Absatz 1 wird wie folgt geändert:
aa) In Satz 1 wird die Angabe „Lampe“ durch die Angabe
„Laterne“ ersetzt.
bb) Nummer 2 wird gestrichen.
b) Der bisherige Absatz 2 wird Absatz 3.
2. Nach § 8 wird folgender § 9 eingefügt:
„§ 9
Regen gilt als Nacht.“
"""


def test_items_stand_in_the_place_that_the_item_above_names() -> None:
    found = read_explicit(f"1. Section 5 is amended—\n{US}", "en")
    assert [[s.label for s in c.place] for c in found.commands] == [["5", "2"], ["5"]]
    assert found.commands[1].new == ("(c) Rain counts as night.\n(d) So does fog.",)
    nested = read_explicit(HDR, "de")
    assert nested.unparsed == ()
    assert [[s.label for s in c.place] for c in nested.commands] == [
        ["1", "1", "1"],
        ["1", "1", "2"],
        ["1", "2"],
        ["8"],
    ]
    assert nested.commands[0].target == "Hafenlampenordnung"


def test_what_is_not_understood_is_told_with_its_line() -> None:
    found = read_explicit("1. Section 3 is deleted.\n2. Section 4 shall dream of “lamps”.\n", "en")
    assert [(each.line, "dream" in each.text) for each in found.unparsed] == [(2, True)]
