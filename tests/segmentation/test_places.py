"""A clause's places in the source spell its number, heading and text: what `verify` rests on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from hexapla.text import remove_space

PIECES = [
    "第一条",
    "第二条 ",
    "（一）",
    "1. ",
    "# ",
    "## 第一章 总则",
    "**",
    "§ 1 ",
    "Section 2. ",
    "Abschnitt 1 - Titel",
]
PIECES += [
    "（目的）\n第一条",
    "Exhibit A - ",
    "\n",
    "\n\n",
    "。",
    "；",
    "居民应当申请",
    "The owner shall pay",
    " ",
    "目录",
]
SAMPLES = [
    "## 第一章 总则\n\n**第一条** 居民应当申请。\n\n第二条 说明\\. 如下。\n",
    "（目的）\n第一条 この規程は、使い方を定める。\n（義務）\n第二条 使用者は、次に掲げる事項を守る。\n",
    "Abschnitt 1 - Allgemeines\n§ 1 Ziel\nDie Karte gilt.\nAbschnitt 2 - Besonderes\n§ 2 Ende\nDie Frist.\n",
]


def spells(text: str, name: str) -> bool:
    source = read_source(name, text.encode())
    return all(
        remove_space("".join(source.text[slice(*span)] for span in clause.spans))
        == remove_space((clause.number or "") + (clause.heading or "") + clause.text)
        for version in segment([source], Plan(id="x")).versions
        for clause in version.clauses
    )


@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_samples(text: str, name: str) -> None:
    assert spells(text, name)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), st.sampled_from(["x.txt", "x.md"]))
def test_any_text(text: str, name: str) -> None:
    assert spells(text, name)
