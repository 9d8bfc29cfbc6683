"""Reuse as a stage of a build: what pages say of other documents, and what a further text costs."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from commands import run
from elements import find_first
from hexapla import collection
from hexapla.pipeline import BuildOptions, BuiltSite, SiteOffers, build_collection, open_build_context
from small_collections import Counting, bytes_of

OFFERS = SiteOffers(reuse=True, formats=())
SHED = "第一条 借用工具的居民，应当在七日内归还；逾期不还的，按日收取保管费。\n"
HARM = "第{}条 工具损坏的，借用人应当照价赔偿，自然损耗的除外。\n"
KEYS = "第三条 钥匙由值班人保管，不得复制，遗失的立即报告居民小组。\n"
TEXTS = {
    "law/2019.txt": SHED + HARM.format("二") + KEYS + "第四条 水塔每年春季清洗一次，由两名值班人完成。\n",
    "rule/2021.txt": SHED.replace("七日", "十日") + "第二条 烟囱由持证人员检查，每年至少两次。\n" + KEYS,
    "house/2022.txt": "第一条 猫可以在院子里散步，狗须有人牵着。\n"
    + HARM.format("二")
    + KEYS
    + SHED.replace("第一条", "第四条"),
    "alone/2020.txt": "第一条 蜂箱置于果园北侧，蜂农每月记录一次产量。\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three documents that share clauses, and one that shares none."""
    for name, text in TEXTS.items():
        path = tmp_path / "source_texts" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        issued = path.stem
        settings = f"versions:\n  - {{file: {path.name}, issued: '{issued}'}}\n"
        (path.parent / "document.yml").write_text(settings, encoding="utf-8")
    return tmp_path / "source_texts"


def built(
    root: Path, scratch: Path, options: BuildOptions | None = None, offers: SiteOffers = OFFERS
) -> tuple[BuiltSite, list[str]]:
    """Build, and say for which documents workers had work."""
    executor = Counting()
    with open_build_context(options or BuildOptions(), scratch) as context:
        counting = replace(context, executor=executor)
        chosen = context if options and options.workers > 1 else counting
        survey = collection.survey_collection(root)
        return build_collection(survey, chosen, language="en", offers=offers), executor.documents


def page(site: BuiltSite, uri: str) -> LexborHTMLParser:
    (kept,) = [each for each in site.pages if each.uri == uri]
    return LexborHTMLParser(site.store.page(kept).html)


def the(nodes: list[LexborNode]) -> LexborNode:
    (only,) = nodes
    return only


def test_a_reading_page_says_where_a_clause_stands_also(root: Path, tmp_path: Path) -> None:
    site, _ = built(root, tmp_path)
    rule = page(site, "texts/rule/read-A.html")
    first, second, third = rule.css(".hx-rc")
    assert [node.attributes["href"] for node in first.css(".hx-also a")][:2] == [
        "../law/read-A.html#A__art_1",
        "../house/read-A.html#A__art_4",
    ]
    assert second.css(".hx-also") == []
    assert "2019" in the(third.css(".hx-also")).text()
    assert "<!--" not in (rule.html or "")


def test_a_comparison_says_where_a_clause_of_either_version_stands_also(root: Path, tmp_path: Path) -> None:
    """One that went stands elsewhere still; of one that both have it is said once."""
    rule = root / "rule"
    (rule / "2023.txt").write_text(
        "第一条 烟囱由持证人员检查，每年至少两次。\n" + KEYS.replace("第三条", "第二条"), encoding="utf-8"
    )
    (rule / "document.yml").unlink()
    site, _ = built(root, tmp_path)
    compared = page(site, "texts/rule/compare-A-B.html")
    said = {
        find_first(row, ".hx-h").text().strip(): [
            (link.attributes["href"], link.text(), link.attributes["title"])
            for link in row.css(".hx-mid .hx-also a")
        ]
        for row in compared.css(".hx-row")
    }
    (went,) = [links for name, links in said.items() if name == "第一条 −" or ("第一条" in name and links)]
    assert went == [("../law/families.html#law__A__art_1", "Also in 2 documents", "law 第一条, house 第四条")]
    (keys,) = [links for name, links in said.items() if "第二条" in name and "第三条" in name]
    assert [href for href, *_ in keys] == ["../law/families.html#law__A__art_3"]
    assert "<!--" not in (compared.html or "")
    plain, _ = built(root, tmp_path / "plain", offers=SiteOffers(formats=()))
    assert "hx-mid" in (page(plain, "texts/rule/compare-A-B.html").html or "")
    assert "<!--" not in (page(plain, "texts/rule/compare-A-B.html").html or "")


def test_a_strip_has_a_cell_for_each_clause_that_leads_to_both_side_by_side(
    root: Path, tmp_path: Path
) -> None:
    site, _ = built(root, tmp_path)
    rule = page(site, "texts/rule/reuse.html")
    cells = rule.css(".hx-strip li")
    assert [cell.css_first("a") is not None for cell in cells] == [True, False, True]
    assert "only here" in cells[1].text()
    target = the(cells[0].css("a")).attributes["href"] or ""
    sides = the(rule.css(target)).css(".hx-ru-side")
    assert [[mark.text() for mark in side.css("mark")] for side in sides] == [
        ["[only here: 十日]"],
        ["[only here: 七日]"],
    ]


