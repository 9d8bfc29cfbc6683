"""Paragraphs and items: linked inside rows, across rows on strong evidence, alike in both directions."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders
from effort import examples
from hexapla.alignment import align
from hexapla.comparison import compare, compare_all
from hexapla.model import Alignment, Basis, Clause, Document, Role, Version
from hexapla.units import build_units, list_passages

GATE = "园门每日八时开放，十九时关闭，由当日值班的住户负责上锁。"
PIPE = "水管破裂的，最先发现的人应当关闭总阀，并立即告知管理员。"
PLANTS = "公共花坛内的草木不得擅自移栽；确需移栽的，应当经住户会议同意。"
TOOLS = "借用剪枝工具和梯子的，应当在登记簿上写明姓名和归还日期。"
KEEPER = "管理员由全体住户在每年三月推选产生，任期一年，可以连任。"
NOISE = "午间和夜间不得使用割草机、电锯等会发出噪声的器具。"
STOCK = (GATE, PIPE, PLANTS, TOOLS, KEEPER, NOISE)

Article = Sequence[str | tuple[str, str]]
"""its paragraphs; a pair is an item with its number"""


def version(siglum: str, articles: Sequence[Article]) -> Version:
    """Number articles; items stand below the paragraph before them."""
    made: list[Clause] = []
    for number, (own, *below) in enumerate(articles, 1):
        name = above = f"art_{number}"
        made.append(builders.clause(name, f"第{number}条", str(own), depth=0, role=Role.UNIT))
        paragraphs = items = 1
        for part in below:
            if isinstance(part, tuple):
                made.append(
                    builders.clause(f"{above}__lvl_{items}", part[0], part[1], depth=1, role=Role.PART)
                )
                items += 1
            else:
                paragraphs, items = paragraphs + 1, 1
                above = f"{name}__para_{paragraphs}"
                made.append(builders.clause(above, None, part, depth=1, role=Role.PART))
    return builders.version(siglum, made)


def document(*versions: Sequence[Article]) -> Document:
    return builders.document([version("ABCD"[at], articles) for at, articles in enumerate(versions)])


def linked(*versions: Sequence[Article]) -> set[tuple[str, str]]:
    """Which passages of two versions are linked."""
    return {(link.a[1], link.b[1]) for link in align(document(*versions)).items}


def test_equal_articles_are_linked_part_by_part() -> None:
    both = [[GATE, PIPE, PLANTS], [TOOLS]]
    assert linked(both, both) == {
        ("art_1", "art_1"),
        ("art_1__para_2", "art_1__para_2"),
        ("art_1__para_3", "art_1__para_3"),
    }


def test_articles_without_parts_have_none() -> None:
    assert linked([[GATE], [PIPE]], [[GATE.replace("八", "九")], [PIPE]]) == set()


def test_a_new_paragraph_takes_no_link_from_those_behind_it() -> None:
    found = linked([[GATE, PIPE]], [[GATE, NOISE, PIPE.replace("立即", "马上")]])
    assert found == {("art_1", "art_1"), ("art_1__para_2", "art_1__para_3")}


def test_a_paragraph_is_found_in_the_article_to_which_it_went() -> None:
    found = linked(
        [[GATE, PIPE, TOOLS], [PLANTS, NOISE]], [[GATE, TOOLS], [PLANTS, NOISE, PIPE.replace("立即", "马上")]]
    )
    assert ("art_1__para_2", "art_2__para_3") in found
    assert len(found) == 5


def test_clauses_that_became_items_of_one_are_linked_with_the_items() -> None:
    lead = "住户有下列情形之一的，管理员应当劝阻："
    items = ["擅自移栽公共花坛内的草木的", "夜间使用割草机、电锯等器具的", "借用剪枝工具逾期不归还的"]
    apart: list[Article] = [[GATE], *([f"住户{item}，管理员应当劝阻。"] for item in items), [KEEPER]]
    one: list[Article] = [
        [GATE],
        [lead, *((f"（{n}）", f"{item}；") for n, item in zip("一二三", items, strict=True))],
        [KEEPER],
    ]
    wanted = {(f"art_{at + 1}", f"art_2__lvl_{at}") for at in (1, 2, 3)}
    assert wanted <= linked(apart, one)
    assert {pair[::-1] for pair in wanted} <= linked(one, apart)


def test_what_stands_on_both_sides_equally_often_is_linked_in_order() -> None:
    again = "罚款上缴住户会议。"
    found = linked([[GATE, again, PIPE, again]], [[GATE.replace("八", "九"), again, PIPE, again]])
    assert {("art_1__para_2", "art_1__para_2"), ("art_1__para_4", "art_1__para_4")} <= found


def test_a_part_with_a_counterpart_in_its_row_is_linked_to_no_other_row() -> None:
    found = linked([[GATE, PIPE], [TOOLS, KEEPER]], [[GATE, PIPE, NOISE], [TOOLS, KEEPER, PIPE]])
    assert [pair for pair in found if pair[0] == "art_1__para_2"] == [("art_1__para_2", "art_1__para_2")]


def test_a_duty_is_not_linked_to_its_sanction_in_another_article() -> None:
    duty = "住户应当在离开前关闭水泵、煤气和走廊的照明灯。"
    sanction = "住户离开前未关闭水泵、煤气和走廊的照明灯的，处二十元罚款。"
    found = linked([[GATE, duty], [TOOLS, KEEPER]], [[GATE, NOISE], [TOOLS, KEEPER, sanction]])
    assert ("art_1__para_2", "art_2__para_3") not in found


def test_a_heading_that_stands_as_text_leaves_the_paragraphs_beside_it() -> None:
    title = "管理员的职责"
    below = [("(1)", KEEPER), ("(2)", TOOLS)]
    found = linked([[title, *below]], [[title + "和任期", *below, ("(3)", NOISE)]])
    assert {("art_1__lvl_1", "art_1__lvl_1"), ("art_1__lvl_2", "art_1__lvl_2")} <= found
    unit = build_units(document([[title, *below]]).versions[0])[0]
    assert [each.parent for each in list_passages(unit)] == [None, None, None]


def test_items_say_why() -> None:
    (first, second) = align(document([[GATE, PIPE]], [[GATE, PIPE.replace("立即", "马上")]])).items
    assert (first.basis, first.score) == (Basis.IDENTICAL, 1.0)
    assert second.basis is Basis.WORDING
    assert 0 < second.score <= 1


# ---------------------------------------------------------------- laws

phrases = st.sampled_from([piece for text in STOCK for piece in text.rstrip("。").split("，")])
sentences = st.lists(phrases, min_size=1, max_size=3).map(lambda held: "，".join(held) + "。")
articles = st.lists(
    st.tuples(
        sentences,
        st.lists(sentences | st.tuples(st.sampled_from(["（一）", "（二）", "(a)"]), sentences), max_size=4),
    ).map(lambda pair: [pair[0], *pair[1]]),
    min_size=1,
    max_size=5,
)
documents = st.lists(articles, min_size=2, max_size=3).map(lambda held: document(*held))


def passages(made: Document) -> dict[tuple[str, str], str]:
    """Siglum and id of every passage → its unit."""
    return {
        (each.siglum, passage.id): unit.id
        for each in made.versions
        for unit in build_units(each)
        for passage in list_passages(unit)
    }


def rows_of(alignment: Alignment) -> dict[tuple[str, str], str]:
    return {
        (siglum, unit): row.id
        for row in alignment.rows
        for siglum, cell in zip(alignment.document.sigla, row.cells, strict=True)
        for unit in cell
    }


@examples(1.5)
@given(documents)
def test_items_never_contradict_the_rows(made: Document) -> None:
    alignment = align(made)
    home, row = passages(made), rows_of(alignment)
    inside: set[tuple[tuple[str, str], str]] = set()
    across: set[tuple[tuple[str, str], str]] = set()
    for link in alignment.items:
        ends = [row[end[0], home[end]] for end in (link.a, link.b)]
        held = inside if ends[0] == ends[1] else across
        held |= {(link.a, link.b[0]), (link.b, link.a[0])}
    assert not inside & across
    assert len({(link.a, link.b) for link in alignment.items}) == len(alignment.items)


@given(documents)
def test_every_item_stands_with_the_changes_of_its_ends(made: Document) -> None:
    alignment = align(made)
    home = passages(made)
    for comparison in compare_all(alignment):
        pair = (comparison.base, comparison.target)
        told: dict[tuple[tuple[str, str], tuple[str, str]], list[bool]] = {}
        for change in comparison.changes:
            cells = [set(cell) for cell in change.cells]
            for link in change.items:
                assert (link.a[0], link.b[0]) == pair
                touched = [home[end] in cell for end, cell in zip((link.a, link.b), cells, strict=True)]
                assert any(touched)
                told.setdefault((link.a, link.b), []).append(all(touched))
        assert all(where in ([True], [False, False]) for where in told.values())
        assert set(told) == {(each.a, each.b) for each in alignment.items if (each.a[0], each.b[0]) == pair}


@given(articles, articles)
def test_items_are_the_same_in_either_direction(one: list[Article], other: list[Article]) -> None:
    there, back = linked(one, other), linked(other, one)
    assert back == {pair[::-1] for pair in there}
    alignment = align(document(one, other))
    forth, again = compare(alignment, "A", "B"), compare(alignment, "B", "A")
    turned = {change.id: set(change.items) for change in forth.reversed().changes}
    assert {change.id: set(change.items) for change in again.changes} == turned


@examples(0.5)
@given(documents)
def test_the_same_texts_have_the_same_items(made: Document) -> None:
    assert align(made).items == align(made).items


@pytest.mark.parametrize("count", [2, 3])
def test_links_of_two_versions_do_not_ask_what_a_third_says(count: int) -> None:
    texts = [[[GATE, PIPE], [TOOLS]], [[GATE, NOISE, PIPE], [TOOLS]], [[GATE], [TOOLS, KEEPER]]][:count]
    own = [link for link in align(document(*texts)).items if (link.a[0], link.b[0]) == ("A", "B")]
    assert {(link.a[1], link.b[1]) for link in own} == {
        ("art_1", "art_1"),
        ("art_1__para_2", "art_1__para_3"),
    }
