"""In a table of all versions nobody says that words were inserted: they are only here, or not here."""

from functools import cache

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.alignment import align
from hexapla.comparison import compare_all
from hexapla.model import Alignment
from hexapla.pages import render_document
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

TEXTS = (
    "第一条 渡船每日开行三班。\n第二条 船工应当检查缆绳。\n",
    "第一条 渡船每日开行五班。\n第二条 船工应当检查缆绳。\n",
    "第一条 渡船每日开行五班。\n第二条 船工或者助手应当检查缆绳和灯。\n",
)


@cache
def ferry() -> Alignment:
    sources = [read_source(f"{2001 + at}.txt", text.encode()) for at, text in enumerate(TEXTS)]
    return align(segment(sources, Plan(id="ferry")))


@pytest.mark.parametrize(
    ("language", "here", "gone", "end"),
    [("en", "[only here: ", "[not here: ", "]"), ("zh", "〔仅此处有：", "〔此处无：", "〕")],
)
def test_words_of_one_version_are_only_here(language: str, here: str, gone: str, end: str) -> None:
    made = {page.uri: page.html for page in render_document(ferry(), compare_all(ferry()), language=language)}
    tree = LexborHTMLParser(made["texts/ferry/synopsis.html"])
    assert not tree.css("ins, del")
    assert [mark.text() for mark in tree.css("mark")] == [f"{here}三班{end}"]
    assert {gap.text() for gap in tree.css(".hx-syn .hx-gap")} == {
        f"{gone}五班{end}",
        f"{gone}或者助手{end}",
        f"{gone}和灯{end}",
    }


def test_a_history_of_dated_texts_still_says_what_was_inserted() -> None:
    made = {page.uri: page.html for page in render_document(ferry(), compare_all(ferry()))}
    tree = LexborHTMLParser(made["texts/ferry/history.html"])
    assert "[ins: 五班]" in {node.text() for node in tree.css("ins")}
    assert "[del: 三班]" in {node.text() for node in tree.css("del")}
