"""Instruments in our own words: what is quoted, where a command begins, what is reported."""

import pytest

from hexapla.amending import Command, Verb, parse_instrument
from hexapla.amending.places import spell_place
from hexapla.amending.quotations import build_skeleton, quote


def told(command: Command) -> str:
    """Write a command as one line."""
    places = "、".join(spell_place(place) for place in command.places)
    new = "、".join(spell_place(place) for place in command.new_places)
    return f"{command.line} {command.verb} {places}" + (f" → {new}" if new else "")


def read(text: str) -> list[str]:
    """Read an instrument that is understood as a whole."""
    found = parse_instrument(text)
    assert found.unparsed == ()
    return [told(command) for command in found.commands]


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("一、将第三条修改为：“灯常亮。”", ["1 replace 第三条"]),
        ("一、第三条修改为:“灯常亮。”", ["1 replace 第三条"]),
        ("一、将第三条第二款修改为“灯常亮。”", ["1 replace 第三条第二款"]),
        ("一、将第三条改为第四条，修改为：“灯常亮。”", ["1 replace 第三条 → 第四条"]),
        (
            "一、将第三条改为第四条，删去第二款。",
            ["1 renumber 第三条 → 第四条", "1 delete 第三条第二款"],
        ),
        (
            "一、将第三条改为第四条，其中的“灯”修改为“灯笼”。",
            ["1 renumber 第三条 → 第四条", "1 substitute 第三条"],
        ),
        (
            "一、将第六条、第七条第一项合并，作为第六条，修改为：“灯常亮。”",
            ["1 merge 第六条、第七条第一项 → 第六条"],
        ),
        ("一、将第六条和第七条合并修改为：“灯常亮。”", ["1 merge 第六条、第七条"]),
        ("一、增加一条，作为第四条：“灯常亮。”", ["1 insert 第四条 → 第四条"]),
        ("一、在第三条后增加一条，作为第三条之一：“灯常亮。”", ["1 insert 第三条 → 第三条之一"]),
        (
            "一、第三条增加一款，作为第二款：“灯常亮。”，第二款相应地改为第三款。",
            ["1 insert 第三条 → 第三条第二款", "1 renumber 第三条第二款 → 第三条第三款"],
        ),
        (
            "一、将第三条第一款修改为：“灯。”\n增加一款作为第四款：“旗。”\n原第二款作为第三款，修改为：“船。”",
            [
                "1 replace 第三条第一款",
                "2 insert 第三条 → 第三条第四款",
                "3 replace 第三条第二款 → 第三条第三款",
            ],
        ),
        ("一、删除第四条、第八条。", ["1 delete 第四条", "1 delete 第八条"]),
        ("一、删去第四条第一款末尾的“灯”。", ["1 delete 第四条第一款"]),
        ("一、第四条中“灯”后增加“笼”，“旗”前增加“彩”。", ["1 insert 第四条", "1 insert 第四条"]),
        ("一、将引言修改为：“灯。”", ["1 replace 引言"]),
        (
            "一、增加一章，作为第二章“灯笼”，包括第四条至第五条。",
            ["1 insert 第二章 → 第二章、第四条、第五条"],
        ),
        ("一、将第三章第二节改为第四章。", ["1 renumber 第三章第二节 → 第四章"]),
        ("一、将名称、第一条中的“灯”修改为“灯笼”。", ["1 substitute 名称、第一条"]),
        ("本决定自2031年5月1日起施行。\n条文顺序作相应调整。", ["1 commence ", "2 reorder "]),
        ("1.将十一条修改为：\n“灯常亮。”", ["1 replace 十一条"]),
        ("第二条 码头章程第四条修改为：“灯常亮。”", ["1 replace 第四条"]),
    ],
)
def test_commands_are_classified_with_their_place(text: str, commands: list[str]) -> None:
    assert read(text) == commands


def test_an_instrument_for_many_texts_names_each() -> None:
    found = parse_instrument(
        "关于修改《灯笼办法》等两件规定的决定\n"
        "一、修改《灯笼办法》\n1.删去第二条。\n2.条文顺序作相应调整。\n二、修改《旗帜办法》\n将第一条修改为：\n“旗常挂。”\n"
    )
    assert [(command.target, str(command.verb)) for command in found.commands] == [
        ("灯笼办法", "delete"),
        ("灯笼办法", "reorder"),
        ("旗帜办法", "replace"),
    ]


def test_what_is_not_understood_is_reported_with_its_line() -> None:
    found = parse_instrument("一、删去第二条。\n二、灯笼的颜色从宽掌握。\n三、删去第三条。\n")
    assert [told(command) for command in found.commands] == ["1 delete 第二条", "3 delete 第三条"]
    assert [(each.line, each.text) for each in found.unparsed] == [(2, "灯笼的颜色从宽掌握。")]


def test_paragraphs_of_a_quotation_are_lines() -> None:
    every = parse_instrument(
        "一、将第三条修改为：“灯常亮：\n“（一）雨天；\n“（二）雾天。\n“旗常挂。”\n"
    ).commands[0]
    first = parse_instrument(
        "一、将第三条修改为：\n“灯常亮：\n（一）雨天；\n（二）雾天。\n旗常挂。”\n"
    ).commands[0]
    assert every.new == first.new == ("灯常亮：\n（一）雨天；\n（二）雾天。\n旗常挂。",)


def test_lines_that_a_page_broke_are_joined() -> None:
    found = parse_instrument("一、将第二\n十三条第\n一款修改为：“灯常亮，旗\n常挂。”\n")
    assert [told(command) for command in found.commands] == ["1 replace 第二十三条第一款"]
    assert found.commands[0].new == ("灯常亮，旗常挂。",)


def test_quotations_inside_a_quotation_get_their_own_signs_back() -> None:
    assert parse_instrument("一、将第三条修改为：“‘灯’是指灯笼。”").commands[0].new == ("“灯”是指灯笼。",)
    assert parse_instrument("一、将第三条修改为：“所称“灯”是指灯笼。”").commands[0].new == (
        "所称“灯”是指灯笼。",
    )


@pytest.mark.parametrize(
    "text", ["灯", "“灯”", "‘灯’", "“", "”灯“", "灯\n“旗”", "  灯", "灯\n\n旗", "『灯", "“‘灯’”"]
)
def test_what_is_quoted_is_read_again(text: str) -> None:
    assert build_skeleton(quote(text)).quotations[0].text == text


def test_a_quotation_that_nothing_closes_ends_before_the_next_command() -> None:
    found = parse_instrument(
        "一、将第二条修改为：“灯常亮。\n二、将第三条修改为：“旗常挂。”\n三、删去第四条。\n"
    )
    assert [told(command) for command in found.commands] == [
        "1 replace 第二条",
        "2 replace 第三条",
        "3 delete 第四条",
    ]
    assert [each.line for each in found.unparsed] == [1]


@pytest.mark.parametrize(
    "hostile",
    [
        "“" * 40_000,
        "”" * 40_000,
        "“\n" * 20_000,
        "第" * 40_000,
        "第一条、" * 10_000,
        "《" * 40_000,
        "将" * 40_000,
        "一、将第三条修改为：“灯\n" * 2_000,
        "增加一条，作为" * 8_000,
        "“‘" * 20_000,
        "第一条第二款" * 8_000,
    ],
)
def test_hostile_texts_are_read_to_their_end(hostile: str) -> None:
    found = parse_instrument("一、删去第二条。\n二、" + hostile)
    assert found.commands[0].verb is Verb.DELETE
