"""Markdown: what of a file is no word of its text, and what its format says of the rest."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import examples
from hexapla.model import UNSEEN, Document, MarkupKind, Source
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from segmentation.texts import tiles


def read(text: str, path: str = "a.md") -> Source:
    return read_source(path, text.encode())


def cut(text: str) -> Document:
    document = segment([read(text)], Plan(id="a"))
    tiles(document)
    return document


def seen(source: Source) -> str:
    """The words that a reader sees, with one space for white space."""
    left = list(source.text)
    for one in source.markup:
        if one.kind in UNSEEN:
            left[one.start : one.end] = (
                " " * (one.end - one.start)
                if "\n" in source.text[one.start : one.end]
                else [""] * (one.end - one.start)
            )
    return " ".join("".join(left).split())


WORDS = [
    ("## Fees, *old* and __new__ ##", "Fees, old and new"),
    ("Fees\n----", "Fees"),
    ('See [the rules](https://example.org/a_b_c "T") and [these][1].\n\n[1]: /x', "See the rules and these."),
    ("A `code` and ``a ` b``", "A code and a ` b"),
    (r"1\. The file house\_rules\\", "1. The file house_rules\\"),
    (
        "a < b <b>bold</b> <Company Name> <https://example.org>",
        "a < b bold <Company Name> https://example.org",
    ),
    ("One.<!-- lint -->\n\n<!-- a\n\nb -->\n\nTwo.", "One. Two."),
    ("<div class='x'>\nOne.\n<script>x = 1 < 2</script>\n</div>", "One."),
    ("![A seal](seal.png) Signed.", "Signed."),
    ("- one\n* two\n+ three", "one two three"),
    ("> Quoted.\n> More.", "Quoted. More."),
    ("| No. | Fee |\n|----|----:|\n| 1 | 5 |", "No. | Fee 1 | 5"),
    ("**第一条：**内容 **甲。**乙", "第一条：内容 甲。乙"),
    ("~~Struck~~ out", "Struck out"),
    ("Signed by ________ on ____", "Signed by ________ on ____"),
    ("5 * 3 * 2 and a_b_c", "5 * 3 * 2 and a_b_c"),
    ("## Scope {#scope .note}\n\n[TOC]", "Scope"),
    ("A fee[^1] is due.\n\n[^1]: In March.\n\n    Not in May.\n\nEnd.", "A fee is due. End."),
    ("One&nbsp;two&#12288;", "One two".replace(" ", "")),
    ("```\n1. code\n```", "1. code"),
    ("1. one\n\n       1. two", "1. one 1. two"),
    ("\\*not bold\\*", "*not bold*"),
]


@pytest.mark.parametrize(("written", "shown"), WORDS)
def test_what_is_shown(written: str, shown: str) -> None:
    source = read(written)
    assert source.text == written
    assert seen(source) == shown


def test_data_at_the_head_tell_of_the_text() -> None:
    data = '---\ntitle: "Pier Act"\ndate: 2024-05-03\nversion: 2nd draft # of five\ntags:\n  - pier\n---\n'
    text = f"{data}\n## 1. Lamps\n\nLamps burn.\n"
    document = cut(text)
    (version,) = document.versions
    assert (version.title, version.issued, version.label) == ("Pier Act", "2024-05-03", "2nd draft")
    assert [clause.number for clause in version.clauses] == ["1."]
    assert version.set_aside[0].kind == "metadata"


def test_a_rule_above_a_paragraph_begins_no_data() -> None:
    assert not [
        one for one in read("---\nA sentence stands here.\n---\n").markup if one.kind is MarkupKind.METADATA
    ]


OUTLINES = [
    ("# A\n\n1. a\n1. b\n1. c\n", ["1.", "2.", "3."]),
    ("# A\n\n1. a\n    1. b\n    2. c\n2. d\n    1. e\n", ["1.", "›1.", "›2.", "2.", "›1."]),
    ('# A\n\n## <a id="x"></a>1. Lamps, lights; oil\n\nx\n\n## 2\\. Boats\n\ny\n', ["1.", "2."]),
    ("# A\n\n- [1. a](#a)\n- [2. b](#b)\n\n## 1. a\n\nx\n\n## 2. b\n\ny\n", ["1.", "2."]),
    ("# 규칙\n\n##### 제1조\n\n1\\. 하나\n가\\. 둘\n나\\. 셋\n", ["제1조", "›1.", "››가.", "››나."]),
    ("# A\n\n## Boats\n\n1. a\n2. b\n\n## Lamps\n\n1. c\n2. d\n", ["›1.", "›2.", "›1.", "›2."]),
    ("# A\n\n| 1. a | 2. b |\n|---|---|\n| 1. | x |\n\n1. c\n2. d\n", ["1.", "2."]),
]


@pytest.mark.parametrize(("text", "marks"), OUTLINES)
def test_numbers(text: str, marks: list[str]) -> None:
    (version,) = cut(text).versions
    assert ["›" * one.depth + one.number for one in version.clauses if one.number] == marks
    assert not [one.code for one in version.findings if one.code.startswith("number")]


def test_a_heading_is_one_whatever_its_words() -> None:
    (version,) = cut("# A\n\n## 1. Lamps, lights; oil\n\nThey burn.\n").versions
    assert [(one.heading, one.text) for one in version.clauses] == [("Lamps, lights; oil", "They burn.")]


def test_a_section_without_a_number_is_no_text_of_the_clause_before() -> None:
    (version,) = cut("# A\n\n## Boats\n\n1. They float.\n\n## Lamps\n\nThey burn.\n").versions
    assert [one.text for one in version.clauses] == ["Boats", "They float.", "Lamps", "They burn."]
    assert version.title == "A"


def test_a_list_of_contents_takes_its_heading_with_it() -> None:
    links = "* [Boats](#b)\n    * [Oars](#o)\n* [Lamps](#l)\n"
    text = f"# A\n\n## On this page\n\n{links}\n## Boats\n\nThey float.\n"
    (version,) = cut(text).versions
    assert "On this page" not in [one.text for one in version.clauses]
    assert "They float." in [one.text for one in version.clauses]


def test_a_list_of_links_among_words_stays() -> None:
    text = "# A\n\n- [Boats](#b) float.\n- [Lamps](https://example.org)\n"
    assert seen(read(text)) == "A Boats float. Lamps"


def test_a_text_that_plainly_is_markdown_is_read_so() -> None:
    text = "# Rules\n\nRead them.\n\n## 1. Boats\n\nThey *float*.\n"
    assert read(text, "a.txt").media_type == "text/markdown"
    assert read("第一条 甲。\n# 备注\n", "a.txt").media_type == "text/plain"


PIECES = [
    "# ",
    "- ",
    "1. ",
    "> ",
    "**",
    "_",
    "`",
    "[a](#b)",
    "[",
    "](",
    "<b>",
    "<!--",
    "-->",
    "| a | b |\n|--|--|\n",
    "\n",
    "\n\n",
    "    ",
    "词。",
    "word ",
    "\\",
    "[^1]",
    "[^1]: ",
    "```\n",
    "---\n",
    "&nbsp;",
    "~~",
    "\t",
]


@examples(5)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_every_character_has_one_place(text: str) -> None:
    source = read(text)
    unseen = [one for one in source.markup if one.kind in UNSEEN]
    assert all(a.end <= b.start for a, b in pairwise(unseen))
    assert all(0 <= one.start <= one.end <= len(source.text) for one in source.markup)
    cut(text)
