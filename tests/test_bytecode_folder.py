"""What is kept beside the program's bytecode."""

import sys
from pathlib import Path

import pytest

from hexapla.bytecode_folder import find_place, keep_beside_code, read_kept


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_what_is_kept_is_read_again_and_lies_where_bytecode_lies(tmp_path: Path) -> None:
    assert read_kept("lamps") == b""
    keep_beside_code("lamps", b"three")
    assert read_kept("lamps") == b"three"
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".kept"]


def test_half_a_value_is_none() -> None:
    keep_beside_code("lamps", b"three")
    place = find_place("lamps")
    assert place is not None
    place.write_bytes(place.read_bytes()[:-1])
    assert read_kept("lamps") == b""


def test_nothing_is_written_where_python_writes_no_bytecode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep_beside_code("lamps", b"three")
    assert not list(tmp_path.rglob("*"))


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "pycache_prefix", str(blocked))
    keep_beside_code("lamps", b"three")
    assert read_kept("lamps") == b""


def test_an_interpreter_without_bytecode_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    keep_beside_code("lamps", b"three")
    assert find_place("lamps") is None
    assert read_kept("lamps") == b""
