"""`init`: a collection that builds at once, and workflows whose commands exist."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner

from hexapla.cli import app
from hexapla.errors import UsageError
from hexapla.publish import lay_out, publish, verify


@pytest.fixture
def project(tmp_path: Path) -> Path:
    lay_out(tmp_path / "ours")
    return tmp_path / "ours"


def test_it_builds_at_once_without_a_warning(project: Path) -> None:
    published = publish(config_file=project / "mkdocs.yml")
    assert published.site.failures == ()
    assert published.warnings == ()
    assert {str(each.severity) for one in published.site.documents for each in one.findings} <= {"note"}
    assert verify(project / "site", project / "source_texts") is None


@pytest.mark.parametrize("name", [".github/workflows/texts.yml", ".gitlab-ci.yml"])
def test_workflows_are_yaml_and_call_commands_that_exist(project: Path, name: str) -> None:
    text = (project / name).read_text(encoding="utf-8")
    assert isinstance(YAML(typ="safe", pure=True).load(text), dict)
    calls = re.findall(r"(?:run: |- )hexapla (\w+)((?: --[\w-]+)?)", text)
    assert {command for command, _ in calls} == {"build", "changes", "check", "verify"}
    for command, option in calls:
        told = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).stdout
        assert option.strip() in told


def test_a_workflow_takes_no_name_of_a_branch_or_title_into_its_script(project: Path) -> None:
    text = (project / ".github/workflows/texts.yml").read_text(encoding="utf-8")
    for line in re.findall(r"run: .*", text):
        assert "${{" not in line


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(UsageError, match="not empty"):
        lay_out(tmp_path)


def test_a_fresh_repository_is_welcome(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").touch()
    assert lay_out(tmp_path)
