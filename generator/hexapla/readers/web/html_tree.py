"""The tree of a web page, which may be deep: a check before it is parsed, a walk without recursion.

A parser of HTML looks back through all open elements at every tag: a page of a million `<div>` that are never
closed takes it hours. So the open elements are only counted first; where that is in doubt, they count as
open.
"""

from collections.abc import Generator, Iterator

import regex
from selectolax.lexbor import LexborNode

from hexapla.lazy_patterns import compile_lazily_with_properties
from hexapla.readers import limits

DEEPEST = 1000
"""browsers stop at 512"""
LOOK_BACK = 50
"""open elements among which the one that a tag closes is looked for"""
TAG = compile_lazily_with_properties(r"<(/?)([a-zA-Z][^\s/>]{0,60})")
MOST_ATTRIBUTES = 250
"""of one tag: the parser compares each with all before it"""
ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
TOO_MANY = compile_lazily_with_properties(rf"(?:{ATTRIBUTE}){{{MOST_ATTRIBUTES}}}{ATTRIBUTE}")
TAG_CONTENT = compile_lazily_with_properties(rf"(?:{ATTRIBUTE})*+")
"""what a tag holds: what looks like a tag in there is none, and is not looked at again"""
UNCOUNTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th "
    "thead tbody tfoot colgroup caption option optgroup rt rp rb rtc".split()
)
"""have no content, or end by themselves"""
RAW = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
BOUNDARIES = frozenset(
    "table button marquee object applet template select svg math foreignobject frameset".split()
)
"""what a closing tag within does not reach through"""
TEXT = "-text"
TreeStep = tuple[bool, LexborNode]
"""whether an element (or a text) is entered, and which"""


def check_depth(path: str, text: str) -> None:
    """Refuse a page that is too deep.

    Raises:
        SourceError: it is.
    """
    opened: list[str] = []
    at = 0
    while found := TAG.search(text, at):
        at = found.end()
        comment = text.find("<!--", found.pos, found.start())
        if comment >= 0:
            end = text.find("-->", comment + 4)
            if end < 0:
                return
            at = end + 3
            continue
        name = found[2].lower()
        if TOO_MANY.match(text, at):
            raise limits.build_limit_error(path, "attributes of one tag", MOST_ATTRIBUTES)
        if within := TAG_CONTENT.match(text, at):
            at = within.end()
        if found[1]:
            close_element(opened, name)
        elif name in RAW:
            closing = regex.compile(f"(?i)</{name}").search(text, at)
            if closing is None:
                return
            at = closing.end()
        elif name not in UNCOUNTED:
            opened.append(name)
            limits.check_size(path, "elements within elements", len(opened), DEEPEST)


def close_element(opened: list[str], name: str) -> None:
    """Close the nearest open element of that name, with those in it; none if it cannot be reached."""
    for back, other in enumerate(reversed(opened[-LOOK_BACK:]), start=1):
        if other == name:
            del opened[-back:]
            return
        if other in BOUNDARIES:
            return


def walk_tree(root: LexborNode) -> Generator[TreeStep, bool | None, None]:
    """Yield elements as they are entered and left, texts as they are entered.

    Who sends `True` back on entering an element is spared what is in it.
    """
    node = root
    while True:
        skipped = yield True, node
        below = None if skipped else node.child
        if below is not None:
            node = below
            continue
        if not skipped:
            yield False, node
        while node.mem_id != root.mem_id and node.next is None:
            above = node.parent
            if above is None:
                return
            node = above
            yield False, node
        if node.mem_id == root.mem_id or node.next is None:
            return
        node = node.next


def find_element_names(node: LexborNode) -> Iterator[str]:
    """Yield the names by which links find an element."""
    for key in ("id", "name"):
        if name := node.attributes.get(key):
            yield name
