"""What we change in the theme: a few templates of our own, behind those of the site's owner."""

import re
from html import escape
from importlib import resources
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from hexapla.i18n import LANGUAGES, load_messages
from hexapla.pages import uris

if TYPE_CHECKING:  # a site without MkDocs has some of this too
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

HEAD = "</head>"
CONTAINER = '<div class="md-container"'
"""what Material opens before the content of a page"""
WIDE = '<div class="hx hx-wide"'
"""what a page begins with that needs more width than the theme gives"""
SHEET = '<div class="hx-sheet"'
"""what the table of a comparison begins with"""
BODY = re.compile(r"<body[^>]*>")
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"'
"""how an icon of the theme begins; its style gives it its size"""
LEVELS = ("./", "../", "../../")
"""where a site may begin as seen from a wrong address: pages of a document lie two folders deep"""


def overrides_folder() -> Path:
    """Return the folder of packaged templates."""
    return Path(str(resources.files(__package__).joinpath("theme")))


def add_overrides(config: "MkDocsConfig") -> None:
    """Let our templates stand before the theme's and behind those of the user's `custom_dir`."""
    dirs, own = config.theme.dirs, str(overrides_folder())
    if own not in dirs:
        dirs.insert(dirs.index(config.theme.custom_dir) + 1 if config.theme.custom_dir in dirs else 0, own)


def add_lost_page(env: "Environment", language: str) -> None:
    """Give the page for wrong addresses its words."""
    env.globals["hexapla_lost"] = lost_page_words(language)


def lost_page_words(language: str) -> SimpleNamespace:
    """Return the words of the page for wrong addresses."""
    say = load_messages(language)
    return SimpleNamespace(
        language=language,
        title=say("lost-title"),
        why=say("lost-why"),
        home=say("home-title"),
        above=say("lost-above"),
        levels=[(href, say("lost-level", count=at)) for at, href in enumerate(LEVELS)],
    )


def size_icons(output: str) -> str:
    """Return a finished page whose icons have a size of their own.

    Whoever opens a page inside an archive sees it without its styles, and icons as wide as the window.
    """
    return output.replace(ICON, f'{ICON} width="24" height="24"')


def add_unpack_note(output: str, language: str) -> str:
    """Return a finished page that says, where its styles are missing, that the archive is still packed.

    Windows shows a page inside an archive as if it lay in a folder. Our style hides the sentence.
    """
    tongues = dict.fromkeys([language, *LANGUAGES])
    told = " / ".join(escape(load_messages(each)("unpack-first")) for each in tongues)
    return BODY.sub(lambda found: f'{found[0]}<p class="hx-unpack">{told}</p>', output, count=1)


def add_feed_link(output: str, here: str, feed: str, language: str) -> str:
    """Return a finished page whose head names the feed, so that a feed reader finds it.

    Put in where the head ends and not by a template: a block that we override could be one that the site's
    owner overrides too. The second word of `rel` keeps Material's script from taking the feed for the site in
    another language, whose sitemap it would fetch on every page.
    """
    title = escape(load_messages(language)("home-feed"))
    where = f'href="{uris.link(here, feed)}" title="{title}"'
    link = f'<link rel="alternate feed" type="application/atom+xml" {where}>'
    return output.replace(HEAD, link + HEAD, 1)


def add_early_script(output: str, here: str, script: str) -> str:
    """Return a finished page that loads a script before its first paint, if it has a table that needs it."""
    if SHEET not in output:
        return output
    return output.replace(HEAD, f'<script src="{uris.link(here, script)}"></script>' + HEAD, 1)


def mark_container(output: str) -> str:
    """Return a finished page whose container says that the page is ours, and whether it is wide.

    A browser may paint the head of a page before its content has come. If the style could ask the content
    alone (`:has(.hx-wide)`), it would lay out a narrow page first, and everything would move when the content
    comes. Where a theme has no such container the style asks the content. `<body>` does not bear the class:
    Material exchanges the container when it loads a page by script, and leaves the body as it is.
    """
    wide = " hx-wide" if WIDE in output else ""
    return output.replace(CONTAINER, f'{CONTAINER[:-1]} hx-page{wide}"', 1)
