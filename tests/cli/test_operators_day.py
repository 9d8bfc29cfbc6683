"""What an operator of many documents does each day: check a part, be told the gravest first, pipe, look."""

import io
import json
import subprocess
import sys
import webbrowser
from pathlib import Path

import pytest

from commands import run
from hexapla.findings import Severity
from hexapla.pipeline.check import FORMS, MOST_ANNOTATIONS, CheckRemark
from hexapla.site.hosting_limits import SiteSize, describe_limits

RULES = "第一条 花园由管理小组管理。\n第二条 地块每年抽签分配。\n第五条 本办法自公布之日起施行。\n"


def git(folder: Path, *arguments: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), *name, *arguments], check=True, capture_output=True)  # noqa: S603, S607 - git is where the user has it


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A checkout with a collection of two documents, both with a number that is skipped."""
    for name in ("garden", "house"):
        folder = tmp_path / "source_texts" / name
        folder.mkdir(parents=True)
        (folder / "2020.txt").write_text(RULES, encoding="utf-8")
        (folder / "2024.txt").write_text(RULES.replace("每年", "每两年"), encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "x")
    return tmp_path


def checked(here: Path, *arguments: str) -> set[str]:
    done = run("check", "--no-cache", "--format", "json", *arguments, cwd=here)
    assert done.returncode == 0, done.stderr
    return {each["document"] for each in json.loads(done.stdout)["remarks"] if each["document"]}


def test_documents_that_changed_since_a_commit_are_checked_alone(here: Path) -> None:
    assert checked(here) == {"garden", "house"}
    assert checked(here, "--since", "HEAD") == set()
    (here / "source_texts/house/2024.txt").write_text(RULES.replace("每年", "每月"), encoding="utf-8")
    assert checked(here, "--since", "HEAD") == {"house"}
    assert checked(here, "garden", "--since", "HEAD") == set()
    assert run("check", "--since", "nothing", cwd=here).returncode == 2


@pytest.mark.parametrize("name", ["garden", "GARDEN", "source_texts/garden", "./source_texts/garden/"])
def test_a_document_is_named_by_its_id_or_its_path(name: str, here: Path) -> None:
    assert checked(here, name) == {"garden"}


@pytest.mark.parametrize(
    "command", [("show",), ("compare",), ("align",), ("export", "--format", "json")], ids=lambda each: each[0]
)
def test_commands_without_a_project_take_the_same_names(command: tuple[str, ...], here: Path) -> None:
    own, *options = command
    by_id, by_path = (run(own, name, *options, cwd=here) for name in ("garden", "source_texts/garden"))
    assert by_id.returncode == by_path.returncode == 0, by_id.stderr
    assert by_id.stdout == by_path.stdout
    assert by_id.stdout


@pytest.mark.parametrize("command", ["check", "bundle", "pin"])
def test_a_name_that_is_none_is_told_with_the_nearest(command: str, here: Path) -> None:
    done = run(command, "gardens", cwd=here)
    assert done.returncode == 2
    assert "did you mean garden?" in done.stderr


def remarks(*kinds: tuple[Severity, str, int]) -> list[CheckRemark]:
    return [
        CheckRemark(path=f"{n}.txt", line=n, severity=severity, code=code, message="x", document="d")
        for severity, code, count in kinds
        for n in range(count)
    ]


def test_the_gravest_come_first_and_one_kind_together() -> None:
    mixed = remarks((Severity.NOTE, "b", 2), (Severity.WARNING, "c", 1), (Severity.ERROR, "d", 1))
    lines = FORMS["text"]([*mixed, *remarks((Severity.WARNING, "a", 1))]).splitlines()
    assert [line.rpartition("[")[2] for line in lines] == ["d]", "a]", "c]", "b]", "b]"]


def test_of_a_kind_a_few_are_annotated_and_the_rest_is_counted() -> None:
    many = remarks((Severity.WARNING, "a", MOST_ANNOTATIONS + 3), (Severity.NOTE, "b", MOST_ANNOTATIONS))
    lines = FORMS["github"](many).splitlines()
    assert len(lines) == 2 * MOST_ANNOTATIONS + 1
    assert lines[MOST_ANNOTATIONS] == "::warning title=a::3 more of this kind; hexapla check lists them all"
    assert len(json.loads(FORMS["json"](many))["remarks"]) == len(many)


def test_a_quiet_build_says_what_failed_and_no_more(here: Path) -> None:
    build = ("build", "--no-cache", "--site-dir", "site", "--quiet")
    assert run(*build, cwd=here).stderr == ""
    (here / "source_texts/house/document.yml").write_text("base: [\n")
    told = run(*build, cwd=here)
    assert told.returncode == 1
    assert "house: failed" in told.stderr
    assert "garden" not in told.stderr


@pytest.mark.parametrize("started", [True, False])
def test_a_page_is_shown_in_the_browser(
    started: bool,  # noqa: FBT001 - a parameter of the test
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[str] = []

    def note_address(uri: str) -> bool:
        shown.append(uri)
        return started

    monkeypatch.setattr(webbrowser, "open", note_address)
    done = run("compare", "garden", "--open", cwd=here)
    assert done.returncode == 0, done.stderr
    run("compare", "garden", "-o", "page.html", "--open", cwd=here)
    assert [uri.rpartition("/")[2] for uri in shown] == ["comparison.html", "page.html"]
    assert "两年" in Path(shown[0].removeprefix("file://")).read_text(encoding="utf-8")
    assert ("No browser" in done.stderr) is not started
    assert run("compare", "garden", "--open", "--format", "json", cwd=here).returncode == 2


class Piped(io.TextIOWrapper):
    """A stdin that holds bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")


