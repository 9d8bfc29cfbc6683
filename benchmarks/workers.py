"""A collection built by one process, by several, and by the workers of a Dask cluster: time and bytes.

    python -m benchmarks.workers [DOCUMENTS] [--workers 2]

Seconds are of the clock on the wall, since workers share the work and not its cost: a machine that does other
work as well, or has fewer cores than workers, shows no gain. The sites must be the same to the byte.
"""

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks import collection

__all__ = ["build_in_turn", "main", "write_table"]

CLUSTER = """
import sys
from distributed import LocalCluster
with LocalCluster(n_workers=int(sys.argv[1]), threads_per_worker=1, dashboard_address=None) as cluster:
    print(cluster.scheduler_address, flush=True)
    sys.stdin.read()
"""
"""a program that runs a cluster on this machine until its input ends"""


class BuiltSite(NamedTuple):
    """A site, and what it took."""

    how: str
    seconds: float
    digest: str
    """of the names and bytes of all its files"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, and print the table; 1 if the sites differ."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.workers", description=__doc__)
    parser.add_argument("documents", type=int, nargs="?", default=100)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args(arguments)
    built = list(build_in_turn(asked.documents, asked.workers))
    print(write_table(built, asked.documents))
    return len({each.digest for each in built}) - 1


def build_in_turn(documents: int, workers: int) -> Iterator[BuiltSite]:
    """Build a made-up collection in one process, in several, and by a cluster."""
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        collection.generate(home / "source_texts", documents, 4, 150)
        (home / "docs").mkdir()
        (home / "mkdocs.yml").write_text(collection.CONFIG, encoding="utf-8")
        yield build(home, "one process")
        yield build(home, f"`--workers {workers}`", "--workers", str(workers))
        with run_cluster(workers) as address:
            yield build(home, f"`--scheduler`, {workers} workers", "--scheduler", address)


def build(home: Path, how: str, *options: str) -> BuiltSite:
    """Build the collection, nothing known.

    Raises:
        CalledProcessError: the command failed.
    """
    site = home / "site"
    words = ["--sources", home / "source_texts", "--config-file", home / "mkdocs.yml", "--site-dir", site]
    begun = time.perf_counter()
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "hexapla", "build", *map(str, words), "--no-cache", *options],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    seconds = time.perf_counter() - begun
    digest = hashlib.sha256()
    for path in sorted(each for each in site.rglob("*") if each.is_file()):
        digest.update(f"{path.relative_to(site)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return BuiltSite(how, seconds, digest.hexdigest())


@contextmanager
def run_cluster(workers: int) -> Iterator[str]:
    """Run a Dask cluster on this machine, and give the address of its scheduler."""
    command = [sys.executable, "-c", CLUSTER, str(workers)]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        try:
            assert running.stdout is not None  # noqa: S101 - a pipe was asked for
            yield running.stdout.readline().strip()
        finally:
            if running.stdin is not None:
                running.stdin.close()


def write_table(built: Sequence[BuiltSite], documents: int) -> str:
    """Write the table: seconds, how many times as fast as the first, and whether the bytes are the same.

    >>> print(write_table([BuiltSite("one process", 8.0, "x"), BuiltSite("two", 5.0, "x")], 100))
    | 100 documents of 4 versions, built by | on the clock | speed-up | bytes |
    |---|--:|--:|---|
    | one process | 8.0 s | 1.00 | |
    | two | 5.0 s | 1.60 | the same |
    """
    first = built[0]
    rows = [
        f"| {documents} documents of 4 versions, built by | on the clock | speed-up | bytes |",
        "|---|--:|--:|---|",
        f"| {first.how} | {first.seconds:.1f} s | 1.00 | |",
    ]
    for each in built[1:]:
        same = "the same" if each.digest == first.digest else "**differ**"
        rows.append(f"| {each.how} | {each.seconds:.1f} s | {first.seconds / each.seconds:.2f} | {same} |")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
