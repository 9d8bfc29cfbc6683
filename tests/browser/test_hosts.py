"""Every host's pages in a browser: none asks anything of elsewhere, filters and search work."""

import pytest
from playwright.sync_api import Browser, expect

from hosts import HOSTS, build_once
from tabs import opened, serving

pytestmark = pytest.mark.xdist_group("hosts")

PAGES = ("index.html", "guide/start.html", "texts/tool-room/compare-A-C.html", "texts/tool-room/read-A.html")


@pytest.mark.parametrize("host", [each for each in HOSTS if each != "own"])
def test_no_page_asks_elsewhere_and_the_tools_work(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, host: str
) -> None:
    with serving(build_once(host, tmp_path_factory)) as address:
        for page in PAGES:
            with opened(browser, address + page):
                pass
        with opened(browser, address + "search.html#q=garden") as tab:
            tab.wait_for_selector(".hx-results li")
        with opened(browser, address + "texts/tool-room/compare-A-C.html") as tab:
            before = tab.locator(".hx-row:visible").count()
            filtered = tab.locator('.hx-filters [data-f="add"] button')
            filtered.click()
            expect(filtered).to_have_attribute("aria-pressed", "true")
            assert 0 < tab.locator(".hx-row:visible").count() < before
            tab.fill(".hx-find input", "工具")
            tab.wait_for_selector("#hx-found .hx-opt mark")
