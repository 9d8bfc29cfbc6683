"""The steps of the action, of the component and of a new collection's pipelines, run as the servers run them.

What takes from a network (actions of others, installing) is left out. Each step is given to the shell that
its server uses, with the environment that the server would set; names with spaces show what is not quoted.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hexapla.site import create_collection, verify_site
from workflows import loaded, steps

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("publish")]

ROOT = Path(__file__).parents[2]
ACTION = loaded(ROOT / "action.yml")
SPEC, COMPONENT = YAML(typ="safe", pure=True).load_all((ROOT / "templates/hexapla.yml").read_text("utf-8"))
EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
INTERPOLATION = re.compile(r"\$\[\[\s*inputs\.([\w-]+)\s*\]\]")
NETWORK = re.compile(r"\bpip install\b")
GITHUB_SHELL = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c")
GITLAB_SHELL = ("sh", "-e", "-c")
ASKED: tuple[dict[str, str], ...] = (
    {},
    {"sources": "our texts", "site-dir": "the site", "config-file": "mkdocs.yml", "fail-on": "never"},
)
"""what a workflow gives to the action"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A new collection under version control, whose second commit changes a text."""
    home = tmp_path / "our collection"
    create_collection(home)
    git(home, "init", "-q", "-b", "main")
    commit(home)
    text = next(iter(sorted((home / "source_texts").rglob("2024.txt"))))
    text.write_text(text.read_text(encoding="utf-8").replace("two", "three"), encoding="utf-8")
    commit(home)
    return home


def git(home: Path, *words: str) -> str:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    done = subprocess.run(["git", "-C", home, *who, *words], check=True, capture_output=True, text=True)  # noqa: S603, S607
    return done.stdout.strip()


def commit(home: Path) -> None:
    git(home, "add", "-A")
    git(home, "commit", "-qm", "texts")


def call(shell: tuple[str, ...], script: str, home: Path, variables: Mapping[str, str]) -> None:
    """Give a script to a shell of which we know only the PATH, as a server does."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    passed = {name: os.environ[name] for name in ("HOME", "PYTHONPATH", "LANG") if name in os.environ}
    done = subprocess.run(  # noqa: S603 - our own scripts
        [*shell, script],
        cwd=home,
        env={**passed, "PATH": path, "CI": "true", **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"


def on_github(run: list[dict[str, Any]], values: Mapping[str, str], event: str, home: Path) -> list[str]:
    """Run the steps of an event; return the names of those that ran."""
    ran = []
    for step in run:
        elsewhere = "event_name == 'pull_request'" in step.get("if", "") and event != "pull_request"
        if "run" not in step or NETWORK.search(step["run"]) or elsewhere:
            continue
        said = {
            name: EXPRESSION.sub(lambda found: values[found[1]], str(value))
            for name, value in step.get("env", {}).items()
        }
        summary = home.parent / "summary.md"
        call(
            GITHUB_SHELL,
            step["run"],
            home,
            {
                "GITHUB_ACTIONS": "true",
                "GITHUB_STEP_SUMMARY": str(summary),
                "GITHUB_EVENT_NAME": event,
                **said,
            },
        )
        ran.append(step.get("name", step["run"]))
    return ran


def values_of(home: Path, asked: Mapping[str, str]) -> dict[str, str]:
    """Return what expressions stand for."""
    given = {name: said["default"] for name, said in ACTION["inputs"].items()} | dict(asked)
    base = git(home, "rev-parse", "HEAD~1")
    return {
        **{f"inputs.{name}": value for name, value in given.items()},
        "github.event.pull_request.base.sha": base,
        "github.event.before": base,
    }


@pytest.mark.parametrize("asked", ASKED, ids=["as it is", "names with spaces"])
@pytest.mark.parametrize("event", ["push", "pull_request"])
def test_the_action_runs(event: str, asked: dict[str, str], home: Path) -> None:
    values = values_of(home, asked)
    sources = home / values["inputs.sources"]
    (home / "source_texts").rename(sources)
    ran = on_github(ACTION["runs"]["steps"], values, event, home)
    assert verify_site(home / values["inputs.site-dir"], sources) is None
    if event == "pull_request":
        assert ran == ["Check", "What changed", "Site", "Preview, to be opened from a disk"]
        assert verify_site(home / "preview.zip", sources) is None
        assert "three" in (home.parent / "summary.md").read_text(encoding="utf-8")
    else:
        assert ran == ["Check", "Site"]


@pytest.mark.parametrize("event", ["push", "pull_request"])
def test_the_workflow_of_a_new_collection_runs(event: str, home: Path) -> None:
    (workflow,) = (home / ".github/workflows").glob("*.yml")
    assert on_github(list(steps(loaded(workflow))), values_of(home, {}), event, home)
    assert verify_site(home / "site", home / "source_texts") is None


def jobs_of_gitlab(named: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each job with its script, inputs put in by their defaults."""
    for name, job in named.items():
        if isinstance(job, dict) and "script" in job:
            yield name, "\n".join(job["script"])


def put_in(script: str, asked: Mapping[str, str]) -> str:
    given = {name: said.get("default", "") for name, said in SPEC["spec"]["inputs"].items()} | dict(asked)
    return INTERPOLATION.sub(lambda found: given[found[1]], script)


@pytest.mark.parametrize("sources", ["source_texts", "our texts"])
@pytest.mark.parametrize("offered", ["component", "pipeline"])
def test_jobs_for_gitlab_run(offered: str, sources: str, home: Path) -> None:
    if offered == "pipeline" and sources != "source_texts":
        pytest.skip("takes no inputs")
    record = COMPONENT if offered == "component" else loaded(home / ".gitlab-ci.yml")
    (home / "source_texts").rename(home / sources)
    base = git(home, "rev-parse", "HEAD~1")
    variables = {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
        "CI_PROJECT_DIR": str(home),
        "CI_COMMIT_BEFORE_SHA": base,
        "GITLAB_CI": "true",
    }
    ran = []
    for name, script in jobs_of_gitlab(record):
        call(GITLAB_SHELL, put_in(script, {"sources": sources}), home, variables)
        ran.append(name)
    assert len(ran) == 2
    assert verify_site(home / "public", home / sources) is None
    assert verify_site(home / "preview.zip", home / sources) is None
    assert "three" in (home / "changes.md").read_text(encoding="utf-8")
