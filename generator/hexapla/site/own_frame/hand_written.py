"""Pages written by hand: Markdown below `docs/` → HTML with links that lead to where pages are published."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import regex
from markdown_it.token import Token
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from hexapla.errors import UsageError
from hexapla.model import TocEntry
from hexapla.pages import uris
from hexapla.site.own_frame.markdown_rules import make_parser, plain_text

FRONT_MATTER: Final = regex.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", regex.DOTALL)
IN_LANGUAGE: Final = regex.compile(r"(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)")
"""name of a page that is written in a language: `start.zh`"""
ANCHORS: Final = regex.compile(r"<[a-z][^<>]*?\s(?:id|name)=[\"']([^\"'<>]*)[\"']")
PERMALINK: Final = '<a class="hf-pin" href="{}" aria-hidden="true" tabindex="-1">\N{PILCROW SIGN}</a>'
INDEXES: Final = ("index", "README")
SUFFIXES: Final = (".md", ".markdown")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWrittenPage:
    """A page as it is published, without its frame."""

    source: str
    """path below the folder, posix"""
    uri: str
    title: str
    html: str
    toc: tuple[TocEntry, ...]
    language: str | None
    """said by its name or its head; None: the site's"""
    anchors: frozenset[str]
    hidden: frozenset[str] = frozenset()
    """parts of the frame that it goes without: `navigation`, `toc`"""
    description: str = ""


@dataclass(slots=True)
class Addresses:
    """Where everything of a site is published, by what a Markdown page calls it."""

    pages: dict[str, str] = field(default_factory=dict)
    """source, such as `guide/start.md` → address; generated pages have a source that nobody wrote"""
    files: set[str] = field(default_factory=set)


def list_docs(folder: Path) -> tuple[list[str], list[str]]:
    """Return pages and other files below a folder, sorted; what is hidden and `templates/` is left out."""
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    seen = [
        name
        for name in found
        if not any(part.startswith(".") for part in name.split("/")) and not name.startswith("templates/")
    ]
    pages = [name for name in seen if name.endswith(SUFFIXES)]
    indexes = {posixpath.dirname(name) for name in pages if posixpath.basename(name) == "index.md"}
    doubled = {
        name
        for name in pages
        if posixpath.basename(name) == "README.md" and posixpath.dirname(name) in indexes
    }
    return [name for name in pages if name not in doubled], [name for name in seen if name not in pages]


def page_address(source: str, *, directory_urls: bool) -> str:
    """Return where a page is published, as MkDocs does.

    >>> page_address("guide/start.md", directory_urls=True), page_address("README.md", directory_urls=False)
    ('guide/start/index.html', 'index.html')
    """
    folder, name = posixpath.split(posixpath.splitext(source)[0])
    if name in INDEXES:
        return posixpath.join(folder, "index.html")
    return (
        posixpath.join(folder, name, "index.html")
        if directory_urls
        else f"{posixpath.join(folder, name)}.html"
    )


def name_language(source: str) -> tuple[str, str | None]:
    """Return a page's name without its language, and the language.

    >>> name_language("guide/start.zh.md"), name_language("guide/start.md")
    (('guide/start', 'zh'), ('guide/start', None))
    """
    stem = posixpath.splitext(source)[0]
    found = IN_LANGUAGE.fullmatch(stem)
    return (found[1], found[2]) if found else (stem, None)


def list_languages(
    page: HandWrittenPage, written: Iterable[HandWrittenPage], language: str
) -> list[tuple[str, str]]:
    """Return a page in all its languages, those of one name in one folder: languages and addresses, sorted.

    Args:
        page: one of them.
        written: all pages.
        language: the site's, and that of a page which says none, unless another of its name says that one.
    """
    name = name_language(page.source)[0]
    own = [each for each in written if name_language(each.source)[0] == name]
    said = {each.language: each.uri for each in own if each.language}
    unsaid = next((each.uri for each in own if not each.language), None)
    return sorted({language: unsaid, **said}.items() if unsaid else said.items())


def read_front_matter(text: str, source: str) -> tuple[dict[str, Any], str]:
    """Return what the head of a page says, and its text.

    Raises:
        UsageError: the head is no YAML.
    """
    found = FRONT_MATTER.match(text)
    if found is None:
        return {}, text
    try:
        head = YAML(typ="safe", pure=True).load(found[1])
    except YAMLError as error:
        raise UsageError(f"{source}: what stands between the lines `---` is no YAML: {error}") from error
    return (head, text[found.end() :]) if isinstance(head, dict) else ({}, text)


