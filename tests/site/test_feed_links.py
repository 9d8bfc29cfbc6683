"""The feed is named where readers and their programs look for it, and the link leads there."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from hexapla.pipeline import BuildOptions
from hexapla.site import publish_site

pytestmark = pytest.mark.xdist_group("publish")

CONFIG = "site_name: Ours\ntheme: {{name: {theme}}}\nuse_directory_urls: {folders}\nplugins:\n  - hexapla\n"
OURS = (
    "index.html",
    "search.html",
    "texts/rules/index.html",
    "texts/rules/compare-A-B.html",
    "texts/how-to-read.html",
)


def made(home: Path, *, theme: str = "material", folders: bool = True) -> Path:
    """Publish two versions, with a page by hand beside them."""
    folder = home / "source_texts" / "rules"
    folder.mkdir(parents=True)
    for year, days in (("2001", "three"), ("2002", "five")):
        (folder / f"{year}.txt").write_text(f"Article 1. Tools are brought back in {days} days.\n")
    lines = "".join(f"  - {{file: {year}.txt, issued: '{year}'}}\n" for year in ("2001", "2002"))
    (folder / "document.yml").write_text(f"versions:\n{lines}")
    (home / "docs").mkdir()
    (home / "docs" / "own.md").write_text("# By hand\n")
    (home / "mkdocs.yml").write_text(CONFIG.format(theme=theme, folders=str(folders).lower()))
    publish_site(
        config_file=home / "mkdocs.yml",
        sources=home / "source_texts",
        site_dir=home / "site",
        options=BuildOptions(cache=None),
    )
    return home / "site"


def named(site: Path, page: str) -> list[str]:
    """Return where the feeds stand that a page's head names, from the site's first page."""
    tree = LexborHTMLParser((site / page).read_text(encoding="utf-8"))
    found = tree.css('head link[rel~="alternate"][type="application/atom+xml"]')
    return [
        urljoin(f"http://x/{page}", str(node.attributes["href"])).removeprefix("http://x/") for node in found
    ]


@pytest.mark.parametrize(("theme", "folders"), [("material", True), ("material", False), ("mkdocs", True)])
def test_every_page_of_ours_names_the_feed_in_its_head(tmp_path: Path, theme: str, *, folders: bool) -> None:
    site = made(tmp_path, theme=theme, folders=folders)
    for page in OURS:
        assert named(site, page) == ["changes.atom"], page
    assert (site / "changes.atom").exists()
    assert named(site, "own/index.html" if folders else "own.html") == []


def test_the_first_page_links_it(tmp_path: Path) -> None:
    home = LexborHTMLParser((made(tmp_path) / "index.html").read_text(encoding="utf-8"))
    assert [node.attributes["href"] for node in home.css('.hx a[type="application/atom+xml"]')] == [
        "changes.atom"
    ]
