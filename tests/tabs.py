"""A tab of the browser that complains of errors and of requests to elsewhere."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

__all__ = ["COLOURS", "Quiet", "opened", "serving", "violations"]

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
    **more: Any,  # noqa: ANN401 - whatever else a context of Playwright's takes
) -> Iterator[Tab]:
    """Open a page in a fresh context; at the end there was no error and no request to another site."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        **more,
    )
    tab = context.new_page()
    errors: list[str] = []
    asked: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(url, wait_until="load")
    try:
        yield tab
        assert errors == []
        home = urlsplit(url)
        assert [ask for ask in asked if urlsplit(ask)[:2] != home[:2] and not ask.startswith("data:")] == []
    finally:
        context.close()


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
