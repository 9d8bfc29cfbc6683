"""What a reader can do on the pages beside the comparison: overview, read, history, numbers, downloads."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tabs import opened, read_clipboard, until

pytestmark = pytest.mark.xdist_group("site")

ROOM = "texts/tool-room/"
RULES = "texts/responsibility-rules/"
GARDEN = "texts/garden-bylaws/"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def test_tabs_lead_through_all_pages_of_a_document(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM + "index.html") as tab:
        names = ["Overview", "Read", "Compare", "Synopsis", "History", "Numbers", "Downloads"]
        for name in names:
            tab.locator(".hx-tabs").get_by_role("link", name=name, exact=True).click()
            expect(tab.locator(".hx-tabs [aria-current=page]")).to_have_text(name)


def test_breadcrumbs_lead_back(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM + "history.html") as tab:
        crumbs = tab.locator(".hx-eyebrow a")
        crumbs.nth(1).click()
        expect(tab.locator(".hx-tabs [aria-current=page]")).to_have_text("Overview")
        tab.locator(".hx-eyebrow a").first.click()
        expect(tab.locator("h1")).to_have_text("Documents")


def test_a_bar_and_a_cell_of_the_matrix_open_their_comparison(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM + "index.html") as tab:
        tab.locator(".hx-bars a").first.click()
        expect(tab).to_have_url(re.compile(r"/compare-A-B\.html$"))
        tab.go_back()
        tab.locator(".hx-matrix tr").nth(1).locator("a").nth(1).click()
        expect(tab).to_have_url(re.compile(r"/compare-A-C\.html$"))


def test_the_whole_hash_is_copied(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM + "index.html", permissions=CLIPBOARD) as tab:
        tab.locator("[data-copy]").first.click()
        read_clipboard(tab, re.compile("[0-9a-f]{64}").fullmatch)


def test_the_picture_of_likeness_says_itself_in_words(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM + "index.html") as tab:
        told = tab.locator("svg.hx-tree[role=img]").get_attribute("aria-label")
        assert told
        assert re.search(r"A and B are \d+ % alike", told)


def test_a_pin_copies_the_link_and_offers_the_citation(browser: Browser, served: str) -> None:
    for page, clause in ((ROOM + "history.html", ".hx-hist"), (ROOM + "read-B.html", ".hx-rc:has(.hx-text)")):
        with opened(browser, served + page, permissions=CLIPBOARD) as tab:
            pin = tab.locator(clause).nth(2).locator(".hx-pin")
            pin.click()
            link = read_clipboard(tab, re.compile(re.escape(f"{served}{page}#")).match)
            tab.locator(".hx-menu button").first.click()
            assert read_clipboard(tab, re.compile("sha256").search).endswith(link)


def test_a_mark_in_the_margin_leads_to_the_row_of_the_synopsis(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM + "read-B.html") as tab:
        mark = tab.locator(".hx-mk-diff").first
        href = mark.get_attribute("href")
        mark.click()
        assert href
        expect(tab).to_have_url(re.compile(r"/synopsis\.html#"))
        expect(tab.locator(f"[id='{href.split('#')[1]}']")).to_be_visible()


def test_reading_goes_on_in_the_next_version(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM + "read-A.html") as tab:
        assert tab.locator("a[rel=prev]").count() == 0
        tab.locator("a[rel=next]").click()
        expect(tab).to_have_url(re.compile(r"/read-B\.html$"))


def test_a_link_into_a_fold_of_the_history_opens_it(browser: Browser, served: str) -> None:
    with opened(browser, served + RULES + "history.html") as tab:
        folded = tab.locator(".hx-fold .hx-hist")
        if not folded.count():
            pytest.skip("every clause of the specimen has a history")
        name = folded.first.get_attribute("id")
        tab.goto(f"{served}{RULES}history.html#{name}")
        tab.reload()
        expect(folded.first).to_be_visible()


def test_the_list_of_contents_leads_to_a_clause(browser: Browser, served: str) -> None:
    with opened(browser, served + GARDEN + "history.html") as tab:
        tab.locator(".hx-toc li:not(.hx-toc-c) a").nth(8).click()
        expect(tab).to_have_url(re.compile("#."))
        name = tab.evaluate("decodeURIComponent(location.hash.slice(1))")
        clause = tab.locator(f"[id='{name}']")
        until(tab, clause.bounding_box, lambda box: box and 0 <= box["y"] < 300)


def test_numbers_stand_in_the_order_of_any_version(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM + "concordance.html") as tab:
        first = tab.locator(".hx-conc tbody").inner_text()
        button = tab.locator(".hx-ord").first
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        cells = tab.locator(".hx-conc tbody tr:visible td:nth-of-type(1) a:first-child")
        numbers = cells.all_inner_texts()
        assert numbers[:6] == ["第一条", "第二条", "第三条", "第四条", "第五条", "第六条"]
        button.click()
        assert tab.locator(".hx-conc tbody").inner_text() == first


def test_a_number_leads_to_its_text(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM + "concordance.html") as tab:
        cell = tab.locator(".hx-conc td a").first
        number = cell.inner_text()
        cell.click()
        expect(tab).to_have_url(re.compile("/(?!concordance)[^/]*#."))
        name = tab.evaluate("decodeURIComponent(location.hash.slice(1))")
        assert tab.locator(f"[id='{name}'] .hx-h").inner_text().startswith(number)


def test_every_download_is_there_and_as_large_as_said(site: Path, browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM + "downloads.html") as tab:
        links = tab.locator(".hx-files a").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        )
        sizes = tab.locator(".hx-files .hx-n").all_inner_texts()
        assert links
        for href, size in zip(links, sizes, strict=True):
            octets = (site / ROOM / href).stat().st_size
            value, unit = size.split()
            assert abs(octets / {"B": 1, "kB": 1000, "MB": 1e6}[unit] - float(value)) <= max(
                0.06, float(value) * 0.06
            )


def test_the_marks_are_explained_one_click_away(browser: Browser, served: str, offline: Path) -> None:
    for start in (served + ROOM + "compare-A-B.html", (offline / ROOM / "compare-A-B.html").as_uri()):
        with opened(browser, start) as tab:
            tab.locator(".hx-tab-help a").click()
            expect(tab.locator("h1")).to_have_text("How to read a comparison")
            expect(tab.locator(".hx-prose .hx-k-move")).to_be_visible()


@pytest.mark.parametrize("name", ["index", "read-A", "history", "concordance", "downloads"])
def test_nothing_is_inline(site: Path, name: str) -> None:
    html = (site / ROOM / f"{name}.html").read_text(encoding="utf-8")
    (own,) = re.findall(r'<div class="hx.*<p class="hx-colophon">', html, re.DOTALL)
    assert not re.search(r"<style\b|<script\b(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=", own)
