"""Units: their lines are put together once, and being cached shows nowhere."""

import pickle

import builders
from hexapla.model import Role
from hexapla.units import Unit, build_units

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
