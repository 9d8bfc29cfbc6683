"""Real texts that stand beside the repository and are not part of it."""

import json
from pathlib import Path

import pytest

from hexapla.align import align
from hexapla.model import Alignment, Confidence, Version
from hexapla.plan import Plan, VersionPlan
from hexapla.readers import read
from hexapla.segment import segment

SHARED = Path(__file__).parents[3] / "shared"
COMPILATION = SHARED / "seeds" / "000_2b1ac350fdd0b560.txt"
CASES = SHARED / "cases"


@pytest.fixture(scope="module")
def compilation() -> Alignment:
    if not COMPILATION.exists():
        pytest.skip(f"{COMPILATION} is not here")
    source = read(COMPILATION.name, COMPILATION.read_bytes())
    return align(segment([source], Plan(id=COMPILATION.stem)))


def names(version: Version) -> dict[str, str]:
    """Clauses by their numbers from the outermost in, as one cites them."""
    out, above = {}, list[str]()
    for clause in version.clauses:
        del above[clause.depth :]
        above.append((clause.number or "-").strip(".、"))
        out[clause.id] = "".join(above)
    return out


def linked(table: Alignment) -> dict[tuple[str, str], Confidence]:
    shown = {version.siglum: names(version) for version in table.document.versions}
    return {
        (f"{a[0]} {shown[a[0]][a[1]]}", f"{b[0]} {shown[b[0]][b[1]]}"): link.confidence
        for row in table.rows
        for link in row.links
        for a, b in [(link.a, link.b)]
    }


def test_the_compilation_has_these_links_and_no_others(compilation: Alignment) -> None:
    assert set(linked(compilation)) == {
        ("A 二(一)", "C (一)"),
        ("A 二(一)", "D (一)"),
        ("A 二(三)", "C (二)4"),
        ("A 三(二)", "C (三)3"),
        ("A 三(二)", "C (三)5"),
        ("C (一)", "D (一)"),
        ("C (二)1", "D (二)1"),
        ("C (二)2", "D (二)2"),
        ("C (二)3", "D (二)3"),
    }


def test_none_of_the_compilations_links_is_weak(compilation: Alignment) -> None:
    assert Confidence.WEAK not in linked(compilation).values()


def test_what_the_cut_off_part_lacks_after_its_cut_is_not_deleted(compilation: Alignment) -> None:
    sigla = compilation.document.sigla
    third, fourth = sigla.index("C"), sigla.index("D")
    lacking = [row for row in compilation.rows if row.cells[third] and not row.cells[fourth]]
    assert len(lacking) == 11  # (二)4 to 6 and (三)1 to 9, two of which share a row
    assert all(row.not_in_text == ("D",) for row in lacking)


def test_the_news_report_is_a_stranger(compilation: Alignment) -> None:
    unrelated = [dict(found.values) for found in compilation.findings if found.code == "unrelated"]
    assert len(unrelated) == 3
    assert all("B" in {pair["a"][0], pair["b"][0]} for pair in unrelated)


@pytest.mark.parametrize("case", ["zh-derived-securitylaw", "zh-afuca-2019-2025.ocr", "zh-women-2018-2022"])
def test_links_of_real_laws(case: str) -> None:
    folder = CASES / case
    if not folder.exists():
        pytest.skip(f"{folder} is not here")
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    sources = [read(one["file"], (folder / one["file"]).read_bytes()) for one in gold["versions"]]
    plan = Plan(id=case, versions=tuple(VersionPlan(file=source.path) for source in sources))
    table = align(segment(sources, plan))
    shown = [{clause.id: clause.number for clause in one.clauses} for one in table.document.versions]
    predicted = {(shown[0][a], shown[1][b]) for row in table.rows for a in row.cells[0] for b in row.cells[1]}
    wanted = {(a, b) for row in gold["pairs"][0]["alignment"] for a in row["a"] for b in row["b"]}
    assert len(wanted & predicted) >= 0.96 * len(wanted)
