"""What a long comparison costs its reader, measured in Chromium.

    python -m benchmarks.pages [CLAUSES]

Prints bytes, the first paint, the time that filters and views take, and how far anything was pushed about.
"""

import gzip
import re
import statistics
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread

from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from benchmarks import texts
from hexapla.site import publish_site

__all__ = ["main"]

CONFIG = """site_name: Measured
theme: {name: material, language: zh, font: false}
plugins: [{hexapla: {downloads: []}}]
"""
RUNS = 5
SHIFTS = """new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput)
  window.shifted = (window.shifted ?? 0) + e.value }).observe({ type: "layout-shift", buffered: true })"""
TIMED = """async selector => { const begun = performance.now();
  document.querySelector(selector).click();
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun }"""
BUTTONS = {
    "filter: changed": '.hx-filters > li[data-f="changed"] button',
    "filter: reworded": '.hx-filters > li[data-f="word"] button',
    "filter: all": '.hx-filters > li[data-f="all"] button',
    "view: one column": 'button[data-view="inline"]',
    "view: side by side": 'button[data-view="side"]',
    "next change": '[data-step="1"]',
}
UNCHANGED = re.compile(
    r'<div class="hx-row hx-w\d+ hx-row-same".*?(?=<div class="hx-row|</details>)', re.DOTALL
)
TAG = re.compile(r"<[^>]*>")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line of log per request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main(arguments: Sequence[str]) -> int:
    """Build a comparison of so many clauses, open it, print figures."""
    clauses = int(arguments[0]) if arguments else 500
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        texts.write(home / "source_texts" / "law", clauses, 2)
        (home / "docs").mkdir()
        (home / "mkdocs.yml").write_text(CONFIG)
        publish_site(config_file=home / "mkdocs.yml", site_dir=home / "site")
        page = home / "site" / "texts" / "law" / "compare-A-B.html"
        sizes(page.read_text(encoding="utf-8"), home / "site" / "assets" / "hexapla")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(home / "site")))
        Thread(target=server.serve_forever, daemon=True).start()
        look(f"http://127.0.0.1:{server.server_port}/texts/law/compare-A-B.html")
        server.shutdown()
    return 0


def sizes(html: str, assets: Path) -> None:
    """Print bytes: of the page, of the markup of an unchanged clause, of style and script."""
    rows = UNCHANGED.findall(html)
    markup = statistics.mean(sum(len(tag.encode()) for tag in TAG.findall(row)) for row in rows)
    spoken = statistics.mean(len(TAG.sub("", row).encode()) for row in rows)
    print(f"page: {len(html.encode()):,} bytes, {len(gzip.compress(html.encode())):,} compressed")
    print(f"an unchanged clause: {markup:,.0f} bytes of tags, {spoken:,.0f} of text, both sides")
    for name in ("hexapla.css", "hexapla.js", "search-box.js"):
        if (assets / name).exists():
            print(f"{name}: {len(gzip.compress((assets / name).read_bytes(), 9)):,} bytes compressed")


def look(url: str) -> None:
    """Open the page some times and print medians."""
    found: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(args=["--no-sandbox"], executable_path=chromium())
        for _ in range(RUNS):
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            context.add_init_script(SHIFTS)
            tab = context.new_page()
            tab.goto(url, wait_until="load")
            for name, value in measured(tab):
                found.setdefault(name, []).append(value)
            context.close()
        browser.close()
    for name, values in found.items():
        print(f"{name}: {statistics.median(values):.4g} (worst {max(values):.4g})")


def measured(tab: Tab) -> list[tuple[str, float]]:
    """Return what one opening of the page gave."""
    paint = tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    ready = tab.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart")
    made = [("first contentful paint, ms", paint), ("loaded, ms", ready)]
    made += [(f"{name}, ms", tab.evaluate(TIMED, selector)) for name, selector in BUTTONS.items()]
    tab.reload(wait_until="load")
    tab.mouse.wheel(0, 4000)
    tab.wait_for_timeout(300)
    return [*made, ("layout shift", tab.evaluate("window.shifted ?? 0"))]


def chromium() -> str | None:
    """Return the path of a Chromium on the PATH, as the tests find it; None: Playwright's own."""
    return next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
