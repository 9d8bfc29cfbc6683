"""No pattern that looks again at what it has seen gets more than a bounded piece of a text.

Such patterns (two repetitions side by side, a search for an end) take a time that grows faster than the text;
what they are shown is counted here, and no clock is asked.
"""

import re
from types import ModuleType
from typing import Any

import pytest

from hexapla.segmentation import (
    back_matter,
    boilerplate,
    completeness,
    contents_lists,
    open_ends,
    version_marks,
)
from hexapla.segmentation.run_on_versions import NAMED_FIRST_MARK
from segmentation.texts import cut, tiles

LENGTH = 8000
ROWS = ("1 ", "17, ", "- ", "(", "a.", "a@", "“", "... ", "1 / ", "\t", "ab ", "ab-", "第", "一", "Tel: ")
BEFORE = (
    "",
    "Mill rules\n1. It turns.\n2. ",
    "规则\n第一条 甲。\n第二条 ",
    "Home\nLog in\n",
    "Rules\n1. A.\nannex\n",
)
PATTERNS: tuple[tuple[ModuleType, str, int], ...] = (
    (completeness, "VALUE", 24),
    (contents_lists, "PAGE_LEADER", 120),
    (version_marks, "TITLED", 120),
    (back_matter, "ADDRESS", 120),
    (back_matter, "CONTACT", 120),
    (back_matter, "OFFICER", 60),
    (back_matter, "SIGNED", 60),
    (boilerplate, "BOILERPLATE_LINE", 90),
    (boilerplate, "MENU", 90),
    (boilerplate, "PAGE", 90),
    (boilerplate, "PRINTED", 90),
    (boilerplate, "WEB_PAGE_LINE", 180),
    (open_ends, "ANNOUNCING", 240),
    (open_ends, "COUNTED", 240),
    (open_ends, "BARE_PARTICLE", 240),
    (open_ends, "LAST_WORD", 240),
    (open_ends, "ITEM_CONJUNCTION", 240),
)
USUAL = (
    "磨坊规则 1\n一、开磨。\n磨坊规则 2\n一、停磨。\n",
    "1. The following two wheels turn:\n(a) east;\n(b) west.",
    "1. The mill turns.\nAda Mill, Chair",
    "1. The miller shall:",
)
"""texts that each of the patterns looks at"""


class Watched:
    """A pattern that remembers the longest text it was shown."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.longest = 0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        def asked(text: str, *rest: Any) -> Any:  # noqa: ANN401
            self.longest = max(self.longest, len(text))
            return getattr(self.pattern, name)(text, *rest)

        return asked


def test_a_pattern_is_shown_a_bounded_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = {(module, name): Watched(getattr(module, name)) for module, name, _ in PATTERNS}
    for (module, name), one in watched.items():
        monkeypatch.setattr(module, name, one)
    for before in BEFORE:
        for row in ROWS:
            tiles(cut(before + row * (LENGTH // len(row)) + "x"))
    for text in USUAL:
        tiles(cut(text))
    seen = {f"{module.__name__}.{name}": one.longest for (module, name), one in watched.items()}
    most = {f"{module.__name__}.{name}": bound for module, name, bound in PATTERNS}
    assert {name: longest for name, longest in seen.items() if longest > most[name]} == {}
    assert [name for name, longest in seen.items() if not longest] == []


def test_a_front_of_digits_announces_no_versions() -> None:
    text = "9" * 30_000 + "\n范文一\n一、开磨。\n范文二\n一、停磨。\n"
    document = cut(text)
    tiles(document)
    assert len(document.versions) == 2
    assert document.promised == 2


def test_a_row_of_numbers_at_the_end_is_read_whole() -> None:
    row = " ".join(str(n * 37 % 900) for n in range(2000))
    text = f"Dues\n\nArticle 1. They are listed below.\n\nArticle 2. {row} shillings"
    document = cut(text)
    tiles(document)
    assert document.versions[0].completeness.value == "whole"
    assert document.versions[0].clauses[-1].text.endswith("shillings")


def test_white_space_before_a_first_number_is_passed_once() -> None:
    row = ":" + " " * 50 + "一、灯笼长明。"
    assert [found.start() for found in NAMED_FIRST_MARK.finditer(row)] == [1]
    assert NAMED_FIRST_MARK.match(row, 20) is None  # else each blank would be tried, with all behind it
