"""The Content-Security-Policy that a build lists, set as a header: everything works, nothing else runs."""

import base64
import hashlib
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hexapla.site.csp import POLICY

pytestmark = pytest.mark.xdist_group("site")

GARDEN = "texts/garden-bylaws/"
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""what a browser executes; the theme's other inline scripts have a type and are data"""
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
PAGES = [
    *("index.html", "search.html", "guide/commands.html", "404.html"),
    *(GARDEN + name for name in ("index.html", "read-B.html", "compare-A-B.html", "synopsis.html")),
    *(GARDEN + name for name in ("history.html", "concordance.html", "downloads.html")),
]


@pytest.fixture(scope="module")
def guarded(site: Path) -> Iterator[str]:
    """The site's address, where every answer carries the policy."""
    policy = (site / POLICY).read_text(encoding="utf-8").strip()

    class Guarded(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Guarded, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("page", PAGES)
def test_the_policy_stops_nothing_of_a_page(page: str, guarded: str, browser: Browser) -> None:
    tab = browser.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(guarded + page)
    tab.wait_for_load_state("networkidle")
    tab.close()
    assert [each for each in said if "Content Security Policy" in each] == []


@pytest.mark.parametrize("page", ["search.html#q=garden", GARDEN + "read-B.html#x&q=garden"])
def test_the_policy_lets_the_search_work(page: str, guarded: str, browser: Browser) -> None:
    tab = browser.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    with tab.expect_response("**/search.js"), tab.expect_response("**/search.css"):
        tab.goto(guarded + page)
    if page.startswith("search"):
        tab.wait_for_selector(".hx-results li")
        tab.locator(".hx-results a").first.click()
    tab.wait_for_load_state("networkidle")
    tab.close()
    assert [each for each in said if "Content Security Policy" in each] == []


def test_the_policy_lists_a_digest_for_each_inline_element_and_nothing_unsafe(site: Path) -> None:
    policy = (site / POLICY).read_text(encoding="utf-8").strip()
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    assert parts["default-src"] == "'none'"
    assert "unsafe" not in policy
    assert "*" not in policy
    for name, pattern in (("script-src", INLINE), ("style-src", STYLE)):
        found = {inner for path in site.rglob("*.html") for inner in pattern.findall(path.read_text("utf-8"))}
        digests = {base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in found}
        assert parts[name].split() == ["'self'", *sorted(f"'sha256-{each}'" for each in digests)]


def test_the_policy_stops_what_a_text_would_smuggle_in(guarded: str, browser: Browser) -> None:
    tab = browser.new_page()
    tab.goto(guarded + GARDEN + "read-B.html")
    tab.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.pwned = 1";
            document.body.append(script);
            const box = document.createElement("div");
            box.innerHTML =
                "<img src=x onerror='window.pwned = 1'><a href='javascript:window.pwned = 1'>x</a>";
            document.body.append(box);
            box.querySelector("a").click();
        }"""
    )
    tab.wait_for_timeout(300)
    assert tab.evaluate("window.pwned") is None
    tab.close()
