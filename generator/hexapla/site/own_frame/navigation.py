"""The navigation of a site in our frame: as the configuration says, else as pages lie in their folders."""

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hexapla.pages import uris
from hexapla.site.own_frame.hand_written import title_from_name


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A page, a link to elsewhere, or a section of items."""

    title: str
    uri: str | None = None
    """where the page is published; None: a section, or a link to elsewhere"""
    href: str = ""
    """of a link to elsewhere"""
    items: tuple["NavigationItem", ...] = ()

    def pages(self) -> Iterator["NavigationItem"]:
        """Yield the pages below, in order."""
        if self.uri is not None:
            yield self
        for each in self.items:
            yield from each.pages()


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item as a page shows it."""

    title: str
    href: str
    current: bool
    """the page itself"""
    open: bool
    """the page stands below"""
    items: tuple["ShownItem", ...]


def read_navigation(
    given: Sequence[Any], pages: Mapping[str, str], titles: Mapping[str, str], warn: Callable[[str], None]
) -> tuple[NavigationItem, ...]:
    """Read what a configuration says of the navigation.

    Args:
        given: `nav` as MkDocs knows it: paths, mappings of titles to paths, links or lists.
        pages: source → address of every page of the site.
        titles: address → title of the pages written by hand.
        warn: called with what leads nowhere.
    """
    made = []
    for each in given:
        title, value = next(iter(each.items()), ("", None)) if isinstance(each, dict) else ("", each)
        if isinstance(value, list):
            made.append(NavigationItem(str(title), items=read_navigation(value, pages, titles, warn)))
        elif isinstance(value, str) and (uri := pages.get(posixpath.normpath(value))):
            made.append(NavigationItem(str(title) or titles.get(uri, title_from_name(value)), uri))
        elif isinstance(value, str) and ("://" in value or value.startswith(("/", "#", "mailto:"))):
            made.append(NavigationItem(str(title) or value, href=value))
        else:
            warn(f"nav: there is no page {value}")
    return tuple(made)


def derive_navigation(
    sources: Sequence[str], pages: Mapping[str, str], titles: Mapping[str, str]
) -> tuple[NavigationItem, ...]:
    """Make a navigation of the folders: pages first, the first page of a folder before all, then folders."""

    def below(folder: str) -> tuple[NavigationItem, ...]:
        own = [name for name in sources if posixpath.dirname(name) == folder]
        own.sort(key=lambda name: (not pages[name].endswith("index.html"), name))
        inner = {
            name[len(folder) :].lstrip("/").split("/")[0]
            for name in sources
            if name.startswith(f"{folder}/" if folder else "")
        }
        folders = sorted(name for name in inner if posixpath.join(folder, name) not in sources)
        return (
            *(NavigationItem(titles[pages[name]], pages[name]) for name in own),
            *(
                NavigationItem(title_from_name(name), items=below(posixpath.join(folder, name)))
                for name in folders
            ),
        )

    return below("")


def choose_language_of(
    items: Sequence[NavigationItem], names: Mapping[str, tuple[str, str]], language: str
) -> tuple[NavigationItem, ...]:
    """Return a navigation in which a page that is written in several languages stands once.

    Args:
        items: of the navigation.
        names: address of a page written by hand → its name without its language, and the language.
        language: that is preferred; a page that is not written in it stands in the language that comes first.
    """
    known = [names[item.uri] for item in items if item.uri is not None and item.uri in names]
    own = {name for name, tongue in known if tongue == language}
    seen: set[str] = set()
    made = []
    for item in items:
        if item.items:
            made.append(replace(item, items=choose_language_of(item.items, names, language)))
            continue
        name, tongue = names.get(item.uri or "", ("", ""))
        if name and (name in seen or (name in own and tongue != language)):
            continue
        seen.add(name)
        made.append(item)
    return tuple(made)


def show_navigation(items: Sequence[NavigationItem], here: str, *, deep: bool) -> tuple[ShownItem, ...]:
    """Return the items as a page shows them; a section leads to its first page.

    Args:
        items: of the navigation.
        here: the page's address.
        deep: sections with what stands in them; else the outermost level alone.
    """
    shown = []
    for item in items:
        inside = list(item.pages())
        open_here = any(each.uri == here for each in inside)
        href = item.href or (uris.link(here, inside[0].uri) if inside and inside[0].uri else "")
        if href:
            below = show_navigation(item.items, here, deep=deep) if deep else ()
            shown.append(ShownItem(item.title, href, item.uri == here, open_here, below))
    return tuple(shown)


def find_neighbours(
    items: Sequence[NavigationItem], here: str
) -> tuple[NavigationItem | None, NavigationItem | None]:
    """Return the pages before and after a page in its section."""
    for item in items:
        own = list(item.pages())
        at = next((at for at, each in enumerate(own) if each.uri == here), None)
        if at is not None:
            return (own[at - 1] if at else None), (own[at + 1] if at + 1 < len(own) else None)
    return None, None
