"""Clauses as a tree of Akoma Ntoso elements, each with its eId.

Elements and their short forms in eIds are those of the Akoma Ntoso Naming Convention 1.0, chapter 5. Clause
ids are made after it already, with two liberties that eIds do not have: `lvl`, where the convention has
`level`, and `__rep_2` for a number that occurs again, where others write `_2`. Where the two differ, the
clause's id stands in `GUID`, which the convention leaves to applications; `wId` would say that the clause was
renumbered.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from hexapla.exporters.xml_writer import XmlIds, escape, write_element
from hexapla.model import Clause, Role
from hexapla.segmentation.marks import EIDS
from hexapla.text import unwrap

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
"""in clause ids → element"""
ANNEX: Final = "annex"
REPEATED: Final = "rep"
UNNUMBERED: Final = "nn"
"""what the convention writes where a number is expected and there is none"""
HCONTAINER_NAMES: Final = {"v": "verse", "n": "item"}
"""what has no element of its own is an hcontainer with a name"""
ITEMS: Final = frozenset({"lvl", "item", "point"})
"""inside a unit these are points"""


@dataclass(slots=True)
class AknElement:
    """A clause and what stands below it. None: the first paragraph of a clause that has several."""

    clause: Clause | None
    own: str
    """its text, as one line"""
    children: list["AknElement"] = field(default_factory=list)


def build_tree(clauses: Sequence[Clause]) -> list[AknElement]:
    """Read a version's flat list as a tree.

    The parent of a clause is the nearest earlier one of less depth, and for what is counted under an
    unnumbered paragraph, as its id says, that paragraph.

    Post-conditions:
        1. Every clause is in the tree once; read from top to bottom it is in document order.
    """
    roots: list[AknElement] = []
    above: list[tuple[Clause, AknElement]] = []
    for clause in clauses:
        node = AknElement(clause, unwrap(clause.text))
        while above and above[-1][0].depth >= clause.depth and not is_item_of(clause, above[-1][0]):
            above.pop()
        (above[-1][1].children if above else roots).append(node)
        above.append((clause, node))
    for node in roots:
        insert_first_paragraph(node)
    return roots


def is_item_of(clause: Clause, paragraph: Clause) -> bool:
    """Tell whether a clause is an item of an unnumbered paragraph."""
    return paragraph.number is None and clause.id.startswith(paragraph.id + "__")


def insert_first_paragraph(node: AknElement) -> None:
    """Where a clause has further paragraphs without numbers, make its own text, with its items, the first."""
    at = next((n for n, child in enumerate(node.children) if is_paragraph(child)), None)
    for child in node.children:
        insert_first_paragraph(child)
    if at is not None and node.own and node.clause and node.clause.role is not Role.DIVISION:
        node.children[:at] = [AknElement(None, node.own, node.children[:at])]
        node.own = ""


def is_paragraph(node: AknElement) -> bool:
    """Tell whether a node is a paragraph without a number."""
    return node.clause is not None and node.clause.number is None


def is_annex(node: AknElement) -> bool:
    """Tell whether a node is an annex: a division of its own kind outside of all others."""
    clause = node.clause
    return (
        clause is not None
        and clause.role is Role.DIVISION
        and split_id_piece(id_pieces(clause)[-1])[0] == ANNEX
    )


def write_body(roots: Sequence[AknElement], names: XmlIds) -> str:
    """Write the tree of an act."""
    made = "".join(write_node(node, "", "", names) for node in roots)
    if made:
        return made
    name = names.give("para_1")
    return write_element("paragraph", {"eId": name}, write_content(name, "", names))


def write_main_body(annex: AknElement, above: str, names: XmlIds) -> str:
    """Write what stands in an annex."""
    made = "".join(write_node(child, above, above, names) for child in annex.children)
    return (write_paragraph(above, annex.own, names) if annex.own or not made else "") + made


def write_node(node: AknElement, above: str, context: str, names: XmlIds) -> str:
    """Write a node with everything below it.

    Args:
        node: a clause.
        above: eId of the element in which it stands.
        context: eId of the annex in which numbers begin anew; empty in the body.
        names: eIds that are taken.
    """
    tag, attributes = name_element(node, above, context, names)
    name = attributes["eId"] or ""
    inside = [write_number_and_heading(node.clause)]
    if node.children:
        if node.own:
            intro = names.give(f"{name}__intro")
            inside.append(write_element("intro", {"eId": intro}, write_paragraph(intro, node.own, names)))
        inside += [write_node(child, name, context, names) for child in node.children]
    else:
        inside.append(write_content(name, node.own, names))
    return write_element(tag, attributes, *inside) + "\n"


def write_number_and_heading(clause: Clause | None) -> str:
    """Write number and heading."""
    if clause is None:
        return ""
    pieces = (("num", clause.number), ("heading", clause.heading))
    return "".join(write_element(tag, None, escape(unwrap(text))) for tag, text in pieces if text)


def write_content(above: str, text: str, names: XmlIds) -> str:
    """Write the text of an element that has nothing below it."""
    name = names.give(f"{above}__content")
    return write_element("content", {"eId": name}, write_paragraph(name, text, names))


def write_paragraph(above: str, text: str, names: XmlIds) -> str:
    """Write a paragraph."""
    return write_element("p", {"eId": names.give(f"{above}__p_1")}, escape(text))


def name_element(
    node: AknElement, above: str, context: str, names: XmlIds
) -> tuple[str, dict[str, str | None]]:
    """Return the element for a node with its eId and, where it is another, the site's name.

    The prefix is the eId of what the number is counted in: the element above, or none for what is counted
    through the whole text, as its clause's id says.
    """
    clause = node.clause
    if clause is None:
        return "paragraph", {"eId": names.give(f"{above}__para_1")}
    *outer, last = id_pieces(clause)
    short, number = split_id_piece(last)
    if clause.role is Role.PART and short in ITEMS:
        short = "point"
    tag = ELEMENTS.get(short, "hcontainer")
    own = f"{EIDS.get(tag, tag)}_{number or UNNUMBERED}"
    name = names.give("__".join(filter(None, (above if outer else context, own))))
    kind = HCONTAINER_NAMES.get(short, short) if tag == "hcontainer" else None
    return tag, {"eId": name, "GUID": clause.id if clause.id != name else None, "name": kind}


def id_pieces(clause: Clause) -> list[str]:
    """Return the pieces of a clause's id but for those that tell repeated numbers apart."""
    return [piece for piece in clause.id.split("__") if not piece.startswith(f"{REPEATED}_")]


def split_id_piece(piece: str) -> tuple[str, str]:
    """Return the short form and the number in a piece of an id."""
    short, _, number = piece.partition("_")
    return short, number
