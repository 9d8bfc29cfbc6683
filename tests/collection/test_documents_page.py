"""docs/guide/documents.md tells the truth: its examples are read, its tables are complete."""

from pathlib import Path

import pytest
import regex
from pydantic import BaseModel

from hexapla.collection.alignment_yml import DecisionSettings, read_decisions
from hexapla.collection.document_yml import read_settings
from hexapla.collection.settings import DocumentSettings, ProvenanceSettings, VersionSettings
from hexapla.languages.schemes import SCHEMES
from hexapla.model import Completeness, Order
from hexapla.readers import READERS

PAGE = (Path(__file__).parents[2] / "docs/guide/documents.md").read_text(encoding="utf-8")
EXAMPLES = regex.findall(r"(?ms)^```yaml\n(.*?)^```", PAGE)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 5


@pytest.mark.parametrize("text", EXAMPLES)
def test_examples_are_read(text: str) -> None:
    if text.startswith("-"):
        assert len(read_decisions("alignment.yml", "alignment.yml", text.encode())) == 2
    else:
        files = regex.findall(r"(?:file|base|instrument): ([^\s,}]+)", text) or ["all.txt"]
        assert read_settings("document.yml", text.encode(), files).versions


@pytest.mark.parametrize("model", [DocumentSettings, VersionSettings, ProvenanceSettings])
def test_every_key_has_its_line(model: type[BaseModel]) -> None:
    assert [key for key in model.model_fields if f"\n| `{key}` |" not in PAGE] == []


def test_the_largest_example_has_every_key_but_two() -> None:
    example = max(EXAMPLES, key=len)
    keys = {*DocumentSettings.model_fields, *VersionSettings.model_fields, *ProvenanceSettings.model_fields}
    assert {key for key in keys if f"{key}:" not in example} == {"part", "in_force"}


def test_every_decision_is_shown() -> None:
    assert all(f"{key}:" in PAGE for key in DecisionSettings.model_fields)


@pytest.mark.parametrize("value", [*Order, *Completeness, *READERS])
def test_every_value_is_named(value: str) -> None:
    assert f"`{value}`" in PAGE


def test_every_numbering_is_named() -> None:
    table = PAGE.partition("## Names of numberings")[2]
    named = set(regex.findall(r"`([^`]+)`", table))
    assert {scheme.name for scheme in SCHEMES} - named == set()


def test_the_problems_shown_are_those_that_are_told() -> None:
    text = b"titel: x\nversions:\n- {file: 2018.txt, issued: 2018-3-1}\n- file: 2025.txt\n"
    with pytest.raises(Exception, match="“titel”") as caught:
        read_settings("source_texts/tenancy-rules/document.yml", text, ["2018.txt", "2024.txt"])
    told = str(caught.value).splitlines()
    shown = [
        line for line in PAGE.splitlines() if line.startswith("source_texts/tenancy-rules/document.yml:")
    ]
    assert [line.partition(": ")[2] for line in told] == [line.partition(": ")[2] for line in shown]
