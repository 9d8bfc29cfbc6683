"""Patterns that are compiled when they are first used."""

import copy
import re

import pytest
import regex

from hexapla.lazy_patterns import compile_lazily, compile_lazily_with_properties


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    lamps = compile_lazily("(?P<n>[0-9]+) lamps?", re.IGNORECASE)
    found = lamps.search("there are 12 LAMPS")
    assert found is not None
    assert found["n"] == "12"
    assert lamps.sub("-", "3 lamps") == "-"
    assert dict(lamps.groupindex) == {"n": 1}
    assert lamps.flags & re.IGNORECASE
    assert compile_lazily_with_properties(r"\p{Han}+").fullmatch("灯火") is not None


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = compile_lazily("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("")
    with pytest.raises(regex.error):
        compile_lazily_with_properties(r"\p{Nothing}").search("")


def test_a_pattern_can_be_copied_before_and_after_its_first_use() -> None:
    lamps = compile_lazily("lamps?")
    assert copy.copy(lamps).match("lamp") is not None
    assert lamps.match("lamp") is not None
    assert copy.copy(lamps).match("lamps") is not None
