"""The Content-Security-Policy that a build lists, set as a header: everything works, nothing else runs."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hexapla.publish.policy import POLICY

pytestmark = pytest.mark.xdist_group("site")

GARDEN = "texts/garden-bylaws/"
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
