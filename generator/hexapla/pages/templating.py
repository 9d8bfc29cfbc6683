"""What is packaged with the program: templates, which become pages, and the styles and scripts of pages.

Templates escape whatever they are given; the result is a page.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import rcssmin
import rjsmin
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from hexapla.i18n import Messages, dump_message_forms
from hexapla.language import is_right_to_left
from hexapla.model import Page, TocEntry
from hexapla.pages import uris
from hexapla.pages.change_kinds import SIGNS, style_names
from hexapla.pages.compiled_templates import PackagedTemplates

NAME = re.compile(r"<[a-z][^<>]*?\sid=\"([^\"]*)\"")
"""escaped text holds neither `<` nor `\"`, so only an attribute of ours can match"""
TITLE = "hx-title"
"""id of a page's title"""
DEEPEST_HEADING = 6
"""HTML has no deeper heading"""
SCRIPT_WORDS = (
    "copied copied-hash permalink printed unmarked quoted"
    " cite cite-plain cite-quoted cite-table cite-style cite-style-plain"
).split()
STYLES = ("hexapla.css",)
"""style sheets that every page loads, after the theme's, in this order"""
SCRIPTS = ("hexapla.js", "search-box.js")
"""scripts that every page loads, deferred; the second loads the search itself when a search begins"""
CITE_SCRIPT = "cite.js"
"""script that the first loads when a reader first asks what to cite a clause with"""
LANGUAGE_SCRIPT = "language.js"
"""script that the first loads for readers who chose another language of the interface"""
EARLY_SCRIPT = "remembered.js"
"""script that a page with a comparison loads before its first paint: what is remembered moves nothing"""
PARTS = {"hexapla.css": ("hexapla.css", "pages.css")}
"""what is published as one file: written in parts, a tenth smaller when compressed together"""


def fill_template(template: str, **values: Any) -> str:  # noqa: ANN401 - a template takes whatever its view makes
    """Fill a template."""
    return load_environment().get_template(template).render(values)


def render_page(
    template: str,
    *,
    uri: str,
    title: str,
    toc: tuple[TocEntry, ...],
    values: Mapping[str, Any],
    description: str = "",
) -> Page:
    """Fill a page's template; `values` hold `language`, and `sources` if the page has source texts."""
    content = fill_template(template, **values)
    anchors = find_anchors(content)
    if not toc and TITLE in anchors:
        toc = (TocEntry(2, TITLE, title),)  # the theme's link that skips its header leads to the first
    return Page(
        uri=uri,
        title=title,
        language=values["language"],
        html=content,
        toc=toc,
        anchors=anchors,
        sources=values.get("sources", ()),
        description=description,
    )


def find_anchors(content: str) -> frozenset[str]:
    """Return every id that a link may point at."""
    return frozenset(html.unescape(name) for name in NAME.findall(content))


def close_level_gaps(levels: Iterable[int]) -> Iterator[int]:
    """Yield heading levels, lowered so that none is skipped and none is deeper than h6."""
    before = 1
    for level in levels:
        before = min(level, before + 1, DEEPEST_HEADING)
        yield before


@cache
def load_environment() -> Environment:
    """Load the templates."""
    made = Environment(
        loader=PackageLoader("hexapla.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=PackagedTemplates(),
    )
    made.globals["SIGNS"] = SIGNS
    made.globals["lang"] = lang
    made.globals["look"] = style_names
    made.globals["fragment"] = uris.fragment
    made.globals["targets"] = write_targets
    return made


@cache
def lang(tag: str) -> Markup:
    """Write the attributes that tell a text's language, and its direction if that is from right to left."""
    form = Markup('lang="{}" dir="rtl"') if is_right_to_left(tag) else Markup('lang="{}"')
    return form.format(tag)


def write_targets(names: Iterable[str]) -> Markup:
    """Write empty elements to which links with these names lead."""
    return Markup("".join(map(write_target, names)))  # noqa: S704 - all is escaped


@lru_cache(uris.NAMES)
def write_target(name: str) -> str:
    """Write one of them."""
    return f'<a id="{escape(name)}"></a>'


def dump_script_words(say: Messages) -> str:
    """Return the words that the script shows, as JSON."""
    found = {name: say(f"script-{name}") for name in SCRIPT_WORDS}
    found["shown"] = say("script-shown", count="%n")
    found["filtered"] = say("script-filtered", count="%n", left="%m", kind="%k")
    found["columns"] = say("script-columns", versions="%n")
    found["same"] = say("script-same", count="%n")
    found["follow"] = say("script-follow", text="%t")
    found["position"] = say("script-position", at="%a", of="%b")
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def build_assets() -> dict[str, bytes]:
    """Return every packaged asset by file name, without the comments and the white space of its source.

    Names stay as they are: shortening them needs a whole JavaScript compiler and would save a tenth.
    """
    folder = resources.files(__package__).joinpath("assets")
    sources = {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith((".css", ".js"))
    }
    inside = {part for name, parts in PARTS.items() for part in parts if part != name}
    made = {}
    for name in sources.keys() - inside:
        text = "\n".join(sources[part] for part in PARTS.get(name, (name,)))
        made[name] = shrink_asset(name, text)
    return dict(sorted(made.items()))


def build_site_assets() -> dict[str, bytes]:
    """Return the assets of a site: the packaged ones, with the messages that pages are turned by.

    By these a page is said in another language. They take a second to make, which a single file and a page on
    this machine do without.
    """
    made = build_assets()
    messages = f"window.hexapla.messages={dump_message_forms()};\n".encode()
    return made | {LANGUAGE_SCRIPT: messages + made[LANGUAGE_SCRIPT]}


def shrink_asset(name: str, text: str) -> bytes:
    """Return a style or a script without the comments and the white space of its source."""
    shrunk: str = rcssmin.cssmin(text) if name.endswith(".css") else rjsmin.jsmin(text) + "\n"
    return shrunk.encode()
