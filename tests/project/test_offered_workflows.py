"""The action for GitHub and the component for GitLab do what the workflows of a new collection do."""

import re
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from workflows import PINNED, loaded, steps

ROOT = Path(__file__).parents[2]
SCAFFOLD = ROOT / "generator/hexapla/site/scaffold"
ACTION = loaded(ROOT / "action.yml")
RUN: list[dict[str, Any]] = ACTION["runs"]["steps"]
SPEC, COMPONENT = YAML(typ="safe", pure=True).load_all((ROOT / "templates/hexapla.yml").read_text("utf-8"))


def commands(scripts: str) -> set[str]:
    """Return which of our commands are run."""
    return set(re.findall(r"^ *(?:- )?hexapla (\w+)", scripts, re.MULTILINE))


def test_the_action_does_what_the_workflow_of_a_new_collection_does() -> None:
    (workflow,) = (SCAFFOLD / "github/workflows").glob("*.yml")
    theirs = commands("\n".join(step.get("run", "") for step in steps(loaded(workflow))))
    assert commands("\n".join(step.get("run", "") for step in RUN)) == theirs


def test_the_action_uses_pinned_actions_and_no_text_from_outside_becomes_a_script() -> None:
    for step in RUN:
        assert "uses" not in step or PINNED.fullmatch(step["uses"])
        assert "${{" not in step.get("run", "")
        assert "run" not in step or step["shell"] == "bash"
    assert ACTION["runs"]["using"] == "composite"


def test_every_input_is_described_used_and_in_the_manual() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    manual = (ROOT / "docs/guide/publish.md").read_text(encoding="utf-8")
    for name, said in ACTION["inputs"].items():
        assert set(said) == {"description", "default"}
        assert f"inputs.{name}" in text
        assert f"| `{name}` |" in manual


def test_the_component_does_what_the_pipeline_of_a_new_collection_does() -> None:
    theirs = loaded(SCAFFOLD / "gitlab-ci.yml")
    for own, other in (("hexapla-check", "check"), ("pages", "pages")):
        assert commands("\n".join(COMPONENT[own]["script"])) == commands("\n".join(theirs[other]["script"]))
        assert COMPONENT[own]["rules"] == theirs[other]["rules"]
        assert COMPONENT[own]["artifacts"] == theirs[other]["artifacts"]


def test_every_input_of_the_component_is_used() -> None:
    text = (ROOT / "templates/hexapla.yml").read_text(encoding="utf-8")
    assert [name for name in SPEC["spec"]["inputs"] if f"$[[ inputs.{name} ]]" not in text] == []


def test_the_manual_calls_the_action_by_the_tag_that_a_release_moves() -> None:
    release = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    assert 'git/refs/tags/$major"' in release
    for page in ("README.md", "README.zh.md", "docs/guide/publish.md"):
        assert "uses: hexapla/hexapla@v0" in (ROOT / page).read_text(encoding="utf-8")


def test_the_container_is_made_of_what_the_wheels_need() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert ignored[0] == "*"
    assert [name for name in ignored[1:] if not (ROOT / name.removeprefix("!")).exists()] == []
