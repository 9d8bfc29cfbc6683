"""`comparisons` in a document.yml: what may stand there, and what is said of the rest."""

from pathlib import Path

import pytest

from hexapla.collection import load_files
from hexapla.errors import SettingsError
from hexapla.pipeline import build_document

TEXT = "Article 1. Tools are lent.\n\nArticle 2. Tools are brought back in {} days.\n"


def folder(home: Path, settings: str) -> Path:
    for name in ("a", "b", "c"):
        (home / f"{name}.txt").write_text(TEXT.format(ord(name)))
    (home / "document.yml").write_text(settings)
    return home


@pytest.mark.parametrize(
    ("written", "choice"),
    [
        ("all", ("all",)),
        ("[first, closest]", ("first", "closest")),
        ("[neighbours, A-C]", ("neighbours", "A-C")),
        ("A-C", ("A-C",)),
    ],
)
def test_a_word_or_a_list_of_words_and_pairs(tmp_path: Path, written: str, choice: tuple[str, ...]) -> None:
    loaded = load_files([folder(tmp_path, f"comparisons: {written}\n")])
    assert loaded.plan.comparisons == choice


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("some", "“some” names no comparisons"),
        ("[A-A]", "“A-A” names no comparisons"),
        ("[]", "the list is empty"),
        ("{a: b}", "write one word, or a list of words and pairs"),
    ],
)
def test_anything_else_is_said_with_what_may_stand_there(tmp_path: Path, written: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        load_files([folder(tmp_path, f"comparisons: {written}\n")])


def test_a_pair_of_a_version_that_is_not_there_is_an_error_where_sigla_are_settled(tmp_path: Path) -> None:
    listed = "".join(f"  - {{file: {name}.txt, siglum: {name}}}\n" for name in ("a", "b", "c"))
    with pytest.raises(SettingsError, match="“d” is no siglum"):
        load_files([folder(tmp_path, f"comparisons: [a-d]\nversions:\n{listed}")])


def test_and_where_they_are_given_out(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="“D” is no siglum; the sigla are A, B, C"):
        build_document(load_files([folder(tmp_path, "comparisons: [A-D]\n")]))
