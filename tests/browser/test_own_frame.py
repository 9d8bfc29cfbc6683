"""The page frame of our own in a browser: accessible, light and dark, on a phone, on paper, from a disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hosts import build_once
from tabs import COLOURS, Quiet, faults_of_colour, fresh_tab, opened, serving, violations

pytestmark = pytest.mark.xdist_group("hosts")

PAGES = (
    "index.html",
    "guide/start.html",
    "guide/start.zh.html",
    "guide/ten-minutes.html",
    "texts/tool-room/index.html",
    "texts/tool-room/compare-A-C.html",
    "texts/tool-room/read-A.html",
    "search.html",
)


@pytest.fixture(scope="module")
def framed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two specimens and the manual."""
    return build_once("own", tmp_path_factory)


@pytest.fixture(scope="module")
def address(framed: Path) -> Iterator[str]:
    with serving(framed) as place:
        yield place


@pytest.fixture(scope="module")
def looks() -> dict[str, set[str]]:
    """What was judged in the light, in the dark, and on a phone."""
    return {"light": set(), "dark": set(), "phone": set()}


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_light_dark_and_on_a_phone(
    browser: Browser, address: str, page: str, looks: dict[str, set[str]]
) -> None:
    with opened(browser, address + page) as tab:
        assert violations(tab, without=COLOURS) == {}
        assert faults_of_colour(tab, looks["light"]) == {}
    with opened(browser, address + page, scheme="dark") as tab:
        assert faults_of_colour(tab, looks["dark"]) == {}
    with opened(browser, address + page, width=390) as tab:
        assert violations(tab, without=COLOURS) == {}
        assert faults_of_colour(tab, looks["phone"]) == {}
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.slow  # a look is judged wherever it stands
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_in_any_text(browser: Browser, address: str, page: str) -> None:
    for width, scheme in ((1440, "light"), (1440, "dark"), (390, "light")):
        with opened(browser, address + page, width=width, scheme=scheme) as tab:
            assert violations(tab, *COLOURS) == {}


def test_the_choice_of_colours_holds_for_the_next_page_before_it_is_drawn(
    browser: Browser, address: str
) -> None:
    with opened(browser, address + "index.html") as tab:
        light = tab.evaluate("getComputedStyle(document.body).backgroundColor")
        tab.click(".hf-scheme")
        expect(tab.locator(".hf-scheme")).to_have_attribute("aria-label", "Colours: light")
        tab.click(".hf-scheme")
        tab.goto(address + "guide/start.html")
        expect(tab.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
        assert tab.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_on_a_phone_the_navigation_is_a_drawer_that_escape_closes(browser: Browser, address: str) -> None:
    with opened(browser, address + "guide/start.html", width=390) as tab:
        expect(tab.locator("#hf-nav")).to_be_hidden()
        tab.click(".hf-menu")
        expect(tab.locator("#hf-nav a[aria-current=page]")).to_be_visible()
        assert violations(tab) == {}
        tab.keyboard.press("Escape")
        expect(tab.locator("#hf-nav")).to_be_hidden()


def test_beside_a_page_by_hand_stand_navigation_and_contents(browser: Browser, address: str) -> None:
    with opened(browser, address + "guide/start.html") as tab:
        expect(tab.locator("#hf-nav")).to_be_visible()
        expect(tab.locator(".hf-toc")).to_be_visible()
        expect(tab.locator(".hf-menu")).to_be_hidden()


def test_keys_reach_all_in_order_and_the_first_skips_the_header(browser: Browser, address: str) -> None:
    with opened(browser, address + "guide/start.html") as tab:
        tab.keyboard.press("Tab")
        expect(tab.locator(".hf-skip")).to_be_focused()
        tab.keyboard.press("Enter")
        expect(tab.locator("#hf-main")).to_be_focused()
        tab.keyboard.press("/")
        expect(tab.locator("[name=q]:focus")).to_have_count(1)


def test_an_alternative_is_chosen_by_keys(browser: Browser, address: str) -> None:
    with opened(browser, address + "guide/ten-minutes.html") as tab:
        expect(tab.locator("text=The job pages publishes").first).to_be_hidden()
        tab.focus(".hf-alt > input")
        tab.keyboard.press("ArrowRight")
        expect(tab.locator(".hf-alt-p > :nth-child(2)").first).to_be_visible()
        expect(tab.locator(".hf-alt-p > :nth-child(1)").first).to_be_hidden()


def test_the_box_finds_from_a_disk(browser: Browser, framed: Path) -> None:
    with opened(browser, (framed / "guide/start.html").as_uri()) as tab:
        tab.fill(".hx-find input", "garden")
        tab.wait_for_selector("#hx-found .hx-opt mark")
        tab.fill(".hx-find input", "drawer")
        tab.wait_for_selector("#hx-found")


def test_without_a_script_everything_is_there(browser: Browser, address: str) -> None:
    with fresh_tab(browser, java_script_enabled=False) as tab:
        tab.goto(address + "guide/start.html")
        expect(tab.locator("h1")).to_be_visible()
        expect(tab.locator("#hf-nav")).to_be_visible()
        expect(tab.locator(".hf-scheme")).to_be_hidden()


def test_on_paper_stands_the_page_alone(browser: Browser, address: str) -> None:
    with opened(browser, address + "guide/ten-minutes.html") as tab:
        tab.emulate_media(media="print")
        for part in (".hf-head", "#hf-nav", ".hf-toc", ".hf-turn"):
            expect(tab.locator(part).first).to_be_hidden()
        expect(tab.locator(".hf-alt-p > :nth-child(1)").first).to_be_visible()
        expect(tab.locator(".hf-alt-p > :nth-child(2)").first).to_be_visible()
        tab.emulate_media(media="screen")


def test_a_heading_is_not_hidden_by_the_header(browser: Browser, address: str) -> None:
    with opened(browser, address + "guide/start.html#add-a-document-of-your-own") as tab:
        tab.wait_for_function("""() => { const heading = document.querySelector(":target");
          const { top } = heading.getBoundingClientRect();
          return 48 <= top && top < 400 }""")


def test_the_policy_lets_everything_work(browser: Browser, framed: Path) -> None:
    policy = (framed / "csp.txt").read_text().strip()

    class WithPolicy(Quiet):
        """Serves files under the policy."""

        def end_headers(self) -> None:
            """Send it."""
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    with (
        serving(framed, WithPolicy) as place,
        opened(browser, place + "texts/tool-room/compare-A-C.html") as tab,
    ):
        tab.fill(".hx-find input", "工具")
        tab.wait_for_selector("#hx-found .hx-opt mark")
