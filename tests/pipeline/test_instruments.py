"""Versions derived by an amending instrument, and the pages and files of instruments."""

import io
import zipfile
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.collection import CollectionSurvey, DocumentLocation, load_document, read_document_files
from hexapla.errors import SettingsError, SourceError
from hexapla.pipeline.document_product import DocumentTask, RenderedDocument, build_product

BASE = "码头办法\n\n第一条 灯笼常亮。\n\n第二条 旗帜常挂。\n\n第三条 违反第二条的，处十元罚款。\n"
DECISION = (
    "关于修改《码头办法》的决定\n一、增加一条，作为第二条：“雨天也亮。”\n"
    "二、将第三条中的“十元”修改为“百元”。\n三、删去第九条。\n条文顺序作相应调整。\n"
)
DERIVED = (
    "码头办法\n\n第一条 灯笼常亮。\n\n第二条 雨天也亮。\n\n第三条 旗帜常挂。\n\n"
    "第四条 违反第三条的，处百元罚款。\n"
)
SETTINGS = """order: chronological
downloads: [instrument]
versions:
  - file: 2019.txt
  - amends: {base: 2019.txt, instrument: 2031.txt}
"""


def write_folder(tmp_path: Path, settings: str = SETTINGS, **texts: str) -> Path:
    """Write a document's folder."""
    folder = tmp_path / "quay"
    folder.mkdir()
    (folder / "document.yml").write_text(settings, encoding="utf-8")
    for name, text in {"2019": BASE, "2031": DECISION, **texts}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def survey(folder: Path) -> CollectionSurvey:
    """Return the collection in which a document lies."""
    return CollectionSurvey(root=folder.parent, places=(), failures=(), ignored=())


def build(folder: Path) -> RenderedDocument:
    """Make the pages and files of a document."""
    material = read_document_files(DocumentLocation("quay", folder), survey(folder))
    made = build_product(DocumentTask(key="", material=material, language="en"))
    assert isinstance(made, RenderedDocument)
    return made


def load(folder: Path) -> object:
    """Read a document's folder."""
    return load_document(read_document_files(DocumentLocation("quay", folder), survey(folder)))


def test_a_version_is_derived_and_its_doubts_are_findings(tmp_path: Path) -> None:
    made = build(write_folder(tmp_path))
    page = next(page for page in made.pages if page.uri.endswith("read-B.html"))
    words = "".join(node.text() for node in LexborHTMLParser(page.html).css(".hx-rc"))
    assert "雨天也亮。" in words
    assert "第四条" in words
    assert "百元" in words
    assert "derived by a program" in page.html
    doubts = [each for each in made.summary.findings if each.code == "amendment_doubtful"]
    assert [(dict(each.values)["at"], each.version) for each in doubts] == [("4", "B")]


def test_an_instrument_page_spells_it_and_leads_both_ways(tmp_path: Path) -> None:
    made = build(write_folder(tmp_path))
    page = next(page for page in made.pages if page.uri.endswith("instrument-A-B.html"))
    tree = LexborHTMLParser(page.html)
    spelled = "".join(node.text() for node in tree.css(".hx-in-w"))
    assert "".join(spelled.split()) == "".join(DECISION.split())
    links = [node.attributes.get("href") or "" for node in tree.css(".hx-in a")]
    inside = [link[1:] for link in links if link.startswith("#")]
    assert {"i-2", "e-1", "i-3", "e-2"} <= set(inside) <= page.anchors
    assert "not authentic" in page.html


def test_an_instrument_that_is_written_is_a_page_and_two_files(tmp_path: Path) -> None:
    settings = "order: chronological\ndownloads: [instrument]\n"
    made = build(write_folder(tmp_path, settings, **{"2031": DERIVED}))
    text = next(file for file in made.files if file.uri.endswith("instrument-A-B.txt")).data.decode()
    assert "增加一条，作为第二条" in text
    word = next(file for file in made.files if file.uri.endswith("instrument-A-B.docx")).data
    assert "增加一条" in zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()
    assert any(page.uri.endswith("instrument-A-B.html") for page in made.pages)


@pytest.mark.parametrize("settings", ["order: chronological\n", "order: parallel\ndownloads: [instrument]\n"])
def test_no_instrument_is_offered_unasked_or_between_different_authors(tmp_path: Path, settings: str) -> None:
    made = build(write_folder(tmp_path, settings, **{"2031": DERIVED}))
    assert not any("instrument" in page.uri for page in made.pages)
    assert not any(file.format == "instrument" for file in made.files)


@pytest.mark.parametrize(
    ("amends", "told"),
    [
        ("{base: 2018.txt, instrument: 2031.txt}", "there is no text “2018.txt”"),
        ("{base: 2019.txt, instrument: 2019.txt}", "base and instrument are the same text"),
        ("{base: 2019.txt}", "instrument"),
    ],
)
def test_what_amends_nothing_is_told_with_its_line(tmp_path: Path, amends: str, told: str) -> None:
    folder = write_folder(tmp_path, SETTINGS.replace("{base: 2019.txt, instrument: 2031.txt}", amends))
    with pytest.raises(SettingsError) as caught:
        load(folder)
    assert any(told in each.message and each.line for each in caught.value.problems)


def test_a_base_in_a_language_without_grammar_is_an_error(tmp_path: Path) -> None:
    base = "Article 1\n\nLes lampes sont allumées la nuit.\n\nArticle 2\n\nLes drapeaux flottent.\n"
    folder = write_folder(tmp_path, **{"2019": base})
    with pytest.raises(SourceError, match="cannot be read"):
        load(folder)
