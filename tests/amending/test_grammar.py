"""Every row of the grammar of commands reads its own example."""

import tomllib
from typing import Any

import pytest

from hexapla.amending import parse_instrument
from hexapla.amending.grammar import is_explicit, load_grammar, read_grammar
from hexapla.amending.law_passages import renumber_mark
from hexapla.amending.places import read_places, spell_place
from hexapla.languages.instrument_tables import FOLDER, find_instrument_languages

TABLES = {
    tag: tomllib.loads((FOLDER / f"{tag}.toml").read_text(encoding="utf-8"))
    for tag in find_instrument_languages()
    if not is_explicit(tag)
}
ROWS = [(tag, row) for tag, table in TABLES.items() for row in table["command"]]


@pytest.mark.parametrize(("tag", "row"), ROWS, ids=[row["example"][:30] for _, row in ROWS])
def test_a_phrase_reads_its_example(tag: str, row: dict[str, Any]) -> None:
    found = parse_instrument(f"一、{row['example']}", tag)
    assert found.unparsed == ()
    assert any(
        str(command.verb) == row["verb"]
        and (not row.get("position") or command.position == row["position"])
        and command.everywhere == row.get("everywhere", False)
        and command.restates == row.get("restates", False)
        and command.announces == row.get("announces", False)
        for command in found.commands
    )


@pytest.mark.parametrize("tag", TABLES)
def test_every_phrase_is_needed(tag: str) -> None:
    grammar = load_grammar(tag)
    for phrase, row in zip(grammar.phrases, TABLES[tag]["command"], strict=True):
        assert phrase.example == row["example"]


@pytest.mark.parametrize("tag", TABLES)
def test_lines_that_order_nothing_are_left_out(tag: str) -> None:
    for row in TABLES[tag]["line"]:
        found = parse_instrument(f"{row['example']}\n一、删去第三条。\n", tag)
        assert (len(found.commands), found.unparsed) == (1, ())


@pytest.mark.parametrize("tag", TABLES)
def test_texts_that_are_amended_are_named(tag: str) -> None:
    for row in TABLES[tag]["target"]:
        found = parse_instrument(f"{row['example']}\n1.删去第三条。\n", tag)
        assert (found.commands[0].target, found.unparsed) == ("码头管理条例", ())


@pytest.mark.parametrize("tag", TABLES)
def test_titles_of_instruments_name_what_they_amend(tag: str) -> None:
    for row in TABLES[tag]["instrument_title"]:
        found = parse_instrument(f"{row['example']}\n一、删去第三条。\n", tag)
        assert (found.commands[0].target, found.unparsed) == ("码头管理条例", ())


@pytest.mark.parametrize("tag", TABLES)
def test_every_printed_part_is_read_again(tag: str) -> None:
    words = load_grammar(tag).places
    kinds = {name: kind.rpartition("_")[2] for kind, name in TABLES[tag]["printed"].items()}
    read = dict(words.named) | dict(words.numbered)
    assert {name: read[name] for name in kinds} == kinds


def test_a_phrase_may_name_only_the_place_that_what_follows_is_about(monkeypatch: pytest.MonkeyPatch) -> None:
    context = {"verb": "context", "phrase": "在{place}中", "example": "在第三条中"}
    with_context = TABLES["zh"] | {"command": [context, *TABLES["zh"]["command"]]}
    monkeypatch.setattr("hexapla.amending.parse.load_grammar", lambda _: read_grammar(with_context))
    found = parse_instrument("一、在第三条中，将“灯”修改为“灯笼”。")
    assert [(str(each.verb), each.place[0].printed) for each in found.commands] == [("substitute", "第三条")]
    assert found.unparsed == ()


@pytest.mark.parametrize(
    ("printed", "places"),
    [
        ("第三条", ["第三条"]),
        ("第三条、第五条和第七条", ["第三条", "第五条", "第七条"]),
        ("第三条至第五条", ["第三条", "第四条", "第五条"]),
        ("第三条第一款、第二款", ["第三条第一款", "第三条第二款"]),
        ("第二十条之一第二款第（三）项", ["第二十条之一第二款第（三）项"]),
        ("刑法第三百九十条", ["第三百九十条"]),
        ("《码头条例》原第六条", ["第六条"]),
        ("第三章第二节", ["第三章第二节"]),
        ("第四章章名", ["第四章章名"]),
        ("序言第七自然段第二句", ["序言第七自然段第二句"]),
        ("第六十七条码头委员会职权第二十项", ["第六十七条第二十项"]),
        ("名称、第一条", ["名称", "第一条"]),
    ],
)
def test_places_are_read(printed: str, places: list[str]) -> None:
    words = load_grammar("zh").places
    assert words.listed.fullmatch(printed)
    assert [spell_place(place) for place in read_places(printed, words)] == places


@pytest.mark.parametrize(
    ("mark", "value", "written"),
    [("（三）", 4, "（四）"), ("(3)", 12, "(12)"), ("⒊", 4, "⒋"), ("④", 5, "⑤"), ("第九条", 10, "第十条")],
)
def test_a_mark_keeps_its_style(mark: str, value: int, written: str) -> None:
    assert renumber_mark(mark, value) == written
