"""The same pages for other builders: Markdown files with raw HTML and assets, and a configuration without us.

MkDocs without our plugin, ProperDocs and Zensical build the same content from it. No file holds a blank line
inside its HTML, so that a builder by the rules of CommonMark, where a blank line ends a block of HTML, takes
it whole too.
"""

import json
import posixpath
import shutil
from html import escape
from pathlib import Path

import regex

from hexapla import collection, render, search
from hexapla.build import KeptPage, Shelf, Site, Wishes, means
from hexapla.errors import UsageError
from hexapla.model import Page
from hexapla.publish import manifest
from hexapla.publish.configuring import captured_warnings, configuration, hexapla_plugin
from hexapla.publish.site import check_apart
from hexapla.publish.swap import beside, held, swap, tidy

__all__ = ["stage"]

BLANK = regex.compile(r"\n(?=[ \t]*\n)")
CONTROL = regex.compile(r"[\x01-\x08\x0b-\x1f\x7f]")
"""what Markdown builders use as marks of their own and remove"""
UNSAID = regex.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""what JSON may write as it is and YAML may not"""
MARK = "hexapla-stage.json"
"""its presence says that this command may replace the folder"""
ASSETS = "assets/hexapla/"


def stage(
    folder: Path,
    *,
    config_file: Path | None = None,
    sources: Path | None = None,
    wishes: Wishes | None = None,
    words: str | None = None,
) -> Site:
    """Write the pages of a collection as a project for another builder.

    Args:
        folder: a new or empty folder, or one that this function wrote.
        config_file: as for `publish`.
        sources: as for `publish`.
        wishes: how the work shall be done.
        words: as for `publish`.

    Raises:
        UsageError: nothing could be done; the folder is as it was.
    """
    target = folder.resolve()
    if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not (target / MARK).exists())):
        raise UsageError(f"{folder} is not empty and was not made by this command; name another folder.")
    with captured_warnings():
        config = configuration(config_file)
    plugin = hexapla_plugin(config)
    plugin.config.words = words or plugin.config.words
    own = (sources or plugin.sources(config)).resolve()
    check_apart(target, (own, Path(config.docs_dir).resolve()))
    texts = collection.survey(own)
    target.parent.mkdir(parents=True, exist_ok=True)
    language = str(config.theme.get("language", "en"))
    with held(target):
        tidy(target)
        try:
            with means(wishes or plugin.wishes(config), beside(target, "work")) as at_hand:
                site = plugin.made(texts, at_hand, config)
                at_hand.dismiss()
                settings = configuration_text(language, str(config.site_name), config.theme.get("palette"))
                write(site, beside(target, "new"), language, settings)
                swap(beside(target, "new"), target)
        finally:
            tidy(target)
    return site


def write(site: Site, folder: Path, language: str, settings: str) -> None:
    """Write the project; `settings` is its configuration."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for kept in site.pages:
        put(docs / (kept.uri.removesuffix("html") + "md"), page_text(site.shelf, kept).encode())
    for file in site.files:
        path = docs / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site.shelf.path(file.digest), path)
    own = search.handwritten((), language=language)  # pages by hand are the other builder's to search
    put(docs / own.uri, own.data)
    for asset, data in render.assets().items():
        put(docs / ASSETS / asset, data)
    put(folder / "mkdocs.yml", settings.encode())
    put(folder / MARK, b"{}\n")
    manifest.write(site, docs, {"language": language, manifest.STAGED: True})


def put(path: Path, data: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def page_text(shelf: Shelf, kept: KeptPage) -> str:
    """Write a page: what Markdown builders read about it, then its HTML as one block."""
    page = shelf.page(kept)
    title = escape(page.title)  # themes take titles for markup
    about = {"title": title, "hide": ["navigation", "toc"], "search": {"exclude": True}}
    lines = [f"{key}: {scalar(value)}" for key, value in about.items()]
    return "\n".join(["---", *lines, "---", "", one_block(page), ""])


def scalar(value: object) -> str:
    """Write a value as JSON that is YAML too."""
    return UNSAID.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def one_block(page: Page) -> str:
    """Return a page's HTML without a blank line or a control character.

    Post-conditions:
        1. The HTML says the same: what is written as a reference is the same text.
    """
    html = CONTROL.sub(lambda match: f"&#{ord(match[0])};", page.html.strip())
    return BLANK.sub("&#10;", html)


def configuration_text(language: str, name: str, palette: object) -> str:
    """Write the configuration; JSON is YAML. A tab leads to the search: the header's box is our template.

    Args:
        language: of the interface.
        name: of the site.
        palette: colours of the theme, light and dark, as the user's configuration has them.
    """
    scripts = [{"path": posixpath.join(ASSETS, each), "defer": True} for each in render.SCRIPTS]
    theme = {"name": "material", "language": language, "font": False, "features": ["navigation.tabs"]}
    record = {
        "site_name": name,
        "use_directory_urls": False,
        "theme": {**theme, "palette": palette} if palette else theme,
        "nav": [{name: "index.md"}, {render.search_label(language): "search.md"}],
        "plugins": [],
        "extra_css": [posixpath.join(ASSETS, each) for each in render.STYLES],
        "extra_javascript": scripts,
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
