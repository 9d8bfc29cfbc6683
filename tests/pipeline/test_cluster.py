"""The same tasks on a cluster: a scheduler and two workers on this machine, one killed in mid-build."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hexapla import collection
from hexapla.collection import DocumentFailure
from hexapla.errors import UsageError
from hexapla.pipeline import (
    BuildOptions,
    DocumentSummary,
    SiteOffers,
    build_collection,
    executors,
    find_collection_reuse,
    open_build_context,
)
from small_collections import bytes_of, made, written

DOCUMENTS = 12


def started(module: str, *args: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "distributed.cli." + module, *args]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - Dask's own commands


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """A scheduler's address and its two workers, each a process of its own."""
    distributed = pytest.importorskip("distributed", reason="needs hexapla[dask]")
    info = tmp_path / "scheduler.json"
    plain = ("--no-dashboard", "--scheduler-file", str(info))
    own = ("--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path))
    processes = [started("dask_scheduler", "--host", "127.0.0.1", "--port", "0", *plain)]
    processes += [started("dask_worker", *plain, *own) for _ in range(2)]
    try:
        with distributed.Client(scheduler_file=str(info), timeout="60s", set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield address, processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # Dask warns of its own insides
def test_a_cluster_that_loses_a_worker_makes_the_same_bytes(
    cluster: tuple[str, list["subprocess.Popen[bytes]"]], tmp_path: Path
) -> None:
    address, workers = cluster
    root = written(tmp_path / "texts", DOCUMENTS)
    killed = threading.Event()

    def kill(_: DocumentSummary | DocumentFailure) -> None:
        if not killed.is_set():
            killed.set()
            os.kill(workers[0].pid, signal.SIGKILL)

    with open_build_context(BuildOptions(scheduler=address), tmp_path / "far", on_document=kill) as context:
        site = build_collection(collection.survey_collection(root), context, language="en")
    assert killed.is_set()
    assert workers[0].wait() == -signal.SIGKILL
    assert site.failures == ()
    assert bytes_of(site) == bytes_of(made(root, tmp_path / "near"))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # as above
def test_a_cluster_finds_the_same_clauses_in_several_documents(
    cluster: tuple[str, list["subprocess.Popen[bytes]"]], tmp_path: Path
) -> None:
    address, _ = cluster
    root = written(tmp_path / "texts", 4)
    survey, offers = collection.survey_collection(root), SiteOffers(reuse=True, formats=())
    made: list[Any] = []
    for options in (BuildOptions(scheduler=address), BuildOptions()):
        with open_build_context(options, tmp_path / f"scratch-{len(made)}") as context:
            found, failures = find_collection_reuse(survey, context)
            site = build_collection(survey, context, language="en", offers=offers)
            made.append((found, failures, bytes_of(site)))
    assert made[0] == made[1]
    assert made[0][0].families


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="needs hexapla[dask]")
    monkeypatch.setattr(executors, "CONNECT_TIMEOUT", "100ms")  # refused at once, it is tried again till then
    with (
        pytest.raises(UsageError, match="No scheduler answers"),
        open_build_context(BuildOptions(scheduler="tcp://127.0.0.1:9"), tmp_path),
    ):
        pass
