"""What a theme of MkDocs writes inline, found by putting its templates around nothing."""

import copy
import os
import posixpath
from collections.abc import Iterable, Iterator
from contextlib import suppress
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

from hexapla.site.csp import (
    InlineSource,
    ScriptFrame,
    ThemeReference,
    find_raw_elements,
    read_inline,
)

if TYPE_CHECKING:
    from mkdocs.utils.templates import TemplateContext

HARMLESS_TEXT = regex.compile(r"[\w .,:/#@%+~-]*")
"""cannot end a text, an attribute or an expression in which a template puts it"""
TEMPLATE = regex.compile(rb"\{[{%#]")
"""begins what a template fills in"""
UNCHANGED_SETTINGS = ("plugins", "hooks", "theme", "extra", "nav")
"""settings that are no texts, or are seen to one by one"""


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
