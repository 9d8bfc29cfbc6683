"""The theme around the pages of a document: rendered once for each folder, then filled in.

A theme writes the same around every page of a folder but for a few values that it prints as they are: title,
description, address, where the link past the header leads, and the page itself. So its templates are rendered
with signs in place of these values, and the signs are replaced. A hundred documents have 1,500 pages, and
putting the theme around each took half of a build that knows all of them.

It is done where the theme is Material with the templates that it brings, and no plugin that we do not know
changes what templates see; of each kind of page the first two are rendered in both ways, and if these differ,
all are rendered by the theme. Rejected: to keep finished pages from build to build, since nobody can name all
on which a theme's output depends.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import copy
from typing import TYPE_CHECKING, Any, Final

import regex
from jinja2 import pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from hexapla.model import TocEntry
from hexapla.site.page_values import build_toc

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.structure.files import Files

TEMPLATE: Final = "hexapla-framed.html"
"""template of pages that are put into a frame"""
USUAL: Final = "main.html"
"""template that MkDocs takes for a page"""
FUNCTION: Final = "hexapla_framed"
"""name under which the template finds what writes a page"""
KNOWN_PLUGINS: Final = ("hexapla.", "mkdocs.contrib.search", "material.plugins.search")
"""modules whose plugins change nothing that templates see of a page"""
FIELDS: Final = ("title", "description", "address", "anchor", "content")
"""values that are filled in"""
PROBE: Final = "&amp;<b>  \"'"
"""in every sign: what changes a value at all changes this, so that the sign is not found again"""
HEADING: Final = "<h1"
"""what Material looks for in a page, to write its title above it where there is none"""
SIGN: Final = "\ue000{}" + PROBE + "{}\ue001"
"""stands for a value; private characters that no theme writes"""
PIECES: Final = regex.compile(SIGN.format(f"({'|'.join(FIELDS)})", f"(?:{HEADING})?"))
PROVED: Final = 2
"""pages of a kind that are rendered in both ways"""
Kind = tuple[Any, ...]
"""what decides, besides the folder and the values filled in, what a theme writes around a page"""


class ReadyPage(MkDocsPage):
    """A page whose HTML is ready: there is no Markdown in it to render."""

    def render(self, config: MkDocsConfig, files: "Files") -> None:  # noqa: ARG002 - as MkDocs calls it
        """Leave the page empty until the theme is put around it."""
        self.content = ""
        self.toc = build_toc(())
        self.present_anchor_ids = set()
        self.links_to_anchors = {}


def can_frame_pages(config: MkDocsConfig) -> bool:
    """Tell whether all that a theme writes around a page is known to depend on known values."""
    if config.theme.name != "material" or config.theme.custom_dir:
        return False
    handlers = [each for event in ("env", "page_context") for each in config.plugins.events[event]]
    return all(str(getattr(each, "__module__", "")).startswith(KNOWN_PLUGINS) for each in handlers)


def mark_ready(files: "Files", sources: Iterable[str], config: MkDocsConfig) -> None:
    """Tell MkDocs that these files hold no Markdown."""
    for source in sources:
        if file := files.get_file_from_path(source):
            ReadyPage(None, file, config)


def add_frames(env: "Environment") -> None:
    """Let the template of framed pages find what writes them."""
    env.globals[FUNCTION] = ThemeFrames().write


class ThemeFrames:
    """Puts a theme around pages."""

    def __init__(self) -> None:
        """Start without frames."""
        self.folder = ""
        self.frames: dict[Kind, list[str]] = {}
        """those of one folder: a frame has tens of kB, and a site thousands of folders"""
        self.proved: Counter[Kind] = Counter()
        """how many pages of a kind were the same in both ways"""
        self.refused: set[Kind] = set()
        """kinds of which one was not"""

    @pass_context
    def write(self, context: Context) -> str:
        """Return a page with the theme around it."""
        page: MkDocsPage = context["page"]
        folder = page.url.rpartition("/")[0]
        kind = describe_kind(page)
        if not folder or kind is None or kind in self.refused:
            return render_usually(context, page)
        if folder != self.folder:
            self.folder, self.frames = folder, {}
        if kind not in self.frames:
            self.frames[kind] = PIECES.split(render_usually(context, with_signs(page)))
        values = read_values(page)
        pieces = enumerate(self.frames[kind])
        made = "".join([values[piece] if at % 2 else piece for at, piece in pieces])
        return made if self.proved[kind] == PROVED else self.prove(kind, made, context)

    def prove(self, kind: Kind, made: str, context: Context) -> str:
        """Return a page as the theme renders it, and take note whether a frame gives the same."""
        usual = render_usually(context, context["page"])
        if made == usual:
            self.proved[kind] += 1
        else:
            self.refused.add(kind)
        return usual


def render_usually(context: Context, page: MkDocsPage) -> str:
    """Return what the theme makes of a page."""
    return context.environment.get_template(USUAL).render({**context.get_all(), "page": page})


def describe_kind(page: MkDocsPage) -> Kind | None:
    """Return what a theme may ask of a page besides the values filled in; None: more than is known."""
    around = (page.parent, page.previous_page, page.next_page, page.edit_url)
    toc = list(page.toc)
    if any(each is not None for each in around) or any(each.children for each in toc) or len(toc) > 1:
        return None
    said = {name: each for name, each in page.meta.items() if name not in FIELDS}
    shown = [bool(each) for each in read_values(page).values()]
    levels = [each.level for each in toc]
    return repr(sorted(said.items())), *shown, *levels, HEADING in (page.content or "")


def read_values(page: MkDocsPage) -> dict[str, str]:
    """Return what is filled into a frame."""
    return dict(zip(FIELDS, list_values(page), strict=True))


def list_values(page: MkDocsPage) -> Iterator[str]:
    """Yield what is filled into a frame, in the order of `FIELDS`."""
    yield str(page.meta.get("title") or "")
    yield str(page.meta.get("description") or "")
    yield page.canonical_url or ""
    yield "".join(each.id for each in page.toc)
    yield page.content or ""


def with_signs(page: MkDocsPage) -> MkDocsPage:
    """Return a page with signs in place of the values that it has."""
    inside = {"content": HEADING if HEADING in (page.content or "") else ""}
    values = read_values(page).items()
    signs = {name: SIGN.format(name, inside.get(name, "")) if value else "" for name, value in values}
    made = copy(page)
    made.meta = {**page.meta, "title": signs["title"], "description": signs["description"]}
    made.canonical_url = signs["address"] or page.canonical_url
    made.toc = build_toc(tuple(TocEntry(each.level, signs["anchor"], "") for each in page.toc))
    made.content = signs["content"]
    return made
