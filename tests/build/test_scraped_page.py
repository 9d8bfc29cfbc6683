"""A real scraped page, from bytes to rows: what it promises, what it holds, what it does not say."""

from pathlib import Path

import pytest

from hexapla import collection
from hexapla.build import Built, Means, Shelf, build, build_document
from hexapla.findings import Severity
from hexapla.model import Completeness, Confidence, Relation

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
SPECIMENS = ROOT / "source_texts"


@pytest.fixture(scope="module")
def seed() -> Built:
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not here")
    (loaded,) = collection.load(SEEDS).documents
    return build_document(loaded)


@pytest.fixture(scope="module")
def specimen() -> Built:
    loaded = next(each for each in collection.load(SPECIMENS).documents if each.id == "responsibility-rules")
    return build_document(loaded)


@pytest.fixture(params=["seed", "specimen"])
def page(request: pytest.FixtureRequest) -> Built:
    built = request.getfixturevalue(request.param)
    assert isinstance(built, Built)
    return built


def test_the_title(seed: Built) -> None:
    assert seed.document.title == "党委党组网络意识形态工作责任制实施细则"


def test_five_versions_are_promised_and_four_found(page: Built) -> None:
    assert (page.document.promised, page.document.sigla) == (5, ("A", "B", "C", "D"))
    assert [version.part for version in page.document.versions] == [1, 2, 3, 4]
    assert "promised_version_missing" in {finding.code for finding in page.findings}


def test_numbered_clauses_of_each_version(page: Built) -> None:
    assert [version.numbered for version in page.document.versions] == [12, 0, 18, 5]


def test_only_the_last_is_cut_off(page: Built) -> None:
    whole, cut = Completeness.WHOLE, Completeness.CUT_OFF
    assert [version.completeness for version in page.document.versions] == [whole, whole, whole, cut]


def test_there_is_nothing_worse_than_a_note(page: Built) -> None:
    assert {finding.severity for finding in page.findings} == {Severity.NOTE}


def test_page_furniture_at_head_and_tail_is_set_aside(page: Built) -> None:
    (source,) = page.document.sources
    furniture = [entry for entry in page.document.set_aside if entry.kind == "furniture"]
    spans = sorted(span for entry in furniture for span in entry.spans)
    first, last = page.document.versions[0], page.document.versions[-1]
    assert spans[0][0] < first.extent[0]
    tail = [source.text[slice(*span)] for span in spans if span[0] >= last.extent[1]]
    tail += [source.text[slice(*s)] for e in last.set_aside if e.kind == "furniture" for s in e.spans]
    assert "成功" in "".join(tail)
    assert "©" in "".join(tail)


def test_every_character_is_in_one_clause_or_set_aside(page: Built) -> None:
    (source,) = page.document.sources
    spans = [span for entry in page.document.set_aside for span in entry.spans]
    for version in page.document.versions:
        spans += [span for clause in version.clauses for span in clause.spans]
        spans += [span for entry in version.set_aside for span in entry.spans]
    spans.sort()
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(source.text)


def test_what_the_cut_copy_lacks_is_never_called_deleted(page: Built) -> None:
    comparison = next(each for each in page.comparisons if (each.base, each.target) == ("C", "D"))
    relations = {change.relation for change in comparison.changes}
    assert relations == {Relation.MATCHED, Relation.NOT_IN_TEXT}


def test_the_news_report_is_not_forced_into_the_table(page: Built) -> None:
    column = page.document.sigla.index("B")
    for row in page.alignment.rows:
        if row.cells[column]:
            assert sum(map(bool, row.cells)) == 1


def test_reworded_clauses_meet_though_their_numbers_differ(seed: Built) -> None:
    versions = {version.siglum: version for version in seed.document.versions}
    numbers = {name: {each.id: each.number for each in versions[name].clauses} for name in versions}
    accountable = next(
        each.id for each in versions["A"].clauses if (each.heading or each.text)[:4] == "责任追究"
    )
    row = next(row for row in seed.alignment.rows if accountable in row.cells[0])
    assert [numbers["A"][unit] for unit in row.cells[0]] == ["(二)"]
    assert [numbers["C"][unit] for unit in row.cells[2]] == ["3.", "5."]
    assert all(link.basis in ("wording", "containment") for link in row.links)
    assert all(link.confidence is not Confidence.WEAK for link in row.links)


def test_the_specimens_make_a_site_without_failures(tmp_path: Path) -> None:
    site = build(collection.survey(SPECIMENS), Means(shelf=Shelf(tmp_path)), language="en")
    assert site.failures == ()
    assert {page.uri for page in site.pages} >= {"index.html", "texts/garden-bylaws/synopsis.html"}
