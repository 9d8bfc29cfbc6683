"""Templates into pages: autoescape always on, values in, a page out."""

import html
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import regex
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from hexapla.i18n import Messages
from hexapla.language import is_right_to_left
from hexapla.model import Page, TocEntry
from hexapla.pages.change_kinds import SIGNS, style_names

NAME = regex.compile(r"<[a-z][^<>]*?\sid=\"([^\"]*)\"")
"""escaped text holds neither `<` nor `\"`, so only an attribute of ours can match"""
TITLE = "hx-title"
"""id of a page's title"""
SCRIPT_WORDS = "copied cited copied-hash permalink printed unmarked".split()


@cache
def load_environment() -> Environment:
    """Load the templates."""
    made = Environment(
        loader=PackageLoader("hexapla.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["SIGNS"] = SIGNS
    made.globals["lang"] = lang
    made.globals["look"] = style_names
    return made


def lang(tag: str) -> Markup:
    """Write the attributes that tell a text's language, and its direction if that is from right to left."""
    form = Markup('lang="{}" dir="rtl"') if is_right_to_left(tag) else Markup('lang="{}"')
    return form.format(tag)


def fill_template(template: str, **values: Any) -> str:  # noqa: ANN401 - a template takes whatever its view makes
    """Fill a template."""
    return load_environment().get_template(template).render(values)


def render_page(
    template: str, *, uri: str, title: str, toc: tuple[TocEntry, ...], values: Mapping[str, Any]
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
    )


def find_anchors(content: str) -> frozenset[str]:
    """Return every id that a link may point at."""
    return frozenset(html.unescape(name) for name in NAME.findall(content))


def dump_script_words(say: Messages) -> str:
    """Return the words that the script shows, as JSON."""
    found = {name: say(f"script-{name}") for name in SCRIPT_WORDS}
    found["shown"] = say("script-shown", count="%n")
    found["filtered"] = say("script-filtered", count="%n", left="%m", kind="%k")
    found["columns"] = say("script-columns", versions="%n")
    found["position"] = say("script-position", at="%a", of="%b")
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
