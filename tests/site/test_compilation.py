"""The tools on a real compilation in Chinese: four parallel versions in one file, the last broken off."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hexapla.publish import publish
from tabs import opened

pytestmark = pytest.mark.xdist_group("site")

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
CONFIGURATION = """
site_name: 汇校
theme: {name: material, language: zh, font: false, palette: {primary: custom, accent: custom}}
plugins: [{hexapla: {sources: texts, cache: ""}}]
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the document's pages."""
    found = sorted(SEEDS.glob("*.txt"))
    if not found:
        pytest.skip("../shared/seeds is not here")
    root = tmp_path_factory.mktemp("compilation")
    for folder in ("docs", "texts"):
        (root / folder).mkdir()
    (root / "texts" / "compilation.txt").write_bytes(found[0].read_bytes())
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    publish(config_file=root / "mkdocs.yml", site_dir=root / "site", offline=True)
    return root / "site" / "texts" / "compilation"


def test_nothing_is_added_or_removed_between_parallel_versions(browser: Browser, pages: Path) -> None:
    with opened(browser, (pages / "compare-A-C.html").as_uri()) as tab:
        told = tab.locator(".hx-kinds").all_inner_texts()
        assert any("仅见于 A" in kinds for kinds in told)
        assert not any("新增" in kinds or "删除" in kinds for kinds in told)


def test_where_a_copy_breaks_off_rows_are_missing_and_not_removed(browser: Browser, pages: Path) -> None:
    with opened(browser, (pages / "compare-C-D.html").as_uri()) as tab:
        button = tab.locator('.hx-filters > li[data-f="lack"] button')
        count = int(button.locator("b").inner_text())
        assert count
        assert tab.locator('.hx-filters > li[data-f="del"]').count() == 0
        button.click()
        assert tab.locator('.hx-row[data-k~="lack"]:visible').count() == count
        assert tab.locator(".hx-cell.hx-lack:visible").count() >= count - 1


def test_one_column_and_its_link_hold_on_every_comparison(browser: Browser, pages: Path) -> None:
    for page in sorted(pages.glob("compare-*.html")):
        with opened(browser, page.as_uri()) as tab:
            tab.keyboard.press("v")
            expect(tab.locator(".hx-sheet")).to_have_attribute("data-view", "inline")
            assert tab.url.endswith("#v=inline"), page.name


def test_the_synopsis_has_four_columns_and_the_history_reads_every_version(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, (pages / "synopsis.html").as_uri()) as tab:
        assert tab.locator(".hx-shead .hx-head").count() == len("ABCD")
        assert tab.evaluate("document.documentElement.scrollWidth") == tab.evaluate("innerWidth")
    with opened(browser, (pages / "history.html").as_uri(), width=390) as tab:
        assert set(tab.locator(".hx-st-v .hx-sig").all_text_contents()) == set("ABCD")