def read_pages(
    folder: Path,
    sources: Iterable[str],
    addresses: Addresses,
    warn: Callable[[str], None],
    change: Callable[[str, str, str], str] = lambda text, _source, _title: text,
) -> list[HandWrittenPage]:
    """Read pages; links that lead nowhere are told.

    Args:
        folder: where they stand.
        sources: their paths below it.
        addresses: where everything is published.
        warn: called with what does not lead on.
        change: given a page's text, source and title, returns the text to read.

    Raises:
        UsageError: a page cannot be read.
    """
    parser = make_parser()
    made = []
    links: list[tuple[str, str, str, str]] = []
    for source in sources:
        head, text = read_front_matter(read_text(folder / source), str(folder / source))
        tokens = parser.parse(change(text, source, str(head.get("title") or "")))
        uri = addresses.pages[source]
        links += [(source, *each) for each in rewrite_links(tokens, source, uri, addresses, warn)]
        toc = add_permalinks(tokens)
        html = parser.renderer.render(tokens, parser.options, {})
        made.append(make_page(source, uri, head, toc, html))
    check_anchors(made, links, warn)
    return made


def read_text(path: Path) -> str:
    """Read a page's text.

    Raises:
        UsageError: it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def make_page(
    source: str, uri: str, head: Mapping[str, Any], toc: Sequence[TocEntry], html: str
) -> HandWrittenPage:
    """Put together what is known of a page; its title is what its head says, else its first heading."""
    first = next((entry.title for entry in toc if entry.level == 1), None)
    hidden = head.get("hide")
    return HandWrittenPage(
        source=source,
        uri=uri,
        title=str(head.get("title") or first or title_from_name(source)),
        html=html,
        toc=tuple(entry for entry in toc if entry.level > 1),
        language=str(head["language"]) if head.get("language") else name_language(source)[1],
        anchors=frozenset(map(unescape, ANCHORS.findall(html))),
        hidden=frozenset(map(str, hidden)) if isinstance(hidden, list) else frozenset(),
        description=str(head.get("description") or ""),
    )


def title_from_name(source: str) -> str:
    """Return a title for a page or a folder without one."""
    name = posixpath.basename(posixpath.splitext(source)[0])
    if name in INDEXES:
        name = posixpath.basename(posixpath.dirname(source)) or "Home"
    title = name.replace("-", " ").replace("_", " ")
    return title.capitalize() if title.lower() == title else title


def walk_tokens(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield tokens and what stands inside of them."""
    for token in tokens:
        yield token
        yield from walk_tokens(token.children or ())


def rewrite_links(
    tokens: list[Token], source: str, uri: str, addresses: Addresses, warn: Callable[[str], None]
) -> Iterator[tuple[str, str, str]]:
    """Let links between sources lead to where these are published.

    Yields:
        the link as it is written, the address it leads to, and the anchor there: what remains to be checked.
    """
    for token in walk_tokens(tokens):
        key = "src" if token.type == "image" else "href"
        value = token.attrs.get(key)
        if token.type == "image":
            token.attrSet("loading", "lazy")
        if not isinstance(value, str) or not value:
            continue
        parts = urlsplit(value)
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            continue
        anchor = unquote(parts.fragment)
        if not parts.path:
            yield value, uri, anchor
            continue
        place = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path)))
        target = addresses.pages.get(place) or (place if place in addresses.files else None)
        if target is None:
            warn(f"{source}: the link {value} leads to no page or file")
            continue
        token.attrSet(key, uris.link(uri, target) + (f"#{parts.fragment}" if parts.fragment else ""))
        if anchor:
            yield value, target, anchor


def check_anchors(
    pages: Iterable[HandWrittenPage],
    links: Iterable[tuple[str, str, str, str]],
    warn: Callable[[str], None],
) -> None:
    """Tell which links lead to a place of a page that is not there; generated pages are not asked."""
    known: Mapping[str, frozenset[str]] = {page.uri: page.anchors for page in pages}
    for source, link, uri, anchor in links:
        if anchor and uri in known and anchor not in known[uri]:
            warn(f"{source}: the link {unquote(link)} leads to a place that its page has not")


def add_permalinks(tokens: list[Token]) -> list[TocEntry]:
    """Return the headings; each but the first title gets a link to itself."""
    toc = []
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            text, name = tokens[at + 1], str(token.attrs["id"])
            toc.append(TocEntry(int(token.tag[1]), name, plain_text(text)))
            link = Token("html_inline", "", 0)
            link.content = PERMALINK.format(uris.fragment(name))
            text.children = [*(text.children or ()), link]
    return toc
