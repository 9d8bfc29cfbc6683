"""Pages as they are scraped, from bytes to rows: what they promise, what they hold, what they do not say."""

from pathlib import Path
from typing import NamedTuple

import pytest

from corpora import OWN, compilations
from hexapla import collection
from hexapla.findings import Severity
from hexapla.model import Completeness, Confidence, Relation
from hexapla.pipeline import (
    AnalysedDocument,
    build_document,
)

ROOT = Path(__file__).parents[2]
SPECIMENS = ROOT / "source_texts"


MUSEUM = OWN / "compilation" / "village-museum.txt"


class Known(NamedTuple):
    """What a careful reader finds on a page."""

    title: str
    promised: int
    numbered: list[int]
    """numbered clauses of each version"""
    whole: str
    """the version that goes on where the last one breaks off"""
    furniture: str
    """something that stands below the texts, beside the sign of copyright"""


PAGES = {
    "village-museum": Known("村史馆开放与看守责任约定", 4, [14, 0, 12], whole="A", furniture="点赞成功"),
    "responsibility-rules": Known(
        "党工委网上宣传工作责任办法(样例)", 5, [12, 0, 18, 5], whole="C", furniture="收藏成功"
    ),
    "000_2b1ac350fdd0b560": Known(
        "党委党组网络意识形态工作责任制实施细则",
        5,
        [12, 0, 18, 5],
        whole="C",
        furniture="保存成功",
    ),
}
FILES = [*compilations(), SPECIMENS / "responsibility-rules" / "responsibility-rules.txt"]


@pytest.fixture(
    scope="module", params=[path for path in FILES if path.stem in PAGES], ids=lambda path: path.stem
)
def page(request: pytest.FixtureRequest) -> AnalysedDocument:
    return build_document(collection.load_files([request.param]))


@pytest.fixture
def known(page: AnalysedDocument) -> Known:
    return PAGES[page.document.id]


@pytest.fixture(scope="module")
def museum() -> AnalysedDocument:
    return build_document(collection.load_files([MUSEUM]))


def test_the_title(page: AnalysedDocument, known: Known) -> None:
    assert page.document.title == known.title


def test_a_version_less_is_found_than_is_promised(page: AnalysedDocument, known: Known) -> None:
    count = known.promised - 1
    assert (page.document.promised, page.document.sigla) == (known.promised, tuple("ABCD"[:count]))
    assert [version.part for version in page.document.versions] == [*range(1, count + 1)]
    assert "promised_version_missing" in {finding.code for finding in page.findings}


def test_numbered_clauses_of_each_version(page: AnalysedDocument, known: Known) -> None:
    assert [version.numbered for version in page.document.versions] == known.numbered


def test_only_the_last_is_cut_off(page: AnalysedDocument) -> None:
    whole, cut = Completeness.WHOLE, Completeness.CUT_OFF
    *before, last = [version.completeness for version in page.document.versions]
    assert (set(before), last) == ({whole}, cut)


def test_there_is_nothing_worse_than_a_note_but_weak_links(page: AnalysedDocument) -> None:
    worse = {finding.code for finding in page.findings if finding.severity is not Severity.NOTE}
    assert worse <= {"weak_link"}


def test_page_furniture_at_head_and_tail_is_set_aside(page: AnalysedDocument, known: Known) -> None:
    (source,) = page.document.sources
    furniture = [entry for entry in page.document.set_aside if entry.kind == "furniture"]
    spans = sorted(span for entry in furniture for span in entry.spans)
    first, last = page.document.versions[0], page.document.versions[-1]
    assert spans[0][0] < first.extent[0]
    tail = [source.text[slice(*span)] for span in spans if span[0] >= last.extent[1]]
    tail += [source.text[slice(*s)] for e in last.set_aside if e.kind == "furniture" for s in e.spans]
    assert known.furniture in "".join(tail)
    assert "©" in "".join(tail)


def test_every_character_is_in_one_clause_or_set_aside(page: AnalysedDocument) -> None:
    (source,) = page.document.sources
    spans = [span for entry in page.document.set_aside for span in entry.spans]
    for version in page.document.versions:
        spans += [span for clause in version.clauses for span in clause.spans]
        spans += [span for entry in version.set_aside for span in entry.spans]
    spans.sort()
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(source.text)


def test_what_the_cut_copy_lacks_behind_its_end_is_never_called_deleted(
    page: AnalysedDocument, known: Known
) -> None:
    last = page.document.sigla[-1]
    pair = (known.whole, last)
    comparison = next(each for each in page.comparisons if (each.base, each.target) == pair)
    column = page.document.sigla.index(known.whole)
    there = {row.id for row in page.alignment.rows if row.cells[column]}
    *_, final = (change.relation for change in comparison.changes if change.row in there)
    assert final is Relation.NOT_IN_TEXT
    assert Relation.MATCHED in {change.relation for change in comparison.changes}


def test_a_copy_that_is_a_mere_beginning_adds_and_deletes_nothing() -> None:
    built = build_document(collection.load_files([SPECIMENS / "responsibility-rules"]))
    comparison = next(each for each in built.comparisons if (each.base, each.target) == ("C", "D"))
    relations = {change.relation for change in comparison.changes}
    assert relations == {Relation.MATCHED, Relation.NOT_IN_TEXT}


def test_the_news_report_is_not_forced_into_the_table(page: AnalysedDocument) -> None:
    column = page.document.sigla.index("B")
    for row in page.alignment.rows:
        if row.cells[column]:
            assert sum(map(bool, row.cells)) == 1


def test_reworded_clauses_meet_though_their_numbers_differ(museum: AnalysedDocument) -> None:
    versions = {version.siglum: version for version in museum.document.versions}
    numbers = {name: {each.id: each.number for each in versions[name].clauses} for name in versions}
    keys = next(each.id for each in versions["A"].clauses if each.text.startswith("馆长保管大门钥匙"))
    row = next(row for row in museum.alignment.rows if keys in row.cells[0])
    assert [numbers["A"][unit] for unit in row.cells[0]] == ["(二)"]
    assert [numbers["C"][unit] for unit in row.cells[2]] == ["(一)"]
    assert all(link.basis in ("wording", "containment") for link in row.links)
    assert all(link.confidence is not Confidence.WEAK for link in row.links)
