"""Where nothing can be written, every command says so with status 2, and leaves what was there."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import commands
from small_collections import written

CONFIG = "site_name: Test\ntheme: {name: material, font: false}\nplugins: [hexapla: {cache: ''}]\n"
LIMIT = 1024
"""bytes that a file may have: less than every output here"""
TURNS = 3
OLD = "what was there before"

COMMANDS = {
    "bundle": ("bundle", "-o", "out"),
    "stage": ("stage", "fresh"),
    "export": ("export", "long.txt", "--format", "json", "-o", "out"),
    "import": ("import", "long.txt", "--into", "fresh"),
    "compare": ("compare", "source_texts/doc-0/2018.txt", "source_texts/doc-0/2021.txt", "-o", "out.html"),
    "check": ("check", "--format", "sarif", "-o", "out", "--fail-on", "never"),
}
OUTPUTS = {"bundle", "export", "check"}
"""what writes the file `out`"""

pytestmark = pytest.mark.xdist_group("publish")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "docs").mkdir()
    written(tmp_path / "source_texts", 3)
    text = "".join(f"第{number}条 花园由社区管理，地块{number}每年清理。\n" for number in range(1, 200))
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    (tmp_path / "out").write_text(OLD)
    return tmp_path


def run(project: Path, *args: str, limited: bool = False) -> subprocess.CompletedProcess[str]:
    def small() -> None:
        import resource  # noqa: PLC0415 - Windows has none

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))

    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "hexapla", *args],
        cwd=project,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=small if limited else None,
    )


def tree(project: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(project)): path.read_bytes() for path in project.rglob("*") if path.is_file()
    }


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_told_and_leaves_what_was_there(name: str, project: Path) -> None:
    before = tree(project)
    done = run(project, *COMMANDS[name], limited=True)
    assert done.returncode == 2, done.stderr
    assert "File too large" in done.stderr
    assert "error: :" not in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(project) == before


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_an_output_in_a_folder_that_is_not_there_is_told_by_its_own_name(name: str, project: Path) -> None:
    arguments = [each if each != "out" else "nowhere/out" for each in COMMANDS[name]]
    done = commands.run(*arguments, cwd=project)
    assert done.returncode == 2
    assert "there is no folder nowhere" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("stage", "source_texts/x"), ("build", "--site-dir", "source_texts/x")]
)
def test_nothing_is_made_among_the_texts(arguments: tuple[str, ...], project: Path) -> None:
    done = commands.run(*arguments, cwd=project)
    assert done.returncode == 2
    assert "is inside" in done.stderr
    assert not (project / "source_texts/x").exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("name", ["bundle", "stage", "export", "import"])
def test_killed_at_any_moment_the_old_output_stands_or_the_new_one_does(name: str, project: Path) -> None:
    command = [sys.executable, "-m", "hexapla", *COMMANDS[name]]

    def now() -> dict[str, bytes]:
        own = tree(project)
        return {path: data for path, data in own.items() if path.startswith(("out", "fresh"))}

    old = now()
    start = time.monotonic()
    assert run(project, *COMMANDS[name]).returncode == 0
    long = time.monotonic() - start
    new = now()
    assert new != old
    for turn in range(TURNS):
        shutil.rmtree(project / "fresh", ignore_errors=True)
        (project / "out").write_text(OLD)
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, cwd=project, stderr=quiet, start_new_session=True) as running:  # noqa: S603 - our own
            time.sleep(long * (turn + 1) / (TURNS + 1))
            os.killpg(running.pid, signal.SIGKILL)
        found = {path: data for path, data in now().items() if "/." not in path}
        assert found in ({}, old, new) or (name == "import" and found.items() <= {**old, **new}.items()), turn
    assert run(project, *COMMANDS[name]).returncode == 0
    assert now() == new
