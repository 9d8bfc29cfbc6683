"""A term is followed through all versions of its document, with counts, over http and from a disk."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from hexapla import collection
from hexapla.segmentation import segment
from hexapla.units import build_units
from tabs import opened, violations, wait_for_results, wait_until_still

pytestmark = pytest.mark.xdist_group("site")

ROOT = Path(__file__).parents[2]
ROOM = "texts/tool-room/compare-A-C.html"
TERM = "押金"
SELECT = """([selector, term, chosen]) => {
  for (const line of document.querySelectorAll(selector)) {
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.data.indexOf(term);
      if (at < 0) continue;
      if (!chosen) return line.scrollIntoView({ block: "center" });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + term.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return;
    }
  }
}"""


@pytest.fixture(scope="session")
def counted() -> dict[str, int]:
    """How often the term stands in each version, counted in the texts themselves."""
    document = next(
        segment(each.sources, each.plan)
        for each in collection.load_collection(ROOT / "source_texts").documents
        if each.id == "tool-room"
    )
    return {
        version.siglum: sum(
            "\n".join(unit.lines).count(TERM) + (unit.heading or "").count(TERM)
            for unit in build_units(version)
        )
        for version in document.versions
    }


def read_counts(tab: Tab) -> dict[str, int]:
    wait_for_results(tab)
    expect(tab.locator(".hx-course tbody tr").first).to_be_visible()
    lines = tab.locator(".hx-course tbody tr").evaluate_all(
        "rows => rows.map(row => [row.querySelector('.hx-sig').textContent, row.cells[1].textContent])"
    )
    return {siglum: int(times) for siglum, times in lines}


@pytest.mark.parametrize("place", ["served", "offline"])
def test_selected_words_lead_to_their_counts_in_every_version(
    browser: Browser, request: pytest.FixtureRequest, counted: dict[str, int], place: str
) -> None:
    where = request.getfixturevalue(place)
    home = f"{where.as_uri()}/" if isinstance(where, Path) else where
    with opened(browser, home + ROOM) as tab:
        tab.evaluate(SELECT, [".hx-part p", TERM, False])
        wait_until_still(tab)  # the offer goes where a reader scrolls
        tab.evaluate(SELECT, [".hx-part p", TERM, True])
        link = tab.locator(".hx-term")
        expect(link).to_have_text(f"Follow “{TERM}” through all versions")
        link.click()
        assert read_counts(tab) == counted
        assert len(set(counted.values())) > 1
        if place == "served":  # from a disk axe would ask for the styles, which a browser forbids
            assert violations(tab) == {}


def test_what_changed_in_a_clause_is_offered_with_its_citations(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        tab.locator(".hx-row[data-changed][data-s=word] .hx-pin").first.click()
        link = tab.locator(".hx-menu a").first
        expect(link).to_contain_text("五人")
        link.click()
        counts = read_counts(tab)
        assert counts["A"] > counts["C"] == 0


def test_a_version_in_the_counts_chooses_its_clauses(browser: Browser, served: str) -> None:
    with opened(browser, f"{served}search.html#q=%22{TERM}%22&d=texts/tool-room") as tab:
        counts = read_counts(tab)
        tab.locator(".hx-course tbody button").nth(1).click()
        expect(tab.locator(".hx-course tbody button").nth(1)).to_have_attribute("aria-pressed", "true")
        wait_for_results(tab)
        assert set(tab.locator(".hx-results .hx-sig").all_inner_texts()) == {"B"}
        assert read_counts(tab) == counts  # the choice narrows the list, not the counts


@pytest.mark.parametrize("query", ["第四条", "第二章"])
def test_clauses_found_by_number_are_counted_as_what_is_shown(
    browser: Browser, served: str, query: str
) -> None:
    with opened(browser, f"{served}search.html#q={query}&d=texts/tool-room") as tab:
        wait_for_results(tab)
        expect(tab.locator(".hx-lead")).to_contain_text("wordings")
        shown = tab.locator(".hx-results a").count()
        assert tab.locator(".hx-lead").inner_text().startswith(f"{shown} clauses")
        assert tab.locator(".hx-results li").count() <= shown
