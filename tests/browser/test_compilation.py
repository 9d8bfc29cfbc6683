"""The tools on compilations in Chinese: parallel versions in one file, the last broken off."""

from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

from corpora import compilations
from hexapla.site import publish_site
from tabs import location_of, opened

pytestmark = pytest.mark.xdist_group("other sites")

CONFIGURATION = """
site_name: 汇校
theme: {name: material, language: zh, font: false, palette: {primary: custom, accent: custom}}
plugins: [{hexapla: {sources: texts, cache: ""}}]
"""


PAIRS = {"village-museum": ("A-C", "A-C"), "000_2b1ac350fdd0b560": ("A-C", "C-D")}
"""compilation → the pair of two authors, the pair whose second text breaks off"""


class Made(NamedTuple):
    """The folder of a document's pages, and which of its pairs are which."""

    folder: Path
    authors: str
    broken: str

    def page(self, name: str) -> str:
        """The address of a page."""
        return (self.folder / f"{name}.html").as_uri()


@pytest.fixture(
    scope="module", params=[path for path in compilations() if path.stem in PAIRS], ids=lambda path: path.stem
)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("compilation")
    for folder in ("docs", "texts"):
        (root / folder).mkdir()
    (root / "texts" / "compilation.txt").write_bytes(request.param.read_bytes())
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    publish_site(config_file=root / "mkdocs.yml", site_dir=root / "site", offline=True)
    return Made(root / "site" / "texts" / "compilation", *PAIRS[request.param.stem])


def test_nothing_is_added_or_removed_between_parallel_versions(browser: Browser, made: Made) -> None:
    with opened(browser, made.page(f"compare-{made.authors}")) as tab:
        told = tab.locator(".hx-kinds").all_inner_texts()
        assert any("仅见于 A" in kinds for kinds in told)
        assert not any("新增" in kinds or "删除" in kinds for kinds in told)


def test_where_a_copy_breaks_off_rows_are_missing_and_not_removed(browser: Browser, made: Made) -> None:
    with opened(browser, made.page(f"compare-{made.broken}")) as tab:
        button = tab.locator('.hx-filters > li[data-f="lack"] button')
        count = int(button.locator("b").inner_text())
        assert count
        assert tab.locator('.hx-row[data-k~="lack"][data-k~="del"]').count() == 0
        if made.broken != made.authors:  # the copy is a mere beginning of the other
            assert tab.locator('.hx-filters > li[data-f="del"]').count() == 0
        button.click()
        expect(tab.locator('.hx-row[data-k~="lack"]').filter(visible=True)).to_have_count(count)
        assert tab.locator(".hx-cell.hx-lack:visible").count() >= count - 1


def test_one_column_and_its_link_hold_on_every_comparison(browser: Browser, made: Made) -> None:
    for page in sorted(made.folder.glob("compare-*.html")):
        with opened(browser, page.as_uri()) as tab:
            tab.keyboard.press("v")
            expect(tab.locator(".hx-sheet")).to_have_attribute("data-view", "inline")
            assert location_of(tab).endswith("#v=inline"), page.name


def test_the_synopsis_has_a_column_for_each_version_and_the_history_reads_every_version(
    browser: Browser, made: Made
) -> None:
    with opened(browser, made.page("synopsis")) as tab:
        sigla = [*"ABCD"[: tab.locator(".hx-shead .hx-head").count()]]
        assert sigla[-1] == made.broken[-1]
        assert tab.evaluate("document.documentElement.scrollWidth") == tab.evaluate("innerWidth")
    with opened(browser, made.page("history"), width=390) as tab:
        assert set(tab.locator(".hx-st-v .hx-sig").all_text_contents()) == set(sigla)
