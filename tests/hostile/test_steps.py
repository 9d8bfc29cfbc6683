"""What repeats costs steps in proportion to it, from the text to its comparison; no clock is asked.

A step is a call, of a function of ours or of Python. A loop within a loop over the same text takes
sixteen times as many where four times as much is read.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

import hexapla as hx
from hexapla.languages.schemes import SCHEMES

SHORT, LONG = 2_000, 8_000
"""characters"""
FLOOR = 60_000
"""steps that the first pages of a text take, whatever they hold"""
MOST = 6.5
"""times as many steps for four times as much: sorting takes more than its share, windows grow"""
QUICK = ("1 ", "2020年1月1日", "(", "“", "- ", "第一条", "a ")
VAST = ("17, ", "2020年1月1日", "1", "(", "“", "第一条")
"""numbers, dates, digits, brackets, quotation marks, marks"""
REPEATS = (
    *("1. ", "1, ", "17,", "2020-", "1 May 2020 ", "100元", "$1,000 ", "1,000", "%", "０", "①", "\n"),
    *("（", "((", ")", "「", "《", "[", "<", "... ", "·", "…", "\t", " ", "。", "：", "、", "—"),
    *("第", "第一", "第十二条之一", "第1条第1款第1项", "§ 1 ", "Art. 1 ", "Section 1 and ", "paragraph (a) "),
    *("a@b.", "http://a/", "ab-", "shall ", "应当", "不得", "以下称“甲”", "the “A” ", "Tel: "),
)
MARKS = tuple(dict.fromkeys(f"\n{scheme.example.split(maxsplit=1)[0][:12]} x" for scheme in SCHEMES))
"""the beginning of each scheme's example, at the head of a line"""


def count_steps(work: Callable[[], object]) -> int:
    """Return how many calls were made, ours and those of others."""
    steps = 0

    def note(_frame: FrameType, event: str, _argument: Any) -> None:  # noqa: ANN401 - as Python calls it
        nonlocal steps
        steps += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return steps


def compared(repeat: str, length: int) -> int:
    body = repeat * (length // len(repeat))
    old, new = (f"第一条 总则。\n第二条 {body}{end}\n第三条 附则。\n" for end in ("x", "y 2"))
    return count_steps(lambda: hx.compare_texts(old, new))


def segmented(repeat: str, length: int) -> int:
    body = repeat * (length // len(repeat))
    return count_steps(lambda: hx.segment(f"第一条 总则。\n第二条 {body}x\n第三条 附则。\n"))


def grows_in_proportion(repeat: str) -> None:
    compared(repeat, SHORT // 10)  # what is loaded with the first text of its kind
    bound = MOST * max(compared(repeat, SHORT), FLOOR)
    if (steps := compared(repeat, LONG)) > bound:
        steps = compared(repeat, LONG)  # what is loaded with the first long text was there this time
    assert steps <= bound, (repeat, steps, bound)


@pytest.mark.parametrize("repeat", QUICK, ids=ascii)
def test_repeats_cost_steps_in_proportion(repeat: str) -> None:
    grows_in_proportion(repeat)


@pytest.mark.slow
@pytest.mark.parametrize("repeat", REPEATS, ids=ascii)
def test_whatever_checkers_look_for_costs_steps_in_proportion(repeat: str) -> None:
    grows_in_proportion(repeat)


@pytest.mark.slow
@pytest.mark.parametrize("mark", MARKS, ids=ascii)
def test_marks_of_every_scheme_cost_steps_in_proportion(mark: str) -> None:
    grows_in_proportion(mark)


@pytest.mark.slow
@pytest.mark.parametrize("repeat", VAST, ids=ascii)
def test_800_kb_cost_a_hundred_times_what_8_kb_cost(repeat: str) -> None:
    segmented(repeat, SHORT)  # what is loaded with the first text of its kind
    short, long = segmented(repeat, 8_000), segmented(repeat, 800_000)
    assert long <= 100 * MOST / 4 * max(short, FLOOR), (repeat, short, long)
