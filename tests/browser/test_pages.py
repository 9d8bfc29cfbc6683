"""The built site as a reader's browser sees it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tabs import COLOURS, faults_of_colour, fresh_tab, opened, violations, wait_until_still

pytestmark = pytest.mark.xdist_group("site")

GARDEN = "texts/garden-bylaws/"
RULES = "texts/responsibility-rules/"
EACH_TYPE = [
    "index.html",
    GARDEN + "index.html",
    GARDEN + "read-B.html",
    GARDEN + "compare-A-B.html",
    GARDEN + "synopsis.html",
    GARDEN + "history.html",
    GARDEN + "concordance.html",
    GARDEN + "downloads.html",
    "texts/how-to-read.html",
    "texts/how-it-works.html",
    "texts/harbour-lanterns/instrument-A-B.html",
    "texts/reuse.html",
    "texts/model-text-1.html",
    "texts/kite-levels/levels-L.html",
    "texts/kite-levels/coverage.html",
    "texts/tool-room/reuse.html",
    "texts/tool-room/families.html",
    "texts/tool-room/read-C.html",
    RULES + "index.html",
    RULES + "read-B.html",
    RULES + "read-D.html",
    RULES + "compare-A-C.html",
    RULES + "compare-C-D.html",
    RULES + "synopsis.html",
    RULES + "history.html",
    RULES + "concordance.html",
]


VERSIONS = re.compile(r"-[A-Z].*(?=\.html)")
ELSEWHERE = re.compile(r"""(?:url\(|@import)\s*["']?(?:https?:)?//[^)"';]*""")


class Links(HTMLParser):
    """Every id of a page, and every link and resource with its tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.repeated: set[str] = set()
        self.refs: list[str] = []
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value is not None:
                (self.repeated if value in self.ids else self.ids).add(value)
            elif name in ("href", "src") and value is not None:
                self.refs.append(value)


@pytest.fixture(scope="session")
def parsed(site: Path) -> dict[str, Links]:
    return {
        path.relative_to(site).as_posix(): Links(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@pytest.mark.slow  # of each kind of page some are opened below
def test_every_page_opens_without_error_and_asks_nothing_from_elsewhere(
    browser: Browser, served: str, parsed: dict[str, Links]
) -> None:
    for path in parsed:
        if path.startswith("texts/") or path == "index.html":
            with opened(browser, served + quote(path)) as tab:
                assert tab.locator("h1").count() == 1, path


def list_pages(folder: Path) -> list[Path]:
    """List the pages of a site but that which only a web server shows, with addresses from its root."""
    return [path for path in sorted(folder.rglob("*.html")) if path.name != "404.html"]


def list_kinds(folder: Path) -> list[Path]:
    """List the first page of each kind of a site: of each folder by hand, of each name among the texts."""
    kinds: dict[tuple[str, str], Path] = {}
    for path in list_pages(folder):
        top, *rest = path.relative_to(folder).parts
        kinds.setdefault((top, VERSIONS.sub("", rest[-1]) if top == "texts" else ""), path)
    return list(kinds.values())


@pytest.mark.parametrize("pages", [list_kinds, pytest.param(list_pages, marks=pytest.mark.slow)])
def test_offline_site_opens_from_a_disk_without_error_and_a_single_request_to_the_network(
    browser: Browser, offline: Path, pages: Callable[[Path], list[Path]]
) -> None:
    asked: list[str] = []
    errors: list[str] = []
    with fresh_tab(browser) as tab:
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("pageerror", lambda error: errors.append(f"{tab.url}: {error}"))
        for path in pages(offline):
            tab.goto(path.as_uri(), wait_until="load")
    assert asked
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert errors == []


def is_loaded(link: LexborNode) -> bool:
    """Tell whether a browser loads what a link of the head leads to."""
    kinds = set((link.attributes.get("rel") or "").split())
    return bool(
        kinds & {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "manifest"}
    )


def test_no_page_names_anything_elsewhere_that_is_loaded_and_each_of_a_text_has_one_title(
    offline: Path,
) -> None:
    for path in offline.rglob("*.html"):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        named = [each.attributes["src"] for each in page.css("[src]")]
        named += [each.attributes["href"] for each in page.css("link[href]") if is_loaded(each)]
        assert [each for each in named if each and urlsplit(each).netloc] == [], path
        if path.relative_to(offline).parts[0] == "texts":
            assert len(page.css("h1")) == 1, path
    for path in offline.rglob("*.css"):
        assert ELSEWHERE.findall(path.read_text(encoding="utf-8")) == [], path


def test_every_link_leads_to_a_page_and_an_anchor_that_exist(site: Path, parsed: dict[str, Links]) -> None:
    broken = []
    for path, page in parsed.items():
        if path == "404.html":
            continue
        for ref in page.refs:
            parts = urlsplit(ref)
            if parts.scheme or parts.netloc:
                continue
            here = (Path(path).parent / unquote(parts.path)) if parts.path else Path(path)
            target = Path("/" + here.as_posix()).resolve().as_posix().lstrip("/")
            if (site / target).is_dir():
                target = f"{target}/index.html".lstrip("/")
            exists = (site / target).exists()
            anchor = unquote(parts.fragment).split("&")[0]
            anchor = "" if "=" in parts.fragment.split("&")[0] else anchor  # the state of a page, no place
            if not exists or (anchor and target in parsed and anchor not in parsed[target].ids):
                broken.append((path, ref))
    assert broken == []


def test_ids_are_unique_on_every_page(parsed: dict[str, Links]) -> None:
    assert {path: page.repeated for path, page in parsed.items() if page.repeated} == {}


ALSO = ["search.html", "404.html", "guide/start.html"]
"""pages of other kinds: the search, what a server shows for a wrong address, one written by hand"""


@dataclass
class Seen:
    """What a window of some width shows of every kind of page."""

    faults: dict[str, dict[str, list[str]]]
    """page → what breaks a rule of axe that is none of colours"""
    of_colour: dict[str, dict[str, list[str]]]
    too_wide: dict[tuple[str, int], int]
    """page and width of the window → how far the page reaches beyond it"""


@pytest.fixture(scope="module", params=[(1440, 1024), (390, 360)], ids="{0[0]}".format)
def seen(request: pytest.FixtureRequest, browser: Browser, served: str) -> Seen:
    """Every kind of page, looked at once in a window, which then gets smaller."""
    width, smaller = request.param
    seen = Seen({}, {}, {})
    looks: set[str] = set()
    for path in EACH_TYPE + ALSO:
        with opened(browser, served + path, width=width) as tab:
            note_width(seen, path, tab, width)
            seen.faults[path] = violations(tab, without=COLOURS)
            if width == 390:  # colours in a wide window: in the site in Chinese
                seen.of_colour[path] = faults_of_colour(tab, looks)
            tab.set_viewport_size({"width": smaller, "height": 900})
            tab.wait_for_function("width => innerWidth === width", arg=smaller)
            note_width(seen, path, tab, smaller)
    return seen


def note_width(seen: Seen, path: str, tab: Tab, width: int) -> None:
    """Note a page that is wider than its window."""
    extent = tab.evaluate("document.documentElement.scrollWidth")
    if extent > width:  # what follows a change of the window's size may not be drawn yet
        wait_until_still(tab)
        extent = tab.evaluate("document.documentElement.scrollWidth")
    if extent > width:
        seen.too_wide[path, width] = extent


def test_axe_finds_nothing(seen: Seen) -> None:
    assert len(seen.faults) == len(EACH_TYPE + ALSO)
    assert {path: each for path, each in seen.faults.items() if each} == {}
    assert {path: each for path, each in seen.of_colour.items() if each} == {}


def test_no_page_is_wider_than_its_window(seen: Seen) -> None:
    assert seen.too_wide == {}


def test_axe_finds_no_fault_of_colour_in_the_dark(browser: Browser, served: str) -> None:
    found = {}
    looks: set[str] = set()
    for path in EACH_TYPE + ALSO:
        with opened(browser, served + path, width=390, scheme="dark") as tab:
            found[path] = faults_of_colour(tab, looks)
    assert {path: each for path, each in found.items() if each} == {}


def test_a_text_that_gets_another_look_is_judged_again(browser: Browser, served: str) -> None:
    looks: set[str] = set()
    with opened(browser, served + "texts/how-it-works.html") as tab:
        assert faults_of_colour(tab, looks) == {}
        tab.locator("h1").evaluate("e => { e.style.color = '#bbb' }")
        assert list(faults_of_colour(tab, looks)) == ["color-contrast"]


@pytest.mark.slow  # a look is judged wherever it stands, and in windows of every width
@pytest.mark.parametrize(
    ("width", "scheme"), [(1440, "light"), (1024, "light"), (390, "light"), (1440, "dark"), (390, "dark")]
)
def test_axe_finds_nothing_in_any_text(browser: Browser, served: str, width: int, scheme: str) -> None:
    found = {}
    for path in EACH_TYPE + ALSO:
        with opened(browser, served + path, width=width, scheme=scheme) as tab:
            found[path] = violations(tab, *(COLOURS if scheme == "dark" else ()))
    assert {path: each for path, each in found.items() if each} == {}


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing_in_the_handbook(
    browser: Browser, served: str, parsed: dict[str, Links], width: int, scheme: str
) -> None:
    found = {}
    for path in parsed:
        if path.startswith(("texts/", "404", "index", "search")):
            continue
        with opened(browser, served + quote(path), width=width, scheme=scheme) as tab:
            found[path] = violations(tab)
    assert {path: each for path, each in found.items() if each} == {}


def test_pages_read_without_script(browser: Browser, served: str) -> None:
    with fresh_tab(browser, java_script_enabled=False) as tab:
        tab.goto(served + RULES + "compare-A-C.html")
        assert "第一篇" in tab.locator("main").inner_text()
