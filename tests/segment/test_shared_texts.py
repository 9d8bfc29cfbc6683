"""The seed, the hard cases and the real texts that lie beside the repository, where they are at hand."""

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from hexapla.model import Completeness, Document, Role
from hexapla.plan import Plan
from hexapla.readers import read
from hexapla.segment import segment
from segment.texts import cut, tiles

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TRICKY = sorted((SHARED / "tricky").glob("*.json"))
GOLD = sorted((SHARED / "cases").glob("*/gold.json"))
SEED = next(iter(sorted((SHARED / "seeds").glob("*.txt"))), None)
missing = pytest.mark.skipif(not TRICKY, reason="the shared texts are not beside the repository")


@cache
def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def printed(document: Document) -> dict[str, Any]:
    versions = [
        {
            "title": version.title,
            "completeness": version.completeness.value,
            "clauses": [
                {
                    "number": clause.number,
                    "heading": clause.heading,
                    "text": clause.text,
                    "depth": clause.depth,
                }
                for clause in version.clauses
            ],
            "findings": [{"code": one.code} for one in version.findings],
        }
        for version in document.versions
    ]
    findings = [{"code": one.code} for one in document.findings]
    return {"documents": [{"title": document.title, "versions": versions, "findings": findings}]}


@missing
@pytest.mark.parametrize("path", TRICKY, ids=lambda path: path.stem)
def test_hard_case(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    kind = "text/markdown" if case.get("suffix") == ".md" else "text/plain"
    document = cut(case["text"], kind)
    tiles(document)
    state, notes = loaded(SHARED / "score" / "score_tricky.py").score(case, printed(document))
    assert state["ok"], notes


@missing
def test_the_seed_is_read_as_a_careful_reader_would() -> None:
    assert SEED is not None
    document = segment([read(SEED.name, SEED.read_bytes())], Plan(id=SEED.stem))
    tiles(document)
    assert document.promised == 5
    assert [version.label for version in document.versions] == ["第一篇", "第二篇", "第三篇", "第四篇"]
    assert [version.numbered for version in document.versions] == [12, 0, 18, 5]
    whole = [version.completeness is Completeness.WHOLE for version in document.versions]
    assert whole == [True, True, True, False]
    codes = {
        one.severity.value
        for one in (*document.findings, *(f for v in document.versions for f in v.findings))
    }
    assert codes == {"note"}
    assert "promised_version_missing" in {one.code for one in document.findings}


@missing
@pytest.mark.slow
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.parent.name)
def test_every_mark_of_the_gold_is_found(path: Path) -> None:
    benchmark = loaded(ROOT / "benchmarks" / "segmentation.py")
    gold = json.loads(path.read_text(encoding="utf-8"))
    marks = benchmark.gold_marks(gold)
    for version in gold["versions"]:
        document = cut(benchmark.decoded(path.parent / version["file"]))
        tiles(document)
        units = [one for cutting in document.versions for one in cutting.clauses if one.role is not Role.PART]
        found = {benchmark.plain(one.number) for one in units if one.number}
        assert set(marks[version["id"]]) <= found
