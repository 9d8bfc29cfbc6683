"""What is printed is UTF-8 whatever the locale, and a console that lacks a character gets an escape."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commands import run
from hexapla.__main__ import main

TEXTS = {
    "旧规.txt": "第一条 借阅人应当在三十日内归还图书。\n",
    "新规.txt": "第一条 借阅人可以在六十日内归还图书。\n",
}
COMMANDS = [
    ("--help",),
    ("compare", *TEXTS),
    ("show", *TEXTS, "--format", "json"),
    ("align", *TEXTS),
    ("export", *TEXTS, "--format", "csv"),
    ("check", "--sources", "文件", "--fail-on", "never"),
    ("import", "旧规.txt", "--into", "新文件"),
    ("show", "没有.txt"),
]
HARDEST = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "cp1252"}
"""neither what is printed nor names of files are UTF-8"""
ALL_OF_THEM = r"""
import sys
from hexapla.__main__ import main
for words in sys.argv[1:]:
    sys.argv = ["hexapla", *words.split("\t")]
    try:
        main()
    except SystemExit as end:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
            stream.buffer.write(b"\0%d\0" % (end.code or 0))
            stream.flush()
"""
"""a program that runs one command after the other: to start a process for each takes long"""


def process(folder: Path, *arguments: str, **env: str) -> tuple[bytes, bytes]:
    """Run Python in a process of its own; return what is on its stdout and stderr."""
    done = subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80", **env},
        capture_output=True,
        check=True,
    )
    return done.stdout, done.stderr


def project(folder: Path) -> Path:
    (folder / "文件/规定").mkdir(parents=True)
    for place in (folder, folder / "文件/规定"):
        for name, text in TEXTS.items():
            (place / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


@pytest.fixture(scope="module")
def hardest(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], tuple[str, str, str]]:
    """Exit status, stdout and stderr of every command where the locale knows ASCII only."""
    folder = project(tmp_path_factory.mktemp("hardest") / "project")
    streams = process(folder, "-c", ALL_OF_THEM, *map("\t".join, COMMANDS), **HARDEST)
    said, told = (stream.decode("utf-8").split("\0") for stream in streams)
    assert (folder / "新文件/旧规.txt").exists()
    found = zip(said[1::2], said[::2], told[::2], strict=False)
    return dict(zip(COMMANDS, found, strict=True))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_says_the_same_bytes_in_every_locale(
    words: tuple[str, ...],
    here: Path,
    hardest: dict[tuple[str, ...], tuple[str, str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    usual = run(*words, cwd=here)
    status, said, told = hardest[words]
    assert (int(status), told) == (usual.returncode, usual.stderr)
    called = re.compile(r"Usage: .*")  # by the name under which the process was started
    assert called.sub("", said) == called.sub("", usual.stdout)
    assert not {"\x1b", "Traceback"} & set(re.findall(r"\x1b|Traceback", said + told))


@pytest.mark.parametrize(
    ("encoding", "errors"),
    [("ascii", "surrogateescape"), *((each, "strict") for each in ("ascii", "gbk", "latin-1", "utf-16"))],
)
def test_data_are_utf8_whatever_python_would_write(encoding: str, errors: str, here: Path) -> None:
    done = run("compare", *TEXTS, cwd=here, encoding=encoding, errors=errors)
    assert done.returncode == 0
    assert "[-应当-]{+可以+}" in done.stdout


@pytest.fixture(scope="module")
def latin(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A locale whose encoding is Latin-1, made for this test."""
    place = tmp_path_factory.mktemp("locale")
    program = shutil.which("localedef")
    if program is None:
        pytest.skip("there is no localedef to make a locale with")
    command = [program, "-i", "en_US", "-f", "ISO-8859-1", str(place / "en_US.ISO-8859-1")]
    made = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - of the system
    if made.returncode:
        pytest.skip(f"no locale can be made: {made.stderr.decode(errors='replace').strip()}")
    return {"LOCPATH": str(place), "LC_ALL": "en_US.ISO-8859-1"}


def test_names_of_files_are_read_alike_in_a_latin_1_locale(here: Path, latin: dict[str, str]) -> None:
    words = ("show", "旧规.txt", "--format", "json")
    said, _ = process(here, "-m", "hexapla", *words, **latin)
    assert said.decode("utf-8") == run(*words, cwd=here).stdout
    assert json.loads(said)["documents"][0]["id"] == "旧规"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such console")
@pytest.mark.parametrize(("encoding", "shown"), [("ascii", b"\\u5e94\\u5f53"), ("utf-8", "应当".encode())])
def test_a_console_gets_escapes_for_what_it_cannot_show(
    encoding: str, shown: bytes, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pty  # noqa: PLC0415 - not on Windows

    ours, theirs = pty.openpty()
    monkeypatch.setattr(sys, "argv", ["hexapla", "compare", *(str(here / name) for name in TEXTS)])
    with os.fdopen(theirs, "w", encoding=encoding) as console:
        monkeypatch.setattr(sys, "stdout", console)
        with pytest.raises(SystemExit) as ended:
            main()
        monkeypatch.undo()
    assert not ended.value.code
    said = b""
    try:
        while piece := os.read(ours, 4096):
            said += piece
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(ours)
    assert shown in said
