"""hexapla as a guest: in a Material site that somebody has already, and as the owner of a site of its own."""

import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from commands import run
from hexapla.site import publish_site
from redirects import leads_on

pytestmark = pytest.mark.xdist_group("publish")

THEIRS = """
site_name: Handbook
site_url: https://handbook.example/team/docs/
use_directory_urls: true
theme:
  name: material
  language: de
  custom_dir: overrides
  font: false
  palette: {primary: indigo, accent: pink}
  features: [navigation.instant, navigation.tabs, navigation.sections]
extra_css: [own.css]
plugins:
  - search
  - hexapla:
      sources: texts_of_ours
nav:
  - Start: index.md
  - Work:
      - Notes: team/notes.md
  - Texts: texts/rules/index.md
"""
PAGES = {
    "docs/index.md": "# Handbook\n\n[Our rules](texts/rules/compare-A-B.md) and [notes](team/notes.md)\n",
    "docs/team/notes.md": "# Notes\n\nSee [the rules](../texts/rules/synopsis.md).\n",
    "docs/own.css": "h1 { color: teal }\n",
    "overrides/main.html": '{% extends "base.html" %}{% block announce %}Closed on Friday{% endblock %}',
    "overrides/partials/logo.html": '<b class="their-logo">H</b>',
    "texts_of_ours/rules/2018.txt": "第一条 居民应当在三十日内提出申请。\n第二条 本办法自公布之日起施行。\n",
    "texts_of_ours/rules/2023.txt": "第一条 居民可以在三十日内提出申请。\n第二条 本办法自公布之日起施行。\n",
}
OURS = "texts/rules/"


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


@pytest.fixture(scope="module")
def guest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site that was there before us, built by `mkdocs build --strict`."""
    home = tmp_path_factory.mktemp("guest")
    (home / "mkdocs.yml").write_text(THEIRS)
    for name, text in PAGES.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    done = run("build", "--strict", "--quiet", cwd=home, module="mkdocs")
    assert done.returncode == 0, done.stderr
    return home / "site"


def page(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / name).read_text(encoding="utf-8"))


def words(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [node.text(strip=True) for node in tree.css(selector)]


def test_their_pages_templates_palette_and_navigation_stay(guest: Path) -> None:
    for name in ("index.html", "team/notes/index.html", OURS + "compare-A-B.html"):
        tree = page(guest, name)
        assert "Closed on Friday" in words(tree, ".md-banner")[0]
        assert words(tree, ".md-header .their-logo") == ["H"]
        body = tree.css_first("body")
        assert body is not None
        assert body.attributes["data-md-color-primary"] == "indigo"
        assert {"Start", "Work", "Texts"} <= set(words(tree, ".md-tabs__link"))
    assert words(page(guest, "index.html"), "h1") == ["Handbook"]


def test_our_pages_stand_in_their_frame_and_their_styles_come_last(guest: Path) -> None:
    tree = page(guest, OURS + "compare-A-B.html")
    assert len(tree.css("article .hx .hx-row")) == 2
    sheets = [
        str(node.attributes["href"])
        for node in tree.css('link[rel="stylesheet"]')
        if not str(node.attributes["href"]).startswith("data:")
    ]
    assert [name.rsplit("/", 1)[-1] for name in sheets[-2:]] == ["hexapla.css", "own.css"]


def test_their_search_stays_and_does_not_hold_our_pages(guest: Path) -> None:
    index = json.loads((guest / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert {entry["location"].split("#")[0] for entry in index["docs"]} == {"", "team/notes/"}
    assert page(guest, "index.html").css_first("[data-md-component=search-query]") is not None


def test_the_dialog_of_their_search_has_a_name(guest: Path) -> None:
    dialog = page(guest, OURS + "compare-A-B.html").css_first(".md-search")
    assert dialog is not None
    assert dialog.attributes["aria-label"]


def test_links_between_their_pages_and_ours_hold_below_a_path(guest: Path) -> None:
    broken = []
    for path in sorted(guest.rglob("*.html")):
        if path.name == "404.html":
            continue
        for _, attributes in Tags(path.read_text(encoding="utf-8")).found:
            link = attributes.get("href") or attributes.get("src") or ""
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            there = (path.parent / unquote(parts.path)).resolve()
            there = there / "index.html" if there.is_dir() else there
            if not there.is_relative_to(guest.resolve()) or not there.exists():
                broken.append((path.relative_to(guest).as_posix(), link))
    assert broken == []


def test_the_sitemap_names_our_pages_below_their_address(guest: Path) -> None:
    sitemap = (guest / "sitemap.xml").read_text(encoding="utf-8")
    assert f"https://handbook.example/team/docs/{OURS}compare-A-B.html" in sitemap


def test_a_language_that_we_do_not_speak_gets_english_words(guest: Path) -> None:
    root = page(guest, OURS + "compare-A-B.html").css_first(".hx")
    assert root is not None
    assert root.attributes["lang"] == "en"


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_in_another_theme_pages_have_their_rows_style_and_script(tmp_path: Path, theme: str) -> None:
    for name, text in PAGES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    config = (
        f"site_name: Theirs\ntheme: {theme}\nplugins: [search, {{hexapla: {{sources: texts_of_ours}}}}]\n"
    )
    (tmp_path / "mkdocs.yml").write_text(config)
    done = run("build", "--strict", "--quiet", cwd=tmp_path, module="mkdocs")
    assert done.returncode == 0, done.stderr
    tree = page(tmp_path / "site", OURS + "compare-A-B.html")
    assert len(tree.css(".hx .hx-row")) == 2
    assert len(tree.css('link[href$="assets/hexapla/hexapla.css"]')) == 1
    assert len(tree.css('script[src$="assets/hexapla/hexapla.js"]')) == 1
    assert "search.html" in {path.name for path in (tmp_path / "site").iterdir()}


def test_as_the_owner_it_needs_no_docs_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in PAGES.items():
        if name.startswith("texts_of_ours/"):
            path = tmp_path / name.replace("texts_of_ours", "source_texts")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    publish_site()
    tree = page(tmp_path / "site", "index.html")
    assert tree.css_first(f'.hx a[href^="{OURS}"]') is not None


def test_nothing_of_ours_is_inline(guest: Path) -> None:
    for path in sorted((guest / "texts").rglob("*.html")):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        root = page.body if leads_on(page) else page.css_first("article .hx")
        assert root is not None, path
        assert root.css("style, script:not([src]), [style]") == [], path
        for tag, attributes in Tags(str(root.html)).found:
            assert not [name for name in attributes if name.startswith("on")], (path, tag)
            assert not attributes.get("href", "").lower().startswith("javascript:"), path
