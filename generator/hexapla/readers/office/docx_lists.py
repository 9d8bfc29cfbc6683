"""Definitions of lists (`numbering.xml`), with what they borrow from each other resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hexapla.readers.office.docx_styles import DocxStyles
from hexapla.readers.office.wordprocessingml import (
    find_child,
    find_path,
    is_on,
    read_number,
    read_value,
)
from hexapla.readers.xml_parser import Element, find_attribute, local_name

LEVELS = 9
LONGEST_REFERENCE_CHAIN = 10
"""lists that borrow from each other"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxListLevel:
    """How the numbers of one level of a list look."""

    start: int
    form: str
    """as `counting.FORMATS`, or `bullet`, `none`, `custom`"""
    text: str
    """with `%1` to `%9` for the numbers of the levels"""
    after: str
    """what stands between number and text"""
    restart: int | None
    """0: never; n: after a paragraph of level n or above, counted from 1; None: after any level above"""
    legal: bool
    """all numbers in it are decimal"""
    style: str | None
    """the paragraph style that has this level"""
    hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDefinition:
    """One `w:num`: levels that it shares with others of the same family, and its own starts."""

    family: str
    """lists of one family count on where another left off"""
    levels: Mapping[int, DocxListLevel]
    starts: Mapping[int, int] = field(default_factory=dict)
    """of levels that begin anew where this list is first used"""


def read_list_definitions(root: Element | None, styles: DocxStyles) -> dict[int, ListDefinition]:
    """Read the part `numbering`."""
    families: dict[str, Element] = {}
    lists: dict[int, Element] = {}
    for element in root if root is not None else ():
        if local_name(element) == "abstractNum":
            families.setdefault(find_attribute(element, "abstractNumId") or "", element)
        elif local_name(element) == "num":
            text = find_attribute(element, "numId") or ""
            if text.isascii() and text.isdecimal() and len(text) < LEVELS + 1:
                lists.setdefault(int(text), element)
    return {key: read_list_definition(element, lists, families, styles) for key, element in lists.items()}


def read_list_definition(
    element: Element, lists: Mapping[int, Element], families: Mapping[str, Element], styles: DocxStyles
) -> ListDefinition:
    """Read one list."""
    family = read_value(find_child(element, "abstractNumId")) or ""
    for _ in range(LONGEST_REFERENCE_CHAIN):
        link = read_value(find_child(families.get(family), "numStyleLink"))
        linked = next((style.list_id for style in styles.chain(link) if style.list_id is not None), None)
        if linked is None or linked not in lists:
            break
        family = read_value(find_child(lists[linked], "abstractNumId")) or ""
    levels = read_levels(families.get(family))
    starts: dict[int, int] = {}
    for override in element:
        index = level_index(override)
        if local_name(override) != "lvlOverride" or index is None:
            continue
        levels |= read_levels(override)
        start = read_number(find_child(override, "startOverride"))
        if start is not None:
            starts[index] = start
    return ListDefinition(family=family, levels=levels, starts=starts)


def read_levels(element: Element | None) -> dict[int, DocxListLevel]:
    """Read the levels that stand in an element."""
    return {
        index: read_level(each)
        for each in (element if element is not None else ())
        if local_name(each) == "lvl" and (index := level_index(each)) is not None
    }


def level_index(element: Element) -> int | None:
    """Return a level's place, counted from 0."""
    text = find_attribute(element, "ilvl") or ""
    return int(text) if len(text) == 1 and text in "012345678" else None


def read_level(element: Element) -> DocxListLevel:
    """Read one level; in a file for old and new programs (`mc:AlternateContent`) the new form goes before."""
    form = find_child(element, "numFmt")
    if form is None:
        form = find_path(element, "AlternateContent", "Choice", "numFmt")
    start = read_number(find_child(element, "start"))
    name = read_value(form) or "decimal"
    if name == "custom" and form is not None:
        name = "decimalZero" if (find_attribute(form, "format") or "").startswith("01") else "decimal"
    return DocxListLevel(
        start=0 if start is None else start,
        form=name,
        text=read_value(find_child(element, "lvlText")) or "",
        after={"nothing": ""}.get(read_value(find_child(element, "suff")) or "tab", " "),
        restart=read_number(find_child(element, "lvlRestart")),
        legal=is_on(find_child(element, "isLgl")),
        style=read_value(find_child(element, "pStyle")),
        hidden=is_on(find_path(element, "rPr", "vanish")),
    )
