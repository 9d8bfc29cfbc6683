"""The same pages for other builders: Markdown files with raw HTML and assets, and a configuration without us.

MkDocs without our plugin, ProperDocs and Zensical build the same content from it, with the pages that the
owner wrote by hand and their navigation. No generated file holds a blank line inside its HTML, so that a
builder by the rules of CommonMark, where a blank line ends a block of HTML, takes it whole too.

Rejected for Zensical: an extension of Python-Markdown whose fenced block expands to a document. An extension
can fill the page in which it stands, but it adds neither pages nor files: a document has dozens of pages with
addresses of their own, the search its data, and the reader downloads.
"""

import json
import shutil
from html import escape
from pathlib import Path

import regex

from hexapla import collection, pages, search
from hexapla.errors import UsageError
from hexapla.model import Page
from hexapla.pages import uris
from hexapla.pipeline import (
    BlobStore,
    BuildOptions,
    BuiltSite,
    StoredPage,
    write_redirects,
)
from hexapla.site import manifest
from hexapla.site.build_site import build_beside, check_outside_inputs
from hexapla.site.own_frame.own_host import open_own_host
from hexapla.site.settings_file import SiteSettings
from hexapla.site.stage_configuration import (
    BUILDERS,
    MKDOCS_BUILDER,
    HandWrittenDocs,
    write_configuration,
)

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
    builder: str = MKDOCS_BUILDER,
) -> BuiltSite:
    """Write the pages of a collection as a project for another builder.

    Args:
        folder: a new or empty folder, or one that this function wrote.
        builder: one of `BUILDERS`.
        config_file: as for `publish`.
        sources: as for `publish`.
        options: how the work shall be done.
        words: as for `publish`.

    Raises:
        UsageError: nothing could be done; the folder is as it was.
    """
    if builder not in BUILDERS:
        raise UsageError(f"--for {builder} is not known; write {', '.join(BUILDERS)}.")
    target = folder.resolve()
    if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not (target / MARK).exists())):
        raise UsageError(f"{folder} is not empty and was not made by this command; name another folder.")
    host = open_own_host(config_file)
    own = (sources or host.sources).resolve()
    host.change_options(own, words, None, offline=False)
    check_outside_inputs(target, (own, host.docs_dir.resolve()))
    texts = collection.survey_collection(own)
    target.parent.mkdir(parents=True, exist_ok=True)
    with build_beside(host, texts, target, options) as (site, fresh):
        write_project(site, fresh, host.settings, builder)
    return site


def write_project(site: BuiltSite, folder: Path, settings: SiteSettings, builder: str) -> None:
    """Write the project."""
    docs, language = folder / "docs", settings.language
    docs.mkdir(parents=True)
    written = HandWrittenDocs(settings, site)
    for name, data in written.read_files():
        write_file(docs / name, data)
    for kept in site.pages:
        source = kept.uri.removesuffix("html") + "md"
        if source not in written.sources:
            write_file(docs / source, write_page(site.store, kept).encode())
    for file in site.files:
        path = docs / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site.store.path(file.digest), path)
    for former in write_redirects(site, language):
        write_file(docs / former.uri, former.data)
    own = search.write_handwritten_shard(written.sections(), language=language)
    write_file(docs / own.uri, own.data)
    for asset, data in pages.build_site_assets().items():
        write_file(docs / ASSETS / asset, data)
    for name, data in write_configuration(settings, written, builder):
        write_file(folder / name, data)
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
