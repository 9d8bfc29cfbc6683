"""What was made before is not made again, and nothing of that shows: the bytes are those of a clean build."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import hexapla
from hexapla import collection
from hexapla.errors import UsageError
from hexapla.model import Source
from hexapla.pipeline import (
    AnalysedDocument,
    BuildOptions,
    build,
    build_collection,
    cache,
    document_product,
    executors,
    open_build_context,
    stages,
)
from hexapla.pipeline.cache import SIGNATURE_DIGITS, sign_result
from hexapla.pipeline.program_version import STAGES, stage_version
from hexapla.readers import read_source
from small_collections import Counting, add_version, bytes_of, made, written

IMPORTED = re.compile(r"^ *from hexapla\.(\w+)", re.MULTILINE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path / "texts")


def done_for(root: Path, folder: Path) -> tuple[list[str], dict[str, str]]:
    """Build with a cache, and say for which documents there was work."""
    executor = Counting()
    with open_build_context(BuildOptions(cache=folder), folder) as context:
        site = build_collection(
            collection.survey_collection(root), replace(context, executor=executor), language="en"
        )
    return executor.documents, bytes_of(site)


def test_a_new_version_costs_its_document_alone(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    assert done_for(root, folder)[0] == ["doc-0", "doc-1", "doc-2"]
    assert done_for(root, folder)[0] == []
    add_version(root, "doc-1")
    documents, digests = done_for(root, folder)
    assert documents == ["doc-1"]
    assert digests == bytes_of(made(root, tmp_path / "clean"))


def test_stages_of_a_document_are_remembered_one_by_one(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache"
    done_for(root, folder)
    asked: list[str] = []

    def noted(path: str, data: bytes, *, encoding: str | None) -> Source:
        asked.append(path)
        return read_source(path, data, encoding=encoding)

    monkeypatch.setattr(stages, "read_source", noted)
    add_version(root, "doc-1")
    done_for(root, folder)
    assert asked == ["doc-1/2024.txt"]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: data[:0],
    "cut short": lambda data: data[:-1],
    "one byte changed": lambda data: data[:-9] + b"\x00" + data[-8:],
    "another file": lambda data: data[:0] + b"\xff",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damaged_entries_are_made_again(root: Path, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    folder = tmp_path / "cache"
    clean = done_for(root, folder)[1]
    for path in cache.Cache(folder).files():
        path.write_bytes(damage(path.read_bytes()))
    documents, digests = done_for(root, folder)
    assert documents == ["doc-0", "doc-1", "doc-2"]
    assert digests == clean


Record = dict[str, list[dict[str, str]]]


def forged(folder: Path, change: Callable[[Record], None]) -> None:
    """Change every product in a cache as somebody would who can write it."""
    kept = cache.Cache(folder)
    for path in kept.files():
        data = path.read_bytes()[SIGNATURE_DIGITS:]
        if data.startswith(b'{"summary"'):
            record = json.loads(data)
            change(record)
            new = json.dumps(record).encode()
            path.write_bytes(sign_result(path.name, new) + new)


def outside(record: Record) -> None:
    record["files"][0]["uri"] = "texts/doc-0/../../../escaped.html"


def elsewhere(record: Record) -> None:
    record["pages"][0]["digest"] = "../../../../../../etc/passwd"


@pytest.mark.parametrize("change", [outside, elsewhere])
def test_an_entry_that_leads_elsewhere_is_not_used(
    root: Path, tmp_path: Path, change: Callable[[Record], None]
) -> None:
    folder = tmp_path / "cache"
    clean = done_for(root, folder)[1]
    forged(folder, change)
    documents, digests = done_for(root, folder)
    assert documents == ["doc-0", "doc-1", "doc-2"]
    assert digests == clean


def test_with_a_key_entries_of_others_are_not_used(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache"
    done_for(root, folder)
    monkeypatch.setenv(cache.KEY, "secret")
    assert done_for(root, folder)[0] == ["doc-0", "doc-1", "doc-2"]
    assert done_for(root, folder)[0] == []


def test_another_program_finds_nothing(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cache"
    done_for(root, folder)
    monkeypatch.setattr(cache, "stage_version", lambda stage: f"other {stage}")
    assert done_for(root, folder)[0] == ["doc-0", "doc-1", "doc-2"]


def test_every_stage_has_a_version_of_its_own() -> None:
    assert len({stage_version(stage) for stage in STAGES}) == len(STAGES)


def test_two_workers_make_the_same_bytes(root: Path, tmp_path: Path) -> None:
    alone = bytes_of(made(root, tmp_path / "one"))
    assert bytes_of(made(root, tmp_path / "two", BuildOptions(workers=2))) == alone


def test_a_mistake_of_ours_in_one_document_is_told_and_costs_that_document_alone(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_well = document_product.make_product

    def fails_once(
        built: AnalysedDocument, task: document_product.DocumentTask
    ) -> document_product.RenderedDocument:
        if task.material.id == "doc-1":
            raise ZeroDivisionError("by accident")
        return made_well(built, task)

    monkeypatch.setattr(document_product, "make_product", fails_once)
    site = made(root, tmp_path / "shelf")
    assert [each.id for each in site.documents] == ["doc-0", "doc-2"]
    (failure,) = site.failures
    assert failure.id == "doc-1"
    assert "ZeroDivisionError: by accident" in str(failure.problems[0])


def test_workers_of_another_version_are_refused(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        build, "run_signed", lambda do, task: executors.SignedResult(by="other", result=do(task))
    )
    with pytest.raises(UsageError, match="another version"):
        made(root, tmp_path)


def test_a_text_that_vanishes_while_it_is_read_stops_the_build(root: Path, tmp_path: Path) -> None:
    survey = collection.survey_collection(root)
    for path in (root / "doc-2").iterdir():
        path.unlink()
    (root / "doc-2").rmdir()
    with (
        open_build_context(BuildOptions(), tmp_path / "shelf") as context,
        pytest.raises(UsageError, match="removed"),
    ):
        build_collection(survey, context, language="en")


@pytest.mark.parametrize("stage", [stage for stage, rooms in STAGES.items() if rooms])
def test_a_stage_is_known_by_all_that_it_imports(stage: str) -> None:
    package = Path(hexapla.__file__).parent
    rooms = set(STAGES[stage])
    files = [path for room in rooms for path in (package / f"{room}.py", *(package / room).rglob("*.py"))]
    sources = (path.read_text(encoding="utf-8") for path in files if path.exists())
    assert {name for source in sources for name in IMPORTED.findall(source)} <= rooms
