"""Versions in different languages: matched by structure, marked as translation, no word compared."""

from functools import cache

from hexapla.alignment import align
from hexapla.comparison import compare, compare_all
from hexapla.model import Alignment, Relation
from hexapla.pages import render_document
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

ZH = """第一条 为了规范社区花园的管理，保护居民的权益，制定本办法。
第二条 居民申请地块的，应当在30日内向管理小组提出书面申请。
第三条 每户居民可以使用一块不超过12平方米的地块，使用费每年100元。
第四条 违反本办法第二条规定的，管理小组可以收回地块。
第五条 本办法自2023年5月1日起施行。
"""
EN = """Article 1 These rules govern the community garden and protect the rights of its residents.
Article 2 A resident who wants a plot shall apply in writing to the committee within 30 days.
Article 3 Each household may use one plot of no more than 12 square metres for an annual fee of 100 yuan.
Article 4 Where Article 2 is not observed, the committee may take back the plot.
Article 5 These rules take effect on 1 May 2023.
"""
SOURCES = [read_source("en.txt", EN.encode()), read_source("zh.txt", ZH.encode())]


@cache
def aligned() -> Alignment:
    return align(segment(SOURCES, Plan(id="garden")))


def test_no_word_is_compared() -> None:
    for base, target in (("A", "B"), ("B", "A")):
        comparison = compare(aligned(), base, target)
        assert comparison.translation
        for change in comparison.changes:
            assert change.relation is Relation.MATCHED
            assert not change.renumbered
            assert change.flags == ()
            assert [edit.op for edit in change.edits] == ["delete", "insert"]


def test_the_page_says_translation_and_marks_nothing() -> None:
    made = {page.uri: page.html for page in render_document(aligned(), compare_all(aligned()))}
    html = made["texts/garden/compare-A-B.html"].split('class="hx-table"')[1]
    assert html.count(">translation<") == 5
    assert "<ins" not in html
    assert "<del" not in html


def test_simplified_and_traditional_are_compared_by_words() -> None:
    traditional = ZH.replace("为", "為").replace("规", "規").replace("条", "條").replace("应当", "應當")
    both = [read_source("hans.txt", ZH.encode()), read_source("hant.txt", traditional.encode())]
    comparison = compare(align(segment(both, Plan(id="garden"))), "A", "B")
    assert not comparison.translation
    assert {change.relation for change in comparison.changes} == {Relation.MATCHED}
