"""Run a command in this process: what a process of its own would print, and its exit status.

A new process loads all libraries anew, which takes seconds. Start one only where the process itself is
tested: its locale, its signals, its limits.
"""

import contextlib
import importlib
import io
import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

__all__ = ["run", "run_under_another_seed"]


def run(
    *words: str | Path,
    cwd: Path | None = None,
    module: str = "hexapla",
    encoding: str = "utf-8",
    errors: str = "strict",
) -> subprocess.CompletedProcess[str]:
    """Run `python -m hexapla …`, or another module's command, in a folder.

    Encoding and errors are those that Python would choose for its output; what is said must be UTF-8.
    """
    command = [module, *map(str, words)]
    status: object = 0
    with (
        caught(encoding, errors) as (out, error),
        contextlib.chdir(cwd or Path.cwd()),
        mock.patch("sys.argv", command),
    ):
        try:
            main = importlib.import_module(f"{module}.__main__")
            main.main() if module == "hexapla" else main.cli()
        except SystemExit as end:
            status = end.code
        sys.stdout.flush()
        sys.stderr.flush()
        said = [stream.getvalue().decode("utf-8") for stream in (out, error)]
    return subprocess.CompletedProcess(command, int(str(status or 0)), *said)


def run_under_another_seed(program: str) -> str:
    """Run a program in a process whose sets and dictionaries have another order; return what it prints."""
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    done = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.rstrip("\n")


@contextlib.contextmanager
def caught(encoding: str, errors: str) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Let what is printed go into buffers; handlers of logs that come meanwhile go afterwards."""
    out, error = io.BytesIO(), io.BytesIO()
    loggers = [logging.getLogger(name) for name in ("", "mkdocs", "hexapla")]
    before = [(logger, [*logger.handlers], logger.level) for logger in loggers]
    streams = [
        io.TextIOWrapper(each, encoding=encoding, errors=errors, write_through=True) for each in (out, error)
    ]
    try:
        with (
            warnings.catch_warnings(),
            contextlib.redirect_stdout(streams[0]),
            contextlib.redirect_stderr(streams[1]),
        ):
            yield out, error
    finally:
        for logger, handlers, level in before:
            logger.handlers[:] = handlers
            logger.setLevel(level)
