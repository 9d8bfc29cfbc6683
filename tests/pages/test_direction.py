"""Texts that are written from right to left say so, on every page and whatever the interface's language."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from hexapla.collection import load_files
from hexapla.pages import render_document
from hexapla.pipeline import build_document

TEXT = "قانون البئر\nالمادة 1\nالبئر مفتوحة {}.\nالمادة 2\nتغلق البئر ليلا.\n"


def test_texts_from_right_to_left_say_so(tmp_path: Path) -> None:
    for name, word in (("a", "للجميع"), ("b", "للأعضاء")):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(word), encoding="utf-8")
    built = build_document(load_files([tmp_path / "a.txt", tmp_path / "b.txt"]))
    pages = list(render_document(built.alignment, built.comparisons, language="en"))
    told = {
        page.uri.rpartition("/")[2]: {
            (node.attributes["lang"], node.attributes.get("dir"))
            for node in LexborHTMLParser(page.html).css("[lang]")
        }
        for page in pages
    }
    assert all(("ar", "rtl") in found for found in told.values())
    assert all(direction == "rtl" for found in told.values() for tag, direction in found if tag == "ar")
    assert all(direction is None for found in told.values() for tag, direction in found if tag == "en")
