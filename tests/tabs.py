"""A tab of the browser that complains of errors and of requests to elsewhere.

What a page does later than a press or a load - at a change of its fragment, in the next picture, when a
script has come - a test waits for: by `expect`, by `tab.wait_for_function`, or by `until`. Where
HEXAPLA_LAG=300 stands in the environment, all of it comes so many milliseconds later still, and a test that
does not wait fails.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Request
from playwright.sync_api import Page as Tab

__all__ = [
    "COLOURS",
    "Quiet",
    "faults_of_colour",
    "fresh_tab",
    "location_of",
    "opened",
    "read_clipboard",
    "serving",
    "until",
    "violations",
    "wait_for_instant_loading",
    "wait_for_results",
    "wait_until_still",
]

Value = TypeVar("Value")
PATIENCE = 60_000
"""milliseconds for which whatever a test asks of a tab may last before the test fails"""
FRAMES = 1_200
"""as many pictures are drawn, 60 a second at most, until a value must be as a test expects it"""
LAG = int(os.environ.get("HEXAPLA_LAG", "0"))
LAGGING = """(() => {
  const lag = %d, wait = setTimeout, frame = requestAnimationFrame;
  const listen = EventTarget.prototype.addEventListener;
  const late = act => function (...all) { wait(() => act.apply(this, all), lag) };
  window.setTimeout = (act, time = 0, ...all) => wait(act, time + lag, ...all);
  window.requestAnimationFrame = act => frame(time => wait(act, lag, time));
  const types = ["hashchange", "popstate", "scroll", "selectionchange", "toggle"];
  EventTarget.prototype.addEventListener = function (type, act, options) {
    const own = types.includes(type) && typeof act === "function" ? late(act) : act;
    return listen.call(this, type, own, options) };
  for (const name of ["ResizeObserver", "IntersectionObserver"])
    window[name] = class extends window[name] { constructor(act, options) { super(late(act), options) } };
  const clipboard = window.Clipboard?.prototype;
  for (const name of clipboard ? ["write", "writeText"] : []) { const own = clipboard[name];
    clipboard[name] = function (what) {
      return new Promise(done => wait(done, lag)).then(() => own.call(this, what)) } }
})()"""
"""a page on which what is done later is done still later"""
STILL = """() => new Promise(done => { let last, same = 0;
  const look = () => { const { scrollWidth, scrollHeight } = document.documentElement;
    const now = [scrollX, scrollY, scrollWidth, scrollHeight].join();
    same = now === last ? same + 1 : 0;
    last = now;
    same < 20 ? requestAnimationFrame(look) : done() };
  look() })"""
"""no size and no place on the page changed for twenty pictures"""
TABLES_ARE_READY = """() => [...document.querySelectorAll(".md-typeset table:not([class])")].every(table => {
  const around = table.closest(".md-typeset__scrollwrap");
  return around && (around.scrollWidth <= around.clientWidth || around.tabIndex >= 0) })"""
"""the theme wraps tables, and gives those that scroll to the keys, a moment after the load"""

COLOURS = ("color-contrast", "link-in-text-block")
"""the rules of axe that another colour scheme can break; all others judge the same page again"""
LOOKED_AT = "[data-looked-at]"
NEW_LOOKS = """seen => { const looks = new Map();
  for (const e of document.querySelectorAll("body *")) {
    const speaks = e.matches("input, select, textarea")
      || [...e.childNodes].some(each => each.nodeType === Node.TEXT_NODE && each.data.trim());
    if (!speaks || !e.checkVisibility({ visibilityProperty: true })) continue;
    const { fontSize, fontWeight, textDecorationLine } = getComputedStyle(e), around = [];
    for (let at = e; at; at = at.parentElement) {
      const { color, backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
      around.push([color, backgroundColor, backgroundImage, opacity].join()) }
    const distinct = around.filter((each, at) => each !== around[at - 1]);
    const look = [e.localName, fontSize, fontWeight, textDecorationLine, ...distinct].join(";");
    looks.set(look, [e, ...(looks.get(look) ?? []).slice(-1)]) }
  const fresh = [...looks.keys()].filter(each => !seen.includes(each));
  fresh.flatMap(each => looks.get(each)).forEach(e => { e.dataset.lookedAt = "" });
  return fresh }"""
"""Marks texts by what their contrast depends on: their size and weight, the colours of all they stand in."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line of log per request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer, where asked for with a lag."""
        time.sleep(LAG / 1000)
        super().do_GET()


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


@contextmanager
def fresh_tab(browser: Browser, **options: Any) -> Iterator[Tab]:  # noqa: ANN401 - as above
    """Make a tab in a context of its own, for what a tab that is used again would not forget."""
    context = make_context(browser, options)
    try:
        yield context.new_page()
    finally:
        context.close()


def make_context(browser: Browser, options: dict[str, Any]) -> BrowserContext:
    """Make a context that waits long enough on a busy machine."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    if LAG:
        context.add_init_script(LAGGING % LAG)
    return context


def until(tab: Tab, read: Callable[[], Value], holds: Callable[[Value], object]) -> Value:
    """Read a value after each picture until it is as it should be; return it."""
    value = read()
    for _ in range(FRAMES):
        if holds(value):
            return value
        tab.evaluate("new Promise(requestAnimationFrame)")
        value = read()
    raise AssertionError(f"still {value!r}")


def wait_until_still(*tabs: Tab) -> None:
    """Wait until nothing moves in any of the tabs."""
    for tab in tabs:
        tab.evaluate(f"() => {{ window.becomesStill = ({STILL})() }}")
    for tab in tabs:
        tab.evaluate("becomesStill")


def wait_for_results(tab: Tab) -> None:
    """Wait until the page of the search has found all there is."""
    tab.wait_for_selector(".hx-results[aria-busy=false]", state="attached")


def wait_for_instant_loading(tab: Tab) -> None:
    """Wait until the theme has the map of pages: before that, it exchanges none."""
    tab.wait_for_function(
        "performance.getEntriesByType('resource').some(each => each.name.endsWith('/sitemap.xml'))"
    )


def read_clipboard(tab: Tab, holds: Callable[[str], object]) -> str:
    """Return what a page copies, once it is there."""
    return until(tab, lambda: str(tab.evaluate("navigator.clipboard.readText()")), holds)


def location_of(tab: Tab) -> str:
    """Ask the page for its address: what Playwright remembers (`tab.url`) can be one key press behind."""
    return str(tab.evaluate("location.href"))


FREE: dict[tuple[int, str], list[Tab]] = {}
"""tabs that no test uses, by the browser and the options of their contexts: a new context costs a second"""


def take_tab(browser: Browser, options: dict[str, Any]) -> Tab:
    """Return a free tab whose context has these options, or a new one."""
    free = FREE.get((id(browser), repr(options)))
    return free.pop() if free else make_context(browser, options).new_page()


def give_tab_back(browser: Browser, options: dict[str, Any], tab: Tab) -> None:
    """Make a tab forget what its page stored, and keep it for the next test."""
    tab.wait_for_load_state()
    tab.evaluate("try { localStorage.clear(); sessionStorage.clear() } catch { }")
    tab.goto("about:blank")
    FREE.setdefault((id(browser), repr(options)), []).append(tab)


def violations(tab: Tab, *rules: str, without: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Run axe on a page, by some of its rules, by all, or by all but some; return what broke each rule."""
    off = {rule: {"enabled": False} for rule in without}
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    return run_axe(tab, {"rules": off, **only})


def faults_of_colour(tab: Tab, seen: set[str]) -> dict[str, list[str]]:
    """Run the rules of colour on what looks like nothing in `seen`, and remember it; return the faults.

    To judge the colours of a text costs more than all other rules, and of a thousand texts most look alike:
    of each look the first and the last of a page are judged.
    """
    tab.wait_for_function(TABLES_ARE_READY)
    new = tab.evaluate(NEW_LOOKS, sorted(seen))
    seen.update(new)
    return run_axe(tab, {"runOnly": {"type": "rule", "values": list(COLOURS)}}, LOOKED_AT) if new else {}


def run_axe(tab: Tab, options: dict[str, object], inside: str | None = None) -> dict[str, list[str]]:
    """Run axe on a page or on parts of it; return what broke each rule.

    Rows that were not drawn yet have no place, and what lies behind them is unknown: all are drawn.
    """
    tab.wait_for_function(TABLES_ARE_READY)
    tab.add_style_tag(content=".hx * { content-visibility: visible !important }")
    asked = {"resultTypes": ["violations"], "preload": False, **options}
    found = Axe().run(tab, context=inside, options=asked).response["violations"]
    return {each["id"]: [node["html"][:200] for node in each["nodes"][:3]] for each in found}
