"""Lists of contents in a web page: their words are links to the page's own headings."""

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers.characters import WHITE
from hexapla.readers.web.html_tree import TEXT, find_element_names

FEWEST_IN_LIST = 3
FEWEST_IN_NAVIGATION = 2
SHARE = 0.8
"""of the words, that are links"""
LONGEST = 300
"""characters of a heading that are looked at"""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
INLINE = frozenset({"a", "span"})
MOST_STEPS = 5
"""elements within each other among which a heading is looked for"""
SIGNS = compile_lazily_with_properties(r"[\s\d.§]+")


def find_contents(root: LexborNode) -> frozenset[int]:
    """Return the identities of the elements that are lists of contents, each the outermost.

    In `<nav>` links into the page are navigation whatever they show; another list must show what the
    headings say that
    its links lead to.
    """
    links = [link for link in root.css('a[href^="#"]') if len(link.attributes.get("href") or "") > 1]
    if len(links) < FEWEST_IN_NAVIGATION:
        return frozenset()
    places = {name: each for each in root.css("[id], a[name]") for name in find_element_names(each)}
    own: dict[int, list[LexborNode]] = {}
    found: dict[int, LexborNode] = {}
    for link in links:
        around = find_outermost(link)
        if around is not None:
            found[around.mem_id] = around
            own.setdefault(around.mem_id, []).append(link)
    headings = {name: find_heading(place) for name, place in places.items()} if found else {}
    return frozenset(key for key, node in found.items() if is_contents(node, own[key], headings))


def find_outermost(link: LexborNode) -> LexborNode | None:
    """Return the navigation in which a link stands, else the outermost list."""
    found: LexborNode | None = None
    above = link.parent
    while above is not None:
        if above.tag == "nav" or above.attributes.get("role") in {"navigation", "doc-toc"}:
            return above
        if above.tag in {"ol", "ul"}:
            found = above
        above = above.parent
    return found


def is_contents(node: LexborNode, links: list[LexborNode], headings: Mapping[str, str]) -> bool:
    """Tell whether navigation or a list is one of contents."""
    navigation = node.tag not in {"ol", "ul"}
    if len(links) < (FEWEST_IN_NAVIGATION if navigation else FEWEST_IN_LIST):
        return False
    whole = sum(count_signs(item.text(deep=True)) for item in (node.css("a") if navigation else [node]))
    if sum(count_signs(link.text(deep=True)) for link in links) < SHARE * whole:
        return False
    return navigation or sum(leads_to_heading(link, headings) for link in links) >= SHARE * len(links)


def count_signs(text: str) -> int:
    """Count what is shown of a text, numbers of a list aside."""
    return len(SIGNS.sub("", text))


def leads_to_heading(link: LexborNode, headings: Mapping[str, str]) -> bool:
    """Tell whether a link shows what the heading says that it leads to."""
    shown = fold(link.text(deep=True))
    return bool(shown) and shown in headings.get((link.attributes.get("href") or "")[1:], "")


def find_heading(target: LexborNode) -> str:
    """Return what the heading says that an element is, begins with, or stands in; nothing without one."""
    node: LexborNode | None = target
    for _ in range(MOST_STEPS):
        if node is None or node.tag in HEADINGS:
            break
        below = node.child
        while below is not None and below.tag == TEXT and not (below.text_content or "").strip():
            below = below.next
        node = below if below is not None and below.tag != TEXT else None
    if node is None and target.tag in INLINE:
        node = target.parent
    return fold(node.text(deep=True)) if node is not None and node.tag in HEADINGS else ""


def fold(text: str) -> str:
    """Return words without white space and numbers, for comparing."""
    return SIGNS.sub("", WHITE.sub("", text[:LONGEST])).casefold()
