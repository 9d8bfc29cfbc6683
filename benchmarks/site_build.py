"""What publishing costs beside plain MkDocs, in CPU seconds.

    python -m benchmarks.site_build [VERSIONS] [CLAUSES]

A made-up law of so many versions gives a comparison for every pair. Plain MkDocs builds as
many pages of one paragraph, with the same theme and as little navigation; once more with as many bytes of
ready HTML put into each page, which is what our texts cost any builder.
"""

import logging
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from benchmarks import texts
from hexapla import pages
from hexapla.site import publish_site
from hexapla.site.mkdocs_host import MkDocsHost

__all__ = ["main"]

P = ParamSpec("P")
R = TypeVar("R")
THEME = "site_name: Measured\ntheme: {name: material, language: zh, font: false}\nuse_directory_urls: false\n"
OURS = THEME + 'plugins: [{hexapla: {downloads: [], cache: "", comparisons: all}}]\n'
PLAIN = THEME + "plugins: []\nnav: [index.md]\nnot_in_nav: '*'\n"
HOOKED = PLAIN + "hooks: [hook.py]\n"
HOOK = """from pathlib import Path
HTML = Path(__file__).with_name("ready.html").read_text(encoding="utf-8")
def on_page_content(html, **_):
    return HTML
"""


def main(arguments: Sequence[str]) -> int:
    """Build the three sites and print what each cost."""
    versions, clauses = (int(given) for given in (*arguments, *("33", "25")[len(arguments) :]))
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        texts.write(home / "ours" / "source_texts" / "law", clauses, versions)
        (home / "ours" / "docs").mkdir()
        (home / "ours" / "mkdocs.yml").write_text(OURS)
        rendering, writing = ours(home / "ours")
        made = sorted((home / "ours" / "site").rglob("*.html"))
        compared = [path for path in made if path.name.startswith("compare-")]
        ready = render_bytes(made)
        print(f"{len(made):,} pages, {len(compared):,} of them comparisons of {ready:,} bytes on average")
        print(f"rendering: {rendering:.1f} s; MkDocs with our pages: {writing:.1f} s")
        plain = baseline(home / "plain", PLAIN, len(made), ready)
        hooked = baseline(home / "hooked", HOOKED, len(made), ready)
        print(f"plain MkDocs, a paragraph a page: {plain:.1f} s; with as many bytes in each: {hooked:.1f} s")
        print(f"ours to plain: {writing / plain:.2f}; to plain with the bytes: {writing / hooked:.2f}")
        print(f"1,000 pages, rendered and published: {1000 * (rendering + writing) / len(made):.1f} s")
    return 0


def ours(home: Path) -> tuple[float, float]:
    """Publish, and return the CPU seconds of rendering and of MkDocs."""
    spent = {"render": 0.0, "write": 0.0}
    real_pages, real_write = pages.render_document, MkDocsHost.write_site
    pages.render_document = timed(real_pages, spent, "render")
    MkDocsHost.write_site = timed(real_write, spent, "write")  # type: ignore[method-assign]  # measured from outside
    try:
        publish_site(config_file=home / "mkdocs.yml", site_dir=home / "site")
    finally:
        pages.render_document, MkDocsHost.write_site = real_pages, real_write  # type: ignore[method-assign]  # as above
    return spent["render"], spent["write"]


def timed(function: Callable[P, R], spent: dict[str, float], name: str) -> Callable[P, R]:
    """Add the CPU time of a function's calls up."""

    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        begun = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            spent[name] += time.process_time() - begun

    return call


def render_bytes(pages: Sequence[Path]) -> int:
    """Return the mean size of pages."""
    return sum(path.stat().st_size for path in pages) // len(pages)


def baseline(home: Path, settings: str, pages: int, size: int) -> float:
    """Build so many pages of one paragraph; return CPU seconds."""
    (home / "docs").mkdir(parents=True)
    (home / "mkdocs.yml").write_text(settings)
    (home / "hook.py").write_text(HOOK)
    (home / "ready.html").write_text("<p>" + "字" * (size // 3) + "</p>", encoding="utf-8")
    for at in range(pages):
        name = f"page-{at}.md" if at else "index.md"
        front = "---\nhide: [navigation, toc]\n---\n"
        (home / "docs" / name).write_text(f"{front}# Page {at}\n\nOne paragraph of text.\n")
    config = load_config(str(home / "mkdocs.yml"))
    begun = time.process_time()
    mkdocs_build(config)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
