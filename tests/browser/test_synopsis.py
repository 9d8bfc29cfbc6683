"""The table of all versions: any can be the base; columns that agree are one; three of many fill the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from hexapla.collection import load_files
from hexapla.pages import build_site_assets, render_document
from hexapla.pipeline import build_document
from tabs import location_of, opened, serving, violations

PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Versions</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/hexapla/hexapla.css">
<body><main>{html}</main><script src="assets/hexapla/hexapla.js"></script></body></html>"""
DAYS = ("three", "three", "five", "five", "five", "nine")
WELL = """Section 1. The well is open to all members from six in the morning, and closed in the night.

Section 2. A bucket that is lost is paid for within {days} days by the member who lost it.

Section 3. The warden keeps the key of the well{warden}.
"""

READ = """all => all.map(cell => {
  const said = [...cell.children].slice(1).filter(each => each.tagName !== "TEMPLATE");
  const shown = said.map(each => each.tagName === "DETAILS" && !each.open ? each.firstChild : each);
  return [cell.querySelector(".hx-who").textContent, shown.map(each => each.textContent).join("")];
})"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a synopsis of six versions."""
    folder: Path = tmp_path_factory.mktemp("synopsis")
    files = []
    for at, days in enumerate(DAYS):
        warden = " and writes down who drew water" if at in (0, 5) else ""
        (folder / f"{2001 + at}.txt").write_text(WELL.format(days=days, warden=warden))
        files.append(folder / f"{2001 + at}.txt")
    built = build_document(load_files(files))
    made = {
        page.uri.rpartition("/")[2]: page.html for page in render_document(built.alignment, built.comparisons)
    }
    (folder / "assets/hexapla").mkdir(parents=True)
    for name, data in build_site_assets().items():
        (folder / "assets/hexapla" / name).write_bytes(data)
    (folder / "synopsis.html").write_text(
        PAGE.format(language="en", html=made["synopsis.html"]), encoding="utf-8"
    )
    with serving(folder) as home:
        yield home + "synopsis.html"


def row(tab: Tab, number: int) -> list[tuple[str, str]]:
    """Return the cells of a row that are shown: whose they are, and what they say."""
    cells = tab.locator(".hx-srow:not(.hx-shead)").nth(number - 1).locator(".hx-scell:visible")
    return [(who, said) for who, said in cells.evaluate_all(READ)]


def test_columns_side_by_side_that_agree_are_one(browser: Browser, table: str) -> None:
    with opened(browser, table) as tab:
        expect(tab.locator(".hx[data-on]")).to_be_visible()
        told = [who for who, _ in row(tab, 2)]
        assert len(told) == 3
        assert told[0].count("=") == 1
        assert told[1].count("=") == 2
        assert tab.get_by_text(told[1], exact=True).bounding_box()["height"] > 10  # type: ignore[index]  # it is there
        assert [len(row(tab, number)) for number in (1, 3)] == [2, 3]  # the base stands for itself
        tab.locator('[data-col="B"] button').click()
        assert [who.count("=") for who, _ in row(tab, 2)] == [0, 2, 0]


def test_any_version_can_be_the_base_and_the_address_keeps_it(browser: Browser, table: str) -> None:
    with opened(browser, table) as tab:
        expect(tab.locator(".hx[data-on]")).to_be_visible()
        before = row(tab, 2)
        assert "[only here: three]" in before[0][1]
        tab.select_option("[data-base]", "A")
        assert tab.locator(".hx-head:has(.hx-basemark)").get_attribute("data-v") == "A"
        assert "read against A" in tab.locator(".hx-lead").first.inner_text()
        cells = {who[0]: text for who, text in row(tab, 2)}
        assert "[" not in cells["A"]
        assert cells["B"] == "same as A"
        assert "[not here: three][only here: five]" in cells["C"]
        assert "[only here: nine]" in cells["F"]
        assert tab.locator(".hx-rowmap tbody tr").first.locator(".hx-s-same").count() == 3
        names = tab.evaluate("[...document.querySelectorAll('.hx-part[id]')].map(e => e.id)")
        assert len(names) == len(set(names)) > 10
        sent = location_of(tab)
        assert "b=A" in sent
        assert violations(tab) == {}
    with opened(browser, sent) as tab:
        expect(tab.locator(".hx[data-on]")).to_be_visible()
        assert "[only here: nine]" in row(tab, 2)[-1][1]
        tab.select_option("[data-base]", "F")
        assert row(tab, 2) == before


def test_three_of_many_are_a_comparison_of_three_without_scrolling(browser: Browser, table: str) -> None:
    with opened(browser, table + "#c=B,D,E&b=A&r=1") as tab:
        expect(tab.locator(".hx[data-on]")).to_be_visible()
        assert tab.locator(".hx-head:visible").count() == 3
        assert tab.evaluate("(e => e.scrollWidth <= e.clientWidth)(document.querySelector('.hx-syn'))")
        assert tab.locator(".hx-srow:not(.hx-shead):visible").count() == 2


def test_a_reader_of_another_language_reads_other_bases_in_it_too(browser: Browser, table: str) -> None:
    with opened(browser, table) as tab:
        tab.add_script_tag(url="assets/hexapla/language.js")
        tab.evaluate("hexapla.turn(document.querySelector('.hx'), 'zh')")
        tab.select_option("[data-base]", "A")
        assert "〔此处无：three〕〔仅此处有：nine〕" in row(tab, 2)[-1][1].replace("： ", "：")


def test_on_paper_cells_stay_in_their_columns(browser: Browser, table: str) -> None:
    with opened(browser, table + "#c=B,E") as tab:
        expect(tab.locator(".hx[data-on]")).to_be_visible()
        tab.emulate_media(media="print")
        edges = "all => all.map(e => Math.round(e.getBoundingClientRect().left))"
        heads = tab.locator(".hx-shead .hx-head:not([hidden])").evaluate_all(edges)
        assert len(set(heads)) == len(DAYS) - 2
        for number in (1, 2, 3):
            cells = tab.locator(".hx-srow:not(.hx-shead)").nth(number - 1).locator(".hx-scell:not([hidden])")
            assert cells.evaluate_all(edges) == heads
        assert tab.locator(".hx-joined > :visible").count() == 0


def test_more_columns_than_a_sheet_has_room_for_stand_below_each_other_on_paper(
    browser: Browser, table: str
) -> None:
    with opened(browser, table) as tab:
        expect(tab.locator(".hx[data-on]")).to_be_visible()
        tab.emulate_media(media="print")
        box = (
            "all => all.map(e => { const { left, width } = e.getBoundingClientRect(); return [left, width] })"
        )
        cells = tab.locator(".hx-srow:not(.hx-shead)").nth(1).locator(".hx-scell:visible")
        assert len({tuple(each) for each in cells.evaluate_all(box)}) == 1
        assert [name for name, _ in row(tab, 2)] == [
            "A · 2001 = B · 2002",
            "C · 2003 = D · 2004 = E · 2005",
            "F · 2006",
        ]
        assert all(name.is_visible() for name in cells.locator(".hx-who").all())
        assert not tab.locator(".hx-shead").is_visible()


@pytest.mark.parametrize("width", [390, 800, 1440])
def test_versions_that_agree_are_said_once_at_every_width(browser: Browser, table: str, width: int) -> None:
    with opened(browser, table, width=width) as tab:
        expect(tab.locator(".hx[data-on]")).to_be_visible()
        assert tab.locator(".hx-joined").count() > 0
        assert tab.locator(".hx-joined:visible").count() == 0
