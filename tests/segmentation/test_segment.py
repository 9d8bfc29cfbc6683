"""Laws of segmentation: nothing is lost or refused, ids are unique, clauses lie where their places say."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import examples
from hexapla.errors import SourceError
from hexapla.model import Role
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from hexapla.text import fold_print, remove_space
from segmentation.texts import cut, tiles

MARKS = (
    "第一条|第二条|第二条之一|笫三条|第一章|第二章|第一节|第一编|一、|二、|三、|（一）|(二)|（—）|1.|2.|"
    "１．|l.|1、|(1)|1)|①|②|"
    "Article 1|Article II|Section 1.|Section 2.|§ 1|§ 1a|§ 12-3.1|1.1|1.2.1|(a)|(b)|(h)|(i)|(ii)|(A)|a)|"
    "aa)|I.|II. –|1°|"
    "제1조|제2조의2|가.|イ　|２　|一　|1:1|[1]|附件1|附　則|Annex B|Schedule 1|【第一篇】|【第二篇】|"
    "第三篇：|范文一|Version 1|Draft A|"
    '目录|目次|Contents|……1|第 1 页 共 3 页|1 / 8|- 3 -|©2010|下载|修改为：“|”|「|」|"|'
    "：|。|；|，|、|.|;|,| |　|\n|\n\n|\t|\u200b|\ufeff|"
    "规定（2001年版）|规定（2009年）|总则|茶园管理办法|依照|违反|的规定|甲乙丙丁|the pond|Rules|#|# |**|"
    "```\n|> || - |2020年3月5日|3.5|"
).split("|")

soup = st.lists(st.sampled_from(MARKS), max_size=60).map("".join)
texts = st.one_of(
    soup, st.text(max_size=200), st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=5))).map("".join)
)
kinds = st.sampled_from(("text/plain", "text/markdown"))


@given(texts, kinds)
@examples(10)
def test_no_character_is_lost_and_no_text_refused(text: str, kind: str) -> None:
    try:
        document = cut(text, kind)
    except SourceError as error:  # a reader of files, unlike segmentation, refuses what is no text
        assert "full of control characters" in str(error)  # noqa: PT017 -- only of some texts is it raised
        return
    tiles(document)
    for version in document.versions:
        ids = [clause.id for clause in version.clauses]
        assert len(set(ids)) == len(ids)
        assert all(clause.text == clause.text.strip() for clause in version.clauses)


@given(texts)
@examples(3.75)
def test_a_part_never_stands_before_a_unit_and_depth_grows_by_one(text: str) -> None:
    for version in cut(text).versions:
        roles = [clause.role for clause in version.clauses]
        if roles:
            assert roles[0] is not Role.PART
        for before, after in pairwise(version.clauses):
            assert after.depth <= before.depth + 1
            if after.role is Role.PART:
                assert before.role is not Role.DIVISION


@given(texts)
@examples(2.5)
def test_cutting_twice_gives_the_same(text: str) -> None:
    assert cut(text) == cut(text)


@given(st.text())
def test_folding_keeps_the_length_and_is_idempotent(text: str) -> None:
    folded = fold_print(text)
    assert len(folded) == len(text)
    assert fold_print(folded) == folded


HOSTILE = (
    "(一)",
    "第",
    "甲乙丙丁",
    "第一条",
    "1.1.",
    "(a)(i)",
    "：“（一）",
    "一、二、三、",
    ".",
    "《",
    "1\n",
    "目录第一章",
    "【第一篇】",
)


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE)
def test_ten_times_the_text_takes_about_ten_times_the_candidates(unit: str) -> None:
    # No clock: a text of a million characters would not come back at all if anything were quadratic.
    document = cut(unit * (1_000_000 // len(unit)))
    tiles(document)


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
def test_the_places_of_clauses_spell_them(text: str, name: str) -> None:
    assert spells(text, name)


@examples(10)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), st.sampled_from(["x.txt", "x.md"]))
def test_the_places_of_clauses_spell_them_in_any_text(text: str, name: str) -> None:
    assert spells(text, name)
