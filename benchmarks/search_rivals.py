"""The searches that people have otherwise, on the same pages: Material's own (lunr) and Pagefind.

What is not installed here is installed into a throw-away folder and is never a dependency: jieba, with which
the theme breaks Chinese into words, and Pagefind in the edition that knows Chinese. Every rival is asked as a
reader asks it: the theme's by its search field, Pagefind by its programming interface.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import unquote

from playwright.sync_api import Page

__all__ = ["Answer", "Clauses", "Measured", "rivals"]

Name = tuple[str, str]
"""document and clause"""
Clauses = Mapping[Name, tuple[str, str]]
"""number and text"""

PACKAGES: Final = ("jieba", "pagefind[extended]")
CONFIG: Final = """\
site_name: search
use_directory_urls: false
theme: {name: material, font: false, language: LANGUAGE}
markdown_extensions: [attr_list]
plugins: [PLUGIN]
"""
LISTEN: Final = """
const Real = Worker; window.Worker = class extends Real { constructor(...given) { super(...given);
    this.addEventListener("message", e => { if (e.data.type === 1) window.ready = performance.now();
        if (e.data.type === 3 && window.told) window.told(e.data.data) }) } }"""
TYPE: Final = """q => new Promise(end => { const i = document.querySelector(".md-search__input"),
    t = performance.now(); let at;
    window.told = data => { const found = data.items.flat().map(x => x.location);
        clearTimeout(at); at = setTimeout(end, 300, [found, performance.now() - t]) };
    i.value = q; i.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true})) })"""
ASK: Final = """async q => { const t = performance.now(), s = await window.pf.search(q),
    own = await Promise.all(s.results.map(r => r.data()));
    return [own.flatMap(d => d.sub_results.map(r => r.url)), performance.now() - t] }"""
START: Final = """async () => { const t = performance.now();
    window.pf = await import("/pagefind/pagefind.js"); await window.pf.init();
    return performance.now() - t }"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found."""

    found: frozenset[Name]
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A search."""

    name: str
    setup: float
    """seconds for its index, at build time"""
    ready: float
    """milliseconds until it can be asked"""
    size: int
    """bytes of its index"""
    answers: Mapping[str, Answer]


class Server(Protocol):
    """Serves a folder: `with served(folder) as address`."""

    def __call__(self, folder: Path) -> AbstractContextManager[str]:
        """Serve it."""


def rivals(
    tab: Page, folder: Path, clauses: Clauses, queries: Sequence[str], served: Server
) -> Iterator[Measured]:
    """Yield each rival as measured. The folder is empty and thrown away later."""
    packages = folder / "packages"
    run(sys.executable, "-m", "pip", "install", "--quiet", "--target", str(packages), *PACKAGES)
    plain = {**os.environ, "PYTHONPATH": ""}
    more = {**os.environ, "PYTHONPATH": str(packages)}
    bare = built(folder / "none", clauses, "[]", "zh", plain)[1]
    cases = (
        ("Material (lunr), as it comes", "search", "en", plain),
        ("Material, lang zh", "{search: {lang: zh}}", "zh", plain),
        ("Material, lang zh, jieba", "{search: {lang: zh}}", "zh", more),
    )
    for at, (name, plugin, language, environment) in enumerate(cases):
        site, seconds = built(folder / f"lunr-{at}", clauses, f"[{plugin}]", language, environment)
        with served(site) as url:
            yield lunr(tab, url, site, name, seconds - bare, queries)
    site, seconds = folder / "none" / "site", time.perf_counter()
    run(sys.executable, "-m", "pagefind", "--site", str(site), env=more)
    seconds = time.perf_counter() - seconds
    with served(site) as url:
        yield pagefind(tab, url, site, seconds, queries)


def run(*command: str, env: Mapping[str, str] | None = None) -> None:
    """Run a command; its words only if it fails."""
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - fixed commands
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def built(
    folder: Path, clauses: Clauses, plugins: str, language: str, env: Mapping[str, str]
) -> tuple[Path, float]:
    """Build a site of a page for each document, a heading for each clause; return it and the seconds."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    pages: dict[str, list[str]] = {}
    for (document, name), (number, text) in clauses.items():
        pages.setdefault(document, [f"# {document}\n"]).append(f"## {number} {{#{name}}}\n\n{text}\n")
    for document, lines in pages.items():
        (docs / f"{document}.md").write_text("\n".join(lines), encoding="utf-8")
    (docs / "index.md").write_text("# search\n", encoding="utf-8")
    text = CONFIG.replace("LANGUAGE", language).replace("[PLUGIN]", plugins)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    start = time.perf_counter()
    run(sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml"), env=env)
    return folder / "site", time.perf_counter() - start


def name_of(address: str) -> Name | None:
    """Return the clause that an address leads to; None: a page as a whole."""
    page, _, anchor = unquote(address).rpartition("#")
    return (page.rsplit("/", 1)[-1].removesuffix(".html"), anchor) if page else None


def answers(tab: Page, ask: str, queries: Sequence[str]) -> dict[str, Answer]:
    """Ask every query."""
    told: dict[str, Answer] = {}
    for query in queries:
        found, took = tab.evaluate(ask, query)
        told[query] = Answer(frozenset(filter(None, map(name_of, found))), took)
    return told


def lunr(tab: Page, url: str, site: Path, name: str, seconds: float, queries: Sequence[str]) -> Measured:
    """Measure the theme's search."""
    own: Any = tab.context.browser
    context = own.new_context()
    page = context.new_page()
    page.add_init_script(LISTEN)
    page.goto(f"{url}index.html")
    page.locator(".md-search__input").focus()
    page.wait_for_function("window.ready", timeout=600_000)
    told = answers(page, TYPE, queries)
    ready = page.evaluate("window.ready")
    context.close()
    size = (site / "search/search_index.json").stat().st_size
    return Measured(name, seconds, ready, size, told)


def pagefind(tab: Page, url: str, site: Path, seconds: float, queries: Sequence[str]) -> Measured:
    """Measure Pagefind."""
    tab.goto(f"{url}index.html")
    ready = tab.evaluate(START)
    told = answers(tab, ASK, queries)
    index = site / "pagefind"
    size = sum(path.stat().st_size for path in index.rglob("*.pf_*"))
    return Measured("Pagefind, extended", seconds, ready, size, told)
