"""What a draft leaves open: brackets, choices, comments; and brackets that mean other things."""

import pytest

from hexapla.model import Order
from hexapla.plan import Plan
from hexapla.reading.open_passages import count_drafts, count_version, find_open_passages
from hexapla.segmentation import segment
from hexapla.units import build_units
from segmentation.texts import cut, source


def read(text: str) -> list[tuple[str, str, int]]:
    """Return kind, words and options of what a text leaves open."""
    units = build_units(cut(text).versions[0])
    texts = {unit.id: unit.text for unit in units}
    return [
        (str(one.kind), texts[one.unit][one.start : one.end], one.options)
        for one in find_open_passages(*units)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The keeper lights the lamps by [30] June [at noon].", [("text", "[at noon]", 1)]),
        ("The keeper [shall][should] light the lamps.", [("choice", "[shall][should]", 2)]),
        ("The keeper [shall] / [should] / [may] light them.", [("choice", "[shall] / [should] / [may]", 3)]),
        ("Boats [pay [two] coins] here.", [("text", "[pay [two] coins]", 1)]),
        ("Boats pay. [Note: the sum is not agreed.]", [("comment", "[Note: the sum is not agreed.]", 1)]),
        ("Lamps burn [sic] all night [1], as in [2012] and [the rules](rules.html).", []),
        ("Lamps burn [repealed].", []),
        ("A bracket [that nobody closes", []),
    ],
)
def test_an_english_sentence(text: str, found: list[tuple[str, str, int]]) -> None:
    assert read(f"1. {text}\n2. The ferry is free.\n") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("看守人【应当】【可以】点灯。", [("choice", "【应当】【可以】", 2)]),
        ("船费每人【二】元。", [("text", "【二】", 1)]),
        ("看守人点灯。【起草说明：待议】", [("comment", "【起草说明：待议】", 1)]),
        ("【立法目的】为了管好渡口，制定本规则。", []),
    ],
)
def test_a_chinese_sentence(text: str, found: list[tuple[str, str, int]]) -> None:
    assert read(f"第一条 {text}\n第二条 渡口免费。\n") == found


def test_labelled_options_are_one_choice() -> None:
    text = (
        "1. Boats wait.\n2. The lamps of the harbour:\n[Option A] burn all night.\n[Option B] burn late.\n"
        "3. The ferry is free.\n4. The keeper:\n[Option A] sleeps.\n[Option B] wakes.\n[Option C] walks.\n"
        "5. Nobody swims.\n"
    )
    assert [(kind, options) for kind, _, options in read(text)] == [("choice", 2), ("choice", 3)]
    bracketed = "1. Lamps [Option A: burn all night] [Option B: burn till midnight].\n2. Boats wait.\n"
    assert [(kind, options) for kind, _, options in read(bracketed)] == [("choice", 2)]


def test_counts_fall_from_draft_to_draft() -> None:
    drafts = [
        "1. The keeper [shall][should] light [all] lamps.\n2. Boats that land [pay] at once. [Note: what?]\n",
        "1. The keeper shall light [all] lamps.\n2. Boats pay.\n",
        "1. The keeper shall light all lamps.\n2. Boats pay.\n",
    ]
    plan = Plan(id="x", order=Order.CHRONOLOGICAL)
    document = segment([source(text, path=f"{at}.txt") for at, text in enumerate(drafts)], plan)
    counts = count_drafts(document)
    assert [each.open for each in counts] == [3, 1, 0]
    assert (counts[0].texts, counts[0].choices, counts[0].comments) == (2, 1, 1)


def test_one_bracket_makes_no_draft() -> None:
    document = cut("1. Lamps burn [all] night.\n2. Boats wait.\n")
    assert count_version(document.versions[0]).open == 1
    assert count_drafts(document) == ()


def test_many_brackets_take_time_in_proportion() -> None:
    text = "1. " + "[" * 20_000 + "x" + "][" * 20_000 + "\n2. y\n"
    assert read(text) is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "1. Boats wait.\nOption 1\n2. Lamps burn all night.\nOption 2\n2. Lamps burn late.\n"
                "3. Nobody swims.\n"
            ),
            ("choice", "Option 1", 2),
        ),
        (
            (
                "第一条 船只候泊。\n第二条 灯由看守人点亮。\n方案一：\n第三条 灯点至天明。\n方案二：\n"
                "第三条 灯点至午夜。\n第四条 渡口免费。\n"
            ),
            ("choice", "方案一：", 2),
        ),
    ],
)
def test_a_choice_between_clauses_is_one_choice_of_one_text(text: str, found: tuple[str, str, int]) -> None:
    assert read(text) == [found]
