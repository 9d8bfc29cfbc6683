"""Definitions of lists (`numbering.xml`), with what they borrow from each other resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hexapla.readers.docx.names import child, is_on, number, path, value
from hexapla.readers.docx.styles import Styles
from hexapla.readers.markup import Element, attribute, local

__all__ = ["Level", "ListDefinition", "definitions"]

LEVELS = 9
FARTHEST = 10
"""lists that borrow from each other"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
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
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)
    """of levels that begin anew where this list is first used"""


def definitions(root: Element | None, styles: Styles) -> dict[int, ListDefinition]:
    """Read the part `numbering`."""
    families: dict[str, Element] = {}
    lists: dict[int, Element] = {}
    for element in root if root is not None else ():
        if local(element) == "abstractNum":
            families.setdefault(attribute(element, "abstractNumId") or "", element)
        elif local(element) == "num":
            text = attribute(element, "numId") or ""
            if text.isascii() and text.isdecimal() and len(text) < LEVELS + 1:
                lists.setdefault(int(text), element)
    return {key: definition(element, lists, families, styles) for key, element in lists.items()}


def definition(
    element: Element, lists: Mapping[int, Element], families: Mapping[str, Element], styles: Styles
) -> ListDefinition:
    """Read one list."""
    family = value(child(element, "abstractNumId")) or ""
    for _ in range(FARTHEST):
        link = value(child(families.get(family), "numStyleLink"))
        linked = next((style.list_id for style in styles.chain(link) if style.list_id is not None), None)
        if linked is None or linked not in lists:
            break
        family = value(child(lists[linked], "abstractNumId")) or ""
    levels = levels_in(families.get(family))
    starts: dict[int, int] = {}
    for override in element:
        index = level_index(override)
        if local(override) != "lvlOverride" or index is None:
            continue
        levels |= levels_in(override)
        start = number(child(override, "startOverride"))
        if start is not None:
            starts[index] = start
    return ListDefinition(family=family, levels=levels, starts=starts)


def levels_in(element: Element | None) -> dict[int, Level]:
    """Read the levels that stand in an element."""
    return {
        index: level(each)
        for each in (element if element is not None else ())
        if local(each) == "lvl" and (index := level_index(each)) is not None
    }


def level_index(element: Element) -> int | None:
    """Return a level's place, counted from 0."""
    text = attribute(element, "ilvl") or ""
    return int(text) if len(text) == 1 and text in "012345678" else None


def level(element: Element) -> Level:
    """Read one level; in a file for old and new programs (`mc:AlternateContent`) the new form goes before."""
    form = child(element, "numFmt")
    if form is None:
        form = path(element, "AlternateContent", "Choice", "numFmt")
    start = number(child(element, "start"))
    name = value(form) or "decimal"
    if name == "custom" and form is not None:
        name = "decimalZero" if (attribute(form, "format") or "").startswith("01") else "decimal"
    return Level(
        start=0 if start is None else start,
        form=name,
        text=value(child(element, "lvlText")) or "",
        after={"nothing": ""}.get(value(child(element, "suff")) or "tab", " "),
        restart=number(child(element, "lvlRestart")),
        legal=is_on(child(element, "isLgl")),
        style=value(child(element, "pStyle")),
        hidden=is_on(path(element, "rPr", "vanish")),
    )
