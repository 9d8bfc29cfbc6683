"""The search in a MkDocs site: whose box stands in the header, and the pages written by hand.

The theme shows its template of the search box only where a plugin `material/search` is set up, which would
build an index of its own. A plugin of that name that does nothing brings the template to show, and the
template is ours.
"""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING

from mkdocs.config import Config, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hexapla import pages
from hexapla.pages import uris
from hexapla.search import PageSection

if TYPE_CHECKING:
    from jinja2 import Environment

THEME_SEARCH = "material/search"
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
UNREAD_ELEMENTS = frozenset(["script", "style", "template"])
BLOCKS = HEADINGS | frozenset(
    "p li dt dd td th tr pre div section blockquote figure figcaption summary details table ul ol dl".split()
)


class SearchBoxConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves this hook untyped
    """What the theme asks of its search plugin."""

    enabled = config_options.Type(bool, default=True)
    lang = config_options.Optional(config_options.ListOfItems(config_options.Type(str)))
    """what plugins for languages set"""


class SearchBoxPlugin(BasePlugin[SearchBoxConfig]):  # type: ignore[no-untyped-call]  # as above
    """Stands where the theme looks for its search plugin, and does nothing."""

    def __init__(self) -> None:
        """Have an empty index, which plugins that build a site several times gather and fill."""
        self.search_index = SimpleNamespace(entries=[])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write no index; who fills one asks for it."""


def is_box_ours(config: MkDocsConfig, *, wanted: bool | None, offline: bool) -> bool:
    """Tell whether the header's search box is ours: as the settings say, else unless it is taken.

    Offline it is ours in any case: the theme's search cannot read its index from a disk.
    """
    taken = THEME_SEARCH in config.plugins or "search" in config.plugins
    return offline or (not taken if wanted is None else wanted)


def add_search_box(config: MkDocsConfig, env: "Environment", language: str) -> None:
    """Let the theme show our box."""
    say = pages.search_label(language)
    env.globals["hexapla_search"] = SimpleNamespace(
        page=uris.SEARCH, label=say, words=pages.dump_search_words(language)
    )
    if THEME_SEARCH not in config.plugins:
        box = SearchBoxPlugin()
        box.load_config({})
        config.plugins[THEME_SEARCH] = box


def split_sections(html: str, *, title: str, uri: str) -> Iterator[PageSection]:
    """Cut a page at its headings.

    Args:
        html: the page's content.
        title: of the page.
        uri: of the page, from the site's root.
    """
    body = LexborHTMLParser(f"<body>{html}").body
    heading, anchor, words = "", "", list[str]()
    for piece in walk_content(body) if body else ():
        if isinstance(piece, str):
            words.append(piece)
            continue
        if heading or "".join(words).strip():
            yield PageSection(title, uri + anchor, heading, "".join(words))
        heading = "".join(text for text in walk_content(piece) if isinstance(text, str)).strip("¶ \n")
        name = piece.attributes.get("id")
        anchor, words = f"#{name}" if name else "", []
    if heading or "".join(words).strip():
        yield PageSection(title, uri + anchor, heading, "".join(words))


def walk_content(node: LexborNode) -> Iterator[LexborNode | str]:
    """Yield what stands below a node: headings as they are, all else as text, blocks apart by a space."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content or ""
        elif child.tag in HEADINGS:
            yield child
        elif child.tag not in UNREAD_ELEMENTS:
            yield from walk_content(child)
            if child.tag in BLOCKS:
                yield " "
