"""Styles and scripts keep to their budgets; texts written from right to left say so on every page."""

import gzip
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from hexapla.collection import load_files
from hexapla.pages import SCRIPTS, STYLES, build_assets, build_site_assets, render_document
from hexapla.pipeline import build_document

SCRIPT_BUDGET = 12 * 1024
ON_DEMAND = 6.75 * 1024
STYLE_BUDGET = 11 * 1024


def test_style_and_script_keep_to_their_budgets() -> None:
    files = build_assets()
    assert len(STYLES) <= 2
    assert sum(len(gzip.compress(files[name], 9)) for name in SCRIPTS) <= SCRIPT_BUDGET
    assert sum(len(gzip.compress(files[name], 9)) for name in STYLES) <= STYLE_BUDGET


def test_no_style_makes_all_of_a_page_depend_on_what_is_in_it() -> None:
    """A rule for what is below `body:has(…)` has all of a page judged anew when any word of it changes."""
    style = b"".join(each for name, each in build_assets().items() if name.endswith(".css")).decode()
    on_screen = re.sub(r"@media print\s*{(?:[^{}]|{(?:[^{}]|{[^{}]*})*})*}", "", style)
    assert re.findall(r"(?<![\w-])(?:body|html|:root|\.md-container|\.md-main):has\([^{}]*", on_screen) == []


def compressed(*names: str) -> int:
    files = build_assets()
    return sum(len(gzip.compress(files[name], 9)) for name in names)


def test_what_the_search_loads_when_it_begins_keeps_to_its_budget() -> None:
    """Once, on the first search: no page loads it before."""
    assert compressed("search.js") <= ON_DEMAND
    assert compressed("search.css") <= 1536


def test_what_is_loaded_when_a_reader_asks_keeps_to_its_budget() -> None:
    """The menu of citations with the editor's desk; and a page's words in another language."""
    assert compressed("cite.js") <= 4.5 * 1024
    assert compressed("language.js") <= 3 * 1024
    assert len(gzip.compress(build_site_assets()["language.js"], 9)) <= 48 * 1024


def test_all_that_the_search_page_needs_keeps_to_the_budget_of_a_page() -> None:
    assert compressed("search-box.js", "search.js", "search-page.js") <= SCRIPT_BUDGET


def test_nothing_packaged_asks_the_network() -> None:
    for name, data in build_assets().items():
        text = data.decode()
        addresses = re.findall(r"https?://[^\s'\"]+", text)
        assert set(addresses) <= {"http://www.w3.org/2000/svg"}, name
        assert "@import" not in text
        assert "fetch(" not in text


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
