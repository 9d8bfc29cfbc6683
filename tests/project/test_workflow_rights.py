"""What workflows may do, ours and those of a new collection: few rights, and none near code of strangers."""

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from workflows import PINNED, loaded, steps

ROOT = Path(__file__).parents[2]
OURS = sorted((ROOT / ".github/workflows").glob("*.yml"))
WORKFLOWS = [*OURS, *sorted((ROOT / "generator").rglob("scaffold/github/workflows/*.yml"))]
PAGES = {"pages": "write", "id-token": "write"}
RIGHTS = {
    ("site.yml", "publish"): PAGES,
    ("texts.yml", "publish"): PAGES,
    ("release.yml", "publish"): {"attestations": "write", "id-token": "write"},
    ("release.yml", "announce"): {"contents": "write"},
}
"""which jobs may do more than read"""
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def test_there_are_workflows_to_look_at() -> None:
    assert [path.name for path in WORKFLOWS] == ["release.yml", "site.yml", "tests.yml", "texts.yml"]


@each_workflow
def test_rights_are_declared_and_few(path: Path) -> None:
    workflow = loaded(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        assert job.get("permissions") == RIGHTS.get((path.name, name)), name


@each_workflow
def test_a_job_with_rights_runs_no_code_of_the_repository(path: Path) -> None:
    for name, job in loaded(path)["jobs"].items():
        if (path.name, name) in RIGHTS:
            used = [step.get("uses", "") for step in job["steps"]]
            assert [each for each in used if each.startswith("actions/checkout")] == [], name


@each_workflow
def test_every_action_is_pinned_and_keeps_no_credentials(path: Path) -> None:
    used = [step for step in steps(loaded(path)) if "uses" in step]
    assert used
    for step in used:
        assert PINNED.fullmatch(step["uses"]), step["uses"]
        if step["uses"].startswith("actions/checkout"):
            assert step["with"]["persist-credentials"] is False


def test_an_action_has_one_version_in_all_workflows() -> None:
    found = defaultdict(set)
    for path in WORKFLOWS:
        for step in steps(loaded(path)):
            action, _, version = step.get("uses", "").partition("@")
            found[action].add(version)
    assert {action: versions for action, versions in found.items() if len(versions) > 1} == {}


@each_workflow
def test_no_secret_is_used_and_nothing_from_outside_becomes_a_script(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "pull_request_target" not in text
    for step in steps(loaded(path)):
        assert "${{" not in step.get("run", "")


@each_workflow
def test_every_job_ends_and_no_two_runs_meet(path: Path) -> None:
    workflow = loaded(path)
    assert set(workflow["concurrency"]) == {"group", "cancel-in-progress"}
    for job in workflow["jobs"].values():
        assert 0 < job["timeout-minutes"] <= 60
        needs = job.get("needs", [])
        assert {*([needs] if isinstance(needs, str) else needs)} <= workflow["jobs"].keys()


# ---------------------------------------------------------------- what is tested where


def matrix() -> list[dict[str, str]]:
    include = loaded(ROOT / ".github/workflows/tests.yml")["jobs"]["quick"]["strategy"]["matrix"]["include"]
    assert isinstance(include, list)
    return include


def test_every_python_that_we_name_is_tested() -> None:
    named = {
        each.rpartition(" ")[2]
        for each in PROJECT["classifiers"]
        if each.startswith("Programming Language :: Python :: 3.")
    }
    tested = {row["python"] for row in matrix() if row["system"] == "ubuntu-latest"}
    assert tested == named
    assert "3.11" in named


def test_the_lowest_versions_are_tested_on_the_lowest_python() -> None:
    lowest = [row for row in matrix() if row["versions"] == "lowest-direct"]
    assert [f">={row['python']}" for row in lowest] == [PROJECT["requires-python"]]


def test_three_systems_are_tested() -> None:
    assert {row["system"] for row in matrix()} == {"ubuntu-latest", "macos-latest", "windows-latest"}


def test_only_a_tag_of_a_version_is_released() -> None:
    assert loaded(ROOT / ".github/workflows/release.yml")["on"] == {
        "push": {"tags": ["v[0-9]+.[0-9]+.[0-9]+"]}
    }
