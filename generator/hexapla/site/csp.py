"""A Content-Security-Policy for a site: `csp.txt`.

Nothing of ours is inline. The theme has a few inline scripts, which are allowed by their digests, and so is
what the owner of the site allows knowingly. Nothing else that stands in a page is, wherever it came from:
should a text, a name or a page ever bring a script along, a browser would not execute it.

What is the theme's own is found by putting its templates around nothing. Rejected: to allow whatever stands
in the finished pages. A script that came in through the name of the site, a page written by hand or a
template of the site's owner would be allowed with the rest. Rejected too: a list of the digests of one
version of one theme.
"""

import base64
import copy
import hashlib
import os
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import regex
from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from selectolax.lexbor import LexborHTMLParser

POLICY = "csp.txt"
SHOWN = 60
"""characters of a script by which its author knows it"""
SCRIPTS = frozenset(["", "module", "text/javascript", "application/javascript"])
"""types of what a browser executes; data in script elements are not"""
OPENING = re.compile(rb"<(script|style)(?=[\s/>])", re.IGNORECASE)
"""begins an element of either kind; in a text, its first sign is escaped"""
CLOSING = {kind: re.compile(rb"</" + kind + rb"(?=[\s/>])", re.IGNORECASE) for kind in (b"script", b"style")}
DIGEST = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")
if TYPE_CHECKING:
    from mkdocs.utils.templates import TemplateContext
HARMLESS_TEXT = regex.compile(r"[\w .,:/#@%+~-]*")
"""cannot end a text, an attribute or an expression in which a template puts it"""
TEMPLATE = regex.compile(rb"\{[{%#]")
"""begins what a template fills in"""
UNCHANGED_SETTINGS = ("plugins", "hooks", "theme", "extra", "nav")
"""settings that are no texts, or are seen to one by one"""


@dataclass(frozen=True, slots=True, order=True)
class InlineSource:
    """A script or a style."""

    kind: str
    """`script` or `style`"""
    text: str
    """what a browser executes or applies"""

    @property
    def digest(self) -> str:
        """Its name in a policy, without the quotation marks."""
        return f"sha256-{base64.b64encode(hashlib.sha256(self.text.encode()).digest()).decode()}"


@dataclass(frozen=True, slots=True, order=True)
class ScriptFrame:
    """The ends of a script that a template fills in, differently on every page."""

    kind: str
    head: str
    tail: str

    def fits(self, inline: InlineSource) -> bool:
        """Tell whether a script may be that of the template. It is no proof: nothing is allowed for it."""
        text = inline.text.strip()
        return (
            inline.kind == self.kind
            and len(text) >= len(self.head) + len(self.tail)
            and text.startswith(self.head)
            and text.endswith(self.tail)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeReference:
    """What a theme writes inline."""

    known: frozenset[InlineSource]
    """whatever a site says: these are the theme's"""
    frames: tuple[ScriptFrame, ...]
    """what depends on the page it stands in, and cannot be known without it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedElement:
    """An inline element that the policy does not allow."""

    inline: InlineSource
    page: str
    """the first that it stands in"""
    pages: int
    themes: bool
    """whether it looks like one that the theme fills in differently on every page"""

    def __str__(self) -> str:
        """Say what it is, where, and how to allow it."""
        more = {1: "", 2: " and another page"}.get(self.pages, f" and {self.pages - 1} other pages")
        what = f"{self.page}{more}: the inline {self.inline.kind} “{quote_beginning(self.inline.text)}”"
        if self.themes:
            return f"{what} is another on every page, and {POLICY} does not allow it."
        return (
            f"{what} is not the theme's, and {POLICY} does not allow it. If it is meant to be there, "
            f"add {self.inline.digest} to the option allow_inline."
        )


def write_policy(
    site: Path, config: MkDocsConfig, env: Environment, allowed: Collection[str] = ()
) -> list[UnlistedElement]:
    """Write the header's value into a finished site.

    Args:
        site: where it stands.
        config: what it was made with.
        env: what its pages were rendered with.
        allowed: digests that the site's owner allows.

    Returns:
        what stands in pages and is not allowed.
    """
    found = find_inline_elements(site)
    depths = {page.count("/") for pages in found.values() for page in pages}
    theme = build_theme_reference(config, env, depths)
    listed = [each for each in found if each in theme.known or each.digest in allowed]
    (site / POLICY).write_text(format_policy(listed) + "\n", encoding="utf-8", newline="\n")
    return list(find_unlisted(found, listed, theme.frames))


def format_policy(listed: Iterable[InlineSource]) -> str:
    """Return the header's value that allows these inline elements and no others."""
    own: dict[str, list[str]] = {"script": [], "style": []}
    for inline in listed:
        own[inline.kind].append(f"'{inline.digest}'")
    parts = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *sorted(own["script"])],
        "style-src": ["'self'", *sorted(own["style"])],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in parts.items())


