"""Phrases with values: known again by their code, and said in every language of the interface."""

import ast
from pathlib import Path

import pytest

import hexapla.amending
from hexapla.i18n import load_messages, translate_phrase
from hexapla.phrases import PHRASES, read_phrase, write_phrase

AMENDING = Path(hexapla.amending.__file__).parent


@pytest.mark.parametrize("code", PHRASES)
def test_a_phrase_is_known_again(code: str) -> None:
    values = {name: f"‹{name}›" for name in ("name", "place", "words", "number", "line")}
    values |= {name: f"‹{name}›" for name in ("pieces", "labels", "olds", "news")}
    written = write_phrase(code, **values)
    found = read_phrase(written)
    assert found is not None
    assert found[0] == code
    assert "‹" in translate_phrase(load_messages("zh"), written)
    assert translate_phrase(load_messages("zh"), written) != written


def test_a_sentence_of_a_text_is_no_phrase() -> None:
    assert read_phrase("第三条 灯笼常亮。") is None
    assert read_phrase("x" * 10_000) is None


def list_reasons() -> list[str]:
    """Return the constant reasons of doubts in the sources of the package."""
    found: set[str] = set()
    for path in AMENDING.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("DoubtError", "oubt")):
                constants = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                found |= {value for value in constants if isinstance(value, str)}
    return sorted(found)


@pytest.mark.parametrize("reason", list_reasons())
def test_every_reason_of_a_doubt_is_said_in_chinese(reason: str) -> None:
    assert translate_phrase(load_messages("zh"), reason) != reason
