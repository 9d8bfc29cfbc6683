"""A tab of the browser that complains of errors and of requests to elsewhere."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Error, Request
from playwright.sync_api import Page as Tab

__all__ = ["COLOURS", "Quiet", "location_of", "opened", "serving", "violations"]

COLOURS = ("color-contrast", "link-in-text-block")
"""the rules of axe that another colour scheme can break; all others judge the same page again"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line of log per request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a folder; yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def opened(
    browser: Browser,
    url: str,
    *,
    width: int = 1440,
    scheme: str = "light",
    forced_colors: Literal["active", "none"] = "none",
    **more: Any,  # noqa: ANN401 - whatever else a context of Playwright's takes
) -> Iterator[Tab]:
    """Open a page in a tab without a past; at the end there was no error and no request to another site."""
    tab = take_tab(browser, more)
    errors: list[str] = []
    asked: list[str] = []

    def hear_message(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def hear_error(error: Error) -> None:
        errors.append(str(error))

    def hear_request(request: Request) -> None:
        asked.append(request.url)

    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(
        media="null",  # tabs are used again, and what an earlier test asked for would stay
        color_scheme="dark" if scheme == "dark" else "light",
        forced_colors=forced_colors,
        reduced_motion="reduce",
    )
    tab.on("pageerror", hear_error)
    tab.on("console", hear_message)
    tab.on("request", hear_request)
    try:
        tab.goto(url, wait_until="load")
        yield tab
        assert errors == [], errors
        home = urlsplit(url)
        assert [ask for ask in asked if urlsplit(ask)[:2] != home[:2] and not ask.startswith("data:")] == []
    except BaseException:
        tab.context.close()
        raise
    tab.remove_listener("pageerror", hear_error)
    tab.remove_listener("console", hear_message)
    tab.remove_listener("request", hear_request)
    give_tab_back(browser, more, tab)


def location_of(tab: Tab) -> str:
    """Ask the page for its address: what Playwright remembers (`tab.url`) can be one key press behind."""
    return str(tab.evaluate("location.href"))


FREE: dict[tuple[int, str], list[Tab]] = {}
"""tabs that no test uses, by the browser and the options of their contexts: a new context costs a second"""


def take_tab(browser: Browser, options: dict[str, Any]) -> Tab:
    """Return a free tab whose context has these options, or a new one."""
    free = FREE.get((id(browser), repr(options)))
    return free.pop() if free else browser.new_context(**options).new_page()


def give_tab_back(browser: Browser, options: dict[str, Any], tab: Tab) -> None:
    """Make a tab forget what its page stored, and keep it for the next test."""
    tab.evaluate("try { localStorage.clear(); sessionStorage.clear() } catch { }")
    tab.goto("about:blank")
    FREE.setdefault((id(browser), repr(options)), []).append(tab)


def violations(tab: Tab, *rules: str) -> dict[str, list[str]]:
    """Run axe on a page, by some of its rules or by all; return what broke each rule.

    Rows that were not drawn yet have no place, and what lies behind them is unknown: all are drawn.
    """
    tab.add_style_tag(content=".hx * { content-visibility: visible !important }")
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found = Axe().run(tab, options=options).response["violations"]
    return {each["id"]: [node["html"][:200] for node in each["nodes"][:3]] for each in found}
