"""The Content-Security-Policy that a build lists, set as a header: everything works, nothing else runs."""

import base64
import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, expect

from hexapla.site import publish_site
from hexapla.site.csp import POLICY
from small_collections import written
from tabs import fresh_tab, serving, until, wait_for_results

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
    with guarding(site) as address:
        yield address


@contextmanager
def guarding(site: Path) -> Iterator[str]:
    """Serve a site; every answer carries its policy."""
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


def test_the_policy_stops_nothing_of_a_page(guarded: str, browser: Browser) -> None:
    said: list[tuple[str, str]] = []

    def hear(page: str, message: ConsoleMessage) -> None:
        said.append((page, message.text))

    with fresh_tab(browser) as first:
        tabs = {page: first.context.new_page() for page in PAGES}
        for page, tab in tabs.items():
            tab.on("console", partial(hear, page))
            tab.goto(guarded + page)
        for tab in tabs.values():  # all become idle at the same time
            tab.wait_for_load_state("networkidle")
    assert [each for each in said if "Content Security Policy" in each[1]] == []


@pytest.mark.parametrize("page", ["search.html#q=garden", GARDEN + "read-B.html#x&q=garden"])
def test_the_policy_lets_the_search_work(page: str, guarded: str, browser: Browser) -> None:
    said: list[str] = []
    with fresh_tab(browser) as tab:
        tab.on("console", lambda message: said.append(message.text))
        with tab.expect_response("**/search.js"), tab.expect_response("**/search.css"):
            tab.goto(guarded + page)
        if page.startswith("search"):
            wait_for_results(tab)
            tab.locator(".hx-results a").first.click()
            expect(tab).not_to_have_url(re.compile(r"/search\.html"))
        tab.wait_for_load_state("networkidle")
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


SMUGGLE = """() => {
  window.refused = 0;
  addEventListener("securitypolicyviolation", () => { window.refused += 1 });
  const script = document.createElement("script");
  script.textContent = "window.pwned = 1";
  document.body.append(script);
  const box = document.createElement("div");
  box.innerHTML = "<img src=x onerror='window.pwned = 1'><a href='javascript:window.pwned = 1'>x</a>";
  document.body.append(box);
  box.querySelector("a").click();
}"""


def test_the_policy_stops_what_a_text_would_smuggle_in(guarded: str, browser: Browser) -> None:
    with fresh_tab(browser) as tab:
        tab.goto(guarded + GARDEN + "read-B.html")
        tab.evaluate(SMUGGLE)
        tab.wait_for_function("refused >= 3")
        assert tab.evaluate("window.pwned") is None


WAYS = ("name", "page", "override")
"""how a script comes in: the site's name, a page written by hand, a template of the owner's"""


def script(way: str) -> str:
    return f"<script>window.stolen_by_{way} = 1</script>"


@pytest.fixture(scope="module")
def smuggled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, ...]]:
    """A site into which a script came in each way, and what its build warned of."""
    home = tmp_path_factory.mktemp("smuggled")
    (home / "docs").mkdir()
    (home / "docs/by-hand.md").write_text(f"# By hand\n\n{script('page')}\n", encoding="utf-8")
    (home / "overrides").mkdir()
    block = f"{{% block extrahead %}}{script('override')}{{% endblock %}}"
    (home / "overrides/main.html").write_text(f'{{% extends "base.html" %}}{block}', encoding="utf-8")
    written(home / "source_texts", 1)
    (home / "mkdocs.yml").write_text(
        f"site_name: 'Rules {script('name')}'\n"
        "theme: {name: material, font: false, custom_dir: overrides}\n"
        "plugins: [hexapla: {cache: ''}]\nuse_directory_urls: false\n",
        encoding="utf-8",
    )
    published = publish_site(config_file=home / "mkdocs.yml")
    return home / "site", published.warnings


def ran(address: str, browser: Browser) -> tuple[set[str], list[str]]:
    """Open the page written by hand; return the scripts that ran, and what the console said of the policy."""
    refused: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            refused.append(message.text)

    with fresh_tab(browser) as tab:
        tab.on("console", hear)
        tab.goto(f"{address}by-hand.html")
        tab.wait_for_load_state("networkidle")
        done = {way for way in WAYS if tab.evaluate(f"window.stolen_by_{way}") == 1}
        until(tab, lambda: len(done) + len(refused), lambda scripts: scripts >= len(WAYS))
    return done, refused


def test_a_script_that_came_in_is_blocked_and_was_named_by_the_build(
    smuggled: tuple[Path, tuple[str, ...]], browser: Browser
) -> None:
    site, warnings = smuggled
    with serving(site) as address:
        done, _ = ran(address, browser)
        assert done == set(WAYS), "without the policy each of them runs; else nothing was tested"
    with guarding(site) as address:
        done, refused = ran(address, browser)
    assert done == set()
    assert len(refused) >= len(WAYS)
    for way in WAYS:
        assert [each for each in warnings if f"stolen_by_{way}" in each and "allow_inline" in each], way
