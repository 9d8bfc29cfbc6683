"""Tracked changes of a Word document, accepted or rejected in its tree (ISO/IEC 29500-1, 17.13.5).

A paragraph whose mark is deleted goes on in the next one, whose properties it takes. A row that is deleted
goes with all that is in it.
"""

from collections.abc import Callable, Iterator
from typing import Final

from hexapla.readers.xml_parser import Element, find_attribute, local_name

Choice = Callable[[Element], bool]
"""tells of a tracked change, by its element, whether it is accepted"""
INSERTED: Final = frozenset({"ins", "moveTo"})
DELETED: Final = frozenset({"del", "moveFrom"})
PROPERTIES: Final = frozenset({"rPr", "trPr", "ctrlPr", "tcPr", "numPr"})
"""what holds a change as a mark without contents"""
RANGES: Final = frozenset(
    f"{kind}Range{edge}"
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for edge in ("Start", "End")
)
FORMATS: Final = frozenset(
    f"{kind}Change" for kind in "rPr pPr sectPr tblPr tblPrEx tcPr trPr tblGrid numbering".split()
)
CELLS: Final = frozenset({"cellIns", "cellDel", "cellMerge"})
BLOCKS: Final = frozenset({"p", "tbl", "sdt", "customXml"})
LIVE_NAMES: Final = {"delText": "t", "delInstrText": "instrText"}
ALL: Final = INSERTED | DELETED | RANGES | FORMATS | CELLS


def has_tracked_changes(root: Element) -> bool:
    """Tell whether anything in a tree is tracked.

    >>> from lxml import etree
    >>> has_tracked_changes(etree.fromstring("<p><ins><r/></ins></p>"))
    True
    """
    return any(local_name(each) in ALL - RANGES for each in root.iter())


def list_authors(root: Element) -> list[str]:
    """List who made the changes in a tree, in the order of their first change."""
    names = (find_attribute(each, "author") for each in root.iter() if local_name(each) in ALL)
    return list(dict.fromkeys(name for name in names if name))


def accept_changes(root: Element) -> None:
    """Accept all tracked changes, in place."""
    resolve_changes(root, lambda _: True)


def reject_changes(root: Element) -> None:
    """Reject all tracked changes, in place."""
    resolve_changes(root, lambda _: False)


def resolve_changes(root: Element, is_accepted: Choice) -> None:
    """Accept or reject each tracked change, in place.

    Args:
        root: of a part, or any element in it.
        is_accepted: is asked of each change.

    Post-conditions:
        1. No element of a tracked change is left.
        2. What was there before all changes, or after those that are accepted, stands in its order.
    """
    ended: list[Element] = []
    for each in [one for one in root.iter() if local_name(one) in ALL]:
        parent = each.getparent()
        if parent is None:
            continue
        name = local_name(each)
        if name in FORMATS:
            restore_properties(each, parent, accepted=is_accepted(each))
        elif name in RANGES:
            parent.remove(each)
        elif name in CELLS:
            resolve_cell(each, parent, accepted=is_accepted(each))
        else:
            goes = (name in DELETED) == is_accepted(each)
            resolve_contents(each, parent, ended, goes=goes)
    for paragraph in ended:
        join_next(paragraph)


def resolve_contents(each: Element, parent: Element, ended: list[Element], *, goes: bool) -> None:
    """Take what is tracked away, or let it stand without its mark; `ended`: paragraphs without an end."""
    if local_name(parent) in PROPERTIES:
        holder = parent.getparent()
        parent.remove(each)
        if not goes or holder is None:
            return
        if local_name(parent) == "trPr":
            remove_row(holder)
        elif local_name(holder) == "pPr" and (paragraph := holder.getparent()) is not None:
            ended.append(paragraph)
    elif goes:
        parent.remove(each)
    else:
        unwrap(each, parent)


def unwrap(each: Element, parent: Element) -> None:
    """Put what stands in an element in its place; deleted text is text again."""
    for one in each.iter():
        if (live := LIVE_NAMES.get(local_name(one))) is not None:
            one.tag = f"{one.tag.rpartition('}')[0]}}}{live}" if "}" in one.tag else live
    at = parent.index(each)
    parent[at : at + 1] = list(each)


def restore_properties(each: Element, parent: Element, *, accepted: bool) -> None:
    """Take away what formatting was before; where that is rejected, put it back."""
    parent.remove(each)
    if accepted or local_name(each) not in {"rPrChange", "pPrChange"}:
        return
    kept = [one for one in parent if local_name(one) in {"rPr", "sectPr"} and local_name(parent) == "pPr"]
    old = next(iter(each), None)
    parent[:] = [*(old if old is not None else ()), *kept]


def resolve_cell(each: Element, parent: Element, *, accepted: bool) -> None:
    """Take a cell away, or let it stand."""
    parent.remove(each)
    cell = parent.getparent()
    goes = {"cellDel": accepted, "cellIns": not accepted}.get(local_name(each), False)
    if goes and cell is not None and (row := cell.getparent()) is not None:
        row.remove(cell)


def remove_row(row: Element) -> None:
    """Take a row away, and the table with its last one."""
    table = row.getparent()
    if table is None:
        return
    table.remove(row)
    if not any(local_name(each) in {"tr", "sdt", "customXml"} for each in table):
        holder = table.getparent()
        if holder is not None:
            holder.remove(table)


def join_next(paragraph: Element) -> None:
    """Let a paragraph go on in the next; where none follows, one without contents goes, any other stays."""
    parent = paragraph.getparent()
    if parent is None:
        return
    after = next((each for each in paragraph.itersiblings() if local_name(each) in BLOCKS), None)
    before = next(
        (each for each in paragraph.itersiblings(preceding=True) if local_name(each) in BLOCKS), None
    )
    contents = list(list_contents(paragraph))
    if after is not None and local_name(after) == "p":
        start = 1 if len(after) and local_name(after[0]) == "pPr" else 0
        after[start:start] = contents
        parent.remove(paragraph)
    elif not contents and (after is not None or (before is not None and local_name(before) == "p")):
        parent.remove(paragraph)


def list_contents(paragraph: Element) -> Iterator[Element]:
    """Yield what stands in a paragraph, without its properties."""
    yield from (each for each in paragraph if local_name(each) != "pPr")
