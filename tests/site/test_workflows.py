"""Workflows, ours and those of a new collection: what is wrong with them shows on a server only."""

import re
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hexapla.cli import app
from workflows import PINNED, loaded, steps

ROOT = Path(__file__).parents[2]
SCAFFOLD = ROOT / "generator/hexapla/site/scaffold"
GITHUB = [ROOT / ".github/workflows/site.yml", SCAFFOLD / "github/workflows/texts.yml"]
GITLAB = SCAFFOLD / "gitlab-ci.yml"
PUBLISHING = {"pages": "write", "id-token": "write"}
PAGES_ONLY = "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"
JOB = {"runs-on", "timeout-minutes", "needs", "if", "permissions", "environment", "steps"}

each_workflow = pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)


@cache
def options(command: str) -> frozenset[str]:
    told = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).stdout
    return frozenset(re.findall(r"--?[a-z][a-z-]*", told))


def calls(text: str) -> list[tuple[str, list[str]]]:
    """Return subcommands of ours that scripts call, and their options."""
    found = re.findall(r"(?<=[ /])hexapla ([a-z]+)([^\n|>]*)", text)
    return [(command, re.findall(r"(?<=\s)--?[a-z][a-z-]*", rest)) for command, rest in found]


@each_workflow
def test_rights_are_few(path: Path) -> None:
    workflow = loaded(path)
    assert workflow["permissions"] == {"contents": "read"}
    given = {name: job.get("permissions") for name, job in workflow["jobs"].items()}
    assert given == {"build": None, "publish": PUBLISHING}
    assert workflow["jobs"]["publish"]["if"] == PAGES_ONLY


@each_workflow
def test_strangers_code_runs_without_our_rights(path: Path) -> None:
    assert set(loaded(path)["on"]) <= {"push", "pull_request", "workflow_dispatch"}
    assert "secrets." not in path.read_text(encoding="utf-8")


@each_workflow
def test_every_job_and_step_is_well_formed(path: Path) -> None:
    workflow = loaded(path)
    assert set(workflow) == {"name", "on", "permissions", "concurrency", "jobs"}
    for job in workflow["jobs"].values():
        assert set(job) <= JOB
        assert job["runs-on"] == "ubuntu-latest"
        assert 0 < job["timeout-minutes"] <= 60
        assert job.get("needs", "build") in workflow["jobs"]
    for step in steps(workflow):
        assert set(step) <= {"name", "id", "if", "uses", "run", "with", "env"}
        assert ("uses" in step) != ("run" in step)


@each_workflow
def test_actions_are_pinned_and_keep_no_credentials(path: Path) -> None:
    used = [step for step in steps(loaded(path)) if "uses" in step]
    assert used
    for step in used:
        assert PINNED.fullmatch(step["uses"])
        if step["uses"].startswith("actions/checkout"):
            assert step["with"] == {"fetch-depth": 0, "persist-credentials": False}


@each_workflow
def test_no_name_of_a_branch_or_title_becomes_part_of_a_script(path: Path) -> None:
    for step in steps(loaded(path)):
        assert "${{" not in step.get("run", "")
        for value in step.get("env", {}).values():
            assert value == "${{ github.event.pull_request.base.sha }}"


@each_workflow
def test_a_pull_request_gets_annotations_a_summary_and_a_preview(path: Path) -> None:
    made = list(steps(loaded(path)))
    text = "\n".join(step.get("run", "") for step in made)
    assert "hexapla check --format github" in text
    assert 'hexapla changes --since "$BASE" >> "$GITHUB_STEP_SUMMARY"' in text
    assert "hexapla bundle --output preview.zip" in text
    (kept,) = [step for step in made if step.get("uses", "").startswith("actions/upload-artifact")]
    assert kept["with"] == {"name": "preview", "path": "preview.zip"}
    assert kept["if"] == "github.event_name == 'pull_request'"


@pytest.mark.parametrize("path", [*GITHUB, GITLAB], ids=lambda path: path.name)
def test_commands_and_their_options_exist(path: Path) -> None:
    found = calls(path.read_text(encoding="utf-8"))
    assert {command for command, _ in found} >= {"bundle", "changes", "check", "verify"}
    for command, asked in found:
        assert set(asked) <= options(command), command


def test_gitlab_checks_merge_requests_and_publishes_the_default_branch() -> None:
    record = loaded(GITLAB)
    assert set(record) == {"image", "variables", "cache", "before_script", "check", "pages"}
    assert re.fullmatch(r"python:3\.\d+", record["image"])
    for job in ("check", "pages"):
        assert set(record[job]) == {"rules", "script", "artifacts"}
        assert all(isinstance(line, str) for line in record[job]["script"])
    assert record["check"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    assert record["check"]["artifacts"]["paths"] == ["preview.zip", "changes.md"]
    assert record["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert record["pages"]["artifacts"]["paths"] == ["public"]
    assert "PROTECTED" in record["cache"]["key"]
