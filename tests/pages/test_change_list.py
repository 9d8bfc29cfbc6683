"""A comparison opens on its changes: what did not change folds away, and a list says what did."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hexapla.alignment import align
from hexapla.comparison import compare_all
from hexapla.pages import render_document
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.segmentation import segment

OLD = """水井管理办法
第一编 总则
第一章 目的
第一条 为了管理水井，制定本办法。
第二条 水井归全村所有。
第二章 适用
第三条 本办法适用于村内水井。
第四条 村外水井另行规定。
第三章 管理
第五条 水井由三人轮流看管。
第二编 用水
第四章 取水
第六条 取水应当排队。
第七条 取水人应当盖好井盖。
第五章 禁止
第八条 有下列情形之一的，不得取水：
（一）井绳断裂；
（二）井水浑浊；
（三）夜间；
（四）大雨；
（五）结冰；
（六）清淤期间；
（七）其他情形。
第九条 本办法自公布之日起施行。
"""
NEW = OLD.replace("三人", "四人").replace("（六）清淤期间", "（六）清淤和检修期间")


def compared(old: str, new: str, language: str = "en") -> LexborNode:
    """Return the comparison of two texts, 2010 and 2020, as a page."""
    sources = [read_source(f"{year}.txt", text.encode()) for year, text in ((2010, old), (2020, new))]
    alignment = align(segment(sources, Plan(id="well")))
    made = render_document(alignment, compare_all(alignment), language=language)
    page = next(page for page in made if page.uri.endswith("compare-A-B.html"))
    root = LexborHTMLParser(page.html).body
    assert root
    return root


def words(node: LexborNode | None) -> str:
    assert node
    return " ".join(node.text().split())


def test_divisions_without_a_change_fold_into_the_run_and_those_above_a_change_do_not() -> None:
    page = compared(OLD, NEW)
    folds = [words(each) for each in page.css(".hx-fold>summary")]
    assert folds == ["第一章 – 第二章 4 unchanged", "第四章 取水 2 unchanged"]
    open_headings = [words(each) for each in page.css(".hx-table>.hx-chapter .hx-h")]
    assert open_headings == ["第一编 总则", "第三章 管理", "第二编 用水", "第五章 禁止"]


def test_paragraphs_of_a_long_clause_fold_where_neither_side_changed_them() -> None:
    page = compared(OLD, NEW)
    assert [words(each) for each in page.css(".hx-a .hx-rest-t")] == ["（一） – （五） unchanged"]
    assert [words(each) for each in page.css(".hx-b .hx-rest-t")] == ["（一） – （五） unchanged"]
    inside = page.css(".hx-a .hx-rest p")
    assert [words(each)[:3] for each in inside] == ["（一）", "（二）", "（三）", "（四）", "（五）"]


def test_words_that_only_the_other_side_has_keep_a_paragraph_open_on_both() -> None:
    page = compared(OLD, OLD.replace("（三）夜间", "（三）夜间和清晨"))
    for side in "ab":
        assert [words(each) for each in page.css(f".hx-{side} .hx-rest-t")] == [
            "（一） – （二） unchanged",
            "（四） – （七） unchanged",
        ]


def test_the_list_names_each_change_with_its_first_words_under_its_division() -> None:
    page = compared(OLD, NEW)
    listed = [words(each) for each in page.css(".hx-list nav a")]
    assert listed == [
        "第一编 总则 1",
        "第一章 目的",
        "第二章 适用",
        "第三章 管理 1",
        "第五条 reworded 三人 → 四人",
        "第二编 用水 1",
        "第四章 取水",
        "第五章 禁止 1",
        "第八条 reworded + 和检修",
    ]
    names = {each.attributes["id"] for each in page.css("[id]")}
    assert {(each.attributes["href"] or "").removeprefix("#") for each in page.css(".hx-list nav a")} <= names
    assert words(page.css_first(".hx-list-t")) == "2 changes"


def test_a_clause_of_one_side_alone_is_listed_with_its_words() -> None:
    page = compared(
        OLD, OLD.replace("第七条 取水人应当盖好井盖。", "第七条 取水人应当盖好井盖。\n第七条之一 每户一桶。")
    )
    assert words(page.css_first(".hx-list li")) == "第七条之一 added 每户一桶。"


def test_divisions_that_only_got_another_number_fold_with_clauses_that_did() -> None:
    later = re.sub("第([六七八九])条", lambda each: f"第{'七八九十'['六七八九'.index(each[1])]}条", OLD)
    later = later.replace("第五章", "第六章").replace("第四章", "第五章")
    later = later.replace("第二编 用水", "第六条 看管人记录水位。\n第二编 用水")
    page = compared(OLD, later)
    renumbered = [words(each) for each in page.css(".hx-fold>summary") if "numbers" in words(each)]
    assert renumbered == ["第二编 – 第五章 → 第二编 – 第六章 4 unchanged but for their numbers"]


def test_a_page_is_called_by_the_names_of_its_versions() -> None:
    sources = [read_source(f"{year}.txt", OLD.encode()) for year in (2010, 2020)]
    alignment = align(segment(sources, Plan(id="well")))
    titles = {
        page.uri.rsplit("/", 1)[-1]: page.title for page in render_document(alignment, compare_all(alignment))
    }
    assert titles["compare-A-B.html"] == "2010 ⇄ 2020 · 水井管理办法"
