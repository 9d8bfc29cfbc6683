"""White space that no command says: noted, read again, and given to a text."""

import hypothesis.strategies as st
from hypothesis import given

from hexapla.amending.layout import note_layout, read_layout, set_layout, write_layout
from hexapla.api.inputs import text_source
from hexapla.api.instruments import amend, apply

SPACE = st.text(alphabet=" \n\t\u3000\u00a0\u2003", max_size=4)
WORDS = st.lists(st.text(alphabet="灯笼ab。", min_size=1, max_size=4), min_size=1, max_size=8)


@given(WORDS, st.data())
def test_any_white_space_is_written_and_read(words: list[str], data: st.DataObject) -> None:
    one, other = ("".join(data.draw(SPACE) + word for word in words) + data.draw(SPACE) for _ in range(2))
    lines = list(write_layout(note_layout(one, other), "（空白{notes}）"))
    assert set_layout(one, read_layout("\n".join([*lines, "（末行）"]))) == other


OLD = "Lamps\n\nSection 1. Lamps are lit.\n\nSection 2. Lamps are counted.\n\nSection 3. Lamps are cleaned.\n"
NEW = (
    "Lamps\n\nSection 1. Lamps\n    are lit.\n\n\nSection 2. Lamps are counted daily.\n"
    "Section 3. Lamps are cleaned.\n"
)


def test_what_is_written_gives_the_other_text_with_its_white_space() -> None:
    old, new = text_source("old.txt", OLD), text_source("new.txt", NEW)
    written = amend(old, new, form="en")
    assert written.exact
    assert apply(old, text_source("i.txt", written.text)).text == NEW


def test_white_space_is_left_alone_where_a_command_is_in_doubt() -> None:
    old, new = text_source("old.txt", OLD), text_source("new.txt", NEW)
    broken = amend(old, new, form="en").text.replace("counted", "measured")
    amended = apply(old, text_source("i.txt", broken))
    assert amended.doubts
    assert amended.text == OLD


def test_a_hostile_note_is_read_in_one_pass() -> None:
    for body in ("1:" + "1" * 200_000, "1:1" * 100_000, "1:n " * 100_000, "[" * 200_000):
        assert read_layout(f"一、删去第一条。\n（空白[{body}x）\n（末行）") == ()
