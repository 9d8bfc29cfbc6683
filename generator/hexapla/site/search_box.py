"""The search box in the header of a MkDocs site: whose it is.

The theme shows its template of the search box only where a plugin `material/search` is set up, which would
build an index of its own. A plugin of that name that does nothing brings the template to show, and the
template is ours.
"""

from types import SimpleNamespace
from typing import TYPE_CHECKING

from mkdocs.config import Config, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from hexapla import pages
from hexapla.pages import uris

if TYPE_CHECKING:
    from jinja2 import Environment

THEME_SEARCH = "material/search"


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
