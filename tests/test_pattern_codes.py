"""Codes of compiled patterns that stay from one run to the next."""

import atexit
import marshal
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from hexapla import pattern_codes
from hexapla.bytecode_folder import keep_beside_code
from hexapla.pattern_codes import MOST, NAME, KeptCodes, name_libraries, read_codes

PATTERNS = (
    ("re", r"(?P<n>[0-9]+) lamps?", int(re.IGNORECASE)),
    ("re", r"(?i:灯|lamp)(?P<a>x)?(?<!y)", 0),
    ("regex", r"(?P<n>\p{Nd}+) lamps?", int(regex.IGNORECASE)),
    ("regex", r"[\p{Han}--[灯]]+", int(regex.V1)),
)
TEXTS = ("12 LAMPS and 3 lamps", "灯火 Lampx", "٣ lamps 火灯火", "")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(atexit, "register", lambda _: None)


def describe(compiled: "re.Pattern[str]") -> list[object]:
    found = [[(each.span(), each.groupdict()) for each in compiled.finditer(text)] for text in TEXTS]
    return [compiled.pattern, compiled.flags, compiled.groups, dict(compiled.groupindex), found]


@pytest.mark.parametrize("asked", PATTERNS)
def test_a_pattern_of_its_kept_code_does_what_a_compiled_one_does(
    asked: tuple[str, str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, pattern, flags = asked
    plain = {"re": re, "regex": regex}[library].compile(pattern, flags)
    first = KeptCodes()
    assert describe(first.compile(*asked)) == describe(plain)
    first.write()
    monkeypatch.setattr(pattern_codes, "MAKERS", {})  # nothing can be compiled any more
    assert describe(KeptCodes().compile(*asked)) == describe(plain)


def test_runs_add_to_what_others_kept() -> None:
    first, second = KeptCodes(), KeptCodes()
    first.compile("re", "lamps", 0)
    second.compile("re", "boats", 0)
    first.write()
    second.write()
    assert sorted(pattern for _, pattern, _ in read_codes()) == ["boats", "lamps"]


def test_codes_of_another_interpreter_are_none_and_too_many_are_dropped() -> None:
    keep_beside_code(NAME, b"another", {("re", "lamps", 0): b"x"})
    assert read_codes() == {}
    keep_beside_code(NAME, name_libraries(), {("re", "lamps", 0): bytes(MOST)})
    late = KeptCodes()
    late.compile("re", "boats", 0)
    late.write()
    assert list(read_codes()) == [("re", "boats", 0)]


@pytest.mark.parametrize("kept", [[], b"codes", None, {"lamps": b"x"}])
def test_codes_of_another_shape_are_none_of_ours(kept: object) -> None:
    keep_beside_code(NAME, name_libraries(), kept)
    assert KeptCodes().compile("re", "lamps?", 0).match("lamp") is not None


@pytest.mark.parametrize("asked", PATTERNS)
@pytest.mark.parametrize(
    "code",
    [b"", b"x", b".", b"cos\nnosuchname\n.", pickle.dumps(1)[:-1], marshal.dumps(()), marshal.dumps(7)],
)
def test_a_code_that_cannot_be_run_is_made_anew_and_kept(asked: tuple[str, str, int], code: bytes) -> None:
    library, pattern, flags = asked
    keep_beside_code(NAME, name_libraries(), {asked: code})
    codes = KeptCodes()
    plain = {"re": re, "regex": regex}[library].compile(pattern, flags)
    assert describe(codes.compile(*asked)) == describe(plain)
    codes.write()
    assert read_codes()[asked] != code


def test_where_patterns_are_made_in_another_way_they_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise TypeError

    monkeypatch.setattr(pattern_codes, "run_re_code", refuse)
    codes = KeptCodes()
    assert codes.compile("re", "lamps?", 0).match("lamp") is not None
    assert not codes.made


def test_a_run_of_the_program_keeps_its_codes_for_the_next(tmp_path: Path) -> None:
    code = "from hexapla.lazy_patterns import compile_lazily as c; print(c('lamps?').match('lamp')[0])"
    begun = f"import sys; sys.dont_write_bytecode = False; {code}"
    words = [sys.executable, "-X", f"pycache_prefix={tmp_path}", "-c", begun]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout == "lamp\n"  # noqa: S603 - our own
    assert ("re", "lamps?", 0) in read_codes()
