"""What the pages about all versions at once say: history, numbers, downloads, the picture of likeness."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import builders
from hexapla.collection import load_files
from hexapla.findings import make_finding
from hexapla.model import Alignment, Comparison, File, Order, Page, Provenance
from hexapla.pages import DocumentCard, build_card, render_document, render_home
from hexapla.pages.page_context import build_page_context
from hexapla.pages.views.similarity_tree import draw_similarity_tree
from hexapla.pipeline import build_document

Made = tuple[Alignment, tuple[Comparison, ...]]


def pages(made: Made, *downloads: File, language: str = "zh", order: Order | None = None) -> dict[str, Page]:
    alignment, comparisons = made
    if order:
        alignment = replace(alignment, document=replace(alignment.document, order=order))
    written = render_document(alignment, comparisons, downloads=downloads, language=language)
    return {page.uri.rsplit("/", 1)[-1]: page for page in written}


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def told(page: Page, name: str) -> str:
    """The history of one clause as text, what only ears get in brackets included."""
    found = re.search(rf'<section class="hx-hist" id="{name}">(.*?)</section>', page.html, re.DOTALL)
    assert found, name
    return text(found[1])


def test_neighbours_with_the_same_text_are_one_stage(chinese: Made) -> None:
    page = pages(chinese)["history.html"]
    said = told(page, "A__art_2")
    assert said.count("本楼居民可以借用工具房内的工具。") == 1
    assert said.startswith("A 第二条 ¶ A B C 2019、2021、转载本 · 相同")


def test_a_stage_shows_what_differs_from_the_one_before_in_full(chinese: Made) -> None:
    said = told(pages(chinese)["history.html"], "A__art_5")
    assert "借期 〔删： 三日。逾期不还的，管理员应当 〕 〔增： 五日。 〕" in said


def test_a_new_number_alone_repeats_no_text(chinese: Made) -> None:
    said = told(pages(chinese)["history.html"], "A__art_11")
    assert said.count("管理员每月清点工具一次。") == 1
    assert "重编号 B 第九条" in said


def test_added_and_removed_are_said_of_a_chronology_only(chinese: Made) -> None:
    assert "新增" in told(pages(chinese)["history.html"], "B__art_12")
    parallel = pages(chinese, order=Order.PARALLEL)
    for name in ("history.html", "concordance.html"):
        assert "新增" not in text(parallel[name].html)
        assert "删除" not in text(parallel[name].html).replace("不作删除论", "")


def test_a_text_that_breaks_off_is_called_incomplete(chinese: Made) -> None:
    page = pages(chinese)["history.html"]
    assert "缺文" in told(page, "A__art_6")
    assert "文本至此中断" in text(page.html)


def test_every_unit_of_every_version_has_its_place_in_the_history(chinese: Made) -> None:
    page = pages(chinese)["history.html"]
    units = {
        f"{siglum}__{unit}"
        for row in chinese[0].rows
        for siglum, cell in zip("ABCD", row.cells, strict=True)
        for unit in cell
    }
    assert units <= page.anchors


def test_clauses_that_never_changed_are_folded_together(chinese: Made) -> None:
    alignment, comparisons = chinese
    two = [each for each in comparisons if (each.base, each.target) == ("A", "B")]
    document = replace(alignment.document, versions=alignment.document.versions[:2])
    rows = tuple(
        replace(row, cells=row.cells[:2], not_in_text=()) for row in alignment.rows if any(row.cells[:2])
    )
    page = pages((replace(alignment, document=document, rows=rows), tuple(two)))["history.html"]
    fold = re.search(r'<details class="hx-fold">(.*?)</details>', page.html, re.DOTALL)
    assert fold
    assert text(fold[1]).startswith("第二条—第三条 2 条从未改动")


# ---------------------------------------------------------------- numbers


def row(page: Page, name: str) -> str:
    found = re.search(rf'<tr id="{name}"[^>]*>(.*?)</tr>', page.html, re.DOTALL)
    assert found, name
    return text(found[1])


def test_a_line_says_where_a_number_went(chinese: Made) -> None:
    page = pages(chinese)["concordance.html"]
    assert row(page, "A__art_10").endswith(
        "第七条 第七条在 B 是另一条 ≠B 第四条 第四条在 A 是另一条 ≠A 重编号 移动 第四条 移动 止于此 删除"
    )
    split = "第四条 第四条在 B 是另一条 ≠B 第五条 第五条在 A 是另一条 ≠A 、 第六条 第六条在 A 是另一条 ≠A"
    assert f"{split} 重编号 拆分 缺文" in row(page, "A__art_5")


def test_the_table_knows_the_order_of_every_version(chinese: Made) -> None:
    html = pages(chinese)["concordance.html"].html
    assert re.search(r'<tr id="A__art_10" data-o="6 3 3 -">', html)
    assert html.count('class="hx-ord hx-js"') == 4


def test_text_without_numbers_has_no_line(chinese: Made) -> None:
    assert "D__art_0" not in pages(chinese)["concordance.html"].anchors


def test_references_are_told_once_with_a_link_to_their_row(chinese: Made) -> None:
    alignment, comparisons = chinese
    stale = make_finding(
        "reference_stale",
        version="B",
        row="A__art_5",
        reference="第七条",
        before="A 第七条",
        after="B 第七条",
    )

    def doubting(each: Comparison) -> Comparison:
        marked = (replace(one, findings=(stale,)) if one.row == "A__art_5" else one for one in each.changes)
        return replace(each, changes=tuple(marked))

    page = pages((alignment, tuple(map(doubting, comparisons))))["concordance.html"]
    assert text(page.html).count("所引第七条原指 A 第七条") == 1
    assert "指向已变" in text(page.html)
    assert re.search(r'href="compare-[A-D]-[A-D].html#A__art_5"', page.html)


# ---------------------------------------------------------------- downloads


def test_downloads_are_grouped_by_what_they_are_about(chinese: Made) -> None:
    files = (
        File(uri="texts/工具房/files/x.akn.xml", data=b"1" * 1234, format="akn", base="B"),
        File(uri="texts/工具房/files/x.docx", data=b"1", format="redline", base="A", target="B"),
        File(uri="texts/工具房/files/x.json", data=b"1" * 2_500_000, format="json"),
        File(uri="texts/工具房/files/x.odd", data=b"1", format="odd"),
        File(uri="texts/工具房/search.js", data=b"1"),
    )
    page = pages(chinese, *files, language="en")["downloads.html"]
    said = text(page.html)
    assert [entry.anchor for entry in page.toc] == ["files", "files-A-B", "files-B"]
    assert "2.5 MB" in said
    assert "1.2 kB" in said
    assert "ODD x.odd" in said
    assert "search.js" not in said


def test_without_files_there_is_no_page_and_no_tab(chinese: Made) -> None:
    made = pages(chinese)
    assert "downloads.html" not in made
    assert "downloads.html" not in made["index.html"].html


# ---------------------------------------------------------------- pictures


def test_the_picture_of_likeness_joins_each_version_to_its_nearest(chinese: Made) -> None:
    layout = build_page_context(*chinese, (), "en")
    drawn = draw_similarity_tree(layout)
    assert drawn
    assert sorted(node.siglum for node in drawn.nodes) == ["A", "B", "C", "D"]
    assert drawn.told == "B and C are 100 % alike. A and C are 91 % alike. D is like none of them."


# ---------------------------------------------------------------- the first page


def test_the_newest_text_stands_first_then_by_title() -> None:
    def card(title: str, issued: str | None) -> DocumentCard:
        own = builders.document([builders.version("A", issued=issued)], name=title, title=title)
        return build_card(own, ())

    cards = [card("c", None), card("b", "2019"), card("d", "2020-02"), card("a", None), card("e", "2019")]
    assert [entry.title for entry in render_home(cards).toc] == ["d", "b", "e", "a", "c"]


def test_a_card_says_what_date_it_stands_by() -> None:
    committed = replace(builders.version("A"), provenance=Provenance(committed="2024-05-06"))
    retrieved = replace(builders.version("A"), provenance=Provenance(retrieved="2023-01-02"))
    issued = builders.version("B", issued="2020-02")
    facts = {
        name: build_card(builders.document(versions, name=name), ()).facts
        for name, versions in {"c": [committed], "r": [retrieved], "both": [issued, committed]}.items()
    }
    assert "file last edited 2024-05-06" in facts["c"]
    assert "retrieved 2023-01-02" in facts["r"]
    assert "2020-02 · file last edited 2024-05-06" in facts["both"]


def test_a_feed_is_linked_if_there_is_one() -> None:
    feed = File(uri="changes.atom", data=b"", format="atom")
    assert 'href="changes.atom"' in render_home([], files=[feed]).html
    assert "atom" not in render_home([]).html


def test_the_contents_name_a_division_again_where_the_rows_come_back_to_it(tmp_path: Path) -> None:
    first = "工具房规则\n\n第一章 总则\n\n第一条 本规则适用于楼内的工具房。\n\n第二章 使用\n\n"
    lent, barred = "工具由管理员登记后借出。\n\n", "禁止在房内焊接金属。\n\n"
    older = (
        f"{first}第二条 {lent}第三章 责任\n\n第三条 物业不承担赔偿责任。\n\n"
        f"第四条 {barred}第四章 附则\n\n第五条 本规则自三月一日起施行。\n"
    )
    newer = f"{first}第二条 {lent}第三条 {barred}第三章 附则\n\n第四条 本规则自三月一日起施行。\n"
    for year, written in (("2018", older), ("2024", newer)):
        (tmp_path / f"{year}.txt").write_text(written, "utf-8")
    built = build_document(load_files(sorted(tmp_path.iterdir())))
    page = pages((built.alignment, built.comparisons))["history.html"].html
    contents, body = page.split('<div class="hx-body">')
    named = [text(each) for each in re.findall(r'<li class="hx-toc-c">(.*?)</li>', contents)]
    assert named == [text(each) for each in re.findall(r'<div class="hx-rchap".*?</div>', body)]
    assert named.count("第二章 使用") > 1
