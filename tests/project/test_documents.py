"""The project's own documents agree with the program and with each other."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from typer.main import get_command

from hexapla.cli import app
from workflows import loaded

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator/hexapla"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ROOT_PAGES = sorted(ROOT.glob("*.md"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
HEADING = re.compile(r"^## (\S+) – (\d{4}-\d\d-\d\d|unreleased)$", re.MULTILINE)
NOTES = ROOT / ".ci/release_notes.py"


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


# ---------------------------------------------------------------- pages at the root

PAGES = "README README.zh CHANGELOG CODE_OF_CONDUCT CONTRIBUTING SECURITY".split()


def test_the_project_has_its_documents() -> None:
    assert {path.stem for path in ROOT_PAGES} == set(PAGES)


@pytest.mark.parametrize("path", ROOT_PAGES, ids=lambda path: path.name)
def test_links_lead_to_files_that_are_there(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_a_readme_lists_every_command_and_no_other(name: str) -> None:
    listed = re.findall(r"^\| `hexapla ([a-z]+)", read(name), re.MULTILINE)
    command = get_command(app)
    assert sorted(set(listed)) == sorted(getattr(command, "commands", {}))


def test_the_table_of_changes_names_files_that_are_there() -> None:
    table = read("CONTRIBUTING.md").partition("## Where do I change")[2].partition("\n## ")[0]
    named = re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.[a-z]+)?)`", table)
    places = (PACKAGE, ROOT)
    assert len(named) > 15
    assert [each for each in named if not any((place / each).exists() for place in places)] == []


# ---------------------------------------------------------------- versions


def sections() -> list[tuple[str, str]]:
    """Return versions and dates of the changelog, newest first."""
    return HEADING.findall(read("CHANGELOG.md"))


def test_the_changelog_has_only_headings_that_a_release_can_find() -> None:
    assert re.findall(r"^## .*", read("CHANGELOG.md"), re.MULTILINE) == [
        f"## {version} – {when}" for version, when in sections()
    ]


def test_the_changelog_goes_from_the_newest_to_the_oldest() -> None:
    numbers = [tuple(map(int, version.split("."))) for version, _ in sections()]
    dates = [when for _, when in sections() if when != "unreleased"]
    assert numbers == sorted(set(numbers), reverse=True)
    assert dates == sorted(dates, reverse=True)
    assert len(sections()) - len(dates) <= 1


def test_the_version_stands_in_the_changelog() -> None:
    assert PROJECT["version"] in dict(sections())


def test_what_is_cited_is_the_newest_release() -> None:
    cited = YAML(typ="safe", pure=True).load(read("CITATION.cff"))
    newest = next(each for each in sections() if each[1] != "unreleased")
    assert (str(cited["version"]), str(cited["date-released"])) == newest
    assert cited["license"] == PROJECT["license"]
    assert cited["repository-code"] == PROJECT["urls"]["Source"]


CHANGELOG = """# Changes

## 0.3.0 – unreleased

- Soon.

## 0.2.0 – 2027-02-01

- Now.

## 0.1.0 – 2027-01-01

- Then.
"""


def notes_of(tag: str, version: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Ask for the notes of a tag in a project with our changelog."""
    (folder / ".ci").mkdir()
    (folder / ".ci/release_notes.py").write_bytes(NOTES.read_bytes())
    (folder / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    (folder / "pyproject.toml").write_text(f'[project]\nversion = "{version}"\n', encoding="utf-8")
    return subprocess.run(  # noqa: S603 - our own script
        [sys.executable, folder / ".ci/release_notes.py", tag],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_notes_of_a_release_are_its_section(tmp_path: Path) -> None:
    done = notes_of("v0.2.0", "0.2.0", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "- Now.\n", "")


@pytest.mark.parametrize(
    ("tag", "version", "said"),
    [
        ("v0.1.0", "0.2.0", "pyproject.toml says 0.2.0"),
        ("0.2.0", "0.2.0", "tag v0.2.0"),
        ("v0.3.0", "0.3.0", "## 0.3.0 – YYYY-MM-DD"),
        ("v0.4.0", "0.4.0", "## 0.4.0 – YYYY-MM-DD"),
    ],
)
def test_no_release_without_its_words(tag: str, version: str, said: str, tmp_path: Path) -> None:
    done = notes_of(tag, version, tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


# ---------------------------------------------------------------- forms and hooks


def test_there_are_forms() -> None:
    assert [path.name for path in FORMS] == ["1-wrong-reading.yml", "2-wrong-comparison.yml", "3-other.yml"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_is_one_that_the_host_accepts(path: Path) -> None:
    form = loaded(path)
    assert {"name", "description", "body"} <= set(form) <= {"name", "description", "body", "labels"}
    names = [field["id"] for field in form["body"]]
    assert len(set(names)) == len(names)
    assert any(field.get("validations", {}).get("required") for field in form["body"])
    for field in form["body"]:
        assert set(field) <= {"type", "id", "attributes", "validations"}
        assert field["type"] in {"textarea", "input"}
        assert {"label"} <= set(field["attributes"]) <= {"label", "description", "placeholder", "render"}
        assert field["type"] == "textarea" or "render" not in field["attributes"]


def test_weaknesses_are_led_away_from_the_forms() -> None:
    config = loaded(ROOT / ".github/ISSUE_TEMPLATE/config.yml")
    (link,) = config["contact_links"]
    assert link["url"] == f"{PROJECT['urls']['Source']}/security/advisories/new"
    assert f"<{link['url']}>" in read("SECURITY.md")


def test_the_hooks_are_the_tools_of_make_lint() -> None:
    recipe = re.search(r"^lint:.*\n((?:\t.*\n)+)", read("Makefile"), re.MULTILINE)
    assert recipe is not None
    made = [line.strip().removeprefix("$(BIN)/") for line in recipe[1].splitlines()]
    (local,) = loaded(ROOT / ".pre-commit-config.yaml")["repos"]
    assert local["repo"] == "local"
    assert [hook["entry"].removeprefix(".venv/bin/") for hook in local["hooks"]] == made


def test_updates_are_looked_for_in_workflows_and_packages() -> None:
    record = loaded(ROOT / ".github/dependabot.yml")
    assert record["version"] == 2
    assert {each["package-ecosystem"] for each in record["updates"]} == {"github-actions", "pip"}
