"""A site is complete at every instant, whatever happens to a build."""

import ctypes
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commands import run
from hexapla.errors import UsageError
from hexapla.pipeline import BlobStore
from hexapla.site import atomic_replace, publish_site, verify_site
from hexapla.site.atomic_replace import lock_folder, recover_folder, sibling_path
from hexapla.site.verify import open_site
from small_collections import written

CONFIG = "site_name: Test\ntheme: {name: material, font: false}\nplugins: [hexapla]\n"
KILLS = 30
DROP, OVERRIDE = 24, 1
"""PR_CAPBSET_DROP and CAP_DAC_OVERRIDE of Linux: a program started afterwards has to obey modes of files"""

pytestmark = pytest.mark.xdist_group("publish")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a site that was built."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "docs").mkdir()
    written(tmp_path / "source_texts", 2)
    publish_site(config_file=tmp_path / "mkdocs.yml")
    return tmp_path


def command(project: Path, *args: str) -> list[str]:
    config = ("-f", str(project / "mkdocs.yml"))
    cache = () if "--no-cache" in args else ("--cache", str(project / "cache"))
    return [sys.executable, "-m", "hexapla", "build", *config, *cache, *args]


def build(project: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return run(*command(project, *args)[3:])


def leftovers(project: Path) -> list[str]:
    return sorted(path.name for path in project.glob(".site.*"))


@pytest.mark.parametrize("at_once", [True, False], ids=["in one step", "in two"])
def test_one_folder_takes_the_place_of_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, at_once: bool
) -> None:
    old, new = tmp_path / "site", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
        (folder / folder.name).touch()
    if not at_once:
        monkeypatch.setattr(atomic_replace, "exchange_folders", lambda *_: False)
    atomic_replace.replace_folder(new, old)
    assert [path.name for path in old.iterdir()] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def refusing(*names: str) -> Callable[[Path, Path], Path]:
    """Return a `rename` that fails on folders of these names, as on Windows where a file in them is open."""
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name in names:
            raise PermissionError(13, "Access is denied", str(path))
        return rename(path, target)

    return refuse


