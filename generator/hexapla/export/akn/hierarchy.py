"""Clauses as a tree of Akoma Ntoso elements, each with its eId.

Elements and the short forms in eIds are those of the Akoma Ntoso Naming Convention 1.0. Clause ids are made
after it already; here they get the short form of the element that stands for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from hexapla.export.lines import unwrapped
from hexapla.export.markup import element, escape
from hexapla.export.names import Names
from hexapla.model import Clause, Role

__all__ = ["Node", "body", "tree"]

ELEMENTS: Final = {
    "art": "article",
    "book": "book",
    "chp": "chapter",
    "lvl": "level",
    "para": "paragraph",
    "part": "part",
    "point": "point",
    "rule": "rule",
    "sec": "section",
    "subpart": "subpart",
    "subsec": "subsection",
}
"""short form → element"""
NAMED: Final = {"annex": "annex", "v": "verse", "n": "item"}
"""what has no element of its own is an hcontainer with a name"""
ITEMS: Final = frozenset({"lvl", "item", "point"})
"""inside a unit these are points"""


@dataclass(slots=True)
class Node:
    """A clause and what stands below it. None: the first paragraph of a clause that has several."""

    clause: Clause | None
    own: str
    """its text, as one line"""
    children: list["Node"] = field(default_factory=list)


def tree(clauses: Sequence[Clause]) -> list[Node]:
    """Read a version's flat list as a tree.

    The parent of a clause is the nearest earlier one of less depth, and for what is counted under an
    unnumbered paragraph, as its id says, that paragraph.

    Post-conditions:
        1. Every clause is in the tree once; read from top to bottom it is in document order.
    """
    roots: list[Node] = []
    above: list[tuple[Clause, Node]] = []
    for clause in clauses:
        node = Node(clause, unwrapped(clause.text))
        while above and above[-1][0].depth >= clause.depth and not counted_under(clause, above[-1][0]):
            above.pop()
        (above[-1][1].children if above else roots).append(node)
        above.append((clause, node))
    for node in roots:
        with_first_paragraph(node)
    return roots


def counted_under(clause: Clause, paragraph: Clause) -> bool:
    """Tell whether a clause is an item of an unnumbered paragraph."""
    return paragraph.number is None and clause.id.startswith(paragraph.id + "__")


def with_first_paragraph(node: Node) -> None:
    """Where a clause has further paragraphs without numbers, make its own text, with its items, the first."""
    at = next((n for n, child in enumerate(node.children) if is_paragraph(child)), None)
    for child in node.children:
        with_first_paragraph(child)
    if at is not None and node.own and node.clause and node.clause.role is not Role.DIVISION:
        node.children[:at] = [Node(None, node.own, node.children[:at])]
        node.own = ""


def is_paragraph(node: Node) -> bool:
    """Tell whether a node is a paragraph without a number."""
    return node.clause is not None and node.clause.number is None


def body(roots: Sequence[Node]) -> str:
    """Write a tree."""
    names = Names()
    made = "".join(written(node, "", names) for node in roots)
    if made:
        return element("body", None, made)
    name = names.give("para_1")
    return element("body", None, element("paragraph", {"eId": name}, content(name, "", names)))


def written(node: Node, above: str, names: Names) -> str:
    """Write a node with everything below it."""
    tag, attributes = labelled(node, above, names)
    name = attributes["eId"] or ""
    clause = node.clause
    inside = []
    if clause and clause.number:
        inside.append(element("num", None, escape(unwrapped(clause.number))))
    if clause and clause.heading:
        inside.append(element("heading", None, escape(unwrapped(clause.heading))))
    if node.children:
        if node.own:
            intro = names.give(f"{name}__intro")
            inside.append(element("intro", {"eId": intro}, line(intro, node.own, names)))
        inside += [written(child, name, names) for child in node.children]
    else:
        inside.append(content(name, node.own, names))
    return element(tag, attributes, *inside) + "\n"


def content(above: str, text: str, names: Names) -> str:
    """Write the text of an element that has nothing below it."""
    name = names.give(f"{above}__content")
    return element("content", {"eId": name}, line(name, text, names))


def line(above: str, text: str, names: Names) -> str:
    """Write a paragraph."""
    return element("p", {"eId": names.give(f"{above}__p_1")}, escape(text))


def labelled(node: Node, above: str, names: Names) -> tuple[str, dict[str, str | None]]:
    """Return the element for a node, with its eId and, where it is another, the site's name as wId."""
    clause = node.clause
    if clause is None:
        return "paragraph", {"eId": names.give(f"{above}__para_1")}
    *path, last = clause.id.split("__")
    short, _, number = last.partition("_")
    if clause.role is Role.PART and short in ITEMS:
        short = "point"
    tag = ELEMENTS.get(short, "hcontainer")
    own = "_".join(filter(None, (short if tag != "hcontainer" else tag, number or None)))
    name = names.give("__".join(filter(None, (above if path else "", own))))
    kind = None if tag != "hcontainer" else NAMED.get(short, short)
    return tag, {"eId": name, "wId": clause.id if clause.id != name else None, "name": kind}