def find_inline_elements(site: Path) -> dict[InlineSource, list[str]]:
    """Return every inline element of a site, and the pages in which it stands."""
    # The theme writes the same few into every page: to parse each page for them takes as long as MkDocs does.
    raws: dict[bytes, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        for raw in set(find_raw_elements(path.read_bytes())):
            raws.setdefault(raw, []).append(page)
    found: dict[InlineSource, list[str]] = {}
    for raw, pages in raws.items():
        if inline := read_inline(raw):
            found.setdefault(inline, []).extend(pages)
    return {inline: sorted(set(found[inline])) for inline in sorted(found)}


def find_raw_elements(page: bytes) -> Iterator[bytes]:
    """Yield the elements of both kinds, from sign to sign; one that is never closed reaches to the end."""
    place = 0
    while opening := OPENING.search(page, place):
        closing = CLOSING[opening[1].lower()].search(page, opening.end())
        end = page.find(b">", closing.end()) + 1 if closing else 0
        yield page[opening.start() : end or len(page)]
        if not end:
            return
        place = end


def read_inline(raw: bytes) -> InlineSource | None:
    """Read an element; None where it is data, or another file is named.

    Each is read alone: one that is broken cannot hide those that come after it.
    """
    text = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode("utf-8", "replace")
    node = LexborHTMLParser(text).css_first("script, style")
    if node is None:
        return None
    if node.tag == "script" and (
        "src" in node.attributes or (node.attributes.get("type") or "").strip().lower() not in SCRIPTS
    ):
        return None
    return InlineSource(str(node.tag), node.text())


def find_unlisted(
    found: dict[InlineSource, list[str]], listed: Collection[InlineSource], frames: Iterable[ScriptFrame]
) -> Iterator[UnlistedElement]:
    """Yield what is not allowed; of what a theme fills in on every page the first."""
    own = list(frames)
    told: set[ScriptFrame] = set()
    for inline, pages in found.items():
        if inline in listed:
            continue
        frame = next((each for each in own if each.fits(inline)), None)
        if frame is None or frame not in told:
            yield UnlistedElement(inline=inline, page=pages[0], pages=len(pages), themes=frame is not None)
        if frame is not None:
            told.add(frame)


def quote_beginning(text: str) -> str:
    """Return the first characters of a script on one line, by which its author knows it."""
    line = " ".join(text[: 8 * SHOWN].split())
    short = line[:SHOWN] + ("…" if len(line) > SHOWN or len(text) > 8 * SHOWN else "")
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in short)


def build_theme_reference(config: MkDocsConfig, env: Environment, depths: Iterable[int]) -> ThemeReference:
    """Return what the theme of a site writes inline in pages of the given depths.

    The templates of the theme are put around a page without words, with the settings of the site but for
    texts that could be more than texts. Templates of the site's owner (`custom_dir`) are left out.

    Args:
        config: of the site.
        env: what MkDocs rendered the site with.
        depths: how many folders pages stand in.
    """
    own = os.path.realpath(config.theme.custom_dir) if config.theme.custom_dir else None
    folders = [folder for folder in config.theme.dirs if os.path.realpath(folder) != own]
    plain = env.overlay(loader=FileSystemLoader(folders))
    contexts = list(build_template_contexts(config, depths))
    known: set[InlineSource] = set()
    frames: set[ScriptFrame] = set()
    names: list[str] = []
    entries = ("main.html", *(each for each in config.theme.static_templates if each.endswith(".html")))
    for name, source in find_templates(folders):
        for raw in find_raw_elements(source):
            if not TEMPLATE.search(raw):
                known.update(filter(None, [read_inline(raw)]))
            elif frame := find_frame(raw):
                frames.add(frame)
        names.append(name)
    for name in sorted({*names, *entries}):
        for context in contexts:
            known.update(render_template(plain, name, context))
    return ThemeReference(known=frozenset(known), frames=tuple(sorted(frames)))


