"""The language of most documents of a collection, asked before any is made."""

from pathlib import Path

import pytest

from hexapla.collection import guess_texts_language, survey_collection

ZH = "第一条 居民应当在三十日内提出申请。\n第二条 申请由管理员审查。\n"
EN = "Section 1. Every member shall pay the fee.\nSection 2. The fee is for the year.\n"


def wrote(root: Path, texts: str) -> Path:
    """Write a document for each word: its language, or the language that its settings declare behind `=`."""
    for number, word in enumerate(texts.split()):
        language, _, declared = word.partition("=")
        folder = root / f"doc-{number:02}"
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(ZH if language == "zh" else EN, encoding="utf-8")
        if declared:
            (folder / "document.yml").write_text(f"language: {declared}\n", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        ("zh", "zh"),
        ("zh zh en", "zh"),
        ("zh en", None),
        ("en en zh", "en"),
        ("en=de en=de-AT zh", "de"),
        ("en=zh-Hant zh en", "zh"),
        (" ".join(["zh", "en", "zh"] * 20), "zh"),
    ],
)
def test_most_documents_decide(tmp_path: Path, texts: str, language: str | None) -> None:
    assert guess_texts_language(survey_collection(wrote(tmp_path, texts))) == language


def test_a_document_that_cannot_be_read_has_no_say(tmp_path: Path) -> None:
    wrote(tmp_path, "zh en en")
    for broken in ("doc-01", "doc-02"):
        (tmp_path / broken / "document.yml").write_text("language: [", encoding="utf-8")
    assert guess_texts_language(survey_collection(tmp_path)) == "zh"
