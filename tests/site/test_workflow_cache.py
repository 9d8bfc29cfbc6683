"""The workflow of a new collection with a cache that is two months old, and with that of another program.

A server restores what it kept of an earlier run. What its workflow says and builds must be what it says and
builds without a cache; what was used is young again, and what another program kept is not used.
"""

import os
import re
import shlex
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands import run
from hexapla.pipeline import cache
from hexapla.pipeline.cache import UNUSED_SECONDS, Cache
from hexapla.site import create_collection
from workflows import loaded, steps

pytestmark = pytest.mark.xdist_group("publish")

LONG_AGO = time.time() - 60 * 24 * 3600
KEPT = ".cache/hexapla"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new collection under version control, whose second commit changes a text."""
    home = tmp_path / "ours"
    create_collection(home)
    git(home, "init", "-q")
    commit(home)
    text = next(iter(sorted((home / "source_texts").rglob("*.txt"))))
    text.write_text(text.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    commit(home)
    return home


def git(home: Path, *words: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", "-C", home, *who, *words], check=True, capture_output=True)  # noqa: S603, S607


def commit(home: Path) -> None:
    git(home, "add", "-A")
    git(home, "commit", "-qm", "texts")


def commands(home: Path) -> Iterator[list[str]]:
    """Yield the words of each call of ours in the workflow; where it asks for a base, the commit before."""
    for step in steps(loaded(home / ".github/workflows/texts.yml")):
        for line in step.get("run", "").splitlines():
            if called := re.match(r"hexapla (.*?)(?: >> .*)?$", line):
                yield shlex.split(called[1].replace("$BASE", "HEAD~1"))


def done(home: Path) -> tuple[list[tuple[int, str, str]], dict[str, bytes]]:
    """Run the workflow; return what its commands said, and the files of the site and of the preview."""
    said = []
    for words in commands(home):
        finished = run(*words, cwd=home)
        said.append((finished.returncode, finished.stdout, finished.stderr))
    made = {
        str(path.relative_to(home)): path.read_bytes()
        for path in (home / "preview.zip", *sorted((home / "site").rglob("*")))
        if path.is_file()
    }
    return said, made


def kept(home: Path) -> set[Path]:
    return set(Cache(home / KEPT).files())


def age(home: Path) -> set[Path]:
    """Make all that is kept two months old."""
    files = kept(home)
    for path in files:
        os.utime(path, (LONG_AGO, LONG_AGO))
    return files


def is_young(path: Path) -> bool:
    return time.time() - path.stat().st_mtime < UNUSED_SECONDS


def test_the_workflow_calls_what_it_should(project: Path) -> None:
    assert [words[0] for words in commands(project)] == ["check", "changes", "build", "bundle", "verify"]


def test_with_a_cache_that_is_two_months_old_all_is_as_without_one(project: Path) -> None:
    first = done(project)
    assert all(status == 0 for status, *_ in first[0])
    old = age(project)
    assert old
    assert done(project) == first
    assert [path for path in old if path.exists()], "what was used is kept"
    assert all(is_young(path) for path in kept(project))


def test_with_the_cache_of_another_version_all_is_as_without_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as other:
        other.setattr(cache, "stage_version", lambda stage: f"another {stage}")
        first = done(project)
    results = {path for path in age(project) if path.parent.parent.name == "results"}
    assert results
    second = done(project)
    assert second == first, "the same program in truth, so the same words and bytes"
    assert all(is_young(path) for path in kept(project))
    assert not results & kept(project), "what another version kept is cleaned, when it is old"
