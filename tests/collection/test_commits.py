"""Dates of commits, where a collection is a git checkout."""

import os
import subprocess
from pathlib import Path

import pytest

from hexapla.collection import read_document_files, survey_collection
from hexapla.pipeline.stages import analyse_files


def git(folder: Path, *arguments: str, date: str = "2020-01-01T12:00:00+0800") -> None:
    env = {**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), *name, *arguments], check=True, env=env, capture_output=True)  # noqa: S603, S607 - git is where the user has it


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout in which a.txt was committed in 2020 and 甲.txt in 2022; c.txt is in no commit."""
    git(tmp_path, "init", "-q")
    folder = tmp_path / "texts/rules"
    folder.mkdir(parents=True)
    for name, date in (("a.txt", "2020-05-06"), ("甲.txt", "2022-07-08")):
        (folder / name).write_text("第一条 菜园。\n", encoding="utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", "x", date=f"{date}T12:00:00+0000")
    (folder / "c.txt").write_text("第一条 菜园。\n", encoding="utf-8")
    return tmp_path / "texts"


def dates(root: Path) -> dict[str, str]:
    seen = survey_collection(root)
    built = analyse_files(read_document_files(seen.places[0], seen))
    return {version.source.path: version.date for version in built.document.versions}


def test_the_last_commit_dates_a_text_that_says_nothing(root: Path) -> None:
    assert dates(root) == {"rules/a.txt": "2020-05-06", "rules/甲.txt": "2022-07-08", "rules/c.txt": ""}


def test_what_the_editor_says_goes_before(root: Path) -> None:
    said = "versions: [{file: a.txt, issued: 2018-01-01}, {file: 甲.txt, provenance: {retrieved: 2019}}]"
    (root / "rules/document.yml").write_text(said, encoding="utf-8")
    assert dates(root) == {"rules/a.txt": "2018-01-01", "rules/甲.txt": "2019", "rules/c.txt": ""}


def test_a_shallow_checkout_dates_nothing(root: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root.parent}", str(clone))
    assert set(dates(clone / "texts").values()) == {""}


def test_no_checkout_dates_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("第一条 菜园。\n", encoding="utf-8")
    assert survey_collection(tmp_path).committed == {}
