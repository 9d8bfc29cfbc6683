"""Where texts are looked for: our own are always there, further ones where somebody says so."""

from pathlib import Path

import pytest

import corpora


def test_no_kind_of_text_depends_on_a_further_corpus() -> None:
    for paths in (corpora.golds(), corpora.hard_texts(), corpora.compilations(), corpora.readings()):
        assert any(map(corpora.is_own, paths))


def test_every_folder_of_our_own_says_what_it_is() -> None:
    folders = [path for path in corpora.OWN.rglob("*") if path.is_dir()]
    texts = [path for path in (corpora.BENCHMARK, *corpora.BENCHMARK.iterdir()) if path.is_dir()]
    assert len(folders) + len(texts) > 10
    for folder in (corpora.OWN, *folders, *texts):
        assert "own writing" in (folder / "README.md").read_text(encoding="utf-8"), folder


def test_a_named_corpus_goes_first_and_may_use_either_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tricky").mkdir()
    (tmp_path / "tricky" / "a.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv(corpora.VARIABLE, str(tmp_path))
    assert corpora.further() == tmp_path.resolve()
    monkeypatch.setattr(corpora, "FURTHER", corpora.further())
    assert corpora.hard_texts()[-1].name == "a.json"


def test_a_corpus_that_is_not_there_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(corpora.VARIABLE, str(tmp_path / "away"))
    with pytest.raises(pytest.UsageError, match="is no folder"):
        corpora.further()
