"""A clause of which little stayed is read as two texts; its marks come when they are asked for."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.collection import load_files
from hexapla.pages import render_document
from hexapla.pipeline import build_document

ROOT = Path(__file__).parents[2]
ROW = "A__lvl_4__lvl_2"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "mostly other words, 32% the same"), ("zh", "大部分文字不同，相同的占 32%")]
)
def test_only_a_row_of_which_little_stayed_says_so(language: str, said: str) -> None:
    built = build_document(load_files([ROOT / "source_texts/responsibility-rules"]))
    made = {
        page.uri: page.html for page in render_document(built.alignment, built.comparisons, language=language)
    }
    tree = LexborHTMLParser(made["texts/responsibility-rules/compare-A-C.html"])
    rows = [row for row in tree.css(".hx-row") if said in row.text()]
    assert [row.attributes["id"] for row in rows] == [ROW]
    assert rows[0].css("ins")
    assert rows[0].css_first("label input[data-marks]") is not None
    assert tree.css(".hx-apart") == rows
