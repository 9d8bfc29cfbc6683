"""A reader turns a page into the other language of the interface: its words, never the texts."""

import difflib
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from hexapla import collection
from hexapla.i18n import LANGUAGES
from hexapla.pages import build_site_assets, render_document, render_guides
from hexapla.pipeline import build_document
from tabs import opened

pytestmark = pytest.mark.xdist_group("site")

ROOT = Path(__file__).parents[2]
ROOM = "texts/tool-room/compare-A-C.html"
ALIKE = 0.9
"""share of the pieces of a turned page that are as the site in that language writes them"""
READ = """root => {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) {
    const text = walk.currentNode.data.replace(/\\s+/g, " ").trim();
    if (text) found.push(text);
  }
  return found;
}"""
TEXTS = """root => [...root.querySelectorAll(".hx-part p, .hx-text p")].map(line => {
  const copy = line.cloneNode(true);
  copy.querySelectorAll(".hx-m, .hx-went, .hx-cutmark").forEach(each => each.remove());
  return copy.textContent;
})"""


def write_pages() -> dict[str, dict[str, str]]:
    """Return the pages of two specimens and the guides: language, address, HTML."""
    documents = collection.load_collection(ROOT / "source_texts").documents
    built = [build_document(each) for each in documents if each.id in ("tool-room", "garden-bylaws")]
    made = {}
    for language in LANGUAGES:
        pages = [*render_guides(language=language)]
        for each in built:
            pages += render_document(each.alignment, each.comparisons, language=language)
        made[language] = {page.uri: page.html for page in pages}
    return made


@cache
def read_scripts() -> list[str]:
    assets = build_site_assets()
    return [assets[name].decode() for name in ("hexapla.js", "language.js")]


def read_turned(tab: Tab, html: str, to: str) -> tuple[list[str], list[str]]:
    """Return all that stands on a page once it is turned, and its texts alone."""
    tab.set_content(html)
    for script in read_scripts():
        tab.add_script_tag(content=script)
    tab.evaluate("to => hexapla.turn(document.querySelector('.hx'), to)", to)
    root = tab.locator(".hx").element_handle()
    return tab.evaluate(READ, root), tab.evaluate(TEXTS, root)


def read_written(tab: Tab, html: str) -> tuple[list[str], list[str]]:
    """Return the same of a page as it was written, which need not be shown for it."""
    read = f"""html => {{ const page = new DOMParser().parseFromString(html, "text/html");
      return [{READ}, {TEXTS}].map(read => read(page.querySelector(".hx"))) }}"""
    everything, texts = tab.evaluate(read, html)
    return everything, texts


def test_a_turned_page_says_what_the_other_language_would_say_and_leaves_the_texts(browser: Browser) -> None:
    written = write_pages()
    with opened(browser, "about:blank") as tab:
        for one, other in (("en", "zh"), ("zh", "en")):
            shares = {}
            for uri in written[one]:
                name = uri.rpartition("/")[2]
                if name.startswith(("read-", "compare-")) and name not in ("read-A.html", "compare-A-C.html"):
                    continue
                turned, texts = read_turned(tab, written[one][uri], other)
                wanted, same = read_written(tab, written[other][uri])
                assert texts == same, uri
                shares[uri] = difflib.SequenceMatcher(None, turned, wanted, autojunk=False).ratio()
            assert sum(shares.values()) / len(shares) > ALIKE, shares
            assert min(shares.values()) > ALIKE - 0.15, sorted(shares.items(), key=lambda each: each[1])[:3]


def test_the_switch_in_the_header_is_remembered_on_all_pages(browser: Browser, served: str) -> None:
    with opened(browser, served + ROOM) as tab:
        root = tab.locator(".hx").element_handle()
        texts = tab.evaluate(TEXTS, root)
        tab.get_by_role("button", name="中文").click()
        expect(tab.locator(".hx[data-on]")).to_have_attribute("lang", "zh")
        expect(tab.locator(".hx-tabs")).to_contain_text("对照")
        assert tab.evaluate(TEXTS, tab.locator(".hx").element_handle()) == texts
        tab.keyboard.press("n")
        expect(tab.locator(".hx-pos")).to_have_text("1 / 21")
        tab.goto(served + "search.html#q=" + "借用人")
        expect(tab.locator(".hx-finder .hx-lead")).to_contain_text("条")
        tab.goto(served + "search.html#q=" + "春藤")  # facts of a document come from data, after the page
        expect(tab.locator(".hx-res-t.hx-dim").first).to_contain_text("3 个版本")
        tab.get_by_role("button", name="English").click()
        expect(tab.locator(".hx-title")).to_have_text("Search")
