"""A pair of versions has one page: with its sides exchanged it says what the other direction would say."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from hexapla.comparison import compare_all
from hexapla.model import Comparison
from hexapla.pages.templating import build_assets
from other_direction import render_direction
from tabs import opened
from whole_texts import SPECIMENS, align_text

pytestmark = pytest.mark.xdist_group("site")

ROOM = "texts/tool-room/"
SIGLA = ".hx-head .hx-sig:not(.hx-vers .hx-sig)"
READ = (Path(__file__).parent / "comparison_said.js").read_text(encoding="utf-8")
"""what a page says, row by row and around the rows; apart from the order of the rows, which is the page's"""
SCRIPTS = build_assets()
TURN = "hexapla.swap(document.querySelector('.hx'))"


def read_both(tab: Tab, pages: tuple[str, str]) -> Iterator[dict[str, dict[str, object]]]:
    """Yield what a page with its sides exchanged says, and what the page of the other direction says."""
    tab.set_content(pages[0])
    tab.add_script_tag(content="window.document$ = { subscribe() {} };")  # the page is not begun
    for name in ("hexapla.js", "swap.js"):
        tab.add_script_tag(content=SCRIPTS[name].decode())
    tab.evaluate(TURN)
    yield tab.evaluate(READ)
    tab.set_content(pages[1])
    yield tab.evaluate(READ)


@cache
def compare_specimen(name: str) -> tuple[Comparison, ...]:
    return tuple(compare_all(align_text(name)))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_exchanged_sides_say_row_by_row_what_the_other_direction_says(
    browser: Browser, language: str
) -> None:
    tab = browser.new_page()
    for name in SPECIMENS:
        alignment = align_text(name)
        comparisons = () if alignment.document.ranked else compare_specimen(name)
        for each in comparisons:
            pair = (each.base, each.target)
            pages = tuple(
                render_direction(alignment, comparisons, *own, language) for own in (pair, pair[::-1])
            )
            turned, written = read_both(tab, (pages[0], pages[1]))
            assert turned["rows"].keys() == written["rows"].keys(), (name, pair)
            for part, told in written.items():
                for at, own in told.items():
                    assert turned[part][at] == own, (name, pair, at)
    tab.close()


def test_an_address_of_the_other_direction_leads_to_its_row_with_the_sides_exchanged(
    browser: Browser, served: str
) -> None:
    with opened(browser, f"{served}{ROOM}compare-C-A.html#C__art_9") as tab:
        expect(tab).to_have_url(re.compile(r"/compare-A-C\.html#C__art_9&swap$"))
        expect(tab.locator(SIGLA)).to_have_text(["C", "A"])
        expect(tab.locator(".hx-row.hx-cur")).to_be_in_viewport()
        tab.click(".hx-swap")
        expect(tab.locator(SIGLA)).to_have_text(["A", "C"])
        expect(tab).to_have_url(re.compile(r"/compare-A-C\.html#C__art_9$"))
        tab.go_back()
        expect(tab.locator(SIGLA)).to_have_text(["C", "A"])


def test_a_reader_of_another_language_may_exchange_the_sides(browser: Browser, served: str) -> None:
    with opened(browser, f"{served}{ROOM}compare-A-C.html") as tab:
        tab.click(".hx-swap")
        expect(tab.locator(SIGLA)).to_have_text(["C", "A"])
        lead = tab.locator(".hx-lead").first
        before = lead.inner_text()
        tab.click(".hx-lang")
        expect(lead).not_to_have_text(before)
        expect(tab.locator(".hx-filters")).to_contain_text(re.compile("仅见于 A|only in A"))
        expect(tab.locator(SIGLA)).to_have_text(["C", "A"])


def test_without_script_the_page_has_no_button_that_does_nothing(browser: Browser, served: str) -> None:
    with opened(browser, f"{served}{ROOM}compare-A-C.html", java_script_enabled=False) as tab:
        expect(tab.locator(".hx-swap")).to_be_hidden()
        expect(tab.locator(".hx-older")).to_be_visible()
        assert "2016" in tab.locator(".hx-heads").inner_text()


def test_the_page_at_the_other_address_is_small(site: Path) -> None:
    page = (site / ROOM / "compare-C-A.html").read_text(encoding="utf-8")
    assert len(page) < 1000
    assert '<link rel="canonical" href="compare-A-C.html">' in page