def test_a_family_stands_with_its_first_document_the_earliest_wording_first(
    root: Path, tmp_path: Path
) -> None:
    site, _ = built(root, tmp_path)
    law = page(site, "texts/law/families.html")
    family = next(each for each in law.css(".hx-ru-f") if "十日" in each.text())
    first, second = family.css(".hx-ru-w")
    assert first.css("mark") == []
    assert [link.attributes["href"] for link in first.css("a")] == [
        "read-A.html#A__art_1",
        "../house/read-A.html#A__art_4",
    ]
    assert "十" in the(second.css("mark")).text()
    assert not any(each.uri == "texts/alone/families.html" for each in site.pages)


def test_every_link_of_the_new_pages_leads_to_a_page_with_that_anchor(root: Path, tmp_path: Path) -> None:
    site, _ = built(root, tmp_path)
    pages = {each.uri: site.store.page(each) for each in site.pages}
    about = [uri for uri in pages if uri.endswith(("reuse.html", "families.html")) or "model" in uri]
    assert len(about) == 4 + 1 + 1 + 1
    for uri in about:
        for link in LexborHTMLParser(pages[uri].html).css("a"):
            target, _, anchor = (
                link.attributes.get("href") or link.attributes["xlink:href"] or ""
            ).partition("#")
            place = (Path("/") / uri).parent.joinpath(target).resolve() if target else Path("/") / uri
            if place.suffix == ".html":
                there = pages[place.relative_to("/").as_posix()]
                assert not anchor or anchor in there.anchors, (uri, target, anchor)


def test_what_most_documents_of_a_group_hold_is_a_text_that_can_be_read_again(
    root: Path, tmp_path: Path
) -> None:
    site, _ = built(root, tmp_path)
    (file,) = [each for each in site.files if "model-text" in each.uri]
    text = site.store.get(file.digest).decode()
    assert [line[:8] for line in text.splitlines() if line[:1].isdigit()] == [
        "1. 借用工具的",
        "2. 工具损坏的",
        "3. 钥匙由值班",
    ]
    path = tmp_path / "again" / "m" / "model.txt"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    again, _ = built(path.parents[1], tmp_path / "other")
    assert again.documents[0].clauses == 3


def test_nothing_is_said_where_nobody_asked(root: Path, tmp_path: Path) -> None:
    site, _ = built(root, tmp_path, offers=SiteOffers(formats=()))
    assert not any("reuse" in each.uri for each in site.pages)
    assert (
        "also" not in site.store.page(next(p for p in site.pages if p.uri.endswith("law/read-A.html"))).html
    )


def test_no_page_says_who_took_from_whom(root: Path, tmp_path: Path) -> None:
    site, _ = built(root, tmp_path)
    for each in site.pages:
        if each.uri.endswith(("reuse.html", "families.html")):
            assert "copied from" not in site.store.page(each).html
            assert "Words alone" in site.store.page(each).html


def test_a_further_text_costs_its_document_and_the_pages_of_those_that_share_with_it(
    root: Path, tmp_path: Path
) -> None:
    options = BuildOptions(cache=tmp_path / "cache")
    lone = root / "lone" / "2018.txt"
    lone.parent.mkdir()
    lone.write_text("第一条 井盖由两人抬起，冬季不得打开，夏季每周检查。\n", encoding="utf-8")
    first, done = built(root, tmp_path, options)
    assert sorted(done) == sorted(["alone", "house", "law", "lone", "rule"] * 2)
    again, done = built(root, tmp_path, options)
    assert done == []
    assert bytes_of(again) == bytes_of(first)
    new = root / "new"
    new.mkdir()
    (new / "2024.txt").write_text("第一条 桥面每年粉刷一次，颜色由住户投票决定。\n", encoding="utf-8")
    more, done = built(root, tmp_path, options)
    assert done == ["new", "new"]
    clean, _ = built(root, tmp_path / "clean")
    assert bytes_of(more) == bytes_of(clean)


@pytest.mark.slow
def test_workers_make_the_same_bytes(root: Path, tmp_path: Path) -> None:
    one, _ = built(root, tmp_path / "one")
    two, _ = built(root, tmp_path / "two", BuildOptions(workers=2))
    assert bytes_of(one) == bytes_of(two)


def test_the_search_is_told_which_clauses_stand_elsewhere(root: Path, tmp_path: Path) -> None:
    site, _ = built(root, tmp_path)
    (file,) = [each for each in site.files if each.uri == "search/elsewhere.js"]
    call = site.store.get(file.digest).decode()
    found = json.loads(call[call.index(",") + 1 : call.rindex(")")])
    assert found["texts/rule"] == {"A": ["art_1", "art_3"]}
    assert "texts/alone" not in found


def test_check_warns_of_a_clause_that_repeats_higher_law(root: Path) -> None:
    (root.parent / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material}\nplugins: [{hexapla: {reuse: true}}]\n", encoding="utf-8"
    )
    for name, rank in (("law", 1), ("rule", 2)):
        with (root / name / "document.yml").open("a", encoding="utf-8") as settings:
            settings.write(f"rank: {rank}\n")
    done = run("check", "--no-cache", "--format", "json", cwd=root.parent)
    remarks = [
        (each["path"], each["line"], each["message"])
        for each in json.loads(done.stdout)["remarks"]
        if each["code"] == "higher_law_repeated"
    ]
    ((path, line, message),) = remarks
    assert (path, line) == ("source_texts/rule/2021.txt", 3)
    assert message.startswith("第三条 stands word for word in")
    assert message.endswith("第三条, which ranks higher.")
