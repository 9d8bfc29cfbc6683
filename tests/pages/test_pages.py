import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote, urljoin

import pytest

from hexapla.errors import Problem
from hexapla.findings import make_finding
from hexapla.model import Alignment, Change, Clause, Comparison, Document, Page, Provenance, Version
from hexapla.pages import build_card, render_document, render_guides, render_home, render_single_file

Made = tuple[Alignment, tuple[Comparison, ...]]
VOID = {"meta", "link", "input", "br", "path", "col"}
HOSTILE = "</p><script>alert(1)</script>{{ 7*7 }}](javascript:alert(1)) \"x\" onclick='y' & <b> \u202e"


class Reader(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" and "href" in found else []
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def site(*made: Made, language: str = "en") -> dict[str, Page]:
    pages = [
        page
        for alignment, comparisons in made
        for page in render_document(
            alignment, comparisons, findings=alignment.document.findings, language=language
        )
    ]
    cards = [build_card(alignment.document, changes, language=language) for alignment, changes in made]
    of_site = (render_home(cards, language=language), *render_guides(language=language))
    return {page.uri: page for page in (*pages, *of_site)}


@pytest.fixture(scope="module")
def whole(chinese: Made, english: Made) -> dict[str, Page]:
    return site(chinese, english, language="zh")


def test_every_page_of_a_document_is_there(whole: dict[str, Page]) -> None:
    assert {uri for uri in whole if uri.startswith("texts/tool-shed/")} == {
        "texts/tool-shed/index.html",
        "texts/tool-shed/read-A.html",
        "texts/tool-shed/read-B.html",
        "texts/tool-shed/compare-A-B.html",
        "texts/tool-shed/synopsis.html",
        "texts/tool-shed/history.html",
        "texts/tool-shed/concordance.html",
    }


def test_pages_are_one_element_with_balanced_tags(whole: dict[str, Page]) -> None:
    for page in whole.values():
        assert page.html.strip().startswith('<div class="hx')
        Reader(page.html)


def test_ids_are_unique_and_told(whole: dict[str, Page]) -> None:
    for page in whole.values():
        ids = Reader(page.html).ids
        assert len(ids) == len(set(ids)), page.uri
        assert page.anchors == frozenset(ids)
        assert {entry.anchor for entry in page.toc} <= page.anchors


def test_every_link_leads_to_a_page_and_a_place(whole: dict[str, Page]) -> None:
    for page in whole.values():
        for href in Reader(page.html).links:
            path, _, name = href.partition("#")
            name = "" if "=" in name else name  # the state of a page, no place
            target = unquote(urljoin(f"/{page.uri}" if path else "", path)).lstrip("/") or page.uri
            assert target in whole, (page.uri, href)
            assert not name or unquote(name) in whole[target].anchors, (page.uri, href)


def test_no_heading_level_is_skipped(whole: dict[str, Page]) -> None:
    for page in whole.values():
        levels = Reader(page.html).levels
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.uri


def clauses(made: Made, *sigla: str) -> set[str]:
    return {
        f"{version.siglum}__{clause.id}"
        for version in made[0].document.versions
        for clause in version.clauses
        if not sigla or version.siglum in sigla
    }


def test_every_clause_leads_to_its_row(chinese: Made, whole: dict[str, Page]) -> None:
    assert clauses(chinese) <= whole["texts/工具房/synopsis.html"].anchors
    assert clauses(chinese, "A", "B") <= whole["texts/工具房/compare-A-B.html"].anchors
    for siglum in "ABCD":
        assert clauses(chinese, siglum) <= whole[f"texts/工具房/read-{siglum}.html"].anchors


def test_rows_keep_their_permalinks_on_every_table(chinese: Made, whole: dict[str, Page]) -> None:
    rows = {row.id for row in chinese[0].rows if row.cells[1] or row.cells[2]}
    assert rows <= whole["texts/工具房/compare-B-C.html"].anchors


def test_a_missing_clause_is_not_called_removed(whole: dict[str, Page]) -> None:
    text = Reader(whole["texts/工具房/compare-B-C.html"].html).text
    assert "不作删除论" in text
    assert "文本至此中断" in text
    assert "删除" not in text.replace("不作删除论", "")


def test_parallel_texts_are_said_to_differ_not_to_follow(english: Made) -> None:
    alignment, (comparison,) = english
    text = Reader(site(english)["texts/tool-shed/compare-A-B.html"].html).text
    assert "added" not in text.replace("“added”", "")
    assert comparison.base == alignment.document.sigla[0]


def test_texts_bear_their_language(whole: dict[str, Page]) -> None:
    tags = Reader(whole["texts/tool-shed/compare-A-B.html"].html).tags
    parts = [found for _, found in tags if found.get("class") == "hx-part"]
    assert parts
    assert {found.get("lang") for found in parts} == {"en"}
    assert tags[0][1]["lang"] == "zh"


def test_links_between_pages_are_encoded(chinese: Made) -> None:
    home = render_home([build_card(chinese[0].document, chinese[1])])
    assert "texts/%E5%B7%A5%E5%85%B7%E6%88%BF/index.html" in Reader(home.html).links


def test_failed_documents_are_listed_with_why() -> None:
    problem = Problem(path="garden/document.yml", line=3, message="siglum A is used <twice>")
    page = render_home([], [("garden", [problem])])
    assert "garden/document.yml:3: siglum A is used <twice>" in Reader(page.html).text


def test_a_document_without_versions_has_a_page(chinese: Made) -> None:
    empty = replace(chinese[0].document, versions=())
    pages = render_document(Alignment(document=empty, rows=(), findings=()), (), language="zh")
    assert [page.uri for page in pages] == ["texts/工具房/index.html"]


def test_the_same_values_give_the_same_pages(chinese: Made) -> None:
    assert site(chinese) == site(chinese)


@pytest.mark.parametrize(
    ("url", "linked"), [("https://example.org/a?b", True), ("javascript:alert(1)", False)]
)
def test_only_an_address_of_the_web_becomes_a_link(chinese: Made, url: str, linked: bool) -> None:  # noqa: FBT001 - a table's column
    alignment, comparisons = chinese
    first, *others = alignment.document.versions
    first = replace(first, provenance=Provenance(url=url, retrieved="2020-01-02", note="第二版"))
    changed = replace(alignment, document=replace(alignment.document, versions=(first, *others)))
    page = site((changed, comparisons))["texts/工具房/read-A.html"]
    assert (url in Reader(page.html).links) is linked
    assert url in Reader(page.html).text


def test_a_finding_names_clauses_as_readers_do(chinese: Made) -> None:
    alignment, comparisons = chinese
    doubt = make_finding("weak_link", row="A__art_1", a="A/art_1", b="B/art_1", score="0.25")
    (overview, *_) = render_document(alignment, comparisons, findings=[doubt], language="zh")
    assert "A 第一条 与 B 第一条 的对应依据不足（0.25）。" in Reader(overview.html).text
    assert "synopsis.html#A__art_1" in Reader(overview.html).links


# ---------------------------------------------------------------- hostile text


def poisoned(document: Document) -> Document:
    """Put markup into everything of a document that comes from outside."""

    def clause(one: Clause) -> Clause:
        number = one.number and one.number + HOSTILE
        return replace(one, text=one.text + HOSTILE, number=number, heading=HOSTILE, id=one.id + '"><i>')

    def version(one: Version) -> Version:
        source = replace(one.source, path=one.source.path + HOSTILE, text=one.source.text + HOSTILE)
        return replace(
            one,
            label=HOSTILE,
            title=HOSTILE,
            source=source,
            clauses=tuple(map(clause, one.clauses)),
        )

    versions = tuple(map(version, document.versions))
    sources = tuple(each.source for each in versions)
    return replace(document, id='x"><i>:', title=HOSTILE, versions=versions, sources=sources)


def poison(made: Made) -> Made:
    """Put markup into a document and all that hangs on it."""
    alignment, comparisons = made
    document = poisoned(alignment.document)

    def name(one: str) -> str:
        return one + '"><i>'

    rows = tuple(
        replace(row, id=name(row.id), cells=tuple(tuple(map(name, cell)) for cell in row.cells))
        for row in alignment.rows
    )

    def change(one: Change) -> Change:
        edits = tuple(replace(edit, text=edit.text + HOSTILE) for edit in one.edits)
        base, target = (tuple(map(name, cell)) for cell in one.cells)
        return replace(one, row=name(one.row), cells=(base, target), edits=edits, decision=HOSTILE)

    made_comparisons = tuple(
        replace(each, document=document, changes=tuple(map(change, each.changes))) for each in comparisons
    )
    return replace(alignment, document=document, rows=rows), made_comparisons


ALLOWED = set(
    "div nav ul ol li a p h1 h2 h3 h4 h5 h6 span b ins del bdi details summary section table caption "
    "col colgroup thead tbody tr th td code button svg path rect circle text title blockquote dl dt dd kbd "
    "form dialog i input label select option template".split()
)


def test_no_markup_of_a_text_becomes_markup_of_a_page(chinese: Made) -> None:
    clean = {uri.rsplit("/", 1)[-1]: page for uri, page in site(chinese).items()}
    for uri, page in site(poison(chinese)).items():
        tags = Reader(page.html).tags
        own = [dict(found) for tag, found in tags if tag in ("link", "script")]
        assert all((one.get("src") or one["href"] or "").startswith("../../assets/hexapla/") for one in own)
        assert {tag for tag, _ in tags} <= ALLOWED | {"link", "script"}, uri
        assert not [key for _, found in tags for key in found if key.startswith("on") or key == "style"]
        assert not [href for href in Reader(page.html).links if re.match(r"\s*[a-z]+:", href)]
        italics = [tag for tag, _ in tags].count("i")
        assert italics == [tag for tag, _ in Reader(clean[uri.rsplit("/", 1)[-1]].html).tags].count("i")


def test_a_hostile_text_is_shown_as_it_stands(chinese: Made) -> None:
    pages = site(poison(chinese))
    page = next(page for uri, page in pages.items() if uri.endswith("read-A.html"))
    assert HOSTILE in Reader(page.html).text


# ---------------------------------------------------------------- one file


def test_one_file_asks_nothing_and_holds_every_comparison(chinese: Made) -> None:
    html = render_single_file(*chinese, findings=chinese[0].document.findings, language="zh")
    reader = Reader(html.replace("<!doctype html>", ""))
    assert len(reader.ids) == len(set(reader.ids))
    assert all(href.startswith("#") for href in reader.links)
    assert {unquote(href[1:]) for href in reader.links} <= set(reader.ids)
    assert not [
        found for tag, found in reader.tags if "src" in found or (tag == "link" and found["href"] != "data:,")
    ]
    assert clauses(chinese, "A", "B") <= set(reader.ids)
    assert "compare-C-D" in reader.ids


def test_one_file_of_hostile_texts_is_safe(chinese: Made) -> None:
    reader = Reader(render_single_file(*poison(chinese)).replace("<!doctype html>", ""))
    extra = {"style", "html", "head", "meta", "title", "link", "body", "main", "script"}
    assert {tag for tag, _ in reader.tags} <= ALLOWED | extra
    assert [tag for tag, _ in reader.tags].count("script") == 3
