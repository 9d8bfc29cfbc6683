"""What a reader waits for on long pages, measured in Chromium, of one state of a site or of two by turns.

    python -m benchmarks.reading                 laws of 306 and of 2,000 articles, made up, built here
    python -m benchmarks.reading SITE [BEFORE]   sites that are built already

The pages are those of each document below `texts/`: comparison, synopsis, history, reading page, table of
numbers, and the first page of the site. Each is opened in a fresh context, once as on a desktop (1440 × 900)
and once as on a phone (390 × 844, the processor throttled by four); the least of the runs counts.

Times to paint and to be ready are by the clock on the wall. What an action or a picture costs is CPU time of
the page's main thread, which other programs on the machine lengthen little: throttling would count its own
pauses, so that a phone's figures are those of the machine times four.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, sync_playwright
from playwright.sync_api import Page as Tab

from benchmarks import texts
from benchmarks.pages import CONFIG, SHIFTS, chromium
from hexapla.site import publish_site

__all__ = ["main"]

RUNS = 3
FRAMES = 90
STEP = 120
"""pixels a frame"""
PAGES = ("compare-A-B", "synopsis", "history", "read-B", "concordance")
SCROLL = """([step, frames]) => new Promise(end => { const spans = []; let last = performance.now();
  const go = now => { spans.push(now - last); last = now; scrollBy({ top: step, behavior: "instant" });
    if (spans.length < frames) return requestAnimationFrame(go);
    spans.splice(0, 5); spans.sort((a, b) => a - b);
    end([spans[spans.length >> 1], spans[Math.floor(spans.length * .95)]]) };
  requestAnimationFrame(go) })"""
PRESS = """([selector, key]) => new Promise(end => { const begun = performance.now();
  if (selector) document.querySelector(selector).click();
  else document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => end(performance.now() - begun))) })"""
LOADED = """() => { const [page] = performance.getEntriesByType("navigation");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return [paint?.startTime ?? NaN, page.domContentLoadedEventEnd,
    document.querySelectorAll("*").length, document.documentElement.scrollHeight, window.shifted ?? 0] }"""
PRESSED = {
    "next change": ("", "n"),
    "one column": ("", "v"),
    "side by side": ("", "v"),
    **{
        f"filter: {name}": (f'.hx-filters > li[data-f="{name}"] button', "")
        for name in ("changed", "same", "all")
    },
}
"""what is pressed, in this order: a button by its selector, or a key"""
FIGURES = ("first paint, ms", "ready, ms", "elements", "height, px", "layout shift")


class Reader(NamedTuple):
    """How a page is looked at: pixels, and by how much the processor is slower."""

    name: str
    width: int
    height: int
    slower: int


READERS = (Reader("1440", 1440, 900, 1), Reader("390 ÷4", 390, 844, 4))


def main(arguments: Sequence[str]) -> int:
    """Measure sites, or build one first; print a table in Markdown."""
    if arguments:
        print_table([Path(each) for each in arguments])
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        print_table([build(Path(scratch))])
    return 0


def build(home: Path) -> Path:
    """Build a site of two made-up laws, each in two versions."""
    sizes = {
        "law-306": {"clauses": 291, "characters": 110, "changed": 0.1, "chapter": 12, "added": 15},
        "law-2000": {"clauses": 2000, "characters": 60, "changed": 0.2, "chapter": 50, "added": 4},
    }
    for name, size in sizes.items():
        folder = home / "source_texts" / name
        folder.mkdir(parents=True)
        (folder / "2000.txt").write_text(texts.law(**{**size, "added": 0}), encoding="utf-8")  # type: ignore[arg-type]
        (folder / "2001.txt").write_text(texts.law(**size, seed=1), encoding="utf-8")  # type: ignore[arg-type]
    (home / "docs").mkdir()
    (home / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    publish_site(config_file=home / "mkdocs.yml", site_dir=home / "site")
    return home / "site"


def print_table(sites: Sequence[Path]) -> None:
    """Print for each page and reader what was measured, the sites beside each other."""
    heads = " now | before |" if len(sites) > 1 else " now |"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(args=["--no-sandbox"], executable_path=chromium())
        print("| page | reader | figure |" + heads)
        print("|---|---|---" + "|--:" * len(sites) + "|")
        for page in list_pages(sites[0]):
            for reader in READERS:
                found = measure(browser, [site / page for site in sites], reader)
                for figure in found[0]:
                    values = " | ".join(say(each.get(figure)) for each in found)
                    print(
                        f"| {page.removeprefix('texts/')} | {reader.name} | {figure} | {values} |", flush=True
                    )
        browser.close()


def list_pages(site: Path) -> Iterator[str]:
    """Name the pages of a site that are measured."""
    yield "index.html"
    for folder in sorted((site / "texts").iterdir()):
        there = (name for name in PAGES if (folder / f"{name}.html").exists())
        yield from (f"texts/{folder.name}/{name}.html" for name in there)


def measure(browser: Browser, pages: Sequence[Path], reader: Reader) -> list[dict[str, float]]:
    """Open a page of each site by turns; return the least of what each run found."""
    least: list[dict[str, float]] = [{} for _ in pages]
    for _ in range(RUNS):
        for page, found in zip(pages, least, strict=True):
            if not page.exists():
                continue
            for figure, value in open_once(browser, page, reader):
                found[figure] = min(value, found.get(figure, value))
    return least


def open_once(browser: Browser, page: Path, reader: Reader) -> Iterator[tuple[str, float]]:
    """Open a page as a reader does; load it, scroll it, press what there is."""
    yield "HTML, KB", page.stat().st_size / 1024
    with opened(browser, page, reader, slower=reader.slower) as (tab, _):
        yield from zip(FIGURES, tab.evaluate(LOADED), strict=True)
    with opened(browser, page, reader, slower=1) as (tab, session):
        before = cpu(session)
        middle, worst = tab.evaluate(SCROLL, [STEP, FRAMES])
        yield "scrolling, CPU ms a frame", reader.slower * (cpu(session) - before) / FRAMES
        if reader.slower == 1:
            yield "scrolling, half of the frames within, ms", middle
            yield "scrolling, 95 % of the frames within, ms", worst
    if page.name.startswith("compare-"):
        with opened(browser, page, reader, slower=1) as (tab, session):
            for name, wanted in PRESSED.items():
                before = cpu(session)
                tab.evaluate(PRESS, wanted)
                yield f"{name}, CPU ms", reader.slower * (cpu(session) - before)


@contextmanager
def opened(browser: Browser, page: Path, reader: Reader, *, slower: int) -> Iterator[tuple[Tab, CDPSession]]:
    """Open a page in a context of its own, until its script has run and it is at rest."""
    size = {"width": reader.width, "height": reader.height}
    context = browser.new_context(viewport=size, reduced_motion="reduce")  # type: ignore[arg-type]
    context.set_default_timeout(120_000)
    context.add_init_script(SHIFTS)
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    tab.goto(page.as_uri(), wait_until="load")
    tab.wait_for_selector(".hx[data-on]", state="attached")
    tab.wait_for_timeout(1000)
    try:
        yield tab, session
    finally:
        context.close()


def cpu(session: CDPSession) -> float:
    """Return what the page's main thread has computed so far, in milliseconds of the processor."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


def say(value: float | None) -> str:
    """Write a figure as short as it may be."""
    if value is None:
        return "–"
    return f"{value:.3f}" if 0 < value < 0.1 else f"{value:.1f}" if value < 20 else f"{value:,.0f}"  # noqa: PLR2004 - digits


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
