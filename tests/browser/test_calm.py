"""Nothing moves by itself, nothing is cut, nothing hides from the keyboard, on any page type."""

import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from selectolax.lexbor import LexborHTMLParser

from tabs import Quiet, fresh_tab, opened, serving, wait_until_still

pytestmark = pytest.mark.xdist_group("site")

ROOM, GARDEN = "texts/tool-room/", "texts/garden-bylaws/"
EACH = (
    "index.html",
    GARDEN + "index.html",
    GARDEN + "read-B.html",
    GARDEN + "compare-A-D.html",
    GARDEN + "synopsis.html",
    GARDEN + "history.html",
    GARDEN + "concordance.html",
    GARDEN + "downloads.html",
    "texts/how-to-read.html",
    "texts/how-it-works.html",
    "search.html?q=plot",
)
REACHABLE = "document.querySelectorAll('a[href], area, button, input, select, summary, [tabindex]').length"
"""as many presses, and one for what is outside the page, lead once around it"""
WATCH = """window.moved = 0; new PerformanceObserver(list => { for (const each of list.getEntries())
  if (!each.hadRecentInput) window.moved += each.value }).observe({ type: "layout-shift", buffered: true })"""
SCROLLED = """before => scrollY > before
  || scrollY + innerHeight >= document.documentElement.scrollHeight - 1"""
CONTROLS = """() => { const seen = [...document.querySelectorAll(
    ".hx :is(a[href], button, summary, input:not([type=radio]), [tabindex='0'])")]
  .filter(e => e.tabIndex >= 0 && !e.closest("svg, [hidden]"))
  .filter(e => e.checkVisibility({ visibilityProperty: true }));
  seen.forEach((e, at) => { e.dataset.at = at });
  const stop = seen.find(e => e.matches(".hx-list nav a"));
  document.querySelectorAll(".hx-list nav a").forEach(e => { if (stop) e.dataset.at = stop.dataset.at });
  return seen.length }"""
