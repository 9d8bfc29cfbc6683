"""What is printed is UTF-8 whatever the locale, and a console that lacks a character gets an escape."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
ASCII_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
HARDEST = {**ASCII_LOCALE, "PYTHONIOENCODING": "cp1252"}
"""neither what is printed nor names of files are UTF-8"""


def run(folder: Path, *words: str, **env: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "hexapla", *words],
        cwd=folder,
        env={**os.environ, **env},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "文件/规定").mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "文件/规定"):
        for name, text in TEXTS.items():
            (folder / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_says_the_same_bytes_in_every_locale(words: tuple[str, ...], here: Path) -> None:
    usual = run(here, *words, PYTHONIOENCODING="utf-8", COLUMNS="80")
    assert b"Traceback" not in usual[2]
    usual[1].decode("utf-8")
    usual[2].decode("utf-8")
    for made in ("新文件", ".cache"):
        shutil.rmtree(here / made, ignore_errors=True)
    assert run(here, *words, **HARDEST, COLUMNS="80") == usual
    assert words[0] != "import" or (here / "新文件/旧规.txt").exists()


@pytest.mark.parametrize(
    "env",
    [ASCII_LOCALE, *({"PYTHONIOENCODING": name} for name in ("ascii", "gbk", "latin-1", "utf-16"))],
    ids=lambda env: "-".join(env.values()),
)
def test_data_are_utf8_whatever_python_would_write(env: dict[str, str], here: Path) -> None:
    status, said, _ = run(here, "compare", *TEXTS, **env)
    assert status == 0
    assert "[-应当-]{+可以+}" in said.decode("utf-8")


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
    usual = run(here, "show", "旧规.txt", "--format", "json", LC_ALL="C.UTF-8")
    assert run(here, "show", "旧规.txt", "--format", "json", **latin) == usual
    assert json.loads(usual[1])["documents"][0]["id"] == "旧规"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such console")
@pytest.mark.parametrize(("encoding", "shown"), [("ascii", b"\\u5e94\\u5f53"), ("utf-8", "应当".encode())])
def test_a_console_gets_escapes_for_what_it_cannot_show(encoding: str, shown: bytes, here: Path) -> None:
    import pty  # noqa: PLC0415 - not on Windows

    ours, theirs = pty.openpty()
    env = {**os.environ, "PYTHONIOENCODING": encoding, "TERM": "dumb"}
    command = [sys.executable, "-m", "hexapla", "compare", *TEXTS]
    with subprocess.Popen(command, cwd=here, env=env, stdout=theirs, stderr=subprocess.PIPE) as running:  # noqa: S603 - ours
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 4096):
                said += piece
        except OSError:  # how Linux says that the other end is closed
            pass
        assert running.wait() == 0
    os.close(ours)
    assert shown in said
