"""What is kept beside the program's bytecode."""

import marshal
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from hexapla.bytecode_folder import find_place, keep_beside_code, read_kept, write_head, write_sum

OIL = b"oil 1"
THREE = {("lamps", 3): b"three"}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_what_is_kept_is_read_again_and_lies_where_bytecode_lies(tmp_path: Path) -> None:
    assert read_kept("lamps", OIL) is None
    keep_beside_code("lamps", OIL, THREE)
    assert read_kept("lamps", OIL) == THREE
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".kept"]


def find_written() -> Path:
    """Keep a value and return its file."""
    keep_beside_code("lamps", OIL, THREE)
    place = find_place("lamps")
    assert place is not None
    return place


def test_a_torn_or_changed_file_is_none_and_written_anew() -> None:
    place = find_written()
    whole = place.read_bytes()
    torn = [whole[:at] for at in range(len(whole))]
    changed = [whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :] for at in range(len(whole))]
    for data in (*torn, *changed, whole + b"\0", b"\0" * 64, b"\xff" * 64):
        place.write_bytes(data)
        assert read_kept("lamps", OIL) is None
    keep_beside_code("lamps", OIL, THREE)
    assert read_kept("lamps", OIL) == THREE


@pytest.mark.parametrize("value", [b"", b"?", b"{", b"[\xff\xff\xff\xff", marshal.dumps(THREE)[:-1]])
def test_a_whole_file_that_holds_no_value_is_none(value: bytes) -> None:
    data = write_head(OIL) + value
    find_written().write_bytes(write_sum(data) + data)
    assert read_kept("lamps", OIL) is None


def test_what_was_made_of_something_else_or_by_another_interpreter_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep_beside_code("lamps", OIL, THREE)
    assert read_kept("lamps", b"oil 2") is None
    assert read_kept("lamps", OIL[:-1]) is None
    for name, other in (("version", "3.99.0 (another)"), ("byteorder", "middle")):
        with monkeypatch.context() as changed:
            changed.setattr(sys, name, other)
            assert read_kept("lamps", OIL) is None
    assert read_kept("lamps", OIL) == THREE


def test_processes_that_write_at_once_leave_a_whole_value_and_nothing_else(tmp_path: Path) -> None:
    code = """import sys; sys.dont_write_bytecode = False
from hexapla.bytecode_folder import keep_beside_code, read_kept
for _ in range(60):
    keep_beside_code("lamps", b"", [int(sys.argv[1])] * 20_000)
    assert len(set(read_kept("lamps", b""))) == 1
"""
    words = [sys.executable, "-X", f"pycache_prefix={tmp_path}", "-c", code]
    at_once = [subprocess.Popen([*words, str(number)]) for number in range(3)]  # noqa: S603 - our own
    assert [process.wait() for process in at_once] == [0, 0, 0]
    kept = read_kept("lamps", b"")
    assert len(kept) == 20_000
    assert [path.name for path in tmp_path.rglob("lamps*")] == [f"lamps.{sys.implementation.cache_tag}.kept"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write anywhere")
def test_a_value_in_a_folder_that_may_only_be_read_is_read_and_not_changed() -> None:
    place = find_written()
    place.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        keep_beside_code("lamps", OIL, "another")
        assert read_kept("lamps", OIL) == THREE
    finally:
        place.parent.chmod(stat.S_IRWXU)


def test_nothing_is_written_where_python_writes_no_bytecode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep_beside_code("lamps", OIL, THREE)
    assert not list(tmp_path.rglob("*"))


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "pycache_prefix", str(blocked))
    keep_beside_code("lamps", OIL, THREE)
    assert read_kept("lamps", OIL) is None


def test_an_interpreter_without_bytecode_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    keep_beside_code("lamps", OIL, THREE)
    assert find_place("lamps") is None
    assert read_kept("lamps", OIL) is None
