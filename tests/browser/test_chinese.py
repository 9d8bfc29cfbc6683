"""The site with its interface in Chinese, and a document of more versions than stand side by side."""

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hexapla.site import publish_site
from tabs import COLOURS, faults_of_colour, opened, serving, violations

pytestmark = pytest.mark.xdist_group("other sites")

ROOT = Path(__file__).parents[2]
ROOM, SIX = "texts/tool-room/", "texts/six/"
EACH = (
    "index.html",
    ROOM + "index.html",
    ROOM + "read-B.html",
    ROOM + "compare-A-C.html",
    ROOM + "synopsis.html",
    ROOM + "history.html",
    ROOM + "concordance.html",
    ROOM + "downloads.html",
    SIX + "synopsis.html",
    "texts/how-to-read.html",
    "texts/how-it-works.html",
    "search.html?q=工具",
)
SETTINGS = """site_name: 样例
theme:
  name: material
  language: zh
  font: false
  palette: [{{media: "(prefers-color-scheme: light)", scheme: default, primary: custom, accent: custom}},
            {{media: "(prefers-color-scheme: dark)", scheme: slate, primary: custom, accent: custom}}]
use_directory_urls: false
plugins: [{{hexapla: {{cache: "{cache}"}}}}]
"""
NUMERALS = "一二三四五六七八九十"


def clauses(year: int) -> str:
    numbers = [*NUMERALS, *(f"{tens}十{ones}" for tens in ("", "二") for ones in NUMERALS[:9])]
    texts = (f"第{number}项工具由第{number}小组保管，保管期为{year % 7 + 2}日。" for number in numbers)
    return "\n".join(f"第{number}条　{text}" for number, text in zip(numbers, texts, strict=True)) + "\n"


@pytest.fixture(scope="session")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A specimen and a document of six versions."""
    home = tmp_path_factory.mktemp("chinese")
    shutil.copytree(ROOT / "source_texts/tool-room", home / "source_texts/tool-room")
    (home / "source_texts/six").mkdir()
    for year in range(2018, 2024):
        (home / f"source_texts/six/{year}.txt").write_text(clauses(year), encoding="utf-8")
    (home / "docs").mkdir()
    (home / "mkdocs.yml").write_text(SETTINGS.format(cache=ROOT / ".cache"), encoding="utf-8")
    publish_site(config_file=home / "mkdocs.yml", site_dir=home / "site")
    with serving(home / "site") as address:
        yield address


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing(browser: Browser, chinese: str, width: int, scheme: str) -> None:
    found = {}
    looks: set[str] = set()
    for path in EACH:
        with opened(browser, chinese + path, width=width, scheme=scheme) as tab:
            found[path] = violations(tab, without=COLOURS) | faults_of_colour(tab, looks)
    assert {path: each for path, each in found.items() if each} == {}


@pytest.mark.slow  # a look is judged wherever it stands
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "dark")])
def test_axe_finds_nothing_in_any_text(browser: Browser, chinese: str, width: int, scheme: str) -> None:
    found = {}
    for path in EACH:
        with opened(browser, chinese + path, width=width, scheme=scheme) as tab:
            found[path] = violations(tab)
    assert {path: each for path, each in found.items() if each} == {}


def test_on_a_phone_no_version_of_many_is_cut(browser: Browser, chinese: str) -> None:
    beyond = """() => [...document.querySelectorAll(".hx-syn p, .hx-syn summary, .hx-rowmap th")]
      .filter(each => each.getBoundingClientRect().right > innerWidth + 1
        || each.scrollWidth > each.clientWidth + 1)
      .map(each => each.textContent.slice(0, 20))"""
    with opened(browser, chinese + SIX + "synopsis.html", width=390) as tab:
        assert tab.evaluate(beyond) == []


def test_the_base_of_many_versions_stays_in_sight(browser: Browser, chinese: str) -> None:
    with opened(browser, chinese + SIX + "synopsis.html") as tab:
        tab.locator(".hx-syn").evaluate("e => { e.scrollLeft = e.scrollWidth }")
        for selector in (".hx-shead .hx-head:has(.hx-basemark)", ".hx-srow .hx-base >> nth=0"):
            box = tab.locator(selector).bounding_box()
            assert box
            assert 0 <= box["x"] < 400
        assert tab.locator(".hx-syn").evaluate("e => e.scrollLeft") > 100


def test_only_rows_that_differ_in_the_columns_that_are_shown(browser: Browser, chinese: str) -> None:
    with opened(browser, chinese + ROOM + "synopsis.html") as tab:
        rows = tab.locator(".hx-srow:not(.hx-shead, .hx-sdiv)")
        whole = rows.count()
        tab.click("[data-differ]")
        kept = rows.filter(visible=True)
        assert 0 < kept.count() < whole
        for row in kept.all():
            assert row.locator(".hx-scell:not(.hx-base, .hx-c-same)").count()
        base = tab.locator(".hx-head:has(.hx-basemark)").get_attribute("data-v")
        tab.locator(
            f".hx-cols [data-col={base}] button"
        ).click()  # those that remain are compared with each other
        for row in kept.all():
            cells = row.locator(".hx-scell").filter(visible=True)
            assert (
                len(set(cells.evaluate_all("all => all.map(e => e.innerText.split('\\n').slice(1).join())")))
                > 1
            )
        shown = kept.count()
        tab.reload()  # the address keeps it
        expect(kept).to_have_count(shown)


@pytest.mark.parametrize("width", [1440, 1024, 960])
def test_numbers_over_the_map_do_not_run_together(browser: Browser, chinese: str, width: int) -> None:
    edges = """() => [...document.querySelectorAll(".hx-rowmap thead [aria-hidden]")].map(each => {
      const box = each.getBoundingClientRect(); return [box.left, box.right] })"""
    with opened(browser, chinese + SIX + "synopsis.html", width=width) as tab:
        boxes = tab.evaluate(edges)
        assert len(boxes) > 5
        assert all(before[1] < after[0] for before, after in pairwise(boxes))
        assert boxes[-1][1] <= width


def test_latin_stands_apart_from_han_and_marks_of_han_bring_their_own_space(
    browser: Browser, chinese: str
) -> None:
    with opened(browser, chinese + ROOM + "index.html") as tab:
        said = tab.locator(".hx-finds").inner_text()
        assert " “" not in said
        assert "原指 A 第十条“" in said
    with opened(browser, chinese + ROOM + "read-B.html") as tab:
        assert tab.locator("a[rel=prev]").inner_text() == "上一版本：A 2016年"
    with opened(browser, chinese + ROOM + "synopsis.html") as tab:
        assert "2023年（底本）" in tab.locator(".hx-cols").inner_text()
