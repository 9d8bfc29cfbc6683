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

from hexapla import collection, pages, search
from hexapla.errors import UsageError
from hexapla.model import Page
from hexapla.output import name_place
from hexapla.pages import uris
from hexapla.pipeline import (
    BlobStore,
    BuildOptions,
    BuiltSite,
    StoredPage,
    open_build_context,
    write_redirects,
)
from hexapla.site import manifest
from hexapla.site.atomic_replace import (
    lock_folder,
    recover_folder,
    replace_folder,
    sibling_path,
)
from hexapla.site.build_site import check_outside_inputs
from hexapla.site.own_frame.own_host import open_own_host

BLANK = regex.compile(r"\n(?=[ \t]*\n)")
CONTROL = regex.compile(r"[\x01-\x08\x0b-\x1f\x7f]")
"""what Markdown builders use as marks of their own and remove"""
ESCAPED_IN_YAML = regex.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""what JSON may write as it is and YAML may not"""
MARK = "hexapla-stage.json"
"""its presence says that this command may replace the folder"""
ASSETS = uris.ASSETS


def stage_site(
    folder: Path,
    *,
    config_file: Path | None = None,
    sources: Path | None = None,
    options: BuildOptions | None = None,
    words: str | None = None,
) -> BuiltSite:
    """Write the pages of a collection as a project for another builder.

    Args:
        folder: a new or empty folder, or one that this function wrote.
        config_file: as for `publish`.
        sources: as for `publish`.
        options: how the work shall be done.
        words: as for `publish`.

    Raises:
        UsageError: nothing could be done; the folder is as it was.
    """
    target = folder.resolve()
    if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not (target / MARK).exists())):
        raise UsageError(f"{folder} is not empty and was not made by this command; name another folder.")
    host = open_own_host(config_file)
    own = (sources or host.sources).resolve()
    host.change_options(own, words, offline=False)
    check_outside_inputs(target, (own, host.docs_dir.resolve()))
    texts = collection.survey_collection(own)
    target.parent.mkdir(parents=True, exist_ok=True)
    record = host.settings.record
    language = record.theme.language
    with lock_folder(target):
        recover_folder(target)
        try:
            asked, work = options or host.build_options(), sibling_path(target, "work")
            with name_place(target), open_build_context(asked, work) as context:
                site = host.build_pages(texts, context)
                context.close_workers()
                settings = write_configuration(language, record.site_name, record.theme.palette)
                write_project(site, sibling_path(target, "new"), language, settings)
                replace_folder(sibling_path(target, "new"), target)
        finally:
            recover_folder(target)
    return site


def write_project(site: BuiltSite, folder: Path, language: str, settings: str) -> None:
    """Write the project; `settings` is its configuration."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for kept in site.pages:
        write_file(docs / (kept.uri.removesuffix("html") + "md"), write_page(site.store, kept).encode())
    for file in site.files:
        path = docs / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site.store.path(file.digest), path)
    for former in write_redirects(site, language):
        write_file(docs / former.uri, former.data)
    own = search.write_handwritten_shard(
        (), language=language
    )  # pages by hand are the other builder's to search
    write_file(docs / own.uri, own.data)
    for asset, data in pages.build_site_assets().items():
        write_file(docs / ASSETS / asset, data)
    write_file(folder / "mkdocs.yml", settings.encode())
    write_file(folder / MARK, b"{}\n")
    manifest.write_manifest(site, docs, {"language": language, manifest.STAGED: True})


def write_file(path: Path, data: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def write_page(store: BlobStore, kept: StoredPage) -> str:
    """Write a page: what Markdown builders read about it, then its HTML as one block."""
    page = store.page(kept)
    title = escape(page.title)  # themes take titles for markup
    about = {"title": title, "hide": ["navigation", "toc"], "search": {"exclude": True}}
    lines = [f"{key}: {dump_scalar(value)}" for key, value in about.items()]
    return "\n".join(["---", *lines, "---", "", flatten_html(page), ""])


def dump_scalar(value: object) -> str:
    """Write a value as JSON that is YAML too."""
    return ESCAPED_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def flatten_html(page: Page) -> str:
    """Return a page's HTML without a blank line or a control character.

    Post-conditions:
        1. The HTML says the same: what is written as a reference is the same text.
    """
    html = CONTROL.sub(lambda match: f"&#{ord(match[0])};", page.html.strip())
    return BLANK.sub("&#10;", html)


def write_configuration(language: str, name: str, palette: object) -> str:
    """Write the configuration; JSON is YAML. A tab leads to the search: the header's box is our template.

    Args:
        language: of the interface.
        name: of the site.
        palette: colours of the theme, light and dark, as the user's configuration has them.
    """
    scripts = [{"path": posixpath.join(ASSETS, each), "defer": True} for each in pages.SCRIPTS]
    theme = {"name": "material", "language": language, "font": False, "features": ["navigation.tabs"]}
    record = {
        "site_name": name,
        "use_directory_urls": False,
        "theme": {**theme, "palette": palette} if palette else theme,
        "nav": [{name: "index.md"}, {pages.search_label(language): "search.md"}],
        "plugins": [],
        "extra_css": [posixpath.join(ASSETS, each) for each in pages.STYLES],
        "extra_javascript": scripts,
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
