"""At which level a gold alignment cites a text whose sections hold longer lists of items."""

import pytest
from benchmarks.marks import cited

from hexapla.model import Version
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

SECTIONS = (
    "This licence lets neighbours lend tools and keep what they know about them.",
    "A tool is anything with a handle that stands in the shed.",
    "You may borrow one tool for a week, if you bring it back clean.",
    "Whoever borrows more than ten tools leaves a list at the door.",
    "You may bring back a mended tool, if you do these things besides:",
    "Several tools may be tied together, if each keeps its label.",
    "A set may be lent whole; it counts as one tool.",
    "Tools beside others in a shed stay under this licence.",
    "A name burnt into a handle stays.",
    "Your right ends when you lend a tool on without asking.",
    "The club may publish later versions of this licence.",
)
ITEMS = (
    "Write on the handle what was mended.",
    "Name at least one person who did it.",
    "State where the iron was bought.",
    "Keep all earlier marks of makers.",
    "Add a mark of your own beside them.",
    "Leave the safety notice in place.",
    "Keep the list of parts that must not be filed.",
    "Put a copy of this licence into the box.",
    "Continue the page called History.",
    "Keep the address of the first smith.",
    "Keep thanks to earlier menders as they are.",
    "Keep every warning unaltered.",
    "Take away any seal of approval.",
    "Call no other tool by a sealed name.",
)


def licence(*, letters: bool = True) -> Version:
    """A licence of sections 0 to 10, of which one holds the items A to N, or 4.1 to 4.14."""
    lines = ["The Lending Licence", ""]
    for number, section in enumerate(SECTIONS):
        lines += [f"{number}. {section}", ""]
        if section.endswith(":"):
            marks = [
                f"{chr(ord('A') + at)}." if letters else f"{number}.{at + 1}" for at in range(len(ITEMS))
            ]
            lines += [f"   {mark} {item}" for mark, item in zip(marks, ITEMS, strict=True)]
            lines.append("")
    source = read_source("licence.txt", "\n".join(lines).encode())
    return segment([source], Plan(id="licence")).versions[0]


@pytest.mark.parametrize("letters", [True, False])
def test_items_are_more_than_sections_and_are_not_the_level(*, letters: bool) -> None:
    sections = [f"{number}." for number in range(len(SECTIONS))]
    assert len(ITEMS) > len(SECTIONS)
    assert [one.mark for one in cited(licence(letters=letters))] == sections


def test_marks_that_are_printed_otherwise_mean_the_same_level() -> None:
    assert len(cited(licence(), {f"Section {number}" for number in range(11)})) == len(SECTIONS)


def test_a_gold_of_items_cites_items() -> None:
    assert cited(licence(), {f"{letter}." for letter in "ABCDEFGH"})[0].mark == "A."
