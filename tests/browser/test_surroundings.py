"""Our pages in hard surroundings: a strict content policy, pages exchanged without a load."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from selectolax.lexbor import LexborHTMLParser

from hexapla.site import publish_site
from tabs import Quiet, fresh_tab, location_of, opened, serving, wait_for_instant_loading

ROOT = Path(__file__).parents[2]
ROOM = "texts/tool-room/compare-A-C.html"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"


class Strict(Quiet):
    """Serves files under a policy that forbids everything inline."""

    def end_headers(self) -> None:
        """Add the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.mark.xdist_group("site")
def test_nothing_of_ours_is_inline_on_any_page(site: Path) -> None:
    ours = 0
    for path in sorted(site.rglob("*.html")):
        root = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article .hx")
        if root is None:
            continue
        ours += 1
        assert root.css("style, script:not([src]), [style]") == [], path
        for node in root.css("*"):
            assert not [name for name in node.attributes if name.startswith("on")], (path, node.tag)
            assert not str(node.attributes.get("href") or "").lower().startswith("javascript:"), path
    assert ours > 20


@pytest.mark.xdist_group("site")
def test_the_tools_work_where_nothing_inline_may_run(browser: Browser, site: Path) -> None:
    with ExitStack() as stack:
        address = stack.enter_context(serving(site, Strict))
        tab = stack.enter_context(fresh_tab(browser, reduced_motion="reduce"))
        tab.add_init_script(
            "window.broken = []; addEventListener('securitypolicyviolation',"
            " e => { if (/hexapla|search/.test(e.sourceFile)) window.broken.push(e.sourceFile + e.sample) })"
        )
        tab.goto(address + ROOM)
        tab.click('.hx-filters > li[data-f="add"] button')
        tab.keyboard.press("n")
        expect(tab.locator(".hx-cur")).to_be_in_viewport()
        tab.keyboard.press("v")
        expect(tab.locator(".hx-sheet")).to_have_attribute("data-view", "inline")
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        rules = "[...document.adoptedStyleSheets].flatMap(s => [...s.cssRules].map(r => r.cssText)).join()"
        assert ROOM in tab.evaluate(rules)
        # what the theme itself has inline is refused; of ours nothing is
        assert tab.evaluate("window.broken") == []


@pytest.fixture(scope="module")
def instant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A specimen's site with instant loading, at the address that its map of pages names."""
    home = tmp_path_factory.mktemp("instant")
    shutil.copytree(ROOT / "source_texts/tool-room", home / "source_texts/tool-room")
    with serving(home / "site") as address:
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        settings = settings.replace("features:\n", "features:\n    - navigation.instant\n", 1)
        settings = settings.replace("docs_dir: docs", f"docs_dir: {ROOT / 'docs'}\nsite_url: {address}")
        settings = settings.replace("sources: source_texts", f"sources: {home / 'source_texts'}")
        settings = settings.replace("bundle: true", f"cache: {ROOT / '.cache'}")
        settings = settings.replace("  - .ci/", f"  - {ROOT}/.ci/")
        (home / "mkdocs.yml").write_text(settings, encoding="utf-8")
        publish_site(config_file=home / "mkdocs.yml", site_dir=home / "site")
        yield address


def leave(tab: Tab, link: str) -> None:
    """Follow a link that exchanges the content of the page; wait until the tools of the next have begun."""
    tab.evaluate("document.querySelector('.hx').dataset.left = '1'")
    tab.click(link) if link else tab.go_back()
    expect(tab.locator(".hx[data-on]:not([data-left])")).to_be_visible()


@pytest.mark.xdist_group("other sites")
def test_the_tools_survive_instant_loading(browser: Browser, instant: str) -> None:
    with opened(browser, instant + ROOM) as tab:
        tab.evaluate("window.same = true")
        wait_for_instant_loading(tab)
        leave(tab, ".hx-tabs a >> nth=3")
        expect(tab.locator(".hx-syn")).to_be_visible()
        leave(tab, ".hx-tabs a >> nth=2")
        expect(tab.locator(".hx-sheet")).to_be_visible()
        assert tab.evaluate("window.same"), "the page was loaded anew, so nothing was tested"
        tab.keyboard.press("n")
        expect(tab.locator(".hx-pos")).to_have_text(re.compile("^1 "))
        tab.keyboard.press("n")
        expect(tab.locator(".hx-pos")).to_have_text(re.compile("^2 "))
        tab.keyboard.press("v")
        expect(tab.locator(".hx-sheet")).to_have_attribute("data-view", "inline")
        tab.locator(".hx-choose > summary").first.click()
        here = location_of(tab)
        leave(tab, ".hx-choose[open] a >> nth=0")
        assert location_of(tab).split("/")[-1].split("#")[0] != here.split("/")[-1].split("#")[0]
        expect(tab.locator(".hx-sheet")).to_have_attribute("data-view", "inline")
        leave(tab, "")
        expect(tab.locator(".hx-sheet")).to_have_attribute("data-view", "inline")
        tab.keyboard.press("v")
        expect(tab.locator(".hx-sheet")).to_have_attribute("data-view", "side")
        tab.wait_for_function("document.adoptedStyleSheets.length === 1")
        assert tab.evaluate("window.same")
        tab.click(".hx-swap")
        expect(tab.locator(".hx-head .hx-sig").first).to_have_text("C")
        tab.go_back()
        expect(tab.locator(".hx-head .hx-sig").first).to_have_text("B")
