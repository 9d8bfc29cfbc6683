"""Line ends of a source, held against a definition that looks at one run of white space after another."""

import doctest
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.text import is_wide, join_pieces, normalize_spaces, soft_breaks, unwrap, wrap

texts = st.text("ab第三，。ア한—  \t\u3000\n\n", max_size=14)


def unwrapped_by_definition(text: str) -> str:
    """Replace each run of white space that holds a line feed."""
    runs = ["".join(run) for _, run in groupby(text, str.isspace)]
    out = []
    for at, run in enumerate(runs):
        before, after = "".join(runs[:at])[-1:], "".join(runs[at + 1 :])[:1]
        if "\n" not in run:
            out.append(run)
        elif before and after and not (is_wide(before) and is_wide(after)):
            out.append(" ")
    return "".join(out)


def test_the_examples_in_the_module_hold() -> None:
    done = doctest.testmod(wrap)
    assert done.attempted > 0
    assert done.failed == 0


@given(texts)
def test_a_line_end_is_nothing_beside_han_and_a_space_between_words(text: str) -> None:
    assert unwrap(text) == unwrapped_by_definition(text)


@given(texts)
def test_breaks_stand_in_order_and_hold_nothing_but_white_space(text: str) -> None:
    found = list(soft_breaks(text))
    assert [start for start, _, _ in found] == sorted(start for start, _, _ in found)
    assert all("\n" in text[start:end] and not text[start:end].strip() for start, end, _ in found)
    left = "".join(
        char for at, char in enumerate(text) if all(at < start or at >= end for start, end, _ in found)
    )
    assert "\n" not in left


@given(st.lists(texts | st.none(), max_size=4))
def test_pieces_are_joined_without_loss(pieces: list[str | None]) -> None:
    out = join_pieces(*pieces)
    assert "".join(out.split()) == "".join("".join(filter(None, pieces)).split())


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        (("第七条", "保管"), "第七条保管"),
        (("§ 7", "Keeping"), "§ 7 Keeping"),
        (("§ 7", None, "", "Keeping"), "§ 7 Keeping"),
        (("（一）", "keys"), "（一）keys"),
        ((), ""),
    ],
)
def test_no_space_stands_beside_han(pieces: tuple[str | None, ...], whole: str) -> None:
    assert join_pieces(*pieces) == whole


@given(texts)
def test_the_spaces_of_the_writing_do_not_hang_on_the_lines(text: str) -> None:
    assert (
        normalize_spaces(text)
        == normalize_spaces(text.replace("\n", "\n  "))
        == normalize_spaces(normalize_spaces(text))
    )
