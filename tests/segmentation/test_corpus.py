"""Hard texts, compilations and the marks of gold alignments: our own, and those of a further corpus."""

import json
from pathlib import Path

import pytest
from benchmarks.hard_texts import differences
from benchmarks.marks import cited, marks_of

from corpora import compilations, golds, hard_texts, is_own, label
from hexapla.model import Completeness
from hexapla.plan import Plan, VersionPlan
from hexapla.readers import read_source
from hexapla.segmentation import segment
from hexapla.text import remove_space
from segmentation.texts import cut, tiles

KNOWN = {
    "en-verse": "verses numbered within lines",
    "en-cut-off-mid-word": "a last word is broken off that the text has nowhere else",
}
"""texts of our own whose gold the program does not reach, and why"""
PROMISED = {"village-museum": (4, [14, 0, 12]), "000_2b1ac350fdd0b560": (5, [12, 0, 18, 5])}
"""compilation → versions announced, numbered clauses of those that are there"""


def marked(path: Path) -> object:
    known = KNOWN.get(path.stem) if is_own(path) else None
    return pytest.param(
        path, id=path.stem, marks=pytest.mark.xfail(reason=known, strict=True) if known else ()
    )


@pytest.mark.parametrize("path", [marked(path) for path in hard_texts()])
def test_hard_text(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    document = cut(case["text"], "text/markdown" if case.get("suffix") == ".md" else "text/plain")
    tiles(document)
    assert differences(case, document) == []


def test_our_hard_texts_say_what_they_ask() -> None:
    paths = [path for path in hard_texts() if is_own(path)]
    loaded = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    assert [case["id"] for case in loaded] == [path.stem for path in paths]
    assert all(case["why"] and case["kind"] and case["language"] for case in loaded)
    for case in loaded:
        for expected in (case["expect"], *case["alternatives"]):
            for clause in (one for version in expected["versions"] for one in version["clauses"]):
                assert remove_space(clause["number"]) in remove_space(case["text"])
                assert remove_space(clause["starts"]) in remove_space(case["text"])
    assert len({case["language"] for case in loaded}) >= 12
    assert len(loaded) >= 40


@pytest.mark.parametrize("path", [path for path in compilations() if path.stem in PROMISED], ids=label)
def test_a_compilation_is_read_as_a_careful_reader_would(path: Path) -> None:
    document = segment([read_source(path.name, path.read_bytes())], Plan(id=path.stem))
    tiles(document)
    promised, numbered = PROMISED[path.stem]
    assert document.promised == promised
    assert [version.numbered for version in document.versions] == numbered
    assert [version.label for version in document.versions] == [
        f"第{n}篇" for n in "一二三四"[: len(numbered)]
    ]
    whole = [version.completeness is Completeness.WHOLE for version in document.versions]
    assert whole == [True] * (len(numbered) - 1) + [False]
    found = [*document.findings, *(one for version in document.versions for one in version.findings)]
    assert {one.severity.value for one in found} == {"note"}
    assert "promised_version_missing" in {one.code for one in found}


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=label(path), marks=() if is_own(path) else pytest.mark.slow) for path in golds()],
)
def test_every_mark_of_the_gold_is_found(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    wanted = marks_of(gold)
    for version in gold["versions"]:
        source = read_source(version["file"], (path.parent / version["file"]).read_bytes())
        plan = Plan(id="x", unit=gold.get("unit"), versions=(VersionPlan(file=source.path),))
        document = segment([source], plan)
        tiles(document)
        found = {
            remove_space(one.mark) for held in document.versions for one in cited(held, wanted[version["id"]])
        }
        missing = wanted[version["id"]] - found
        assert not missing, f"{version['id']}: {sorted(missing)}"