@pytest.mark.parametrize(("held_open", "kind"), [("site", UsageError), ("new", PermissionError)])
def test_a_folder_in_use_is_told_and_the_old_one_stands(
    held_open: str, kind: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "site", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
        (folder / folder.name).touch()
    monkeypatch.setattr(atomic_replace, "exchange_folders", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refusing(held_open))
    with pytest.raises(kind, match=r"open|denied"):
        atomic_replace.replace_folder(new, old)
    assert [path.name for path in old.iterdir()] == ["site"]
    assert not sibling_path(old, "old").exists()


def test_what_another_worker_holds_open_need_not_be_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = BlobStore(tmp_path)
    digest = store.put(b"x")
    answers = iter([False, True])  # it was not there a moment ago, and then another worker wrote it
    monkeypatch.setattr(BlobStore, "holds", lambda *_: next(answers))

    def denied(*_: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr("hexapla.pipeline.blob_store.write_atomically", denied)
    assert store.put(b"x") == digest


def test_a_site_that_stepped_aside_is_put_back(project: Path) -> None:
    site = project / "site"
    before = dict(open_site(site))
    site.rename(sibling_path(site, "old"))
    recover_folder(site)
    assert dict(open_site(site)) == before
    assert leftovers(project) == []


def test_two_builds_of_one_site_do_not_mix(project: Path) -> None:
    with lock_folder(project / "site"):
        second = build(project)
        assert second.returncode == 2
        assert "Another build is writing" in second.stderr
    assert build(project).returncode == 0
    assert leftovers(project) == []


def test_a_text_that_goes_during_the_build_leaves_the_old_site(project: Path) -> None:
    before = dict(open_site(project / "site"))

    def remove(_: object) -> None:
        for path in (project / "source_texts/doc-0").glob("*"):
            path.unlink()
        (project / "source_texts/doc-0").rmdir()

    with pytest.raises(UsageError, match="removed"):
        publish_site(config_file=project / "mkdocs.yml", on_start=remove)
    assert dict(open_site(project / "site")) == before
    assert leftovers(project) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_disk_leaves_the_old_site(project: Path) -> None:
    before = dict(open_site(project / "site"))
    (project / "source_texts/doc-0/2018.txt").write_text("第一条 全文改写。\n", encoding="utf-8")

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(  # noqa: S603 - our own command
        command(project, "--no-cache"),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=small,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "File too large" in done.stderr
    assert dict(open_site(project / "site")) == before
    assert leftovers(project) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that holds two megabytes: a site, but not two."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True, check=False)  # noqa: S603 - literal
    except OSError:
        pytest.skip("there is no mount here")
    if done.returncode:
        pytest.skip(f"no disk can be mounted: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)  # noqa: S603, S607 - as above


@pytest.mark.skipif(sys.platform != "linux", reason="needs a small disk")
def test_a_disk_that_has_no_room_for_a_second_site_keeps_the_first(project: Path, small_disk: Path) -> None:
    site = small_disk / "site"
    site.mkdir()
    (site / "provenance.json").write_text("{}")
    (site / "index.html").write_text("old")
    done = build(project, "--site-dir", str(site))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "No space left on device" in done.stderr
    assert {path.name: path.read_text() for path in site.iterdir()} == {
        "provenance.json": "{}",
        "index.html": "old",
    }
    assert [path.name for path in small_disk.iterdir()] == ["site"]


def as_anybody() -> None:
    """Give up the administrator's right to write everywhere, if this is the administrator."""
    if os.geteuid() == 0:
        assert ctypes.CDLL(None).prctl(DROP, OVERRIDE, 0, 0, 0) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="needs rights that can be given up")
def test_a_folder_without_the_right_to_write_is_told(project: Path) -> None:
    before = dict(open_site(project / "site"))
    closed = project / "closed"
    closed.mkdir()
    (project / "site").rename(closed / "site")
    closed.chmod(0o555)
    done = subprocess.run(  # noqa: S603 - our own command
        command(project, "--site-dir", str(closed / "site")),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=as_anybody,
    )
    closed.chmod(0o755)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "Permission denied" in done.stderr
    assert dict(open_site(closed / "site")) == before


@pytest.mark.slow
def test_of_two_builds_at_once_one_or_both_succeed_and_the_site_is_whole(project: Path) -> None:
    (project / "source_texts/doc-0/2018.txt").write_text("第一条 全文改写。\n", encoding="utf-8")
    started = [
        subprocess.Popen(command(project), stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own command
        for _ in range(2)
    ]
    said = [process.communicate()[1] for process in started]
    codes = sorted(process.returncode for process in started)
    assert codes in ([0, 0], [0, 2]), said
    assert ("Another build is writing" in "".join(said)) == (2 in codes)
    assert verify_site(project / "site", project / "source_texts") is None
    assert leftovers(project) == []


def test_a_place_that_cannot_be_written_is_told(project: Path) -> None:
    (project / "file").touch()
    done = build(project, "--site-dir", str(project / "file/site"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "file" in done.stderr


@pytest.mark.slow
def test_killed_at_any_moment_the_old_site_stands_complete(project: Path) -> None:
    build(project)
    texts = project / "source_texts"
    rng = random.Random(9)  # noqa: S311 - points in time, no secrets
    start = time.monotonic()
    build(project, "--no-cache")
    long = time.monotonic() - start
    for turn in range(KILLS):
        path = texts / "doc-1/2021.txt"
        path.write_text(path.read_text(encoding="utf-8") + f"第{turn + 4}条 新增。\n", encoding="utf-8")
        with subprocess.Popen(command(project), stderr=subprocess.DEVNULL, start_new_session=True) as running:  # noqa: S603 - our own command
            time.sleep(rng.uniform(0, long))
            os.killpg(running.pid, signal.SIGKILL)
        site = project / "site"
        if not site.exists():
            recover_folder(site)
        assert verify_site(site) is None, turn
    assert build(project).returncode == 0
    assert verify_site(project / "site", texts) is None
    assert leftovers(project) == []