def find_templates(folders: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield name and source of the templates that hold an inline element; of two with one name the first."""
    seen = set()
    for top in folders:
        for place, below, files in os.walk(top):
            below[:] = sorted(each for each in below if not each.startswith("."))  # thousands of icons
            for file in sorted(files):
                name = posixpath.normpath(Path(place, file).relative_to(top).as_posix())
                if file.endswith(".html") and name not in seen:
                    seen.add(name)
                    source = Path(place, file).read_bytes()
                    if next(find_raw_elements(source), None):
                        yield name, source


def render_template(env: Environment, name: str, context: "TemplateContext") -> Iterator[InlineSource]:
    """Yield what a template writes inline; of one that cannot stand alone, what comes before it fails."""
    page: list[str] = []
    # a theme may raise anything; what is not known then is not allowed, and told
    with suppress(Exception):
        page.extend(env.get_template(name).generate(context))
    yield from filter(None, map(read_inline, find_raw_elements("".join(page).encode("utf-8", "replace"))))


def find_frame(raw: bytes) -> ScriptFrame | None:
    """Return the ends of a script that a template fills in; None where it begins with what is filled in."""
    inline = read_inline(raw)
    data = inline.text.encode() if inline else b""
    marks = [match.start() for match in TEMPLATE.finditer(data)]
    if inline is None or not marks:
        return None
    head = data[: marks[0]].decode().strip()
    tail = data[data.rfind(b"}") + 1 :].decode().strip()
    return ScriptFrame(inline.kind, head, tail) if head else None


def build_template_contexts(config: MkDocsConfig, depths: Iterable[int]) -> Iterator["TemplateContext"]:
    """Yield what MkDocs gives to templates: for a page in each depth, and for that of what is not found."""
    plain = neutralise_config(config)
    page = Page("", File.generated(plain, "reference.md", content=""), plain)
    page.content, page.meta, page.toc = "", {}, get_toc([])
    nav = Navigation([], [])
    bases = ["/".join([".."] * depth) or "." for depth in sorted(set(depths))]
    for base in bases:
        context = get_context(nav, [], plain, page)
        context["base_url"] = base
        yield context
    top = urlsplit(config.site_url or "/").path
    if HARMLESS_TEXT.fullmatch(top):
        yield get_context(nav, [], plain, base_url=top)


def neutralise_config(config: MkDocsConfig) -> MkDocsConfig:
    """Return a configuration that chooses the same of a theme and says nothing of its own."""
    plain = copy.copy(config)
    for key, value in config.items():
        if key not in UNCHANGED_SETTINGS:
            plain[key] = neutralise_value(value)
    plain.update(nav=None, extra_css=[], extra_javascript=[])
    plain["extra"] = neutralise_value(dict(config.extra))
    theme = copy.deepcopy(config.theme)
    for key in list(theme):
        theme[key] = neutralise_value(theme[key])
    plain["theme"] = theme
    return plain


def neutralise_value(value: Any) -> Any:  # noqa: ANN401 - whatever YAML can hold
    """Return a value with every text left empty that could be more than a text."""
    if isinstance(value, str):
        return value if HARMLESS_TEXT.fullmatch(value) else ""
    if isinstance(value, dict):
        return {key: neutralise_value(each) for key, each in value.items()}
    if type(value) in (list, tuple, set):
        return type(value)(map(neutralise_value, value))
    return value