@pytest.mark.parametrize("command", ["show", "compare", "align"])
def test_stdin_is_a_text(command: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = ("-", "source_texts/garden/2024.txt")
    said = []
    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", Piped(RULES.encode()))
        done = run(command, *files, cwd=here)
        assert done.returncode == 0, done.stderr
        said.append(done.stdout)
    assert said[0] == said[1]
    assert "花园" in said[0] or "第二条" in said[0]


def test_stdin_is_known_by_its_bytes_and_read_once(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<!doctype html><title>t</title><p>第一条 花园。</p><p>第二条 地块。</p>"
    monkeypatch.setattr(sys, "stdin", Piped(page.encode()))
    shown = json.loads(run("show", "-", "--format", "json", cwd=here).stdout)["documents"][0]
    assert (shown["id"], [each["number"] for each in shown["versions"][0]["clauses"]]) == (
        "stdin",
        ["第一条", "第二条"],
    )
    assert run("compare", "-", "-", cwd=here).returncode == 2


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_checkout_of_somebody_else_is_told(
    command: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(here / "none"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(here / "none"))
    done = run(command, "--no-cache", cwd=here)
    assert "safe.directory" in done.stdout + done.stderr


def test_a_shallow_checkout_is_told(here: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{here}", str(clone))
    assert "shallow" in run("check", "--no-cache", cwd=clone).stdout


def test_a_site_that_common_hosts_would_not_take_is_told() -> None:
    small = SiteSize(files=100, octets=10**7, largest=10**6)
    assert list(describe_limits(small)) == []
    large = SiteSize(files=30_000, octets=2 * 10**9, largest=3 * 10**7, largest_name="offline.zip")
    told = "\n".join(describe_limits(large))
    assert "The site has 2.0 GB; GitHub Pages takes 1.0 GB" in told
    assert "The site has 30,000 files; Cloudflare Pages takes 20,000." in told
    assert "offline.zip has 30.0 MB" in told


def test_a_full_disk_is_told_by_the_place(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hexapla.output.copy_bytes", full)
    done = run("compare", "garden", "-o", "out.html", cwd=here)
    assert done.returncode == 2
    assert done.stderr == "error: out.html: No space left on device\n"


@pytest.mark.parametrize(
    "command", [("build", "--site-dir", "made"), ("stage", "made")], ids=lambda each: each[0]
)
def test_a_disk_that_fills_during_a_build_is_told_by_the_place(
    command: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hexapla.site.manifest.write_manifest", full)
    done = run(*command, "--no-cache", cwd=here)
    assert done.returncode == 2
    assert "made: No space left on device" in done.stderr
