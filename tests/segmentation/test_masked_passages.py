"""Foot- and endnotes are no part of the clause above them."""

import pytest

from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

ARTICLES = "Rules of the Garden\n\nArticle 1. It is open¹ to all.\nArticle 2. Tools² are returned.\n"
SPLIT = "¹ Save on days on which\nthe house is closed.\nArticle 3. It ends.\n"
ONE, TWO, THREE = "It is open to all.", "Tools are returned.", "It ends."
TEXTS = [
    ("at the end", ARTICLES + "\n¹ Save on holidays.\n² See Article 1.\n", [ONE, TWO]),
    ("without a space", ARTICLES + "\n¹Save on holidays.\n\n²See Article 1.\n", [ONE, TWO]),
    ("on the page", ARTICLES + SPLIT + "² Or lent.\n", [ONE, TWO, THREE]),
    (
        "a unit of measure",
        "Article 1. Of 10 m² each.\nArticle 2. Paths¹ stay.\n¹ All.\n",
        ["Of 10 m² each.", "Paths stay."],
    ),
    ("raised without a note", "Article 1. E = mc².\nArticle 2. End.\n", ["E = mc².", "End."]),
    ("raised verses", "Article 1. One.²Two.\n² Three.\n", ["One.²Two.", "² Three."]),
    ("letters and signs", "Article 1. A plotᵃ, a path†.\nᵃ Of 10 m².\n† Of gravel.\n", ["A plot, a path."]),
    (
        "Han",
        "第一条 菜园开放¹。\n第二条 工具归还²。\n\n¹ 节日除外。\n² 当日。\n",
        ["菜园开放。", "工具归还。"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_notes_and_their_marks_are_set_aside(text: str, wanted: list[str]) -> None:
    (version,) = segment([read_source("a.txt", text.encode())], Plan(id="a")).versions
    assert [clause.text for clause in version.clauses] == wanted


def test_notes_are_told_and_stay_addressable() -> None:
    text = ARTICLES + "\n¹ Save on holidays.\n² See Article 1.\n"
    (version,) = segment([read_source("a.txt", text.encode())], Plan(id="a")).versions
    aside = [(each.kind, text[slice(*each.spans[0])]) for each in version.set_aside]
    assert aside[2:] == [
        ("footnote_mark", "¹"),
        ("footnote_mark", "²"),
        ("footnote", "¹ Save on holidays.\n"),
        ("footnote", "² See Article 1.\n"),
    ]
    told = [each.values for each in version.findings if each.code == "set_aside"]
    assert told == [(("count", "37"), ("kind", "footnote"))]
