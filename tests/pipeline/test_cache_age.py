"""A cache of any age and in any state: a build never depends on what it cleans, and goes on without."""

import os
import time
from pathlib import Path

import pytest

from hexapla import output
from hexapla.pipeline import BuildOptions, cache, open_build_context
from hexapla.pipeline.cache import LOCK, UNUSED_SECONDS, Cache, open_cache
from hexapla.site import publish_site, stage_site, verify_site
from small_collections import bytes_of, made, written

LONG_AGO = time.time() - 60 * 24 * 3600


def laid_out(home: Path) -> Path:
    (home / "mkdocs.yml").write_text(
        "site_name: T\ntheme: {name: material, font: false}\nplugins: [hexapla: {cache: cache}]\n"
    )
    written(home / "source_texts", 2)
    return home


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return laid_out(tmp_path)


@pytest.fixture(scope="module")
def without_cache(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the project's site, built without a cache."""
    home = laid_out(tmp_path_factory.mktemp("without"))
    publish_site(config_file=home / "mkdocs.yml", options=BuildOptions())
    site = home / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def aged(folder: Path) -> set[Path]:
    """Make everything in a cache two months old."""
    found = set(Cache(folder).files())
    for path in found:
        os.utime(path, (LONG_AGO, LONG_AGO))
    return found


def age(path: Path) -> float:
    return time.time() - path.stat().st_mtime


@pytest.mark.parametrize("how", ["publish", "stage"])
def test_a_build_from_an_old_cache_publishes_all(how: str, project: Path) -> None:
    config = project / "mkdocs.yml"
    publish_site(config_file=config)
    assert aged(project / "cache")
    if how == "publish":
        publish_site(config_file=config)
        assert verify_site(project / "site", project / "source_texts") is None
    else:
        stage_site(project / "staged", config_file=config)
    used = set(Cache(project / "cache").files())
    assert used
    assert all(age(path) < UNUSED_SECONDS for path in used), (
        "what was not used is gone, what was used is young again"
    )


def test_mkdocs_itself_cleans_when_the_site_is_written(project: Path) -> None:
    from mkdocs.commands.build import build  # noqa: PLC0415 - as a user of MkDocs calls it
    from mkdocs.config import load_config  # noqa: PLC0415

    publish_site(config_file=project / "mkdocs.yml")
    old = aged(project / "cache")
    (project / "docs").mkdir()
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    assert verify_site(project / "site", project / "source_texts") is None
    assert all(age(path) < UNUSED_SECONDS for path in old if path.exists())


def test_what_another_program_kept_is_cleaned_after_a_month(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project / "cache"
    with monkeypatch.context() as other:
        other.setattr(cache, "stage_version", lambda stage: f"other {stage}")
        made(project / "source_texts", project / "scratch", BuildOptions(cache=folder))
    results = {path for path in aged(folder) if path.parent.parent.name == "results"}
    assert results
    site = made(project / "source_texts", project / "scratch", BuildOptions(cache=folder))
    assert not any(path.exists() for path in results)
    assert bytes_of(site) == bytes_of(made(project / "source_texts", project / "clean"))


def test_nothing_is_cleaned_while_another_build_uses_the_cache(project: Path) -> None:
    folder, root = project / "cache", project / "source_texts"
    made(root, project / "scratch", BuildOptions(cache=folder))
    old = aged(folder)
    with open_cache(folder, lambda _: None):
        with open_build_context(BuildOptions(cache=folder), project / "scratch"):
            pass
        assert all(path.exists() for path in old)
    assert not any(path.exists() for path in old), "the last one to leave cleans"


def a_file(folder: Path) -> None:
    folder.write_text("no folder")


def blobs_is_a_file(folder: Path) -> None:
    folder.mkdir()
    (folder / "blobs").write_text("no folder")


def results_is_a_file(folder: Path) -> None:
    (folder / "blobs").mkdir(parents=True)
    (folder / "results").write_text("no folder")


def lock_is_a_folder(folder: Path) -> None:
    (folder / LOCK).mkdir(parents=True)


def a_blob_is_a_folder(folder: Path) -> None:
    for number in range(256):
        (folder / "blobs").mkdir(parents=True, exist_ok=True)
        (folder / "blobs" / f"{number:02x}").write_text("no folder")


TOLD = [a_file, blobs_is_a_file, results_is_a_file, a_blob_is_a_folder]


@pytest.mark.parametrize("spoil", [*TOLD, lock_is_a_folder], ids=lambda each: each.__name__)
def test_a_cache_that_cannot_be_used_is_told_by_its_name_and_the_bytes_are_the_same(
    spoil: object, project: Path, without_cache: dict[str, bytes]
) -> None:
    folder = project / "cache"
    spoil(folder)  # type: ignore[operator]  # one of the functions above
    told: list[str] = []
    publish_site(config_file=project / "mkdocs.yml", options=BuildOptions(cache=folder, warn=told.append))
    assert [str(folder) in each for each in told] == ([True] if spoil in TOLD else [])
    assert verify_site(project / "site", project / "source_texts") is None
    site = project / "site"
    assert {name: (site / name).read_bytes() for name in without_cache} == without_cache


def test_a_cache_that_takes_no_more_is_told_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, whole = project / "cache", output.write_atomically

    def full(path: Path, data: bytes) -> None:
        if folder in path.parents:
            raise OSError(28, "No space left on device")
        whole(path, data)

    monkeypatch.setattr("hexapla.pipeline.blob_store.write_atomically", full)
    monkeypatch.setattr(cache, "write_atomically", full)
    told: list[str] = []
    site = made(project / "source_texts", project / "work", BuildOptions(cache=folder, warn=told.append))
    (only,) = told
    assert str(folder) in only
    assert "No space left" in only
    assert bytes_of(site) == bytes_of(made(project / "source_texts", project / "clean"))
    assert site.store.page(site.pages[0]).html