"""the list of changes is one stop: its entry for the place that is read, which changes while one walks"""
FOCUSED = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const e = document.activeElement, box = e.getClientRects()[0] ?? e.getBoundingClientRect();
  const x = Math.max(0, Math.min(box.x + box.width / 2, innerWidth - 1));
  const y = Math.max(0, Math.min(box.y + box.height / 2, innerHeight - 1));
  const top = document.elementFromPoint(x, y);
  return { at: e.dataset.at ?? "", said: e.outerHTML.slice(0, 100),
    ring: getComputedStyle(e).outlineStyle !== "none",
    bare: Boolean(top && (e.contains(top) || top.contains(e))) } }"""
"""of what goes over several lines the first, since between them other things stand"""


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_moves_while_a_page_loads_and_scrolls(browser: Browser, served: str, width: int) -> None:
    moved = measure_moves(browser, served, EACH, width, 0.01, scrolls=5)
    # the search page draws its form when its style comes; the outline on a map moves with the page
    assert {path: shift for path, shift in moved.items() if "search" not in path or shift > 0.05} == {}


def test_nothing_moves_for_a_reader_who_closed_the_list(browser: Browser, served: str) -> None:
    with fresh_tab(browser, viewport={"width": 1440, "height": 900}) as tab:
        tab.add_init_script(WATCH)
        tab.goto(served + GARDEN + "compare-A-D.html", wait_until="load")
        tab.locator(".hx-list > summary").click()
        expect(tab.locator("html")).to_have_attribute("data-list", "")
        tab.goto(served + ROOM + "compare-A-C.html", wait_until="load")
        wait_until_still(tab)
        shift, is_open = tab.evaluate("[moved, document.querySelector('.hx-list').open]")
    assert not is_open
    assert shift <= 0.01


class Halting(Quiet):
    """Serves a page in pieces: what comes before each of the marks is painted before the rest comes."""

    marks: tuple[bytes, ...] = (b'<div class="hx',)

    def do_GET(self) -> None:  # noqa: N802 - the library's way
        """Stop before each mark."""
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html":
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        rest = path.read_bytes()
        for mark in self.marks:
            at = rest.index(mark)
            self.wfile.write(rest[:at])
            self.wfile.flush()
            rest = rest[at:]
            time.sleep(0.5)
        self.wfile.write(rest)


class Trickling(Halting):
    """A comparison in three pieces: one ends above the table, one within its first rows."""

    marks = (b'<details class="hx-fig" id=', b'<h2 class="hx-h hx-vh">ARTICLE II.')


class Late(Quiet):
    """Serves the script of pages after a phone has shown the rows without it."""

    def do_GET(self) -> None:  # noqa: N802 - the library's way
        """Let the script wait."""
        if self.path.endswith("/hexapla.js"):
            time.sleep(4.5)
        super().do_GET()


def test_what_a_phone_shows_already_stays_when_the_script_comes_late(browser: Browser, site: Path) -> None:
    pages = (GARDEN + "compare-A-D.html", ROOM + "compare-A-C.html")
    with serving(site, Late) as address:
        assert measure_moves(browser, address, pages, 390, 0.01) == {}


def test_rows_that_nobody_saw_are_woven_however_late_the_script_comes(browser: Browser, site: Path) -> None:
    with serving(site, Late) as address, fresh_tab(browser, viewport={"width": 390, "height": 900}) as tab:
        tab.goto(address + GARDEN + "compare-A-D.html", wait_until="load")
        expect(tab.locator(".hx")).to_have_attribute("data-on", "1")
        assert tab.locator(".hx-woven").count() > 3
        bottom = "document.querySelector('.hx-woven').getBoundingClientRect().bottom"
        assert tab.evaluate(f"innerHeight < {bottom}")


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_moves_when_the_content_comes_long_after_its_head(
    browser: Browser, site: Path, width: int
) -> None:
    pages = (GARDEN + "index.html", GARDEN + "read-B.html", GARDEN + "compare-A-D.html")
    with serving(site, Halting) as address:
        assert measure_moves(browser, address, pages, width, 0.01) == {}


def test_nothing_moves_while_a_comparison_comes_in_pieces(browser: Browser, site: Path) -> None:
    with serving(site, Trickling) as address:
        assert measure_moves(browser, address, (GARDEN + "compare-A-D.html",), 1440, 0.001) == {}


def measure_moves(
    browser: Browser, address: str, pages: tuple[str, ...], width: int, most: float, *, scrolls: int = 0
) -> dict[str, float]:
    """Return how much moves by itself on the pages where it is more than it may be.

    All load at once: what they wait for they wait for together.
    """
    moved = {}
    with ExitStack() as stack:
        tabs = {}
        for path in pages:
            tabs[path] = tab = stack.enter_context(
                fresh_tab(browser, viewport={"width": width, "height": 900})
            )
            tab.add_init_script(WATCH)
            tab.goto(address + path, wait_until="commit")
        for tab in tabs.values():
            tab.wait_for_load_state("load")
        wait_until_still(*tabs.values())
        for tab in tabs.values():
            for _ in range(scrolls):
                before = tab.evaluate("scrollY")
                tab.mouse.wheel(0, 1500)
                tab.wait_for_function(SCROLLED, arg=before)
        wait_until_still(*tabs.values())
        for path, tab in tabs.items():
            shift = tab.evaluate("window.moved")
            if shift > most:
                moved[path] = shift
    return moved


def walk(tab: Tab, key: str, controls: int) -> dict[str, str]:
    """Press a key until every control was reached or one was around; return what is wrong with each."""
    wrong: dict[str, str] = {}
    for _ in range(tab.evaluate(REACHABLE) + 1):
        tab.keyboard.press(key)
        found = tab.evaluate(FOCUSED)
        if found["at"]:
            wrong[found["at"]] = "" if found["ring"] and found["bare"] else found["said"]
        if len(wrong) == controls:
            break
    return wrong


@pytest.mark.slow
@pytest.mark.parametrize(("width", "key"), [(1440, "Tab"), (390, "Tab"), (1440, "Shift+Tab")])
@pytest.mark.parametrize("path", EACH)
def test_tab_reaches_every_control_forwards_and_backwards_and_shows_it(
    browser: Browser, served: str, path: str, width: int, key: str
) -> None:
    with opened(browser, served + path, width=width) as tab:
        tab.wait_for_load_state("networkidle")
        tab.wait_for_function("document.querySelector('.hx[data-on]')")
        controls = tab.evaluate(CONTROLS)
        tab.evaluate("document.activeElement.blur()")
        reached = walk(tab, key, controls)
        assert sorted(reached, key=int) == [str(at) for at in range(controls)]
        assert [said for said in reached.values() if said] == []


def test_every_page_has_a_link_past_its_header(site: Path) -> None:
    for path in EACH:
        page = LexborHTMLParser((site / path.partition("?")[0]).read_text(encoding="utf-8"))
        (skip,) = page.css("a.md-skip")
        name = (skip.attributes["href"] or "").removeprefix("#")
        assert len(page.css(f"[id='{name}']")) == 1, path


def test_a_page_without_headings_has_one_too(browser: Browser, served: str) -> None:
    with opened(browser, served + "texts/responsibility-rules/read-B.html") as tab:
        assert tab.locator("a.md-skip").get_attribute("href") == "#hx-title"


def test_the_theme_has_no_contents_that_it_hides(site: Path) -> None:
    """Its script would ask where each heading stands whenever the page grows, and lay out all of it."""
    for path in (GARDEN + "compare-A-D.html", GARDEN + "read-B.html", GARDEN + "history.html"):
        assert 'data-md-component="toc"' not in (site / path).read_text(encoding="utf-8"), path


def test_in_one_column_english_is_set_as_english(browser: Browser, served: str) -> None:
    with opened(browser, served + GARDEN + "compare-A-D.html") as tab:
        tab.keyboard.press("v")
        expect(tab.locator(".hx-inl p").first).to_have_css("text-align", "start")


def test_a_bar_says_without_colour_what_it_counts(browser: Browser, served: str) -> None:
    with opened(browser, served + GARDEN + "index.html") as tab:
        figures = tab.locator(".hx-bars .hx-sb").last.locator("text").all_text_contents()
        signs = {figure.rstrip("0123456789") for figure in figures}
        assert signs == {"", "#", "↕", "−", "+"}
        legend = tab.locator(".hx-bars + .hx-legend").inner_text()
        assert all(word in legend for word in ("# number only", "↕ only moved", "− removed", "+ added"))


def test_a_gap_in_the_synopsis_breaks_no_line_before_a_full_stop(browser: Browser, served: str) -> None:
    gap = """() => { const row = document.querySelector(".hx-scell:has(.hx-gap) p:has(.hx-gap)");
      row.lang = "zh-Hans"; row.style.width = "6em"; row.style.lineBreak = "strict";
      row.innerHTML = '一二三四五<span class="hx-gap"><span class="hx-m">x</span></span>。';
      const top = (node, at) => { const range = document.createRange();
        range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect().top };
      return [top(row.lastChild, 0), top(row.firstChild, 4)] }"""
    with opened(browser, served + ROOM + "synopsis.html") as tab:
        stop, last = tab.evaluate(gap)
        assert abs(stop - last) < 3


def test_a_screen_reader_hears_what_was_added_and_removed(browser: Browser, served: str) -> None:
    with opened(browser, served + GARDEN + "compare-A-D.html") as tab:
        tab.locator(".hx-fold:has(.hx-row) > summary", has_text="Section 3").first.click()
        row = tab.locator(".hx-row", has_text="Definitions").first
        expect(row).to_be_visible()
        heard = row.aria_snapshot()
        assert "[del: 19" in heard.replace('"', "")
        assert "[ins: 7" in heard.replace('"', "")
        assert "reworded" in heard


def test_without_colours_the_current_row_and_what_is_missing_are_seen(browser: Browser, served: str) -> None:
    rules = "texts/responsibility-rules/compare-C-D.html"
    with opened(browser, served + rules, forced_colors="active") as tab:
        lack = tab.locator(".hx-cell.hx-lack").first.evaluate("e => getComputedStyle(e).outlineStyle")
        assert lack == "dotted"
        paint = """() => { const row = document.querySelector(".hx-row:not(.hx-chapter)");
          row.classList.add("hx-cur");
          return [getComputedStyle(row, "::before"), getComputedStyle(document.body)]
            .map(each => each.backgroundColor) }"""
        mark, ground = tab.evaluate(paint)
        assert mark != ground
