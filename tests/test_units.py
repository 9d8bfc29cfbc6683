"""Units: their lines are put together once, and being cached shows nowhere."""

import pickle

import pytest

import builders
from hexapla.model import Role
from hexapla.units import Unit, build_units, leads_in, list_passages

VERSION = builders.version(
    "A",
    [
        builders.clause("a", "第一条", "借用人应当：", depth=0, role=Role.UNIT),
        builders.clause("a1", "（一）", "登记", depth=1, role=Role.PART),
        builders.clause("a2", "(b)", "sign", heading="Name", depth=1, role=Role.PART),
        builders.clause("b", "第二条", "", depth=0, role=Role.UNIT),
        builders.clause("b1", None, "归还", depth=1, role=Role.PART),
    ],
)


def test_a_unit_has_its_own_line_and_one_for_each_part() -> None:
    first, second = build_units(VERSION)
    assert first.lines == ("借用人应当：", "（一）登记", "(b) Name sign")
    assert first.text == "借用人应当：\n（一）登记\n(b) Name sign"
    assert second.lines == ("", "归还")
    assert second.text == "归还"


def test_lines_and_text_are_put_together_once() -> None:
    unit = build_units(VERSION)[0]
    assert unit.lines is unit.lines
    assert unit.text is unit.text


def test_a_unit_that_was_read_equals_one_that_was_not() -> None:
    read, fresh = build_units(VERSION)[0], build_units(VERSION)[0]
    assert read.text
    assert read == fresh
    assert hash(read) == hash(fresh)
    assert repr(read) == repr(fresh)
    again = pickle.loads(pickle.dumps(read))  # noqa: S301 - our own, of this line
    assert isinstance(again, Unit)
    assert again == fresh


PARTS = builders.version(
    "A",
    [
        builders.clause("art_1", "第一条", "借用人应当：", heading="借用", depth=0, role=Role.UNIT),
        builders.clause("art_1__lvl_1", "（一）", "登记；", depth=1, role=Role.PART),
        builders.clause("art_1__lvl_1__lvl_1", "1.", "姓名", depth=2, role=Role.PART),
        builders.clause("art_1__para_2", None, "归还时注销。", depth=1, role=Role.PART),
        builders.clause("art_1__para_2__lvl_1", "（一）", "当面", depth=1, role=Role.PART),
        builders.clause("art_2", "第二条", "", depth=0, role=Role.UNIT),
        builders.clause("art_2__lvl_1", "（一）", "", depth=1, role=Role.PART),
    ],
)


def test_passages_are_the_paragraphs_of_a_unit_with_their_items() -> None:
    first, second = build_units(PARTS)
    found = list_passages(first)
    assert [each.id for each in found] == [each.id for each in (first.clause, *first.parts)]
    assert [each.parent for each in found] == [None, 0, 1, None, 3]
    assert found[0].unit.heading is None
    assert found[0].unit.text == "借用人应当：\n（一）登记；\n1.姓名"
    assert list_passages(second) == ()


@pytest.mark.parametrize(
    ("text", "item", "leads"),
    [
        ("有下列情形之一的：", "迟到的。", True),
        ("The keeper may refuse", "boats without a number;", True),
        ("Duties of the keeper", "The keeper opens the dock.", False),
        ("The keeper opens the dock.", "boats;", False),
    ],
)
def test_a_text_leads_in_what_continues_it(text: str, item: str, leads: bool) -> None:  # noqa: FBT001 - of the table
    assert leads_in(text, item) is leads
