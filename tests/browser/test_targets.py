"""What is pressed with a finger on a phone is large enough to be hit."""

import pytest
from playwright.sync_api import Browser, expect

from tabs import opened, wait_for_results

pytestmark = pytest.mark.xdist_group("site")

LEAST = 24
"""pixels of width and of height, as WCAG 2.2 asks (2.5.8)"""
PAGES = (
    "index.html",
    *(
        f"texts/tool-room/{name}.html"
        for name in ("index", "synopsis", "history", "concordance", "downloads")
    ),
    *(f"texts/tool-room/{name}.html" for name in ("compare-A-C", "read-A")),
    "search.html#q=%E5%B7%A5%E5%85%B7",
)
SMALL = """least => [...document.querySelectorAll(
    ".hx :is(a[href], button, summary, select, input:not([type=hidden])), .hx-lang"
  )]
  .filter(each => each.checkVisibility({ visibilityProperty: true }))
  // links inside sentences are as high as their line; the map of rows is a picture there
  .filter(each => !each.closest("[hidden], svg, .hx-rowmap, [aria-hidden=true], .hx-vh"))
  .filter(each => !each.closest("p:not(.hx-eyebrow, .hx-sub)"))
  .map(each => [each, (each.closest("label") ?? each).getBoundingClientRect()])
  .filter(([, { width, height }]) => width && height && Math.min(width, height) < least)
  .map(([each, { width, height }]) => [each.outerHTML.slice(0, 120), width, height])"""

COVERED = """[...document.querySelectorAll(".hx-mid:has(.hx-note)")].flatMap(mid => {
  if (!mid.offsetParent) return [];
  const pin = mid.querySelector(".hx-pin").getBoundingClientRect();
  return [...mid.querySelectorAll(".hx-note, .hx-k, .hx-flags")].filter(each => {
    const words = document.createRange();
    words.selectNodeContents(each);
    return [...words.getClientRects()].some(({ left, right, top, bottom }) =>
      left < pin.right && right > pin.left && top < pin.bottom && bottom > pin.top);
  }).map(each => each.textContent);
})"""


@pytest.mark.parametrize("path", PAGES)
def test_every_target_on_a_phone_can_be_hit(browser: Browser, served: str, path: str) -> None:
    with opened(browser, served + path, width=390, has_touch=True) as tab:
        tab.wait_for_selector(".hx[data-on]")
        if path.startswith("search"):
            wait_for_results(tab)
        assert tab.evaluate(SMALL, LEAST) == []


@pytest.mark.parametrize("width", [1440, 1300, 1024, 390])
def test_the_sign_of_a_row_covers_no_words(browser: Browser, served: str, width: int) -> None:
    """Rows with notes are those whose middle column is full."""
    with opened(browser, f"{served}texts/garden-bylaws/compare-C-D.html", width=width) as tab:
        expect(tab.locator(".hx[data-on]")).to_be_visible()
        assert tab.evaluate(COVERED) == []
